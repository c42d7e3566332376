// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editor/runmarks.h"

#include "ui/editor/codeeditor.h"
#include "ui/editor/codelanguage.h"
#include "ui/editor/linetexts.h"
#include "ui/editor/runcomplaints.h"
#include "ui/gantt/charttext.h"
#include "ui/run/replay.h"
#include "ui/run/runview.h"
#include "ui/run/selection.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Playground {

namespace {

/// Looking for those who wait may take this long at each frame; where it takes longer, at most one part in so many of
/// the time is spent on it.
constexpr std::chrono::nanoseconds ReadableInterval = 45ms;
constexpr qint64 FrameCost = 2'000'000;
constexpr qint64 RefreshShare = 8;

} // namespace

RunMarks::RunMarks(CodeEditor *editor, const RunView *run, Selection *selection, std::function<bool()> isTextOfRun,
                   QObject *parent)
    : QObject(parent)
    , m_editor(editor)
    , m_run(run)
    , m_selection(selection)
    , m_isTextOfRun(std::move(isTextOfRun))
{
    connect(run, &RunView::reset, this, &RunMarks::begin);
    connect(run, &RunView::phaseChanged, this, &RunMarks::renew); // what is run may be known only then
    connect(run, &RunView::advanced, this, &RunMarks::advance);
    connect(selection, &Selection::changed, this, &RunMarks::showSelection);
    connect(editor, &CodeEditor::edited, this, &RunMarks::compareText);
    connect(editor, &CodeEditor::pillClicked, this, &RunMarks::selectTask);
    connect(editor, &CodeEditor::lineClicked, this, &RunMarks::selectLine);
    begin();
}

void RunMarks::begin()
{
    m_waits.reset();
    m_taskLines.clear();
    m_taskWaits = 0;
    m_isShown = m_run->phase() != RunView::Phase::None && m_isTextOfRun();
    m_definitions = m_isShown ? definitions() : std::map<QString, int>();
    m_live.begin(m_definitions);
    clear();
    refresh();
}

std::map<QString, int> RunMarks::definitions() const
{
    return codeLanguage(m_run->timeline().run().language).definitionLines(m_editor->source());
}

void RunMarks::compareText()
{
    const bool isShown = m_run->phase() != RunView::Phase::None && m_isTextOfRun();
    if (isShown == m_isShown)
        return;
    m_isShown = isShown;
    if (isShown) {
        m_definitions = definitions();
        m_live.begin(m_definitions);
        refresh();
    } else {
        clear();
    }
}

void RunMarks::clear()
{
    m_shownWarnings.reset();
    m_liveCost = 0;
    m_editor->notes().setPills({});
    m_editor->notes().setMessages(MessageSource::Run, {});
    for (const LineBand band :
         {LineBand::Waiting, LineBand::Running, LineBand::Error, LineBand::Call, LineBand::Selected})
        m_editor->notes().setBand(band, {});
}

void RunMarks::refresh()
{
    if (!m_isShown)
        return;
    m_waits.reset();
    m_liveCost = 0;
    m_shownNow.reset();
    m_shownWarnings.reset();
    advance();
    showSelection();
}

void RunMarks::renew()
{
    compareText();
    refresh();
}

void RunMarks::advance()
{
    if (!m_isShown)
        return;
    if (m_run->timeline().warnings().size() != m_shownWarnings)
        showComplaints();
    if (m_run->phase() == RunView::Phase::Live && !isTimeToShow())
        return;
    m_shownNow = m_run->now();
    m_sinceLive.restart();
    showLive();
    if (m_selection->task() != Trace::TaskId::None)
        collectTaskLines();
    m_liveCost = m_sinceLive.nsecsElapsed();
}

/// Figures that change faster cannot be read, and all of the editor is painted anew for them.
bool RunMarks::isTimeToShow() const
{
    const bool hasMoved = !m_shownNow || m_run->now() - *m_shownNow >= ReadableInterval
        || m_sinceLive.nsecsElapsed() >= ReadableInterval.count();
    const bool isAffordable = m_liveCost <= FrameCost || m_sinceLive.nsecsElapsed() >= m_liveCost * RefreshShare;
    return hasMoved && isAffordable;
}

void RunMarks::setReplay(const Replay *replay)
{
    m_replay = replay;
    connect(replay, &Replay::moved, this, &RunMarks::showMoment);
    refresh();
}

void RunMarks::showMoment()
{
    if (m_isShown)
        showLive();
}

