// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editor/codeeditor.h"
#include "ui/gantt/ganttview.h"
#include "windowundertest.h"

#include <QLabel>
#include <QTest>

using namespace Playground;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Trace::Time;

namespace {

/// A lane as a person reads it from the axis, in seconds.
struct ExpectedLane {
    QString name;
    double from = 0;
    double to = 0;
    QString end; ///< how the mark behind it begins
};

struct TestedLesson {
    QString id;
    QString words; ///< typed to find it
    QString total;
    QString waiting;
    QString concurrency;
    QList<ExpectedLane> lanes;
    QStringList output;
};

QList<TestedLesson> lessons()
{
    const QStringList oneAfterTheOther{u"dog sets off"_s, u"dog is back"_s, u"cat sets off"_s, u"cat is back"_s,
                                       u"both are back after 5.0 s"_s};
    const QStringList brewing{u"coffee: water on"_s, u"tea: water on"_s, u"cocoa: water on"_s};
    return {
        {u"sleep"_s,
         u"睡"_s,
         u"3.00 s"_s,
         u"3.00 s"_s,
         u"1.0"_s,
         {{u"main"_s, 0, 3, u"✓ 3.00 s"_s}},
         {u"The dog lies down."_s, u"The dog gets up after 3.0 s."_s}},
        {u"sequential"_s,
         u"sequential"_s,
         u"5.00 s"_s,
         u"5.00 s"_s,
         u"1.0"_s,
         {{u"main"_s, 0, 5, u"✓ 5.00 s"_s}},
         oneAfterTheOther},
        {u"create_task"_s,
         u"create_task"_s,
         u"3.00 s"_s,
         u"5.00 s"_s,
         u"1.67"_s,
         {{u"main"_s, 0, 3, u"✓ 3.00 s"_s}, {u"dog"_s, 0, 2, u"✓ 2.00 s"_s}, {u"cat"_s, 0, 3, u"✓ 3.00 s"_s}},
         {u"dog sets off"_s, u"cat sets off"_s, u"dog is back"_s, u"cat is back"_s, u"both are back after 3.0 s"_s}},
        {u"awaited_at_once"_s,
         u"awaited"_s,
         u"5.00 s"_s,
         u"5.00 s"_s,
         u"1.0"_s,
         {{u"main"_s, 0, 5, u"✓ 5.00 s"_s}, {u"dog"_s, 0, 2, u"✓ 2.00 s"_s}, {u"cat"_s, 2, 5, u"✓ 3.00 s"_s}},
         oneAfterTheOther},
        {u"results"_s,
         u"返回值"_s,
         u"3.00 s"_s,
         u"4.00 s"_s,
         u"1.33"_s,
         {{u"main"_s, 0, 3, u"✓ 3.00 s"_s}, {u"dog"_s, 0, 3, u"✓ 3.00 s · 18"_s}, {u"cat"_s, 0, 1, u"✓ 1.00 s · 4"_s}},
         {u"dog: onto the scales"_s, u"cat: onto the scales"_s, u"cat: weighed"_s, u"dog: weighed"_s,
          u"Together they weigh 22 kg."_s}},
        {u"gather"_s,
         u"gather"_s,
         u"3.00 s"_s,
         u"6.00 s"_s,
         u"2.0"_s,
         {{u"main"_s, 0, 3, u"✓ 3.00 s"_s},
          {u"Task-2"_s, 0, 3, u"✓ 3.00 s · 'coffee (3 s)'"_s},
          {u"Task-3"_s, 0, 1, u"✓ 1.00 s · 'tea (1 s)'"_s},
          {u"Task-4"_s, 0, 2, u"✓ 2.00 s · 'cocoa (2 s)'"_s}},
         brewing
             + QStringList{u"tea: poured"_s, u"cocoa: poured"_s, u"coffee: poured"_s,
                           u"On the tray: coffee (3 s), tea (1 s), cocoa (2 s)"_s}},
        {u"wait"_s,
         u"wait"_s,
         u"3.00 s"_s,
         u"6.00 s"_s,
         u"2.0"_s,
         {{u"main"_s, 0, 3, u"✓ 3.00 s"_s},
          {u"coffee"_s, 0, 3, u"✓ 3.00 s"_s},
          {u"tea"_s, 0, 1, u"✓ 1.00 s"_s},
          {u"cocoa"_s, 0, 2, u"✓ 2.00 s"_s}},
         brewing
             + QStringList{u"tea: poured"_s, u"cocoa: poured"_s, u"On the tray: tea cocoa"_s,
                           u"Still to come: coffee"_s, u"coffee: poured"_s}},
        {u"as_completed"_s,
         u"AS_COMPLETED"_s,
         u"3.00 s"_s,
         u"6.00 s"_s,
         u"2.0"_s,
         {{u"main"_s, 0, 3, u"✓ 3.00 s"_s},
          {u"coffee"_s, 0, 3, u"✓ 3.00 s"_s},
          {u"tea"_s, 0, 1, u"✓ 1.00 s"_s},
          {u"cocoa"_s, 0, 2, u"✓ 2.00 s"_s}},
         brewing
             + QStringList{u"tea: poured"_s, u"Served: tea (1 s)"_s, u"cocoa: poured"_s, u"Served: cocoa (2 s)"_s,
                           u"coffee: poured"_s, u"Served: coffee (3 s)"_s}},
        {u"network_fetch"_s,
         u"three hosts"_s,
         u"710 ms"_s,
         u"1.68 s"_s,
         u"2.37"_s,
         {{u"main"_s, 0, 0.71, u"✓ 710 ms"_s},
          {u"www.python.org"_s, 0, 0.71, u"✓ 710 ms"_s},
          {u"www.debian.org"_s, 0, 0.515, u"✓ 515 ms"_s},
          {u"www.wikipedia.org"_s, 0, 0.455, u"✓ 455 ms"_s}},
         {u"www.wikipedia.org: HTTP/1.1 200 OK, then 19770 bytes"_s,
          u"www.debian.org: HTTP/1.1 200 OK, then 14572 bytes"_s,
          u"www.python.org: HTTP/1.1 200 OK, then 50365 bytes"_s, u"All three have answered."_s}},
        {u"blocking"_s,
         u"blocking"_s,
         u"3.70 s"_s,
         u"2.70 s"_s,
         u"1.27"_s,
         {{u"main"_s, 0, 3.7, u"✓ 3.70 s"_s},
          {u"metronome"_s, 0, 3.7, u"✓ 3.70 s"_s},
          {u"guest"_s, 0, 2.7, u"✓ 2.70 s"_s}},
         {u"tick 1"_s, u"the guest takes the floor"_s, u"the guest sits down"_s, u"tick 2"_s, u"tick 3"_s, u"tick 4"_s,
          u"both are done after 3.7 s"_s}},
    };
}

/// The heading of a Markdown file, without its marks.
QString headingOf(const QString &path)
{
    const QString first = QString::fromUtf8(Home::read(path)).section(u'\n', 0, 0);
    return first.mid(2).remove(u'`');
}

bool isNear(double a, double b)
{
    return std::abs(a - b) < 3; // pixels
}

} // namespace

