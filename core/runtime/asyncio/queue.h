// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/runtime/asyncio/errors.h"
#include "core/runtime/asyncio/shared.h"
#include "core/runtime/asyncio/suspension.h"

#include <algorithm>
#include <deque>
#include <functional>
#include <utility>
#include <vector>

namespace Playground {

/// A queue without its items: who waits for what.
class QueueCore : public Shared {
public:
    explicit QueueCore(int maxSize) noexcept
        : m_maxSize(maxSize)
    {
    }
    virtual int size() const noexcept = 0;
    int maxSize() const noexcept { return m_maxSize; }
    bool isEmpty() const noexcept { return size() == 0; }
    bool isFull() const noexcept { return m_maxSize > 0 && size() >= m_maxSize; }
    bool isWorkedOff() const noexcept { return m_unfinished == 0; }

    void itemAdded();
    void itemTaken();
    void taskDone();

    JobList getters;
    JobList putters;
    JobList joiners;

    static void wakeFirst(JobList &waiting);

private:
    int m_maxSize;
    int m_unfinished = 0;
};

/// Waits for a place or an item in a queue.
class QueueAwaiter : public Suspension {
protected:
    QueueAwaiter(Reference<QueueCore> core, Trace::WaitKind kind) noexcept
        : Suspension(kind)
        , m_core(std::move(core))
    {
    }
    /// Those who wait for the same.
    virtual JobList &line() const noexcept = 0;
    virtual bool isPossible() const noexcept = 0;
    void begin() override { line().append(*this); }
    bool proceed() override;
    void throwIfGivenUp() const
    {
        if (m_isGivenUp)
            throw Cancelled();
    }
    QueueCore &core() const noexcept { return *m_core; }

private:
    Reference<QueueCore> m_core;
    bool m_isGivenUp = false;
};

/// Where a queue keeps its items.
template <typename T>
class QueueItems : public QueueCore {
public:
    using QueueCore::QueueCore;
    virtual void add(T &&item) = 0;
    virtual T take() = 0;

    void putNowait(T &&item)
    {
        if (isFull())
            throw QueueFull();
        add(std::move(item));
        itemAdded();
    }
    T getNowait()
    {
        if (isEmpty())
            throw QueueEmpty();
        T item = take();
        itemTaken();
        return item;
    }
};

template <typename T>
class QueueGetAwaiter : public QueueAwaiter {
public:
    explicit QueueGetAwaiter(Reference<QueueItems<T>> items, Trace::WaitKind kind = Trace::WaitKind::Queue) noexcept
        : QueueAwaiter(items, kind)
        , m_items(items.get())
    {
    }
    bool await_ready() const noexcept { return !m_items->isEmpty(); }
    T await_resume()
    {
        throwIfGivenUp();
        return m_items->getNowait();
    }

private:
    JobList &line() const noexcept override { return m_items->getters; }
    bool isPossible() const noexcept override { return !m_items->isEmpty(); }
    QueueItems<T> *m_items;
};

template <typename T>
class QueuePutAwaiter final : public QueueAwaiter {
public:
    QueuePutAwaiter(Reference<QueueItems<T>> items, T item) noexcept
        : QueueAwaiter(items, Trace::WaitKind::Queue)
        , m_items(items.get())
        , m_item(std::move(item))
    {
    }
    bool await_ready() const noexcept { return !m_items->isFull(); }
    void await_resume()
    {
        throwIfGivenUp();
        m_items->putNowait(std::move(m_item));
    }

private:
    JobList &line() const noexcept override { return m_items->putters; }
    bool isPossible() const noexcept override { return !m_items->isFull(); }
    QueueItems<T> *m_items;
    T m_item;
};

class QueueJoinAwaiter final : public Suspension {
public:
    explicit QueueJoinAwaiter(Reference<QueueCore> core) noexcept
        : Suspension(Trace::WaitKind::Queue)
        , m_core(std::move(core))
    {
    }
    bool await_ready() const noexcept { return m_core->isWorkedOff(); }
    void await_resume() { throwIfCancelled(); }

private:
    void begin() override { m_core->joiners.append(*this); }
    Reference<QueueCore> m_core;
};

/// What a queue's put(), get() and join() return.
template <typename T>
class QueuePut {
public:
    QueuePut(Reference<QueueItems<T>> items, T item)
        : m_items(std::move(items))
        , m_item(std::move(item))
    {
    }
    QueuePutAwaiter<T> operator co_await() && { return {std::move(m_items), std::move(m_item)}; }
    QueuePutAwaiter<T> operator co_await() const & { return {m_items, m_item}; }

private:
    Reference<QueueItems<T>> m_items;
    T m_item;
};

template <typename T>
class QueueGet {
public:
    explicit QueueGet(Reference<QueueItems<T>> items) noexcept
        : m_items(std::move(items))
    {
    }
    auto operator co_await() const { return QueueGetAwaiter<T>(m_items); }

private:
    Reference<QueueItems<T>> m_items;
};

class QueueJoin {
public:
    explicit QueueJoin(Reference<QueueCore> core) noexcept
        : m_core(std::move(core))
    {
    }
    auto operator co_await() const { return QueueJoinAwaiter(m_core); }

private:
    Reference<QueueCore> m_core;
};

/// What all queues can do. A handle: copies mean the same queue, so hand it to tasks by value.
template <typename T>
class BasicQueue {
public:
    /// Suspends while the queue is full, then puts the item in. Those who wait get their turn in the order of their
    /// coming. Cancelled, it has put nothing in.
    [[nodiscard]] QueuePut<T> put(T item) const { return {m_items, std::move(item)}; }
    /// Throws QueueFull instead of waiting.
    void putNowait(T item) const { m_items->putNowait(std::move(item)); }

