// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/trace/events.h"

#include <chrono>
#include <vector>

namespace Playground::Samples {

using namespace Qt::StringLiterals;
using namespace Trace;

inline Time ms(qint64 count)
{
    return std::chrono::milliseconds(count);
}

inline RunStarted runStarted(ClockMode clock = ClockMode::Real)
{
    return {Time {}, u"python"_s, u"CPython 3.11.2"_s, u"/home/teacher/dog.py"_s, clock, 1.0, NetworkMode::Simulated};
}

inline TaskCreated created(qint64 at, TaskId task, TaskId parent = TaskId::None)
{
    return {ms(at), task, parent, LoopId::Main, 0, u"Task-%1"_s.arg(quint32(task)), u"work"_s};
}

inline TaskSuspended suspended(qint64 at, TaskId task, WaitKind kind, Time until = Open)
{
    return {ms(at), task, SiteId {1}, kind, TaskId::None, until};
}

inline TaskFinished done(qint64 at, TaskId task, const QString &value = {})
{
    return {ms(at), task, FinishState::Done, value, 0};
}

/// The sequential dog and cat: two sleeps of one task, one after the other.
inline std::vector<Event> sequentialRun()
{
    const TaskId main {1};
    return {runStarted(ClockMode::Instant),
            created(0, main),
            TaskResumed {ms(0), main},
            SiteDefined {SiteId {1}, {{u"main"_s, u"await asyncio.sleep(delay)"_s, 6}}},
            suspended(0, main, WaitKind::Sleep, ms(2000)),
            LoopIdle {ms(0), LoopId::Main},
            LoopBusy {ms(2000), LoopId::Main},
            TaskWoken {ms(2000), main, TaskId::None},
            TaskResumed {ms(2000), main},
            suspended(2000, main, WaitKind::Sleep, ms(5000)),
            LoopIdle {ms(2000), LoopId::Main},
            LoopBusy {ms(5000), LoopId::Main},
            TaskWoken {ms(5000), main, TaskId::None},
            TaskResumed {ms(5000), main},
            done(5000, main),
            RunFinished {ms(5000), 0}};
}

/// The concurrent pair: a main task that awaits two others, of which the second wakes it.
inline std::vector<Event> concurrentRun()
{
    const TaskId main {1};
    const TaskId dog {2};
    const TaskId cat {3};
    return {runStarted(),
            created(0, main),
            TaskResumed {ms(0), main},
            created(0, dog, main),
            TaskRenamed {ms(0), dog, u"dog"_s},
            created(0, cat, main),
            SiteDefined {SiteId {1}, {{u"work"_s, u"await asyncio.sleep(delay)"_s, 6}}},
            SiteDefined {SiteId {2}, {{u"main"_s, u"await asyncio.gather(dog, cat)"_s, 12}}},
            TaskSuspended {ms(0), main, SiteId {2}, WaitKind::Future, TaskId::None, Open},
            TaskResumed {ms(0), dog},
            suspended(0, dog, WaitKind::Sleep, ms(2000)),
            TaskResumed {ms(0), cat},
            suspended(0, cat, WaitKind::Sleep, ms(3000)),
            LoopIdle {ms(0), LoopId::Main},
            LoopBusy {ms(2000), LoopId::Main},
            TaskWoken {ms(2000), dog, TaskId::None},
            TaskResumed {ms(2000), dog},
            Output {ms(2000), dog, OutputStream::Out, "dog \"ran\"\n"},
            done(2000, dog, u"'woof'"_s),
            LoopIdle {ms(2000), LoopId::Main},
            LoopBusy {ms(3000), LoopId::Main},
            TaskWoken {ms(3000), cat, TaskId::None},
            TaskResumed {ms(3000), cat},
            TaskWoken {ms(3010), main, cat},
            TaskFinished {ms(3010), cat, FinishState::Failed, u"ValueError: no"_s, 7},
            TaskResumed {ms(3010), main},
            done(3010, main),
            RunFinished {ms(3010), 0}};
}

} // namespace Playground::Samples
