// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/supervisor.h"
#include "core/session/processtree.h"
#include "core/session/supervision.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <optional>
#include <string>
#include <thread>

#include <fcntl.h>
#include <poll.h>
#include <sys/personality.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/signalfd.h>
#include <sys/wait.h>
#include <unistd.h>

#if defined(__SANITIZE_ADDRESS__)
#define PLAYGROUND_RESERVES_ADDRESSES
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define PLAYGROUND_RESERVES_ADDRESSES
#endif
#endif

namespace Playground {
namespace {

using std::chrono::steady_clock;
using namespace std::chrono_literals;

constexpr auto SampleInterval = 50ms;
constexpr auto HurriedInterval = 5ms;
constexpr int SuddenlyMany = 8;
/// How long a run may go on after somebody asked the supervisor itself to end.
constexpr auto Grace = 1s;
/// A signal that both application and supervisor received within this time went to their process group.
constexpr auto SameSignal = 500ms;
constexpr auto DeliveryTime = 3ms;
constexpr auto KillPatience = 5s;

/// From the guard to the watching process: end everything.
constexpr int StopWatching = SIGUSR1;

constexpr int CannotStart = 127;
constexpr int SignalBase = 128;

void say(int report, const char *word, std::optional<std::uint64_t> number = {})
{
    std::string line = word;
    if (number)
        line += ' ' + std::to_string(*number);
    line += '\n';
    // A few short lines fit a pipe that nobody reads; and when the application is gone, nobody needs them.
    [[maybe_unused]] const ssize_t written = write(report, line.data(), line.size());
}

void ignoreReaped(void *, pid_t, int) { }

void lower(int resource, rlim_t most)
{
    rlimit limit{};
    if (getrlimit(static_cast<__rlimit_resource>(resource), &limit) != 0)
        return;
    limit.rlim_max = std::min(limit.rlim_max, most);
    limit.rlim_cur = std::min(limit.rlim_cur, limit.rlim_max);
    setrlimit(static_cast<__rlimit_resource>(resource), &limit);
}

/// When memory runs out for the whole machine, the kernel shall take the scenario.
void volunteerWhenMemoryRunsOut()
{
    const int file = open("/proc/self/oom_score_adj", O_WRONLY | O_CLOEXEC);
    if (file < 0)
        return;
    [[maybe_unused]] const ssize_t written = write(file, "500", 3);
    close(file);
}

/// Becomes the program, or sends errno to `failure`. Runs in the program's process.
[[noreturn]] void becomeProgram(const SupervisorOptions &options, const sigset_t &originalMask, pid_t parent,
                                int failure)
{
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    if (getppid() != parent)
        _exit(CannotStart);
    prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0); // a process of another user could not be ended
    if (options.ownSession)
        setsid();
#ifndef PLAYGROUND_RESERVES_ADDRESSES
    if (!options.anyAddresses)
        lower(RLIMIT_DATA, options.memory); // one allocation too large then fails as such, in the program's own terms
#endif
    lower(RLIMIT_NOFILE, static_cast<rlim_t>(options.openFiles));
    lower(RLIMIT_CORE, 0);
    volunteerWhenMemoryRunsOut();
    // The same addresses in each run, where that is permitted: CPython orders many sets by them.
    const int persona = personality(0xffffffff);
    if (persona != -1)
        personality(static_cast<unsigned long>(persona) | ADDR_NO_RANDOMIZE);

    close(options.control);
    close(options.report);
    for (const int passed : options.passed)
        fcntl(passed, F_SETFD, 0);
    sigprocmask(SIG_SETMASK, &originalMask, nullptr);
    execvp(options.command[0], options.command);

    const int error = errno;
    [[maybe_unused]] const ssize_t written = write(failure, &error, sizeof error);
    _exit(CannotStart);
}

/// The process that starts the program, watches over it and ends what is left of it. It is in a session of its own,
/// where no signal to a process group reaches it, and where a system that shares out the processor among sessions
/// leaves it enough to get hold of a program that multiplies.
class Watch {
public:
    Watch(const SupervisorOptions &options, const sigset_t &blocked, const sigset_t &originalMask, pid_t guard)
        : m_options(options)
        , m_originalMask(originalMask)
        , m_guard(guard)
        , m_signals(signalfd(-1, &blocked, SFD_CLOEXEC | SFD_NONBLOCK))
    {
    }

