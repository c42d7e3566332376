// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/insight/taskcsv.h"
#include "core/insight/comparison.h"
#include "core/trace/names.h"
#include "core/trace/timeline.h"

#include <QStringList>

namespace Playground {

namespace {

using namespace Qt::StringLiterals;

bool isNumber(const QString &field)
{
    bool isNumber = false;
    field.toDouble(&isNumber);
    return isNumber;
}

/// A spreadsheet would carry out what a program has named a task. What stands behind an apostrophe is text to it, and a
/// number stays one.
QString harmless(const QString &field)
{
    constexpr QStringView Beginnings = u"=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";
    const bool isFormula = !field.isEmpty() && Beginnings.contains(field.front()) && !isNumber(field);
    return isFormula ? u'\'' + field : field;
}

QString quoted(const QString &field)
{
    const bool needsQuotes = field.contains(u',') || field.contains(u'"') || field.contains(u'\n')
        || field.contains(u'\r') || field.contains(u'\t') || field.startsWith(u' ') || field.endsWith(u' ');
    return needsQuotes ? u'"' + QString(field).replace(u'"', u"\"\""_s) + u'"' : field;
}

QString seconds(Trace::Time time)
{
    return QString::number(double(time.count()) / 1e9, 'f', 9);
}

QString seconds(std::optional<Trace::Time> time)
{
    return time ? seconds(*time) : QString();
}

QString rowOf(const Timeline &timeline, const TaskRecord &task)
{
    const TaskRecord *parent = timeline.task(task.parent);
    const TaskFigures figures = figuresOf(timeline, task);
    QStringList fields{task.name,
                       task.coroutine,
                       parent ? parent->name : QString(),
                       nameOf(task.state),
                       seconds(task.created),
                       seconds(task.started),
                       seconds(task.finished),
                       seconds(figures.running),
                       seconds(figures.ready),
                       seconds(figures.waiting),
                       task.value};
    for (QString &field : fields)
        field = quoted(harmless(field));
    return fields.join(u',');
}

} // namespace

QByteArray taskCsv(const Timeline &timeline)
{
    QStringList rows{
        u"name,coroutine,parent,state,created_s,started_s,finished_s,running_s,ready_s,waiting_s,result"_s};
    for (const TaskRecord &task : timeline.tasks())
        rows << rowOf(timeline, task);
    return "\xEF\xBB\xBF" + (rows.join(u"\r\n"_s) + u"\r\n"_s).toUtf8();
}

} // namespace Playground