class TestLessons : public QObject {
    Q_OBJECT
public:
    static void initMain() { prepareWindowTests(); }

private Q_SLOTS:
    void theFirstStartInvitesToRun();
    void aLessonIsFoundAndRunByKeyboard_data();
    void aLessonIsFoundAndRunByKeyboard();
    void allLessonsAreHere();
    void aLiveRunGrowsOnTheChart();
    void theNextLessonStartsAfresh();
};

void TestLessons::theFirstStartInvitesToRun()
{
    const Home home;
    const WindowUnderTest window(home);
    QCOMPARE(window.labelText(u"documentTitle"_s), u"create_task"_s);
    QCOMPARE(window.labelText(u"documentState"_s), u"Example · unchanged"_s);
    QVERIFY(window.galleryLine(u"create_task"_s).isOpen);
    QCOMPARE(window.state(), u"Ready"_s);
    QVERIFY(window.labelText(u"chartPageText"_s).contains(u"F5"_s));
    QVERIFY(window.output().isEmpty());
    QCOMPARE(QApplication::focusWidget(), window.editor());
    QVERIFY(!QApplication::activeModalWidget() && !QApplication::activePopupWidget());
    QVERIFY(!window.find<QWidget>(u"noticeBar"_s));
}

void TestLessons::allLessonsAreHere()
{
    const Home home;
    const ExampleList examples = readExamples(home.places().examples);
    QStringList ids;
    for (const Example &example : examples.examples)
        ids << example.id;
    QStringList tested;
    const QList<TestedLesson> all = lessons();
    for (const TestedLesson &lesson : all)
        tested << lesson.id;
    ids.sort();
    tested.sort();
    QCOMPARE(ids, tested);
}

