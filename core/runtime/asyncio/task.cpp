// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/asyncio/task.h"

#include "core/runtime/asyncio/future.h"
#include "core/runtime/loop.h"

namespace Playground {

void AnyTask::addDoneCallback(std::function<void(AnyTask)> function)
{
    Detail::addFutureCallback(m_core, [task = *this, function = std::move(function)] { function(task); });
}

AnyTask currentTask()
{
    return AnyTask(Loop::current().task());
}

std::vector<AnyTask> allTasks()
{
    std::vector<AnyTask> tasks;
    for (TaskCore *task = TaskCore::firstOfThread(); task; task = task->nextOfThread())
        tasks.emplace_back(task);
    return tasks;
}

} // namespace Playground
