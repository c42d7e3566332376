#include <playground/asyncio.h>

using namespace Playground;

Task<> brew(std::string drink, seconds duration)
{
    print("{}: water on", drink);
    co_await sleep(duration);
    print("{}: poured", drink);
}

std::string namesOf(const std::vector<TaskHandle<>> &tasks)
{
    std::string names;
    for (const auto &task : tasks)
        names += " " + task.name().toStdString();
    return names;
}

Task<> asyncMain()
{
    std::vector drinks{
        createTask(Named("coffee"), brew, "coffee", 3s),
        createTask(Named("tea"), brew, "tea", 1s),
        createTask(Named("cocoa"), brew, "cocoa", 2s),
    };

    auto [done, pending] = co_await wait(drinks, 2500ms);
    print("On the tray:{}", namesOf(done));
    print("Still to come:{}", namesOf(pending));

    for (auto &task : pending)
        co_await task;
}

int main(int argc, char *argv[])
{
    return run(argc, argv, asyncMain);
}
