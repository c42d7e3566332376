// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/gantt/lanebars.h"

#include <QTest>

using namespace Playground;
using namespace std::chrono_literals;
using Trace::Time;

namespace {

const TimeScale Scale{0s, 1s, 100, 1000}; // a millisecond a pixel

/// Pixels of the state, as parts of the lane's height.
double areaOf(const std::vector<LaneBar> &bars, ChartState state)
{
    double area = 0;
    for (const LaneBar &bar : bars) {
        if (bar.state == state)
            area += bar.span.width() * (bar.bottom - bar.top);
    }
    return area;
}

/// Tasks switching all the time: `count` turns of `ran` each, `ready` between them.
std::vector<StateSpan> switches(int count, Time ran, Time ready)
{
    std::vector<StateSpan> spans;
    Time at{};
    for (int i = 0; i < count; ++i) {
        spans.push_back({at, at + ran, ChartState::Running});
        spans.push_back({at + ran, at + ran + ready, ChartState::Ready});
        at += ran + ready;
    }
    return spans;
}

} // namespace

class LaneBarsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aLaneWithoutSpansHasNoBars() { QVERIFY(laneBars({}, Scale).empty()); }

    void whatIsOutsideOfTheRangeIsNotDrawn()
    {
        const std::vector<StateSpan> spans{{2s, 3s, ChartState::Running}};
        QVERIFY(laneBars(spans, Scale).empty());
    }

    void longSpansAreDrawnAsTheyAre()
    {
        const std::vector<StateSpan> spans{{100ms, 300ms, ChartState::WaitingForTime},
                                           {300ms, 350ms, ChartState::Running}};
        const std::vector<LaneBar> expected{{{200, 400}, 0, 1, ChartState::WaitingForTime},
                                            {{400, 450}, 0, 1, ChartState::Running}};
        QCOMPARE(laneBars(spans, Scale), expected);
    }

    void aSliceOfAMicrosecondIsSeen()
    {
        const std::vector<StateSpan> spans{{0s, 1us, ChartState::Running}, {1us, 500ms, ChartState::WaitingForTime}};
        const std::vector<LaneBar> bars = laneBars(spans, Scale);
        QCOMPARE(bars.back(), (LaneBar{{100, 102}, 0, 1, ChartState::Running}));
    }

    void aSliceWithoutDurationIsSeen()
    {
        const std::vector<StateSpan> spans{{0s, 0s, ChartState::Running},
                                           {0s, 500ms, ChartState::WaitingForTime},
                                           {500ms, 500ms, ChartState::Running}};
        const std::vector<LaneBar> bars = laneBars(spans, Scale);
        QCOMPARE(bars.size(), size_t(3));
        QCOMPARE(bars[1].span, (PixelSpan{100, 102}));
        QCOMPARE(bars[2].span, (PixelSpan{598, 600})); // the last one ends where the lane does
    }

    void aMomentOfReadinessIsNotSeen()
    {
        const std::vector<StateSpan> spans{
            {0s, 10us, ChartState::Ready}, {10us, 20us, ChartState::Running}, {20us, 1s, ChartState::WaitingForTime}};
        QCOMPARE(areaOf(laneBars(spans, Scale), ChartState::Ready), 0.0);
    }

    void starvationIsSeenWhole()
    {
        const std::vector<StateSpan> spans{{0s, 1ms, ChartState::Running},
                                           {1ms, 100ms, ChartState::WaitingForTime},
                                           {100ms, 103ms, ChartState::Ready},
                                           {103ms, 200ms, ChartState::Running}};
        QCOMPARE(areaOf(laneBars(spans, Scale), ChartState::Ready), 3.0);
    }

    void aCrowdOfSlicesKeepsItsProportions_data()
    {
        QTest::addColumn<int>("count");
        QTest::addColumn<double>("part");
        QTest::newRow("a tenth, few") << 400 << 0.2;
        QTest::newRow("half, many") << 100'000 << 0.5;
        QTest::newRow("nearly all, very many") << 300'000 << 0.9;
    }

    void aCrowdOfSlicesKeepsItsProportions()
    {
        QFETCH(int, count);
        QFETCH(double, part);
        const Time round = Time(1s) / count;
        const Time ran(std::llround(double(round.count()) * part));
        const std::vector<LaneBar> bars = laneBars(switches(count, ran, round - ran), Scale);
        QVERIFY2(bars.size() < 1000, qPrintable(QString::number(bars.size())));
        QVERIFY2(std::abs(areaOf(bars, ChartState::Running) / 1000 - part) < 0.05,
                 qPrintable(QString::number(areaOf(bars, ChartState::Running))));
        QVERIFY(std::abs(areaOf(bars, ChartState::Running) + areaOf(bars, ChartState::Ready) - 1000) < 5);
    }

    void aCrowdThatHardlyRanStillShowsThatItRan()
    {
        const std::vector<LaneBar> bars = laneBars(switches(100'000, 1ns, 9'999ns), Scale);
        const double ran = areaOf(bars, ChartState::Running);
        QVERIFY2(ran > 50 && ran < 200, qPrintable(QString::number(ran)));
    }

    void theListIsBoundedWhateverTheSpans()
    {
        // Nothing repeats, so that nothing merges.
        std::vector<StateSpan> spans;
        Time at{};
        for (int i = 0; at < 1s; ++i) {
            const Time end = at + Time(1'000 + (i * 7919) % 9'000);
            spans.push_back({at, end, ChartState(i % ChartStates)});
            at = end;
        }
        QVERIFY(spans.size() > 100'000);
        QVERIFY(laneBars(spans, Scale).size() < 1000 / 4 * ChartStates + 10);
    }
};

QTEST_GUILESS_MAIN(LaneBarsTest)
#include "tst_lanebars.moc"
