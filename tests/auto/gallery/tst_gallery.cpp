// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/workspace.h"
#include "translations/translations.h"
#include "ui/gallery/gallerydelegate.h"
#include "ui/gallery/gallerymodel.h"
#include "ui/gallery/gallerypanel.h"
#include "ui/theme/appearance.h"

#include <QAbstractItemModelTester>
#include <QAbstractItemView>
#include <QDir>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <memory>

using namespace Playground;
using namespace Qt::StringLiterals;

class TestGallery : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();

    void lessonsStandAboveTheirExamples();
    void theModelIsSoundWhateverHappens();
    void aClickOpens();
    void theOpenExampleStandsOut();
    void anEditedExampleIsMarked();
    void onesOwnProgramsFollowTheLessons();
    void theSearchFinds_data();
    void theSearchFinds();
    void aSearchIsDoneWithTheKeyboard();
    void theListIsUsedWithTheKeyboard();
    void anUntitledProgramCanBeDiscardedByKey();
    void nothingFoundIsSaidWithAWayBack();
    void theLanguageChangesAtOnce();
    void largeTypeMakesHighLines();
    void theHintGivesWayToTheTitle_data();
    void theHintGivesWayToTheTitle();

private:
    void writeExample(int order, const QString &id, const BilingualText &lesson, const BilingualText &title,
                      const BilingualText &hint, const BilingualText &heading) const;
    QString writeFile(const QString &name) const;
    /// What a person reads, line by line.
    QStringList lines() const;
    QModelIndex line(const QString &title) const;
    QRect place(const QString &title) const { return m_list->visualRect(line(title)); }
    void click(const QString &title) const;
    /// How many pixels of a line are painted in exactly that colour.
    int pixels(const QString &title, ColorRole role) const;

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Appearance> m_appearance;
    std::unique_ptr<Workspace> m_workspace;
    std::unique_ptr<GalleryPanel> m_panel;
    QAbstractItemView *m_list = nullptr;
    QLineEdit *m_search = nullptr;
};

void TestGallery::initTestCase()
{
    QVERIFY(installLanguage(u"en"));
}

void TestGallery::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QDir(m_folder->path()).mkdir(u"examples"_s);
    const BilingualText first{u"入门"_s, u"First steps"_s};
    const BilingualText second{u"并发"_s, u"Concurrency"_s};
    writeExample(1, u"sleep"_s, first, {u"睡眠"_s, u"sleep"_s}, {u"睡一会儿"_s, u"one sleep"_s},
                 {u"一次等待"_s, u"A single wait"_s});
    writeExample(2, u"create_task"_s, second, {u"create_task"_s, u"create_task"_s}, {u"同时进行"_s, u"at once"_s},
                 {u"让等待重叠"_s, u"Let them overlap"_s});
    writeExample(3, u"gather"_s, second, {u"gather"_s, u"gather"_s}, {u"收集结果"_s, u"collect"_s},
                 {u"一起收"_s, u"Take all results"_s});
    m_appearance = std::make_unique<Appearance>();
    m_appearance->setThemeChoice(ThemeChoice::Light);
    m_workspace =
        std::make_unique<Workspace>(readExamples(m_folder->filePath(u"examples"_s)), m_folder->filePath(u"drafts"_s));
    m_workspace->openExample(u"create_task"_s);
    m_panel = std::make_unique<GalleryPanel>(m_appearance.get(), m_workspace.get());
    m_panel->resize(240, 600);
    m_panel->show();
    m_panel->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_panel.get()));
    m_list = m_panel->findChild<QAbstractItemView *>(u"galleryList"_s);
    m_search = m_panel->findChild<QLineEdit *>(u"gallerySearch"_s);
    QVERIFY(m_list && m_search);
}

void TestGallery::cleanup()
{
    m_panel.reset();
    m_workspace.reset();
    m_appearance.reset();
    m_folder.reset();
    installLanguage(u"en");
}

