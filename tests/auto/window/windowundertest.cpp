// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "windowundertest.h"
#include "ui/controls/elidedlabel.h"
#include "ui/editor/codeeditor.h"
#include "ui/explanation/textview.h"
#include "ui/gallery/gallerymodel.h"
#include "ui/gantt/ganttview.h"
#include "ui/output/outputview.h"

#include <QAbstractButton>
#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QDir>
#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QLabel>
#include <QListView>
#include <QMetaEnum>
#include <QPointer>
#include <QSignalSpy>
#include <QTest>
#include <QWindow>

#include <algorithm>

namespace Playground {

namespace {

using namespace Qt::StringLiterals;

constexpr QSize UsualSize{1280, 800};
constexpr int MostTabs = 120;

/// What a person's keys go to.
QWindow *keyWindow()
{
    return QGuiApplication::focusWindow();
}

QList<DisplayItem> itemsOf(const LiveChart &chart)
{
    QList<DisplayItem> all;
    for (const auto *layer : {&chart.behindLanes, &chart.grid, &chart.lanes, &chart.head, &chart.front}) {
        for (const DisplayItem &item : *layer)
            all << item;
    }
    return all;
}

bool isEndColor(ColorRole color)
{
    return color == ColorRole::Done || color == ColorRole::Failed || color == ColorRole::Cancelled;
}

} // namespace

void prepareWindowTests()
{
    static const QTemporaryDir home;
    for (const char *variable : {"XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME"})
        qputenv(variable, home.path().toLocal8Bit());
    QCoreApplication::setAttribute(Qt::AA_DontUseNativeDialogs);
}

WindowPlaces Home::places() const
{
    const QString bin = qEnvironmentVariable("PLAYGROUND_BIN");
    return {qEnvironmentVariable("PLAYGROUND_SOURCE") + u"/examples"_s,
            path(u"data"_s),
            path(u"settings.ini"_s),
            {bin + u"/async-playground-supervisor"_s, bin + u"/async-playground-python"_s}};
}

QString Home::path(const QString &name) const
{
    return m_shared.isEmpty() ? m_own.filePath(name) : QDir(m_shared).filePath(name);
}

QString Home::write(const QString &name, const QByteArray &contents) const
{
    QFile file(path(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(contents) != contents.size())
        qFatal("%s cannot be written", qPrintable(file.fileName()));
    return file.fileName();
}

QByteArray Home::read(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

WindowUnderTest::WindowUnderTest(const Home &home, const QString &language, const OpeningRequest &request)
    : WindowUnderTest(home.places(), {request.file, request.example, language, request.isRunning})
{
}

WindowUnderTest::WindowUnderTest(const WindowPlaces &places, const OpeningRequest &request)
    : m_window(places)
{
    m_window.begin(request);
    m_window.resize(UsualSize);
    m_window.show();
    activate();
}

WindowUnderTest::~WindowUnderTest() = default;

void WindowUnderTest::activate()
{
    m_window.activateWindow();
    if (!QTest::qWaitForWindowActive(&m_window))
        qFatal("The window does not become active.");
}

// --- By keyboard

void WindowUnderTest::press(QKeyCombination keys)
{
    QTest::keyClick(keyWindow(), keys.key(), keys.keyboardModifiers());
}

void WindowUnderTest::type(const QString &text)
{
    for (const QChar letter : text) {
        const bool isPlain = letter.unicode() < 0x7f;
        const auto key = letter == u'\n' ? Qt::Key_Return
            : isPlain                    ? Qt::Key(letter.toUpper().unicode())
                                         : Qt::Key_unknown;
        QTest::sendKeyEvent(QTest::Click, keyWindow(), key, QString(letter),
                            letter.isUpper() ? Qt::ShiftModifier : Qt::NoModifier);
    }
}

void WindowUnderTest::paste(const QString &text)
{
    QGuiApplication::clipboard()->setText(text);
    press(Qt::CTRL | Qt::Key_V);
}

bool WindowUnderTest::command(const QString &words)
{
    press(Qt::CTRL | Qt::SHIFT | Qt::Key_P);
    const QPointer<QWidget> field = QApplication::focusWidget();
    type(words);
    press(Qt::Key_Return);
    const bool isDone = !field || !field->isVisible();
    if (!isDone)
        press(Qt::Key_Escape);
    return isDone;
}

void WindowUnderTest::openByName(const QString &words)
{
    press(Qt::CTRL | Qt::Key_P);
    type(words);
    press(Qt::Key_Return);
}

void WindowUnderTest::replaceProgram(const QString &text)
{
    press(Qt::CTRL | Qt::Key_A);
    paste(text);
}

void WindowUnderTest::replaceInProgram(const QString &found, const QString &typed)
{
    press(Qt::CTRL | Qt::Key_F);
    press(Qt::CTRL | Qt::Key_A); // what was looked for before
    type(found);
    press(Qt::Key_Escape);
    type(typed);
}

bool WindowUnderTest::tabTo(const QWidget *target)
{
    for (int tabs = 0; target && tabs < MostTabs; ++tabs) {
        const QWidget *focus = QApplication::focusWidget();
        if (focus == target || focus == target->focusProxy())
            return true;
        press(focus == editor() ? QKeyCombination(Qt::CTRL | Qt::Key_Tab) : QKeyCombination(Qt::Key_Tab));
    }
    return false;
}

bool WindowUnderTest::pressButton(const QAbstractButton *button)
{
    if (!tabTo(button))
        return false;
    press(Qt::Key_Space);
    return true;
}

void WindowUnderTest::answerFileDialog(const QString &path)
{
    QTRY_VERIFY(qobject_cast<QFileDialog *>(QApplication::activeWindow()));
    const QPointer<QWidget> dialog = QApplication::activeWindow();
    press(Qt::CTRL | Qt::Key_A);
    paste(path);
    // The first may only be for the list of completions.
    for (int i = 0; i < 3 && dialog && dialog->isVisible(); ++i) {
        press(Qt::Key_Return);
        QCoreApplication::processEvents();
    }
    QTRY_VERIFY(!dialog || !dialog->isVisible());
    activate();
}

bool WindowUnderTest::runToEnd()
{
    const QSignalSpy begun(&m_window.run(), &CurrentRun::reset);
    press(Qt::Key_F5);
    const bool isOver = QTest::qWaitFor([&] { return !begun.isEmpty() && !isRunning(); }, Patience);
    settle();
    return isOver;
}

void WindowUnderTest::settle()
{
    const VisibleRange &range = ganttView()->visibleRange();
    if (!QTest::qWaitFor([&range] { return range.range() == range.destination(); }, Patience))
        qFatal("The time axis does not come to rest.");
}

// --- By eye

QString WindowUnderTest::labelText(const QString &name) const
{
    if (const auto *label = find<QLabel>(name))
        return label->text();
    const auto *elided = find<ElidedLabel>(name);
    return elided ? elided->text() : QString();
}

bool WindowUnderTest::isRunning() const
{
    return m_window.run().isActive();
}

QString WindowUnderTest::program() const
{
    return editor()->source();
}

QString WindowUnderTest::notice(const QString &id) const
{
    const auto *line = find<QWidget>(u"notice-"_s + id);
    return line ? line->accessibleName() : QString();
}

QAbstractButton *WindowUnderTest::noticeButton(const QString &id, const QString &text) const
{
    const auto *line = find<QWidget>(u"notice-"_s + id);
    if (!line)
        return nullptr;
    const QList<QAbstractButton *> buttons = line->findChildren<QAbstractButton *>();
    const auto found = std::find_if(buttons.begin(), buttons.end(),
                                    [&](const QAbstractButton *button) { return button->text() == text; });
    return found == buttons.end() ? nullptr : *found;
}

QStringList WindowUnderTest::output() const
{
    return outputView()->allText().split(u'\n', Qt::SkipEmptyParts);
}

QString WindowUnderTest::explanationTitle() const
{
    const auto *title = find<QWidget>(u"explanationPage"_s)->findChild<TextView *>();
    return title ? title->toPlainText() : QString();
}

QString WindowUnderTest::explanation() const
{
    QStringList all;
    const QList<TextView *> views = find<QWidget>(u"explanationPage"_s)->findChildren<TextView *>();
    for (const TextView *view : views) {
        if (view->isVisible())
            all << view->toPlainText();
    }
    return all.join(u'\n');
}

QList<WindowUnderTest::GalleryLine> WindowUnderTest::gallery() const
{
    QList<GalleryLine> lines;
    const QAbstractItemModel *model = find<QListView>(u"galleryList"_s)->model();
    for (int row = 0; row < model->rowCount(); ++row) {
        const QModelIndex index = model->index(row, 0);
        lines.append({index.data().toString(), index.data(GalleryModel::EditedRole).toBool(),
                      index.data(GalleryModel::OpenRole).toBool()});
    }
    return lines;
}

WindowUnderTest::GalleryLine WindowUnderTest::galleryLine(const QString &title) const
{
    const QList<GalleryLine> lines = gallery();
    const auto found =
        std::find_if(lines.begin(), lines.end(), [&](const GalleryLine &line) { return line.title == title; });
    return found == lines.end() ? GalleryLine() : *found;
}

LiveChart WindowUnderTest::chart() const
{
    ChartIndex index;
    index.update(timeline());
    return buildLiveChart(timeline(), index, ganttView()->view());
}

QList<SeenLane> WindowUnderTest::lanes() const
{
    const LiveChart seen = chart();
    const double half = seen.geometry.lanes.laneHeight / 2;
    QList<SeenLane> lanes;
    QList<double> middles;
    for (const TaskRecord &task : timeline().tasks()) {
        SeenLane lane;
        double middle = 0;
        const QList<DisplayItem> items = itemsOf(seen);
        for (const DisplayItem &item : items) {
            if (const auto *bar = std::get_if<Bar>(&item); bar && bar->task == task.id) {
                lane.bars << *bar;
                middle = bar->rect.center().y();
            }
            const auto *text = std::get_if<TextRun>(&item);
            if (text && text->task == task.id && text->font == FontRole::Name)
                lane.name = text->text;
            if (text && text->task == task.id && text->font == FontRole::Mark && isEndColor(text->color))
                lane.end = text->text;
        }
        for (const DisplayItem &item : items) {
            const auto *frame = std::get_if<Frame>(&item);
            if (frame && std::abs(frame->rect.center().y() - middle) < half)
                lane.frames << *frame;
        }
        std::sort(lane.bars.begin(), lane.bars.end(),
                  [](const Bar &a, const Bar &b) { return a.rect.left() < b.rect.left(); });
        if (!lane.bars.isEmpty()) {
            lane.left = lane.bars.first().rect.left();
            for (const Bar &bar : std::as_const(lane.bars))
                lane.right = std::max(lane.right, bar.rect.right());
        }
        lanes << lane;
    }
    return lanes;
}

SeenLane WindowUnderTest::lane(const QString &name) const
{
    const QList<SeenLane> all = lanes();
    const auto found = std::find_if(all.begin(), all.end(), [&](const SeenLane &lane) { return lane.name == name; });
    return found == all.end() ? SeenLane() : *found;
}

std::optional<double> WindowUnderTest::nowLine() const
{
    const LiveChart seen = chart();
    for (const DisplayItem &item : seen.front) {
        if (const auto *rule = std::get_if<Rule>(&item); rule && rule->color == ColorRole::Accent)
            return rule->line.x1();
    }
    return std::nullopt;
}

QString WindowUnderTest::chartHeader() const
{
    const auto *header = find<QWidget>(u"chartHeader"_s);
    return header ? header->accessibleName() : QString();
}

CodeEditor *WindowUnderTest::editor() const
{
    return find<CodeEditor>(u"codeEditor"_s);
}

GanttView *WindowUnderTest::ganttView() const
{
    return m_window.findChild<GanttView *>();
}

OutputView *WindowUnderTest::outputView() const
{
    return m_window.findChild<OutputView *>();
}

QAction *WindowUnderTest::action(Actions::Id id) const
{
    return m_window.findChild<QAction *>(QString::fromLatin1(QMetaEnum::fromType<Actions::Id>().valueToKey(int(id))));
}

} // namespace Playground
