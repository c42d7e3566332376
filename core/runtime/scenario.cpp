// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/scenario.h"

#include "core/runtime/clock.h"
#include "core/runtime/crashpause.h"
#include "core/trace/tracewriter.h"

#include <atomic>
#include <utility>

#include <pthread.h>

namespace Playground {

namespace {

thread_local Trace::TaskId taskOfThread{};
thread_local int loopOfThread = -1;
std::atomic<int> loopCount = 0;

} // namespace

Scenario &Scenario::instance()
{
    static Scenario scenario;
    return scenario;
}

Scenario::Scenario() = default;
Scenario::~Scenario() = default;

void Scenario::start(const ScenarioOptions &options)
{
    m_options = options;
    m_writer = std::make_unique<TraceWriter>(options.traceDescriptor);
    Clock::instance().start(options.clock, options.speed);
    if (const int threadId = m_writer->threadId())
        Clock::instance().exemptThread(threadId);
    pthread_atfork(nullptr, nullptr, [] { instance().m_isForkedChild = true; });
    currentLoop();
    record(Trace::RunStarted{Clock::instance().now(), options.language, options.runtime, options.program, options.clock,
                             options.speed, options.network});
}

void Scenario::begin()
{
    // Not before the language's runtime has looked at which signals are handled.
    if (isTraced())
        pauseBeforeCrashing();
    Clock::instance().restart();
}

void Scenario::end()
{
    m_ended = Clock::instance().now();
}

void Scenario::finish(int exitCode)
{
    record(Trace::RunFinished{m_ended.value_or(Clock::instance().now()), exitCode});
    flush();
}

bool Scenario::isTraced() const
{
    return m_writer && m_writer->isEnabled();
}

void Scenario::record(Trace::Event &&event)
{
    if (m_writer)
        m_writer->record(std::move(event));
}

void Scenario::flush()
{
    if (m_writer)
        m_writer->flush();
}

Trace::TaskId Scenario::currentTask() noexcept
{
    return taskOfThread;
}

void Scenario::setCurrentTask(Trace::TaskId task) noexcept
{
    taskOfThread = task;
}

Trace::LoopId Scenario::currentLoop() noexcept
{
    if (loopOfThread < 0)
        loopOfThread = loopCount.fetch_add(1);
    return Trace::LoopId(loopOfThread);
}

} // namespace Playground
