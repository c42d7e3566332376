#include <playground/asyncio.h>

using namespace Playground;

Task<std::string> brew(std::string drink, seconds duration)
{
    print("{}: water on", drink);
    co_await sleep(duration);
    print("{}: poured", drink);
    co_return drink + " (" + std::to_string(duration.count()) + " s)";
}

Task<> asyncMain()
{
    std::vector drinks{
        createTask(Named("coffee"), brew, "coffee", 3s),
        createTask(Named("tea"), brew, "tea", 1s),
        createTask(Named("cocoa"), brew, "cocoa", 2s),
    };

    for (auto ready : asCompleted(drinks)) {
        std::string drink = co_await ready;
        print("Served: {}", drink);
    }
}

int main(int argc, char *argv[])
{
    return run(argc, argv, asyncMain);
}
