// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/auto/gantt/story.h"
#include "translations/translations.h"
#include "ui/gantt/chartbuilder.h"
#include "ui/gantt/chartfonts.h"

#include <QGuiApplication>
#include <QTest>

using namespace Playground;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Trace::FinishState;
using Trace::TaskId;
using Trace::Time;
using Trace::WaitKind;

namespace {

/// await start_run(2, "dog"), then await start_run(3, "cat"): five seconds.
const Timeline &tellSequential(Story &story)
{
    const TaskId main = story.create(0s, u"main"_s, u"main"_s);
    story.resume(80us, main);
    story.sleep(200us, main, 2s, {u"await start_run(2, \"dog\")"_s, u"await asyncio.sleep(delay)"_s});
    story.idle(210us);
    story.busy(2s + 200us);
    story.resume(2s + 220us, main);
    story.sleep(2s + 300us, main, 3s, {u"await start_run(3, \"cat\")"_s, u"await asyncio.sleep(delay)"_s});
    story.idle(2s + 310us);
    story.busy(5s + 300us);
    story.resume(5s + 320us, main);
    story.finish(5s + 400us, main);
    return story.end(5s + 500us);
}

/// The same with create_task: three seconds.
const Timeline &tellCreateTask(Story &story)
{
    const TaskId main = story.create(0s, u"main"_s, u"main"_s);
    story.resume(80us, main);
    const TaskId dog = story.create(120us, u"dog"_s, u"start_run"_s, main);
    const TaskId cat = story.create(150us, u"cat"_s, u"start_run"_s, main);
    story.suspend(200us, main, WaitKind::Task, {u"await dog"_s}, dog);
    story.resume(210us, dog);
    story.sleep(250us, dog, 2s, {u"await asyncio.sleep(delay)"_s});
    story.resume(260us, cat);
    story.sleep(300us, cat, 3s, {u"await asyncio.sleep(delay)"_s});
    story.idle(310us);
    story.busy(2s + 250us);
    story.resume(2s + 260us, dog);
    story.wake(2s + 300us, main, dog);
    story.finish(2s + 300us, dog, u"'woof'"_s);
    story.resume(2s + 310us, main);
    story.suspend(2s + 330us, main, WaitKind::Task, {u"await cat"_s}, cat);
    story.idle(2s + 340us);
    story.busy(3s + 300us);
    story.resume(3s + 310us, cat);
    story.wake(3s + 340us, main, cat);
    story.finish(3s + 350us, cat);
    story.resume(3s + 360us, main);
    story.finish(3s + 400us, main);
    return story.end(3s + 500us);
}

/// What a reader sees of a chart.
class Reader {
public:
    explicit Reader(DisplayList list)
        : m_list(std::move(list))
    {
    }

    const DisplayList &list() const { return m_list; }

    template <typename Item>
    std::vector<Item> all() const
    {
        std::vector<Item> result;
        for (const DisplayItem &item : m_list.items) {
            if (const auto *found = std::get_if<Item>(&item))
                result.push_back(*found);
        }
        return result;
    }

    std::vector<Bar> bars(TaskId task) const
    {
        std::vector<Bar> result;
        for (const Bar &bar : all<Bar>()) {
            if (bar.task == task && task != TaskId::None)
                result.push_back(bar);
        }
        return result;
    }

    std::vector<Bar> bars(TaskId task, ChartState state) const
    {
        std::vector<Bar> result = bars(task);
        std::erase_if(result, [state](const Bar &bar) { return bar.state != state; });
        return result;
    }

    QStringList texts(FontRole font) const
    {
        QStringList result;
        for (const TextRun &text : all<TextRun>()) {
            if (text.font == font)
                result << text.text;
        }
        return result;
    }

    std::optional<TextRun> text(const QString &text) const
    {
        for (const TextRun &run : all<TextRun>()) {
            if (run.text == text)
                return run;
        }
        return std::nullopt;
    }

