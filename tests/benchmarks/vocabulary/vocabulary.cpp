// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The measured programs in the C++ vocabulary: benchmark_vocabulary PROGRAM. Each takes its own time.
#include <playground/asyncio.h>

#include <cstdio>

#include <malloc.h>

using namespace Playground;

namespace {

using Stopwatch = std::chrono::steady_clock;

double since(Stopwatch::time_point began)
{
    return std::chrono::duration<double>(Stopwatch::now() - began).count();
}

size_t heapInUse()
{
    const auto info = ::mallinfo2();
    return info.uordblks + info.hblkhd;
}

Task<> sleeper(milliseconds time)
{
    co_await sleep(time);
}

Task<> nothing()
{
    co_return;
}

Task<int> number(int value)
{
    co_await sleep(0s);
    co_return value;
}

Task<> sleepers(int count)
{
    std::vector<TaskHandle<>> tasks;
    tasks.reserve(size_t(count));
    for (int i = 0; i < count; ++i)
        tasks.push_back(createTask(sleeper, 10ms));
    for (const auto &task : tasks)
        co_await task;
}

/// Bytes of the heap for each task that sleeps.
Task<> memory(int count)
{
    std::vector<TaskHandle<>> tasks;
    tasks.reserve(size_t(count));
    const size_t before = heapInUse();
    for (int i = 0; i < count; ++i)
        tasks.push_back(createTask(sleeper, 100ms));
    co_await sleep(20ms);
    print("bytes {}", (heapInUse() - before) / size_t(count));
    co_await gather(tasks);
}

Task<> spawn(int count)
{
    for (int i = 0; i < count; ++i)
        co_await createTask(nothing);
}

Task<> gathers(int rounds, int width)
{
    for (int round = 0; round < rounds; ++round) {
        std::vector<TaskHandle<int>> tasks;
        tasks.reserve(size_t(width));
        for (int i = 0; i < width; ++i)
            tasks.push_back(createTask(number, i));
        const auto results = co_await gather(tasks);
        if (int(results.size()) != width || results.back() != width - 1)
            throw std::runtime_error("gather() lost a result");
    }
}

Task<int> asyncMain(QStringList arguments)
{
    const QString program = arguments.value(1);
    const auto began = Stopwatch::now();
    if (program == u"sleepers"_s)
        co_await sleepers(100'000);
    else if (program == u"memory"_s)
        co_await memory(100'000);
    else if (program == u"spawn"_s)
        co_await spawn(1'000'000);
    else if (program == u"gather"_s)
        co_await gathers(1'000, 1'000);
    else
        co_return 2;
    print("seconds {}", since(began));
    co_return 0;
}

} // namespace

int main(int argc, char *argv[])
{
    return run(argc, argv, asyncMain);
}
