// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// asyncio's vocabulary for C++ coroutines on Qt: the whole of it.
///
///     #include <playground/asyncio.h>
///
///     using namespace Playground;
///
///     Task<> startRun(seconds delay, std::string name)
///     {
///         print("{} sets off", name);
///         co_await sleep(delay);
///         print("{} is back", name);
///     }
///
///     Task<> asyncMain()
///     {
///         auto dog = createTask(Named("dog"), startRun, 2s, "dog");
///         auto cat = createTask(Named("cat"), startRun, 3s, "cat");
///         co_await dog;
///         co_await cat;
///     }
///
///     int main(int argc, char *argv[])
///     {
///         return run(argc, argv, asyncMain);
///     }
///
/// Coroutines are plain QCoro::Task<T>. A coroutine that is called starts at once, within the calling task, and is
/// awaited like any other; createTask() makes a task of its own of it, which starts on the loop's next turn.
///
/// Limits: awaits one after another do not grow the stack, however many they are, and tasks may await one another in
/// chains of any length. Coroutines that are nested in one another are resumed one within the other when the innermost
/// ends (that is QCoro 0.8): 10,000 are safe, also unoptimized; a stack of 8 MiB overflows before 20,000 in unoptimized
/// code, and between 70,000 and 90,000 in optimized code.

#include "core/runtime/asyncio/callbacks.h"
#include "core/runtime/asyncio/duration.h"
#include "core/runtime/asyncio/errors.h"
#include "core/runtime/asyncio/fetch.h"
#include "core/runtime/asyncio/future.h"
#include "core/runtime/asyncio/gather.h"
#include "core/runtime/asyncio/locks.h"
#include "core/runtime/asyncio/print.h"
#include "core/runtime/asyncio/process.h"
#include "core/runtime/asyncio/queue.h"
#include "core/runtime/asyncio/run.h"
#include "core/runtime/asyncio/sleep.h"
#include "core/runtime/asyncio/streams.h"
#include "core/runtime/asyncio/task.h"
#include "core/runtime/asyncio/taskgroup.h"
#include "core/runtime/asyncio/thread.h"
#include "core/runtime/asyncio/timeout.h"
#include "core/runtime/asyncio/traced.h"
#include "core/runtime/asyncio/waiting.h"

#include <QCoroTask>
#include <QString>

#include <chrono>
#include <string>
#include <vector>

namespace Playground {

using QCoro::Task;
using std::chrono::hours;
using std::chrono::milliseconds;
using std::chrono::minutes;
using std::chrono::seconds;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

} // namespace Playground
