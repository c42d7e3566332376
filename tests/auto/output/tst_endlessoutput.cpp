// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "../session/remains.h"
#include "realruns.h"
#include "ui/output/outputpanel.h"
#include "ui/output/outputview.h"
#include "ui/run/selection.h"
#include "ui/theme/appearance.h"

#include <QElapsedTimer>
#include <QFile>
#include <QScrollBar>
#include <QTest>
#include <QTimer>

#include <algorithm>
#include <chrono>
#include <vector>

#include <unistd.h>

using namespace Playground;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// How late the window may answer.
constexpr auto Longest = 100ms;

/// How long each run is watched; longer where somebody wants to know.
std::chrono::milliseconds watchingTime()
{
    bool isNumber = false;
    const int seconds = qEnvironmentVariableIntValue("PLAYGROUND_WATCH_SECONDS", &isNumber);
    return isNumber ? std::chrono::milliseconds(std::chrono::seconds(seconds)) : 4000ms;
}

/// A timer that is to fire all the time, and how late it was.
class Heartbeat {
public:
    Heartbeat()
    {
        m_timer.setTimerType(Qt::PreciseTimer);
        m_timer.setInterval(Interval);
        QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] {
            const auto late = std::chrono::nanoseconds(m_clock.nsecsElapsed()) - Interval;
            m_clock.restart();
            m_late.push_back(std::max<std::chrono::nanoseconds>(late, 0ns));
        });
        m_clock.start();
        m_timer.start();
    }

    void restart()
    {
        m_late.clear();
        m_clock.restart();
    }

    double longest() const { return milliseconds(1); }
    /// So many of all were not later, in milliseconds.
    double milliseconds(double part) const
    {
        std::vector<std::chrono::nanoseconds> sorted = m_late;
        if (sorted.empty())
            return 0;
        std::sort(sorted.begin(), sorted.end());
        const auto index = std::min(std::size_t(double(sorted.size()) * part), sorted.size() - 1);
        return double(sorted[index].count()) / 1e6;
    }

private:
    static constexpr auto Interval = 5ms;
    QTimer m_timer;
    QElapsedTimer m_clock;
    std::vector<std::chrono::nanoseconds> m_late;
};

/// Of this process, in MiB.
double residentMemory()
{
    QFile file(u"/proc/self/statm"_s);
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    return double(file.readAll().split(' ').value(1).toLongLong()) * double(sysconf(_SC_PAGESIZE)) / (1024 * 1024);
}

} // namespace

class TestEndlessOutput : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theWindowAnswersAndStops_data();
    void theWindowAnswersAndStops();
};

void TestEndlessOutput::theWindowAnswersAndStops_data()
{
    QTest::addColumn<QByteArray>("program");
    QTest::addColumn<bool>("prints");
    QTest::newRow("busy for ever") << QByteArray("while True: pass\n") << false;
    QTest::newRow("busy in a task") << QByteArray("import asyncio\n"
                                                  "async def main():\n"
                                                  "    while True: pass\n"
                                                  "asyncio.run(main())\n")
                                    << false;
    QTest::newRow("endless print") << QByteArray("while True: print(1)\n") << true;
    QTest::newRow("flushed") << QByteArray("while True: print('a line of text', flush=True)\n") << true;
    QTest::newRow("without line ends") << QByteArray("while True: print('.', end='')\n") << true;
    QTest::newRow("on the instant clock") << QByteArray("while True: print(1)\n") << true;
    QTest::newRow("ten tasks") << QByteArray("import asyncio\n"
                                             "async def chat(i):\n"
                                             "    while True:\n"
                                             "        print('task', i, 'says something')\n"
                                             "        await asyncio.sleep(0)\n"
                                             "async def main():\n"
                                             "    await asyncio.gather(*(chat(i) for i in range(10)))\n"
                                             "asyncio.run(main())\n")
                               << true;
    QTest::newRow("long lines") << QByteArray("while True: print('x' * 100_000)\n") << true;
    QTest::newRow("Chinese") << QByteArray("while True: print('你好，世界' * 20)\n") << true;
    QTest::newRow("progress") << QByteArray("import sys\n"
                                            "i = 0\n"
                                            "while True:\n"
                                            "    i += 1\n"
                                            "    print('\\r', i, '%', end='', file=sys.stderr)\n")
                              << false; // all of it on one line
    QTest::newRow("a child") << QByteArray("import subprocess\nsubprocess.run(['yes'])\n") << true;
}

void TestEndlessOutput::theWindowAnswersAndStops()
{
    QFETCH(const QByteArray, program);
    QFETCH(const bool, prints);
    const bool isInstant = QByteArray(QTest::currentDataTag()).contains("instant");
    const Mark mark;
    Appearance appearance;
    CurrentRun run;
    Selection selection;
    OutputPanel panel(&appearance, &run, &selection);
    panel.resize(420, 600);
    panel.show();
    auto *view = panel.findChild<OutputView *>();
    QTest::qWait(50); // what is slow once: fonts

    const double memoryBefore = residentMemory();
    run.start(realRun(program, isInstant ? Trace::ClockMode::Instant : Trace::ClockMode::Real));
    Heartbeat heartbeat;
    QTRY_VERIFY_WITH_TIMEOUT(run.phase() == CurrentRun::Phase::Live, Patience);
    QTest::qWait(int(watchingTime().count()) / 2);
    const double memoryHalfway = residentMemory();
    view->verticalScrollBar()->setValue(0); // and with somebody who reads
    QTest::qWait(int(watchingTime().count()) / 2);
    QVERIFY(run.phase() == CurrentRun::Phase::Live);
    QCOMPARE(view->verticalScrollBar()->maximum() > 0, prints);

    QElapsedTimer clock;
    clock.start();
    run.stop();
    QVERIFY(QTest::qWaitFor([&run] { return run.phase() == CurrentRun::Phase::Ended; }, Patience));
    const qint64 stopped = clock.elapsed();
    qInfo("late by %.1f ms at most, %.1f ms in 99 of 100; memory %.0f, %.0f, %.0f MiB; stopped in %lld ms",
          heartbeat.longest(), heartbeat.milliseconds(0.99), memoryBefore, memoryHalfway, residentMemory(), stopped);
    QVERIFY2(heartbeat.longest() < double(Longest.count()), qPrintable(QString::number(heartbeat.longest())));
    QVERIFY2(stopped < 1000, qPrintable(QString::number(stopped)));
    QCOMPARE(mark.count(), 0);
    QVERIFY2(residentMemory() < memoryBefore + 200, qPrintable(QString::number(residentMemory())));
}

QTEST_MAIN(TestEndlessOutput)
#include "tst_endlessoutput.moc"