void TestGallery::writeExample(int order, const QString &id, const BilingualText &lesson, const BilingualText &title,
                               const BilingualText &hint, const BilingualText &heading) const
{
    const QDir folder(m_folder->filePath(u"examples/"_s + id));
    folder.mkpath(u"."_s);
    const auto both = [](const BilingualText &text) {
        return u"{\"zh_CN\": \"%1\", \"en\": \"%2\"}"_s.arg(text.zhCN, text.en);
    };
    const auto write = [&](const QString &name, const QString &text) {
        QFile file(folder.filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(text.toUtf8()) < 0)
            qFatal("cannot write");
    };
    write(u"description.json"_s,
          u"{\"id\": \"%1\", \"order\": %2, \"lesson\": {\"id\": \"%3\", \"order\": %4, \"title\": %5}, \"title\": %6, "
          "\"hint\": %7, \"languages\": [\"python\"]}"_s.arg(id, QString::number(order), lesson.en,
                                                             lesson.en == u"First steps"_s ? u"1"_s : u"2"_s,
                                                             both(lesson), both(title), both(hint)));
    write(u"scenario.py"_s, u"print('%1')\n"_s.arg(id));
    write(u"explanation.zh_CN.md"_s, u"# "_s + heading.zhCN + u"\n\n正文\n"_s);
    write(u"explanation.en.md"_s, u"# "_s + heading.en + u"\n\nText\n"_s);
}

QString TestGallery::writeFile(const QString &name) const
{
    QFile file(m_folder->filePath(name));
    if (!file.open(QIODevice::WriteOnly) || file.write("print(1)\n") < 0)
        qFatal("cannot write");
    return file.fileName();
}

QStringList TestGallery::lines() const
{
    QStringList titles;
    for (int row = 0; row < m_list->model()->rowCount(); ++row)
        titles << m_list->model()->index(row, 0).data().toString();
    return titles;
}

QModelIndex TestGallery::line(const QString &title) const
{
    return m_list->model()->index(int(lines().indexOf(title)), 0);
}

void TestGallery::click(const QString &title) const
{
    QTest::mouseClick(m_list->viewport(), Qt::LeftButton, {}, place(title).center());
}

int TestGallery::pixels(const QString &title, ColorRole role) const
{
    const QImage picture = m_list->viewport()->grab(place(title)).toImage();
    const QRgb color = m_appearance->color(role).rgb();
    int count = 0;
    for (int y = 0; y < picture.height(); ++y) {
        for (int x = 0; x < picture.width(); ++x)
            count += picture.pixel(x, y) == color;
    }
    return count;
}

void TestGallery::lessonsStandAboveTheirExamples()
{
    QCOMPARE(lines(), (QStringList{u"First steps"_s, u"sleep"_s, u"Concurrency"_s, u"create_task"_s, u"gather"_s}));
    QCOMPARE(line(u"gather"_s).data(Qt::AccessibleTextRole).toString(), u"gather, collect"_s);
    QCOMPARE(line(u"create_task"_s).data(Qt::AccessibleTextRole).toString(), u"create_task, at once, open"_s);
}

void TestGallery::theModelIsSoundWhateverHappens()
{
    GalleryModel model(m_workspace.get());
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    m_workspace->setText(u"mine"_s);
    m_workspace->openFile(writeFile(u"mine.py"_s));
    m_workspace->openUntitled(u"print(2)"_s);
    model.setFilter(u"sleep"_s);
    model.setFilter(u"nothing like that"_s);
    QCOMPARE(model.rowCount(), 0);
    model.setFilter({});
    QVERIFY(installLanguage(u"zh_CN"));
    model.refresh();
    QCOMPARE(model.rowCount(), 8);
}

void TestGallery::aClickOpens()
{
    QSignalSpy activated(m_panel.get(), &GalleryPanel::exampleActivated);
    click(u"gather"_s);
    QCOMPARE(activated.size(), 1);
    QCOMPARE(activated.first().first().toString(), u"gather"_s);
    click(u"Concurrency"_s);
    QCOMPARE(activated.size(), 1);
}

void TestGallery::theOpenExampleStandsOut()
{
    QVERIFY(pixels(u"create_task"_s, ColorRole::Selection) > 1000);
    QCOMPARE(pixels(u"gather"_s, ColorRole::Selection), 0);
    m_workspace->openExample(u"gather"_s);
    QVERIFY(pixels(u"gather"_s, ColorRole::Selection) > 1000);
    QCOMPARE(pixels(u"create_task"_s, ColorRole::Selection), 0);
}

