// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/insight/comparisonsummary.h"

#include "core/trace/jsonwriter.h"
#include "core/trace/names.h"
#include "core/trace/summary.h"

#include <algorithm>
#include <cmath>

namespace Playground {

using namespace Qt::StringLiterals;
using namespace Trace;

namespace {

void milliseconds(JsonWriter &json, Time time)
{
    json.decimal(time.count(), 6);
}

void ratio(JsonWriter &json, std::optional<double> value)
{
    constexpr double Millionth = 1e6;
    if (value)
        json.decimal(std::llround(std::min(*value, Millionth * Millionth) * Millionth), 6);
    else
        json.null();
}

void idOrNull(JsonWriter &json, TaskId id)
{
    if (id != TaskId::None)
        json.number(qint64(id));
    else
        json.null();
}

QString nameOf(PathStep::Kind kind)
{
    switch (kind) {
    case PathStep::Kind::Running:
        return u"running"_s;
    case PathStep::Kind::Waiting:
        return u"waiting"_s;
    case PathStep::Kind::Held:
        return u"ready"_s;
    case PathStep::Kind::Outside:
        break;
    }
    return u"outside"_s;
}

void writeFigures(JsonWriter &json, const TaskFigures &figures)
{
    json.beginObject();
    milliseconds(json.key("durationMs"), figures.duration);
    milliseconds(json.key("runningMs"), figures.running);
    milliseconds(json.key("readyMs"), figures.ready);
    milliseconds(json.key("waitingMs"), figures.waiting);
    json.endObject();
}

void writeMatch(JsonWriter &json, const Comparison &comparison, const TaskMatch &match)
{
    json.beginObject();
    json.key("name").string(comparison.nameOf(match));
    json.key("ids").beginArray();
    for (std::size_t run = 0; run < comparison.runCount(); ++run) {
        const TaskRecord *task = comparison.task(match, run);
        idOrNull(json, task ? task->id : TaskId::None);
    }
    json.endArray();
    json.key("ms").beginArray();
    for (std::size_t run = 0; run < comparison.runCount(); ++run) {
        if (const TaskRecord *task = comparison.task(match, run))
            milliseconds(json, figuresOf(comparison.timeline(run), *task).duration);
        else
            json.null();
    }
    json.endArray();
    const auto second = comparison.difference(match, 1);
    json.key("differenceMs");
    if (second)
        milliseconds(json, second->duration);
    else
        json.null();
    json.key("differences").beginArray();
    for (std::size_t run = 1; run < comparison.runCount(); ++run) {
        if (const auto difference = comparison.difference(match, run))
            writeFigures(json, *difference);
        else
            json.null();
    }
    json.endArray();
    json.endObject();
}

void writeUnmatched(JsonWriter &json, const Comparison &comparison, const TaskMatch &match)
{
    for (std::size_t run = 0; run < comparison.runCount(); ++run) {
        const TaskRecord *task = comparison.task(match, run);
        if (!task)
            continue;
        json.beginObject();
        json.key("name").string(comparison.nameOf(match));
        json.key("run").number(qint64(run));
        json.key("id").number(qint64(task->id));
        milliseconds(json.key("ms"), figuresOf(comparison.timeline(run), *task).duration);
        json.endObject();
    }
}

bool isMatched(const TaskMatch &match)
{
    return std::count_if(match.tasks.begin(), match.tasks.end(), [](qsizetype task) { return task >= 0; }) > 1;
}

void writeReason(JsonWriter &json, const Diagnosis &reason)
{
    if (reason.id.isEmpty()) {
        json.null();
        return;
    }
    json.beginObject();
    json.key("id").string(reason.id);
    json.key("zh_CN").string(reason.zhCN);
    json.key("en").string(reason.en);
    json.endObject();
}

void writeStep(JsonWriter &json, const Timeline &timeline, const PathStep &step)
{
    json.beginObject();
    milliseconds(json.key("fromMs"), step.from);
    milliseconds(json.key("toMs"), step.to);
    json.key("kind").string(nameOf(step.kind));
    idOrNull(json.key("task"), step.task);
    if (step.kind == PathStep::Kind::Waiting && step.wait >= 0) {
        const Wait &wait = timeline.task(step.task)->waits[std::size_t(step.wait)];
        const CallSite site = timeline.innermost(wait.site);
        json.key("waitKind").string(Playground::nameOf(wait.kind));
        json.key("label").string(site.text);
        json.key("line");
        if (site.line > 0)
            json.number(site.line);
        else
            json.null();
    }
    if (step.kind == PathStep::Kind::Held)
        idOrNull(json.key("holder"), step.holder);
    json.endObject();
}

void writePathTotals(JsonWriter &json, const PathTotals &totals)
{
    json.beginObject();
    milliseconds(json.key("running"), totals.running);
    milliseconds(json.key("waitingForTheWorld"), totals.forTheWorld);
    milliseconds(json.key("waitingForTheProgram"), totals.forItself);
    milliseconds(json.key("ready"), totals.held);
    milliseconds(json.key("outside"), totals.outside);
    json.endObject();
}

} // namespace

std::vector<Diagnosis> reasonsOf(const Comparison &comparison)
{
    std::vector<Diagnosis> reasons;
    for (std::size_t run = 1; run < comparison.runCount(); ++run)
        reasons.push_back(reasonText(findReasons(comparison, 0, run)));
    return reasons;
}

QByteArray comparisonJson(const Comparison &comparison, const std::vector<QList<Diagnosis>> &diagnoses)
{
    const std::vector<Diagnosis> reasons = reasonsOf(comparison);
    QByteArray out;
    JsonWriter json(out, JsonWriter::Layout::Indented);
    json.beginObject();
    json.key("runs").beginArray();
    for (std::size_t run = 0; run < comparison.runCount(); ++run)
        writeSummary(json, comparison.timeline(run), diagnoses[run]);
    json.endArray();
    ratio(json.key("ratio"), comparison.ratio(1));
    json.key("ratios").beginArray();
    for (std::size_t run = 1; run < comparison.runCount(); ++run)
        ratio(json, comparison.ratio(run));
    json.endArray();
    json.key("matched").beginArray();
    for (const TaskMatch &match : comparison.tasks()) {
        if (isMatched(match))
            writeMatch(json, comparison, match);
    }
    json.endArray();
    json.key("unmatched").beginArray();
    for (const TaskMatch &match : comparison.tasks()) {
        if (!isMatched(match))
            writeUnmatched(json, comparison, match);
    }
    json.endArray();
    writeReason(json.key("reason"), reasons.front());
    json.key("reasons").beginArray();
    for (const Diagnosis &reason : reasons)
        writeReason(json, reason);
    json.endArray();
    json.key("criticalPath").beginArray();
    for (std::size_t run = 0; run < comparison.runCount(); ++run) {
        json.beginArray();
        for (const PathStep &step : comparison.path(run))
            writeStep(json, comparison.timeline(run), step);
        json.endArray();
    }
    json.endArray();
    json.key("pathMs").beginArray();
    for (std::size_t run = 0; run < comparison.runCount(); ++run)
        writePathTotals(json, comparison.pathTotals(run));
    json.endArray();
    json.key("leastPossibleMs").beginArray();
    for (std::size_t run = 0; run < comparison.runCount(); ++run)
        milliseconds(json, comparison.leastTime(run).time);
    json.endArray();
    json.endObject();
    out.append('\n');
    return out;
}

} // namespace Playground
