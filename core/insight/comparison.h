// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/insight/criticalpath.h"
#include "core/insight/runfacts.h"
#include "core/insight/taskmatching.h"

#include <memory>
#include <optional>
#include <vector>

namespace Playground {

/// What goes into a comparison: a run that has ended, and the text that ran.
struct ComparedRun {
    const Timeline *timeline = nullptr;
    QString source;
};

/// What a task did with its time. Its duration is that from its creation to its end, or to the end of the run where it
/// had none; it is the sum of the others.
struct TaskFigures {
    Trace::Time duration{};
    Trace::Time running{};
    Trace::Time ready{};
    Trace::Time waiting{};

    TaskFigures operator-(const TaskFigures &other) const;
    bool operator==(const TaskFigures &) const = default;
};

TaskFigures figuresOf(const Timeline &timeline, const TaskRecord &task);

/// Two to four runs beside each other; the first is the one that the others are compared with. Worked out once, and not
/// changed by what happens to the timelines later; they must outlive it.
class Comparison {
public:
    static constexpr std::size_t MostRuns = 4;

    explicit Comparison(const std::vector<ComparedRun> &runs);
    Q_DISABLE_COPY_MOVE(Comparison)

    std::size_t runCount() const { return m_runs.size(); }
    const RunFacts &facts(std::size_t run) const { return m_runs[run]->facts; }
    const Timeline &timeline(std::size_t run) const { return facts(run).timeline(); }
    Trace::Time total(std::size_t run) const { return facts(run).totals().wall; }
    const std::vector<PathStep> &path(std::size_t run) const { return m_runs[run]->path; }
    const PathTotals &pathTotals(std::size_t run) const { return m_runs[run]->pathTotals; }
    const LeastTime &leastTime(std::size_t run) const { return m_runs[run]->least; }

    /// The rows of tasks, in order of the first run's lanes; see matchTasks().
    const std::vector<TaskMatch> &tasks() const { return m_tasks; }
    /// nullptr where the run has no such task.
    const TaskRecord *task(const TaskMatch &match, std::size_t run) const;
    /// The name that a reader knows the task by: the one that it was given in any run, otherwise the first run's.
    QString nameOf(const TaskMatch &match) const;
    /// What a run's task took more than the first run's; nothing unless both have it.
    std::optional<TaskFigures> difference(const TaskMatch &match, std::size_t run) const;

    /// How many times as fast as the first run. Nothing where a run took no time.
    std::optional<double> ratio(std::size_t run) const;

    /// "A", "B"…
    static QString letterOf(std::size_t run) { return QString(QChar(u'A' + int(run))); }

private:
    struct Run {
        explicit Run(const ComparedRun &run);

        RunFacts facts;
        std::vector<PathStep> path;
        PathTotals pathTotals;
        LeastTime least;
    };

    std::vector<std::unique_ptr<const Run>> m_runs;
    std::vector<TaskMatch> m_tasks;
};

/// How far each run is to be moved to the right on a common axis so that a moment of each falls together with the same
/// of the others: none to the left, and one of them not at all. `moments` has one for each run.
std::vector<Trace::Time> alignedAt(const std::vector<Trace::Time> &moments);
/// Aligned at the runs' beginnings.
std::vector<Trace::Time> alignedAtStart(const Comparison &comparison);
/// Aligned where the task first ran. A run in which it never did is aligned by its beginning, with the first run that
/// has the task, or else with the first run.
std::vector<Trace::Time> alignedAtTask(const Comparison &comparison, const TaskMatch &match);

} // namespace Playground
