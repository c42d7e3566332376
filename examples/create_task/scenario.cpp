#include <playground/asyncio.h>

using namespace Playground;

Task<> startRun(seconds delay, std::string name)
{
    print("{} sets off", name);
    co_await sleep(delay);
    print("{} is back", name);
}

Task<> asyncMain()
{
    auto begin = loopTime();

    auto dog = createTask(Named("dog"), startRun, 2s, "dog");
    auto cat = createTask(Named("cat"), startRun, 3s, "cat");
    co_await dog;
    co_await cat;

    std::chrono::duration<double> taken = loopTime() - begin;
    print("both are back after {:.1f} s", taken.count());
}

int main(int argc, char *argv[])
{
    return run(argc, argv, asyncMain);
}
