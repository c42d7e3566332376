#include <playground/asyncio.h>

using namespace Playground;

Task<int> weigh(std::string animal, seconds duration, int kilos)
{
    print("{}: onto the scales", animal);
    co_await sleep(duration);
    print("{}: weighed", animal);
    co_return kilos;
}

Task<> asyncMain()
{
    auto dog = createTask(Named("dog"), weigh, "dog", 3s, 18);
    auto cat = createTask(Named("cat"), weigh, "cat", 1s, 4);

    int dogKilos = co_await dog;
    int catKilos = co_await cat;

    print("Together they weigh {} kg.", dogKilos + catKilos);
}

int main(int argc, char *argv[])
{
    return run(argc, argv, asyncMain);
}