    int run()
    {
        if (const int error = start(); error != 0) {
            say(m_options.report, Supervision::Failed, static_cast<std::uint64_t>(error));
            say(m_options.report, Supervision::End);
            return CannotStart;
        }
        setsid(); // only now: the program stays in the application's
        say(m_options.report, Supervision::Started, static_cast<std::uint64_t>(m_program));
        while (!m_status && !m_isStopping)
            watch();
        const int left = ProcessTree::killAll(KillPatience, &Watch::noteReaped, this);
        reportEnd(left);
        return exitStatus();
    }

private:
    /// Starts the program; returns errno when that fails.
    int start()
    {
        std::array<int, 2> failure{};
        if (pipe2(failure.data(), O_CLOEXEC) != 0)
            return errno;
        const pid_t self = getpid();
        m_program = fork();
        if (m_program < 0)
            return errno;
        if (m_program == 0)
            becomeProgram(m_options, m_originalMask, self, failure[1]);
        close(failure[1]);
        for (const int passed : m_options.passed)
            close(passed);
        int error = 0;
        while (read(failure[0], &error, sizeof error) < 0 && errno == EINTR) { }
        close(failure[0]);
        return error;
    }

    /// Waits for the next thing to happen, or until it is time to look at the limits, and deals with it.
    void watch()
    {
        const auto pause = std::chrono::ceil<std::chrono::milliseconds>(m_nextSample - steady_clock::now()).count();
        // The guard reads what the application says; here only the end of it matters.
        std::array<pollfd, 2> files{pollfd{m_options.control, 0, 0}, pollfd{m_signals, POLLIN, 0}};
        poll(files.data(), files.size(), static_cast<int>(std::max<long long>(pause, 0)));
        if (files[0].revents != 0 || getppid() != m_guard)
            m_isStopping = true;
        readSignals();
        reap();
        if (!m_status && steady_clock::now() >= m_nextSample)
            lookAtLimits();
    }

    void readSignals()
    {
        signalfd_siginfo info{};
        while (read(m_signals, &info, sizeof info) == static_cast<ssize_t>(sizeof info)) {
            const int signal = static_cast<int>(info.ssi_signo);
            if (signal == StopWatching)
                m_isStopping = true;
            else if (signal == SIGINT || signal == SIGTERM)
                kill(m_program, signal);
        }
    }

    void reap()
    {
        int status = 0;
        pid_t pid = 0;
        while ((pid = waitpid(-1, &status, WNOHANG)) > 0)
            noteReaped(this, pid, status);
    }

    static void noteReaped(void *context, pid_t pid, int status)
    {
        auto *self = static_cast<Watch *>(context);
        if (pid == self->m_program)
            self->m_status = status;
    }

    void lookAtLimits()
    {
        const auto begin = steady_clock::now();
        const ProcessTree::Usage usage = ProcessTree::usage(m_options.memory, m_options.processes);
        m_peak = std::max(m_peak, usage.memory);
        if (usage.processes > m_options.processes) {
            say(m_options.report, Supervision::LimitProcesses, static_cast<std::uint64_t>(m_options.processes));
            m_isStopping = true;
        } else if (usage.memory > m_options.memory) {
            say(m_options.report, Supervision::LimitMemory, m_options.memory);
            m_isStopping = true;
        }
        // Looking at very many processes takes a while: leave the processor to them for most of the time. But one that
        // multiplies is looked at again soon.
        const auto end = steady_clock::now();
        const bool multiplies = usage.processes > m_processes + SuddenlyMany;
        m_nextSample =
            end + (multiplies ? HurriedInterval : std::max<steady_clock::duration>(SampleInterval, 4 * (end - begin)));
        m_processes = usage.processes;
    }

    void reportEnd(int left) const
    {
        const int status = m_status.value_or(SIGKILL);
        if (WIFEXITED(status))
            say(m_options.report, Supervision::Exit, static_cast<std::uint64_t>(WEXITSTATUS(status)));
        else
            say(m_options.report, Supervision::Signal, static_cast<std::uint64_t>(WTERMSIG(status)));
        say(m_options.report, Supervision::Peak, m_peak);
        if (left > 0)
            say(m_options.report, Supervision::Left, static_cast<std::uint64_t>(left));
        say(m_options.report, Supervision::End);
    }

    int exitStatus() const
    {
        const int status = m_status.value_or(SIGKILL);
        return WIFEXITED(status) ? WEXITSTATUS(status) : SignalBase + WTERMSIG(status);
    }

    const SupervisorOptions &m_options;
    sigset_t m_originalMask;
    pid_t m_guard = 0;
    int m_signals = -1;
    pid_t m_program = 0;
    std::optional<int> m_status; ///< of the program's own process, once it has ended
    bool m_isStopping = false;
    int m_processes = 1;
    std::uint64_t m_peak = 0;
    steady_clock::time_point m_nextSample = steady_clock::now() + SampleInterval;
};

/// The process that the application knows, and a member of its process group, so that it knows which signals went to
/// all of that. It keeps the watching process going, and does its work when something killed it.
class Guard {
public:
    Guard(const SupervisorOptions &options, const sigset_t &blocked, pid_t watch)
        : m_options(options)
        , m_watch(watch)
        , m_signals(signalfd(-1, &blocked, SFD_CLOEXEC | SFD_NONBLOCK))
    {
        for (const int passed : options.passed)
            close(passed);
    }