void TestGallery::anEditedExampleIsMarked()
{
    m_workspace->openExample(u"gather"_s);
    m_workspace->openExample(u"create_task"_s);
    QCOMPARE(pixels(u"gather"_s, ColorRole::Accent), 0);
    m_workspace->openExample(u"gather"_s);
    m_workspace->setText(u"mine"_s);
    m_workspace->openExample(u"create_task"_s);
    QVERIFY(pixels(u"gather"_s, ColorRole::Accent) > 10); // the dot
    QCOMPARE(line(u"gather"_s).data(Qt::AccessibleTextRole).toString(), u"gather, collect, edited"_s);
    QVERIFY(line(u"gather"_s).data(Qt::ToolTipRole).toString().contains(u"edited"_s));
    m_workspace->openExample(u"gather"_s);
    m_workspace->revert();
    m_workspace->openExample(u"create_task"_s);
    QCOMPARE(pixels(u"gather"_s, ColorRole::Accent), 0);
}

void TestGallery::onesOwnProgramsFollowTheLessons()
{
    const QString file = writeFile(u"mine.py"_s);
    m_workspace->openFile(file);
    m_workspace->openUntitled(u"import asyncio\n\n# philosophers at dinner\n"_s);
    QCOMPARE(lines().sliced(5), (QStringList{u"My programs"_s, u"untitled-1.py"_s, u"mine.py"_s}));
    QCOMPARE(line(u"untitled-1.py"_s).data(GalleryModel::HintRole).toString(), u"# philosophers at dinner"_s);
    QVERIFY(line(u"mine.py"_s).data(Qt::ToolTipRole).toString().contains(file));
    QSignalSpy untitled(m_panel.get(), &GalleryPanel::untitledActivated);
    QSignalSpy files(m_panel.get(), &GalleryPanel::fileActivated);
    click(u"untitled-1.py"_s);
    click(u"mine.py"_s);
    QCOMPARE(untitled.size(), 1);
    QCOMPARE(untitled.first().first().toString(), u"untitled-1.py"_s);
    QCOMPARE(files.size(), 1);
    QCOMPARE(files.first().first().toString(), file);
}

void TestGallery::theSearchFinds_data()
{
    QTest::addColumn<QString>("words");
    QTest::addColumn<QStringList>("found");
    const QStringList task{u"Concurrency"_s, u"create_task"_s};
    QTest::newRow("a title") << u"GATHER"_s << QStringList{u"Concurrency"_s, u"gather"_s};
    QTest::newRow("a title in the other language") << u"睡眠"_s << QStringList{u"First steps"_s, u"sleep"_s};
    QTest::newRow("a hint") << u"at once"_s << task;
    QTest::newRow("a hint in the other language") << u"同时"_s << task;
    QTest::newRow("a heading") << u"overlap"_s << task;
    QTest::newRow("a heading in the other language") << u"重叠"_s << task;
    QTest::newRow("words in any order") << u"  task   create "_s << task;
    QTest::newRow("a lesson") << u"concurrency"_s << QStringList{u"Concurrency"_s, u"create_task"_s, u"gather"_s};
    QTest::newRow("one's own program by its text")
        << u"philosophers"_s << QStringList{u"My programs"_s, u"untitled-1.py"_s};
    QTest::newRow("nothing") << u"sleep gather"_s << QStringList{};
}

void TestGallery::theSearchFinds()
{
    QFETCH(const QString, words);
    QFETCH(const QStringList, found);
    m_workspace->openUntitled(u"# Philosophers\n"_s);
    m_search->setText(words);
    QCOMPARE(lines(), found);
}

void TestGallery::aSearchIsDoneWithTheKeyboard()
{
    QSignalSpy activated(m_panel.get(), &GalleryPanel::exampleActivated);
    QSignalSpy left(m_panel.get(), &GalleryPanel::left);
    m_panel->focusSearch();
    QTest::keyClicks(m_search, u"co"_s); // in the lesson of two, and in a hint
    QCOMPARE(lines(), (QStringList{u"Concurrency"_s, u"create_task"_s, u"gather"_s}));
    QTest::keyClick(m_search, Qt::Key_Down);
    QVERIFY(pixels(u"gather"_s, ColorRole::Accent) > 100); // a ring around it
    QTest::keyClick(m_search, Qt::Key_Return);
    QCOMPARE(activated.size(), 1);
    QCOMPARE(activated.first().first().toString(), u"gather"_s);
    QCOMPARE(m_search->text(), QString());
    QCOMPARE(lines().size(), 5);

    QTest::keyClicks(m_search, u"sleep"_s);
    QTest::keyClick(m_search, Qt::Key_Escape);
    QCOMPARE(m_search->text(), QString());
    QCOMPARE(left.size(), 0);
    QTest::keyClick(m_search, Qt::Key_Return); // nothing was chosen
    QCOMPARE(activated.size(), 1);
    QTest::keyClick(m_search, Qt::Key_Escape);
    QCOMPARE(left.size(), 1);
}

