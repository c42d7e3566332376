#include <playground/asyncio.h>

using namespace Playground;

Task<> asyncMain()
{
    auto begin = loopTime();

    print("The dog lies down.");
    co_await sleep(3s);
    std::chrono::duration<double> taken = loopTime() - begin;
    print("The dog gets up after {:.1f} s.", taken.count());
}

int main(int argc, char *argv[])
{
    return run(argc, argv, asyncMain);
}
