// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/controls/elidedlabel.h"
#include "ui/editor/codeeditor.h"
#include "ui/gantt/ganttview.h"
#include "ui/output/outputview.h"
#include "windowundertest.h"

#include <QAbstractButton>
#include <QAction>
#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QScrollArea>
#include <QScrollBar>
#include <QSplitter>
#include <QTest>

using namespace Playground;
using namespace Qt::StringLiterals;

namespace {

const QStringList Panels{u"galleryPanel"_s, u"editorPanel"_s, u"chartPanel"_s, u"explanationPanel"_s, u"outputPanel"_s};

/// The panel that has the keyboard.
QString focusedPanel()
{
    for (const QWidget *widget = QApplication::focusWidget(); widget; widget = widget->parentWidget()) {
        if (Panels.contains(widget->objectName()))
            return widget->objectName();
    }
    return {};
}

QString nameOf(const QWidget *widget)
{
    QString text;
    if (const auto *label = qobject_cast<const QLabel *>(widget))
        text = label->text();
    if (const auto *button = qobject_cast<const QAbstractButton *>(widget))
        text = button->text();
    const QString place = widget->parentWidget() ? widget->parentWidget()->objectName() : QString();
    return u"%1 %2 in %3 (%4)"_s.arg(QLatin1StringView(widget->metaObject()->className()), widget->objectName(), place,
                                     text.left(40));
}

/// Text that does not fit where it stands, and cannot be read elsewhere.
QStringList clippedTexts(const QWidget *root)
{
    QStringList clipped;
    const QList<QWidget *> widgets = root->findChildren<QWidget *>();
    for (const QWidget *widget : widgets) {
        if (!widget->isVisible() || !widget->toolTip().isEmpty())
            continue;
        if (const auto *label = qobject_cast<const QLabel *>(widget)) {
            const QSize needed =
                label->wordWrap() ? QSize(label->width(), label->heightForWidth(label->width())) : label->sizeHint();
            if (!label->text().isEmpty() && (needed.width() > label->width() || needed.height() > label->height()))
                clipped << u"%1: %2x%3 of %4x%5"_s.arg(nameOf(widget))
                               .arg(label->width())
                               .arg(label->height())
                               .arg(needed.width())
                               .arg(needed.height());
        } else if (const auto *button = qobject_cast<const QAbstractButton *>(widget)) {
            const QSize needed(button->sizeHint().width(), button->fontMetrics().height());
            if (!button->text().isEmpty() && (needed.width() > button->width() || needed.height() > button->height()))
                clipped << u"%1: %2x%3 of %4x%5"_s.arg(nameOf(widget))
                               .arg(button->width())
                               .arg(button->height())
                               .arg(needed.width())
                               .arg(needed.height());
        }
        // What reaches out of the widget that it stands in.
        const auto *parent = widget->parentWidget();
        const bool scrolls = parent && qobject_cast<const QAbstractScrollArea *>(parent->parentWidget());
        if (parent && !scrolls && !widget->isWindow() && !parent->rect().contains(widget->geometry()))
            clipped << nameOf(widget) + u" reaches out of "_s + parent->objectName();
    }
    return clipped;
}

/// Siblings that lie over each other. What floats over its panel on purpose is raised there: buttons over a view, and
/// the palette.
QStringList overlaps(const QWidget *root)
{
    QStringList found;
    const QList<QWidget *> widgets = root->findChildren<QWidget *>();
    for (const QWidget *parent : widgets + QList<QWidget *>{const_cast<QWidget *>(root)}) {
        if (!parent->isVisible() || qobject_cast<const QAbstractScrollArea *>(parent)
            || qobject_cast<const QAbstractScrollArea *>(parent->parentWidget()))
            continue;
        const QList<QWidget *> children = parent->findChildren<QWidget *>(Qt::FindDirectChildrenOnly);
        for (qsizetype i = 0; i < children.size(); ++i) {
            for (qsizetype j = i + 1; j < children.size(); ++j) {
                const QWidget *a = children[i];
                const QWidget *b = children[j];
                const bool isHandle =
                    qobject_cast<const QSplitterHandle *>(a) || qobject_cast<const QSplitterHandle *>(b);
                if (a->isVisible() && b->isVisible() && !a->isWindow() && !b->isWindow() && !isHandle
                    && a->geometry().intersects(b->geometry()))
                    found << nameOf(a) + u" and "_s + nameOf(b);
            }
        }
    }
    return found;
}

} // namespace

