// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/runtime/asyncio/task.h"

#include <QStringList>

#include <memory>

namespace Playground {

namespace Detail {

/// One run: sets the process up, before the main task is made, and sees it through to its end.
class Run {
public:
    /// Makes the QCoreApplication, unless the program has one: without `argc`, one that knows no arguments.
    Run(int *argc, char **argv, const Where &where);
    ~Run();
    Q_DISABLE_COPY_MOVE(Run)

    static QStringList arguments();
    /// Runs the event loop until the task is done and all others have been cancelled and are done, too. Returns the
    /// exit status: 0, or 1 if the task ended with an error, which is told on standard error.
    int untilDone(const AnyTask &task);

private:
    class Private;
    std::unique_ptr<Private> d;
};

inline int exitStatusOf(int status, const TaskHandle<void> &)
{
    return status;
}
inline int exitStatusOf(int status, const TaskHandle<int> &task)
{
    return status == 0 ? task.result() : status;
}

template <typename Main>
int runMain(Run &run, Main main, const Where &where)
{
    if constexpr (std::is_invocable_v<Main, QStringList>) {
        const auto task = startTask({}, where, std::move(main), Run::arguments());
        return exitStatusOf(run.untilDone(task), task);
    } else {
        const auto task = startTask({}, where, std::move(main));
        return exitStatusOf(run.untilDone(task), task);
    }
}

} // namespace Detail

/// What main() returns; as asyncio.run(): makes the QCoreApplication and the loop, runs the coroutine `main` as the
/// first task, "Task-1", until it is done, cancels all other tasks, waits for them, and for threads of toThread(), and
/// returns the exit status: what `main` returns if it is a Task<int>, else 0, or 1 when it ended with an error, which
/// is written to standard error. `main` takes nothing, or the program's arguments as a QStringList.
///
///     int main(int argc, char *argv[])
///     {
///         return run(argc, argv, asyncMain);
///     }
///
/// On its own the program runs as always. Environment variables change that; `docs/cpp-scenarios.md` lists them. With
/// ASYNC_PLAYGROUND_TRACE it writes its trace.
template <typename Main>
int run(int argc, char *argv[], Main main, Where where = Where::current())
{
    Detail::Run run(&argc, argv, where);
    return Detail::runMain(run, std::move(main), where);
}

/// The same without the program's arguments; also in a program that has made its Q(Core)Application itself, and is not in
/// its exec() yet.
template <typename Main>
int run(Main main, Where where = Where::current())
{
    Detail::Run run(nullptr, nullptr, where);
    return Detail::runMain(run, std::move(main), where);
}

} // namespace Playground
