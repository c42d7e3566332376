// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/output/outputpanel.h"

#include "ui/controls/toolbuttons.h"
#include "ui/output/outputview.h"
#include "ui/output/taskchip.h"
#include "ui/run/currentrun.h"
#include "ui/run/replay.h"
#include "ui/run/selection.h"
#include "ui/theme/appearance.h"
#include "ui/theme/icons.h"

#include <QEvent>
#include <QFile>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPainter>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Playground {
namespace {

// The design, in pixels at scale 1.
constexpr double HeaderHeight = 34;
constexpr double Margin = 14;
constexpr double Spacing = 8;
constexpr double SmallSpacing = 4;
constexpr double IconSize = 14;

constexpr auto InputPoll = 150ms;
/// More would be no menu.
constexpr std::size_t MostInMenu = 100;
constexpr qsizetype MostTyped = 200;
constexpr qsizetype LongestName = 40;

QString shortened(const QString &text)
{
    return text.size() <= LongestName ? text : text.left(LongestName - 1) + QChar(0x2026);
}

/// Whether a program may be one that reads its standard input.
bool speaksOfInput(const RunRequest &request)
{
    QByteArray text;
    if (request.source) {
        text = *request.source;
    } else if (QFile file(request.program); !request.program.isEmpty() && file.open(QIODevice::ReadOnly)) {
        text = file.read(1024 * 1024);
    }
    return text.contains("input(") || text.contains("stdin");
}

} // namespace

OutputPanel::OutputPanel(Appearance *appearance, CurrentRun *run, Selection *selection, QWidget *parent)
    : QWidget(parent)
    , m_appearance(appearance)
    , m_run(run)
    , m_selection(selection)
{
    setObjectName(u"outputPanel"_s);
    makeHeader();
    m_view = new OutputView(m_appearance, &m_log, this);
    m_toEnd = new QToolButton(m_view);
    m_toEnd->setObjectName(u"outputToEnd"_s);
    m_toEnd->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_toEnd->setIcon(themedIcon(Icon::ToEnd, m_appearance));
    m_toEnd->hide();
    setButtonKind(m_toEnd, ButtonKind::Plain);
    makeInput();
    makeEnd();
    arrange();

    connect(m_toEnd, &QToolButton::clicked, this, &OutputPanel::scrollToEnd);
    connect(m_view, &OutputView::atEndChanged, this, [this](bool isAtEnd) {
        m_toEnd->setVisible(!isAtEnd);
        placeToEnd();
    });
    connect(m_view, &OutputView::taskPicked, this, &OutputPanel::pickTask);
    connect(m_view, &OutputView::lineActivated, this, &OutputPanel::lineActivated);
    connect(m_view, &OutputView::filterRequested, this, &OutputPanel::setFilter);
    connect(m_selection, &Selection::changed, this, [this] { m_view->setHighlightedTask(m_selection->task()); });
    connectRun();
    connect(m_appearance, &Appearance::changed, this, &OutputPanel::applyAppearance);
    applyAppearance();
    retranslate();
    showRun();
    readMore();
}

OutputPanel::~OutputPanel() = default;

void OutputPanel::makeHeader()
{
    m_header = new QWidget(this);
    m_header->setObjectName(u"outputHeader"_s);
    m_title = new QLabel(m_header);
    m_title->setObjectName(u"outputTitle"_s);
    m_title->setProperty("role", u"strong"_s);
    m_filterButton = new QToolButton(m_header);
    m_filterButton->setObjectName(u"outputFilter"_s);
    m_filterMenu = new QMenu(m_filterButton);
    m_filterMenu->setObjectName(u"outputFilterMenu"_s);
    m_clearFilter = new QToolButton(m_header);
    m_clearFilter->setObjectName(u"outputClearFilter"_s);
    m_clearFilter->setIcon(themedIcon(Icon::Close, m_appearance, ColorRole::Muted));
    m_copy = new QToolButton(m_header);
    m_copy->setObjectName(u"outputCopy"_s);
    m_copy->setIcon(themedIcon(Icon::Copy, m_appearance, ColorRole::Muted));
    for (QToolButton *button : {m_filterButton, m_clearFilter, m_copy})
        setButtonKind(button, ButtonKind::Ghost);
    auto *row = new QHBoxLayout(m_header);
    row->addWidget(m_title);
    row->addStretch(1);
    row->addWidget(m_filterButton);
    row->addWidget(m_clearFilter);
    row->addWidget(m_copy);
    // Not the button's own menu, whose showing would be an event loop within the event loop.
    connect(m_filterButton, &QToolButton::clicked, this, [this] {
        fillFilterMenu();
        m_filterMenu->popup(m_filterButton->mapToGlobal(QPoint(0, m_filterButton->height())));
    });
    connect(m_clearFilter, &QToolButton::clicked, this, &OutputPanel::clearFilter);
    connect(m_copy, &QToolButton::clicked, this, &OutputPanel::copyAll);
}