class TestLayout : public QObject {
    Q_OBJECT
public:
    static void initMain() { prepareWindowTests(); }

private Q_SLOTS:
    void nothingIsClippedOrOverlaps_data();
    void nothingIsClippedOrOverlaps();
    void panelsHideAndAreRemembered();
    void sizesAreRemembered();
    void presentationIsNotRemembered();
    void switchesOfTheChartAreRemembered();
    void f6GoesFromPanelToPanel_data() { tabReachesEveryPanel_data(); }
    void f6GoesFromPanelToPanel();
    void tabReachesEveryPanel_data();
    void tabReachesEveryPanel();
    void whateverTakesTheKeyboardHasAName_data() { nothingIsClippedOrOverlaps_data(); }
    void whateverTakesTheKeyboardHasAName();
    void aHiddenGalleryComesWhenItIsSearched();
    void everyShortcutIsUnambiguous();
};

void TestLayout::nothingIsClippedOrOverlaps_data()
{
    QTest::addColumn<QSize>("size");
    QTest::addColumn<bool>("presents");
    QTest::addColumn<QString>("language");
    for (const char *language : {"en", "zh_CN"}) {
        const QString speaks = QString::fromLatin1(language);
        QTest::addRow("1280x800, %s", language) << QSize(1280, 800) << false << speaks;
        QTest::addRow("1024x720, %s", language) << QSize(1024, 720) << false << speaks;
        QTest::addRow("presentation, %s", language) << QSize(1280, 800) << true << speaks;
        QTest::addRow("small presentation, %s", language) << QSize(1024, 720) << true << speaks;
    }
}

#define VERIFY_NOTHING(found) QTRY_VERIFY2((found).isEmpty(), qPrintable((found).join(u'\n')))

#define VERIFY_LAYOUT() \
    do { \
        QCoreApplication::processEvents(); \
        VERIFY_NOTHING(clippedTexts(&*window)); \
        VERIFY_NOTHING(overlaps(&*window)); \
    } while (false)

void TestLayout::nothingIsClippedOrOverlaps()
{
    QFETCH(const QSize, size);
    QFETCH(const bool, presents);
    QFETCH(const QString, language);
    const Home home;
    WindowUnderTest window(home, language);
    window->resize(size);
    QCOMPARE(window->size(), size);
    if (presents)
        WindowUnderTest::press(Qt::Key_F11);
    VERIFY_LAYOUT();

    QVERIFY(window.useInstantClock());
    for (const QString &example : {u"network fetch"_s, u"blocking"_s, u"create_task"_s}) {
        WindowUnderTest::openByName(example);
        if (presents)
            QVERIFY(!window.find<QWidget>(u"galleryPanel"_s));
        QVERIFY(window.runToEnd());
        VERIFY_LAYOUT();
    }
    // Nothing asks for more, but large type on a small screen, where the chart's invitation may.
    if (!presents || size.width() >= 1280)
        QCOMPARE(window->size(), size);
    // A changed example, with a notice, the find bar, and both languages of the explanation.
    WindowUnderTest::replaceProgram(window.program() + u"# changed\n"_s);
    QVERIFY(WindowUnderTest::command(u"back to the original"_s));
    WindowUnderTest::type(u"# changed\n"_s);
    WindowUnderTest::press(Qt::CTRL | Qt::Key_H);
    WindowUnderTest::type(u"asyncio"_s);
    VERIFY_LAYOUT();
    WindowUnderTest::press(Qt::Key_Escape);
    QVERIFY(WindowUnderTest::command(u"explanations in both"_s));
    VERIFY_LAYOUT();
    // A live run that is stopped, and one that fails.
    QVERIFY(WindowUnderTest::command(u"speed 0.1"_s));
    WindowUnderTest::press(Qt::Key_F5);
    QTRY_COMPARE_WITH_TIMEOUT(window.lanes().size(), 3, Patience);
    VERIFY_LAYOUT();
    WindowUnderTest::press(Qt::SHIFT | Qt::Key_F5);
    QTRY_VERIFY_WITH_TIMEOUT(!window.isRunning(), Patience);
    VERIFY_LAYOUT();
    WindowUnderTest::press(Qt::CTRL | Qt::Key_N);
    VERIFY_LAYOUT();
    WindowUnderTest::replaceProgram(u"import os\nos.abort()\n"_s);
    QVERIFY(window.runToEnd());
    VERIFY_LAYOUT();
    if (!presents) // with large type, all bars of the editor together may
        QCOMPARE(window->size(), size);
}

