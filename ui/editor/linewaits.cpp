// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editor/linewaits.h"

#include <algorithm>

namespace Playground {

LineWaits::LineWaits(const Timeline &timeline, Trace::Time now)
{
    QHash<Trace::SiteId, std::vector<int>> linesOfSites;
    const auto linesOf = [&](Trace::SiteId site) -> const std::vector<int> & {
        const auto known = linesOfSites.constFind(site);
        if (known != linesOfSites.constEnd())
            return *known;
        std::vector<int> lines;
        for (const Trace::CallSite &call : timeline.site(site)) {
            if (call.line > 0 && std::find(lines.begin(), lines.end(), call.line) == lines.end())
                lines.push_back(call.line); // of a recursion, once
        }
        return *linesOfSites.insert(site, lines);
    };
    for (const TaskRecord &task : timeline.tasks()) {
        for (const Wait &wait : task.waits) {
            if (wait.kind == Trace::WaitKind::Turn)
                continue;
            const Trace::Time duration = std::max((wait.to == Trace::Open ? now : wait.to) - wait.from, Trace::Time{});
            for (const int line : linesOf(wait.site))
                count(line, task, duration);
        }
    }
}

void LineWaits::count(int line, const TaskRecord &task, Trace::Time duration)
{
    LineFacts &facts = m_facts[line];
    ++facts.waits;
    facts.total += duration;
    if (facts.waits == 1 || duration > facts.longest) {
        facts.longest = duration;
        facts.longestBy = task.id;
    }
    Trace::TaskId &last = m_lastTask[line];
    if (last == task.id)
        return;
    last = task.id;
    ++facts.taskCount;
    if (facts.tasks.size() < LineFacts::MostTasks)
        facts.tasks.push_back(task.id);
}

const LineFacts *LineWaits::at(int line) const
{
    const auto facts = m_facts.find(line);
    return facts == m_facts.end() ? nullptr : &facts->second;
}

} // namespace Playground
