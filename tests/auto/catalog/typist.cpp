// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
/// Somebody who types into a workspace and is then killed:
///
///     typist FOLDER EXAMPLES (example|untitled|file=PATH) TEXT
///
/// Says so on standard output when a second has passed since the last letter, and types nothing more.
#include "core/catalog/workspace.h"

#include <QCoreApplication>
#include <QTimer>

#include <chrono>
#include <cstdio>

using namespace Playground;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

int main(int count, char **arguments)
{
    QCoreApplication application(count, arguments);
    const QStringList given = QCoreApplication::arguments();
    Workspace workspace(readExamples(given.at(2)), given.at(1));
    const QString &what = given.at(3);
    if (what == u"example"_s)
        workspace.openExample(u"dog"_s);
    else if (what == u"untitled"_s)
        workspace.openUntitled();
    else
        workspace.openFile(what.sliced(u"file="_s.size()));
    const QString text = given.at(4);
    for (qsizetype length = 1; length <= text.size(); ++length)
        workspace.setText(text.first(length));
    QTimer::singleShot(1s, &application, [] {
        std::puts("typed");
        std::fflush(stdout);
    });
    return QCoreApplication::exec();
}
