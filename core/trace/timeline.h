// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/trace/events.h"
#include "core/trace/runoutcome.h"

#include <QHash>
#include <QSet>

#include <array>
#include <deque>
#include <optional>
#include <span>
#include <utility>
#include <vector>

namespace Playground {

enum class TaskState : quint8 { Ready, Running, Waiting, Done, Failed, Cancelled };

enum class SpanState : quint8 { Ready, Running, Waiting };

/// A stretch of a task's life in one state; `to` is Trace::Open while it lasts.
struct Span {
    Trace::Time from {};
    Trace::Time to = Trace::Open;
    SpanState state = SpanState::Ready;
    qint32 wait = -1; ///< for Waiting: index into TaskRecord::waits

    bool operator==(const Span &) const = default;
};

/// One wait of a task: from giving the thread back until what it waited for had happened.
/// A sleep ends at its deadline, also when the loop was too busy to notice then.
struct Wait {
    Trace::Time from {};
    Trace::Time to = Trace::Open;
    Trace::WaitKind kind = Trace::WaitKind::Other;
    Trace::SiteId site {};
    Trace::TaskId on {};
    Trace::TaskId wokenBy {};
    Trace::Time until = Trace::Open; ///< the deadline, where known

    bool operator==(const Wait &) const = default;
};

/// Everything known of one task. Spans follow one another without gap or overlap from `created` on.
struct TaskRecord {
    Trace::TaskId id {};
    Trace::TaskId parent {};
    Trace::LoopId loop {};
    int depth = 0; ///< 0 for a task without parent
    bool isLoneRoot = false; ///< has no parent, and no other such task has the same coroutine
    int line = 0;
    int errorLine = 0;
    TaskState state = TaskState::Ready;
    QString name;
    QString coroutine;
    QString value; ///< result or error; see Trace::TaskFinished
    Trace::Time created {};
    std::optional<Trace::Time> started;
    std::optional<Trace::Time> finished;
    std::vector<Span> spans;
    std::vector<Wait> waits;

    /// What Timeline needs in order to go on with the task, also when its spans are not kept; nobody else's business.
    struct Progress {
        bool truncated = false; ///< no more spans are kept
        Trace::WaitKind waitKind = Trace::WaitKind::Other;
        qint32 turn = -1; ///< while it runs: index into its loop's turns, if that turn is kept
        Trace::Time since {}; ///< when the present state began
        Trace::Time until = Trace::Open; ///< the deadline of the present wait
        std::array<Trace::Time, 3> spent {}; ///< time in each SpanState up to `since`
    };
    Progress progress;
};

/// A stretch in which a loop waited, or in which a plain callback held its thread.
struct LoopStretch {
    enum class Kind : quint8 { Idle, Callback };
    Trace::Time from {};
    Trace::Time to = Trace::Open;
    Kind kind = Kind::Idle;
    int line = 0;
    QString label;

    bool operator==(const LoopStretch &) const = default;
};

/// A stretch in which one task had a loop's thread.
struct LoopTurn {
    Trace::Time from {};
    Trace::Time to = Trace::Open;
    Trace::TaskId task {};

    bool operator==(const LoopTurn &) const = default;
};

struct LoopRecord {
    std::vector<LoopStretch> stretches;
    std::vector<LoopTurn> turns;
};

struct OutputRecord {
    Trace::Time at {};
    Trace::TaskId task {};
    Trace::OutputStream stream = Trace::OutputStream::Out;
    QByteArray text;
};

/// A phase of a connection; `to` is Trace::Open while it lasts. A failure is a moment: `from` and `to` are equal.
struct NetworkPhaseRecord {
    Trace::Time from {};
    Trace::Time to = Trace::Open;
    Trace::TaskId task {};
    quint32 connection = 0;
    Trace::NetworkPhase phase = Trace::NetworkPhase::Connect;
    QString host;
};

/// The figures of a run. While it is live they count up to the latest event.
struct Totals {
    Trace::Time wall {};    ///< from the start of the run to its end
    Trace::Time waiting {}; ///< waiting for the world (sleep, network, process, thread, input), summed over tasks
    Trace::Time running {}; ///< running time, summed over tasks
    double concurrency = 0; ///< (waiting + running) / wall; 0 for an empty run
    Trace::Time loopBusy {}; ///< the main loop's time outside its waits
    Trace::Time longestBlock {}; ///< the longest stretch in which one task or callback had a loop's thread
    int tasks = 0;
};

/// How much of a run a Timeline keeps; beyond it, figures still count but detail is dropped, and the timeline says so.
struct TimelineLimits {
    qsizetype tasks = 400'000;
    qsizetype spans = 6'000'000; ///< of tasks, stretches of loops and phases of connections together
    qsizetype outputBytes = 16 * 1024 * 1024; ///< including some bytes for each piece; the same again for warnings
};

/// One run, as everything on the screen shows it. Grows by batches of events while the run is live and is not changed
/// otherwise. It accepts any sequence of events without failing: what contradicts itself is ignored.
/// Not thread-safe; lives in the thread that reads the trace.
class Timeline {
public:
    explicit Timeline(TimelineLimits limits = {});

