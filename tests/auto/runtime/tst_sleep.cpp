// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/asyncio/sleep.h"
#include "core/runtime/clock.h"

#include <QCoroTask>

#include <QTest>

using namespace Playground;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

QCoro::Task<> sleepAndNote(std::chrono::milliseconds duration, QString name, QStringList *log)
{
    co_await sleep(duration);
    log->append(name);
}

QCoro::Task<> sleepTwice(QStringList *log)
{
    co_await sleep(1s);
    co_await sleep(2s);
    log->append(u"twice"_s);
}

} // namespace

/// Coroutines that sleep, on the instant clock.
class TestSleep : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { Clock::instance().start(Trace::ClockMode::Instant); }

    void aSleepDoesNotEndBeforeTheLoopTurns()
    {
        QStringList log;
        const auto task = sleepAndNote(0ms, u"zero"_s, &log);
        QVERIFY(log.isEmpty());
        QTRY_COMPARE(log, QStringList{u"zero"_s});
    }

    void sleepersWakeByDeadlineAndThenInTheOrderOfTheirCalls()
    {
        QStringList log;
        const auto now = Clock::instance().now();
        const auto third = sleepAndNote(305ms, u"305"_s, &log);
        const auto first = sleepAndNote(300ms, u"300 first"_s, &log);
        const auto second = sleepAndNote(300ms, u"300 second"_s, &log);
        const auto zero = sleepAndNote(0ms, u"0"_s, &log);
        QTRY_COMPARE(log, (QStringList{u"0"_s, u"300 first"_s, u"300 second"_s, u"305"_s}));
        QCOMPARE((Clock::instance().now() - now).count(), std::chrono::nanoseconds(305ms).count());
    }

    void sleepsOneAfterTheOtherAddUp()
    {
        QStringList log;
        const auto now = Clock::instance().now();
        const auto task = sleepTwice(&log);
        QTRY_COMPARE(log.size(), 1);
        QCOMPARE((Clock::instance().now() - now).count(), std::chrono::nanoseconds(3s).count());
    }

    void aBlockedThreadHoldsUpEverybodyForAsLongAsItSays()
    {
        QStringList log;
        const auto began = loopTime();
        const auto task = sleepAndNote(1s, u"late"_s, &log);
        blockFor(5s);
        QVERIFY(loopTime() - began == 5s);
        QVERIFY(log.isEmpty());
        QTRY_COMPARE(log.size(), 1);
        QVERIFY(loopTime() - began == 5s);
    }

    void aHundredThousandSleepersAllWake()
    {
        QStringList log;
        std::vector<QCoro::Task<>> tasks;
        tasks.reserve(100'000);
        for (int i = 0; i < 100'000; ++i)
            tasks.push_back(sleepAndNote(std::chrono::milliseconds(i % 10), {}, &log));
        QTRY_COMPARE(log.size(), 100'000);
    }
};

QTEST_GUILESS_MAIN(TestSleep)
#include "tst_sleep.moc"
