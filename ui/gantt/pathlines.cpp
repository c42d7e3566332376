// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/gantt/pathlines.h"

namespace Playground {

using Trace::Time;

namespace {

constexpr double LineWidth = 3;
constexpr double BelowBar = 2;
constexpr double Finest = 1; // pixels from one step that is drawn to the next
constexpr double BetweenTurns = 2; // pixels: lines from lane to lane that are closer would be an area

auto firstEndingAfter(const std::vector<PathStep> &path, Time at)
{
    return std::partition_point(path.begin(), path.end(), [at](const PathStep &step) { return step.to <= at; });
}

} // namespace

void addPathLines(ChartItems &items, const std::vector<PathStep> &path, const TimeScale &scale, const LaneLayout &lanes,
                  const LaneOf &laneOf, double top, double bottom)
{
    const auto add = [&](const QLineF &line, double width) {
        if (std::max(line.y1(), line.y2()) >= top && std::min(line.y1(), line.y2()) <= bottom)
            items.add(Rule{line, ColorRole::Alarm, width});
    };
    bool goesOn = false;
    QPointF last;
    double lastTurn = -BetweenTurns;
    auto step = firstEndingAfter(path, scale.from);
    while (step != path.end() && step->from <= scale.to) {
        const auto span = visibleSpan(scale, step->from, step->to);
        const qsizetype lane = step->kind == PathStep::Kind::Outside ? -1 : laneOf(step->task);
        const Time to = step->to;
        if (lane < 0 || !span) {
            goesOn = false;
            step = firstEndingAfter(path, to);
            continue;
        }
        const double y = lanes.laneMiddle(lane) + lanes.barHeight / 2 + BelowBar;
        if (goesOn && last.y() != y && span->left - lastTurn >= BetweenTurns) {
            add(QLineF({span->left, last.y()}, {span->left, y}), LineWidth / 2);
            lastTurn = span->left;
        }
        const double right = std::max(span->right, std::min(span->left + 1, scale.right()));
        add(QLineF(span->left, y, right, y), LineWidth);
        last = {span->right, y};
        goesOn = true;
        step = firstEndingAfter(path, std::max(to, scale.toTime(span->left + Finest)));
    }
}

bool isOnPath(const std::vector<PathStep> &path, Trace::TaskId task, TimeRange range)
{
    constexpr int MostSteps = 1000; // of many stretches that are drawn as one
    int looked = 0;
    for (auto step = firstEndingAfter(path, range.from); step != path.end() && looked < MostSteps; ++step, ++looked) {
        if (step->from > range.to || (step->from == range.to && !range.isEmpty()))
            break;
        if (step->kind != PathStep::Kind::Outside && step->task == task)
            return true;
    }
    return false;
}

const std::vector<PathStep> &PathOfRun::steps(const Timeline &timeline)
{
    if (!m_isKnown || m_revision != timeline.revision()) {
        m_steps = criticalPath(timeline);
        m_revision = timeline.revision();
        m_isKnown = true;
    }
    return m_steps;
}

} // namespace Playground