void TestLayout::panelsHideAndAreRemembered()
{
    const Home home;
    {
        WindowUnderTest window(home);
        for (const QString &panel : Panels)
            QVERIFY2(window.find<QWidget>(panel), qPrintable(panel));
        const int before = window.editor()->width();
        WindowUnderTest::press(Qt::CTRL | Qt::ALT | Qt::Key_G);
        QTRY_VERIFY(window.editor()->width() > before + 100);
        QVERIFY(!window.find<QWidget>(u"galleryPanel"_s));
        WindowUnderTest::press(Qt::CTRL | Qt::ALT | Qt::Key_O);
        QVERIFY(!window.find<QWidget>(u"outputPanel"_s));
        QVERIFY(window.find<QWidget>(u"explanationPanel"_s));
        window->close();
    }
    WindowUnderTest window(home);
    QVERIFY(!window.find<QWidget>(u"galleryPanel"_s));
    QVERIFY(!window.find<QWidget>(u"outputPanel"_s));
    QVERIFY(window.find<QWidget>(u"explanationPanel"_s) && window.find<QWidget>(u"chartPanel"_s));
    QVERIFY(!window.action(Actions::Id::ShowGallery)->isChecked());
    WindowUnderTest::press(Qt::CTRL | Qt::ALT | Qt::Key_G);
    WindowUnderTest::press(Qt::CTRL | Qt::ALT | Qt::Key_O);
    for (const QString &panel : Panels)
        QVERIFY2(window.find<QWidget>(panel), qPrintable(panel));
}

void TestLayout::sizesAreRemembered()
{
    const Home home;
    QList<int> widths;
    {
        WindowUnderTest window(home);
        window->resize(1180, 760);
        auto *columns = window.find<QSplitter>(u"columns"_s);
        columns->setSizes({260, 560, 360});
        widths = columns->sizes();
        window->close();
    }
    WindowUnderTest window(home);
    window->resize(1180, 760);
    QTRY_COMPARE(window.find<QSplitter>(u"columns"_s)->sizes(), widths);
}

void TestLayout::presentationIsNotRemembered()
{
    const Home home;
    QList<int> widths;
    {
        WindowUnderTest window(home);
        widths = window.find<QSplitter>(u"columns"_s)->sizes();
        WindowUnderTest::press(Qt::Key_F11);
        QTRY_VERIFY(!window.find<QWidget>(u"galleryPanel"_s));
        window->close();
    }
    WindowUnderTest window(home);
    for (const QString &panel : Panels)
        QVERIFY2(window.find<QWidget>(panel), qPrintable(panel));
    QVERIFY(!window.action(Actions::Id::Presentation)->isChecked());
    QTRY_COMPARE(window.find<QSplitter>(u"columns"_s)->sizes(), widths);
}

void TestLayout::switchesOfTheChartAreRemembered()
{
    const Home home;
    {
        WindowUnderTest window(home);
        QVERIFY(window.useInstantClock());
        QVERIFY(window.runToEnd());
        QVERIFY(window.find<QWidget>(u"overviewStrip"_s));
        QVERIFY(!window.ganttView()->layers()->showsPath());
        QVERIFY(WindowUnderTest::command(u"overview of the run"_s));
        QVERIFY(!window.find<QWidget>(u"overviewStrip"_s));
        window.ganttView()->setFocus();
        WindowUnderTest::press(Qt::Key_P);
        QVERIFY(window.action(Actions::Id::ChartPath)->isChecked());
        window->close();
    }
    WindowUnderTest window(home);
    QVERIFY(window.useInstantClock());
    QVERIFY(window.runToEnd());
    QVERIFY(!window.find<QWidget>(u"overviewStrip"_s));
    QVERIFY(window.ganttView()->layers()->showsPath());
    QVERIFY(!window.action(Actions::Id::ChartOverview)->isChecked());
    QVERIFY(!window.action(Actions::Id::ChartWakeUps)->isChecked());
}

void TestLayout::f6GoesFromPanelToPanel()
{
    QFETCH(const bool, hasRun);
    const Home home;
    WindowUnderTest window(home);
    QVERIFY(window.useInstantClock());
    if (hasRun)
        QVERIFY(window.runToEnd());
    QCOMPARE(focusedPanel(), u"editorPanel"_s);
    QStringList visited;
    for (qsizetype i = 0; i < Panels.size(); ++i) {
        WindowUnderTest::press(Qt::Key_F6);
        visited << focusedPanel();
    }
    QCOMPARE(
        visited,
        (QStringList{u"chartPanel"_s, u"explanationPanel"_s, u"outputPanel"_s, u"galleryPanel"_s, u"editorPanel"_s}));
    WindowUnderTest::press(Qt::SHIFT | Qt::Key_F6);
    QCOMPARE(focusedPanel(), u"galleryPanel"_s);
    // What is hidden is passed over.
    WindowUnderTest::press(Qt::CTRL | Qt::ALT | Qt::Key_O);
    WindowUnderTest::press(Qt::SHIFT | Qt::Key_F6);
    QCOMPARE(focusedPanel(), u"explanationPanel"_s);
}

