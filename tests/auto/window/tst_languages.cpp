// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/controls/elidedlabel.h"
#include "ui/editor/codeeditor.h"
#include "ui/explanation/textview.h"
#include "ui/gantt/ganttview.h"
#include "ui/output/outputview.h"
#include "windowundertest.h"

#include <QAbstractButton>
#include <QAction>
#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QRegularExpression>
#include <QTest>
#include <QTextBrowser>

using namespace Playground;
using namespace Qt::StringLiterals;

namespace {

bool hasChinese(const QString &text)
{
    static const QRegularExpression chinese(u"\\p{Han}"_s);
    return chinese.match(text).hasMatch();
}

bool hasWords(const QString &text)
{
    static const QRegularExpression word(u"[A-Za-z]{3}"_s);
    return word.match(text).hasMatch();
}

/// What is the same in both languages.
QString withoutNames(QString text)
{
    static const QRegularExpression names(
        // The languages call themselves as they do.
        u"中文|English|"
        // Programs, libraries, the names of keys.
        "Async "
        "Playground|CPython|Python|QCoro|QScintilla|Qt|GNU|Ctrl|Shift|Alt|Esc|Enter|Return|Space|Home|End|Del|Up|Down|Left|"
        "Right|"
        // Identifiers, files, and names with which programs are spoken of.
        "\\w+_\\w+|\\w+\\.py|\\w+\\.\\w+\\(.*\\)|asyncio|untitled-\\d+|"
        // What the examples and their tasks are called.
        "network fetch|awaited at once|\\b(sleep|sequential|results|gather|wait|blocking|main|dog|cat)\\b"_s);
    return text.remove(names);
}

bool isForeign(const QString &text, const QString &language)
{
    const QString prose = withoutNames(text);
    return language == u"en" ? hasChinese(prose) : hasWords(prose) && !hasChinese(prose);
}

/// Everything that a widget says, to the eye or to a screen reader.
QStringList textsOf(const QWidget *widget)
{
    QStringList texts{widget->toolTip(), widget->accessibleName(), widget->accessibleDescription()};
    if (widget->isWindow())
        texts << widget->windowTitle();
    if (const auto *label = qobject_cast<const QLabel *>(widget))
        texts << label->text();
    if (const auto *label = qobject_cast<const ElidedLabel *>(widget))
        texts << label->text();
    if (const auto *button = qobject_cast<const QAbstractButton *>(widget))
        texts << button->text();
    if (const auto *field = qobject_cast<const QLineEdit *>(widget))
        texts << field->placeholderText();
    if (const auto *view = qobject_cast<const QTextBrowser *>(widget))
        texts << view->toPlainText().split(u'\n');
    return texts;
}

/// What is not in that language, and where. Programs' own texts are none of it.
QStringList foreignTexts(const WindowUnderTest &window, QWidget *root, const QString &language)
{
    QStringList foreign;
    const auto check = [&](const QString &where, const QString &text) {
        if (isForeign(text, language))
            foreign << where + u": "_s + text;
    };
    QList<QWidget *> widgets = root->findChildren<QWidget *>();
    widgets << root;
    for (const QWidget *widget : std::as_const(widgets)) {
        if (!widget->isVisible())
            continue;
        const QStringList texts = textsOf(widget);
        for (const QString &text : texts)
            check(QLatin1StringView(widget->metaObject()->className()) + u' ' + widget->objectName(), text);
    }
    const QList<QAction *> actions = root->findChildren<QAction *>();
    for (const QAction *action : actions) {
        check(u"action "_s + action->objectName(), action->text());
        check(u"action "_s + action->objectName(), action->toolTip());
    }
    const QList<QMenu *> menus = root->findChildren<QMenu *>();
    for (const QMenu *menu : menus)
        check(u"menu"_s, menu->title());
    const LiveChart chart = window.chart();
    for (const auto *layer : {&chart.lanes, &chart.head, &chart.front}) {
        for (const DisplayItem &item : *layer) {
            const auto *text = std::get_if<TextRun>(&item);
            if (text && (text->task == Trace::TaskId::None || text->font == FontRole::Mark))
                check(u"chart"_s, text->text);
        }
    }
    return foreign;
}

double brightness(QWidget *widget)
{
    const QImage image = widget->grab().toImage().scaled(8, 8, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    double sum = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x)
            sum += image.pixelColor(x, y).lightnessF();
    }
    return sum / (image.width() * image.height());
}

} // namespace

