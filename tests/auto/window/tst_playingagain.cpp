// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editor/codeeditor.h"
#include "windowundertest.h"

#include <QAction>
#include <QTest>

using namespace Playground;
using namespace Qt::StringLiterals;

namespace {

/// The pills beside a line of the program.
QStringList standing(const WindowUnderTest &window, int line)
{
    window.editor()->grab();
    return window.editor()->labels().textsOf(line);
}

} // namespace

class TestPlayingAgain : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { prepareWindowTests(); }

    void everythingFollowsTheHead();
    void anotherRunEndsTheReplay();
};

void TestPlayingAgain::everythingFollowsTheHead()
{
    const Home home;
    WindowUnderTest window(home, u"en"_s, {{}, u"create_task"_s});
    QVERIFY(!window.action(Actions::Id::ReplayBack)->isEnabled());
    QVERIFY(window.useInstantClock());
    QVERIFY(window.runToEnd());
    const QStringList all = window.output();
    QVERIFY(all.size() > 4);
    const QString figures = window.labelText(u"concurrency"_s);
    QVERIFY2(figures.startsWith(u"5.00 s of waiting in 3.00 s"_s), qPrintable(figures));
    QCOMPARE(standing(window, 7), QStringList());

    WindowUnderTest::press(Qt::CTRL | Qt::Key_Comma); // to 3 s, when cat is back, or to what came after it
    while (!window.chartHeader().startsWith(u"2.00 s"_s)) {
        QVERIFY2(window.chartHeader() > u"2"_s, qPrintable(window.chartHeader()));
        WindowUnderTest::press(Qt::CTRL | Qt::Key_Comma);
    }
    QVERIFY2(window.chartHeader().contains(u"1 done"_s), qPrintable(window.chartHeader()));
    QCOMPARE(standing(window, 7), QStringList{u"cat · 1.00 s to go"_s});
    QCOMPARE(standing(window, 17), QStringList{u"main · waiting for cat"_s});
    QCOMPARE(window.output().last(), u"dog is back"_s);
    QVERIFY(window.labelText(u"outputEnd"_s).isNull());
    QCOMPARE(window.state(), u"▶ Replay"_s);
    // Three seconds are slept for by cat, and two by dog: of both, two have passed.
    QTRY_VERIFY2(window.labelText(u"concurrency"_s).startsWith(u"4.00 s of waiting in 2.00 s"_s),
                 qPrintable(window.labelText(u"concurrency"_s)));

    WindowUnderTest::press(Qt::CTRL | Qt::ALT | Qt::Key_Space);
    QTRY_COMPARE_WITH_TIMEOUT(window.output(), all, Patience);
    QTRY_VERIFY_WITH_TIMEOUT(!window.labelText(u"outputEnd"_s).isNull(), Patience);
    QCOMPARE(standing(window, 7), QStringList());
    QTRY_COMPARE(window.labelText(u"concurrency"_s), figures);
    QCOMPARE(window.state(), u"✓ Finished"_s);
}

void TestPlayingAgain::anotherRunEndsTheReplay()
{
    const Home home;
    WindowUnderTest window(home, u"en"_s, {{}, u"sleep"_s});
    QVERIFY(window.useInstantClock());
    QVERIFY(window.runToEnd());
    const QStringList all = window.output();
    const QString header = window.chartHeader();
    WindowUnderTest::press(Qt::CTRL | Qt::Key_Comma);
    WindowUnderTest::press(Qt::CTRL | Qt::Key_Comma);
    QVERIFY(window.output() != all);
    QVERIFY(window.runToEnd());
    QCOMPARE(window.output(), all);
    QCOMPARE(window.chartHeader(), header);
}

QTEST_MAIN(TestPlayingAgain)
#include "tst_playingagain.moc"
