// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDir>
#include <QFile>
#include <QTest>
#include <QUuid>

/// Marks all processes that descend from this one by a word in their environment, wherever they hide, and finds them.
class Mark {
public:
    Mark()
        : m_word("PLAYGROUND_TEST_RUN=" + QUuid::createUuid().toByteArray(QUuid::WithoutBraces))
    {
        const qsizetype equals = m_word.indexOf('=');
        qputenv(m_word.first(equals).constData(), m_word.sliced(equals + 1));
    }

    /// How many processes have the mark, without this one, whose environment was made before.
    int count() const
    {
        int found = 0;
        const QStringList processes = QDir(QStringLiteral("/proc")).entryList(QDir::Dirs);
        for (const QString &process : processes) {
            QFile environment(QStringLiteral("/proc/%1/environ").arg(process));
            if (environment.open(QIODevice::ReadOnly) && environment.readAll().split('\0').contains(m_word))
                ++found;
        }
        return found;
    }

private:
    QByteArray m_word;
};
