// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/runtime/job.h"
#include "core/trace/events.h"

#include <deque>
#include <vector>

namespace Playground {

/// A place among the timers: has a job join the ready ones at a moment of scenario time. Takes itself out when it is
/// destroyed.
class TimerSlot {
public:
    explicit TimerSlot(Job &job) noexcept
        : m_job(&job)
    {
    }
    ~TimerSlot() { callOff(); }
    Q_DISABLE_COPY_MOVE(TimerSlot)

    bool isPending() const noexcept { return m_queue != nullptr; }
    void callOff() noexcept;

private:
    friend class TimerQueue;
    Job *m_job;
    class TimerQueue *m_queue = nullptr;
    size_t m_place = 0; ///< its index in the queue's heap or line, doubled, and one more in the line
};

/// A job for a moment of scenario time. It calls itself off when it is destroyed.
class Timer : public Job {
public:
    bool isPending() const noexcept { return m_slot.isPending(); }
    /// Called off, it is neither pending nor ready; nothing happens if it is neither.
    void callOff() noexcept
    {
        m_slot.callOff();
        unlink();
    }
    TimerSlot &slot() noexcept { return m_slot; }

protected:
    Timer() noexcept = default;

private:
    TimerSlot m_slot{*this};
};

/// Timers by deadline, and among equals in the order in which they were added. Most programs set most of their timers
/// for the same durations over and over, so that each is due later than the one before: these stand in a line, which
/// costs next to nothing. The others are in a heap of four branches.
class TimerQueue {
public:
    TimerQueue() = default;
    ~TimerQueue();
    Q_DISABLE_COPY_MOVE(TimerQueue)

    bool isEmpty() const noexcept { return m_heap.empty() && m_line.empty(); }
    /// The earliest deadline; Trace::Open if there is none.
    Trace::Time next() const noexcept;

    /// The slot must not be pending.
    void add(TimerSlot &slot, Trace::Time deadline);
    void remove(TimerSlot &slot) noexcept;
    /// Takes out the first one if its deadline has come by `now`, and gives its job; nullptr otherwise.
    Job *takeDue(Trace::Time now) noexcept;

private:
    struct Entry {
        Trace::Time deadline;
        quint64 order;
        TimerSlot *slot; ///< nullptr in the line: removed

        bool isBefore(const Entry &other) const noexcept
        {
            return deadline != other.deadline ? deadline < other.deadline : order < other.order;
        }
    };
    void place(size_t index, const Entry &entry) noexcept;
    void moveUp(size_t index, Entry entry) noexcept;
    void moveDown(size_t index, Entry entry) noexcept;
    void removeFromHeap(size_t index) noexcept;
    void removeFromLine(size_t index) noexcept;
    void closeGaps() noexcept;

    std::vector<Entry> m_heap;
    std::deque<Entry> m_line; ///< neither its first nor its last entry is a removed one
    size_t m_lineBegin = 0; ///< the index of its first entry
    size_t m_gaps = 0; ///< removed entries in the line
    quint64 m_count = 0;
};

} // namespace Playground