    /// Time to pixels, by the chart's own axis: what a reader would measure with a ruler between two labels.
    double x(Time time, const QString &firstLabel, Time first, const QString &lastLabel, Time last) const
    {
        const auto a = text(firstLabel);
        const auto b = text(lastLabel);
        if (!a || !b)
            return -1;
        const double left = a->baseline.x() + a->width / 2;
        const double right = b->baseline.x() + b->width / 2;
        return left + (right - left) * double((time - first).count()) / double((last - first).count());
    }

    /// Nothing is outside of the picture, and no text covers another.
    QString clutter() const
    {
        const QRectF picture({0, 0}, m_list.size);
        std::vector<std::pair<QRectF, QString>> seen;
        for (const TextRun &run : all<TextRun>()) {
            const double height = ChartFonts::font(run.font).pixelSize() * 0.75;
            const QRectF rect(run.baseline.x(), run.baseline.y() - height, run.width, height);
            if (!picture.contains(rect))
                return run.text + u" is outside of the picture"_s;
            for (const auto &[other, text] : seen) {
                if (other.intersects(rect))
                    return run.text + u" covers "_s + text;
            }
            seen.emplace_back(rect, run.text);
        }
        for (const Bar &bar : all<Bar>()) {
            if (!picture.contains(bar.rect))
                return u"a bar is outside of the picture"_s;
        }
        return {};
    }

private:
    DisplayList m_list;
};

double right(const std::vector<Bar> &bars)
{
    double result = 0;
    for (const Bar &bar : bars)
        result = std::max(result, bar.rect.right());
    return result;
}

double widthOf(const std::vector<Bar> &bars)
{
    double result = 0;
    for (const Bar &bar : bars)
        result += bar.rect.width();
    return result;
}

#define VERIFY_NEAR(actual, expected, tolerance) \
    QVERIFY2(std::abs((actual) - (expected)) <= (tolerance), \
             qPrintable(u"%1 is not %2"_s.arg(double(actual)).arg(double(expected))))

} // namespace

class DisplayListTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QVERIFY(installLanguage(u"en")); }

    void anEmptyRunSaysThatItMadeNoTasks()
    {
        Story story(u"/home/me/nothing.py"_s);
        const Reader reader(buildChart(story.end(0s)));
        QVERIFY(reader.text(u"nothing.py"_s));
        QVERIFY(reader.text(u"0 s"_s));
        QVERIFY(reader.text(u"0 tasks"_s));
        QVERIFY(reader.text(u"This run made no tasks."_s));
        QVERIFY(reader.all<Bar>().empty());
        QCOMPARE(reader.clutter(), QString());
    }

    void aTimelineThatNothingWasToldOfIsDrawn()
    {
        const Timeline timeline;
        const Reader reader(buildChart(timeline));
        QVERIFY(!reader.list().size.isEmpty());
    }

    void theHeadTellsProgramTotalAndConcurrency()
    {
        Story story(u"/home/me/create_task.py"_s);
        const Timeline &timeline = tellCreateTask(story);
        const Reader reader(buildChart(timeline));
        QCOMPARE(reader.texts(FontRole::Title), (QStringList{u"create_task.py"_s, u"3.00 s"_s}));
        QCOMPARE(reader.texts(FontRole::Summary).first(), u"3 tasks · 1.67× concurrency"_s);
        const Reader named(buildChart(timeline, {.size = {}, .range = {}, .title = u"Two animals"_s}));
        QCOMPARE(named.texts(FontRole::Title).first(), u"Two animals"_s);
    }

    void sequentialWaitsFollowOneAnotherInOneLane()
    {
        Story story(u"sequential.py"_s);
        tellSequential(story);
        const Reader reader(buildChart(story.timeline()));
        const auto x = [&reader](Time time) { return reader.x(time, u"0 s"_s, 0s, u"5 s"_s, 5s); };
        const auto waits = reader.bars(TaskId{1}, ChartState::WaitingForTime);
        QCOMPARE(waits.size(), size_t(2));
        VERIFY_NEAR(waits[0].rect.left(), x(200us), 1);
        VERIFY_NEAR(waits[0].rect.right(), x(2s + 200us), 1);
        VERIFY_NEAR(waits[1].rect.left(), x(2s + 300us), 1);
        VERIFY_NEAR(waits[1].rect.right(), x(5s + 300us), 1);
        QCOMPARE(reader.texts(FontRole::Call), (QStringList{u"start_run(2, \"dog\")"_s, u"start_run(3, \"cat\")"_s}));
        QCOMPARE(reader.texts(FontRole::Mark), QStringList{u"✓ 5.00 s"_s});
        QCOMPARE(reader.clutter(), QString());
    }

    void concurrentWaitsOverlapInLanesOfTheirOwn()
    {
        Story story(u"create_task.py"_s);
        tellCreateTask(story);
        const Reader reader(buildChart(story.timeline()));
        const auto x = [&reader](Time time) { return reader.x(time, u"0 s"_s, 0s, u"3 s"_s, 3s); };
        const auto dog = reader.bars(TaskId{2}, ChartState::WaitingForTime);
        const auto cat = reader.bars(TaskId{3}, ChartState::WaitingForTime);
        QCOMPARE(dog.size(), size_t(1));
        QCOMPARE(cat.size(), size_t(1));
        VERIFY_NEAR(dog[0].rect.left(), cat[0].rect.left(), 1);
        VERIFY_NEAR(dog[0].rect.right(), x(2s), 1);
        VERIFY_NEAR(cat[0].rect.right(), x(3s), 1);
        QVERIFY(dog[0].rect.bottom() < cat[0].rect.top());
        QCOMPARE(reader.texts(FontRole::Call),
                 (QStringList{u"await dog"_s, u"await cat"_s, u"sleep(2)"_s, u"sleep(3)"_s}));
        QCOMPARE(reader.texts(FontRole::Mark), (QStringList{u"✓ 3.00 s"_s, u"✓ 2.00 s · 'woof'"_s, u"✓ 3.00 s"_s}));
        QCOMPARE(reader.clutter(), QString());
    }

    void coloredTimeIsTheTimelinesTime()
    {
        Story story(u"create_task.py"_s);
        const Timeline &timeline = tellCreateTask(story);
        const Reader reader(buildChart(timeline));
        const double perSecond = reader.x(1s, u"0 s"_s, 0s, u"3 s"_s, 3s) - reader.x(0s, u"0 s"_s, 0s, u"3 s"_s, 3s);
        for (const TaskRecord &task : timeline.tasks()) {
            double waiting = 0;
            for (const Bar &bar : reader.bars(task.id)) {
                if (bar.state != ChartState::Running)
                    waiting += bar.rect.width();
            }
            const double seconds = std::chrono::duration<double>(timeline.timeIn(task, SpanState::Waiting)).count();
            VERIFY_NEAR(waiting, seconds * perSecond, 1);
            VERIFY_NEAR(right(reader.bars(task.id)), reader.x(*task.finished, u"0 s"_s, 0s, u"3 s"_s, 3s), 1);
        }
    }

    void theLegendNamesOnlyWhatOccurs()
    {
        Story first(u"sequential.py"_s);
        QCOMPARE(Reader(buildChart(tellSequential(first))).texts(FontRole::Legend),
                 (QStringList{u"running"_s, u"sleep"_s}));
        Story second(u"create_task.py"_s);
        QCOMPARE(Reader(buildChart(tellCreateTask(second))).texts(FontRole::Legend),
                 (QStringList{u"running"_s, u"sleep"_s, u"task"_s}));
    }

    void oneLegendEntryStandsForBothOfItsKinds()
    {
        Story story(u"locks.py"_s);
        const TaskId main = story.create(0s, u"main"_s, u"main"_s);
        story.resume(0s, main);
        story.suspend(1ms, main, WaitKind::Lock, {u"await event.wait()"_s});
        story.resume(1s, main);
        story.finish(2s, main);
        QCOMPARE(Reader(buildChart(story.end(2s))).texts(FontRole::Legend),
                 (QStringList{u"running"_s, u"lock/event"_s}));

        Story both(u"both.py"_s);
        const TaskId task = both.create(0s, u"main"_s, u"main"_s);
        both.resume(0s, task);
        both.suspend(1ms, task, WaitKind::Lock, {u"await event.wait()"_s});
        both.resume(1s, task);
        both.suspend(1s, task, WaitKind::Queue, {u"await queue.get()"_s});
        both.resume(2s, task);
        both.finish(2s, task);
        QCOMPARE(Reader(buildChart(both.end(2s))).texts(FontRole::Legend),
                 (QStringList{u"running"_s, u"queue/lock"_s}));
    }

    void aChildIsIndentedBelowItsParent()
    {
        Story story(u"create_task.py"_s);
        tellCreateTask(story);
        const Reader reader(buildChart(story.timeline()));
        const auto main = reader.text(u"main"_s);
        const auto dog = reader.text(u"dog"_s);
        const auto cat = reader.text(u"cat"_s);
        QVERIFY(main && dog && cat);
        QVERIFY(main->baseline.x() < dog->baseline.x());
        QCOMPARE(dog->baseline.x(), cat->baseline.x());
        QVERIFY(main->baseline.y() < dog->baseline.y() && dog->baseline.y() < cat->baseline.y());
        QCOMPARE(reader.texts(FontRole::Detail), (QStringList{u"main()"_s, u"start_run()"_s, u"start_run()"_s}));
        QCOMPARE(reader.all<Chip>().size(), size_t(3));
        QCOMPARE(reader.all<Chip>()[2].order, 2);
    }

    void failureCancellationAndOpenEndsAreToldInSignAndWord()
    {
        Story story(u"failed.py"_s);
        const TaskId bad = story.create(0s, u"bad"_s, u"work"_s);
        const TaskId slow = story.create(0s, u"slow"_s, u"work"_s);
        const TaskId open = story.create(0s, u"open"_s, u"work"_s);
        for (const TaskId task : {bad, slow, open}) {
            story.resume(1ms, task);
            story.sleep(2ms, task, 1s, {u"await asyncio.sleep(1)"_s});
        }
        story.resume(499ms, bad);
        story.finish(500ms, bad, u"ValueError: no\nsuch thing"_s, FinishState::Failed);
        story.finish(600ms, slow, {}, FinishState::Cancelled);
        const Reader reader(buildChart(story.end(900ms, {Outcome::Failed, 1})));
        QCOMPARE(reader.texts(FontRole::Mark),
                 (QStringList{u"✗ ValueError: no such thing"_s, u"⊘ cancelled"_s, u"not finished"_s}));
        QCOMPARE(reader.text(u"✗ ValueError: no such thing"_s)->color, ColorRole::Failed);
        QCOMPARE(reader.all<OpenEnd>().size(), size_t(1));
        QVERIFY(reader.text(u"✗ failed, exit code 1"_s));
        QCOMPARE(reader.clutter(), QString());
    }

    void howARunEndedIsTold_data()
    {
        QTest::addColumn<RunOutcome>("outcome");
        QTest::addColumn<QString>("text");
        QTest::newRow("timed out") << RunOutcome{Outcome::TimedOut, 124} << u"✗ timed out"_s;
        QTest::newRow("stopped") << RunOutcome{Outcome::Stopped} << u"■ stopped"_s;
        QTest::newRow("crashed") << RunOutcome{Outcome::Crashed, 139, 11} << u"✗ crashed, signal 11"_s;
        QTest::newRow("out of memory") << RunOutcome{Outcome::Crashed, 1, 0, Limit::Memory, qint64(1) << 30}
                                       << u"✗ crashed · memory limit of 1 GiB reached"_s;
    }

    void howARunEndedIsTold()
    {
        QFETCH(RunOutcome, outcome);
        QFETCH(QString, text);
        Story story(u"x.py"_s);
        const TaskId main = story.create(0s, u"main"_s, u"main"_s);
        story.resume(1ms, main);
        const Reader reader(buildChart(story.end(4s, outcome, true)));
        QVERIFY2(reader.text(text), qPrintable(reader.texts(FontRole::Summary).join(u" | "_s)));
    }

    void theLoopsLaneShowsWhoBlockedIt()
    {
        Story story(u"blocking.py"_s);
        const TaskId main = story.create(0s, u"main"_s, u"main"_s);
        const TaskId other = story.create(0s, u"ticker"_s, u"tick"_s);
        story.resume(0s, other);
        story.sleep(1ms, other, 500ms, {u"await asyncio.sleep(0.5)"_s});
        story.resume(1ms, main);
        story.sleep(2s + 1ms, main, 1s, {u"await asyncio.sleep(1)"_s});
        story.resume(2s + 1ms, other);
        story.finish(2s + 2ms, other);
        story.idle(2s + 3ms);
        story.busy(3s + 1ms);
        story.resume(3s + 1ms, main);
        story.finish(3s + 2ms, main);
        const Reader reader(buildChart(story.end(3s + 3ms)));
        QVERIFY(reader.text(u"blocked by main for 2.00 s"_s));
        // Meanwhile the other one could have run.
        const auto starved = reader.bars(other, ChartState::Ready);
        QCOMPARE(starved.size(), size_t(1));
        const auto x = [&reader](Time time) { return reader.x(time, u"0 s"_s, 0s, u"3 s"_s, 3s); };
        VERIFY_NEAR(starved[0].rect.left(), x(501ms), 1);
        VERIFY_NEAR(starved[0].rect.right(), x(2s + 1ms), 1);
        QCOMPARE(reader.clutter(), QString());
    }

    void theLoopsLaneIsBusyWhenItsTasksRun()
    {
        Story story(u"create_task.py"_s);
        tellCreateTask(story);
        const Reader reader(buildChart(story.timeline()));
        std::vector<Bar> slices;
        for (const Bar &bar : reader.all<Bar>()) {
            if (bar.task == TaskId::None && bar.rect.height() == 14)
                slices.push_back(bar);
        }
        QCOMPARE(slices.size(), size_t(3)); // at the beginning, at two and at three seconds
        VERIFY_NEAR(slices[1].rect.left(), reader.x(2s, u"0 s"_s, 0s, u"3 s"_s, 3s), 1);
        QVERIFY(reader.text(u"event loop"_s));
        QVERIFY(widthOf(slices) < 10);
    }

    void loopsOfOtherThreadsHaveLanesOfTheirOwn()
    {
        Story story(u"threads.py"_s);
        const TaskId main = story.create(0s, u"main"_s, u"main"_s);
        const TaskId other = story.create(0s, u"other"_s, u"other"_s, {}, Trace::LoopId{1});
        story.resume(1ms, main);
        story.finish(500ms, main);
        story.resume(501ms, other);
        story.finish(1s, other);
        const Reader reader(buildChart(story.end(1s)));
        QVERIFY(reader.text(u"event loop"_s));
        QVERIFY(reader.text(u"event loop 2"_s));
        QCOMPARE(reader.clutter(), QString());
    }

    void aNetworkWaitNamesItsHost()
    {
        Story story(u"fetch.py"_s);
        const TaskId task = story.create(0s, u"main"_s, u"main"_s);
        story.resume(0s, task);
        story.network(1ms, task, 1, Trace::NetworkPhase::Resolve, u"www.163.com:80"_s);
        story.suspend(1ms, task, WaitKind::Network, {u"await reader.readline()"_s});
        story.network(500ms, task, 1, Trace::NetworkPhase::Closed);
        story.resume(500ms, task);
        story.suspend(501ms, task, WaitKind::Network, {u"await other.read()"_s});
        story.resume(1s, task);
        story.finish(1s, task);
        const Reader reader(buildChart(story.end(1s)));
        QCOMPARE(reader.texts(FontRole::Call), (QStringList{u"www.163.com · reader.readline()"_s, u"other.read()"_s}));
    }

    void aCallThatWaitsSeveralTimesInsideSaysSoOnce()
    {
        Story story(u"inside.py"_s);
        const TaskId task = story.create(0s, u"main"_s, u"main"_s);
        story.resume(0s, task);
        story.sleep(1ms, task, 999ms, {u"await work()"_s, u"await asyncio.sleep(1)"_s});
        story.resume(1s, task);
        story.sleep(1s, task, 1s, {u"await work()"_s, u"await sleep(1)"_s});
        story.resume(2s, task);
        story.finish(2s, task);
        QCOMPARE(Reader(buildChart(story.end(2s))).texts(FontRole::Call), QStringList{u"work()"_s});
    }

    void anythingThatAProgramCallsItsTasksIsDrawn_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("none") << QString();
        QTest::newRow("long") << QString(5000, u'w');
        QTest::newRow("Chinese") << u"下载第一章"_s;
        QTest::newRow("several lines") << u"one\ntwo\tthree"_s;
        QTest::newRow("control characters") << u"\x1b[31mred\x01"_s;
        QTest::newRow("half a pair") << QString(QChar(0xD83D));
        QTest::newRow("markup") << u"<b>&amp;</b>"_s;
    }

    void anythingThatAProgramCallsItsTasksIsDrawn()
    {
        QFETCH(QString, name);
        Story story(name);
        const TaskId main = story.create(0s, name, name);
        TaskId parent = main;
        for (int depth = 0; depth < 30; ++depth)
            parent = story.create(0s, name, name, parent);
        story.resume(0s, main);
        story.sleep(1ms, main, 1s, {name});
        story.resume(1s, main);
        story.finish(1s, main, name, FinishState::Failed);
        const Reader reader(buildChart(story.end(1s)));
        QCOMPARE(reader.clutter(), QString());
        QCOMPARE(reader.all<Chip>().size(), size_t(31));
        for (const TextRun &run : reader.all<TextRun>())
            QVERIFY2(!run.text.contains(u'\n') && !run.text.contains(u'\x1b'), qPrintable(run.text));
    }

    void aPartOfARunCanBeShown()
    {
        Story story(u"create_task.py"_s);
        tellCreateTask(story);
        const Reader reader(
            buildChart(story.timeline(), {.size = {800, 400}, .range = TimeRange{2500ms, 3s}, .title = {}}));
        QCOMPARE(reader.list().size, QSizeF(800, 400));
        QVERIFY(reader.bars(TaskId{2}).empty()); // dog was over by then
        QVERIFY(!reader.bars(TaskId{3}).empty());
        QVERIFY(reader.text(u"2.5 s"_s));
        QVERIFY(!reader.text(u"0 s"_s));
        QCOMPARE(reader.clutter(), QString());
    }

    void aPictureTooSmallForAllTasksCountsTheRest()
    {
        Story story(u"create_task.py"_s);
        tellCreateTask(story);
        const Reader reader(buildChart(story.timeline(), {.size = {600, 220}, .range = {}, .title = {}}));
        QVERIFY(reader.texts(FontRole::Name).size() < 3);
        QVERIFY(
            reader.text(reader.texts(FontRole::Name).size() == 2 ? u"… and 1 more task"_s : u"… and 2 more tasks"_s));
    }

    void aSmallPictureIsDrawnToo_data()
    {
        QTest::addColumn<QSizeF>("size");
        QTest::newRow("a pixel") << QSizeF(1, 1);
        QTest::newRow("a stamp") << QSizeF(100, 60);
        QTest::newRow("a card") << QSizeF(320, 400);
        QTest::newRow("half a page") << QSizeF(560, 500);
    }

    void aSmallPictureIsDrawnToo()
    {
        QFETCH(QSizeF, size);
        Story story(u"a_program_with_a_name_that_is_rather_long.py"_s);
        const TaskId task = story.create(0s, u"main"_s, u"main"_s);
        Time at = 100ms;
        story.resume(at, task);
        for (const WaitKind kind :
             {WaitKind::Sleep, WaitKind::Task, WaitKind::Network, WaitKind::Queue, WaitKind::Thread}) {
            story.suspend(at + 50ms, task, kind, {u"await something(with, arguments)"_s});
            at += 600ms;
            story.resume(at, task);
        }
        story.finish(at, task, u"'done'"_s);
        for (int i = 0; i < 50; ++i)
            story.create(at, u"Task-%1"_s.arg(i), u"work"_s);
        const Reader reader(buildChart(story.end(at, {Outcome::Failed, 1}), {.size = size, .range = {}, .title = {}}));
        QCOMPARE(reader.list().size, size);
        if (size.width() > 300)
            QCOMPARE(reader.clutter(), QString());
    }

    void manyTasksAreCountedInOneLine()
    {
        constexpr int count = 300'000;
        Story story(u"many.py"_s);
        for (int i = 0; i < count; ++i) {
            const TaskId task = story.create(Time(i * 1us), u"Task-%1"_s.arg(i), u"work"_s);
            story.resume(Time(i * 1us), task);
            story.finish(Time(i * 1us + 500ns), task);
        }
        const Reader reader(buildChart(story.end(300ms)));
        QCOMPARE(reader.all<Chip>().size(), size_t(200));
        QVERIFY(reader.text(u"… and 299,800 more tasks"_s));
        QVERIFY2(reader.list().items.size() < 3000, qPrintable(QString::number(reader.list().items.size())));
        QCOMPARE(reader.clutter(), QString());
    }

    void manySpansAreABoundedList()
    {
        Story story(u"switches.py"_s);
        const TaskId task = story.create(0s, u"main"_s, u"main"_s);
        for (int i = 0; i < 100'000; ++i) {
            story.resume(Time(i * 10us), task);
            story.suspend(Time(i * 10us + 5us), task, WaitKind::Turn, {});
        }
        story.resume(1s, task);
        story.finish(1s, task);
        const Reader reader(buildChart(story.end(1s)));
        QVERIFY2(reader.list().items.size() < 500, qPrintable(QString::number(reader.list().items.size())));
        // Half of the time it ran: half of its lane says so.
        double ran = 0;
        for (const MixedBar &bar : reader.all<MixedBar>()) {
            for (const MixedBar::Column &column : bar.columns)
                ran += bar.task == task
                    ? (column.right - column.left) * bar.rect.height() * double(column.shares[size_t(ChartState::Running)])
                    : 0;
        }
        const double lane = (reader.x(1s, u"0 s"_s, 0s, u"1 s"_s, 1s) - reader.x(0s, u"0 s"_s, 0s, u"1 s"_s, 1s)) * 20;
        VERIFY_NEAR(ran / lane, 0.5, 0.05);
    }

    void theChartSpeaksChinese()
    {
        QVERIFY(installLanguage(u"zh_CN"));
        Story story(u"create_task.py"_s);
        tellCreateTask(story);
        const Reader reader(buildChart(story.timeline()));
        QCOMPARE(reader.texts(FontRole::Summary), (QStringList{u"3 个任务 · 并发 1.67 倍"_s, u"事件循环"_s}));
        QCOMPARE(reader.texts(FontRole::Legend), (QStringList{u"运行"_s, u"等计时"_s, u"等任务"_s}));
        QCOMPARE(reader.clutter(), QString());
    }
};

QTEST_MAIN(DisplayListTest)
#include "tst_displaylist.moc"
