// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/auto/gantt/story.h"
#include "translations/translations.h"
#include "ui/gantt/chartexport.h"
#include "ui/gantt/chartsheets.h"

#include <QFile>
#include <QImage>
#include <QTemporaryDir>
#include <QTest>

#include <set>

using namespace Playground;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Trace::TaskId;

namespace {

/// Tasks that sleep, one a little longer than the other.
const Timeline &tellSleepers(Story &story, int tasks)
{
    for (int i = 0; i < tasks; ++i) {
        const TaskId task = story.create(0s, u"sleeper %1"_s.arg(i + 1), u"nap"_s);
        story.resume(1ms, task);
        story.sleep(2ms, task, 10ms * (i + 1), {u"await asyncio.sleep(delay)"_s});
        story.resume(2ms + 10ms * (i + 1), task);
        story.finish(3ms + 10ms * (i + 1), task);
    }
    return story.end(5ms + 10ms * tasks);
}

template <typename Item>
std::vector<Item> all(const Sheet &sheet)
{
    std::vector<Item> found;
    for (const DisplayItem &item : sheet.list.items) {
        if (const auto *one = std::get_if<Item>(&item))
            found.push_back(*one);
    }
    return found;
}

QStringList texts(const Sheet &sheet, FontRole font)
{
    QStringList found;
    for (const TextRun &text : all<TextRun>(sheet)) {
        if (text.font == font)
            found << text.text;
    }
    return found;
}

ChartOptions optionsFor(Paper paper)
{
    ChartOptions options;
    options.paper = paper;
    return options;
}

} // namespace

class ChartSheetsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QVERIFY(installLanguage(u"en")); }

    void aSheetHasTheSizeOfItsPaper_data()
    {
        QTest::addColumn<Paper>("paper");
        QTest::addColumn<QSizeF>("inches");
        QTest::newRow("slide") << Paper::Slide << QSizeF(13.333, 7.5);
        QTest::newRow("landscape") << Paper::A4Landscape << QSizeF(297 / 25.4, 210 / 25.4);
        QTest::newRow("portrait") << Paper::A4Portrait << QSizeF(210 / 25.4, 297 / 25.4);
    }

    void aSheetHasTheSizeOfItsPaper()
    {
        QFETCH(const Paper, paper);
        QFETCH(const QSizeF, inches);
        for (const int tasks : {0, 1, 15, 200}) {
            Story story(u"naps.py"_s);
            const ChartSheets sheets = chartSheets(tellSleepers(story, tasks), optionsFor(paper), 20);
            QVERIFY(!sheets.sheets.empty());
            for (const Sheet &sheet : sheets.sheets) {
                QVERIFY(std::abs(sheet.size().width() / 96 - inches.width()) < 0.01);
                QVERIFY(std::abs(sheet.size().height() / 96 - inches.height()) < 0.01);
            }
            QCOMPARE(sheets.left, 0);
        }
    }

    void fewTasksAreDrawnLarger()
    {
        double before = 100;
        for (const int tasks : {2, 12, 24, 60}) {
            Story story(u"naps.py"_s);
            const Sheet sheet = chartSheets(tellSleepers(story, tasks), optionsFor(Paper::A4Landscape), 20).sheets[0];
            QVERIFY2(sheet.scale <= before, qPrintable(QString::number(tasks)));
            before = sheet.scale;
        }
        QVERIFY(before < 1);
    }

    void everyTaskIsOnOnePageUnderAHeading()
    {
        Story story(u"naps.py"_s);
        const ChartSheets sheets = chartSheets(tellSleepers(story, 150), optionsFor(Paper::A4Portrait), 20);
        const size_t pages = sheets.sheets.size();
        QVERIFY(pages > 1);
        QStringList names;
        for (size_t page = 0; page < pages; ++page) {
            const Sheet &sheet = sheets.sheets[page];
            names << texts(sheet, FontRole::Name);
            QVERIFY(texts(sheet, FontRole::Title).contains(u"naps.py"_s));
            QVERIFY(texts(sheet, FontRole::Summary).contains(u"%1/%2"_s.arg(page + 1).arg(pages)));
            QVERIFY(!texts(sheet, FontRole::Legend).isEmpty());
        }
        QStringList expected;
        for (int i = 0; i < 150; ++i)
            expected << u"sleeper %1"_s.arg(i + 1);
        QCOMPARE(names, expected);
    }

    /// One compares tasks of different pages.
    void theSameMomentIsAtTheSamePlaceOnAllPages()
    {
        Story story(u"naps.py"_s);
        const ChartSheets sheets = chartSheets(tellSleepers(story, 150), optionsFor(Paper::A4Portrait), 20);
        std::set<QList<double>> ticks;
        for (const Sheet &sheet : sheets.sheets) {
            QList<double> found;
            for (const Rule &rule : all<Rule>(sheet)) {
                if (rule.color == ColorRole::Grid)
                    found << rule.line.x1();
            }
            QVERIFY(found.size() > 2);
            ticks.insert(found);
        }
        QCOMPARE(ticks.size(), 1U);
    }

    void whatHasNoRoomIsCountedAndSaid()
    {
        Story story(u"naps.py"_s);
        const Timeline &timeline = tellSleepers(story, 150);
        const ChartSheets sheets = chartSheets(timeline, optionsFor(Paper::Slide), 1);
        QCOMPARE(sheets.sheets.size(), 1U);
        const auto shown = texts(sheets.sheets[0], FontRole::Name).size();
        QCOMPARE(sheets.left, 150 - shown);
        const QString note = texts(sheets.sheets[0], FontRole::Summary).last();
        QVERIFY2(note.contains(QString::number(sheets.left)), qPrintable(note));
        QVERIFY(!texts(sheets.sheets[0], FontRole::Summary).contains(u"1/1"_s));
    }

    void titleAndLegendMayBeLeftOut()
    {
        Story story(u"naps.py"_s);
        const Timeline &timeline = tellSleepers(story, 3);
        ChartOptions options = optionsFor(Paper::A4Landscape);
        const auto firstBar = [&] { return all<Bar>(chartSheets(timeline, options, 1).sheets[0]).at(3).rect.top(); };
        const auto sheet = [&] { return chartSheets(timeline, options, 1).sheets[0]; };
        const double full = firstBar();
        options.hasLegend = false;
        QVERIFY(texts(sheet(), FontRole::Legend).isEmpty());
        QVERIFY(texts(sheet(), FontRole::Title).contains(u"naps.py"_s));
        options.hasTitle = false;
        QVERIFY(texts(sheet(), FontRole::Title).isEmpty());
        QVERIFY(firstBar() < full); // and its room goes to the lanes
        options.hasLegend = true;
        QVERIFY(!texts(sheet(), FontRole::Legend).isEmpty());
        QVERIFY(texts(sheet(), FontRole::Title).isEmpty());
    }

    void marksStandOnEverySheet()
    {
        Story story(u"naps.py"_s);
        const Timeline &timeline = tellSleepers(story, 60);
        ChartOptions options = optionsFor(Paper::Slide);
        options.marks = {{1, 100ms, u"halfway"_s}, {2, 400ms, {}}};
        const ChartSheets sheets = chartSheets(timeline, options, 20);
        QVERIFY(sheets.sheets.size() > 1);
        for (const Sheet &sheet : sheets.sheets) {
            const QStringList axis = texts(sheet, FontRole::Axis);
            QVERIFY2(axis.contains(u"halfway"_s) && axis.contains(u"2"_s), qPrintable(axis.join(u' ')));
            QVERIFY(!axis.contains(u"0.1 s"_s) && !axis.contains(u"100 ms"_s)); // where the flag stands
        }
        options.marks.clear();
        QVERIFY(!texts(chartSheets(timeline, options, 1).sheets[0], FontRole::Axis).contains(u"halfway"_s));
    }

    void aPartOfTheRunFillsTheSheet()
    {
        Story story(u"naps.py"_s);
        const Timeline &timeline = tellSleepers(story, 3);
        ChartOptions options = optionsFor(Paper::Slide);
        options.range = TimeRange{10ms, 20ms};
        QStringList ticks = texts(chartSheets(timeline, options, 1).sheets[0], FontRole::Axis);
        QVERIFY2(ticks.contains(u"10 ms"_s) && !ticks.contains(u"0 ms"_s), qPrintable(ticks.join(u' ')));
    }

    void aPictureOfItsOwnHeightIsFittedIntoASheet_data()
    {
        QTest::addColumn<double>("heightPart");
        QTest::newRow("low") << 0.1;
        QTest::newRow("as the sheet") << 0.5;
        QTest::newRow("high") << 3.0;
        QTest::newRow("very high") << 20.0;
    }

    void aPictureOfItsOwnHeightIsFittedIntoASheet()
    {
        QFETCH(const double, heightPart);
        QSizeF drawn;
        const auto build = [&](double width) {
            drawn = {width, 1000 * heightPart};
            return DisplayList{drawn, {}};
        };
        for (const Paper paper : {Paper::Slide, Paper::A4Landscape, Paper::A4Portrait}) {
            Story story(u"naps.py"_s);
            const Sheet other = chartSheets(tellSleepers(story, 1), optionsFor(paper), 1).sheets[0];
            const Sheet sheet = fittedSheet(paper, build);
            QVERIFY(std::abs(sheet.size().width() - other.size().width()) < 0.01);
            QVERIFY(std::abs(sheet.size().height() - other.size().height()) < 0.01);
            QVERIFY(drawn.height() * sheet.scale <= other.size().height() - 2 * sheet.margin + 0.01);
            QVERIFY(drawn.width() * sheet.scale <= other.size().width() - 2 * sheet.margin + 0.01);
        }
    }

    void aPdfHasAllPagesAndAPictureTheFirst()
    {
        QTemporaryDir folder;
        Story story(u"naps.py"_s);
        const Timeline &timeline = tellSleepers(story, 150);
        const ChartOptions options = optionsFor(Paper::A4Landscape);
        const auto bytes = [&](const QString &name) {
            if (writeChart(timeline, folder.filePath(name), options))
                return QByteArray();
            QFile file(folder.filePath(name));
            return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
        };
        const QByteArray pdf = bytes(u"naps.pdf"_s);
        QCOMPARE(pdf.count("/Type /Page\n"), qsizetype(chartSheets(timeline, options, MostPdfPages).sheets.size()));
        QVERIFY(pdf.contains("/MediaBox [0 0 842"));
        const QByteArray svg = bytes(u"naps.svg"_s);
        QVERIFY2(svg.contains("width=\"297"), svg.left(600).constData());
        const QImage image = QImage::fromData(bytes(u"naps.png"_s));
        QCOMPARE(image.size(), QSize(2245, 1587));
        for (int x = 0; x < image.width(); x += 7) // a margin, and a light ground
            QCOMPARE(image.pixelColor(x, 40), QColor(Qt::white));
    }
};

QTEST_MAIN(ChartSheetsTest)
#include "tst_chartsheets.moc"
