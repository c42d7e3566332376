// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/gantt/chartmarks.h"

#include <algorithm>

namespace Playground {

using Trace::Time;

std::vector<ChartMark>::iterator ChartMarks::find(int number)
{
    return std::find_if(m_marks.begin(), m_marks.end(),
                        [number](const ChartMark &mark) { return mark.number == number; });
}

const ChartMark *ChartMarks::mark(int number) const
{
    const auto found =
        std::find_if(m_marks.begin(), m_marks.end(), [number](const ChartMark &mark) { return mark.number == number; });
    return found == m_marks.end() ? nullptr : &*found;
}

int ChartMarks::add(Time at)
{
    const auto same =
        std::find_if(m_marks.begin(), m_marks.end(), [at](const ChartMark &mark) { return mark.at == at; });
    if (same != m_marks.end())
        return same->number;
    m_marks.push_back({++m_last, at, {}});
    sort();
    Q_EMIT changed();
    return m_last;
}

void ChartMarks::rename(int number, const QString &name)
{
    const auto found = find(number);
    const QString wanted = name.simplified();
    if (found == m_marks.end() || found->name == wanted)
        return;
    found->name = wanted;
    Q_EMIT changed();
}

void ChartMarks::move(int number, Time at)
{
    const auto found = find(number);
    if (found == m_marks.end() || found->at == at)
        return;
    found->at = at;
    sort();
    Q_EMIT changed();
}

void ChartMarks::remove(int number)
{
    const auto found = find(number);
    if (found == m_marks.end())
        return;
    m_marks.erase(found);
    Q_EMIT changed();
}

void ChartMarks::clear()
{
    m_last = 0;
    if (m_marks.empty())
        return;
    m_marks.clear();
    Q_EMIT changed();
}

int ChartMarks::next(Time after) const
{
    const auto found =
        std::find_if(m_marks.begin(), m_marks.end(), [after](const ChartMark &mark) { return mark.at > after; });
    if (found != m_marks.end())
        return found->number;
    return m_marks.empty() ? 0 : m_marks.front().number;
}

std::optional<Time> ChartMarks::nearest(Time at) const
{
    const auto nearest = std::min_element(m_marks.begin(), m_marks.end(), [at](const ChartMark &a, const ChartMark &b) {
        return std::chrono::abs(a.at - at) < std::chrono::abs(b.at - at);
    });
    return nearest == m_marks.end() ? std::nullopt : std::optional(nearest->at);
}

void ChartMarks::sort()
{
    std::stable_sort(m_marks.begin(), m_marks.end(),
                     [](const ChartMark &a, const ChartMark &b) { return a.at < b.at; });
}

} // namespace Playground
