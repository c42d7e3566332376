// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/trace/chrometrace.h"

#include "core/trace/jsonwriter.h"
#include "core/trace/names.h"

#include <QFileInfo>
#include <QStringBuilder>

#include <algorithm>

namespace Playground {

using namespace Qt::StringLiterals;
using namespace Trace;

namespace {

/// All tracks belong to one process. Loops come first, so the main loop is the process's main thread.
constexpr qint64 ProcessId = 1;

class Exporter {
public:
    explicit Exporter(const Timeline &timeline) : m_timeline(timeline), m_json(m_out) { }

    QByteArray run()
    {
        m_out.append("{\"displayTimeUnit\":\"ms\",\"traceEvents\":[\n");
        writeTracks();
        for (std::size_t loop = 0; loop < m_timeline.loops().size(); ++loop)
            writeLoop(loop);
        for (const TaskRecord &task : m_timeline.tasks())
            writeTask(task);
        writeNetwork();
        writeInstants();
        // After all slices: an arrow is bound to the slice that a reader has already seen.
        for (const TaskRecord &task : m_timeline.tasks())
            writeWakeUps(task);
        m_out.append("\n]}\n");
        return std::move(m_out);
    }

private:
    static qint64 trackOf(LoopId loop) { return 1 + qint64(loop); }
    qint64 trackOf(TaskId task) const
    {
        const auto loops = std::max<qint64>(1, qint64(m_timeline.loops().size()));
        return task == TaskId::None ? trackOf(LoopId::Main) : loops + qint64(task);
    }

    Time end(Time to) const { return to == Open ? m_timeline.now() : to; }

    /// One event a line; everything up to its args.
    void beginEvent(const char *phase, QStringView name, qint64 track)
    {
        if (!m_out.endsWith('\n'))
            m_out.append(",\n");
        m_json.beginObject();
        m_json.key("ph").string(phase);
        m_json.key("name").string(name);
        m_json.key("pid").number(ProcessId);
        m_json.key("tid").number(track);
    }

    void endEvent() { m_json.endObject(); }

    void microseconds(const char *key, Time time) { m_json.key(key).decimal(time.count(), 3); }

    void beginSlice(QStringView name, const QString &category, qint64 track, Time from, Time to)
    {
        beginEvent("X", name, track);
        m_json.key("cat").string(category);
        microseconds("ts", from);
        microseconds("dur", end(to) - from);
    }

    void writeName(QStringView what, const QString &name, qint64 track)
    {
        beginEvent("M", what, track);
        m_json.key("args").beginObject();
        m_json.key("name").string(name);
        m_json.endObject();
        endEvent();
    }

    void writeTrack(const QString &name, qint64 track)
    {
        writeName(u"thread_name", name, track);
        beginEvent("M", u"thread_sort_index", track);
        m_json.key("args").beginObject();
        m_json.key("sort_index").number(m_sortIndex++);
        m_json.endObject();
        endEvent();
    }

    void writeTracks()
    {
        const QString program = QFileInfo(m_timeline.run().program).fileName();
        writeName(u"process_name", program.isEmpty() ? u"scenario"_s : program, trackOf(LoopId::Main));
        writeTrack(u"event loop"_s, trackOf(LoopId::Main));
        for (std::size_t loop = 1; loop < m_timeline.loops().size(); ++loop)
            writeTrack(u"event loop %1"_s.arg(loop + 1), trackOf(LoopId(loop)));
        for (const qsizetype index : m_timeline.treeOrder()) {
            const TaskRecord &task = m_timeline.tasks()[std::size_t(index)];
            const QString indent(2 * std::min(task.depth, 20), u' ');
            writeTrack(indent + nameOf(task), trackOf(task.id));
        }
    }

    static QString nameOf(const TaskRecord &task)
    {
        return task.coroutine.isEmpty() ? task.name : QString(task.name % u" (" % task.coroutine % u')');
    }

    QString nameOf(TaskId id) const
    {
        const TaskRecord *task = m_timeline.task(id);
        return task ? nameOf(*task) : u"task %1"_s.arg(quint32(id));
    }

    void writeLoop(std::size_t loop)
    {
        const LoopRecord &record = m_timeline.loops()[loop];
        const qint64 track = trackOf(LoopId(loop));
        for (const LoopTurn &turn : record.turns) {
            beginSlice(nameOf(turn.task), u"task"_s, track, turn.from, turn.to);
            endEvent();
        }
        for (const LoopStretch &stretch : record.stretches) {
            const bool idle = stretch.kind == LoopStretch::Kind::Idle;
            beginSlice(idle ? u"idle"_s : stretch.label, idle ? u"idle"_s : u"callback"_s, track, stretch.from, stretch.to);
            if (stretch.line != 0) {
                m_json.key("args").beginObject();
                m_json.key("line").number(stretch.line);
                m_json.endObject();
            }
            endEvent();
        }
    }

