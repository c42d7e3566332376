// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/clock.h"

#include <QTest>

#include <array>
#include <atomic>
#include <future>
#include <thread>

#include <csignal>

#include <poll.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace Playground;
using namespace std::chrono_literals;

namespace {

Clock &clockOfRun()
{
    return Clock::instance();
}

bool hasRung(const Alarm &alarm)
{
    pollfd descriptor{alarm.fileDescriptor(), POLLIN, 0};
    return ::poll(&descriptor, 1, 0) > 0;
}

} // namespace

/// The instant clock of this process: each test goes on from where the one before left it.
class TestInstantClock : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { clockOfRun().start(Trace::ClockMode::Instant); }

    void itStandsStillWhileTheThreadRuns()
    {
        const auto before = clockOfRun().now();
        for (std::atomic<int> i = 0; i < 1'000'000; ++i) { }
        QCOMPARE(clockOfRun().now().count(), before.count());
    }

    void aSleepMovesItToItsDeadlineExactly()
    {
        const auto deadline = clockOfRun().now() + 3600s;
        QVERIFY(clockOfRun().sleepUntil(deadline));
        QCOMPARE(clockOfRun().now().count(), deadline.count());
    }

    void aSleepIntoThePastReturnsAtOnce()
    {
        const auto now = clockOfRun().now();
        QVERIFY(clockOfRun().sleepUntil(now - 1s));
        QCOMPARE(clockOfRun().now().count(), now.count());
    }

    void anAlarmInThePastRingsAtOnceAndIsClearedAfterwards()
    {
        Alarm alarm;
        QVERIFY(!hasRung(alarm));
        alarm.set(clockOfRun().now() - 1ns);
        QVERIFY(hasRung(alarm));
        alarm.clear();
        QVERIFY(!hasRung(alarm));
    }

    void theEarlierOfTwoAlarmsRingsFirst()
    {
        Alarm late;
        Alarm early;
        const auto now = clockOfRun().now();
        late.set(now + 2s);
        early.set(now + 1s);
        pollfd descriptor{early.fileDescriptor(), POLLIN, 0};
        QCOMPARE(::poll(&descriptor, 1, 10'000), 1);
        QVERIFY(clockOfRun().now() >= now + 1s);
        late.set(Trace::Open);
    }

    void twoThreadsThatSleepWakeInTheOrderOfTheirDeadlines()
    {
        const auto now = clockOfRun().now();
        std::atomic<int> order = 0;
        auto late = std::async(std::launch::async, [&] {
            clockOfRun().sleepUntil(now + 20s);
            return order.fetch_add(1);
        });
        auto early = std::async(std::launch::async, [&] {
            clockOfRun().sleepUntil(now + 10s);
            return order.fetch_add(1);
        });
        QCOMPARE(early.get(), 0);
        QCOMPARE(late.get(), 1);
        QCOMPARE(clockOfRun().now().count(), (now + 20s).count());
    }

    void itDoesNotPassASleepWhileAnotherThreadIsComputing()
    {
        const auto now = clockOfRun().now();
        std::atomic<bool> stop = false;
        std::atomic<bool> isAwake = false;
        std::thread busy([&] {
            while (!stop) { }
        });
        auto sleeper = std::async(std::launch::async, [&] {
            clockOfRun().sleepUntil(now + 1s);
            isAwake = true;
        });
        // Nothing can be waited for that shall not happen; a moment is long enough for the clock to err.
        QVERIFY(sleeper.wait_for(50ms) == std::future_status::timeout);
        QVERIFY(!isAwake);
        stop = true;
        busy.join();
        sleeper.get();
        QCOMPARE(clockOfRun().now().count(), (now + 1s).count());
    }

    void itPassesAsTheWorldsTimeWhileAChildProcessLives()
    {
        std::array<int, 2> ends;
        QCOMPARE(::pipe(ends.data()), 0);
        const pid_t child = ::fork();
        if (child == 0) {
            char byte = 0;
            [[maybe_unused]] const auto count = ::read(ends[0], &byte, 1);
            ::_exit(0);
        }
        const auto began = std::chrono::steady_clock::now();
        clockOfRun().sleepUntil(clockOfRun().now() + 60ms);
        const auto took = std::chrono::steady_clock::now() - began;
        QCOMPARE(::write(ends[1], "x", 1), 1);
        ::waitpid(child, nullptr, 0);
        QVERIFY2(took >= 50ms, "the clock jumped although a child process might have been heard of");
    }

    void itPassesAsTheWorldsTimeWhileASignalIsToComeAlsoForOneThatWaitsForNoMoment()
    {
        itimerval soon{{0, 0}, {0, 60'000}};
        static std::atomic<bool> hasCome = false;
        ::signal(SIGALRM, [](int) { hasCome = true; });
        const auto before = clockOfRun().now();
        ::setitimer(ITIMER_REAL, &soon, nullptr);
        Alarm alarm;
        alarm.waitWithoutEnd();
        pollfd descriptor{alarm.fileDescriptor(), POLLIN, 0};
        while (!hasCome)
            ::poll(&descriptor, 1, 5);
        alarm.set(Trace::Open);
        QVERIFY(clockOfRun().now() - before >= 30ms);
        QVERIFY(clockOfRun().now() - before < 10s);
    }

    void aProgramThatSpinsOnItMovesIt()
    {
        const auto deadline = clockOfRun().now() + 1s;
        while (clockOfRun().look() < deadline) { }
        QVERIFY(clockOfRun().now() >= deadline);
    }

    void aForkedChildHasAClockOfItsOwnThatMoves()
    {
        const auto now = clockOfRun().now();
        const pid_t child = ::fork();
        if (child == 0) {
            // With a second thread, so that it takes more than jumping alone.
            std::thread other([now] { clockOfRun().sleepUntil(now + 30s); });
            clockOfRun().sleepUntil(now + 40s);
            other.join();
            ::_exit(clockOfRun().now() == now + 40s ? 0 : 1);
        }
        int status = -1;
        ::waitpid(child, &status, 0);
        QCOMPARE(status, 0);
        QCOMPARE(clockOfRun().now().count(), now.count());
    }
};

QTEST_GUILESS_MAIN(TestInstantClock)
#include "tst_instantclock.moc"
