// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/workspace.h"
#include "tests/auto/gantt/story.h"
#include "ui/compare/comparepicture.h"
#include "ui/compare/comparetablemodel.h"
#include "ui/compare/partnerprograms.h"
#include "ui/compare/sourcediffmodel.h"
#include "ui/theme/appearance.h"

#include <QAbstractItemModelTester>
#include <QTemporaryDir>
#include <QTest>

using namespace Playground;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Trace::TaskId;
using Trace::Time;

namespace {

/// Sleeps of one task, one after another; the task is there from the run's beginning to its end.
void tell(Story &story, std::initializer_list<Time> sleeps)
{
    const TaskId main = story.create(0s, u"Task-1"_s, u"main"_s);
    story.resume(0s, main);
    Time at{};
    for (const Time sleep : sleeps) {
        story.sleep(at, main, sleep, {u"await sleep(delay)"_s});
        at += sleep;
        story.wake(at, main);
        story.resume(at, main);
    }
    story.finish(at, main);
    story.end(at);
}

RunRecord recordOf(const Story &story, const QString &title, const QByteArray &source)
{
    RunRecord record;
    record.title = title;
    record.request.program = title + u".py"_s;
    record.request.source = source;
    record.timeline = std::make_shared<const Timeline>(story.timeline());
    return record;
}

/// Two runs of 4 s and 2 s, each with one lane.
struct TwoRuns {
    TwoRuns()
    {
        tell(a, {4s});
        tell(b, {2s});
        indices[0].update(a.timeline());
        indices[1].update(b.timeline());
        const std::array<const Timeline *, 2> timelines{&a.timeline(), &b.timeline()};
        for (size_t run = 0; run < 2; ++run) {
            CompareTrack track;
            track.timeline = timelines[run];
            track.index = &indices[run];
            track.now = timelines[run]->now();
            track.title = run == 0 ? u"A · a"_s : u"B · b"_s;
            track.lanes = {{0, 0}};
            view.tracks.push_back(track);
        }
        view.bands.resize(2);
        view.size = {1000, 400};
        view.columnWidth = 160;
        view.range = wholeCompareRange(view);
    }

    Story a{u"a.py"_s};
    Story b{u"b.py"_s};
    std::array<ChartIndex, 2> indices;
    CompareView view;
};

/// Where the bars of the lanes end, of whatever was drawn there.
double rightOf(const std::vector<DisplayItem> &items, double top, double bottom)
{
    double right = 0;
    for (const DisplayItem &item : items) {
        const auto *bar = std::get_if<Bar>(&item);
        if (bar && bar->task != TaskId::None && bar->rect.top() >= top && bar->rect.bottom() <= bottom)
            right = std::max(right, bar->rect.right());
    }
    return right;
}

QStringList programLines(std::initializer_list<const char *> lines)
{
    QStringList list;
    for (const char *line : lines)
        list << QString::fromLatin1(line);
    return list;
}

} // namespace

/// What comparing in the window is made of.
class TestCompareParts : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void equalTextsAreOneFold();
    void replacedLinesStandBesideEachOther();
    void aSingleLineIsNotFolded();
    void noTextsHaveNoRows();
    void unfoldedLinesAreTheirs();
    void runsShareOneAxis();
    void aShiftMovesARunToTheRight();
    void aWipeIsAtOnePlace();
    void whatIsUnderThePointer();
    void noSizeAndNoRunsAreNoTrouble();
    void theTableHasWhatEachRunTook();
    void aFurtherRunIsComparedWithTheFirst();
    void partnersAreInTheOrderOfTheList();
    void theEditedTextIsCompared();
    void anExperimentIsAPartner();
    void aFileHasNoPartner();
};

void TestCompareParts::equalTextsAreOneFold()
{
    const QStringList text = programLines({"a", "b", "c"});
    const auto rows = diffRows(diffLines(text, text), 2);
    QCOMPARE(rows.size(), 1U);
    QCOMPARE(rows[0], (DiffRow{1, 1, false, 3}));
}

void TestCompareParts::replacedLinesStandBesideEachOther()
{
    const auto lines = diffLines(programLines({"1", "2", "3", "4", "old", "5"}),
                                 programLines({"1", "2", "3", "4", "new", "newer", "5"}));
    const auto rows = diffRows(lines, 1);
    QCOMPARE(rows.size(), 5U);
    QCOMPARE(rows[0], (DiffRow{1, 1, false, 3}));
    QCOMPARE(rows[1], (DiffRow{4, 4, false, 0}));
    QCOMPARE(rows[2], (DiffRow{5, 5, true, 0}));
    QCOMPARE(rows[3], (DiffRow{0, 6, true, 0}));
    QCOMPARE(rows[4], (DiffRow{6, 7, false, 0}));
}

