// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/asyncio/queue.h"

namespace Playground {

void QueueCore::wakeFirst(JobList &waiting)
{
    if (Job *first = waiting.first()) {
        first->unlink();
        first->wake();
    }
}

void QueueCore::itemAdded()
{
    ++m_unfinished;
    wakeFirst(getters);
}

void QueueCore::itemTaken()
{
    wakeFirst(putters);
}

void QueueCore::taskDone()
{
    if (m_unfinished == 0)
        throw std::logic_error("taskDone() was called more often than items were put in");
    if (--m_unfinished > 0)
        return;
    while (!joiners.isEmpty())
        wakeFirst(joiners);
}

bool QueueAwaiter::proceed()
{
    const auto cancellation = takeCancellation();
    if (cancellation != Cancellation::None) {
        // Woken for a place that it does not take: the next one may.
        if (cancellation == Cancellation::OfTask && isPossible())
            QueueCore::wakeFirst(line());
        m_isGivenUp = true;
        return true;
    }
    if (isPossible())
        return true;
    // Somebody else was quicker.
    line().append(*this);
    return false;
}

} // namespace Playground
