// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/asyncio/run.h"

#include "core/runtime/asyncio/environment.h"
#include "core/runtime/asyncio/output.h"
#include "core/runtime/asyncio/report.h"
#include "core/runtime/asyncio/thread.h"
#include "core/runtime/asyncio/waitsites.h"
#include "core/runtime/loop.h"
#include "core/runtime/scenario.h"

#include <QCoreApplication>
#include <QEventLoop>

#include <cstdio>
#include <cstdlib>
#include <utility>

using namespace Qt::StringLiterals;

namespace Playground::Detail {

namespace {

/// Also reached when the program leaves by exit().
void recordEnd(int status, void *)
{
    std::fflush(nullptr);
    Scenario::instance().finish(status);
}

/// Sets the process up for its first run.
void startScenario(const Where &where)
{
    static bool isStarted = false;
    if (std::exchange(isStarted, true))
        return;
    const auto file = QString::fromUtf8(where.file);
    const auto environment = ScenarioEnvironment::take(file);
    auto &scenario = Scenario::instance();
    scenario.start(environment.options);
    WaitSites::instance().setScenario(where.file, environment.source);
    if (scenario.isTraced())
        traceStandardStreams();
    ::on_exit(recordEnd, nullptr);
    if (networkStarter())
        networkStarter()(environment.options.network);
    else if (environment.options.network != Trace::NetworkMode::Real)
        report(Trace::WarningKind::Network, {}, u"This program was built without the simulated internet."_s);
    scenario.begin();
}

} // namespace

class Run::Private {
public:
    void runUntilDone(AnyTask task)
    {
        if (task.done())
            return;
        task.addDoneCallback([this](const AnyTask &) { events.quit(); });
        events.exec();
        // Somebody may have told the application to quit.
        while (!task.done()) {
            task.cancel();
            events.exec();
        }
    }

    /// What asyncio.run() does with what its main coroutine has left behind.
    void endOthers()
    {
        const auto left = allTasks();
        for (AnyTask task : left)
            task.cancel();
        for (const AnyTask &task : left) {
            runUntilDone(task);
            if (!task.cancelled() && task.error())
                reportUncaught(task.core(), task.error());
        }
    }

    std::unique_ptr<QCoreApplication> application;
    QEventLoop events;
};

Run::Run(int *argc, char **argv, const Where &where)
{
    static int oneArgument = 1;
    static char noName[] = "";
    static char *noArguments[] = {noName, nullptr};
    std::unique_ptr<QCoreApplication> application;
    if (!QCoreApplication::instance())
        application = std::make_unique<QCoreApplication>(argc ? *argc : oneArgument, argc ? argv : noArguments);
    d = std::make_unique<Private>();
    d->application = std::move(application);
    startScenario(where);
}

Run::~Run() = default;

QStringList Run::arguments()
{
    return QCoreApplication::arguments();
}

int Run::untilDone(const AnyTask &task)
{
    d->runUntilDone(task);
    int status = 0;
    if (task.cancelled()) {
        status = 1;
        report(Trace::WarningKind::Uncaught, task.core().id(), u"The main task was cancelled."_s);
    } else if (const auto error = task.error()) {
        status = 1;
        reportUncaught(task.core(), error);
    }
    d->endOthers();
    waitForThreads();
    Scenario::instance().end();
    return status;
}

} // namespace Playground::Detail
