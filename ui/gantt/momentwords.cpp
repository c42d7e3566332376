// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/gantt/momentwords.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Playground {

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(Playground::MomentWords)
};

constexpr std::size_t MostOfQueue = 3;

qsizetype orderOf(const Timeline &timeline, const TaskRecord &task)
{
    return &task - timeline.tasks().data();
}

/// There were tasks, and none of them is left to wait for.
bool isOver(const RunMoment &moment)
{
    const auto count = [&moment](auto... states) { return (moment.count(states) + ...); };
    return count(TaskState::Done, TaskState::Failed, TaskState::Cancelled) > 0
        && count(TaskState::Ready, TaskState::Running, TaskState::Waiting) == 0;
}

/// One after the other, until `most` of a queue are told.
class Telling {
public:
    Telling(const Timeline &timeline, std::size_t most)
        : m_timeline(timeline)
        , m_most(most)
    {
    }

    void tellThread(const LoopMoment &loop, const RunMoment &moment)
    {
        if (const TaskRecord *task = m_timeline.task(loop.running)) {
            //: Before a task's name: it has the loop's thread
            add(Texts::tr("running"), ColorRole::Muted);
            addTask(*task);
        } else if (!loop.callback.isEmpty()) {
            //: %1 is a function that is called by the loop, not by a task
            add(Texts::tr("callback %1").arg(shownText(loop.callback)), ColorRole::Text);
        } else if (loop.queue.empty() && !isOver(moment)) {
            add(Texts::tr("the loop waits"), ColorRole::Muted);
        }
    }

    void tellQueue(const LoopMoment &loop)
    {
        if (loop.queue.empty())
            return;
        //: Before the names of the tasks that are ready, in the order in which they come to run
        add(Texts::tr("queue"), ColorRole::Alarm);
        const std::size_t told = std::min(loop.queue.size(), m_most);
        for (std::size_t i = 0; i < told; ++i) {
            if (const TaskRecord *task = m_timeline.task(loop.queue[i]))
                addTask(*task);
        }
        if (loop.queue.size() > told)
            add(u"+%1"_s.arg(QLocale().toString(qulonglong(loop.queue.size() - told))), ColorRole::Muted);
    }

    void tellCounts(const RunMoment &moment)
    {
        const auto count = [this, &moment](TaskState state, const QString &text) {
            if (moment.count(state) > 0)
                add(text, ColorRole::Muted);
        };
        const auto number = [&moment](TaskState state) { return int(moment.count(state)); };
        count(TaskState::Waiting, Texts::tr("%n waiting", nullptr, number(TaskState::Waiting)));
        count(TaskState::Done, Texts::tr("%n done", nullptr, number(TaskState::Done)));
        count(TaskState::Failed, Texts::tr("%n failed", nullptr, number(TaskState::Failed)));
        count(TaskState::Cancelled, Texts::tr("%n cancelled", nullptr, number(TaskState::Cancelled)));
    }

    std::vector<MomentWords> words() && { return std::move(m_words); }

private:
    void add(const QString &text, ColorRole color) { m_words.push_back({std::nullopt, text, color}); }
    void addTask(const TaskRecord &task) { m_words.push_back({orderOf(m_timeline, task), shownName(task)}); }

    const Timeline &m_timeline;
    std::size_t m_most;
    std::vector<MomentWords> m_words;
};

std::vector<MomentWords> told(const Timeline &timeline, const RunMoment &moment, std::size_t mostOfQueue)
{
    Telling telling(timeline, mostOfQueue);
    for (std::size_t i = 0; i < moment.loops.size(); ++i) {
        const bool isWorthTelling = i == 0 || !(moment.loops[i] == LoopMoment());
        if (isWorthTelling) {
            telling.tellThread(moment.loops[i], moment);
            telling.tellQueue(moment.loops[i]);
        }
    }
    telling.tellCounts(moment);
    return std::move(telling).words();
}

} // namespace

std::vector<MomentWords> momentWords(const Timeline &timeline, const RunMoment &moment)
{
    return told(timeline, moment, MostOfQueue);
}

QString momentSentence(const Timeline &timeline, const RunMoment &moment)
{
    QStringList words;
    for (const MomentWords &each : told(timeline, moment, SIZE_MAX))
        words << each.text;
    return words.join(u' ');
}

} // namespace Playground
