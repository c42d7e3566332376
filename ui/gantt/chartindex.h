// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/gantt/charttext.h"
#include "ui/gantt/lanebars.h"
#include "ui/gantt/lanerows.h"

#include <QHash>

#include <unordered_map>

namespace Playground {

/// When a loop's thread was taken, by tasks and callbacks: kept while the loop goes on. Only what is new costs anything.
class LoopTrack {
public:
    void update(const LoopRecord &loop);

    const std::vector<TimeRange> &slices() const { return m_slices; }
    /// The slice that goes on, from when.
    std::optional<Trace::Time> openFrom() const { return m_openFrom; }
    const SpanPyramid &pyramid() const { return m_pyramid; }

private:
    std::vector<TimeRange> m_slices;
    std::optional<Trace::Time> m_openFrom;
    size_t m_turns = 0;
    size_t m_stretches = 0;
    SpanPyramid m_pyramid;
};

/// What many spans of a task add up to.
struct TaskLevels {
    SpanPyramid pyramid;
    WaitKinds kinds; ///< of its waits so far
    qsizetype noted = 0; ///< spans whose kinds are in `kinds`
};

/// What a chart looks up in a timeline again and again, kept while the timeline grows: which task is in which lane, and
/// which hosts a task spoke with. It costs nothing where nothing has been added, and nothing for lanes that nobody sees.
class ChartIndex {
public:
    /// To be called after the timeline has grown. Another timeline asks for another index.
    void update(const Timeline &timeline);

    /// For another run, with the same filters.
    void restart();

    /// The lanes of the chart. Whoever chooses something there calls update() after it.
    const LaneRows &rows() const { return m_rows; }
    LaneRows &rows() { return m_rows; }

    qsizetype laneCount() const { return m_rows.count(); }
    /// The task of a lane, as an index into Timeline::tasks(); -1 for the lane of those that are folded away. Lanes
    /// inside of a task are the task's.
    qsizetype taskIndex(qsizetype lane) const { return m_rows.row(lane).task; }
    /// The lane of the task itself; -1 for a task that has none.
    qsizetype laneOf(const Timeline &timeline, Trace::TaskId task) const;

    /// With whom the task spoke in that time: "www.sina.com.cn:80"; empty where it did with nobody.
    QString hostOf(const Timeline &timeline, Trace::TaskId task, Trace::Time from, Trace::Time to) const;
    /// The phases of the task's connections, as indices into Timeline::networkPhases(), in order of time.
    const std::vector<qsizetype> &phasesOf(Trace::TaskId task) const;

    /// Whether there are calls or connections inside of the task to be looked at.
    bool hasInside(const Timeline &timeline, const TaskRecord &task) const
    {
        return !phasesOf(task.id).empty() || m_rows.hasInside(timeline, task);
    }

    /// Made when it is first asked for, and brought up to date.
    const TaskLevels &levelsOf(const TaskRecord &task) const;
    /// Of all the task's waits.
    WaitKinds kindsOf(const TaskRecord &task) const;
    const LoopTrack &trackOf(const Timeline &timeline, Trace::LoopId loop) const;

    /// Whether one of the task's spans [first, end) is a wait at that line of the program.
    bool hasWaitAtLine(const Timeline &timeline, const TaskRecord &task, qsizetype first, qsizetype end,
                       int line) const;

    /// The task's waits that other tasks have ended, as indices into its waits, in order of time.
    const std::vector<qint32> &wokenWaitsOf(const TaskRecord &task) const;

private:
    struct WokenWaits {
        std::vector<qint32> waits;
        size_t looked = 0; ///< at so many waits
    };

    /// How many of the spans before each one of a row of steps are waits at the line that is looked for.
    using LineCounts = std::vector<qint32>;

    bool isAtLine(const Timeline &timeline, const TaskRecord &task, qsizetype span) const;

    LaneRows m_rows;
    QHash<Trace::TaskId, std::vector<qsizetype>> m_phases;
    qsizetype m_phaseCount = 0;
    mutable std::unordered_map<quint32, TaskLevels> m_levels; ///< by task
    mutable std::unordered_map<quint32, LoopTrack> m_tracks; ///< by loop
    mutable int m_line = 0; ///< the one that was looked for last, whose answers are kept
    mutable QHash<Trace::SiteId, bool> m_sitesAtLine;
    mutable std::unordered_map<quint32, LineCounts> m_lineCounts; ///< by task
    mutable std::unordered_map<quint32, WokenWaits> m_woken; ///< by task
};

/// Brings it up to date with a task's spans.
void updateLevels(TaskLevels &levels, const TaskRecord &task);

} // namespace Playground
