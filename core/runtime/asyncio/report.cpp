// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/asyncio/report.h"

#include "core/runtime/asyncio/errors.h"
#include "core/runtime/asyncio/output.h"
#include "core/runtime/asyncio/taskcore.h"
#include "core/runtime/clock.h"
#include "core/runtime/scenario.h"

using namespace Qt::StringLiterals;

namespace Playground {

void report(Trace::WarningKind kind, Trace::TaskId task, const QString &text) noexcept
{
    Scenario::instance().record(Trace::Warning{Clock::instance().now(), task, kind, 0, text, {}});
    writeOutput(Trace::OutputStream::Error, text.toUtf8() + '\n');
}

void reportNeverRetrieved(TaskCore *task, const std::exception_ptr &error) noexcept
{
    const QString who = task ? u"task “%1”"_s.arg(task->name()) : u"a future"_s;
    report(Trace::WarningKind::NeverRetrieved, task ? task->id() : Trace::TaskId::None,
           u"The error of %1 was never looked at: %2"_s.arg(who, errorText(error)));
}

void reportCallback() noexcept
{
    report(Trace::WarningKind::Callback, Scenario::currentTask(),
           u"A callback of the loop threw %1"_s.arg(errorText(std::current_exception())));
}

void reportUncaught(TaskCore &task, const std::exception_ptr &error) noexcept
{
    report(Trace::WarningKind::Uncaught, task.id(), u"Uncaught %1"_s.arg(errorText(error)));
}

} // namespace Playground
