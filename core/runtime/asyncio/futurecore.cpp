// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/asyncio/futurecore.h"

#include "core/runtime/asyncio/errors.h"
#include "core/runtime/asyncio/report.h"
#include "core/runtime/loop.h"

namespace Playground {

bool FutureCore::cancel()
{
    if (isDone())
        return false;
    finish(State::Cancelled);
    return true;
}

void FutureCore::addCallback(Job &job)
{
    if (isDone())
        job.wake();
    else
        m_callbacks.append(job);
}

void FutureCore::check()
{
    switch (m_state) {
    case State::Done:
        return;
    case State::Failed:
        m_isRetrieved = true;
        std::rethrow_exception(m_error);
    case State::Cancelled:
        throw Cancelled();
    case State::Pending:
        throw InvalidStateError("the result is not there yet");
    }
}

std::exception_ptr FutureCore::error()
{
    if (m_state != State::Failed)
        check();
    m_isRetrieved = true;
    return m_error;
}

void FutureCore::fail(std::exception_ptr error)
{
    requirePending();
    m_error = std::move(error);
    finish(State::Failed);
}

void FutureCore::requirePending() const
{
    if (isDone())
        throw InvalidStateError("it is done already");
}

void FutureCore::finish(State state)
{
    m_state = state;
    m_finishedBy = Loop::current().cause();
    while (Job *job = m_callbacks.first()) {
        job->unlink();
        job->wake();
    }
}

void FutureCore::release() noexcept
{
    if (m_state == State::Failed && !m_isRetrieved)
        reportNeverRetrieved(task(), m_error);
    dispose();
}

void DoneCallback::run()
{
    // It may destroy itself.
    auto &loop = Loop::current();
    const auto outer = loop.cause();
    loop.setCause(m_future->finishedBy());
    futureDone(*m_future);
    loop.setCause(outer);
}

} // namespace Playground
