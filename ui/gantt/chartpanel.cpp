// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/gantt/chartpanel.h"

#include "core/cpp/cppbuild.h"
#include "ui/controls/compilertextdialog.h"
#include "ui/controls/segmentedcontrol.h"
#include "ui/gantt/chartfilterbar.h"
#include "ui/gantt/chartheader.h"
#include "ui/gantt/chartpage.h"
#include "ui/gantt/ganttview.h"
#include "ui/gantt/overviewstrip.h"
#include "ui/gantt/replaybar.h"
#include "ui/run/buildwords.h"
#include "ui/run/runview.h"
#include "ui/theme/appearance.h"

#include <QApplication>
#include <QFocusEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QStackedLayout>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Playground {

using namespace std::chrono_literals;

namespace {

constexpr auto Patience = 300ms;
constexpr int RoomForWords = 900; // of the two faces, beside figures and legend
constexpr int LeastWithOverview = 270; // of the panel's height: below it the lanes need the room

} // namespace

ChartPanel::ChartPanel(Appearance *appearance, RunView *run, Selection *selection, QWidget *parent)
    : QWidget(parent)
    , m_appearance(appearance)
    , m_run(run)
    , m_header(new ChartHeader(appearance, run, this))
    , m_messages(new QLabel(this))
    , m_page(new ChartPage(appearance, this))
    , m_view(new GanttView(appearance, run, selection, this))
    , m_faces(new SegmentedControl(appearance, this))
    , m_overview(new OverviewStrip(appearance, run, m_view, this))
    , m_stack(new QStackedLayout)
{
    setObjectName(u"chartPanel"_s);
    m_messages->setObjectName(u"chartMessages"_s);
    m_messages->setWordWrap(true);
    m_messages->setTextFormat(Qt::PlainText);
    m_messages->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_messages->setFocusPolicy(Qt::NoFocus);
    m_stack->addWidget(m_page);
    m_stack->addWidget(m_view);
    m_filter = new ChartFilterBar(appearance, m_view, this);
    m_faces->setObjectName(u"chartFaces"_s);
    m_faces->addSegment({}, {}, Icon::Chart);
    m_faces->addSegment({}, {}, Icon::Table);
    m_faces->hide();
    m_filter->addTool(m_faces);
    retranslate();
    auto *line = new QHBoxLayout;
    line->setSpacing(0);
    line->addWidget(m_header, 1);
    line->addWidget(m_filter);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(line);
    layout->addWidget(m_messages);
    layout->addWidget(m_overview);
    layout->addLayout(m_stack, 1);

    QWidget::setTabOrder(m_overview, m_view);

    m_patience.setSingleShot(true);
    m_patience.setInterval(Patience);
    connect(&m_patience, &QTimer::timeout, this, &ChartPanel::refresh);
    connect(run, &RunView::reset, this, [this] {
        m_patience.start();
        refresh();
    });
    connect(run, &RunView::phaseChanged, this, &ChartPanel::refresh);
    connect(run, &RunView::advanced, this, &ChartPanel::refresh);
    connect(appearance, &Appearance::changed, this, &ChartPanel::refreshMessages);
    connect(appearance, &Appearance::changed, this, &ChartPanel::fitFaces);
    connect(run, &RunView::startStepChanged, this, [this] {
        if (m_shown == Shown::Starting)
            fillStarting();
    });
    connect(m_page, &ChartPage::buttonClicked, this, &ChartPanel::pressButton);
    connect(m_page, &ChartPage::otherButtonClicked, this, &ChartPanel::showCompilerText);
    connect(m_view, &GanttView::filterRequested, m_filter, &ChartFilterBar::startFilter);
    connect(m_filter, &ChartFilterBar::left, this, [this] { setFocus(Qt::OtherFocusReason); });
    connect(m_view, &GanttView::lineActivated, this, &ChartPanel::lineActivated);
    connect(m_view, &GanttView::seenStatesChanged, this, &ChartPanel::showSeenStates);
    connect(m_faces, &SegmentedControl::chosen, this, [this](int face) { showTable(face == 1); });
    refresh();
}

void ChartPanel::setReplay(Replay *replay)
{
    m_header->setReplay(replay);
    m_view->setReplay(replay);
    m_overview->setReplay(replay);
    m_replayBar = new ReplayBar(m_appearance, replay, this);
    m_replayBar->setVisible(m_shown == Shown::Chart);
    m_replayBar->setTabOrderAfter(m_view);
    layout()->addWidget(m_replayBar);
}

