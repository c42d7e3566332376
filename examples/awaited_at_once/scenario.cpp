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

    co_await createTask(Named("dog"), startRun, 2s, "dog");
    co_await createTask(Named("cat"), startRun, 3s, "cat");

    std::chrono::duration<double> taken = loopTime() - begin;
    print("both are back after {:.1f} s", taken.count());
}

int main(int argc, char *argv[])
{
    return run(argc, argv, asyncMain);
}
