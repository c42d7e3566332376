// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// As many concurrent sleeps of 10 ms as are asked for, with what QCoro has for it.
#include <QCoroTask>
#include <QCoroTimer>

#include <QCoreApplication>

#include <chrono>
#include <cstdio>
#include <vector>

using namespace std::chrono_literals;

namespace {

using Stopwatch = std::chrono::steady_clock;

QCoro::Task<> sleeper()
{
    co_await QCoro::sleepFor(10ms);
}

QCoro::Task<> sleepers(int count)
{
    const auto began = Stopwatch::now();
    std::vector<QCoro::Task<>> tasks;
    tasks.reserve(size_t(count));
    for (int i = 0; i < count; ++i)
        tasks.push_back(sleeper());
    for (auto &task : tasks)
        co_await task;
    std::printf("seconds %f\n", std::chrono::duration<double>(Stopwatch::now() - began).count());
    QCoreApplication::quit();
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    const auto task = sleepers(100'000);
    return task.isReady() ? 0 : QCoreApplication::exec();
}
