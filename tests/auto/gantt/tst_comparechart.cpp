// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/auto/gantt/story.h"
#include "translations/translations.h"
#include "ui/gantt/chartfonts.h"
#include "ui/gantt/comparechart.h"

#include <QFile>
#include <QImage>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>

using namespace Playground;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Trace::TaskId;
using Trace::Time;
using Trace::WaitKind;

namespace {

/// One task that waits twice, 5 s in all.
void tellOneByOne(Story &story)
{
    const TaskId main = story.create(0s, u"Task-1"_s, u"main"_s);
    story.resume(0s, main);
    story.sleep(0s, main, 2s, {u"await run(2)"_s, u"await sleep(delay)"_s});
    story.wake(2s, main);
    story.resume(2s, main);
    story.sleep(2s, main, 3s, {u"await run(3)"_s, u"await sleep(delay)"_s});
    story.wake(5s, main);
    story.resume(5s, main);
    story.finish(5s, main);
    story.end(5s);
}

/// A task for each: 3 s.
void tellAtOnce(Story &story)
{
    const TaskId main = story.create(0s, u"Task-1"_s, u"main"_s);
    story.resume(0s, main);
    const TaskId dog = story.create(0s, u"dog"_s, u"run"_s, main);
    const TaskId cat = story.create(0s, u"cat"_s, u"run"_s, main);
    story.suspend(0s, main, WaitKind::Task, {u"await cat"_s}, cat);
    for (const auto &[task, time] : {std::pair<TaskId, Time>{dog, 2s}, {cat, 3s}}) {
        story.resume(0s, task);
        story.sleep(0s, task, time, {u"await sleep(delay)"_s});
    }
    story.wake(2s, dog);
    story.resume(2s, dog);
    story.finish(2s, dog);
    story.wake(3s, cat);
    story.resume(3s, cat);
    story.wake(3s, main, cat);
    story.finish(3s, cat);
    story.resume(3s, main);
    story.finish(3s, main);
    story.end(3s);
}

template <typename Item>
std::vector<Item> itemsOf(const DisplayList &list)
{
    std::vector<Item> items;
    for (const DisplayItem &item : list.items) {
        if (const auto *one = std::get_if<Item>(&item))
            items.push_back(*one);
    }
    return items;
}

QStringList textsOf(const DisplayList &list)
{
    QStringList texts;
    for (const TextRun &text : itemsOf<TextRun>(list))
        texts << text.text;
    return texts;
}

/// The bars of the totals: rounded, on the band, and as high as no label.
std::vector<QRectF> totalsBars(const DisplayList &list)
{
    std::vector<QRectF> bars;
    for (const Panel &panel : itemsOf<Panel>(list)) {
        if (panel.color == ColorRole::Accent || panel.color == ColorRole::Muted)
            bars.push_back(panel.rect);
    }
    return bars;
}

} // namespace