    void append(std::span<const Trace::Event> batch);

    /// Ends the run: closes what is open at the latest moment known and records how it ended. `at` is a moment at which
    /// the run was still going on, where more is known of it than the trace says.
    void finish(const RunOutcome &outcome, bool traceWasCut, Trace::Time at = {});

    bool isLive() const { return m_outcome.outcome == Outcome::Running; }
    quint64 revision() const { return m_revision; } ///< changes with every batch
    Trace::Time now() const { return m_now; }       ///< the latest moment known
    const RunOutcome &outcome() const { return m_outcome; }
    bool traceWasCut() const { return m_traceWasCut; }

    /// Empty until the run has said what it is.
    const Trace::RunStarted &run() const { return m_run; }

    /// In order of creation. References stay valid until the next append.
    const std::vector<TaskRecord> &tasks() const { return m_tasks; }
    /// nullptr where the task is unknown or its detail was dropped.
    const TaskRecord *task(Trace::TaskId id) const;
    /// Indices into tasks(): each parent before its children, siblings in order of creation.
    std::vector<qsizetype> treeOrder() const;

    const std::vector<LoopRecord> &loops() const { return m_loops; }
    /// The last record may still grow, by text of the same moment.
    const std::deque<OutputRecord> &output() const { return m_output; }
    /// The number of the first record of output(), counted from 0 over all that there ever were: from it one can read on
    /// from where one was.
    quint64 firstOutput() const { return m_firstOutput; }
    const std::vector<Trace::Warning> &warnings() const { return m_warnings; }
    const std::vector<NetworkPhaseRecord> &networkPhases() const { return m_phases; }

    /// The way from the task's outermost coroutine to the await; empty for SiteId::None.
    const QList<Trace::CallSite> &site(Trace::SiteId id) const;
    /// The innermost await of a site: its text and line are the wait's label and line. Empty text where unknown.
    Trace::CallSite innermost(Trace::SiteId id) const;

    /// A live run's figures can be asked for up to a moment after now(), for which nothing is known yet: what goes on
    /// counts on.
    Totals totals(std::optional<Trace::Time> until = {}) const;
    /// Time in each state, up to now, or `until`, for a task that is not finished.
    Trace::Time timeIn(const TaskRecord &task, SpanState state, std::optional<Trace::Time> until = {}) const;

    /// Bytes of output dropped from the front, and tasks whose detail was dropped, because of the limits.
    qint64 droppedOutputBytes() const { return m_droppedOutputBytes; }
    qint64 droppedTasks() const { return m_droppedTasks; }
    qint64 droppedSpans() const { return m_droppedSpans; }
    qint64 droppedWarnings() const { return m_droppedWarnings; }

private:
    /// A sum of stretches, of which some are still open: those count up to any moment without being visited.
    class Tally {
    public:
        void open(Trace::Time from);
        void close(Trace::Time from, Trace::Time to);
        Trace::Time upTo(Trace::Time now) const;

    private:
        Trace::Time m_closed {};
        quint64 m_openCount = 0;
        quint64 m_openFrom = 0; ///< sum of the beginnings; may wrap around, as may its difference to the moment asked for
    };

    /// What is going on in a loop, also when its stretches are not kept.
    struct LoopProgress {
        Tally idle;
        std::optional<Trace::Time> idleSince;
        std::optional<Trace::Time> runningSince;
        Trace::Time stretchedTo {}; ///< the end of the latest stretch: the next does not begin before it
        bool idleKept = false;
    };

    using Deadline = std::pair<Trace::Time, Trace::TaskId>;

