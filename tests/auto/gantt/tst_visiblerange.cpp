// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/gantt/visiblerange.h"

#include <QSignalSpy>
#include <QTest>

using namespace Playground;
using namespace std::chrono_literals;
using Trace::Time;

namespace {

constexpr TimeRange TenSeconds{0s, 10s};

/// Where a moment is in a range, from 0 to 1.
double part(TimeRange range, Time at)
{
    return double((at - range.from).count()) / double(range.duration().count());
}

} // namespace

class VisibleRangeTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void anEmptyRangeStaysAsItIs()
    {
        QCOMPARE(zoomed({5s, 5s}, 5s, 0.5, TenSeconds), (TimeRange{5s, 5s}));
        QCOMPARE(zoomed(TenSeconds, 5s, 0, TenSeconds), TenSeconds);
        QCOMPARE(panned({}, 1s, {}), (TimeRange{}));
    }

    void zoomingKeepsTheMomentUnderThePointer_data()
    {
        QTest::addColumn<double>("at");
        QTest::addColumn<double>("factor");
        QTest::newRow("in, at the left") << 0.0 << 0.5;
        QTest::newRow("in, near the left") << 0.1 << 0.7;
        QTest::newRow("in, in the middle") << 0.5 << 0.01;
        QTest::newRow("in, at the right") << 1.0 << 0.5;
        QTest::newRow("out, in the middle") << 0.5 << 1.3;
        QTest::newRow("out, beside it") << 0.4 << 1.7;
    }

    void zoomingKeepsTheMomentUnderThePointer()
    {
        QFETCH(double, at);
        QFETCH(double, factor);
        const TimeRange range{4s, 6s};
        const Time moment = range.from + Time(std::llround(at * double(range.duration().count())));
        const TimeRange result = zoomed(range, moment, factor, TenSeconds);
        QVERIFY(std::abs(part(result, moment) - part(range, moment)) < 1e-6);
        QVERIFY(std::abs(double(result.duration().count()) / double(range.duration().count()) - factor) < 1e-6);
    }

    void zoomingOutEndsAtTheWhole()
    {
        QCOMPARE(zoomed({4s, 6s}, 4s, 1e9, TenSeconds), TenSeconds);
        QCOMPARE(zoomed({0s, 6s}, 6s, 1.5, TenSeconds), (TimeRange{0s, 9s})); // not before the beginning
    }

    void zoomingInEndsAtTheShortestRange()
    {
        QCOMPARE(zoomed({4s, 6s}, 5s, 1e-30, TenSeconds).duration(), ShortestRange);
        QCOMPARE(zoomed({0ns, 100ns}, 50ns, 0.1, {0ns, 100ns}), (TimeRange{0ns, 100ns}));
    }

    void panningStopsAtTheBounds()
    {
        QCOMPARE(panned({4s, 6s}, 1s, TenSeconds), (TimeRange{5s, 7s}));
        QCOMPARE(panned({4s, 6s}, 100s, TenSeconds), (TimeRange{8s, 10s}));
        QCOMPARE(panned({4s, 6s}, Time::min() / 2, TenSeconds), (TimeRange{0s, 2s}));
        QCOMPARE(panned({-4s, 60s}, 1s, TenSeconds), TenSeconds);
    }

    void theLiveAxisGrowsInStepsAheadOfNow()
    {
        QCOMPARE(liveEnd(0s, 1s), Time(1s));
        QCOMPARE(liveEnd(790ms, 1s), Time(1s));
        QCOMPARE(liveEnd(810ms, 1s), Time(1500ms));
        QCOMPARE(liveEnd(3s, 1s), Time(4s));
        QCOMPARE(liveEnd(50s, 1s), Time(80s));
        QCOMPARE(liveEnd(0s, 0s), Time(1us));
        Time before{};
        int steps = 0;
        for (Time now{}; now < 100s; now += 50ms) {
            const Time end = liveEnd(now, 1s);
            QVERIFY(end >= before);
            QVERIFY(now <= end * 0.81);
            steps += end != before ? 1 : 0;
            before = end;
        }
        QVERIFY2(steps < 20, qPrintable(QString::number(steps)));
    }

    void itFollowsUntilAHandMovesIt()
    {
        VisibleRange range;
        QSignalSpy following(&range, &VisibleRange::followingChanged);
        range.reset({0s, 1s});
        range.setWhole({0s, 2s});
        QVERIFY(range.isFollowing());
        QCOMPARE(range.range(), (TimeRange{0s, 2s}));

        range.zoom(1s, 0.5);
        QVERIFY(!range.isFollowing());
        QCOMPARE(range.range(), (TimeRange{500ms, 1500ms}));
        range.setWhole({0s, 3s});
        QCOMPARE(range.range(), (TimeRange{500ms, 1500ms}));

        range.follow();
        QVERIFY(range.isFollowing());
        QCOMPARE(range.range(), (TimeRange{0s, 3s}));
        QCOMPARE(following.size(), 2);
    }

    void aHandThatMovesNothingLetsItFollow()
    {
        VisibleRange range;
        range.reset(TenSeconds);
        range.zoom(5s, 2);
        range.pan(1s);
        QVERIFY(range.isFollowing());
        QCOMPARE(range.range(), TenSeconds);
    }

    void itGlidesToWhereItFollows()
    {
        VisibleRange range;
        range.reset({0s, 1s});
        range.setGlide(60ms);
        QSignalSpy changed(&range, &VisibleRange::changed);
        range.setWhole({0s, 2s});
        QCOMPARE(range.range(), (TimeRange{0s, 1s}));
        QCOMPARE(range.destination(), (TimeRange{0s, 2s}));
        QTRY_COMPARE(range.range(), (TimeRange{0s, 2s}));
        QVERIFY(!changed.isEmpty());
    }

    void aHandInterruptsTheGlide()
    {
        VisibleRange range;
        range.reset({0s, 1s});
        range.setGlide(10s);
        range.setWhole({0s, 2s});
        range.show({0s, 500ms});
        QCOMPARE(range.range(), (TimeRange{0s, 500ms}));
        QCOMPARE(range.destination(), (TimeRange{0s, 500ms}));
    }
};

QTEST_GUILESS_MAIN(VisibleRangeTest)
#include "tst_visiblerange.moc"