void TestLessons::aLessonIsFoundAndRunByKeyboard_data()
{
    QTest::addColumn<qsizetype>("index");
    QTest::addColumn<QString>("language");
    const QList<TestedLesson> all = lessons();
    for (qsizetype i = 0; i < all.size(); ++i) {
        for (const char *language : {"en", "zh_CN"})
            QTest::addRow("%s, %s", qPrintable(all[i].id), language) << i << QString::fromLatin1(language);
    }
}

void TestLessons::aLessonIsFoundAndRunByKeyboard()
{
    QFETCH(const qsizetype, index);
    QFETCH(const QString, language);
    const TestedLesson lesson = lessons().at(index);
    const bool isChinese = language == u"zh_CN";
    const Home home;
    WindowUnderTest window(home, language);

    window.openByName(lesson.words);
    QCOMPARE(window.labelText(u"documentTitle"_s), lesson.id);
    QCOMPARE(QApplication::focusWidget(), window.editor());
    const QString folder = home.places().examples + u'/' + lesson.id + u'/';
    QCOMPARE(window.program(), QString::fromUtf8(Home::read(folder + u"scenario.py"_s)));
    QCOMPARE(window.explanationTitle(), headingOf(folder + u"explanation."_s + language + u".md"_s));

    QVERIFY(window.useInstantClock());
    QVERIFY(window.runToEnd());
    QCOMPARE(window.state(), isChinese ? u"✓ 已完成"_s : u"✓ Finished"_s);
    const QString figures = isChinese ? u"等待合计 %1，用时 %2：%3 倍"_s : u"%1 of waiting in %2: %3×"_s;
    QCOMPARE(window.labelText(u"concurrency"_s), figures.arg(lesson.waiting, lesson.total, lesson.concurrency));
    QVERIFY2(window.chartHeader().startsWith(lesson.total), qPrintable(window.chartHeader()));
    QCOMPARE(window.output(), lesson.output);
    QCOMPARE(window.labelText(u"outputEnd"_s), isChinese ? u"退出码 0"_s : u"exit code 0"_s);
    QCOMPARE(window.labelText(u"longestBlock"_s).contains(u"2.00 s"_s), lesson.id == u"blocking");
    QCOMPARE(window.labelText(u"networkNote"_s).isEmpty(), lesson.id != u"network_fetch");
    QVERIFY(window.find<QWidget>(u"runCard"_s));

    QVERIFY(window.ganttView()->isVisible());
    const TimeScale axis = window.chart().geometry.scale;
    const QList<SeenLane> lanes = window.lanes();
    QCOMPARE(lanes.size(), lesson.lanes.size());
    for (qsizetype i = 0; i < lanes.size(); ++i) {
        const ExpectedLane &expected = lesson.lanes[i];
        const auto x = [&](double seconds) { return axis.toX(Time(std::llround(seconds * 1e9))); };
        QCOMPARE(lanes[i].name, expected.name);
        QVERIFY2(lanes[i].end.startsWith(expected.end), qPrintable(lanes[i].end));
        QVERIFY2(isNear(lanes[i].left, x(expected.from)), qPrintable(expected.name));
        QVERIFY2(isNear(lanes[i].right, x(expected.to)), qPrintable(expected.name));
    }
}