void OutputPanel::makeInput()
{
    m_inputStrip = new QWidget(this);
    m_inputStrip->setObjectName(u"outputInputStrip"_s);
    m_inputIcon = new QLabel(m_inputStrip);
    m_input = new QLineEdit(m_inputStrip);
    m_input->setObjectName(u"outputInput"_s);
    m_input->installEventFilter(this);
    auto *row = new QHBoxLayout(m_inputStrip);
    row->addWidget(m_inputIcon);
    row->addWidget(m_input, 1);
    connect(m_input, &QLineEdit::returnPressed, this, &OutputPanel::sendLine);
    m_inputPoll.setInterval(InputPoll);
    connect(&m_inputPoll, &QTimer::timeout, this, &OutputPanel::lookForInput);
}

void OutputPanel::makeEnd()
{
    m_endStrip = new QWidget(this);
    m_endStrip->setObjectName(u"outputEndStrip"_s);
    m_endIcon = new QLabel(m_endStrip);
    m_endIcon->setAlignment(Qt::AlignTop);
    m_end = new QLabel(m_endStrip);
    m_end->setObjectName(u"outputEnd"_s);
    m_end->setProperty("role", u"small"_s);
    m_end->setWordWrap(true);
    m_end->setTextFormat(Qt::PlainText);
    m_end->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto *row = new QHBoxLayout(m_endStrip);
    row->addWidget(m_endIcon);
    row->addWidget(m_end, 1);
}

void OutputPanel::arrange()
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(1); // where the borders are
    column->addWidget(m_header);
    column->addWidget(m_view, 1);
    column->addWidget(m_inputStrip);
    column->addWidget(m_endStrip);
    setTabOrder(m_filterButton, m_clearFilter);
    setTabOrder(m_clearFilter, m_copy);
    setTabOrder(m_copy, m_view);
    setTabOrder(m_view, m_toEnd);
    setTabOrder(m_toEnd, m_input);
}

void OutputPanel::connectRun()
{
    connect(m_run, &CurrentRun::reset, this, [this] {
        m_log.clear();
        m_view->setFilter(Trace::TaskId::None);
        m_view->logReset();
        m_mayRead = speaksOfInput(m_run->request());
        m_isInputWanted = false;
        m_isInputClosed = false;
        m_input->clear();
        showRun();
    });
    connect(m_run, &CurrentRun::phaseChanged, this, &OutputPanel::showRun);
    connect(m_run, &CurrentRun::advanced, this, &OutputPanel::readMore);
    m_readOn.setSingleShot(true);
    connect(&m_readOn, &QTimer::timeout, this, &OutputPanel::readMore);
}

// How it looks

void OutputPanel::applyAppearance()
{
    const auto px = [this](double length) { return m_appearance->px(length); };
    const QSize iconSize(px(IconSize), px(IconSize));
    m_header->setFixedHeight(px(HeaderHeight));
    m_header->layout()->setContentsMargins(px(Margin), 0, px(Spacing), 0);
    m_header->layout()->setSpacing(px(SmallSpacing));
    for (QToolButton *button : {m_filterButton, m_clearFilter, m_copy, m_toEnd}) {
        button->setFont(m_appearance->font(TextRole::Small));
        button->setIconSize(iconSize);
    }
    m_input->setFont(m_appearance->font(TextRole::Code));
    m_inputStrip->layout()->setContentsMargins(px(Margin), px(Spacing) - 1, px(Margin), px(Spacing));
    m_inputStrip->layout()->setSpacing(px(Spacing));
    m_endStrip->layout()->setContentsMargins(px(Margin), px(Spacing) - 1, px(Margin), px(Spacing));
    m_endStrip->layout()->setSpacing(px(Spacing));
    showFilter();
    showInput();
    showEnd();
    placeToEnd();
    update();
}

