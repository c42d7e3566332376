// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/gantt/lanerows.h"

#include "ui/gantt/charttext.h"

namespace Playground {

using Trace::TaskId;

void LaneRows::restart()
{
    m_collapsed.clear();
    m_openInside.clear();
    m_inside.clear();
    m_depths.clear();
    m_isFoldOpen = false;
    m_order.clear();
    m_isStale = true;
}

void LaneRows::update(const Timeline &timeline)
{
    const bool hasNews = m_revision != timeline.revision();
    m_revision = timeline.revision();
    if (m_order.size() != timeline.tasks().size()) {
        order(timeline);
        m_isStale = true;
    }
    // Names and states change without any new task.
    if (hasNews && (!m_filter.isEmpty() || m_foldsDone))
        m_isStale = true;
    if ((hasNews || m_isStale) && updateInside(timeline))
        m_isStale = true;
    if (std::exchange(m_isStale, false))
        rebuild(timeline);
}

void LaneRows::order(const Timeline &timeline)
{
    m_order = timeline.treeOrder();
    m_hasChildren.assign(m_order.size(), false);
    for (size_t i = 0; i + 1 < m_order.size(); ++i) {
        const TaskRecord &task = timeline.tasks()[size_t(m_order[i])];
        m_hasChildren[size_t(m_order[i])] = timeline.tasks()[size_t(m_order[i + 1])].depth > task.depth;
    }
}

/// Brings what is inside of opened tasks up to date; true where there are more lanes than before.
bool LaneRows::updateInside(const Timeline &timeline)
{
    bool hasMore = false;
    for (const TaskId id : std::as_const(m_openInside)) {
        const TaskRecord *task = timeline.task(id);
        if (!task)
            continue;
        Inside &inside = m_inside[quint32(id)];
        const int before = inside.calls.depth() + inside.network.count();
        inside.calls.update(timeline, *task);
        inside.network.update(timeline, id);
        hasMore = hasMore || inside.calls.depth() + inside.network.count() != before;
    }
    return hasMore;
}

void LaneRows::rebuild(const Timeline &timeline)
{
    m_rows.clear();
    m_rowOfTask.assign(m_order.size(), -1);
    m_filteredCount = 0;
    noteFolded(timeline);
    add(timeline, false);
    if (m_foldedCount > 0) {
        m_rows.push_back({LaneRow::Kind::FoldedDone, -1, 0});
        if (m_isFoldOpen)
            add(timeline, true);
    }
    layOut();
}

/// A task folds away when it is done and so is whatever it created.
void LaneRows::noteFolded(const Timeline &timeline)
{
    m_isFolded.assign(m_order.size(), false);
    m_foldedCount = 0;
    if (!m_foldsDone)
        return;
    const auto &tasks = timeline.tasks();
    std::vector<bool> hasOther(m_order.size(), false); // a descendant that is not done
    for (auto task = m_order.rbegin(); task != m_order.rend(); ++task) {
        const TaskRecord &record = tasks[size_t(*task)];
        const bool stays = hasOther[size_t(*task)] || record.state != TaskState::Done;
        m_isFolded[size_t(*task)] = !stays;
        m_foldedCount += !stays && m_filter.passes(record) ? 1 : 0;
        if (!stays || record.depth == 0)
            continue;
        if (const TaskRecord *parent = timeline.task(record.parent))
            hasOther[size_t(parent - tasks.data())] = true;
    }
}

void LaneRows::add(const Timeline &timeline, bool folded)
{
    int hiddenBelow = -1; // depth of a task that is collapsed
    for (const qsizetype index : m_order) {
        const TaskRecord &task = timeline.tasks()[size_t(index)];
        if (m_isFolded[size_t(index)] != folded)
            continue;
        if (hiddenBelow >= 0 && task.depth > hiddenBelow)
            continue;
        hiddenBelow = m_filter.isEmpty() && m_collapsed.contains(task.id) ? task.depth : -1;
        if (!m_filter.passes(task)) {
            ++m_filteredCount;
            continue;
        }
        m_rowOfTask[size_t(index)] = qsizetype(m_rows.size());
        m_rows.push_back({LaneRow::Kind::Task, qint32(index), 0});
        if (!m_openInside.contains(task.id))
            continue;
        const Inside &inside = m_inside[quint32(task.id)];
        for (int depth = 1; depth <= inside.calls.depth(); ++depth)
            m_rows.push_back({LaneRow::Kind::Calls, qint32(index), depth});
        for (int lane = 0; lane < inside.network.count(); ++lane)
            m_rows.push_back({LaneRow::Kind::Network, qint32(index), lane});
    }
}

void LaneRows::layOut()
{
    const bool isEven = std::none_of(m_rows.begin(), m_rows.end(), [](const LaneRow &row) {
        return row.kind == LaneRow::Kind::Calls || row.kind == LaneRow::Kind::Network;
    });
    m_tops.reset();
    if (isEven)
        return;
    const LaneLayout layout = laneLayoutFor(count());
    std::vector<double> tops{0};
    tops.reserve(m_rows.size() + 1);
    for (const LaneRow &row : m_rows) {
        const bool isInside = row.kind == LaneRow::Kind::Calls || row.kind == LaneRow::Kind::Network;
        tops.push_back(tops.back() + (isInside ? InsideLaneHeight : layout.laneHeight));
    }
    m_tops = std::make_shared<const std::vector<double>>(std::move(tops));
}

bool TaskFilter::passes(const TaskRecord &task) const
{
    if (!states.isEmpty() && !states.contains(task.state))
        return false;
    return text.isEmpty() || displayName(task).contains(text, Qt::CaseInsensitive);
}

bool LaneRows::hasInside(const Timeline &timeline, const TaskRecord &task) const
{
    CallDepth &depth = m_depths[quint32(task.id)];
    depth.update(timeline, task);
    return depth.depth > 1;
}

const CallLanes *LaneRows::callsOf(TaskId task) const
{
    const auto found = m_inside.find(quint32(task));
    return found == m_inside.end() ? nullptr : &found->second.calls;
}

const NetworkLanes *LaneRows::networkOf(TaskId task) const
{
    const auto found = m_inside.find(quint32(task));
    return found == m_inside.end() ? nullptr : &found->second.network;
}

void LaneRows::setCollapsed(TaskId task, bool collapsed)
{
    if (collapsed)
        m_collapsed.insert(task);
    else
        m_collapsed.remove(task);
    m_isStale = true;
}

void LaneRows::setInsideOpen(TaskId task, bool open)
{
    if (open) {
        m_openInside.insert(task);
    } else {
        m_openInside.remove(task);
        m_inside.erase(quint32(task));
    }
    m_isStale = true;
}

void LaneRows::collapseAll(const Timeline &timeline)
{
    for (size_t task = 0; task < m_hasChildren.size(); ++task) {
        if (m_hasChildren[task])
            m_collapsed.insert(timeline.tasks()[task].id);
    }
    m_openInside.clear();
    m_inside.clear();
    m_isStale = true;
}

void LaneRows::expandAll()
{
    m_collapsed.clear();
    m_isStale = true;
}

void LaneRows::setFilter(const QString &text)
{
    m_filter.text = text;
    m_isStale = true;
}

void LaneRows::setStateFilter(TaskStates states)
{
    m_filter.states = states;
    m_isStale = true;
}

void LaneRows::setFoldsDone(bool folds)
{
    m_foldsDone = folds;
    m_isFoldOpen = false;
    m_isStale = true;
}

void LaneRows::setFoldOpen(bool open)
{
    m_isFoldOpen = open;
    m_isStale = true;
}

void LaneRows::reveal(const Timeline &timeline, TaskId id)
{
    const TaskRecord *task = timeline.task(id);
    if (!task || !m_filter.passes(*task))
        return;
    const auto index = size_t(task - timeline.tasks().data());
    if (index < m_isFolded.size() && m_isFolded[index])
        m_isFoldOpen = m_isStale = true;
    for (const TaskRecord *parent = task; parent->depth > 0;) {
        parent = timeline.task(parent->parent);
        if (!parent)
            break;
        if (m_collapsed.remove(parent->id))
            m_isStale = true;
    }
    update(timeline);
}

} // namespace Playground