#define VERIFY_SPEAKS(language) \
    QTRY_VERIFY2(foreignTexts(window, &*window, language).isEmpty(), \
                 qPrintable(foreignTexts(window, &*window, language).join(u'\n')))

class TestLanguages : public QObject {
    Q_OBJECT
public:
    static void initMain() { prepareWindowTests(); }

private Q_SLOTS:
    void nothingIsInAnotherLanguage_data();
    void nothingIsInAnotherLanguage();
    void dialogsSpeakTheLanguage_data() { nothingIsInAnotherLanguage_data(); }
    void dialogsSpeakTheLanguage();
    void everythingChangesDuringARun();
    void bothExplanationsStandTogether();
    void choicesAreRemembered();
};

void TestLanguages::nothingIsInAnotherLanguage_data()
{
    QTest::addColumn<QString>("language");
    QTest::newRow("English") << u"en"_s;
    QTest::newRow("Chinese") << u"zh_CN"_s;
}

void TestLanguages::nothingIsInAnotherLanguage()
{
    QFETCH(const QString, language);
    const Home home;
    WindowUnderTest window(home, language);
    VERIFY_SPEAKS(language);
    QVERIFY(window.useInstantClock());
    QVERIFY(window.runToEnd());
    VERIFY_SPEAKS(language);
    WindowUnderTest::openByName(u"blocking"_s);
    QVERIFY(window.runToEnd());
    VERIFY_SPEAKS(language);
    // Notices, a changed document, the find bar.
    WindowUnderTest::type(u"# "_s);
    QVERIFY(WindowUnderTest::command(u"back to the original"_s));
    WindowUnderTest::press(Qt::CTRL | Qt::Key_H);
    WindowUnderTest::type(u"sleep"_s);
    VERIFY_SPEAKS(language);
    WindowUnderTest::press(Qt::Key_Escape);
    // A program of one's own, and one that fails.
    WindowUnderTest::press(Qt::CTRL | Qt::Key_N);
    VERIFY_SPEAKS(language);
    WindowUnderTest::replaceProgram(u"import os\nos.abort()\n"_s);
    QVERIFY(window.runToEnd());
    VERIFY_SPEAKS(language);
    WindowUnderTest::press(Qt::CTRL | Qt::SHIFT | Qt::Key_P);
    VERIFY_SPEAKS(language);
}

void TestLanguages::dialogsSpeakTheLanguage()
{
    QFETCH(const QString, language);
    const Home home;
    WindowUnderTest window(home, language);
    const auto openDialog = [&window]() -> QWidget * {
        QWidget *found = nullptr;
        (void)QTest::qWaitFor([&] {
            found = QApplication::activeWindow();
            return found && found != &*window;
        });
        return found == &*window ? nullptr : found;
    };
    WindowUnderTest::press(Qt::Key_F1);
    const QPointer<QWidget> shortcuts = openDialog();
    QVERIFY(shortcuts);
    QVERIFY2(foreignTexts(window, shortcuts, language).isEmpty(),
             qPrintable(foreignTexts(window, shortcuts, language).join(u'\n')));
    WindowUnderTest::press(Qt::Key_Escape);
    QTRY_VERIFY(!shortcuts || !shortcuts->isVisible());
    window.activate();

    QVERIFY(WindowUnderTest::command(u"about"_s));
    QWidget *about = openDialog();
    QVERIFY(about);
    QVERIFY2(foreignTexts(window, about, language).isEmpty(),
             qPrintable(foreignTexts(window, about, language).join(u'\n')));
}