void TestLayout::tabReachesEveryPanel_data()
{
    QTest::addColumn<bool>("hasRun");
    QTest::newRow("before the first run") << false;
    QTest::newRow("after a run") << true;
}

void TestLayout::tabReachesEveryPanel()
{
    QFETCH(const bool, hasRun);
    const Home home;
    WindowUnderTest window(home);
    QVERIFY(window.useInstantClock());
    if (hasRun)
        QVERIFY(window.runToEnd());
    WindowUnderTest::type(u"# "_s);
    QVERIFY(WindowUnderTest::command(u"back to the original"_s)); // with a notice
    QStringList reached;
    bool reachedTopBar = false;
    const QWidget *first = QApplication::focusWidget();
    int tabs = 0;
    do {
        const bool isInEditor = QApplication::focusWidget() == window.editor();
        WindowUnderTest::press(isInEditor ? QKeyCombination(Qt::CTRL | Qt::Key_Tab) : QKeyCombination(Qt::Key_Tab));
        if (reached.isEmpty() || reached.last() != focusedPanel())
            reached << focusedPanel();
        reachedTopBar |= window.find<QWidget>(u"topBar"_s)->isAncestorOf(QApplication::focusWidget());
    } while (QApplication::focusWidget() != first && ++tabs < 200);
    QVERIFY2(tabs < 200, "Tab does not come round");
    reached.removeAll(QString()); // between the panels: the bar above, notices
    QCOMPARE(
        reached,
        (QStringList{u"chartPanel"_s, u"explanationPanel"_s, u"outputPanel"_s, u"galleryPanel"_s, u"editorPanel"_s}));
    QVERIFY(reachedTopBar);
}

void TestLayout::whateverTakesTheKeyboardHasAName()
{
    QFETCH(const bool, presents);
    QFETCH(const QString, language);
    const Home home;
    WindowUnderTest window(home, language);
    if (presents)
        WindowUnderTest::press(Qt::Key_F11);
    QVERIFY(window.useInstantClock());
    QVERIFY(window.runToEnd());
    WindowUnderTest::press(Qt::CTRL | Qt::Key_H);
    QStringList nameless;
    const QList<QWidget *> widgets = window->findChildren<QWidget *>();
    for (const QWidget *widget : widgets) {
        if (!widget->isVisible() || !(widget->focusPolicy() & Qt::TabFocus) || widget->focusProxy())
            continue;
        const auto *button = qobject_cast<const QAbstractButton *>(widget);
        if (widget->accessibleName().isEmpty() && (!button || button->text().isEmpty()))
            nameless << nameOf(widget);
    }
    QCOMPARE(nameless, QStringList());
}

void TestLayout::aHiddenGalleryComesWhenItIsSearched()
{
    const Home home;
    WindowUnderTest window(home);
    WindowUnderTest::press(Qt::CTRL | Qt::ALT | Qt::Key_G);
    QVERIFY(!window.find<QWidget>(u"galleryPanel"_s));
    WindowUnderTest::openByName(u"blocking"_s);
    QCOMPARE(window.labelText(u"documentTitle"_s), u"blocking"_s);
    QVERIFY(!window.find<QWidget>(u"galleryPanel"_s)); // and goes again
    WindowUnderTest::press(Qt::CTRL | Qt::Key_P);
    QVERIFY(window.find<QWidget>(u"galleryPanel"_s));
    WindowUnderTest::press(Qt::Key_Escape);
    QVERIFY(!window.find<QWidget>(u"galleryPanel"_s));
    QCOMPARE(QApplication::focusWidget(), window.editor());
}

void TestLayout::everyShortcutIsUnambiguous()
{
    const Home home;
    const WindowUnderTest window(home);
    QMap<QString, QString> owners;
    const QList<QAction *> actions = (*const_cast<WindowUnderTest &>(window)).actions();
    QVERIFY(actions.size() > 40);
    for (const QAction *action : actions) {
        const QList<QKeySequence> shortcuts = action->shortcuts();
        for (const QKeySequence &shortcut : shortcuts) {
            if (shortcut.isEmpty())
                continue;
            const QString keys = shortcut.toString();
            QVERIFY2(!owners.contains(keys),
                     qPrintable(keys + u": "_s + owners[keys] + u", "_s + action->objectName()));
            owners[keys] = action->objectName();
        }
    }
}

QTEST_MAIN(TestLayout)
#include "tst_layout.moc"