    /// Suspends while the queue is empty, then takes out an item. Those who wait get their turn in the order of their
    /// coming. Cancelled, it has taken nothing.
    [[nodiscard]] QueueGet<T> get() const { return QueueGet<T>(m_items); }
    /// Throws QueueEmpty instead of waiting.
    T getNowait() const { return m_items->getNowait(); }

    /// Says that one of the items that were taken out has been worked off. Throws std::logic_error when it is called
    /// more often than items were put in.
    void taskDone() const { m_items->taskDone(); }
    /// Suspends until taskDone() has been called for every item that was put in; not at all if that is so already.
    [[nodiscard]] QueueJoin join() const { return QueueJoin(m_items); }

    int size() const noexcept { return m_items->size(); }
    int maxSize() const noexcept { return m_items->maxSize(); }
    bool empty() const noexcept { return m_items->isEmpty(); }
    bool full() const noexcept { return m_items->isFull(); }

    const Reference<QueueItems<T>> &core() const noexcept { return m_items; }

protected:
    explicit BasicQueue(QueueItems<T> *items) noexcept
        : m_items(items)
    {
    }

private:
    Reference<QueueItems<T>> m_items;
};

namespace Detail {

template <typename T>
class FirstInFirstOut final : public QueueItems<T> {
public:
    using QueueItems<T>::QueueItems;
    int size() const noexcept override { return int(m_items.size()); }
    void add(T &&item) override { m_items.push_back(std::move(item)); }
    T take() override
    {
        T item = std::move(m_items.front());
        m_items.pop_front();
        return item;
    }

private:
    std::deque<T> m_items;
};

template <typename T>
class LastInFirstOut final : public QueueItems<T> {
public:
    using QueueItems<T>::QueueItems;
    int size() const noexcept override { return int(m_items.size()); }
    void add(T &&item) override { m_items.push_back(std::move(item)); }
    T take() override
    {
        T item = std::move(m_items.back());
        m_items.pop_back();
        return item;
    }

private:
    std::vector<T> m_items;
};

template <typename T, typename Less>
class LowestFirst final : public QueueItems<T> {
public:
    using QueueItems<T>::QueueItems;
    int size() const noexcept override { return int(m_items.size()); }
    void add(T &&item) override
    {
        m_items.push_back(std::move(item));
        std::push_heap(m_items.begin(), m_items.end(), isAfter);
    }
    T take() override
    {
        std::pop_heap(m_items.begin(), m_items.end(), isAfter);
        T item = std::move(m_items.back());
        m_items.pop_back();
        return item;
    }

private:
    static bool isAfter(const T &one, const T &other) { return Less()(other, one); }
    std::vector<T> m_items;
};

} // namespace Detail

/// First in, first out. With a maximum size, put() waits while so many are in it; zero means no limit.
template <typename T>
class Queue : public BasicQueue<T> {
public:
    explicit Queue(int maxSize = 0)
        : BasicQueue<T>(new Detail::FirstInFirstOut<T>(maxSize))
    {
    }
};

/// The lowest item first, as `Less` orders them; among equals, any.
template <typename T, typename Less = std::less<T>>
class PriorityQueue : public BasicQueue<T> {
public:
    explicit PriorityQueue(int maxSize = 0)
        : BasicQueue<T>(new Detail::LowestFirst<T, Less>(maxSize))
    {
    }
};

/// The latest item first.
template <typename T>
class LifoQueue : public BasicQueue<T> {
public:
    explicit LifoQueue(int maxSize = 0)
        : BasicQueue<T>(new Detail::LastInFirstOut<T>(maxSize))
    {
    }
};

} // namespace Playground
