// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/trace/events.h"

#include <QFile>
#include <QList>

#include <array>
#include <ctime>
#include <malloc.h>
#include <unistd.h>

namespace Playground {

/// Tells a run of a million spans, event by event, to `add`: tasks that take turns, each of which has waited, run and
/// been ready.
template <typename Add>
void tellAMillionSpans(int tasks, Add &&add)
{
    using namespace Qt::StringLiterals;
    using namespace std::chrono_literals;
    using namespace Trace;
    add(RunStarted{Time{}, u"python"_s, u"CPython 3.11.2"_s, u"million.py"_s, ClockMode::Real});
    for (quint32 site = 1; site <= 7; ++site)
        add(SiteDefined{SiteId{site}, {{u"work"_s, u"await step_%1(item)"_s.arg(site), int(site) * 3}}});
    for (int i = 0; i < tasks; ++i)
        add(TaskCreated{Time(i * 1us),
                        TaskId{quint32(i + 1)},
                        i > 0 ? TaskId{1} : TaskId{},
                        {},
                        1,
                        u"worker-%1"_s.arg(i),
                        u"work"_s});
    const std::array<WaitKind, 5> kinds{WaitKind::Sleep, WaitKind::Task, WaitKind::Network, WaitKind::Queue,
                                        WaitKind::Other};
    const int turns = 334'000;
    for (int turn = 0; turn < turns; ++turn) {
        const TaskId task{quint32(turn % tasks + 1)};
        const Time at = 20ms + Time(turn) * 30'000 + Time(turn * 7919LL % 9973);
        const TaskId by = tasks > 1 ? TaskId{quint32((turn + tasks - 1) % tasks + 1)} : TaskId{};
        add(TaskWoken{at, task, by});
        add(TaskResumed{at + 3us, task});
        const WaitKind kind = kinds[size_t(turn / tasks) % kinds.size()];
        add(TaskSuspended{at + 14us, task, SiteId{quint32(turn / tasks % 7 + 1)}, kind});
    }
}

/// Of this thread: what else the machine does is not counted.
inline double processorMs()
{
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return double(time.tv_sec) * 1e3 + double(time.tv_nsec) / 1e6;
}

/// Of the process, in memory: pages that were set aside and never touched cost nothing.
inline size_t residentBytes()
{
    malloc_trim(0);
    QFile file(QStringLiteral("/proc/self/statm"));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    return size_t(file.readAll().split(' ').value(1).toULongLong()) * size_t(sysconf(_SC_PAGESIZE));
}

} // namespace Playground
