// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/asyncio/callbacks.h"

#include "core/runtime/asyncio/report.h"
#include "core/runtime/asyncio/waitsites.h"
#include "core/runtime/loop.h"
#include "core/runtime/scenario.h"

#include <utility>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Playground {

/// Keeps itself until it has been called or called off.
class CallbackCore final : public Shared, public Timer {
public:
    CallbackCore(std::function<void()> function, const Where &where)
        : m_function(std::move(function))
        , m_where(where)
    {
        addReference();
    }

    void cancel()
    {
        if (!m_function)
            return;
        m_isCancelled = true;
        m_function = nullptr;
        callOff();
        dropReference();
    }
    bool isCancelled() const noexcept { return m_isCancelled; }

    void run() override
    {
        const auto began = Clock::instance().now();
        callReported(std::exchange(m_function, nullptr));
        tell(began);
        dropReference();
    }

private:
    /// So long a callback is worth telling.
    static constexpr auto WorthTelling = 1ms;

    void tell(Trace::Time began) const
    {
        const auto ended = Clock::instance().now();
        if (ended - began >= WorthTelling) {
            Scenario::instance().record(Trace::CallbackRan{began, ended, Scenario::currentLoop(),
                                                           WaitSites::instance().lineOf(m_where),
                                                           QString::fromUtf8(m_where.function)});
        }
    }

    std::function<void()> m_function;
    Where m_where;
    bool m_isCancelled = false;
};

CallbackHandle::CallbackHandle(Reference<CallbackCore> core) noexcept
    : m_core(std::move(core))
{
}
CallbackHandle::~CallbackHandle() = default;
CallbackHandle::CallbackHandle(const CallbackHandle &other) = default;
CallbackHandle &CallbackHandle::operator=(const CallbackHandle &other) = default;

void CallbackHandle::cancel()
{
    m_core->cancel();
}

bool CallbackHandle::cancelled() const noexcept
{
    return m_core->isCancelled();
}

CallbackHandle callSoon(std::function<void()> function, Where where)
{
    const Reference<CallbackCore> core(new CallbackCore(std::move(function), where));
    Loop::current().append(*core);
    return CallbackHandle(core);
}

CallbackHandle callLater(Duration delay, std::function<void()> function, Where where)
{
    const Reference<CallbackCore> core(new CallbackCore(std::move(function), where));
    Loop::current().add(*core, delay.after(Clock::instance().now()));
    return CallbackHandle(core);
}

} // namespace Playground
