// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/auto/gantt/story.h"
#include "ui/gantt/chartindex.h"
#include "ui/gantt/tasklane.h"

#include <QRandomGenerator>
#include <QTest>

#include <numeric>

using namespace Playground;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Trace::TaskId;
using Trace::Time;
using Trace::WaitKind;

namespace {

const TimeScale Scale{0s, 1s, 100, 1000}; // a millisecond a pixel

class Spans : public LaneSpans {
public:
    explicit Spans(std::vector<StateSpan> spans)
        : m_spans(std::move(spans))
    {
    }

    qsizetype size() const override { return qsizetype(m_spans.size()); }
    StateSpan at(qsizetype index) const override
    {
        ++m_looks;
        return m_spans[size_t(index)];
    }
    /// How often one was looked at.
    qsizetype looks() const { return m_looks; }

private:
    std::vector<StateSpan> m_spans;
    mutable qsizetype m_looks = 0;
};

std::vector<LaneBlock> blocksOf(const LaneSpans &spans, const TimeScale &scale)
{
    SpanPyramid pyramid;
    pyramid.update(spans, spans.size());
    return laneBlocks(spans, pyramid, scale);
}

std::vector<LaneBlock> blocksOf(const std::vector<StateSpan> &spans)
{
    return blocksOf(Spans(spans), Scale);
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

StateTimes spentWithin(const LaneSpans &spans, TimeRange range)
{
    StateTimes spent{};
    for (qsizetype i = 0; i < spans.size(); ++i) {
        const StateSpan span = spans.at(i);
        spent[size_t(span.state)] +=
            std::max(Time::zero(), std::min(span.to, range.to) - std::max(span.from, range.from));
    }
    return spent;
}

/// Pixels of each state as they are painted: the area of its part of each column, as parts of the lane's height. Where a
/// state is shown higher than it is, so as to be seen at all, its time counts instead; `mostLent` is by how much parts
/// differ there.
std::array<double, ChartStates> paintedPixels(const std::vector<LaneBlock> &blocks, double &mostLent)
{
    constexpr int Rows = 1000;
    std::array<double, ChartStates> pixels{};
    for (const LaneBlock &block : blocks) {
        const auto shares = block.shares();
        const auto rows = stackedRows(shares, Rows);
        const bool lends =
            std::any_of(shares.begin(), shares.end(), [](float share) { return share > 0 && share < 0.1F; });
        for (size_t state = 0; state < pixels.size(); ++state) {
            const double painted = double(rows[state]) / Rows;
            if (lends)
                mostLent = std::max(mostLent, std::abs(painted - double(shares[state])));
            pixels[state] += block.span.width() * (lends ? double(shares[state]) : painted);
        }
    }
    return pixels;
}

/// A task's life at random: long waits and bursts of short ones.
std::vector<StateSpan> randomLife(QRandomGenerator &random, int count)
{
    std::vector<StateSpan> spans;
    Time at(random.bounded(1'000'000));
    for (int i = 0; i < count; ++i) {
        const Time length(qint64(std::pow(10.0, random.bounded(8.0))));
        const auto state = ChartState(random.bounded(ChartStates));
        const bool takesNoTime = state == ChartState::Running && random.bounded(10) == 0;
        const Time end = at + (takesNoTime ? Time::zero() : length);
        spans.push_back({at, end, state});
        at = end + (random.bounded(50) == 0 ? length : Time::zero());
    }
    return spans;
}

} // namespace

class LaneBarsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aLaneWithoutSpansHasNoBlocks() { QVERIFY(blocksOf(std::vector<StateSpan>{}).empty()); }

    void whatIsOutsideOfTheRangeIsNotDrawn() { QVERIFY(blocksOf({{2s, 3s, ChartState::Running}}).empty()); }

    void onAScaleWithoutDurationAllIsOneBlock()
    {
        const Spans spans({{0s, 0s, ChartState::Running}, {0s, 1s, ChartState::WaitingForTime}});
        const auto blocks = blocksOf(spans, {0s, 0s, 100, 1000});
        QCOMPARE(blocks.size(), 1U);
        QCOMPARE(blocks[0].span, (PixelSpan{100, 100}));
        QCOMPARE(blocks[0].state(), ChartState::Running);
    }

