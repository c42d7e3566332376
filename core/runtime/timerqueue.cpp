// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/timerqueue.h"

#include <algorithm>

namespace Playground {

namespace {

constexpr size_t Branches = 4;
/// So many removed entries in the line are not worth the trouble.
constexpr size_t FewGaps = 64;

} // namespace

void TimerSlot::callOff() noexcept
{
    if (m_queue)
        m_queue->remove(*this);
}

TimerQueue::~TimerQueue()
{
    for (const Entry &entry : m_heap)
        entry.slot->m_queue = nullptr;
    for (const Entry &entry : m_line) {
        if (entry.slot)
            entry.slot->m_queue = nullptr;
    }
}

Trace::Time TimerQueue::next() const noexcept
{
    const auto inHeap = m_heap.empty() ? Trace::Open : m_heap.front().deadline;
    return m_line.empty() ? inHeap : std::min(inHeap, m_line.front().deadline);
}

void TimerQueue::add(TimerSlot &slot, Trace::Time deadline)
{
    const Entry entry{deadline, ++m_count, &slot};
    slot.m_queue = this;
    if (m_line.empty() || deadline >= m_line.back().deadline) {
        slot.m_place = 2 * (m_lineBegin + m_line.size()) + 1;
        m_line.push_back(entry);
    } else {
        m_heap.emplace_back();
        moveUp(m_heap.size() - 1, entry);
    }
}

void TimerQueue::remove(TimerSlot &slot) noexcept
{
    slot.m_queue = nullptr;
    const size_t index = slot.m_place / 2;
    if (slot.m_place % 2 == 1)
        removeFromLine(index - m_lineBegin);
    else
        removeFromHeap(index);
}

void TimerQueue::removeFromHeap(size_t index) noexcept
{
    const Entry last = m_heap.back();
    m_heap.pop_back();
    if (index == m_heap.size())
        return;
    if (index > 0 && last.isBefore(m_heap[(index - 1) / Branches]))
        moveUp(index, last);
    else
        moveDown(index, last);
}

void TimerQueue::removeFromLine(size_t index) noexcept
{
    m_line[index].slot = nullptr;
    ++m_gaps;
    while (!m_line.empty() && !m_line.front().slot) {
        m_line.pop_front();
        ++m_lineBegin;
        --m_gaps;
    }
    while (!m_line.empty() && !m_line.back().slot) {
        m_line.pop_back();
        --m_gaps;
    }
    if (m_gaps > FewGaps && m_gaps > m_line.size() / 2)
        closeGaps();
}

void TimerQueue::closeGaps() noexcept
{
    std::erase_if(m_line, [](const Entry &entry) { return !entry.slot; });
    for (size_t index = 0; index < m_line.size(); ++index)
        m_line[index].slot->m_place = 2 * (m_lineBegin + index) + 1;
    m_gaps = 0;
}

Job *TimerQueue::takeDue(Trace::Time now) noexcept
{
    const bool hasLine = !m_line.empty();
    if (!hasLine && m_heap.empty())
        return nullptr;
    const bool isInLine = hasLine && (m_heap.empty() || m_line.front().isBefore(m_heap.front()));
    const Entry &first = isInLine ? m_line.front() : m_heap.front();
    if (first.deadline > now)
        return nullptr;
    TimerSlot *slot = first.slot;
    remove(*slot);
    return slot->m_job;
}

void TimerQueue::place(size_t index, const Entry &entry) noexcept
{
    m_heap[index] = entry;
    entry.slot->m_place = 2 * index;
}

void TimerQueue::moveUp(size_t index, Entry entry) noexcept
{
    while (index > 0) {
        const size_t parent = (index - 1) / Branches;
        if (!entry.isBefore(m_heap[parent]))
            break;
        place(index, m_heap[parent]);
        index = parent;
    }
    place(index, entry);
}

void TimerQueue::moveDown(size_t index, Entry entry) noexcept
{
    const size_t size = m_heap.size();
    while (true) {
        const size_t firstChild = Branches * index + 1;
        if (firstChild >= size)
            break;
        size_t least = firstChild;
        for (size_t child = firstChild + 1; child < std::min(firstChild + Branches, size); ++child) {
            if (m_heap[child].isBefore(m_heap[least]))
                least = child;
        }
        if (!m_heap[least].isBefore(entry))
            break;
        place(index, m_heap[least]);
        index = least;
    }
    place(index, entry);
}

} // namespace Playground
