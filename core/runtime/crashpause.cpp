// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/crashpause.h"

#include <array>
#include <cstddef>

#include <signal.h>
#include <time.h>

namespace Playground {

namespace {

/// Some times what the trace's writer takes to send what was recorded.
constexpr timespec Pause{0, 40'000'000};

/// A stack that has overflowed is none to run on.
alignas(std::max_align_t) std::array<char, 64 * 1024> handlerStack;

void wait(int signal)
{
    ::nanosleep(&Pause, nullptr);
    // The handler was for once: now the signal ends the process.
    ::raise(signal);
}

} // namespace

void pauseBeforeCrashing()
{
    stack_t stack{};
    stack.ss_sp = handlerStack.data();
    stack.ss_size = handlerStack.size();
    ::sigaltstack(&stack, nullptr);
    struct sigaction action { };
    action.sa_handler = wait;
    action.sa_flags = SA_ONSTACK | SA_RESETHAND | SA_NODEFER;
    for (const int signal : {SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGABRT})
        ::sigaction(signal, &action, nullptr);
}

} // namespace Playground
