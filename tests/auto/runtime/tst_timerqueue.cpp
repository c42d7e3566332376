// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/timerqueue.h"

#include <QTest>

#include <deque>
#include <map>
#include <random>

using namespace Playground;
using namespace std::chrono_literals;

namespace {

class TestTimer final : public Timer {
public:
    explicit TestTimer(int number)
        : m_number(number)
    {
    }
    void run() override { }
    int number() const { return m_number; }

private:
    int m_number;
};

int numberOf(Job *job)
{
    return job ? static_cast<TestTimer *>(job)->number() : -1;
}

} // namespace

class TestTimerQueue : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void anEmptyOneHasNothing()
    {
        TimerQueue queue;
        QVERIFY(queue.isEmpty());
        QVERIFY(queue.next() == Trace::Open);
        QVERIFY(!queue.takeDue(Trace::Open));
    }

    void nothingComesBeforeItsDeadlineAndAllAtIt()
    {
        TimerQueue queue;
        TestTimer timer(1);
        queue.add(timer.slot(), 10ns);
        QVERIFY(!queue.takeDue(9ns));
        QCOMPARE(numberOf(queue.takeDue(10ns)), 1);
        QVERIFY(!timer.isPending());
    }

    void equalDeadlinesComeInTheOrderOfTheCallsWhereverTheyStand()
    {
        TimerQueue queue;
        std::deque<TestTimer> timers;
        for (int i = 0; i < 6; ++i)
            timers.emplace_back(i);
        queue.add(timers[0].slot(), 20ns);
        queue.add(timers[1].slot(), 10ns); // earlier than the line's last: to the heap
        queue.add(timers[2].slot(), 20ns);
        queue.add(timers[3].slot(), 10ns);
        queue.add(timers[4].slot(), 20ns);
        queue.add(timers[5].slot(), 10ns);
        for (const int expected : {1, 3, 5, 0, 2, 4})
            QCOMPARE(numberOf(queue.takeDue(20ns)), expected);
    }

    void oneThatGoesAwayIsCalledOff()
    {
        TimerQueue queue;
        TestTimer first(1);
        queue.add(first.slot(), 10ns);
        {
            TestTimer gone(2);
            queue.add(gone.slot(), 10ns);
            TestTimer earlier(3);
            queue.add(earlier.slot(), 5ns);
        }
        QCOMPARE(numberOf(queue.takeDue(20ns)), 1);
        QVERIFY(queue.isEmpty());
    }

    /// Against a map that does the same slowly.
    void itAgreesWithAMapOverManyRandomSteps()
    {
        std::mt19937 random(4); // NOLINT: the same numbers each time
        TimerQueue queue;
        std::deque<TestTimer> timers;
        for (int i = 0; i < 2'000; ++i)
            timers.emplace_back(i);
        std::map<std::pair<Trace::Time, int>, int> model;
        std::vector<std::optional<std::pair<Trace::Time, int>>> keys(timers.size());
        int order = 0;
        Trace::Time now{0};
        for (int step = 0; step < 60'000; ++step) {
            const auto which = size_t(random() % timers.size());
            const auto action = random() % 4;
            if (action < 2 && !keys[which]) {
                // Mostly of few durations, as programs have them.
                const auto deadline = now + (random() % 5 ? 100ns : Trace::Time(random() % 300));
                keys[which] = {deadline, order++};
                model.emplace(*keys[which], int(which));
                queue.add(timers[which].slot(), deadline);
            } else if (action == 2 && keys[which]) {
                model.erase(*keys[which]);
                keys[which].reset();
                timers[which].callOff();
            } else if (action == 3) {
                now += Trace::Time(random() % 3);
                const bool isDue = !model.empty() && model.begin()->first.first <= now;
                const int expected = isDue ? model.begin()->second : -1;
                if (isDue) {
                    keys[size_t(expected)].reset();
                    model.erase(model.begin());
                }
                QCOMPARE(numberOf(queue.takeDue(now)), expected);
            }
            QVERIFY(queue.next() == (model.empty() ? Trace::Open : model.begin()->first.first));
            QCOMPARE(queue.isEmpty(), model.empty());
        }
    }
};

QTEST_GUILESS_MAIN(TestTimerQueue)
#include "tst_timerqueue.moc"
