// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tasks/taskorder.h"

#include "core/insight/moment.h"
#include "translations/translations.h"

#include <QCollator>
#include <QLocale>

#include <algorithm>

namespace Playground {

using Trace::Time;

namespace {

/// A task with that by which it is ordered.
template <typename Key>
struct Keyed {
    qsizetype task = 0;
    std::optional<Key> key;
};

template <typename Key>
void sortByKey(std::vector<qsizetype> &tasks, bool isDescending, auto keyOf)
{
    std::vector<Keyed<Key>> keyed;
    keyed.reserve(tasks.size());
    for (const qsizetype task : tasks)
        keyed.push_back({task, keyOf(task)});
    std::ranges::stable_sort(keyed, [isDescending](const Keyed<Key> &a, const Keyed<Key> &b) {
        if (!a.key || !b.key)
            return a.key && !b.key;
        return isDescending ? *b.key < *a.key : *a.key < *b.key;
    });
    std::ranges::transform(keyed, tasks.begin(), &Keyed<Key>::task);
}

void sortByText(std::vector<qsizetype> &tasks, bool isDescending, auto textOf)
{
    const QLocale language(installedLanguage());
    QCollator collator(language);
    collator.setNumericMode(true);
    collator.setCaseSensitivity(Qt::CaseInsensitive);
    sortByKey<QCollatorSortKey>(tasks, isDescending, [&](qsizetype task) {
        const QString text = textOf(task);
        return text.isEmpty() ? std::nullopt : std::optional(collator.sortKey(text));
    });
}

} // namespace

std::optional<Time> timeIn(const TaskRecord &task, TaskColumn column, Time at)
{
    const std::optional<TaskPast> past = pastOf(task, at);
    if (!past)
        return std::nullopt;
    switch (column) {
    case TaskColumn::Created:
        return task.created;
    case TaskColumn::Started:
        return past->started;
    case TaskColumn::Finished:
        return past->finished;
    case TaskColumn::Running:
        return past->spentIn(SpanState::Running);
    case TaskColumn::Ready:
        return past->spentIn(SpanState::Ready);
    case TaskColumn::Waiting:
        return past->spentIn(SpanState::Waiting);
    case TaskColumn::Name:
    case TaskColumn::State:
    case TaskColumn::Result:
        break;
    }
    return std::nullopt;
}

std::vector<qsizetype> orderedTasks(const Timeline &timeline, const TaskFilter &filter, const TaskOrder &order, Time at)
{
    const std::vector<TaskRecord> &all = timeline.tasks();
    std::vector<qsizetype> tasks;
    tasks.reserve(all.size());
    for (qsizetype i = 0; i < qsizetype(all.size()); ++i) {
        if (filter.isEmpty() || filter.passes(all[size_t(i)]))
            tasks.push_back(i);
    }
    if (!order.column)
        return tasks;
    const auto record = [&all](qsizetype task) -> const TaskRecord & { return all[size_t(task)]; };
    switch (*order.column) {
    case TaskColumn::Name:
        sortByText(tasks, order.isDescending, [&](qsizetype task) { return displayName(record(task)); });
        break;
    case TaskColumn::Result:
        sortByText(tasks, order.isDescending, [&](qsizetype task) {
            const bool isOver = record(task).finished && *record(task).finished <= at;
            return isOver ? record(task).value : QString();
        });
        break;
    case TaskColumn::State:
        sortByKey<TaskState>(tasks, order.isDescending, [&](qsizetype task) {
            if (at >= record(task).progress.since)
                return std::optional(record(task).state); // also where its detail is not kept
            const std::optional<TaskMoment> moment = taskAt(record(task), at);
            return moment ? std::optional(moment->state) : std::nullopt;
        });
        break;
    case TaskColumn::Created:
    case TaskColumn::Started:
    case TaskColumn::Finished:
    case TaskColumn::Running:
    case TaskColumn::Ready:
    case TaskColumn::Waiting:
        sortByKey<Time>(tasks, order.isDescending,
                        [&](qsizetype task) { return timeIn(record(task), *order.column, at); });
        break;
    }
    return tasks;
}

} // namespace Playground