void TestLanguages::everythingChangesDuringARun()
{
    const Home home;
    WindowUnderTest window(home);
    QVERIFY(WindowUnderTest::command(u"theme: light"_s));
    QVERIFY(WindowUnderTest::command(u"speed 0.5"_s));
    WindowUnderTest::press(Qt::Key_F5);
    QTRY_COMPARE_WITH_TIMEOUT(window.state(), u"● Running"_s, Patience);
    QTRY_COMPARE_WITH_TIMEOUT(window.lanes().size(), 3, Patience);

    QVERIFY(WindowUnderTest::command(u"中文"_s));
    QTRY_COMPARE(window.state(), u"● 运行中"_s);
    VERIFY_SPEAKS(u"zh_CN"_s);
    QVERIFY(window.explanationTitle().contains(u"让等待重叠"_s));
    QVERIFY(window.chartHeader().contains(u"个任务"_s));
    QVERIFY(window.editor()->labels().textsOf(7).join(u' ').contains(u"还"_s));
    QVERIFY(window.isRunning());

    QVERIFY(brightness(&*window) > 0.7);
    QVERIFY(WindowUnderTest::command(u"dark"_s));
    QTRY_VERIFY(brightness(&*window) < 0.35);
    for (QWidget *panel : {static_cast<QWidget *>(window.editor()), static_cast<QWidget *>(window.ganttView()),
                           static_cast<QWidget *>(window.outputView()), window.find<QWidget>(u"galleryPanel"_s),
                           window.find<QWidget>(u"explanationPanel"_s), window.find<QWidget>(u"topBar"_s)})
        QVERIFY2(brightness(panel) < 0.4, qPrintable(panel->objectName()));
    const QImage usual = window->grab().toImage();
    QVERIFY(WindowUnderTest::command(u"high contrast"_s));
    QTRY_VERIFY(window->grab().toImage() != usual);
    QVERIFY(window.action(Actions::Id::HighContrast)->isChecked());

    const int small = window.find<QLabel>(u"state"_s)->fontMetrics().height();
    WindowUnderTest::press(Qt::Key_F11);
    QTRY_VERIFY(window.find<QLabel>(u"state"_s)->fontMetrics().height() > small * 1.4);
    for (const QString &panel : {u"galleryPanel"_s, u"explanationPanel"_s, u"outputPanel"_s})
        QVERIFY(!window.find<QWidget>(panel));
    QVERIFY(window.ganttView()->isVisible());
    WindowUnderTest::press(Qt::Key_F11);
    QTRY_COMPARE(window.find<QLabel>(u"state"_s)->fontMetrics().height(), small);
    QVERIFY(window.find<QWidget>(u"outputPanel"_s));

    QVERIFY(WindowUnderTest::command(u"language: english"_s));
    QTRY_VERIFY(!hasChinese(window.state()));
    VERIFY_SPEAKS(u"en"_s);

    QTRY_COMPARE_WITH_TIMEOUT(window.state(), u"✓ Finished"_s, Patience);
    QCOMPARE(window.output().size(), 5);
    QVERIFY(window.timeline().totals().wall >= std::chrono::seconds(3));
    VERIFY_SPEAKS(u"en"_s);
}

void TestLanguages::bothExplanationsStandTogether()
{
    const Home home;
    WindowUnderTest window(home);
    QVERIFY(!hasChinese(window.explanation()));
    QVERIFY(WindowUnderTest::command(u"explanations in both"_s));
    QVERIFY(window.explanation().contains(u"let the waits overlap"_s));
    QVERIFY(window.explanation().contains(u"让等待重叠"_s));
    QVERIFY(WindowUnderTest::command(u"explanations in both"_s));
    QVERIFY(!hasChinese(window.explanation()));
}

void TestLanguages::choicesAreRemembered()
{
    const Home home;
    {
        WindowUnderTest window(home);
        QVERIFY(WindowUnderTest::command(u"中文"_s));
        QVERIFY(WindowUnderTest::command(u"dark"_s));
        QVERIFY(WindowUnderTest::command(u"speed instant"_s));
        QVERIFY(WindowUnderTest::command(u"real network"_s));
        window->close();
    }
    WindowUnderTest window(home, {});
    QVERIFY(window.action(Actions::Id::LanguageChinese)->isChecked());
    QCOMPARE(window.state(), u"尚未运行"_s);
    QVERIFY(window.action(Actions::Id::ThemeDark)->isChecked());
    QVERIFY(brightness(&*window) < 0.35);
    QVERIFY(window.action(Actions::Id::SpeedInstant)->isChecked());
    QVERIFY(window.action(Actions::Id::NetworkReal)->isChecked());
}

QTEST_MAIN(TestLanguages)
#include "tst_languages.moc"
