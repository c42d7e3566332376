// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/trace/timeline.h"
#include "ui/gantt/coordinates.h"
#include "ui/gantt/lanebars.h"

#include <array>
#include <vector>

namespace Playground {

/// How the tasks of a run are divided among the states, moment by moment: what an overview shows. It takes the same
/// memory whatever the number of spans, and what is new costs some nanoseconds a span.
class StateDensity {
public:
    StateDensity();

    /// Takes in what the timeline has come to, at most about `most` spans and tasks of it. False where there is more:
    /// then it is to be called again. After another run, begin with another density.
    bool update(const Timeline &timeline, Trace::Time now, qsizetype most);

    /// The range in `count` equally long columns: time in each state, summed over all tasks, up to `now`. Exact in sum,
    /// and within a column to a two-thousandth of the run's length. Empty for an empty range or no columns.
    std::vector<StateTimes> columns(TimeRange range, int count, Trace::Time now) const;

private:
    static constexpr qsizetype Buckets = 2048;

    /// Beginnings less ends of spans within a stretch of time: how many, and the sum of their moments. Sums may wrap
    /// around, as differences of them are right all the same.
    struct Points {
        std::array<quint64, Buckets> count{};
        std::array<quint64, Buckets> moments{};
    };

    /// What of a task may still change.
    struct Tail {
        qsizetype task = 0; ///< index into Timeline::tasks()
        qsizetype settled = 0; ///< spans before
        std::array<StateSpan, 4> spans{}; ///< the others, as they were counted; one that goes on ends at Trace::Open
        int count = 0;
    };

    qsizetype visit(Tail &tail, const Timeline &timeline, Trace::Time now, qsizetype most);
    void add(const StateSpan &span, bool isThere);
    void addPoint(ChartState state, Trace::Time at, quint64 count);
    void coarsen();

    std::vector<Points> m_points; ///< by state
    Trace::Time m_width{1000}; ///< of a bucket
    std::vector<Tail> m_tails; ///< of the tasks that have more to come
    qsizetype m_known = 0; ///< tasks that were ever in m_tails
    size_t m_next = 0; ///< where the next update goes on
};

} // namespace Playground
