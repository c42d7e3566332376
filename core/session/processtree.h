// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstdint>
#include <vector>

#include <sys/types.h>

/// The processes below the calling one, as Linux's /proc shows them. Plain C++: the supervisor knows no Qt.
///
/// The calling process is expected to be a child subreaper, so that nothing below it escapes by losing its parent.
namespace Playground::ProcessTree {

/// A descendant that is still running (or stopped), as opposed to one that only waits to be reaped.
struct Process {
    pid_t pid = 0;
    pid_t parent = 0;
};

/// Every living descendant of the calling process, found by looking at all processes of the system.
std::vector<Process> descendants();

/// How much the calling process's descendants use.
struct Usage {
    std::uint64_t memory = 0; ///< bytes, resident and swapped out
    int processes = 0;
};

/// Looks at all descendants the quick way, which may miss one that is just being born. Memory that processes share is
/// counted once for each of them, unless that would come to more than `memoryOfInterest`: then it is shared out among
/// them, which takes longer. Beyond `processesOfInterest`, counting stops and memory is not looked at.
Usage usage(std::uint64_t memoryOfInterest, int processesOfInterest);

/// Kills every descendant and reaps it, however quickly they multiply.
/// Calls `reaped(pid, status)` for each direct child that ended. Returns the number of those that were left when
/// `patience` was over, or that must not be killed.
using Reaped = void (*)(void *context, pid_t pid, int status);
int killAll(std::chrono::milliseconds patience, Reaped reaped, void *context);

} // namespace Playground::ProcessTree