    void longSpansAreDrawnAsTheyAre()
    {
        const auto blocks = blocksOf({{100ms, 300ms, ChartState::WaitingForTime}, {300ms, 350ms, ChartState::Running}});
        QCOMPARE(blocks.size(), 2U);
        QCOMPARE(blocks[0].span, (PixelSpan{200, 400}));
        QCOMPARE(blocks[0].state(), ChartState::WaitingForTime);
        QVERIFY(!blocks[0].isMerged());
        QCOMPARE(blocks[1].span, (PixelSpan{400, 450}));
        QCOMPARE(blocks[1].shares()[size_t(ChartState::Running)], 1.0F);
    }

    void aSliceOfAMicrosecondIsSeen()
    {
        const auto blocks = blocksOf({{0s, 1us, ChartState::Running}, {1us, 500ms, ChartState::WaitingForTime}});
        QCOMPARE(blocks[0].state(), ChartState::Running);
        QCOMPARE(drawnSpan(blocks[0], {100, 600}), (PixelSpan{100, 102}));
    }

    void aSliceWithoutDurationIsSeen()
    {
        const auto blocks = blocksOf({{0s, 0s, ChartState::Running},
                                      {0s, 500ms, ChartState::WaitingForTime},
                                      {500ms, 500ms, ChartState::Running}});
        QCOMPARE(blocks.size(), 3U);
        QCOMPARE(drawnSpan(blocks[0], {100, 600}), (PixelSpan{100, 102}));
        QCOMPARE(drawnSpan(blocks[2], {100, 600}), (PixelSpan{598, 600})); // the last one ends where the lane does
    }

    void aSliceWithoutDurationIsSeenInACrowd()
    {
        std::vector<StateSpan> spans;
        for (int i = 0; i < 100; ++i) {
            spans.push_back({i * 1ms, i * 1ms, ChartState::Running});
            spans.push_back({i * 1ms, (i + 1) * 1ms, ChartState::WaitingForTime});
        }
        for (const LaneBlock &block : blocksOf(spans)) {
            QVERIFY(block.has(ChartState::Running));
            QVERIFY(stackedRows(block.shares(), 20)[size_t(ChartState::Running)] >= 2);
        }
    }

    void starvationIsSeenWhole()
    {
        const auto blocks = blocksOf({{0s, 1ms, ChartState::Running},
                                      {1ms, 100ms, ChartState::WaitingForTime},
                                      {100ms, 103ms, ChartState::Ready},
                                      {103ms, 200ms, ChartState::Running}});
        QCOMPARE(blocks[2].state(), ChartState::Ready);
        QCOMPARE(blocks[2].span, (PixelSpan{200, 203}));
    }

    void shortNeighboursAreMergedAndCounted()
    {
        const auto blocks = blocksOf({{0s, 100ms, ChartState::WaitingForTime},
                                      {100ms, 100100us, ChartState::Ready},
                                      {100100us, 100400us, ChartState::Running},
                                      {100400us, 300ms, ChartState::WaitingForNetwork}});
        QCOMPARE(blocks.size(), 3U);
        QVERIFY(blocks[1].isMerged());
        QCOMPARE(blocks[1].first, 1);
        QCOMPARE(blocks[1].end, 3);
        QCOMPARE(blocks[1].state(), ChartState::Running);
        QVERIFY(std::abs(blocks[1].shares()[size_t(ChartState::Ready)] - 0.25F) < 0.001F);
        QCOMPARE(blocks[1].shares()[size_t(ChartState::WaitingForTime)], 0.0F); // no state that is not there
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
        const auto blocks = blocksOf(switches(count, ran, round - ran));
        QVERIFY2(blocks.size() < 300, qPrintable(QString::number(blocks.size())));
        double running = 0;
        double all = 0;
        for (const LaneBlock &block : blocks) {
            const auto rows = stackedRows(block.shares(), 20);
            running += block.span.width() * rows[size_t(ChartState::Running)] / 20;
            all += block.span.width() * std::accumulate(rows.begin(), rows.end(), 0) / 20;
        }
        QVERIFY2(std::abs(running / 1000 - part) < 0.05, qPrintable(QString::number(running)));
        QVERIFY2(std::abs(all - 1000) < 5, qPrintable(QString::number(all)));
    }

    void whatLiesFarApartIsNotMerged()
    {
        std::vector<StateSpan> spans;
        for (int i = 0; i < 100; ++i)
            spans.push_back({i * 10ms, i * 10ms + 1us, ChartState::Running});
        const auto blocks = blocksOf(spans);
        QCOMPARE(blocks.size(), 100U);
        for (const LaneBlock &block : blocks)
            QVERIFY(!block.isMerged() && block.span.width() < 0.01);
    }

