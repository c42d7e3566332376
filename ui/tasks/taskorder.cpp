// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tasks/taskorder.h"

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

std::optional<Time> timeIn(const Timeline &timeline, const TaskRecord &task, TaskColumn column, Time now)
{
    switch (column) {
    case TaskColumn::Created:
        return task.created;
    case TaskColumn::Started:
        return task.started;
    case TaskColumn::Finished:
        return task.finished;
    case TaskColumn::Running:
        return timeline.timeIn(task, SpanState::Running, now);
    case TaskColumn::Ready:
        return timeline.timeIn(task, SpanState::Ready, now);
    case TaskColumn::Waiting:
        return timeline.timeIn(task, SpanState::Waiting, now);
    case TaskColumn::Name:
    case TaskColumn::State:
    case TaskColumn::Result:
        break;
    }
    return std::nullopt;
}

std::vector<qsizetype> orderedTasks(const Timeline &timeline, const TaskFilter &filter, const TaskOrder &order,
                                    Time now)
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
        sortByText(tasks, order.isDescending, [&](qsizetype task) { return record(task).value; });
        break;
    case TaskColumn::State:
        sortByKey<TaskState>(tasks, order.isDescending,
                             [&](qsizetype task) { return std::optional(record(task).state); });
        break;
    case TaskColumn::Created:
    case TaskColumn::Started:
    case TaskColumn::Finished:
    case TaskColumn::Running:
    case TaskColumn::Ready:
    case TaskColumn::Waiting:
        sortByKey<Time>(tasks, order.isDescending,
                        [&](qsizetype task) { return timeIn(timeline, record(task), *order.column, now); });
        break;
    }
    return tasks;
}

} // namespace Playground