    void writeTask(const TaskRecord &task)
    {
        for (const Span &span : task.spans) {
            const Wait *wait = span.wait >= 0 ? &task.waits[std::size_t(span.wait)] : nullptr;
            const CallSite site = wait ? m_timeline.innermost(wait->site) : CallSite {};
            const QString state = Playground::nameOf(span.state);
            const QString unlabelled = wait ? Playground::nameOf(wait->kind) : state;
            beginSlice(site.text.isEmpty() ? unlabelled : site.text, state, trackOf(task.id), span.from, span.to);
            m_json.key("args").beginObject();
            m_json.key("state").string(state);
            if (wait)
                writeWait(*wait, site);
            if (&span == &task.spans.back())
                writeResult(task);
            m_json.endObject();
            endEvent();
        }
    }

    void writeWait(const Wait &wait, const CallSite &site)
    {
        m_json.key("kind").string(Playground::nameOf(wait.kind));
        m_json.key("label").string(site.text);
        if (site.line != 0)
            m_json.key("line").number(site.line);
        if (wait.on != TaskId::None)
            m_json.key("on").string(nameOf(wait.on));
    }

    void writeResult(const TaskRecord &task)
    {
        if (!task.finished)
            return;
        m_json.key("outcome").string(Playground::nameOf(task.state));
        if (!task.value.isEmpty())
            m_json.key(task.state == TaskState::Done ? "result" : "error").string(task.value);
    }

    /// Connections overlap within a task, so each phase is an asynchronous slice of its connection.
    void writeNetwork()
    {
        qint64 id = 0;
        for (const NetworkPhaseRecord &phase : m_timeline.networkPhases()) {
            ++id;
            writeNetworkEnd("b", phase, id, phase.from);
            writeNetworkEnd("e", phase, id, end(phase.to));
        }
    }

    void writeNetworkEnd(const char *kind, const NetworkPhaseRecord &phase, qint64 id, Time at)
    {
        beginEvent(kind, Playground::nameOf(phase.phase), trackOf(phase.task));
        m_json.key("cat").string("network");
        m_json.key("id").number(id);
        microseconds("ts", at);
        m_json.key("args").beginObject();
        m_json.key("host").string(phase.host);
        m_json.key("connection").number(phase.connection);
        m_json.endObject();
        endEvent();
    }

    void writeInstant(QStringView name, const QString &category, TaskId task, Time at, const QString &text, int line)
    {
        beginEvent("i", name, trackOf(task));
        m_json.key("cat").string(category);
        m_json.key("s").string("t");
        microseconds("ts", at);
        m_json.key("args").beginObject();
        m_json.key("text").string(text);
        if (line != 0)
            m_json.key("line").number(line);
        m_json.endObject();
        endEvent();
    }

    void writeInstants()
    {
        for (const OutputRecord &output : m_timeline.output()) {
            const QString text = QString::fromUtf8(output.text);
            const auto name = output.stream == OutputStream::Out ? u"print"_s : u"stderr"_s;
            writeInstant(name, u"output"_s, output.task, output.at, text, 0);
        }
        for (const Warning &warning : m_timeline.warnings()) {
            writeInstant(Playground::nameOf(warning.kind), u"warning"_s, warning.task, warning.at, warning.text,
                         warning.line);
        }
    }

    void writeWakeUps(const TaskRecord &task)
    {
        for (const Wait &wait : task.waits) {
            const TaskRecord *waker = m_timeline.task(wait.wokenBy);
            if (!waker || wait.to == Open)
                continue;
            ++m_flows;
            writeFlow("s", m_flows, trackOf(waker->id), momentWithin(*waker, wait.to));
            writeFlow("f", m_flows, trackOf(task.id), wait.to);
        }
    }

    /// A moment at which an arrow can leave a task: within the step in which it did, at the latest just before its end.
    static Time momentWithin(const TaskRecord &task, Time at)
    {
        auto after = std::upper_bound(task.spans.begin(), task.spans.end(), at,
                                      [](Time moment, const Span &span) { return moment < span.from; });
        while (after != task.spans.begin()) {
            --after;
            if (after->state == SpanState::Running)
                return after->to > at ? at : std::max(after->from, after->to - Time(1));
        }
        return at;
    }

    void writeFlow(const char *phase, qint64 id, qint64 track, Time at)
    {
        beginEvent(phase, u"wakes", track);
        m_json.key("cat").string("wake-up");
        m_json.key("id").number(id);
        if (*phase == 'f')
            m_json.key("bp").string("e");
        microseconds("ts", at);
        endEvent();
    }

    const Timeline &m_timeline;
    QByteArray m_out;
    JsonWriter m_json;
    qint64 m_sortIndex = 0;
    qint64 m_flows = 0;
};

} // namespace

QByteArray chromeTraceJson(const Timeline &timeline)
{
    return Exporter(timeline).run();
}

} // namespace Playground