    void apply(const Trace::RunStarted &event);
    void apply(const Trace::RunFinished &event);
    void apply(const Trace::TaskCreated &event);
    void apply(const Trace::TaskRenamed &event);
    void apply(const Trace::TaskWoken &event);
    void apply(const Trace::TaskResumed &event);
    void apply(const Trace::TaskSuspended &event);
    void apply(const Trace::TaskFinished &event);
    void apply(const Trace::SiteDefined &event);
    void apply(const Trace::LoopIdle &event);
    void apply(const Trace::LoopBusy &event);
    void apply(const Trace::CallbackRan &event);
    void apply(const Trace::Output &event);
    void apply(const Trace::NetworkProgress &event);
    void apply(const Trace::Warning &event);

    Trace::Time reached(std::optional<Trace::Time> until) const;
    std::optional<qsizetype> indexOf(Trace::TaskId id) const;
    bool isFirstRoot(const QString &coroutine, std::size_t index);
    TaskRecord *unfinished(Trace::TaskId id);
    void enter(TaskRecord &task, SpanState state, Trace::Time at, qint32 wait = -1);
    void leave(TaskRecord &task, Trace::Time at);
    void keepSpan(TaskRecord &task, const Span &span);
    void beginTurn(TaskRecord &task);
    void endTurn(TaskRecord &task, Trace::Time from, Trace::Time to);
    void endWait(TaskRecord &task, Trace::Time at, Trace::TaskId by);
    void noteDeadline(Trace::Time until, Trace::TaskId id);
    TaskRecord *sleeper(const Deadline &deadline);
    void endSleepsDue();
    void endIdle(std::size_t loop, Trace::Time at);
    void endPhase(quint32 connection, Trace::Time at);
    std::optional<std::size_t> loopIndex(Trace::LoopId id);
    bool mayJoinLastOutput(const Trace::Output &event, Trace::Time at, qsizetype size) const;
    bool mayKeepSpan();
    Trace::Time moment(Trace::Time at);
    QString shared(const QString &text);

    TimelineLimits m_limits;
    Trace::RunStarted m_run;
    RunOutcome m_outcome;
    bool m_traceWasCut = false;
    quint64 m_revision = 0;
    Trace::Time m_now {};
    std::vector<TaskRecord> m_tasks;
    std::vector<LoopRecord> m_loops;
    std::deque<OutputRecord> m_output;
    quint64 m_firstOutput = 0;
    std::vector<Trace::Warning> m_warnings;
    std::vector<NetworkPhaseRecord> m_phases;
    QHash<Trace::SiteId, QList<Trace::CallSite>> m_sites;
    qint64 m_droppedOutputBytes = 0;
    qint64 m_droppedTasks = 0;
    qint64 m_droppedSpans = 0;
    qint64 m_droppedWarnings = 0;

    std::optional<Trace::Time> m_ended; ///< when the run said that it finished
    QHash<Trace::TaskId, qsizetype> m_elsewhere; ///< index of the tasks that do not stand at their number
    QHash<Trace::TaskId, TaskRecord> m_untold; ///< unfinished tasks without detail, for the figures
    std::vector<Deadline> m_deadlines; ///< a heap; of the tasks that sleep, and some that no longer do
    std::size_t m_sleepers = 0;
    std::vector<LoopProgress> m_loopProgress; ///< parallel to m_loops
    QHash<quint32, qsizetype> m_openPhases; ///< by connection: index into m_phases
    QSet<QString> m_sharedTexts;
    QHash<QString, std::size_t> m_roots; ///< by coroutine: index of the first task without parent
    Tally m_running;
    Tally m_waiting;
    Trace::Time m_longestBlock {};
    qsizetype m_keptSpans = 0;
    qsizetype m_outputCost = 0;
    qsizetype m_warningCost = 0;
    int m_taskCount = 0;
};

/// Whether somebody gave the task its name: not the runtime, which numbers them, as in "Task-3".
bool isNamed(const TaskRecord &task);

/// What to call a task before people. The program's main task, which nobody named and no task created, goes by its
/// coroutine, where no other one could: "main" and not "Task-1".
QString displayName(const TaskRecord &task);

/// True for the kinds that count as waiting for the world in Totals::waiting.
bool waitsForTheWorld(Trace::WaitKind kind);

} // namespace Playground
