// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/asyncio/future.h"

#include "core/runtime/asyncio/report.h"

namespace Playground::Detail {

namespace {

/// Deletes itself when it has called.
class FunctionCallback final : public DoneCallback {
public:
    FunctionCallback(Reference<FutureCore> future, std::function<void()> function)
        : DoneCallback(*future)
        , m_future(std::move(future))
        , m_function(std::move(function))
    {
    }

private:
    void futureDone(FutureCore &) override
    {
        callReported(m_function);
        delete this;
    }

    Reference<FutureCore> m_future;
    std::function<void()> m_function;
};

} // namespace

void addFutureCallback(const Reference<FutureCore> &future, std::function<void()> function)
{
    future->addCallback(*new FunctionCallback(future, std::move(function)));
}

} // namespace Playground::Detail
