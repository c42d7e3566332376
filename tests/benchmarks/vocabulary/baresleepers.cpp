// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The smallest program that does it at all: 100,000 coroutines that sleep for 10 ms, bare, a heap of deadlines, one
// thread, no event loop beside it, nothing told to anybody.
#include <chrono>
#include <coroutine>
#include <cstdio>
#include <exception>
#include <queue>
#include <thread>
#include <vector>

namespace {

using namespace std::chrono_literals;
using Clock = std::chrono::steady_clock;

struct Sleep {
    Clock::time_point until;
    std::coroutine_handle<> coroutine;
    bool operator<(const Sleep &other) const { return until > other.until; }
};
std::priority_queue<Sleep> sleeping;

struct Sleeper {
    struct promise_type {
        Sleeper get_return_object() { return {}; }
        std::suspend_never initial_suspend() { return {}; }
        std::suspend_never final_suspend() noexcept { return {}; }
        void return_void() { }
        void unhandled_exception() { std::terminate(); }
    };
};

struct SleepFor {
    Clock::duration duration;
    bool await_ready() const { return false; }
    void await_suspend(std::coroutine_handle<> coroutine) const { sleeping.push({Clock::now() + duration, coroutine}); }
    void await_resume() const { }
};

int awake = 0;

Sleeper sleeper()
{
    co_await SleepFor{10ms};
    ++awake;
}

} // namespace

int main()
{
    constexpr int Count = 100'000;
    const auto began = Clock::now();
    for (int i = 0; i < Count; ++i)
        sleeper();
    while (!sleeping.empty()) {
        const Sleep next = sleeping.top();
        if (next.until > Clock::now())
            std::this_thread::sleep_until(next.until);
        sleeping.pop();
        next.coroutine.resume();
    }
    if (awake != Count)
        return 1;
    std::printf("seconds %f\n", std::chrono::duration<double>(Clock::now() - began).count());
    return 0;
}
