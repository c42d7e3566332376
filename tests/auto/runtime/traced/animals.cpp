// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A scenario whose trace is looked at by tst_scenariotrace, which knows its lines by their marks.
#include <playground/asyncio.h>

#include <cstdio>
#include <iostream>

using namespace Playground;

Task<std::string> startRun(milliseconds delay, std::string name)
{
    print("{} sets off", name);
    co_await sleep(delay); // mark: run
    co_return name;
}

namespace {

Task<> consume(Queue<int> queue)
{
    co_await queue.get(); // mark: get
    throw std::runtime_error("sour");
}

} // namespace

Task<> asyncMain()
{
    const auto dog = createTask(Named("dog"), startRun, 2s, "dog"); // mark: create
    const auto cat = createTask(startRun, 3s, "cat");
    co_await gather(dog, // mark: gather
                    cat);
    const Queue<int> queue;
    const auto consumer = createTask(Named("consumer"), consume, queue);
    co_await startRun(1s, "main itself");
    queue.putNowait(1);
    try {
        co_await consumer; // mark: consumer
    } catch (const std::runtime_error &) {
        print("sour");
    }
    const Response page = co_await fetch("http://www.debian.org/"); // mark: fetch
    print("{}", page.status);
    std::printf("printf %d\n", 1);
    std::cout << "cout " << 2 << std::endl;
    std::printf("unfinished");
}

int main(int argc, char *argv[])
{
    return run(argc, argv, asyncMain);
}