/// Who stands where at the moment that is shown; nobody when the run is over.
std::vector<LiveLine> RunMarks::lines()
{
    if (m_run->phase() == RunView::Phase::Live)
        return m_live.at(m_run->timeline(), m_run->now(), m_selection->task());
    if (const auto moment = replayedMoment(m_replay))
        return m_live.atPast(m_run->timeline(), *moment, m_selection->task());
    return {};
}

void RunMarks::showLive()
{
    std::vector<LinePills> pills;
    std::set<int> waiting;
    std::set<int> running;
    const int first = m_editor->firstVisibleLine();
    const int last = m_editor->lastVisibleLine();
    for (const LiveLine &live : lines()) {
        if (live.hasThread)
            running.insert(live.line);
        else if (live.tasks.front().isInnermost)
            waiting.insert(live.line);
        if (replayedMoment(m_replay)
            || (live.line >= first && live.line <= last)) // which soon comes again while it lives
            pills.push_back(pillsOf(live));
    }
    m_editor->notes().setBand(LineBand::Waiting, waiting);
    m_editor->notes().setBand(LineBand::Running, running);
    m_editor->notes().setPills(std::move(pills));
}

LinePills RunMarks::pillsOf(const LiveLine &live) const
{
    const Timeline &timeline = m_run->timeline();
    const Trace::Time now = replayedMoment(m_replay).value_or(m_run->now());
    LinePills line{live.line, {}, live.more};
    for (const LineTask &standing : live.tasks) {
        const TaskRecord &task = timeline.tasks()[std::size_t(standing.order)];
        TaskPill pill{task.id, standing.order, {}, false, task.id == m_selection->task()};
        if (standing.isInnermost) {
            pill.text = shownName(task) + u" · "_s + standingText(timeline, standing, now);
            pill.isAlarm = standing.state == SpanState::Ready;
        }
        line.tasks.push_back(pill);
    }
    return line;
}

void RunMarks::showComplaints()
{
    m_shownWarnings = m_run->timeline().warnings().size();
    const RunComplaints complaints = runComplaints(m_run->timeline());
    std::set<int> errors;
    for (const LineMessage &message : complaints.messages) {
        if (message.level == MessageLevel::Error)
            errors.insert(message.line);
    }
    m_editor->notes().setMessages(MessageSource::Run, complaints.messages);
    m_editor->notes().setBand(LineBand::Error, errors);
    m_editor->notes().setBand(LineBand::Call, complaints.calls);
}

/// A task's lines: where it was made, its coroutine, and where it waited.
void RunMarks::collectTaskLines()
{
    const TaskRecord *task = m_run->timeline().task(m_selection->task());
    if (!task)
        return;
    if (task->line > 0)
        m_taskLines.insert(task->line);
    if (const auto definition = m_definitions.find(task->coroutine); definition != m_definitions.end())
        m_taskLines.insert(definition->second);
    for (; m_taskWaits < task->waits.size(); ++m_taskWaits) {
        for (const Trace::CallSite &call : m_run->timeline().site(task->waits[m_taskWaits].site)) {
            if (call.line > 0)
                m_taskLines.insert(call.line);
        }
    }
    m_editor->notes().setBand(LineBand::Selected, m_taskLines);
}

void RunMarks::showSelection()
{
    m_taskLines.clear();
    m_taskWaits = 0;
    if (m_selection->line() > 0) {
        m_editor->notes().setBand(LineBand::Selected, {m_selection->line()});
        return;
    }
    m_editor->notes().setBand(LineBand::Selected, {});
    if (!m_isShown || m_selection->task() == Trace::TaskId::None)
        return;
    collectTaskLines();
    const int first = m_editor->firstVisibleLine();
    const int last = m_editor->lastVisibleLine();
    const auto visible = m_taskLines.lower_bound(first);
    if (!m_taskLines.empty() && (visible == m_taskLines.end() || *visible > last))
        m_editor->scrollToLine(*m_taskLines.rbegin());
    m_liveCost = 0;
    m_shownNow.reset();
    advance();
}

void RunMarks::selectTask(Trace::TaskId task)
{
    if (m_selection->task() == task)
        m_selection->clear();
    else
        m_selection->selectTask(task);
}

void RunMarks::selectLine(int line)
{
    if (m_selection->line() == line)
        m_selection->clear();
    else
        m_selection->selectLine(line);
}

QString RunMarks::factsOf(int line)
{
    if (!m_isShown || m_run->phase() != RunView::Phase::Ended)
        return {};
    if (!m_waits)
        m_waits.emplace(m_run->timeline(), m_run->now());
    const LineFacts *facts = m_waits->at(line);
    return facts ? factsText(m_run->timeline(), *facts) : QString();
}

} // namespace Playground