void TestLessons::aLiveRunGrowsOnTheChart()
{
    const Home home;
    WindowUnderTest window(home);
    WindowUnderTest::press(Qt::Key_F5);
    QTRY_COMPARE_WITH_TIMEOUT(window.state(), u"● Running"_s, Patience);
    QTRY_VERIFY_WITH_TIMEOUT(!window.lane(u"cat"_s).bars.isEmpty(), Patience);
    QVERIFY(window.chartHeader().contains(u"running"_s));
    QVERIFY(window.action(Actions::Id::Stop)->isEnabled());

    // The bar of cat ends where the line of the present moment stands, and both move on with the time.
    const auto edge = [&window] { return window.chart().geometry.scale.toTime(window.lane(u"cat"_s).right); };
    const Time before = edge();
    QTRY_VERIFY_WITH_TIMEOUT(edge() > before + 400ms, Patience);
    QVERIFY(window.nowLine());
    QVERIFY(isNear(*window.nowLine(), window.lane(u"cat"_s).right));
    QVERIFY(isNear(*window.nowLine(), window.lane(u"main"_s).right));
    QVERIFY(window.labelText(u"concurrency"_s).contains(u"of waiting in"_s));
    // Beside the lines stand those who wait there.
    const QString sleepers = window.editor()->labels().textsOf(7).join(u' ');
    QVERIFY2(sleepers.contains(u"cat"_s) && sleepers.contains(u"to go"_s), qPrintable(sleepers));
    QVERIFY(window.editor()->labels().textsOf(16).join(u' ').contains(u"main"_s));

    // Then dog is done while cat sleeps on.
    QTRY_VERIFY_WITH_TIMEOUT(window.lane(u"dog"_s).end.startsWith(u"✓ 2."_s), Patience);
    QVERIFY(window.isRunning());
    // The output has a rate of its own.
    const QStringList soFar{u"dog sets off"_s, u"cat sets off"_s, u"dog is back"_s};
    QTRY_COMPARE_WITH_TIMEOUT(window.output().mid(0, 3), soFar, Patience);
    QVERIFY(window.lane(u"cat"_s).right > window.lane(u"dog"_s).right);

    QTRY_COMPARE_WITH_TIMEOUT(window.state(), u"✓ Finished"_s, Patience);
    window.settle();
    QVERIFY(!window.nowLine());
    QVERIFY(window.timeline().totals().wall >= 3s);
    QVERIFY(window.lane(u"cat"_s).end.startsWith(u"✓ 3."_s));
    QVERIFY(window.editor()->labels().textsOf(7).isEmpty());
    QVERIFY(!window.action(Actions::Id::Stop)->isEnabled());
    QVERIFY(!window.output().filter(u"both are back"_s).isEmpty());
}

void TestLessons::theNextLessonStartsAfresh()
{
    const Home home;
    WindowUnderTest window(home);
    QVERIFY(window.useInstantClock());
    QVERIFY(window.runToEnd());
    WindowUnderTest::openByName(u"blocking"_s);
    QCOMPARE(window.state(), u"Ready"_s);
    QVERIFY(window.lanes().isEmpty());
    QVERIFY(window.output().isEmpty());
    QVERIFY(window.labelText(u"concurrency"_s).isEmpty());
    QVERIFY(!window.find<QWidget>(u"runCard"_s));
    QVERIFY(window.labelText(u"chartPageText"_s).contains(u"F5"_s));
}

QTEST_MAIN(TestLessons)
#include "tst_lessons.moc"
