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
    auto [coffee, tea, cocoa] = co_await gather(
        createTask(brew, "coffee", 3s),
        createTask(brew, "tea", 1s),
        createTask(brew, "cocoa", 2s)
    );
    print("On the tray: {}, {}, {}", coffee, tea, cocoa);
}

int main(int argc, char *argv[])
{
    return run(argc, argv, asyncMain);
}