void TestCompareParts::aSingleLineIsNotFolded()
{
    const auto rows = diffRows(diffLines(programLines({"x", "1", "2"}), programLines({"y", "1", "2"})), 1);
    QCOMPARE(rows.size(), 3U);
    QVERIFY(std::none_of(rows.begin(), rows.end(), [](const DiffRow &row) { return row.folded > 0; }));
}

void TestCompareParts::noTextsHaveNoRows()
{
    QVERIFY(diffRows({}, 2).empty());
    QVERIFY(differenceOf({}, {}).isSame());
}

void TestCompareParts::unfoldedLinesAreTheirs()
{
    Appearance appearance;
    SourceDiffModel model(&appearance);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setDifference(differenceOf(u"1\n2\n3\n4\nold\n"_s, u"1\n2\n3\n4\nnew\n"_s));
    QCOMPARE(model.rowCount(), 4); // a fold, two lines around, the change
    QVERIFY(model.isFold(0));
    QCOMPARE(model.index(3, SourceDiffModel::BeforeLine).data().toString(), u"− old"_s);
    QCOMPARE(model.index(3, SourceDiffModel::AfterLine).data().toString(), u"+ new"_s);
    model.unfold(0);
    QCOMPARE(model.rowCount(), 5);
    QCOMPARE(model.index(1, SourceDiffModel::AfterLine).data().toString(), u"  2"_s);
    QCOMPARE(model.index(1, SourceDiffModel::AfterNumber).data().toString(), u"2"_s);
}

void TestCompareParts::runsShareOneAxis()
{
    const TwoRuns two;
    const ComparePicture picture = buildComparePicture(two.view);
    const auto &sections = picture.geometry.sections;
    QCOMPARE(sections.size(), 2U);
    QVERIFY(sections[1].top >= sections[0].bottom);
    const double left = picture.geometry.axis.left;
    const double first = rightOf(picture.lanes[0], sections[0].lanes.top, sections[0].bottom) - left;
    const double second = rightOf(picture.lanes[0], sections[1].lanes.top, sections[1].bottom) - left;
    QVERIFY2(std::abs(second - first / 2) <= 1.5, qPrintable(u"%1 %2"_s.arg(first).arg(second)));
}

void TestCompareParts::aShiftMovesARunToTheRight()
{
    TwoRuns two;
    two.view.tracks[1].shift = 2s;
    two.view.range = wholeCompareRange(two.view);
    const ComparePicture picture = buildComparePicture(two.view);
    const auto &sections = picture.geometry.sections;
    const double first = rightOf(picture.lanes[0], sections[0].lanes.top, sections[0].bottom);
    const double second = rightOf(picture.lanes[0], sections[1].lanes.top, sections[1].bottom);
    QVERIFY(std::abs(second - first) <= 1);
    QCOMPARE(sections[1].scale.toTime(picture.geometry.axis.left), picture.geometry.axis.from - 2s);
}

void TestCompareParts::aWipeIsAtOnePlace()
{
    TwoRuns two;
    two.view.wipe = 0.25;
    const ComparePicture picture = buildComparePicture(two.view);
    QCOMPARE(picture.lanes.size(), 2U);
    QCOMPARE(picture.geometry.sections[0].top, picture.geometry.sections[1].top);
    const double y = picture.geometry.sections[0].lanes.laneMiddle(0);
    QCOMPARE(compareHitAt(two.view, {picture.geometry.wipeX - 20, y}).track, 0U);
    QCOMPARE(compareHitAt(two.view, {picture.geometry.wipeX + 20, y}).track, 1U);
    QCOMPARE(compareHitAt(two.view, {picture.geometry.wipeX, y}).part, CompareHit::Part::Divider);
}

void TestCompareParts::whatIsUnderThePointer()
{
    TwoRuns two;
    two.view.bands[1].lines = {{0, u"main"_s, 2s, -2s}};
    const CompareGeometry geometry = compareGeometry(two.view);
    const auto &second = geometry.sections[1];
    const double x = second.scale.toX(1s);
    const CompareHit band = compareHitAt(two.view, {x, (second.bandTop + second.top) / 2});
    QCOMPARE(band.part, CompareHit::Part::Band);
    QCOMPARE(band.row, std::optional<qsizetype>(0));
    const CompareHit axis = compareHitAt(two.view, {x, second.top + 5});
    QCOMPARE(axis.part, CompareHit::Part::Axis);
    QCOMPARE(axis.track, 1U);
    QVERIFY(std::chrono::abs(axis.time - Time(1s)) < 1ms);
    const QPointF place(x, second.lanes.laneMiddle(0));
    const CompareHit lane = compareHitAt(two.view, place);
    QCOMPARE(lane.part, CompareHit::Part::Lane);
    const ChartHit own = chartHitAt(two.view, lane, place.x());
    QCOMPARE(own.task, two.b.timeline().tasks()[0].id);
    QVERIFY(own.span.has_value());
    QCOMPARE(two.b.timeline().tasks()[0].spans[size_t(*own.span)].state, SpanState::Waiting);
    QCOMPARE(compareHitAt(two.view, {x, geometry.legendTop + 5}).part, CompareHit::Part::Nothing);
}