// --- The chart, or its table

void ChartPanel::setTable(QWidget *table)
{
    m_table = table;
    m_stack->addWidget(table);
    m_faces->show();
    fitFaces();
}

QWidget *ChartPanel::face() const
{
    return m_showsTable ? m_table : m_view;
}

void ChartPanel::showTable(bool shown)
{
    const bool hadFocus = face()->hasFocus();
    if (!m_table || std::exchange(m_showsTable, shown) == shown)
        return;
    m_faces->setCurrent(shown ? 1 : 0);
    present(m_shown);
    if (hadFocus)
        setFocus(Qt::OtherFocusReason);
    showSeenStates();
    Q_EMIT tableShown(shown);
}

/// The legend is the chart's.
void ChartPanel::showSeenStates()
{
    m_header->setSeenStates(m_showsTable ? SeenStates() : m_view->seenStates());
}

void ChartPanel::fitFaces()
{
    m_faces->setCompact(width() < m_appearance->px(RoomForWords));
}

void ChartPanel::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fitFaces();
    placeOverview();
}

void ChartPanel::zoomIn()
{
    m_view->zoomIn();
}

void ChartPanel::zoomOut()
{
    m_view->zoomOut();
}

void ChartPanel::fit()
{
    m_view->fit();
}

void ChartPanel::followLive()
{
    m_view->followLive();
}

void ChartPanel::selectPreviousTask()
{
    m_view->selectPreviousTask();
}

void ChartPanel::selectNextTask()
{
    m_view->selectNextTask();
}

void ChartPanel::startFilter()
{
    if (m_shown == Shown::Chart)
        m_filter->startFilter();
}

void ChartPanel::setShowsOverview(bool shows)
{
    m_showsOverview = shows;
    placeOverview();
}

void ChartPanel::placeOverview()
{
    m_overview->setVisible(m_showsOverview && !m_showsTable && m_shown == Shown::Chart
                           && height() >= m_appearance->px(LeastWithOverview));
}

ChartPanel::Shown ChartPanel::wanted() const
{
    if (m_run->timeline().totals().tasks > 0)
        return Shown::Chart;
    const bool isPatient = m_patience.isActive();
    switch (m_run->phase()) {
    case RunView::Phase::None:
        return Shown::Invitation;
    case RunView::Phase::Starting:
        return isPatient ? Shown::Chart : Shown::Starting;
    case RunView::Phase::Live:
        return isPatient ? Shown::Chart : Shown::NoTasksYet;
    case RunView::Phase::Ended:
        if (!m_run->couldNotStart())
            return Shown::NoTasks;
        return m_run->build() && errorCount(*m_run->build()) > 0 ? Shown::NotBuilt : Shown::NotStarted;
    }
    return Shown::Invitation;
}

void ChartPanel::refresh()
{
    if (const Shown shown = wanted(); shown != m_shown)
        present(shown);
    refreshMessages();
}

void ChartPanel::present(Shown shown)
{
    const bool hadFocus = isAncestorOf(QApplication::focusWidget());
    fill(shown);
    if (hadFocus && !isAncestorOf(QApplication::focusWidget()))
        setFocus();
}

void ChartPanel::fill(Shown shown)
{
    m_shown = shown;
    m_header->setVisible(shown != Shown::Invitation && shown != Shown::NotBuilt && shown != Shown::NotStarted);
    m_filter->setVisible(shown == Shown::Chart);
    if (m_replayBar)
        m_replayBar->setVisible(shown == Shown::Chart);
    placeOverview();
    switch (shown) {
    case Shown::Unknown:
    case Shown::Chart:
        m_stack->setCurrentWidget(face());
        return;
    case Shown::Invitation:
        m_page->setContent({{},
                            ColorRole::Muted,
                            tr("Nothing has run yet"),
                            m_showsTable
                                ? tr("Press F5: each task becomes a line of a table, with what it did and for how long.")
                                : tr("Press F5: each task becomes a bar on a time axis, with what it waits for."),
                            tr("Run")});
        break;
    case Shown::Starting:
        fillStarting();
        break;
    case Shown::NoTasksYet:
        m_page->setContent({{},
                            ColorRole::Muted,
                            tr("No task so far"),
                            tr("The program runs, but has not started an event loop. What it prints is in the output.")});
        break;
    case Shown::NoTasks:
        fillNoTasks();
        break;
    case Shown::NotBuilt:
        fillNotBuilt();
        break;
    case Shown::NotStarted:
        fillNotStarted();
        break;
    }
    m_stack->setCurrentWidget(m_page);
}

