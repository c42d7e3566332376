// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/trace/names.h"

namespace Playground {

using namespace Qt::StringLiterals;
using namespace Trace;

QString nameOf(ClockMode mode)
{
    switch (mode) {
    case ClockMode::Real:
        return u"real"_s;
    case ClockMode::Scaled:
        return u"scaled"_s;
    case ClockMode::Instant:
        break;
    }
    return u"instant"_s;
}

QString nameOf(NetworkMode mode)
{
    switch (mode) {
    case NetworkMode::Simulated:
        return u"simulated"_s;
    case NetworkMode::Real:
        return u"real"_s;
    case NetworkMode::None:
        break;
    }
    return u"none"_s;
}

QString nameOf(WaitKind kind)
{
    switch (kind) {
    case WaitKind::Turn:
        return u"turn"_s;
    case WaitKind::Sleep:
        return u"sleep"_s;
    case WaitKind::Task:
        return u"task"_s;
    case WaitKind::Future:
        return u"future"_s;
    case WaitKind::Network:
        return u"network"_s;
    case WaitKind::Process:
        return u"process"_s;
    case WaitKind::Thread:
        return u"thread"_s;
    case WaitKind::Queue:
        return u"queue"_s;
    case WaitKind::Lock:
        return u"lock"_s;
    case WaitKind::Input:
        return u"input"_s;
    case WaitKind::Other:
        break;
    }
    return u"other"_s;
}

QString nameOf(NetworkPhase phase)
{
    switch (phase) {
    case NetworkPhase::Resolve:
        return u"resolve"_s;
    case NetworkPhase::Connect:
        return u"connect"_s;
    case NetworkPhase::FirstByte:
        return u"first-byte"_s;
    case NetworkPhase::Body:
        return u"body"_s;
    case NetworkPhase::Closed:
        return u"closed"_s;
    case NetworkPhase::Failed:
        break;
    }
    return u"failed"_s;
}

QString nameOf(WarningKind kind)
{
    switch (kind) {
    case WarningKind::NeverAwaited:
        return u"never-awaited"_s;
    case WarningKind::NeverRetrieved:
        return u"never-retrieved"_s;
    case WarningKind::DestroyedPending:
        return u"destroyed-pending"_s;
    case WarningKind::Callback:
        return u"callback"_s;
    case WarningKind::Uncaught:
        return u"uncaught"_s;
    case WarningKind::MemoryLimit:
        return u"memory-limit"_s;
    case WarningKind::Network:
        return u"network"_s;
    case WarningKind::Dropped:
        return u"dropped"_s;
    case WarningKind::Other:
        break;
    }
    return u"other"_s;
}

QString nameOf(TaskState state)
{
    switch (state) {
    case TaskState::Ready:
        return u"ready"_s;
    case TaskState::Running:
        return u"running"_s;
    case TaskState::Waiting:
        return u"waiting"_s;
    case TaskState::Done:
        return u"done"_s;
    case TaskState::Failed:
        return u"failed"_s;
    case TaskState::Cancelled:
        break;
    }
    return u"cancelled"_s;
}

QString nameOf(SpanState state)
{
    switch (state) {
    case SpanState::Ready:
        return u"ready"_s;
    case SpanState::Running:
        return u"running"_s;
    case SpanState::Waiting:
        break;
    }
    return u"waiting"_s;
}

QString nameOf(Outcome outcome)
{
    switch (outcome) {
    case Outcome::Running:
        return u"running"_s;
    case Outcome::Finished:
        return u"finished"_s;
    case Outcome::Failed:
        return u"failed"_s;
    case Outcome::Stopped:
        return u"stopped"_s;
    case Outcome::TimedOut:
        return u"timed-out"_s;
    case Outcome::Crashed:
        break;
    }
    return u"crashed"_s;
}

QString nameOf(Limit limit)
{
    switch (limit) {
    case Limit::None:
        return {};
    case Limit::Memory:
        return u"memory"_s;
    case Limit::Processes:
        break;
    }
    return u"processes"_s;
}

} // namespace Playground