    int run()
    {
        for (;;) {
            int status = 0;
            const pid_t pid = waitpid(m_watch, &status, WNOHANG | WUNTRACED);
            if (pid == m_watch && WIFSTOPPED(status))
                kill(m_watch, SIGCONT);
            if (pid == m_watch && WIFEXITED(status))
                return WEXITSTATUS(status);
            if (pid == m_watch && WIFSIGNALED(status))
                return endAll(WTERMSIG(status));
            waitForNews();
        }
    }

private:
    void waitForNews()
    {
        std::array<pollfd, 2> files{pollfd{m_signals, POLLIN, 0},
                                    pollfd{m_hasControl ? m_options.control : -1, POLLIN, 0}};
        const auto pause = std::chrono::ceil<std::chrono::milliseconds>(m_stopAt - steady_clock::now()).count();
        const bool isTimed = m_stopAt != steady_clock::time_point::max();
        poll(files.data(), files.size(), isTimed ? static_cast<int>(std::max<long long>(pause, 0)) : -1);
        readSignals();
        if (files[1].revents != 0)
            readControl();
        if (steady_clock::now() >= m_stopAt) {
            m_stopAt = steady_clock::time_point::max();
            kill(m_watch, StopWatching);
        }
    }

    void readSignals()
    {
        signalfd_siginfo info{};
        while (read(m_signals, &info, sizeof info) == static_cast<ssize_t>(sizeof info)) {
            const int signal = static_cast<int>(info.ssi_signo);
            if (signal == SIGINT)
                m_interruptedAt = steady_clock::now();
            if (signal == SIGTERM) {
                m_terminatedAt = steady_clock::now();
                m_stopAt = std::min(m_stopAt, steady_clock::now() + Grace);
            }
        }
    }

    void readControl()
    {
        char command = 0;
        const ssize_t size = read(m_options.control, &command, 1);
        if (size == 0)
            m_hasControl = false; // the watching process sees that too
        else if (size == 1 && command == Supervision::Interrupt)
            handOn(SIGINT, m_interruptedAt);
        else if (size == 1 && command == Supervision::Terminate)
            handOn(SIGTERM, m_terminatedAt);
    }

    void handOn(int signal, std::optional<steady_clock::time_point> &receivedAt)
    {
        // A signal to the group may still be on its way to its last members.
        std::this_thread::sleep_for(DeliveryTime);
        readSignals();
        if (!receivedAt || steady_clock::now() - *receivedAt > SameSignal)
            kill(m_watch, signal);
        receivedAt.reset();
    }

    int endAll(int signal) const
    {
        const int left = ProcessTree::killAll(KillPatience, ignoreReaped, nullptr);
        say(m_options.report, Supervision::Lost, static_cast<std::uint64_t>(signal));
        if (left > 0)
            say(m_options.report, Supervision::Left, static_cast<std::uint64_t>(left));
        say(m_options.report, Supervision::End);
        return SignalBase + signal;
    }

    const SupervisorOptions &m_options;
    pid_t m_watch = 0;
    int m_signals = -1;
    bool m_hasControl = true;
    steady_clock::time_point m_stopAt = steady_clock::time_point::max();
    std::optional<steady_clock::time_point> m_interruptedAt;
    std::optional<steady_clock::time_point> m_terminatedAt;
};

/// The signals that a terminal or a person sends to a whole process group, those that tell of children, and the own
/// ones. They are blocked rather than ignored, so that the program starts with them as the application had them.
sigset_t signalsToBlock()
{
    sigset_t set;
    sigemptyset(&set);
    for (const int signal :
         {SIGCHLD, SIGINT, SIGQUIT, SIGTERM, SIGHUP, SIGTSTP, SIGTTIN, SIGTTOU, SIGPIPE, SIGUSR1, SIGUSR2})
        sigaddset(&set, signal);
    return set;
}

} // namespace

int supervise(const SupervisorOptions &options)
{
    const sigset_t blocked = signalsToBlock();
    sigset_t original;
    sigprocmask(SIG_BLOCK, &blocked, &original);
    signal(SIGCHLD, SIG_DFL); // children of one that ignores it cannot be waited for
    prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0);

    const pid_t self = getpid();
    const pid_t watch = fork();
    if (watch < 0) {
        say(options.report, Supervision::Failed, static_cast<std::uint64_t>(errno));
        say(options.report, Supervision::End);
        return CannotStart;
    }
    if (watch > 0)
        return Guard(options, blocked, watch).run();

    prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0);
    prctl(PR_SET_PDEATHSIG, StopWatching);
    const int status = Watch(options, blocked, original, self).run();
    kill(self, SIGCONT); // in case something stopped it
    return status;
}

} // namespace Playground
