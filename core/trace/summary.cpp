// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/trace/summary.h"

#include "core/trace/jsonwriter.h"
#include "core/trace/names.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <vector>

namespace Playground {

using namespace Trace;

namespace {

using PhasesByTask = QHash<TaskId, std::vector<const NetworkPhaseRecord *>>;

void milliseconds(JsonWriter &json, Time time)
{
    json.decimal(time.count(), 6);
}

void milliseconds(JsonWriter &json, std::optional<Time> time)
{
    if (time && *time != Open)
        milliseconds(json, *time);
    else
        json.null();
}

void numberOrNull(JsonWriter &json, qint64 number)
{
    if (number != 0)
        json.number(number);
    else
        json.null();
}

void textOrNull(JsonWriter &json, const QString &text)
{
    if (!text.isEmpty())
        json.string(text);
    else
        json.null();
}

/// A ratio to six decimals, which is more than any clock gives.
void ratio(JsonWriter &json, double value)
{
    constexpr double Millionth = 1e6;
    json.decimal(std::isfinite(value) ? std::llround(std::clamp(value, 0.0, Millionth * Millionth) * Millionth) : 0, 6);
}

PhasesByTask phasesByTask(const Timeline &timeline)
{
    PhasesByTask phases;
    for (const NetworkPhaseRecord &phase : timeline.networkPhases())
        phases[phase.task].push_back(&phase);
    return phases;
}

void writePhases(JsonWriter &json, const std::vector<const NetworkPhaseRecord *> &phases, const Wait &wait)
{
    json.key("phases").beginArray();
    for (const NetworkPhaseRecord *phase : phases) {
        if (phase->from > wait.to || phase->to < wait.from)
            continue;
        const Time from = std::max(phase->from, wait.from);
        const Time to = std::min(phase->to, wait.to);
        if (from == to && phase->from != phase->to)
            continue; // they only touch
        json.beginObject();
        json.key("phase").string(nameOf(phase->phase));
        json.key("host").string(phase->host);
        milliseconds(json.key("fromMs"), from);
        milliseconds(json.key("toMs"), std::optional(to));
        json.endObject();
    }
    json.endArray();
}

void writeWait(JsonWriter &json, const Timeline &timeline, const Wait &wait,
               const std::vector<const NetworkPhaseRecord *> &phases)
{
    const CallSite site = timeline.innermost(wait.site);
    json.beginObject();
    json.key("kind").string(nameOf(wait.kind));
    json.key("label").string(site.text);
    numberOrNull(json.key("line"), site.line);
    milliseconds(json.key("fromMs"), wait.from);
    milliseconds(json.key("toMs"), std::optional(wait.to));
    if (wait.kind == WaitKind::Network)
        writePhases(json, phases, wait);
    json.endObject();
}

void writeTask(JsonWriter &json, const Timeline &timeline, const TaskRecord &task,
               const std::vector<const NetworkPhaseRecord *> &phases)
{
    json.beginObject();
    json.key("id").number(qint64(task.id));
    numberOrNull(json.key("parent"), qint64(task.parent));
    json.key("name").string(task.name);
    json.key("coroutine").string(task.coroutine);
    json.key("state").string(nameOf(task.state));
    milliseconds(json.key("createdMs"), task.created);
    milliseconds(json.key("startedMs"), task.started);
    milliseconds(json.key("finishedMs"), task.finished);
    milliseconds(json.key("runningMs"), timeline.timeIn(task, SpanState::Running));
    milliseconds(json.key("readyMs"), timeline.timeIn(task, SpanState::Ready));
    milliseconds(json.key("waitingMs"), timeline.timeIn(task, SpanState::Waiting));
    const bool succeeded = task.state == TaskState::Done;
    textOrNull(json.key("result"), succeeded ? task.value : QString());
    textOrNull(json.key("error"), succeeded ? QString() : task.value);
    json.key("waits").beginArray();
    for (const Wait &wait : task.waits)
        writeWait(json, timeline, wait, phases);
    json.endArray();
    json.endObject();
}

void writeRun(JsonWriter &json, const Timeline &timeline)
{
    const RunStarted &run = timeline.run();
    const RunOutcome &outcome = timeline.outcome();
    json.key("program").string(run.program);
    json.key("language").string(run.language);
    json.key("runtime").string(run.runtime);
    json.key("clock").string(nameOf(run.clock));
    ratio(json.key("speed"), run.speed);
    json.key("network").string(nameOf(run.network));
    json.key("outcome").string(nameOf(outcome.outcome));
    json.key("exitCode").number(outcome.exitCode);
    numberOrNull(json.key("signal"), outcome.signal);
    textOrNull(json.key("limit"), nameOf(outcome.limit));
    json.key("traceWasCut").boolean(timeline.traceWasCut());
}

void writeTotals(JsonWriter &json, const Timeline &timeline)
{
    const Totals totals = timeline.totals();
    milliseconds(json.key("wallMs"), totals.wall);
    milliseconds(json.key("waitMs"), totals.waiting);
    ratio(json.key("concurrency"), totals.concurrency);
    json.key("loop").beginObject();
    milliseconds(json.key("busyMs"), totals.loopBusy);
    milliseconds(json.key("longestBlockMs"), totals.longestBlock);
    json.endObject();
}

void writeWarning(JsonWriter &json, const Warning &warning)
{
    json.beginObject();
    json.key("kind").string(nameOf(warning.kind));
    numberOrNull(json.key("line"), warning.line);
    json.key("text").string(warning.text);
    numberOrNull(json.key("task"), qint64(warning.task));
    json.endObject();
}

void writeDiagnosis(JsonWriter &json, const Diagnosis &diagnosis)
{
    json.beginObject();
    json.key("id").string(diagnosis.id);
    numberOrNull(json.key("line"), diagnosis.line);
    json.key("zh_CN").string(diagnosis.zhCN);
    json.key("en").string(diagnosis.en);
    json.endObject();
}

void writeDropped(JsonWriter &json, const Timeline &timeline)
{
    const qint64 tasks = timeline.droppedTasks();
    const qint64 spans = timeline.droppedSpans();
    const qint64 output = timeline.droppedOutputBytes();
    const qint64 warnings = timeline.droppedWarnings();
    if (tasks == 0 && spans == 0 && output == 0 && warnings == 0)
        return;
    json.key("dropped").beginObject();
    json.key("tasks").number(tasks);
    json.key("spans").number(spans);
    json.key("outputBytes").number(output);
    json.key("warnings").number(warnings);
    json.endObject();
}

} // namespace

void writeSummary(JsonWriter &json, const Timeline &timeline, const QList<Diagnosis> &diagnoses)
{
    const PhasesByTask phases = phasesByTask(timeline);
    json.beginObject();
    writeRun(json, timeline);
    writeTotals(json, timeline);
    json.key("tasks").beginArray();
    for (const TaskRecord &task : timeline.tasks())
        writeTask(json, timeline, task, phases.value(task.id));
    json.endArray();
    json.key("warnings").beginArray();
    for (const Warning &warning : timeline.warnings())
        writeWarning(json, warning);
    json.endArray();
    json.key("diagnoses").beginArray();
    for (const Diagnosis &diagnosis : diagnoses)
        writeDiagnosis(json, diagnosis);
    json.endArray();
    writeDropped(json, timeline);
    json.endObject();
}

QByteArray summaryJson(const Timeline &timeline, const QList<Diagnosis> &diagnoses)
{
    QByteArray out;
    JsonWriter json(out, JsonWriter::Layout::Indented);
    writeSummary(json, timeline, diagnoses);
    out.append('\n');
    return out;
}

} // namespace Playground
