// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/asyncio/thread.h"

#include "core/runtime/loop.h"

#include <QThread>
#include <QThreadPool>

#include <algorithm>

namespace Playground {

namespace {

QThreadPool &threadPool()
{
    static QThreadPool threads;
    static const bool isSetUp = [] {
        threads.setMaxThreadCount(std::min(32, QThread::idealThreadCount() + 4));
        return true;
    }();
    Q_UNUSED(isSetUp)
    return threads;
}

} // namespace

void ThreadCall::start(Suspension *waiter)
{
    m_waiter = waiter;
    auto &loop = Loop::current();
    threadPool().start([self = shared_from_this(), &loop]() mutable {
        try {
            self->call();
        } catch (...) {
            self->m_error = std::current_exception();
        }
        // It goes in the thread that waits: its results may be of that thread.
        loop.post([self = std::move(self)] {
            if (self->m_waiter)
                self->m_waiter->wake();
        });
    });
}

void waitForThreads()
{
    threadPool().waitForDone();
}

} // namespace Playground