    /// As on a loop that has little to do.
    void aFewSlicesCloseTogetherAreToldApart()
    {
        std::vector<StateSpan> spans;
        for (int i = 0; i < 6; ++i)
            spans.push_back({i * 4ms, i * 4ms + 50us, ChartState::Running});
        const auto blocks = blocksOf(spans);
        QCOMPARE(blocks.size(), 6U);
        QVERIFY(std::none_of(blocks.begin(), blocks.end(), [](const LaneBlock &block) { return block.isMerged(); }));
        // Within a tick's width they are one.
        QCOMPARE(blocksOf({{0ms, 50us, ChartState::Running}, {1ms, 1050us, ChartState::Running}}).size(), 1U);
    }

    void columnsStandStillWhenTheChartMoves()
    {
        const Spans spans(switches(100'000, 4us, 6us));
        const auto edges = [&](TimeScale scale) {
            std::vector<Time> result;
            for (const LaneBlock &block : blocksOf(spans, scale))
                result.push_back(block.time.to);
            return result;
        };
        const auto before = edges({100ms, 600ms, 100, 1000});
        const auto after = edges({101ms, 601ms, 100, 1000}); // by two pixels: half a column
        QVERIFY(before.size() > 200);
        for (const Time edge : after) {
            const bool isKnown = std::any_of(before.begin(), before.end(), [edge](Time other) {
                return std::abs((edge - other).count()) <= 1; // a nanosecond of rounding
            });
            QVERIFY2(isKnown || edge > 598ms || edge < 105ms, qPrintable(QString::number(edge.count())));
        }
    }

    // The property: whatever the zoom, the blocks hold for each state what the lane's spans spend in view, the painted
    // pixels are those of that time, and all spans are counted.
    void whateverTheZoomTheColoredTimeIsTheLanes()
    {
        for (quint32 seed = 1; seed <= 60; ++seed) {
            QRandomGenerator random(seed);
            const Spans spans(randomLife(random, 1 + random.bounded(6000)));
            SpanPyramid pyramid;
            pyramid.update(spans, random.bounded(int(spans.size()) + 1)); // the rest is still going on
            const Time begin = spans.at(0).from;
            const Time life = spans.at(spans.size() - 1).to - begin;
            for (int zoom = 0; zoom < 12; ++zoom) {
                const double depth = std::pow(10.0, -random.bounded(7.0));
                const Time length(std::max<qint64>(2000, qint64(double(life.count()) * depth)));
                const Time from = begin + Time(qint64(double(life.count()) * (random.bounded(1.2) - 0.1)));
                const TimeScale scale{from, from + length, 200.5, 50 + random.bounded(1500.0)};
                const auto blocks = laneBlocks(spans, pyramid, scale);
                const StateTimes expected = spentWithin(spans, {scale.from, scale.to});
                StateTimes spent{};
                for (const LaneBlock &block : blocks) {
                    for (size_t state = 0; state < spent.size(); ++state)
                        spent[state] += block.spent[state];
                }
                QCOMPARE(spent, expected);
                double lent = 0;
                const auto painted = paintedPixels(blocks, lent);
                QVERIFY(lent <= 0.1 * (ChartStates - 1));
                for (size_t state = 0; state < spent.size(); ++state) {
                    const double pixels = double(expected[state].count()) / double(length.count()) * scale.width;
                    QVERIFY2(std::abs(painted[state] - pixels) < 1,
                             qPrintable(u"seed %1, state %2: %3 instead of %4"_s.arg(seed)
                                            .arg(state)
                                            .arg(painted[state])
                                            .arg(pixels)));
                }
                qsizetype next = blocks.empty() ? 0 : blocks.front().first;
                for (const LaneBlock &block : blocks) {
                    // A span that lasts over an edge is on both of its sides; none is left out but what takes no time
                    // at the edge of the view.
                    QVERIFY(block.first == next || block.first == next - 1 || block.span.left >= scale.right()
                            || block.span.left - scale.left < 1e-6);
                    QVERIFY(block.end > block.first);
                    next = block.end;
                }
                for (size_t i = 1; i < blocks.size(); ++i)
                    QVERIFY(blocks[i].span.left >= blocks[i - 1].span.right - 1e-6);
                QVERIFY(double(blocks.size()) < scale.width + 10);
            }
        }
    }

    // From the timeline itself to the blocks of its lanes, as the chart asks for them, while the run goes on and after.
    void whateverTheZoomALanesTimeIsTheTimelines()
    {
        const std::array<WaitKind, 6> kinds{WaitKind::Sleep,  WaitKind::Network, WaitKind::Queue,
                                            WaitKind::Thread, WaitKind::Turn,    WaitKind::Other};
        for (quint32 seed = 1; seed <= 12; ++seed) {
            QRandomGenerator random(seed);
            Story story(u"random.py"_s);
            constexpr quint32 Tasks = 4;
            for (quint32 i = 1; i <= Tasks; ++i)
                story.create(i * 1us, u"task-%1"_s.arg(i), u"work"_s);
            Time at = 1ms;
            const int events = 50 << random.bounded(7);
            for (int i = 0; i < events; ++i) {
                at += Time(qint64(std::pow(10.0, random.bounded(7.0))));
                const TaskId task{1 + random.bounded(Tasks)};
                switch (random.bounded(3)) {
                case 0:
                    story.resume(at, task);
                    break;
                case 1:
                    story.suspend(at, task, kinds[random.bounded(quint32(kinds.size()))], {u"await step()"_s});
                    break;
                default:
                    story.wake(at, task);
                }
            }
            for (const bool isOver : {false, true}) {
                const Timeline &timeline = isOver ? story.end(at + 1ms) : story.timeline();
                const Time now = isOver ? timeline.now() : at + 5ms;
                ChartIndex index;
                index.update(timeline);
                for (int zoom = 0; zoom < 25; ++zoom) {
                    const Time from(qint64(random.bounded(double(now.count()))));
                    const Time to = zoom == 0 ? now : from + Time(1 + qint64(random.bounded(double(now.count()))));
                    const TimeScale scale{zoom == 0 ? Time{} : from, to, 200, 1 + random.bounded(1500.0)};
                    const ChartScene scene{timeline, index, now, scale, {}};
                    for (const TaskRecord &task : timeline.tasks()) {
                        StateTimes expected{};
                        for (const Span &span : task.spans) {
                            const Time end = span.to == Trace::Open ? now : span.to;
                            const ChartState state = chartState(span.state, kindOf(task, span));
                            expected[size_t(state)] +=
                                std::max(Time{}, std::min(end, scale.to) - std::max(span.from, scale.from));
                        }
                        double lent = 0;
                        const auto painted = paintedPixels(taskBlocks(scene, task), lent);
                        for (size_t state = 0; state < expected.size(); ++state) {
                            const double pixels =
                                double(expected[state].count()) / double((scale.to - scale.from).count()) * scale.width;
                            QVERIFY2(std::abs(painted[state] - pixels) < 1,
                                     qPrintable(u"seed %1, zoom %2, state %3: %4 instead of %5"_s.arg(seed)
                                                    .arg(zoom)
                                                    .arg(state)
                                                    .arg(painted[state])
                                                    .arg(pixels)));
                        }
                    }
                }
            }
        }
    }

    void aMillionSpansAreNotLookedAtOneByOne()
    {
        const Spans spans(switches(500'000, 1us, 1us));
        SpanPyramid pyramid;
        pyramid.update(spans, spans.size());
        const qsizetype built = spans.looks();
        QVERIFY(laneBlocks(spans, pyramid, Scale).size() > 200);
        QVERIFY2(spans.looks() - built < 50'000, qPrintable(QString::number(spans.looks() - built)));
        pyramid.update(spans, spans.size());
        QVERIFY(laneBlocks(spans, pyramid, {0s, 100us, 0, 1000}).size() < 110); // and near they are told apart
    }

    void everyStateOfAColumnIsSeen_data()
    {
        QTest::addColumn<QList<float>>("shares");
        QTest::addColumn<int>("rows");
        QTest::addColumn<QList<int>>("expected");
        QTest::newRow("one") << QList<float>{1} << 20 << QList<int>{20};
        QTest::newRow("halves") << QList<float>{0.5F, 0.5F} << 20 << QList<int>{10, 10};
        QTest::newRow("hardly any") << QList<float>{1e-6F, 1} << 20 << QList<int>{2, 18};
        QTest::newRow("a gap") << QList<float>{0.25F} << 20 << QList<int>{5};
        QTest::newRow("nearly all gap") << QList<float>{1e-6F} << 20 << QList<int>{1};
        QTest::newRow("all that there are")
            << QList<float>(ChartStates, 1.0F / ChartStates) << 16 << QList<int>(ChartStates, 2);
        QTest::newRow("nothing") << QList<float>{} << 20 << QList<int>{};
        QTest::newRow("no room") << QList<float>{0.5F, 0.5F} << 0 << QList<int>{0, 0};
    }

    void everyStateOfAColumnIsSeen()
    {
        QFETCH(QList<float>, shares);
        QFETCH(int, rows);
        QFETCH(QList<int>, expected);
        std::array<float, ChartStates> all{};
        std::array<int, ChartStates> result{};
        std::copy(shares.begin(), shares.end(), all.begin());
        std::copy(expected.begin(), expected.end(), result.begin());
        QCOMPARE(stackedRows(all, rows), result);
    }

    void rowsAddUpWhateverTheShares()
    {
        QRandomGenerator random(7);
        for (int i = 0; i < 5000; ++i) {
            std::array<float, ChartStates> shares{};
            float total = 0;
            for (float &share : shares) {
                share = random.bounded(2) == 0 ? 0 : float(std::pow(10.0, -random.bounded(6.0)));
                total += share;
            }
            if (total <= 0)
                continue;
            for (float &share : shares)
                share /= total;
            const int count = 1 + random.bounded(60);
            const auto rows = stackedRows(shares, count);
            QCOMPARE(std::accumulate(rows.begin(), rows.end(), 0), count);
            for (size_t state = 0; state < shares.size(); ++state) {
                QVERIFY(rows[state] >= 0);
                QVERIFY(shares[state] > 0 || rows[state] == 0); // no state that is not there
                QVERIFY(shares[state] <= 0 || count < ChartStates || rows[state] >= 1); // none that is there is hidden
            }
        }
    }

    // A live lane: what is kept from former times says the same as what is made anew.
    void aPyramidGrowsWithItsTask()
    {
        Story story(u"a.py"_s);
        const TaskId task = story.create(0s, u"main"_s, u"main"_s);
        QRandomGenerator random(3);
        const std::array<WaitKind, 4> kinds{WaitKind::Sleep, WaitKind::Network, WaitKind::Queue, WaitKind::Turn};
        ChartIndex kept;
        Time at{};
        for (int i = 0; i < 3000; ++i) {
            at += Time(random.bounded(2000)); // also none at all
            story.resume(at, task);
            at += Time(random.bounded(2000));
            story.suspend(at, task, kinds[size_t(random.bounded(int(kinds.size())))], {u"await step()"_s});
            if (i % 2 == 0)
                story.wake(at + Time(random.bounded(10)), task);
            if (i % 97 != 0 && i != 2999)
                continue;
            const TaskRecord &record = *story.timeline().task(task);
            const TaskSpans spans(record, at, {});
            const TimeScale scale{0s, std::max<Time>(at, 1us), 0, 700};
            TaskLevels fresh;
            updateLevels(fresh, record);
            kept.update(story.timeline());
            QCOMPARE(laneBlocks(spans, kept.levelsOf(record).pyramid, scale), laneBlocks(spans, fresh.pyramid, scale));
            QCOMPARE(laneBlocks(spans, fresh.pyramid, scale), laneBlocks(spans, SpanPyramid(), scale));
        }
    }

    void aLoopsTrackGrowsWithTheLoop()
    {
        Story story(u"a.py"_s);
        const TaskId task = story.create(0s, u"main"_s, u"main"_s);
        LoopTrack kept;
        for (int i = 0; i < 500; ++i) {
            story.resume(i * 10ms, task);
            kept.update(story.timeline().loops()[0]);
            QVERIFY(kept.openFrom() == i * 10ms);
            story.suspend(i * 10ms + 1ms, task, WaitKind::Future, {});
            if (i % 3 == 0)
                story.callback(i * 10ms + 2ms, i * 10ms + 4ms, u"callback"_s);
            kept.update(story.timeline().loops()[0]);
        }
        LoopTrack fresh;
        fresh.update(story.timeline().loops()[0]);
        QCOMPARE(kept.slices(), fresh.slices());
        QCOMPARE(kept.slices().size(), 500U + 167);
        for (size_t i = 1; i < kept.slices().size(); ++i)
            QVERIFY(kept.slices()[i].from >= kept.slices()[i - 1].to);
    }
};

QTEST_GUILESS_MAIN(LaneBarsTest)
#include "tst_lanebars.moc"