/// Runs above one another on one time axis.
class CompareChartTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QVERIFY(installLanguage(u"en")); }

    void aFigureSaysWhatItShows_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<QString>("reason");
        QTest::newRow("en") << u"en"_s << u"stand end to end"_s;
        QTest::newRow("zh_CN") << u"zh_CN"_s << u"首尾相接"_s;
    }

    void aFigureSaysWhatItShows()
    {
        QFETCH(QString, language);
        QFETCH(QString, reason);
        QVERIFY(installLanguage(language));
        const QStringList texts = textsOf(pair(language));
        QVERIFY(texts.contains(u"A · one by one"_s));
        QVERIFY(texts.contains(u"B · at once"_s));
        QVERIFY(texts.contains(u"5.00 s → 3.00 s · 1.67×"_s));
        QVERIFY(texts.contains(u"−2.00 s"_s));
        QVERIFY2(texts.join(u' ').contains(reason), qPrintable(texts.join(u" | "_s)));
    }

    void totalsAreToScaleAndOnTheAxisOfTheLanes()
    {
        const DisplayList list = pair();
        const std::vector<QRectF> bars = totalsBars(list);
        QCOMPARE(bars.size(), 2u);
        QCOMPARE(bars[0].left(), bars[1].left());
        QVERIFY(std::abs(bars[1].width() - bars[0].width() * 3 / 5) <= 1);
        double slowest = 0;
        double fastest = 0;
        for (const Bar &bar : itemsOf<Bar>(list)) {
            if (bar.task == TaskId::None)
                continue;
            double &end = bar.rect.top() < bars[0].top() ? slowest : fastest;
            end = std::max(end, bar.rect.right());
        }
        QVERIFY(std::abs(slowest - bars[0].right()) <= 2);
        QVERIFY(std::abs(fastest - bars[1].right()) <= 2);
    }

    void theSameTaskHasTheSameMarkAndPlace()
    {
        Story a(u"a.py"_s);
        tellAtOnce(a);
        Story b(u"b.py"_s);
        tellAtOnce(b);
        const DisplayList list = chart({&a, &b}, {u"a"_s, u"b"_s});
        const std::vector<Chip> chips = itemsOf<Chip>(list);
        QCOMPARE(chips.size(), 6u);
        for (std::size_t i = 0; i < 3; ++i) {
            QCOMPARE(chips[i].order, chips[i + 3].order);
            QCOMPARE(chips[i].rect.left(), chips[i + 3].rect.left());
        }
    }

    void nothingLeavesThePicture_data()
    {
        QTest::addColumn<double>("width");
        QTest::newRow("narrow") << 520.0;
        QTest::newRow("usual") << 1040.0;
        QTest::newRow("wide") << 1920.0;
    }

    void nothingLeavesThePicture()
    {
        QFETCH(double, width);
        for (const QString &language : {u"en"_s, u"zh_CN"_s}) {
            QVERIFY(installLanguage(language));
            const DisplayList list = pair(language, width);
            const QRectF page(QPointF(0, 0), list.size);
            for (const TextRun &text : itemsOf<TextRun>(list)) {
                const QRectF box(text.baseline.x(), text.baseline.y() - 8, text.width, 8);
                QVERIFY2(page.contains(box), qPrintable(text.text));
            }
            for (const Bar &bar : itemsOf<Bar>(list))
                QVERIFY(page.contains(bar.rect));
        }
    }

    void runsOfNoLengthHaveAPicture()
    {
        Story a(u"a.py"_s);
        a.end(0s);
        Story b(u"b.py"_s);
        b.end(0s);
        const DisplayList list = chart({&a, &b}, {u"a"_s, u"b"_s});
        QVERIFY(list.size.height() > 0);
        QVERIFY(textsOf(list).contains(u"0 s → 0 s"_s));
        QVERIFY(textsOf(list).contains(u"This run made no tasks."_s));
    }

    void fourRunsHaveTheirTotalsTogether()
    {
        Story a(u"a.py"_s);
        tellOneByOne(a);
        Story b(u"b.py"_s);
        tellAtOnce(b);
        Story c(u"c.py"_s);
        tellAtOnce(c);
        Story d(u"d.py"_s);
        d.resume(0s, d.create(0s, u"x"_s, u"f"_s));
        d.end(1s, {Outcome::Failed, 1});
        const DisplayList list = chart({&a, &b, &c, &d}, {u"a"_s, u"b"_s, u"c"_s, u"d"_s});
        QCOMPARE(totalsBars(list).size(), 4u);
        const QStringList texts = textsOf(list);
        QVERIFY(texts.contains(u"A 5.00 s · B 3.00 s (1.67×) · C 3.00 s (1.67×) · D 1.00 s (5.00×)"_s));
        QVERIFY(texts.contains(u"✗ failed, exit code 1"_s));
        QVERIFY(texts.join(u' ').contains(u"D ended with an error after 1.00 s."_s));
    }

    void manyTasksAreCounted()
    {
        Story a(u"a.py"_s);
        Story b(u"b.py"_s);
        for (Story *story : {&a, &b}) {
            for (int i = 0; i < 5000; ++i)
                story->finish(1s, story->create(0s, u"t%1"_s.arg(i), u"f"_s));
            story->end(1s);
        }
        const DisplayList list = chart({&a, &b}, {u"a"_s, u"b"_s});
        QVERIFY2(list.items.size() < 2000, qPrintable(QString::number(list.items.size())));
        QCOMPARE(textsOf(list).count(u"… and 4,960 more tasks"_s), 2);
    }

    void linesAreBrokenWhereTheLanguageMayBeBroken()
    {
        const FontRole font = FontRole::Summary;
        QCOMPARE(wrappedText(font, {}, 100), QStringList());
        QCOMPARE(wrappedText(font, u"one two"_s, 1e6), QStringList{u"one two"_s});
        QCOMPARE(wrappedText(font, u"one two"_s, 1), (QStringList{u"one"_s, u"two"_s}));
        const QString chinese = u"第二次它们同时等待，所以总时间等于最长的一个：猫（三秒）。"_s;
        for (double width = 60; width < 400; width += 7) {
            const QStringList lines = wrappedText(font, chinese, width);
            QCOMPARE(lines.join(QString()), chinese);
            for (const QString &line : lines) {
                QVERIFY2(!u"，。：）"_s.contains(line.front()), qPrintable(line));
                QVERIFY(ChartFonts::width(font, line) <= width || line.size() < 4);
            }
        }
    }

    void differencesHaveTheirSign()
    {
        QCOMPARE(differenceText(0s), u"±0 s"_s);
        QCOMPARE(differenceText(-2s), u"−2.00 s"_s);
        QCOMPARE(differenceText(500ms), u"+500 ms"_s);
    }

    void filesAreWritten()
    {
        Story a(u"a.py"_s);
        tellOneByOne(a);
        Story b(u"b.py"_s);
        tellAtOnce(b);
        const Comparison comparison({{&a.timeline(), {}}, {&b.timeline(), {}}});
        CompareChartOptions options;
        options.theme = Theme::Dark;
        options.titles = QStringList{u"a <&>"_s, u"b"_s};
        options.language = u"en"_s;
        QTemporaryDir folder;
        for (const QString &name : {u"c.svg"_s, u"c.png"_s, u"c.pdf"_s})
            QCOMPARE(writeComparisonChart(comparison, folder.filePath(name), options), std::nullopt);
        const QImage image(folder.filePath(u"c.png"_s));
        QCOMPARE(image.width(), 2080);
        QCOMPARE(image.pixelColor(0, 0), QColor(0x1E2127));
        QVERIFY(writeComparisonChart(comparison, folder.filePath(u"c.gif"_s), options).has_value());
        QFile svg(folder.filePath(u"c.svg"_s));
        QVERIFY(svg.open(QIODevice::ReadOnly));
        QVERIFY(svg.readAll().contains("5.00 s → 3.00 s · 1.67×"));
    }

private:
    static DisplayList chart(const std::vector<Story *> &stories, const QStringList &titles,
                             const QString &language = u"en"_s, double width = 1040)
    {
        std::vector<ComparedRun> runs;
        for (const Story *story : stories)
            runs.push_back({&story->timeline(), {}});
        CompareChartOptions options;
        options.titles = titles;
        options.language = language;
        options.width = width;
        return buildComparisonChart(Comparison(runs), options);
    }

    static DisplayList pair(const QString &language = u"en"_s, double width = 1040)
    {
        Story a(u"a.py"_s);
        tellOneByOne(a);
        Story b(u"b.py"_s);
        tellAtOnce(b);
        return chart({&a, &b}, {u"one by one"_s, u"at once"_s}, language, width);
    }
};

QTEST_MAIN(CompareChartTest)
#include "tst_comparechart.moc"