void OutputPanel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_appearance->color(ColorRole::Surface));
    const QColor border = m_appearance->color(ColorRole::Border);
    if (m_isInputWanted && m_inputStrip->isVisible())
        painter.fillRect(m_inputStrip->geometry(), m_appearance->color(ColorRole::Selection));
    painter.fillRect(0, m_header->geometry().bottom() + 1, width(), 1, border);
    for (const QWidget *strip : {m_inputStrip, m_endStrip}) {
        if (strip->isVisible())
            painter.fillRect(0, strip->y() - 1, width(), 1, border);
    }
}

void OutputPanel::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    placeToEnd();
}

void OutputPanel::placeToEnd()
{
    m_toEnd->adjustSize();
    const QRect area = m_view->viewport()->geometry();
    const int margin = m_appearance->px(Spacing);
    m_toEnd->move(area.right() - m_toEnd->width() - margin, area.bottom() - m_toEnd->height() - margin);
    m_toEnd->raise();
}

void OutputPanel::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void OutputPanel::retranslate()
{
    //: What the program prints: the title of a panel
    m_title->setText(tr("Output"));
    m_view->setAccessibleName(tr("Output"));
    m_clearFilter->setToolTip(tr("Show all tasks"));
    m_clearFilter->setAccessibleName(tr("Show all tasks"));
    m_copy->setToolTip(tr("Copy everything"));
    m_copy->setAccessibleName(tr("Copy everything"));
    //: Scrolls to the latest line
    m_toEnd->setText(tr("To the end"));
    m_input->setAccessibleName(tr("Input for the program"));
    m_input->setToolTip(tr("Return sends the line, Ctrl+D ends the input"));
    showFilter();
    showInput();
    showEnd();
    showEmptyText();
    placeToEnd();
}

// What there is to see

void OutputPanel::showRun()
{
    // CPython names a file by its whole path, also one that is none yet.
    const QString &program = m_run->request().program;
    m_view->setProgram(program.isEmpty() ? program : QFileInfo(program).absoluteFilePath());
    if (m_run->isActive())
        m_inputPoll.start();
    else
        m_inputPoll.stop();
    if (!m_run->isActive())
        m_isInputWanted = false;
    showFilter();
    showInput();
    showEnd();
    showEmptyText();
}

void OutputPanel::readMore()
{
    const quint64 changes = m_log.changes();
    const bool wasEmpty = m_log.isEmpty();
    const std::size_t tasks = m_log.tasks().size();
    if (!m_log.read(m_run->timeline()))
        m_readOn.start();
    if (m_log.changes() != changes)
        m_view->logGrew();
    if (m_log.isEmpty() != wasEmpty || m_log.tasks().size() != tasks)
        showFilter();
}

void OutputPanel::setReplay(const Replay *replay)
{
    m_replay = replay;
    connect(replay, &Replay::moved, this, &OutputPanel::showMoment);
    showMoment();
}

void OutputPanel::showMoment()
{
    const bool changes = m_log.setMoment(replayedMoment(m_replay));
    if (changes)
        m_view->logGrew();
    if (m_endStrip->isHidden() != replayedMoment(m_replay).has_value()) {
        showEmptyText();
        showEnd();
    }
}

void OutputPanel::showEmptyText()
{
    if (replayedMoment(m_replay)) {
        m_view->setEmptyText(tr("Nothing has been printed yet."));
        return;
    }
    switch (m_run->phase()) {
    case CurrentRun::Phase::None:
        m_view->setEmptyText(tr("What the program prints appears here."));
        return;
    case CurrentRun::Phase::Starting:
    case CurrentRun::Phase::Live:
        m_view->setEmptyText(tr("Nothing has been printed yet."));
        return;
    case CurrentRun::Phase::Ended:
        m_view->setEmptyText(tr("The program printed nothing."));
        return;
    }
}

