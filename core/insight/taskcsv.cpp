// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/insight/taskcsv.h"
#include "core/insight/comparison.h"
#include "core/trace/names.h"
#include "core/trace/timeline.h"

#include <QRegularExpression>
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

QStringList columns()
{
    return {u"name"_s,       u"coroutine"_s, u"parent"_s,  u"state"_s,     u"created_s"_s, u"started_s"_s,
            u"finished_s"_s, u"running_s"_s, u"ready_s"_s, u"waiting_s"_s, u"result"_s};
}

QStringList fieldsOf(const Timeline &timeline, const TaskRecord &task)
{
    const TaskRecord *parent = timeline.task(task.parent);
    const TaskFigures figures = figuresOf(timeline, task);
    return {task.name,
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
}

QString commaSeparated(QStringList fields)
{
    for (QString &field : fields)
        field = quoted(harmless(field));
    return fields.join(u',');
}

/// What is pasted has no quotes: what would begin another field or row is a space.
QString tabSeparated(QStringList fields)
{
    static const QRegularExpression breaks(u"[\\t\\r\\n]+"_s);
    for (QString &field : fields)
        field.replace(breaks, u" "_s);
    return fields.join(u'\t');
}

} // namespace

QByteArray taskCsv(const Timeline &timeline)
{
    QStringList rows{commaSeparated(columns())};
    for (const TaskRecord &task : timeline.tasks())
        rows << commaSeparated(fieldsOf(timeline, task));
    return "\xEF\xBB\xBF" + (rows.join(u"\r\n"_s) + u"\r\n"_s).toUtf8();
}

QString taskRows(const Timeline &timeline, const std::vector<Trace::TaskId> &tasks)
{
    QStringList rows{tabSeparated(columns())};
    for (const Trace::TaskId id : tasks) {
        if (const TaskRecord *task = timeline.task(id))
            rows << tabSeparated(fieldsOf(timeline, *task));
    }
    return rows.join(u'\n') + u'\n';
}

} // namespace Playground
