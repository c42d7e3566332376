// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/auto/gantt/story.h"
#include "translations/translations.h"
#include "ui/gantt/chartpainter.h"
#include "ui/gantt/charttip.h"
#include "ui/gantt/livechart.h"
#include "ui/gantt/screenpainter.h"

#include <QImage>
#include <QPainter>
#include <QTest>

using namespace Playground;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Part = ChartHit::Part;
using Trace::TaskId;
using Trace::Time;
using Trace::WaitKind;

namespace {

constexpr TaskId Main{1};
constexpr TaskId Dog{2};

/// main waits for dog, which sleeps for two seconds; it is live.
void tellDog(Story &story)
{
    story.create(0s, u"main"_s, u"main"_s);
    story.resume(100us, Main);
    story.create(200us, u"dog"_s, u"start_run"_s, Main);
    story.suspend(300us, Main, WaitKind::Task, {u"await dog"_s}, Dog);
    story.resume(400us, Dog);
    story.sleep(500us, Dog, 2s, {u"await asyncio.sleep(delay)"_s});
    story.idle(600us);
}

LiveView viewOf(Time now, QSizeF size = {800, 300})
{
    LiveView view;
    view.size = size;
    view.range = {0s, 4s};
    view.now = now;
    view.columnWidth = 200;
    return view;
}

template <typename Item>
std::vector<Item> all(const std::vector<DisplayItem> &items)
{
    std::vector<Item> result;
    for (const DisplayItem &item : items) {
        if (const auto *found = std::get_if<Item>(&item))
            result.push_back(*found);
    }
    return result;
}

QStringList textsOf(const std::vector<DisplayItem> &items)
{
    QStringList result;
    for (const TextRun &run : all<TextRun>(items))
        result << run.text;
    return result;
}

ChartIndex indexOf(const Timeline &timeline)
{
    ChartIndex index;
    index.update(timeline);
    return index;
}

LiveChart chartOf(const Story &story, const LiveView &view)
{
    return buildLiveChart(story.timeline(), indexOf(story.timeline()), view);
}

ChartHit hitOf(const Story &story, const LiveView &view, QPointF place)
{
    return hitAt(story.timeline(), indexOf(story.timeline()), view, place);
}

/// What a picture looks like from some way off: its mean color, and how much it varies.
struct Impression {
    double mean[3] = {};
    double deviation[3] = {};
};

Impression impressionOf(const QImage &image)
{
    Impression result;
    double squares[3] = {};
    const double pixels = double(image.width()) * image.height();
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            const QColor color(image.pixel(x, y));
            const int parts[3] = {color.red(), color.green(), color.blue()};
            for (int i = 0; i < 3; ++i) {
                result.mean[i] += parts[i] / pixels;
                squares[i] += parts[i] * parts[i] / pixels;
            }
        }
    }
    for (int i = 0; i < 3; ++i)
        result.deviation[i] = std::sqrt(std::max(0.0, squares[i] - result.mean[i] * result.mean[i]));
    return result;
}

double difference(const QImage &a, const QImage &b)
{
    const Impression first = impressionOf(a);
    const Impression second = impressionOf(b);
    double most = 0;
    for (int i = 0; i < 3; ++i)
        most = std::max(
            {most, std::abs(first.mean[i] - second.mean[i]), std::abs(first.deviation[i] - second.deviation[i])});
    return most;
}

} // namespace

class LiveChartTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() { QVERIFY(installLanguage(u"en")); }

    void nothingIsDrawnWhereThereIsNoRoom()
    {
        Story story(u"a.py"_s);
        tellDog(story);
        const LiveChart chart = chartOf(story, viewOf(1s, {0, 0}));
        QVERIFY(all<Chip>(chart.lanes).empty());
        const Timeline nothing;
        QVERIFY(buildLiveChart(nothing, indexOf(nothing), viewOf(0s)).lanes.empty());
    }

    void onlyVisibleLanesAreBuilt()
    {
        Story story(u"a.py"_s);
        for (int i = 0; i < 10'000; ++i)
            story.create(Time(i * 1us), u"Task-%1"_s.arg(i), u"work"_s);
        LiveView view = viewOf(1s);
        QVERIFY(all<Chip>(chartOf(story, view).lanes).size() < 15);
        view.scrolled = 24 * 5000;
        const LiveChart chart = chartOf(story, view);
        QVERIFY(all<Chip>(chart.lanes).size() < 15);
        QVERIFY(textsOf(chart.lanes).contains(u"Task-5000"_s));
    }

    void aBarGrowsWithNowBetweenEvents()
    {
        Story story(u"a.py"_s);
        tellDog(story);
        const auto right = [&](Time now) {
            double edge = 0;
            for (const Bar &bar : all<Bar>(chartOf(story, viewOf(now)).lanes)) {
                if (bar.task == Dog)
                    edge = std::max(edge, bar.rect.right());
            }
            return edge;
        };
        const double width = 800 - 14 - 214;
        QVERIFY(std::abs(right(1s) - (214 + width / 4)) <= 1);
        QVERIFY(std::abs(right(1500ms) - (214 + width * 3 / 8)) <= 1);
    }

    void aSleeperIsReadyFromItsDeadlineOnThoughTheLoopSaysNothing()
    {
        Story story(u"a.py"_s);
        tellDog(story);
        const TaskRecord &dog = *story.timeline().task(Dog);
        const auto last = [&](Time now, Time silence) {
            const TaskSpans spans(dog, now, silence);
            return spans.at(spans.size() - 1);
        };
        QCOMPARE(last(1s, {}), (StateSpan{500us, 1s, ChartState::WaitingForTime}));
        QCOMPARE(last(2100ms, 200ms).state, ChartState::WaitingForTime); // not yet
        QCOMPARE(last(3s, 200ms), (StateSpan{2s + 500us, 3s, ChartState::Ready}));
        const TaskSpans late(dog, 3s, 200ms);
        QCOMPARE(late.at(late.size() - 2).to, Time(2s + 500us));
    }

    void theNowLineStandsWhereTimeIs()
    {
        Story story(u"a.py"_s);
        tellDog(story);
        const LiveChart live = chartOf(story, viewOf(2s));
        const auto rules = all<Rule>(live.front);
        QCOMPARE(rules.size(), 1U);
        QVERIFY(std::abs(rules[0].line.x1() - live.geometry.scale.toX(2s)) < 0.01);
        QCOMPARE(textsOf(live.front), QStringList{u"2.00 s"_s});
        QVERIFY(!textsOf(live.head).contains(u"2 s"_s)); // the pill stands in the place of that label
        QVERIFY(textsOf(live.head).contains(u"1 s"_s));
        LiveView elsewhere = viewOf(2s);
        elsewhere.range = {3s, 4s};
        QVERIFY(chartOf(story, elsewhere).front.empty());
        story.end(3s);
        QVERIFY(chartOf(story, viewOf(3s)).front.empty());
    }

    void theColumnTellsStateAndTime()
    {
        Story story(u"a.py"_s);
        tellDog(story);
        const LiveChart live = chartOf(story, viewOf(1s));
        const auto signs = all<StateSign>(live.lanes);
        QCOMPARE(signs.size(), 2U);
        QCOMPARE(signs[0].state, TaskState::Waiting);
        QVERIFY(textsOf(live.lanes).contains(u"0.99 s"_s));
        // Its time is up, though nobody has said so.
        QCOMPARE(all<StateSign>(chartOf(story, viewOf(3s)).lanes)[1].state, TaskState::Ready);
    }

    void aResultThatIsOutOfViewStandsInTheColumn()
    {
        Story story(u"a.py"_s);
        tellDog(story);
        story.resume(2s + 600us, Dog);
        story.finish(2s + 700us, Dog, u"'woof'"_s);
        LiveView view = viewOf(3s);
        QCOMPARE(textsOf(chartOf(story, view).lanes).filter(u"woof"_s), QStringList{u"✓ 2.00 s · 'woof'"_s});
        view.range = {0s, 1s};
        view.columnWidth = 260;
        QCOMPARE(textsOf(chartOf(story, view).lanes).filter(u"woof"_s), QStringList{u"2.00 s · 'woof'"_s});
    }

    void waitsAtTheSelectedLineAreFramed()
    {
        Story story(u"a.py"_s);
        tellDog(story);
        LiveView view = viewOf(1s);
        QVERIFY(all<Frame>(chartOf(story, view).lanes).empty());
        view.selectedLine = 20; // of dog's sleep
        const LiveChart chart = chartOf(story, view);
        const auto frames = all<Frame>(chart.lanes);
        QCOMPARE(frames.size(), 1U);
        QVERIFY(frames[0].rect.contains(QPointF(chart.geometry.scale.toX(500ms), chart.geometry.lanes.laneMiddle(1))));
        const auto first = firstWaitAtLine(story.timeline(), 20, 1s);
        QVERIFY(first);
        QCOMPARE(first->first, Dog);
        QCOMPARE(first->second, (TimeRange{500us, 1s}));
        QVERIFY(!firstWaitAtLine(story.timeline(), 99, 1s));
        QVERIFY(!firstWaitAtLine(story.timeline(), 0, 1s));
    }

    void everythingCanBeHit()
    {
        Story story(u"a.py"_s);
        tellDog(story);
        const LiveView view = viewOf(1s);
        const LiveGeometry geometry = liveGeometry(view, indexOf(story.timeline()), 1);
        const double dog = geometry.lanes.laneMiddle(1);
        QCOMPARE(hitOf(story, view, {-1, dog}).part, Part::Nothing);
        QCOMPARE(hitOf(story, view, {400, 10}).part, Part::Axis);
        QCOMPARE(hitOf(story, view, {207, 100}).part, Part::ColumnEdge);
        QCOMPARE(hitOf(story, view, {50, dog}).part, Part::Name);
        QCOMPARE(hitOf(story, view, {50, dog}).task, Dog);
        QCOMPARE(hitOf(story, view, {50, 290}).part, Part::Nothing); // below the lanes
        const ChartHit wait = hitOf(story, view, {geometry.scale.toX(500ms), dog});
        QCOMPARE(wait.part, Part::Lane);
        QCOMPARE(wait.task, Dog);
        QVERIFY(wait.span);
        QCOMPARE(story.timeline().task(Dog)->spans[size_t(*wait.span)].state, SpanState::Waiting);
        const ChartHit nothing = hitOf(story, view, {geometry.scale.toX(3s), dog});
        QCOMPARE(nothing.part, Part::Lane);
        QVERIFY(!nothing.span);
        // It ran for a tenth of a millisecond, which is drawn two pixels wide.
        const ChartHit slice = hitOf(story, view, {geometry.scale.toX(0s) + 1, dog});
        QVERIFY(slice.span);
        QCOMPARE(story.timeline().task(Dog)->spans[size_t(*slice.span)].state, SpanState::Running);
        QCOMPARE(hitOf(story, view, {geometry.scale.left + 1, 42}).part, Part::Loop);
        QVERIFY(hitOf(story, view, {geometry.scale.left + 1, 42}).task != TaskId::None);
        QCOMPARE(hitOf(story, view, {600, 42}).task, TaskId::None);
    }

    void manySpansAreOneBlockThatTellsItsParts()
    {
        Story story(u"a.py"_s);
        const TaskId task = story.create(0s, u"main"_s, u"main"_s);
        for (int i = 0; i < 4000; ++i) {
            story.resume(i * 1ms, task);
            story.suspend(i * 1ms + 250us, task, WaitKind::Network, {u"await fetch()"_s});
        }
        const LiveView view = viewOf(4s);
        const LiveChart chart = chartOf(story, view);
        const auto mixed = all<MixedBar>(chart.lanes);
        QCOMPARE(mixed.size(), 1U);
        QVERIFY(mixed[0].columns.size() > 100);
        const double middle = chart.geometry.lanes.laneMiddle(0);
        const ChartHit hit = hitOf(story, view, {chart.geometry.scale.toX(2s), middle});
        QVERIFY(hit.block);
        QVERIFY(hit.block->isMerged());
        QVERIFY(hit.block->time.from <= 2s && hit.block->time.to >= 2s);
        const QString tip = tipOf(story.timeline(), indexOf(story.timeline()), hit, 4s).plainText();
        QVERIFY2(tip.contains(u"stretch"_s) && tip.contains(u"network: 75 %"_s) && tip.contains(u"running: 25 %"_s),
                 qPrintable(tip));
        // The loop's lane tells how busy it was.
        const ChartHit loop = hitOf(story, view, {chart.geometry.scale.toX(2s), 42});
        QVERIFY(loop.block);
        const QString busy = tipOf(story.timeline(), indexOf(story.timeline()), loop, 4s).plainText();
        QVERIFY2(busy.contains(u"running: 25 %"_s), qPrintable(busy));
    }

    /// On the instant clock, running takes no time at all: beside all the waiting it is there nevertheless.
    void slicesWithoutDurationDoNotVanish()
    {
        Story story(u"a.py"_s);
        const TaskId task = story.create(0s, u"main"_s, u"main"_s);
        for (int i = 0; i < 4000; ++i) {
            story.resume(i * 1ms, task);
            story.sleep(i * 1ms, task, 1ms, {u"await asyncio.sleep(0.001)"_s});
        }
        const LiveChart chart = chartOf(story, viewOf(4s));
        double width = 0;
        for (const MixedBar &bar : all<MixedBar>(chart.lanes)) {
            for (const MixedBar::Column &column : bar.columns) {
                QVERIFY(column.shares[size_t(ChartState::Running)] > 0);
                QVERIFY(column.shares[size_t(ChartState::WaitingForTime)] > 0.9F);
                width += column.right - column.left;
            }
        }
        QVERIFY2(width > 0.9 * chart.geometry.scale.width, qPrintable(QString::number(width)));
    }

    void aMixedBarShowsItsStatesInTheirParts_data()
    {
        QTest::addColumn<double>("scale");
        QTest::newRow("as it is") << 1.0;
        QTest::newRow("larger") << 1.6;
        QTest::newRow("twice") << 2.0;
    }

    void aMixedBarShowsItsStatesInTheirParts()
    {
        QFETCH(double, scale);
        MixedBar::Column column{10, 110, {}};
        column.shares[size_t(ChartState::Running)] = 0.25F;
        column.shares[size_t(ChartState::Ready)] = 0.25F;
        const std::vector<DisplayItem> items{MixedBar{QRectF(10, 5, 100, 20), {column}, {}, {}}};
        const QSize size = (QSizeF(120, 30) * scale).toSize();
        QImage file(size, QImage::Format_RGB32);
        QImage screen(size, QImage::Format_RGB32);
        for (QImage *image : {&file, &screen}) {
            image->fill(themeColor(Theme::Light, ColorRole::Surface));
            QPainter painter(image);
            painter.scale(scale, scale);
            if (image == &file) {
                paintChart(painter, {QSizeF(120, 30), items}, Theme::Light);
            } else {
                ScreenPainter replay;
                replay.begin(Theme::Light, Contrast::Normal, scale, 0);
                replay.paint(painter, items);
            }
        }
        QVERIFY2(difference(file, screen) < 4, qPrintable(QString::number(difference(file, screen))));
        for (const QImage *image : {&file, &screen}) {
            const auto at = [&](double y) { return image->pixelColor(int(60 * scale), int(y * scale)); };
            QCOMPARE(at(23), stateStyle(Theme::Light, ChartState::Running).fill);
            QVERIFY(at(18) != at(23));
            QVERIFY(at(18) != themeColor(Theme::Light, ColorRole::Surface));
            QCOMPARE(at(10), themeColor(Theme::Light, ColorRole::Surface)); // idle: half of the time
        }
    }

    void aTipTellsAll()
    {
        Story story(u"a.py"_s);
        tellDog(story);
        story.resume(2s + 600us, Dog);
        story.wake(2s + 700us, Main, Dog);
        story.finish(2s + 700us, Dog, u"'woof'"_s);
        const ChartIndex index = indexOf(story.timeline());
        const LiveView view = viewOf(3s);
        const LiveGeometry geometry = liveGeometry(view, indexOf(story.timeline()), 1);
        const auto tip = [&](double x, qsizetype lane) {
            const ChartHit hit = hitAt(story.timeline(), index, view, {x, geometry.lanes.laneMiddle(lane)});
            return tipOf(story.timeline(), index, hit, 3s).plainText();
        };
        const QString wait = tip(geometry.scale.toX(1s), 0);
        for (const QString &word : {u"main: waiting for another task"_s, u"Awaits: await dog"_s, u"Line: 10"_s,
                                    u"From: 0.000300 s"_s, u"To: 2.001 s"_s, u"Lasts: 2.00 s"_s, u"Woken by: dog"_s})
            QVERIFY2(wait.contains(word), qPrintable(wait));
        const QString task = tip(50, 1);
        for (const QString &word :
             {u"dog: ✓ done"_s, u"Coroutine: start_run()"_s, u"by main"_s, u"Waiting: 2.00 s"_s, u"Result: 'woof'"_s})
            QVERIFY2(task.contains(word), qPrintable(task));
        QVERIFY(tip(geometry.scale.toX(3500ms), 1).isEmpty());
    }

    void aBarLooksAsInFiles_data()
    {
        QTest::addColumn<ChartState>("state");
        QTest::addColumn<double>("scale");
        QTest::addColumn<Theme>("theme");
        for (int state = 0; state < ChartStates; ++state) {
            for (const double scale : {1.0, 1.6, 2.0})
                QTest::addRow("%d at %g", state, scale)
                    << ChartState(state) << scale << (state % 2 == 0 ? Theme::Light : Theme::Dark);
        }
    }

    void aBarLooksAsInFiles()
    {
        QFETCH(ChartState, state);
        QFETCH(double, scale);
        QFETCH(Theme, theme);
        const std::vector<DisplayItem> items{Bar{QRectF(6, 5, 120, 20), state, {}, {}},
                                             Bar{QRectF(132, 5, 3, 20), state, {}, {}}};
        const QSize size = (QSizeF(140, 30) * scale).toSize();
        QImage file(size, QImage::Format_RGB32);
        QImage screen(size, QImage::Format_RGB32);
        for (QImage *image : {&file, &screen}) {
            image->fill(themeColor(theme, ColorRole::Surface));
            QPainter painter(image);
            painter.scale(scale, scale);
            if (image == &file) {
                paintChart(painter, {QSizeF(140, 30), items}, theme);
            } else {
                ScreenPainter replay;
                replay.begin(theme, Contrast::Normal, scale, 0);
                replay.paint(painter, items);
            }
        }
        QVERIFY2(difference(file, screen) < 3, qPrintable(QString::number(difference(file, screen))));
        QImage blank(size, QImage::Format_RGB32);
        blank.fill(themeColor(theme, ColorRole::Surface));
        QVERIFY(difference(blank, screen) > 5);
    }

    void figuresDoNotMoveWhileTheyCount()
    {
        ChartItems items;
        items.addCount(0, 10, u"1.11 s"_s, FontRole::Total, ColorRole::Text);
        items.addCount(0, 10, u"8.88 s"_s, FontRole::Total, ColorRole::Text);
        const auto texts = all<TextRun>(items.take());
        QCOMPARE(texts[0].width, texts[1].width);
        QCOMPARE(countingText(2419ms), u"2.41 s"_s); // not rounded up: it has not come so far
        QCOMPARE(countingText(-1s), u"0.00 s"_s);
        QCOMPARE(countingText(725s), u"12 min 5 s"_s);
    }
};

QTEST_MAIN(LiveChartTest)
#include "tst_livechart.moc"