void ChartPanel::fillStarting()
{
    switch (m_run->startStep()) {
    case RunView::StartStep::PreparingHeader:
        m_page->setContent({{},
                            ColorRole::Muted,
                            tr("Preparing the header…"),
                            tr("Only this once: with it, the compiler is done with each program in a moment.")});
        break;
    case RunView::StartStep::Compiling:
        m_page->setContent({{}, ColorRole::Muted, tr("Compiling…"), {}});
        break;
    case RunView::StartStep::Linking:
        m_page->setContent({{}, ColorRole::Muted, tr("Linking…"), {}});
        break;
    case RunView::StartStep::Launching:
        m_page->setContent({{}, ColorRole::Muted, tr("The program is starting…"), {}});
        break;
    }
}

void ChartPanel::fillNoTasks()
{
    const bool wasBuilding = m_run->build() && m_run->build()->outcome == CppBuildResult::Outcome::Stopped;
    const bool isFine = m_run->timeline().outcome().outcome == Outcome::Finished;
    if (wasBuilding) {
        m_page->setContent({Icon::Stop,
                            ColorRole::Muted,
                            tr("Stopped"),
                            tr("The program was not built to the end, so it did not run."),
                            tr("Run")});
        return;
    }
    const bool isPython = m_run->timeline().run().language == u"python";
    //: %1 is a call
    const QString fine = tr("The program ran from top to bottom without an event loop. "
                            "%1 starts one; then its tasks are shown here.")
                             .arg(isPython ? u"asyncio.run()"_s : u"run(argc, argv, asyncMain)"_s);
    const QString broken = tr("The program ended before it had a task. The output says more.");
    m_page->setContent({isFine ? Icon::Info : Icon::Warning,
                        ColorRole::Muted,
                        tr("This run made no tasks"),
                        isFine ? fine : broken});
}

void ChartPanel::fillNotBuilt()
{
    const int line = firstErrorLine();
    m_page->setContent({Icon::Error,
                        ColorRole::Failed,
                        tr("The program does not compile"),
                        m_run->messages().join(u'\n'),
                        line > 0 ? tr("Go to line %1").arg(line) : QString(),
                        Icon::ArrowRight,
                        tr("What the compiler said")});
}

void ChartPanel::fillNotStarted()
{
    const bool hasText = m_run->build() && !m_run->build()->fullText.isEmpty();
    m_page->setContent({Icon::Error,
                        ColorRole::Failed,
                        tr("The program could not be started"),
                        m_run->messages().join(u'\n'),
                        tr("Run"),
                        Icon::Run,
                        hasText ? tr("What the compiler said") : QString()});
}

int ChartPanel::firstErrorLine() const
{
    return m_run->build()->diagnostics.first().line; // errors come first
}

void ChartPanel::pressButton()
{
    if (m_shown == Shown::NotBuilt)
        Q_EMIT lineActivated(firstErrorLine());
    else
        Q_EMIT runRequested();
}

void ChartPanel::showCompilerText()
{
    auto *dialog = new CompilerTextDialog(m_appearance, m_run->build()->fullText, this); // deletes itself
    dialog->show();
}

/// What there is to be said of a run's end stands below its figures; of one that could not start it is all there is.
void ChartPanel::refreshMessages()
{
    const bool isPageOfMessages = m_shown == Shown::NotBuilt || m_shown == Shown::NotStarted;
    const QString text = isPageOfMessages ? QString() : m_run->messages().join(u'\n');
    if (text != m_messages->text())
        m_messages->setText(text);
    m_messages->setVisible(!text.isEmpty());
    const int side = m_appearance->px(14);
    m_messages->setContentsMargins(side, m_appearance->px(8), side, m_appearance->px(8));
    m_messages->setFont(m_appearance->font(TextRole::Body));
}

/// The keyboard is for what is shown.
void ChartPanel::focusInEvent(QFocusEvent *event)
{
    QWidget *shown = m_stack->currentWidget();
    if (QWidget *button = m_page->firstButton(); button && shown == m_page)
        shown = button;
    shown->setFocus(event->reason());
}

void ChartPanel::retranslate()
{
    m_faces->setSegment(0, tr("Chart"), tr("The tasks on a time axis"));
    m_faces->setSegment(1, tr("Tasks"), tr("The tasks as a table"));
}

void ChartPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        present(m_shown);
        refreshMessages();
    }
    QWidget::changeEvent(event);
}

} // namespace Playground