void OutputPanel::showEnd()
{
    const bool hasEnded = m_run->phase() == CurrentRun::Phase::Ended && !replayedMoment(m_replay);
    m_endStrip->setVisible(hasEnded);
    update();
    if (!hasEnded)
        return;
    Icon icon = Icon::Cross;
    ColorRole role = ColorRole::Failed;
    switch (m_run->timeline().outcome().outcome) {
    case Outcome::Running:
    case Outcome::Failed:
    case Outcome::Crashed:
    case Outcome::TimedOut:
        break;
    case Outcome::Finished:
        icon = Icon::Check;
        role = ColorRole::Done;
        break;
    case Outcome::Stopped:
        icon = Icon::Cancelled;
        role = ColorRole::Cancelled;
        break;
    }
    m_endIcon->setPixmap(themedIcon(icon, m_appearance, role).pixmap(m_appearance->px(IconSize)));
    m_end->setText((QStringList(endText()) + m_run->messages()).join(u'\n'));
}

/// How the run ended, in a few words.
QString OutputPanel::endText() const
{
    const RunOutcome &outcome = m_run->timeline().outcome();
    if (m_run->couldNotStart())
        return tr("not started");
    switch (outcome.outcome) {
    case Outcome::Running:
    case Outcome::Finished:
    case Outcome::Failed:
    case Outcome::Crashed:
        break;
    case Outcome::Stopped:
        return tr("stopped");
    case Outcome::TimedOut:
        return tr("stopped: out of time");
    }
    return tr("exit code %1").arg(outcome.exitCode);
}

// One task's output

Trace::TaskId OutputPanel::filter() const
{
    return m_view->filter();
}

void OutputPanel::setFilter(Trace::TaskId task)
{
    m_view->setFilter(task);
    showFilter();
}

void OutputPanel::clearFilter()
{
    // The button goes away: the focus must not get lost.
    if (m_clearFilter->hasFocus())
        m_filterButton->setFocus(Qt::OtherFocusReason);
    setFilter(Trace::TaskId::None);
}

QString OutputPanel::taskName(Trace::TaskId task) const
{
    const TaskRecord *record = m_run->timeline().task(task);
    const QString name = record ? displayName(*record).simplified() : QString();
    return name.isEmpty() ? tr("task %1").arg(quint32(task)) : shortened(name);
}

void OutputPanel::showFilter()
{
    const Trace::TaskId task = filter();
    const bool isFiltered = task != Trace::TaskId::None;
    const QString name = isFiltered ? taskName(task) : tr("all tasks");
    m_filterButton->setText(name + u" ▾"_s);
    m_filterButton->setIcon(isFiltered ? taskChipIcon(task, *m_appearance) : QIcon());
    m_filterButton->setToolButtonStyle(isFiltered ? Qt::ToolButtonTextBesideIcon : Qt::ToolButtonTextOnly);
    m_filterButton->setAccessibleName(tr("Output of: %1").arg(name));
    m_filterButton->setToolTip(tr("Whose output is shown"));
    m_filterButton->setEnabled(isFiltered || !m_log.tasks().empty());
    m_clearFilter->setVisible(isFiltered);
    m_copy->setEnabled(!m_log.isEmpty());
}

/// Those that have printed, at the moment when the menu is opened.
void OutputPanel::fillFilterMenu()
{
    m_filterMenu->clear();
    const auto add = [this](const QString &text, Trace::TaskId task) {
        QAction *action = m_filterMenu->addAction(text, this, [this, task] { setFilter(task); });
        action->setCheckable(true);
        action->setChecked(filter() == task);
        if (task != Trace::TaskId::None)
            action->setIcon(taskChipIcon(task, *m_appearance));
    };
    add(tr("all tasks"), Trace::TaskId::None);
    m_filterMenu->addSeparator();
    const std::vector<Trace::TaskId> &tasks = m_log.tasks();
    for (std::size_t i = 0; i < std::min(tasks.size(), MostInMenu); ++i)
        add(taskName(tasks[i]), tasks[i]);
    if (tasks.size() > MostInMenu) {
        const auto more = int(tasks.size() - MostInMenu);
        m_filterMenu->addAction(tr("%n more task(s)", nullptr, more))->setEnabled(false);
    }
}

