// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A producer, two consumers, a queue and a time limit; written as people write, braces, lambdas and all.
#include <playground/asyncio.h>

using namespace Playground;

Task<> farmer(Queue<QString> stall)
{
    for (const auto &fruit : {u"apples"_s, u"pears"_s, u"plums"_s, u"grapes"_s}) {
        co_await sleep(10ms);
        co_await stall.put(fruit);
    }
}

Task<> customer(Queue<QString> stall, std::string name)
{
    while (true) {
        QString fruit = co_await stall.get();
        print("{} buys {}", name, fruit);
        co_await sleep(25ms);
        stall.taskDone();
    }
}

Task<> asyncMain()
{
    Queue<QString> stall{2};
    std::vector customers{createTask(Named("Ann"), customer, stall, "Ann"),
                          createTask(Named("Bo"), customer, stall, "Bo")};
    co_await createTask(Named("farmer"), farmer, stall);
    co_await stall.join();
    for (auto &each : customers)
        each.cancel();
    co_await gather(ReturnErrors, std::vector{customers});
    try {
        co_await timeout(20ms, [&]() -> Task<> { co_await stall.get(); });
    } catch (const TimeoutError &) {
        print("sold out");
    }
}

int main(int argc, char *argv[])
{
    return run(argc, argv, asyncMain);
}
