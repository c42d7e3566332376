#include <playground/asyncio.h>

using namespace Playground;

Task<> metronome()
{
    for (int beat = 1; beat < 5; ++beat) {
        co_await sleep(500ms);
        print("tick {}", beat);
    }
}

Task<> guest()
{
    co_await sleep(700ms);
    print("the guest takes the floor");
    blockFor(2s);
    print("the guest sits down");
}

Task<> asyncMain()
{
    auto begin = loopTime();

    auto ticking = createTask(Named("metronome"), metronome);
    auto talking = createTask(Named("guest"), guest);
    co_await ticking;
    co_await talking;

    std::chrono::duration<double> taken = loopTime() - begin;
    print("both are done after {:.1f} s", taken.count());
}

int main(int argc, char *argv[])
{
    return run(argc, argv, asyncMain);
}
