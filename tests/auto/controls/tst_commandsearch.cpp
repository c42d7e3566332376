// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/controls/commandsearch.h"

#include <QTest>

using namespace Playground;
using namespace Qt::StringLiterals;

namespace {

CommandNames named(const QString &shown, const QString &other = {})
{
    return {shown, other, true, 0};
}

/// The names of what is found, in its order.
QStringList found(QStringView query, const std::vector<CommandNames> &commands)
{
    QStringList names;
    for (const FoundCommand &one : findCommands(query, commands))
        names << commands[size_t(one.index)].shown;
    return names;
}

} // namespace

class CommandSearchTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void nothingMatchesEverything()
    {
        QVERIFY(matchScore(u"", u"Run"));
        QVERIFY(matchScore(u"   ", u""));
    }

    void whatIsNotThereDoesNotMatch()
    {
        QVERIFY(!matchScore(u"x", u"Run"));
        QVERIFY(!matchScore(u"run x", u"Run"));
        QVERIFY(!matchScore(u"nur", u"Run"));
        QVERIFY(!matchScore(u"r", u""));
    }

    void theBeginningOfAWordIsBest()
    {
        const auto start = matchScore(u"con", u"View: High contrast");
        const auto within = matchScore(u"tras", u"View: High contrast");
        const auto letters = matchScore(u"hco", u"View: High contrast");
        QVERIFY(start && within && letters);
        QVERIFY(*start > *within);
        QVERIFY(*within > *letters);
    }

    void everyWordOfTheQueryCounts()
    {
        QVERIFY(matchScore(u"contrast view", u"View: High contrast"));
        QVERIFY(!matchScore(u"contrast file", u"View: High contrast"));
    }

    void capitalsDoNotMatter() { QCOMPARE(matchScore(u"RUN", u"Run: Stop"), matchScore(u"run", u"Run: Stop")); }

    void theBestComesFirst()
    {
        QCOMPARE(found(u"sto", {named(u"Show the tool bar"_s), named(u"Restore"_s), named(u"Run: Stop"_s)}),
                 QStringList({u"Run: Stop"_s, u"Restore"_s, u"Show the tool bar"_s}));
    }

    void eitherLanguageFinds()
    {
        const std::vector<CommandNames> commands{named(u"Run: Stop"_s, u"运行：停止"_s),
                                                 named(u"File: Open…"_s, u"文件：打开…"_s)};
        QCOMPARE(findCommands(u"打开", commands), std::vector<FoundCommand>({{1, true}}));
        QCOMPARE(findCommands(u"open", commands), std::vector<FoundCommand>({{1, false}}));
    }

    void theShownNameIsEnoughWhereBothMatch()
    {
        const std::vector<CommandNames> commands{named(u"编辑：切换 QCoro"_s, u"Edit: Toggle QCoro"_s)};
        QCOMPARE(findCommands(u"qcoro", commands), std::vector<FoundCommand>({{0, false}}));
    }

    void whatWasUsedLastComesFirst()
    {
        std::vector<CommandNames> commands{named(u"A"_s), named(u"B"_s), named(u"C"_s)};
        commands[1].lastUsed = 1;
        commands[2].lastUsed = 2;
        QCOMPARE(found(u"", commands), QStringList({u"C"_s, u"B"_s, u"A"_s}));
    }

    void aBetterMatchIsBeforeOneThatWasUsed()
    {
        std::vector<CommandNames> commands{named(u"Restore"_s), named(u"Stop"_s)};
        commands[0].lastUsed = 9;
        QCOMPARE(found(u"sto", commands), QStringList({u"Stop"_s, u"Restore"_s}));
    }

    void disabledOnesAreLast()
    {
        std::vector<CommandNames> commands{named(u"Stop"_s), named(u"Restore"_s)};
        commands[0].isEnabled = false;
        QCOMPARE(found(u"sto", commands), QStringList({u"Restore"_s, u"Stop"_s}));
        QCOMPARE(found(u"", commands), QStringList({u"Restore"_s, u"Stop"_s}));
    }

    void noCommandsAreNoTrouble() { QVERIFY(findCommands(u"a", {}).empty()); }
};

QTEST_APPLESS_MAIN(CommandSearchTest)
#include "tst_commandsearch.moc"
