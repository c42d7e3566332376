// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "../session/remains.h"
#include "ui/output/outputview.h"
#include "windowundertest.h"

#include <QElapsedTimer>
#include <QScrollBar>
#include <QTest>
#include <QTimer>

#include <chrono>

using namespace Playground;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// How late the window may answer, and how long a program may live when it is stopped; in milliseconds.
constexpr double LatestAnswer = 100;
constexpr qint64 LatestEnd = 1000;
constexpr int WatchingTime = 2500;

/// The longest time for which nobody could have used the window.
class Heartbeat {
public:
    Heartbeat()
    {
        m_timer.setTimerType(Qt::PreciseTimer);
        m_timer.setInterval(Interval);
        QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] {
            m_longest = std::max(m_longest, std::chrono::nanoseconds(m_clock.nsecsElapsed()) - Interval);
            m_clock.restart();
        });
        m_clock.start();
        m_timer.start();
    }

    double longest() const { return double(m_longest.count()) / 1e6; }

private:
    static constexpr std::chrono::milliseconds Interval = 5ms;
    QTimer m_timer;
    QElapsedTimer m_clock;
    std::chrono::nanoseconds m_longest{};
};

} // namespace

class TestStopping : public QObject {
    Q_OBJECT
public:
    static void initMain() { prepareWindowTests(); }

private Q_SLOTS:
    void theWindowAnswersAndStops_data();
    void theWindowAnswersAndStops();
    void closingTheWindowEndsTheRun();
    void anotherRunEndsTheOneBefore();
    void anotherProgramEndsTheRun();
};

void TestStopping::theWindowAnswersAndStops_data()
{
    QTest::addColumn<QString>("program");
    QTest::addColumn<bool>("prints");
    QTest::newRow("busy for ever") << u"while True: pass\n"_s << false;
    QTest::newRow("busy in a task") << u"import asyncio\n\nasync def sleeper():\n    await asyncio.sleep(0.1)\n\n"
                                       "async def main():\n    asyncio.create_task(sleeper())\n"
                                       "    await asyncio.sleep(0)\n    while True: pass\n\nasyncio.run(main())\n"_s
                                    << false;
    QTest::newRow("endless print") << u"while True: print(1)\n"_s << true;
    QTest::newRow("many tasks that print") << u"import asyncio\n\nasync def chat(i):\n    while True:\n"
                                              "        print('task', i)\n        await asyncio.sleep(0)\n\n"
                                              "async def main():\n"
                                              "    await asyncio.gather(*(chat(i) for i in range(50)))\n\n"
                                              "asyncio.run(main())\n"_s
                                           << true;
    QTest::newRow("deaf to signals and with children")
        << u"import signal, subprocess\nsignal.signal(signal.SIGTERM, signal.SIG_IGN)\n"
           "subprocess.Popen(['sleep', '1000'], start_new_session=True)\nprint('up')\nwhile True: pass\n"_s
        << false;
}

void TestStopping::theWindowAnswersAndStops()
{
    QFETCH(const QString, program);
    QFETCH(const bool, prints);
    const Mark mark;
    const Home home;
    WindowUnderTest window(home);
    WindowUnderTest::replaceProgram(program);
    // What is slow once: fonts, the first paint.
    QVERIFY(QTest::qWaitForWindowExposed(&*window));
    QTest::qWait(300);

    WindowUnderTest::press(Qt::Key_F5);
    const Heartbeat heartbeat;
    QTRY_COMPARE_WITH_TIMEOUT(window.state(), u"● Running"_s, Patience);
    QTest::qWait(WatchingTime);
    QCOMPARE(window.state(), u"● Running"_s);
    QCOMPARE(window.outputView()->verticalScrollBar()->maximum() > 0, prints);
    QVERIFY(mark.count() > 0);

    QElapsedTimer clock;
    clock.start();
    WindowUnderTest::press(Qt::SHIFT | Qt::Key_F5);
    QTRY_COMPARE_WITH_TIMEOUT(window.state(), u"■ Stopped"_s, Patience);
    const qint64 stopped = clock.elapsed();
    qInfo("late by %.1f ms at most; stopped in %lld ms", heartbeat.longest(), stopped);
    QVERIFY2(heartbeat.longest() < LatestAnswer, qPrintable(QString::number(heartbeat.longest())));
    QVERIFY2(stopped < LatestEnd, qPrintable(QString::number(stopped)));
    QCOMPARE(mark.count(), 0);
    QVERIFY(window.labelText(u"outputEnd"_s).startsWith(u"stopped"_s));

    // And nothing is worn out.
    WindowUnderTest::replaceProgram(u"print('still here')\n"_s);
    QVERIFY(window.runToEnd());
    QCOMPARE(window.output(), QStringList{u"still here"_s});
}

void TestStopping::closingTheWindowEndsTheRun()
{
    const Mark mark;
    const Home home;
    WindowUnderTest window(home);
    WindowUnderTest::replaceProgram(u"while True: pass\n"_s);
    WindowUnderTest::press(Qt::Key_F5);
    QTRY_COMPARE_WITH_TIMEOUT(window.state(), u"● Running"_s, Patience);
    QVERIFY(mark.count() > 0);
    WindowUnderTest::press(Qt::CTRL | Qt::Key_Q);
    QVERIFY(!window->isVisible());
    QTRY_COMPARE_WITH_TIMEOUT(mark.count(), 0, Patience);
}

void TestStopping::anotherRunEndsTheOneBefore()
{
    const Home home;
    WindowUnderTest window(home);
    WindowUnderTest::replaceProgram(u"print('first')\nwhile True: pass\n"_s);
    WindowUnderTest::press(Qt::Key_F5);
    QTRY_COMPARE_WITH_TIMEOUT(window.output(), QStringList{u"first"_s}, Patience);
    WindowUnderTest::replaceProgram(u"print('second')\n"_s);
    WindowUnderTest::press(Qt::Key_F5);
    QTRY_COMPARE_WITH_TIMEOUT(window.output(), QStringList{u"second"_s}, Patience);
    QTRY_COMPARE_WITH_TIMEOUT(window.state(), u"✓ Finished"_s, Patience);
}

void TestStopping::anotherProgramEndsTheRun()
{
    const Mark mark;
    const Home home;
    WindowUnderTest window(home);
    WindowUnderTest::press(Qt::Key_F5);
    QTRY_COMPARE_WITH_TIMEOUT(window.state(), u"● Running"_s, Patience);
    WindowUnderTest::openByName(u"blocking"_s);
    QCOMPARE(window.state(), u"Ready"_s);
    QTRY_COMPARE_WITH_TIMEOUT(mark.count(), 0, Patience);
}

QTEST_MAIN(TestStopping)
#include "tst_stopping.moc"
