// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/processrest.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <cstring>

#include <dirent.h>
#include <fcntl.h>
#include <sched.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

namespace Playground {

namespace {

using Buffer = std::array<char, 512>;

/// Reads a small file of a thread into `buffer`, zero-terminated; false when the thread is gone.
bool readThreadFile(const char *threadId, const char *name, Buffer &buffer)
{
    std::array<char, 320> path{};
    std::snprintf(path.data(), path.size(), "/proc/self/task/%s/%s", threadId, name);
    const int file = ::open(path.data(), O_RDONLY | O_CLOEXEC);
    if (file < 0)
        return false;
    const auto size = ::read(file, buffer.data(), buffer.size() - 1);
    ::close(file);
    if (size <= 0)
        return false;
    buffer[size_t(size)] = '\0';
    return true;
}

/// The state letter of proc(5)'s stat, which follows the name in parentheses.
char stateOf(const Buffer &stat)
{
    const char *end = std::strrchr(stat.data(), ')');
    return end && end[1] == ' ' ? end[2] : '?';
}

/// The third figure of schedstat: the time slices that the thread has had.
quint64 turnsOf(const Buffer &schedstat)
{
    const char *last = std::strrchr(schedstat.data(), ' ');
    return last ? std::strtoull(last + 1, nullptr, 10) : 0;
}

/// True for a thread that says it sleeps while it still has the processor, as one does that collects a dead child: the
/// kernel tells the call that a thread is in ("running" otherwise, or try again) only once it is really off it.
bool isStillOnProcessor(const char *threadId)
{
    std::array<char, 320> path{};
    std::snprintf(path.data(), path.size(), "/proc/self/task/%s/syscall", threadId);
    const int file = ::open(path.data(), O_RDONLY | O_CLOEXEC);
    if (file < 0)
        return false;
    char first = 'r';
    const auto size = ::read(file, &first, 1);
    ::close(file);
    return size <= 0 || first == 'r';
}

bool isBlocked(char state)
{
    return state == 'S' || state == 'T' || state == 't' || state == 'Z' || state == 'X';
}

} // namespace

void ProcessRest::exempt(int threadId)
{
    const std::lock_guard lock(m_mutex);
    m_exempt.push_back(threadId);
    m_exemptCount.store(int(m_exempt.size()));
}

void ProcessRest::forgetExempted()
{
    m_exempt.clear();
    m_exemptCount.store(0);
}

bool ProcessRest::isExempt(int threadId) const
{
    const std::lock_guard lock(m_mutex);
    return std::find(m_exempt.begin(), m_exempt.end(), threadId) != m_exempt.end();
}

bool ProcessRest::isAtRest()
{
    std::vector<ThreadLook> first;
    if (!lookAtThreads(first))
        return false;
    // What the kernel hands over between the two looks (loopback packets) gets its chance to arrive.
    ::sched_yield();
    std::vector<ThreadLook> second;
    return lookAtThreads(second) && first == second;
}

bool ProcessRest::lookAtThreads(std::vector<ThreadLook> &looks) const
{
    DIR *threads = ::opendir("/proc/self/task");
    if (!threads)
        return false;
    bool allBlocked = true;
    while (const dirent *entry = ::readdir(threads)) {
        const int threadId = std::atoi(entry->d_name);
        if (threadId == 0 || isExempt(threadId))
            continue;
        Buffer stat{};
        Buffer schedstat{};
        if (!readThreadFile(entry->d_name, "stat", stat))
            continue;
        if (!isBlocked(stateOf(stat)) || isStillOnProcessor(entry->d_name)) {
            allBlocked = false;
            break;
        }
        readThreadFile(entry->d_name, "schedstat", schedstat);
        looks.push_back({threadId, turnsOf(schedstat)});
    }
    ::closedir(threads);
    return allBlocked;
}

bool ProcessRest::isOnlyThread() const
{
    // A directory's link count is two more than the number of its folders, one for each thread.
    struct stat threads { };
    return ::stat("/proc/self/task", &threads) == 0 && int(threads.st_nlink) - 2 <= 1 + m_exemptCount.load();
}

bool ProcessRest::hasChildren()
{
    siginfo_t info{};
    return ::waitid(P_ALL, 0, &info, WEXITED | WNOHANG | WNOWAIT) == 0;
}

} // namespace Playground