void OutputPanel::pickTask(Trace::TaskId task)
{
    if (task == Trace::TaskId::None || task == m_selection->task())
        m_selection->clear();
    else
        m_selection->selectTask(task);
}

// The program's input

void OutputPanel::lookForInput()
{
    const bool isWanted = !m_isInputClosed && m_run->waitsForInput();
    if (isWanted == m_isInputWanted)
        return;
    m_isInputWanted = isWanted;
    m_mayRead = m_mayRead || isWanted;
    showInput();
}

void OutputPanel::showInput()
{
    const bool isShown = m_run->isActive() && m_mayRead && !m_isInputClosed;
    const bool hadFocus = m_input->hasFocus();
    m_inputStrip->setVisible(isShown);
    if (!isShown && hadFocus)
        m_view->setFocus(Qt::OtherFocusReason);
    update();
    const ColorRole role = m_isInputWanted ? ColorRole::Accent : ColorRole::Muted;
    m_inputIcon->setPixmap(themedIcon(Icon::Keyboard, m_appearance, role).pixmap(m_appearance->px(IconSize)));
    m_input->setPlaceholderText(m_isInputWanted ? tr("The program waits for a line: type it, then Return")
                                                : tr("Input for the program"));
}

void OutputPanel::focusInput()
{
    if (!m_run->isActive() || m_isInputClosed)
        return;
    m_mayRead = true;
    showInput();
    m_input->setFocus(Qt::OtherFocusReason);
}

void OutputPanel::sendLine()
{
    const QString line = m_input->text();
    m_run->writeInput(line.toUtf8() + '\n');
    m_log.read(m_run->timeline()); // the prompt comes first
    m_log.addTyped(line.toUtf8(), m_run->now());
    m_view->logGrew();
    m_view->scrollToEnd();
    m_input->clear();
    if (!line.isEmpty() && (m_typed.isEmpty() || m_typed.last() != line))
        m_typed << line;
    if (m_typed.size() > MostTyped)
        m_typed.removeFirst();
    m_recalled = m_typed.size();
    m_isInputWanted = false;
    showInput();
}

void OutputPanel::closeInput()
{
    m_run->closeInput();
    m_isInputClosed = true;
    m_isInputWanted = false;
    showInput();
}

/// Ctrl+D ends the input, as at a terminal; the arrow keys bring lines back.
bool OutputPanel::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_input || (event->type() != QEvent::KeyPress && event->type() != QEvent::ShortcutOverride))
        return QWidget::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    const bool isEnd = key->key() == Qt::Key_D && key->modifiers() == Qt::ControlModifier;
    if (event->type() == QEvent::ShortcutOverride) {
        if (isEnd)
            event->accept();
        return isEnd;
    }
    if (isEnd) {
        if (!m_input->text().isEmpty())
            sendLine();
        closeInput();
        return true;
    }
    const bool isRecall = key->key() == Qt::Key_Up || key->key() == Qt::Key_Down;
    if (!isRecall || m_typed.isEmpty())
        return QWidget::eventFilter(watched, event);
    const qsizetype step = key->key() == Qt::Key_Up ? -1 : 1;
    m_recalled = std::clamp<qsizetype>(m_recalled + step, 0, m_typed.size());
    m_input->setText(m_recalled < m_typed.size() ? m_typed[m_recalled] : QString());
    return true;
}

// What the window's actions ask for

void OutputPanel::copy()
{
    m_view->copy();
}

void OutputPanel::copyAll()
{
    m_view->copyAll();
}

void OutputPanel::selectAll()
{
    m_view->selectAll();
}

void OutputPanel::scrollToEnd()
{
    m_view->scrollToEnd();
}

} // namespace Playground