void TestGallery::theListIsUsedWithTheKeyboard()
{
    QSignalSpy activated(m_panel.get(), &GalleryPanel::exampleActivated);
    m_panel->focusSearch();
    QTest::keyClick(m_search, Qt::Key_Tab);
    QCOMPARE(QApplication::focusWidget(), m_list);
    QTest::keyClick(m_list, Qt::Key_Up); // over the caption
    QTest::keyClick(m_list, Qt::Key_Return);
    QCOMPARE(activated.size(), 1);
    QCOMPARE(activated.first().first().toString(), u"sleep"_s);
}

void TestGallery::anUntitledProgramCanBeDiscardedByKey()
{
    m_workspace->openUntitled(u"print(1)"_s);
    QSignalSpy discarded(m_panel.get(), &GalleryPanel::untitledDiscardRequested);
    m_list->setFocus();
    QTest::keyClick(m_list, Qt::Key_Delete);
    QCOMPARE(discarded.size(), 1);
    QCOMPARE(discarded.first().first().toString(), u"untitled-1.py"_s);
    QTest::keyClick(m_list, Qt::Key_Up);
    QTest::keyClick(m_list, Qt::Key_Delete); // an example is nobody's to discard
    QCOMPARE(discarded.size(), 1);
}

void TestGallery::nothingFoundIsSaidWithAWayBack()
{
    QVERIFY(m_list->isVisible());
    m_search->setText(u"quantum"_s);
    QVERIFY(!m_list->isVisible());
    auto *title = m_panel->findChild<QLabel *>(u"emptyGalleryTitle"_s);
    QVERIFY(title->isVisible());
    QCOMPARE(title->text(), u"Nothing found for “quantum”"_s);
    QTest::mouseClick(m_panel->findChild<QPushButton *>(u"showAllExamples"_s), Qt::LeftButton);
    QVERIFY(m_list->isVisible());
    QCOMPARE(lines().size(), 5);
    QCOMPARE(QApplication::focusWidget(), m_search);
}

void TestGallery::theLanguageChangesAtOnce()
{
    QVERIFY(installLanguage(u"zh_CN"));
    QCoreApplication::processEvents();
    QCOMPARE(lines(), (QStringList{u"入门"_s, u"睡眠"_s, u"并发"_s, u"create_task"_s, u"gather"_s}));
    QCOMPARE(line(u"gather"_s).data(GalleryModel::HintRole).toString(), u"收集结果"_s);
}

void TestGallery::largeTypeMakesHighLines()
{
    const int before = place(u"gather"_s).height();
    m_appearance->setScale(1.6);
    QCoreApplication::processEvents();
    QCOMPARE(place(u"gather"_s).height(), qRound(before * 1.6));
    m_panel->resize(200, 600);
    QCoreApplication::processEvents();
    QCOMPARE(place(u"gather"_s).right() < m_list->viewport()->width(), true);
}

void TestGallery::theHintGivesWayToTheTitle_data()
{
    QTest::addColumn<int>("available");
    QTest::addColumn<LineWidths>("expected");
    QTest::newRow("room for both") << 200 << LineWidths{80, 60};
    QTest::newRow("just enough") << 150 << LineWidths{80, 60};
    QTest::newRow("a shorter hint") << 130 << LineWidths{80, 40};
    QTest::newRow("the shortest hint") << 120 << LineWidths{80, 30};
    QTest::newRow("no hint") << 119 << LineWidths{80, 0};
    QTest::newRow("a shorter title") << 50 << LineWidths{50, 0};
    QTest::newRow("no room at all") << 0 << LineWidths{0, 0};
    QTest::newRow("less than none") << -8 << LineWidths{0, 0};
}

void TestGallery::theHintGivesWayToTheTitle()
{
    QFETCH(const int, available);
    QFETCH(const LineWidths, expected);
    QCOMPARE(shareWidth(available, 80, 60, 10, 30), expected);
}

QTEST_MAIN(TestGallery)
#include "tst_gallery.moc"
