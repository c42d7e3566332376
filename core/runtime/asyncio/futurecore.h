// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/runtime/job.h"
#include "core/trace/events.h"

#include <exception>
#include <utility>

namespace Playground {

class TaskCore;

/// What is behind every future and task: whether it is done, with what, and who wants to know. Counted references;
/// belongs to one thread.
class FutureCore {
public:
    enum class State : quint8 { Pending, Done, Failed, Cancelled };

    State state() const noexcept { return m_state; }
    bool isDone() const noexcept { return m_state != State::Pending; }
    bool isCancelled() const noexcept { return m_state == State::Cancelled; }

    /// Asks it to end as cancelled; false when it is done already. A plain future is cancelled at once.
    virtual bool cancel();

    /// Wakes the job when it is done, in the order of these calls; at once if it is done already.
    void addCallback(Job &job);

    /// Where the result lies, of the type that its owner knows; nullptr unless Done, and for void.
    void *value() const noexcept { return m_value; }
    /// Throws what there is to throw: the error, Cancelled, or InvalidStateError while it is pending. The error then
    /// counts as looked at.
    void check();
    /// The error, which then counts as looked at; nullptr if there is none. Throws as check() in the other cases.
    std::exception_ptr error();
    void markRetrieved() noexcept { m_isRetrieved = true; }

    virtual TaskCore *task() noexcept { return nullptr; }
    /// What the trace calls waiting for it.
    virtual Trace::WaitKind waitKind() const noexcept { return Trace::WaitKind::Future; }
    /// Who brought its end about.
    Trace::TaskId finishedBy() const noexcept { return m_finishedBy; }

    void fail(std::exception_ptr error);

    void addReference() noexcept { ++m_references; }
    void dropReference() noexcept
    {
        if (--m_references == 0)
            release();
    }

protected:
    FutureCore() noexcept = default;
    virtual ~FutureCore() = default;
    Q_DISABLE_COPY_MOVE(FutureCore)

    /// Called when nobody refers to it any more.
    virtual void dispose() noexcept { delete this; }

    /// Throws InvalidStateError when it is done.
    void requirePending() const;
    void setValue(void *value) noexcept { m_value = value; }
    void setError(std::exception_ptr error) noexcept { m_error = std::move(error); }
    const std::exception_ptr &storedError() const noexcept { return m_error; }
    bool isRetrieved() const noexcept { return m_isRetrieved; }
    void finish(State state);

private:
    void release() noexcept;

    JobList m_callbacks;
    void *m_value = nullptr;
    std::exception_ptr m_error;
    int m_references = 0;
    Trace::TaskId m_finishedBy{};
    State m_state = State::Pending;
    bool m_isRetrieved = false;
};

/// A counted reference to a core.
template <typename Core>
class Reference {
public:
    Reference() noexcept = default;
    explicit Reference(Core *core) noexcept
        : m_core(core)
    {
        if (m_core)
            m_core->addReference();
    }
    Reference(const Reference &other) noexcept
        : Reference(other.m_core)
    {
    }
    template <typename Other>
    Reference(const Reference<Other> &other) noexcept
        : Reference(other.get())
    {
    }
    Reference(Reference &&other) noexcept
        : m_core(std::exchange(other.m_core, nullptr))
    {
    }
    ~Reference()
    {
        if (m_core)
            m_core->dropReference();
    }
    Reference &operator=(Reference other) noexcept
    {
        std::swap(m_core, other.m_core);
        return *this;
    }

    Core *get() const noexcept { return m_core; }
    Core *operator->() const noexcept { return m_core; }
    Core &operator*() const noexcept { return *m_core; }
    explicit operator bool() const noexcept { return m_core != nullptr; }
    bool operator==(const Reference &other) const noexcept { return m_core == other.m_core; }

private:
    Core *m_core = nullptr;
};

/// Is told by the loop, in its turn, that a future is done. Whoever makes it keeps the future alive.
class DoneCallback : public Job {
public:
    void run() final;

protected:
    explicit DoneCallback(FutureCore &future) noexcept
        : m_future(&future)
    {
    }
    virtual void futureDone(FutureCore &future) = 0;
    void setFuture(FutureCore &future) noexcept { m_future = &future; }

private:
    FutureCore *m_future;
};

} // namespace Playground
