// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cpp/dependencyfile.h"

#include <QFile>

namespace Playground {

QStringList understandDependencies(const QByteArray &rule)
{
    QStringList result;
    QByteArray name;
    bool isTarget = true;
    const auto take = [&] {
        if (isTarget)
            isTarget = !name.endsWith(':');
        else if (!name.isEmpty())
            result << QString::fromUtf8(name);
        name.clear();
    };
    for (qsizetype at = 0; at < rule.size(); ++at) {
        const char letter = rule.at(at);
        const char next = at + 1 < rule.size() ? rule.at(at + 1) : '\n';
        if (letter == '\\' && (next == ' ' || next == '#'))
            name += rule.at(++at);
        else if (letter == '$' && next == '$')
            name += rule.at(++at);
        else if (letter == ' ' || letter == '\n' || letter == '\r' || (letter == '\\' && next == '\n'))
            take();
        else
            name += letter;
    }
    take();
    return result;
}

QStringList readDependencyFile(const QString &fileName)
{
    QFile file(fileName);
    return file.open(QIODevice::ReadOnly) ? understandDependencies(file.readAll()) : QStringList();
}

} // namespace Playground
