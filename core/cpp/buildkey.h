// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCryptographicHash>
#include <QString>
#include <QStringList>

namespace Playground {

/// Names what is built by all that it is made of. Equal parts in the same order give equal keys, now and later.
class BuildKey {
public:
    BuildKey &add(const QByteArray &part);
    BuildKey &add(const QString &part) { return add(part.toUtf8()); }
    BuildKey &add(const QStringList &parts);
    /// The file's size and the moment of its last change; that it is missing counts as well.
    BuildKey &addStamp(const QString &fileName);

    /// Letters and digits.
    QString text() const;

private:
    QCryptographicHash m_hash{QCryptographicHash::Sha256};
};

/// "size:mtime" of a file; empty when it is missing.
QString fileStamp(const QString &fileName);

} // namespace Playground
