// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/gantt/coordinates.h"

#include <QTest>

using namespace Playground;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Trace::Time;

namespace {

/// Six pixels a letter: labels of different lengths, without a font.
double letters(const QString &label)
{
    return 6.0 * double(label.size());
}

QStringList labelsOf(const std::vector<Tick> &ticks)
{
    QStringList labels;
    for (const Tick &tick : ticks)
        labels << tick.label;
    return labels;
}

} // namespace

class CoordinatesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aScaleWithoutDurationPutsEverythingAtItsLeft()
    {
        const TimeScale scale{2s, 2s, 100, 800};
        QCOMPARE(scale.toX(0s), 100.0);
        QCOMPARE(scale.toX(9s), 100.0);
        QCOMPARE(scale.toX(Trace::Open), 100.0);
        QCOMPARE(scale.toTime(500), Time(2s));
    }

    void aScaleWithoutWidthKnowsOnlyItsBeginning()
    {
        const TimeScale scale{1s, 2s, 100, 0};
        QCOMPARE(scale.toX(2s), 100.0);
        QCOMPARE(scale.toTime(100), Time(1s));
        QCOMPARE(scale.toTime(5000), Time(1s));
        QVERIFY(ticks(scale, letters, 10).empty());
    }

    void anEmptyRangeHasNoDuration()
    {
        QCOMPARE((TimeRange{3s, 1s}.duration()), Time(0s));
        QVERIFY((TimeRange{1s, 1s}.isEmpty()));
        QCOMPARE((TimeRange{1s, 3s}.duration()), Time(2s));
    }

    void timeAndPixelsAreInverse()
    {
        const TimeScale scale{1s, 6s, 190, 1000};
        QCOMPARE(scale.toX(1s), 190.0);
        QCOMPARE(scale.toX(6s), 1190.0);
        QCOMPARE(scale.toX(3s), 590.0);
        QCOMPARE(scale.toX(0s), -10.0); // linear outside, too
        QCOMPARE(scale.toX(Trace::Open), 1190.0);
        for (const Time time : {Time(1s), Time(1234567891ns), Time(5999999999ns)})
            QVERIFY(std::chrono::abs(scale.toTime(scale.toX(time)) - time) <= 1us);
    }

    void whatIsOutsideOfTheRangeIsNotVisible()
    {
        const TimeScale scale{1s, 2s, 0, 100};
        QVERIFY(!visibleSpan(scale, 2s + 1ns, 3s));
        QVERIFY(!visibleSpan(scale, 0s, 999ms));
        QVERIFY(!visibleSpan(scale, 2s, 1s));
        QCOMPARE(*visibleSpan(scale, 0s, 9s), (PixelSpan{0, 100}));
        QCOMPARE(*visibleSpan(scale, 1500ms, Trace::Open), (PixelSpan{50, 100}));
        QCOMPARE(*visibleSpan(scale, 1500ms, 1500ms), (PixelSpan{50, 50}));
    }

    void aShortSliceIsWidenedWithinItsBounds()
    {
        QCOMPARE(widened({10, 10}, 2, {0, 100}), (PixelSpan{10, 12}));
        QCOMPARE(widened({99.5, 100}, 2, {0, 100}), (PixelSpan{98, 100}));
        QCOMPARE(widened({10, 20}, 2, {0, 100}), (PixelSpan{10, 20}));
        QCOMPARE(widened({5, 5}, 2, {5, 6}), (PixelSpan{5, 7})); // bounds that are too narrow give way
    }

    void linesAreSharpInTheMiddleOfAPixel()
    {
        QCOMPARE(snappedToPixel(10.0), 10.5);
        QCOMPARE(snappedToPixel(10.9), 10.5);
        QCOMPARE(snappedToPixel(-0.2), -0.5);
    }

    void lanesFollowOneAnother()
    {
        LaneLayout layout;
        layout.top = 100;
        layout.laneHeight = 30;
        layout.barHeight = 20;
        QCOMPARE(layout.bottom(0), 100.0);
        QCOMPARE(layout.bottom(-1), 100.0);
        QCOMPARE(layout.laneTop(2), 160.0);
        QCOMPARE(layout.laneMiddle(0), 115.0);
        QCOMPARE(layout.barTop(0), 105.0);
        QCOMPARE(layout.bottom(3), layout.laneTop(3));
    }

    void deepTreesStopMovingToTheRight()
    {
        const LaneLayout layout;
        QCOMPARE(layout.indent(-1), 0.0);
        QCOMPARE(layout.indent(0), 0.0);
        QCOMPARE(layout.indent(2), 2 * layout.indentation);
        QCOMPARE(layout.indent(1000), layout.deepest * layout.indentation);
    }

    void stepsAreRound_data()
    {
        QTest::addColumn<qint64>("atLeast");
        QTest::addColumn<qint64>("step");
        const auto row = [](const char *name, Time atLeast, Time step) {
            QTest::newRow(name) << qint64(atLeast.count()) << qint64(step.count());
        };
        row("none", 0ns, 1ns);
        row("negative", -5s, 1ns);
        row("exact", 500ms, 500ms);
        row("a little more", 500ms + 1ns, 1s);
        row("nanoseconds", 3ns, 5ns);
        row("seconds", 6s, 10s);
        row("half minutes", 21s, 30s);
        row("minutes", 61s, 2min);
        row("an hour", 31min, 1h);
        row("hours", 3h, 4h);
    }

    void stepsAreRound()
    {
        QFETCH(qint64, atLeast);
        QFETCH(qint64, step);
        QCOMPARE(qint64(tickStep(Time(atLeast)).count()), step);
    }

    void theLongestStepEnds() { QVERIFY(tickStep(Time::max()) > 1h); }

    void labelsAreInTheUnitOfTheStep()
    {
        QCOMPARE(tickLabel(0s, 500ms), u"0 s"_s);
        QCOMPARE(tickLabel(1500ms, 500ms), u"1.5 s"_s);
        QCOMPARE(tickLabel(2s, 500ms), u"2 s"_s);
        QCOMPARE(tickLabel(20ms, 20ms), u"20 ms"_s);
        QCOMPARE(tickLabel(5us, 5us), u"5 µs"_s);
        QCOMPARE(tickLabel(500us, 500us), u"0.5 ms"_s);
        QCOMPARE(tickLabel(20ns, 20ns), u"20 ns"_s);
        QCOMPARE(tickLabel(2min, 1min), u"2 min"_s);
        QCOMPARE(tickLabel(90s, 30s), u"90 s"_s);
        QCOMPARE(tickLabel(2h, 1h), u"2 h"_s);
    }

    void aRangeWithoutDurationHasOneTick()
    {
        QCOMPARE(labelsOf(ticks({0s, 0s, 0, 500}, letters, 10)), QStringList{u"0 s"_s});
    }

    void fiveSecondsAreTickedInHalves()
    {
        QCOMPARE(labelsOf(ticks({0s, 3s, 0, 800}, letters, 10)),
                 (QStringList{u"0 s"_s, u"0.5 s"_s, u"1 s"_s, u"1.5 s"_s, u"2 s"_s, u"2.5 s"_s, u"3 s"_s}));
    }

    void ticksStandAtWholeMultiplesOfTheStep()
    {
        QCOMPARE(labelsOf(ticks({1300ms, 3200ms, 0, 300}, letters, 10)),
                 (QStringList{u"1.5 s"_s, u"2 s"_s, u"2.5 s"_s, u"3 s"_s}));
    }

    void noTwoLabelsOverlap_data()
    {
        QTest::addColumn<qint64>("to");
        for (const Time to : {Time(1ns), Time(37ns), Time(999us), Time(41ms), Time(3s), Time(59s), Time(61s),
                              Time(10min), Time(5h), Time(100'000h)})
            QTest::addRow("%lld ns", qlonglong(to.count())) << qint64(to.count());
    }

    void noTwoLabelsOverlap()
    {
        QFETCH(qint64, to);
        // Letters so wide that the usual step is too narrow for them.
        const auto wide = [](const QString &label) { return 40.0 * double(label.size()); };
        for (const double width : {1.0, 50.0, 333.0, 1000.0}) {
            const TimeScale scale{0s, Time(to), 100, width};
            const std::vector<Tick> all = ticks(scale, wide, 10);
            QVERIFY(!all.empty());
            for (size_t i = 1; i < all.size(); ++i) {
                const double left = scale.toX(all[i - 1].at) + wide(all[i - 1].label) / 2;
                const double right = scale.toX(all[i].at) - wide(all[i].label) / 2;
                QVERIFY2(left + 10 <= right, qPrintable(labelsOf(all).join(u", "_s)));
            }
        }
    }

    void durationsHaveThreeFigures()
    {
        QCOMPARE(durationText(-1s), u"0 s"_s);
        QCOMPARE(durationText(0s), u"0 s"_s);
        QCOMPARE(durationText(7ns), u"7 ns"_s);
        QCOMPARE(durationText(12us), u"12.0 µs"_s);
        QCOMPARE(durationText(999'700ns), u"1.00 ms"_s);
        QCOMPARE(durationText(35'200us), u"35.2 ms"_s);
        QCOMPARE(durationText(999'600us), u"1.00 s"_s);
        QCOMPARE(durationText(2s + 300us), u"2.00 s"_s);
        QCOMPARE(durationText(12'345ms), u"12.35 s"_s);
        QCOMPARE(durationText(123'456ms), u"123.5 s"_s);
        QCOMPARE(durationText(725s), u"12 min 5 s"_s);
    }
};

QTEST_GUILESS_MAIN(CoordinatesTest)
#include "tst_coordinates.moc"
