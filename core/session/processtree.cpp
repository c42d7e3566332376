// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/processtree.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <iterator>
#include <memory>
#include <string>
#include <string_view>
#include <thread>
#include <unordered_map>
#include <unordered_set>

#include <csignal>
#include <dirent.h>
#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

namespace Playground::ProcessTree {
namespace {

using std::chrono::steady_clock;
using namespace std::chrono_literals;

using Directory = std::unique_ptr<DIR, int (*)(DIR *)>;

/// The text of a small file of /proc; empty when it cannot be read, as when its process is gone.
std::string textOf(const std::string &path)
{
    std::string text;
    const int file = open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (file < 0)
        return text;
    std::array<char, 4096> piece;
    ssize_t size = 0;
    while ((size = read(file, piece.data(), piece.size())) > 0)
        text.append(piece.data(), static_cast<std::size_t>(size));
    close(file);
    return text;
}

/// Calls `visit(number)` for each entry of a directory whose name is a number.
template <typename Visit>
bool forEachNumber(const std::string &path, Visit visit)
{
    const Directory directory(opendir(path.c_str()), closedir);
    if (!directory)
        return false;
    while (const dirent *entry = readdir(directory.get())) {
        const long number = std::strtol(entry->d_name, nullptr, 10);
        if (number > 0)
            visit(static_cast<pid_t>(number));
    }
    return true;
}

std::string processPath(pid_t pid, const char *file)
{
    return "/proc/" + std::to_string(pid) + '/' + file;
}

struct Status {
    pid_t parent = 0;
    bool isAlive = false;
};

Status statusOf(pid_t pid)
{
    // "pid (name) state parent …": the name may hold anything, also a parenthesis.
    const std::string text = textOf(processPath(pid, "stat"));
    const auto nameEnd = text.rfind(')');
    if (nameEnd == std::string::npos || nameEnd + 4 > text.size())
        return {};
    const char state = text[nameEnd + 2];
    return {static_cast<pid_t>(std::strtol(text.c_str() + nameEnd + 3, nullptr, 10)), state != 'Z' && state != 'X'};
}

/// The sum of "Name:  123 kB" lines, in bytes.
std::uint64_t kilobytesIn(const std::string &text, std::initializer_list<std::string_view> names)
{
    std::uint64_t sum = 0;
    for (const std::string_view name : names) {
        const auto at = text.find(name);
        if (at != std::string::npos)
            sum += std::strtoull(text.c_str() + at + name.size(), nullptr, 10) * 1024;
    }
    return sum;
}

/// Without the pages of files: the system can take those back.
std::uint64_t ownMemoryOf(pid_t pid)
{
    return kilobytesIn(textOf(processPath(pid, "status")), {"\nRssAnon:", "\nRssShmem:", "\nVmSwap:"});
}

/// What remains of a process's memory when each page is shared out among those that have it.
std::uint64_t fairMemoryOf(pid_t pid)
{
    const std::string text = textOf(processPath(pid, "smaps_rollup"));
    return text.empty() ? ownMemoryOf(pid) : kilobytesIn(text, {"\nPss_Anon:", "\nPss_Shmem:", "\nSwapPss:"});
}

/// The children that a thread has started, which only some kernels tell.
std::vector<pid_t> childrenOf(pid_t pid, pid_t thread)
{
    std::vector<pid_t> children;
    const std::string text = textOf(processPath(pid, "task/") + std::to_string(thread) + "/children");
    const char *at = text.c_str();
    char *end = nullptr;
    for (long child = std::strtol(at, &end, 10); end != at; child = std::strtol(at, &end, 10)) {
        children.push_back(static_cast<pid_t>(child));
        at = end;
    }
    return children;
}

bool kernelTellsChildren()
{
    const std::string self = std::to_string(getpid());
    return access(("/proc/" + self + "/task/" + self + "/children").c_str(), R_OK) == 0;
}

std::vector<pid_t> quickDescendants(int most)
{
    std::vector<pid_t> found;
    if (!kernelTellsChildren()) {
        const std::vector<Process> all = descendants();
        std::transform(all.begin(), all.end(), std::back_inserter(found),
                       [](const Process &process) { return process.pid; });
        return found;
    }
    const auto appendChildren = [&found](pid_t pid) {
        forEachNumber(processPath(pid, "task"), [&](pid_t thread) {
            const std::vector<pid_t> children = childrenOf(pid, thread);
            found.insert(found.end(), children.begin(), children.end());
        });
    };
    appendChildren(getpid());
    for (std::size_t next = 0; next < found.size() && found.size() <= static_cast<std::size_t>(most); ++next)
        appendChildren(found[next]);
    return found;
}

/// Reaps what has ended; true while there are children.
bool reapEnded(Reaped reaped, void *context)
{
    for (;;) {
        int status = 0;
        const pid_t pid = waitpid(-1, &status, WNOHANG);
        if (pid > 0)
            reaped(context, pid, status);
        else if (pid == 0)
            return true;
        else if (errno != EINTR)
            return false;
    }
}

/// Kills descendants from the top down as quickly as they can be found, until there seem to be no more. Speed counts:
/// they may be multiplying. To kill them at once serves better than to stop them first, because the kernel gives up a
/// fork that has begun when its process is killed, but not when it is stopped.
void killQuickly(std::chrono::steady_clock::time_point deadline)
{
    std::unordered_set<pid_t> killed;
    for (bool foundMore = true; foundMore && steady_clock::now() < deadline;) {
        foundMore = false;
        std::vector<pid_t> parents{getpid()};
        for (std::size_t next = 0; next < parents.size(); ++next) {
            for (const pid_t child : childrenOf(parents[next], parents[next])) {
                kill(child, SIGKILL);
                foundMore = killed.insert(child).second || foundMore;
                parents.push_back(child);
            }
        }
    }
}

} // namespace

std::vector<Process> descendants()
{
    std::unordered_map<pid_t, std::vector<Process>> byParent;
    std::unordered_set<pid_t> living;
    forEachNumber("/proc", [&](pid_t pid) {
        const Status status = statusOf(pid);
        if (status.isAlive)
            living.insert(pid);
        if (status.parent > 0)
            byParent[status.parent].push_back({pid, status.parent});
    });
    std::vector<Process> found = byParent[getpid()];
    for (std::size_t next = 0; next < found.size(); ++next) {
        const std::vector<Process> &children = byParent[found[next].pid];
        found.insert(found.end(), children.begin(), children.end());
    }
    found.erase(std::remove_if(found.begin(), found.end(),
                               [&living](const Process &process) { return living.count(process.pid) == 0; }),
                found.end());
    return found;
}

Usage usage(std::uint64_t memoryOfInterest, int processesOfInterest)
{
    const std::vector<pid_t> all = quickDescendants(processesOfInterest);
    Usage usage{0, static_cast<int>(all.size())};
    if (usage.processes > processesOfInterest)
        return usage;
    for (const pid_t pid : all)
        usage.memory += ownMemoryOf(pid);
    if (usage.memory <= memoryOfInterest || all.size() < 2)
        return usage;
    usage.memory = 0;
    for (const pid_t pid : all)
        usage.memory += fairMemoryOf(pid);
    return usage;
}

int killAll(std::chrono::milliseconds patience, Reaped reaped, void *context)
{
    const auto deadline = steady_clock::now() + patience;
    // Who has no children has no descendants either: they would have been handed to it.
    while (reapEnded(reaped, context)) {
        killQuickly(deadline);
        const std::vector<Process> all = descendants();
        int untouchable = 0;
        for (const Process &process : all) {
            if (kill(process.pid, SIGKILL) != 0 && errno == EPERM)
                ++untouchable;
        }
        if (static_cast<int>(all.size()) == untouchable && untouchable > 0)
            return untouchable;
        if (steady_clock::now() >= deadline)
            return std::max(static_cast<int>(all.size()), 1);
        std::this_thread::sleep_for(500us); // a killed process takes a moment to go
    }
    return 0;
}

} // namespace Playground::ProcessTree
