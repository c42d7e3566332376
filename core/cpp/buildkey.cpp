// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cpp/buildkey.h"

#include <QDateTime>
#include <QFileInfo>

namespace Playground {

using namespace Qt::StringLiterals;

BuildKey &BuildKey::add(const QByteArray &part)
{
    m_hash.addData(QByteArray::number(part.size()) + ':');
    m_hash.addData(part);
    return *this;
}

BuildKey &BuildKey::add(const QStringList &parts)
{
    add(QByteArray::number(parts.size()));
    for (const QString &part : parts)
        add(part);
    return *this;
}

BuildKey &BuildKey::addStamp(const QString &fileName)
{
    return add(fileStamp(fileName));
}

QString BuildKey::text() const
{
    return QString::fromLatin1(m_hash.result().toHex());
}

QString fileStamp(const QString &fileName)
{
    const QFileInfo info(fileName);
    if (!info.exists())
        return {};
    return u"%1:%2"_s.arg(info.size()).arg(info.lastModified().toMSecsSinceEpoch());
}

} // namespace Playground
