// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QMetaType>
#include <QObject>
#include <QString>

#include <chrono>
#include <compare>
#include <variant>

/// What a scenario process tells of itself: small value types, in the order in which things happened.
///
/// Every moment is in nanoseconds of *scenario time* since the run started, as the scenario's own clock counts them
/// (so at twice the speed a `sleep(1)` still lasts 1 s here). Text is UTF-8 on the wire.
/// `docs/trace-format.md` describes the stream.
namespace Playground::Trace {
Q_NAMESPACE

using Time = std::chrono::nanoseconds;

/// "No deadline is known", and the end of a span that is still open.
inline constexpr Time Open = Time::max();

/// The number of a task in its run, counted from 1 in order of creation; None is "no task": the loop itself.
enum class TaskId : quint32 { None = 0 };

/// The number of a place in the source where tasks suspend; see SiteDefined. None is "not in the scenario's text".
enum class SiteId : quint32 { None = 0 };

/// Threads that run an event loop, in the order in which they first did. The first one is the main loop.
enum class LoopId : quint32 { Main = 0 };

enum class ClockMode : quint8 { Real, Scaled, Instant };
Q_ENUM_NS(ClockMode)

enum class NetworkMode : quint8 { Simulated, Real, None };
Q_ENUM_NS(NetworkMode)

/// What a suspended task waits for. `Turn` is no wait at all: it gave way and is ready at once (`sleep(0)`).
/// Sleep, Network, Process, Thread and Input are waits for the world; the others are the program's own arrangement.
enum class WaitKind : quint8 { Turn, Sleep, Task, Future, Network, Process, Thread, Queue, Lock, Input, Other };
Q_ENUM_NS(WaitKind)

enum class FinishState : quint8 { Done, Failed, Cancelled };
Q_ENUM_NS(FinishState)

enum class OutputStream : quint8 { Out, Error };
Q_ENUM_NS(OutputStream)

enum class NetworkPhase : quint8 { Resolve, Connect, FirstByte, Body, Closed, Failed };
Q_ENUM_NS(NetworkPhase)

enum class WarningKind : quint8 {
    NeverAwaited,       ///< a coroutine object was dropped without having been awaited
    NeverRetrieved,     ///< a task's exception was never looked at
    DestroyedPending,   ///< a task was collected while it was still waiting
    Callback,           ///< a callback of the loop raised
    Uncaught,           ///< an exception ended the program, or a thread of it
    MemoryLimit,        ///< an allocation failed because of the run's memory limit
    Network,            ///< the simulated internet could not do what was asked
    Dropped,            ///< detail was left out of the trace, because there was too much of it
    Other               ///< any other warning of the language's runtime
};
Q_ENUM_NS(WarningKind)

/// One step of the way from a task's outermost coroutine to the await that suspends it.
struct CallSite {
    QString function; ///< the coroutine's qualified name
    QString text;     ///< source text of the await expression, white space folded: "await asyncio.sleep(delay)"
    int line = 0;     ///< in the scenario's file, from 1; 0 where unknown

    bool operator==(const CallSite &) const = default;
};

/// The first event of a run.
struct RunStarted {
    Time at {};
    QString language; ///< "python" or "cpp"
    QString runtime;  ///< what runs it, for people: "CPython 3.11.2"
    QString program;  ///< path of the scenario as the user knows it
    ClockMode clock = ClockMode::Real;
    double speed = 1.0;
    NetworkMode network = NetworkMode::Simulated;

    bool operator==(const RunStarted &) const = default;
};

/// The last event of a run that ended in an orderly way, whatever its exit code. Missing after a crash or a kill.
struct RunFinished {
    Time at {};
    int exitCode = 0;