void TestCompareParts::noSizeAndNoRunsAreNoTrouble()
{
    TwoRuns two;
    two.view.size = {0, 0};
    two.view.range = wholeCompareRange(two.view);
    QVERIFY(!two.view.range.isEmpty());
    buildComparePicture(two.view);
    CompareView nothing;
    QVERIFY(!wholeCompareRange(nothing).isEmpty());
    QVERIFY(buildComparePicture(nothing).lanes.empty());
    QCOMPARE(compareHitAt(nothing, {0, 0}).part, CompareHit::Part::Nothing);
}

void TestCompareParts::theTableHasWhatEachRunTook()
{
    Story a(u"a.py"_s);
    tell(a, {4s});
    Story b(u"b.py"_s);
    tell(b, {1s, 500ms});
    Appearance appearance;
    CompareTableModel model(&appearance);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setResult(std::make_shared<ComparisonResult>(QList{recordOf(a, u"a"_s, "x\n"), recordOf(b, u"b"_s, "y\n")}));
    QCOMPARE(model.rowCount(), 1);
    QCOMPARE(model.columnCount(), 4);
    QStringList cells;
    for (int column = 0; column < model.columnCount(); ++column)
        cells << model.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString() + u'='
                + model.index(0, column).data().toString();
    QCOMPARE(cells.join(u' '), u"Task=main A=4.00 s B=1.50 s B − A=−2.50 s"_s);
    model.setResult({});
    QCOMPARE(model.rowCount(), 0);
}

void TestCompareParts::aFurtherRunIsComparedWithTheFirst()
{
    Story a(u"a.py"_s);
    tell(a, {4s});
    Story b(u"b.py"_s);
    tell(b, {2s});
    Story c(u"c.py"_s);
    tell(c, {5s});
    const ComparisonResult result(
        {recordOf(a, u"a"_s, "1\n"), recordOf(b, u"b"_s, "1\n"), recordOf(c, u"c"_s, "1\n2\n")});
    QVERIFY(result.difference(1).isSame());
    QCOMPARE(result.difference(2).after, programLines({"1", "2"}));
    QVERIFY(!result.reason(1).en.isEmpty());
    QVERIFY(result.reason(1).en != result.reason(2).en);
}

void TestCompareParts::partnersAreInTheOrderOfTheList()
{
    const QTemporaryDir folder;
    Workspace workspace(readExamples(qEnvironmentVariable("PLAYGROUND_SOURCE") + u"/examples"_s), folder.path());
    for (const QString &language : {u"python"_s, u"cpp"_s}) {
        for (const QString &id : {u"sequential"_s, u"create_task"_s}) {
            QVERIFY(workspace.openExample(id, language));
            const auto programs = partnerPrograms(workspace);
            QVERIFY(programs);
            QCOMPARE(programs->first.title, u"sequential"_s);
            QCOMPARE(programs->second.title, u"create_task"_s);
            QCOMPARE(programs->first.document.language, language);
            QCOMPARE(programs->second.document.language, language);
            QVERIFY(programs->second.document.text.contains(language == u"cpp" ? u"createTask"_s : u"create_task"_s));
            QVERIFY(programs->first.document.text != programs->second.document.text);
        }
    }
}

void TestCompareParts::theEditedTextIsCompared()
{
    const QTemporaryDir folder;
    Workspace workspace(readExamples(qEnvironmentVariable("PLAYGROUND_SOURCE") + u"/examples"_s), folder.path());
    QVERIFY(workspace.openExample(u"create_task"_s));
    workspace.setText(u"# mine\n"_s);
    QCOMPARE(partnerPrograms(workspace)->second.document.text, u"# mine\n"_s);
}

void TestCompareParts::anExperimentIsAPartner()
{
    const QTemporaryDir folder;
    Workspace workspace(readExamples(qEnvironmentVariable("PLAYGROUND_SOURCE") + u"/examples"_s), folder.path());
    QVERIFY(workspace.openExample(u"blocking"_s));
    const auto programs = partnerPrograms(workspace);
    QVERIFY(programs);
    QVERIFY(programs->first.document.text.contains(u"    time.sleep(2)"_s));
    QVERIFY(programs->second.document.text.contains(u"    await asyncio.sleep(2)"_s));
    QVERIFY(programs->first.title != programs->second.title);
}

void TestCompareParts::aFileHasNoPartner()
{
    const QTemporaryDir folder;
    Workspace workspace(readExamples(qEnvironmentVariable("PLAYGROUND_SOURCE") + u"/examples"_s), folder.path());
    workspace.openUntitled(u"print(1)\n"_s);
    QVERIFY(!partnerPrograms(workspace));
}

QTEST_MAIN(TestCompareParts)
#include "tst_compareparts.moc"