    bool operator==(const RunFinished &) const = default;
};

/// A task exists; it is ready (unless suspended before it ever ran) and belongs to the loop of `loop`.
struct TaskCreated {
    Time at {};
    TaskId task {};
    TaskId parent {}; ///< the task that ran when this one was created
    LoopId loop {};
    int line = 0;     ///< where it was created, in the scenario's file
    QString name;
    QString coroutine; ///< qualified name of the coroutine, without parentheses

    bool operator==(const TaskCreated &) const = default;
};

struct TaskRenamed {
    Time at {};
    TaskId task {};
    QString name;

    bool operator==(const TaskRenamed &) const = default;
};

/// What a waiting task waited for has happened; it is ready until TaskResumed.
struct TaskWoken {
    Time at {};
    TaskId task {};
    TaskId by {}; ///< the task that did it; None for the loop (a timer, the network, a thread)

    bool operator==(const TaskWoken &) const = default;
};

/// The task has the thread.
struct TaskResumed {
    Time at {};
    TaskId task {};

    bool operator==(const TaskResumed &) const = default;
};

/// The task gave the thread back at an await.
struct TaskSuspended {
    Time at {};
    TaskId task {};
    SiteId site {};
    WaitKind kind = WaitKind::Other;
    TaskId on {};       ///< the task waited for, where it is one
    Time until = Open;  ///< the deadline of a sleep

    bool operator==(const TaskSuspended &) const = default;
};

/// The task's coroutine has returned, raised or been cancelled. `value` is the result, or the error's type and message.
struct TaskFinished {
    Time at {};
    TaskId task {};
    FinishState state = FinishState::Done;
    QString value; ///< shortened; empty for None
    int line = 0;  ///< where an error was raised, in the scenario's file

    bool operator==(const TaskFinished &) const = default;
};

/// Names the place in the source that later TaskSuspended events refer to; from the outermost coroutine inwards,
/// only steps in the scenario's own text. Sent once for each place, before its first use.
struct SiteDefined {
    SiteId site {};
    QList<CallSite> calls;

    bool operator==(const SiteDefined &) const = default;
};

/// The loop found nothing ready and began to wait.
struct LoopIdle {
    Time at {};
    LoopId loop {};

    bool operator==(const LoopIdle &) const = default;
};

/// The loop's wait ended.
struct LoopBusy {
    Time at {};
    LoopId loop {};

    bool operator==(const LoopBusy &) const = default;
};

/// A plain callback (no task's step) that held the loop's thread for a millisecond or more; sent when it ended.
struct CallbackRan {
    Time at {}; ///< when it began
    Time until {};
    LoopId loop {};
    int line = 0;
    QString label;

    bool operator==(const CallbackRan &) const = default;
};

/// Text that the scenario printed, in pieces as it was written; `task` printed it, None for code outside any task.
struct Output {
    Time at {};
    TaskId task {};
    OutputStream stream = OutputStream::Out;
    QByteArray text;

    bool operator==(const Output &) const = default;
};

/// A network connection entered a phase. A connection's first event names its host.
struct NetworkProgress {
    Time at {};
    TaskId task {};         ///< the task that opened the connection
    quint32 connection = 0; ///< number of the connection in its run, from 1
    NetworkPhase phase = NetworkPhase::Connect;
    QString host;           ///< "www.sina.com.cn:80" with the first event of a connection, later empty

    bool operator==(const NetworkProgress &) const = default;
};

/// Something that a person should see; the text is the runtime's own, in its own language.
struct Warning {
    Time at {};
    TaskId task {};
    WarningKind kind = WarningKind::Other;
    int line = 0;
    QString text;
    QList<int> callLines; ///< for Uncaught: lines of the scenario's file from the outermost call inwards

    bool operator==(const Warning &) const = default;
};

using Event = std::variant<RunStarted, RunFinished, TaskCreated, TaskRenamed, TaskWoken, TaskResumed, TaskSuspended,
                           TaskFinished, SiteDefined, LoopIdle, LoopBusy, CallbackRan, Output, NetworkProgress, Warning>;

} // namespace Playground::Trace
