// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/gantt/tasklane.h"

#include "ui/gantt/chartfonts.h"
#include "ui/gantt/waitlabel.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Playground {

using namespace Metrics;
using Trace::Time;

namespace {

constexpr double BarToMark = 8;
constexpr double OpenEndWidth = 9;
constexpr qsizetype FewestLetters = 8; // of a label that is cut short: fewer say nothing

/// The coroutine without the functions that it was defined in.
QString coroutineText(const TaskRecord &task)
{
    const QString local = u"<locals>."_s;
    const QString name = shownText(task.coroutine);
    const qsizetype outer = name.lastIndexOf(local);
    return name.isEmpty() ? QString() : name.mid(outer < 0 ? 0 : outer + local.size()) + u"()"_s;
}

/// The same, where there is little room also without its class.
QString coroutineText(const TaskRecord &task, double room)
{
    const QString text = coroutineText(task);
    if (ChartFonts::width(FontRole::Detail, text) <= room)
        return text;
    return ChartFonts::elided(FontRole::Detail, text.mid(text.lastIndexOf(u'.') + 1), room);
}

/// The first label as far as it fits, or a shorter one, if that says about as much.
QString fittingLabel(const QStringList &labels, double room, bool mayShorten)
{
    if (ChartFonts::width(FontRole::Call, labels.first()) <= room)
        return labels.first();
    if (!mayShorten)
        return {};
    const QString cut = ChartFonts::elided(FontRole::Call, labels.first(), room);
    for (const QString &label : labels.mid(1)) {
        if (ChartFonts::width(FontRole::Call, label) <= room)
            return cut.size() > label.size() + 5 ? cut : label;
    }
    return cut.size() >= FewestLetters ? cut : QString();
}

/// A result of which no more than a few letters would be seen is left out, so that the time is seen whole.
QString shortenedEnd(const QString &text, double room)
{
    const QString cut = ChartFonts::elided(FontRole::Mark, text, room);
    const QString withoutResult = text.section(u" · "_s, 0, 0);
    const bool isTelling = cut == text || cut.size() >= withoutResult.size() + FewestLetters;
    return isTelling || ChartFonts::width(FontRole::Mark, withoutResult) > room ? cut : withoutResult;
}

} // namespace

Trace::WaitKind kindOf(const TaskRecord &task, const Span &span)
{
    return span.wait >= 0 && size_t(span.wait) < task.waits.size() ? task.waits[size_t(span.wait)].kind
                                                                   : Trace::WaitKind::Other;
}

Time silenceAllowed(const Timeline &timeline)
{
    return std::chrono::duration_cast<Time>(200ms * std::clamp(timeline.run().speed, 0.01, 1000.0));
}

TaskSpans::TaskSpans(const TaskRecord &task, Time now, Time silence)
    : m_task(task)
    , m_whole(qsizetype(task.spans.size()))
{
    if (task.spans.empty() || task.spans.back().to != Trace::Open)
        return;
    --m_whole;
    const Span &span = task.spans.back();
    const ChartState state = chartState(span.state, kindOf(task, span));
    const bool isSleep = state == ChartState::WaitingForTime && span.wait >= 0;
    const Time until = isSleep ? task.waits[size_t(span.wait)].until : Trace::Open;
    const bool isOverdue = until < now && now - until > silence;
    const Time end = std::max(span.from, isOverdue ? until : now);
    m_last[size_t(m_lastCount++)] = {span.from, end, state};
    if (end < now)
        m_last[size_t(m_lastCount++)] = {end, now, ChartState::Ready};
}

StateSpan TaskSpans::at(qsizetype index) const
{
    if (index >= m_whole)
        return m_last[size_t(index - m_whole)];
    const Span &span = m_task.spans[size_t(index)];
    return {span.from, span.to, chartState(span.state, kindOf(m_task, span))};
}

ChartState currentState(const TaskRecord &task, Time now, Time silence)
{
    const TaskSpans spans(task, now, silence);
    return spans.size() > 0 ? spans.at(spans.size() - 1).state : ChartState::Ready;
}

std::vector<LaneBlock> taskBlocks(const ChartScene &scene, const TaskRecord &task)
{
    const TaskSpans spans(task, scene.now, silenceAllowed(scene.timeline));
    return laneBlocks(spans, scene.index.levelsOf(task).pyramid, scene.scale);
}

double nameLeft(const TaskRecord &task, const LaneLayout &lanes, double left)
{
    return left + lanes.indent(task.depth) + ChipSize + ChipToName;
}

double columnWidthFor(const TaskRecord &task, const LaneLayout &lanes, double left)
{
    const double coroutine = std::min(WidestCoroutine, ChartFonts::width(FontRole::Detail, coroutineText(task)));
    return nameLeft(task, lanes, left) + ChartFonts::width(FontRole::Name, shownName(task))
        + (coroutine > 0 ? NameToCoroutine + coroutine : 0);
}

void addTaskName(ChartItems &items, const ChartScene &scene, const TaskRow &row, double right)
{
    const TaskRecord &task = *row.task;
    const double left = nameLeft(task, scene.lanes, scene.left);
    items.add(Chip{QRectF(left - ChipToName - ChipSize, row.middle - ChipSize / 2, ChipSize, ChipSize), row.order});
    const double room = right - left;
    const QString name = ChartFonts::elided(FontRole::Name, shownName(task), room);
    const double baseline = std::round(row.middle + ChartFonts::middleToBaseline(FontRole::Name));
    items.addTextOn(baseline, left, name, FontRole::Name, ColorRole::Text, task.id);
    const double rest = room - ChartFonts::width(FontRole::Name, name) - NameToCoroutine;
    if (rest < NarrowestLabel)
        return;
    const QString coroutine = coroutineText(task, rest);
    items.addTextOn(baseline, right - ChartFonts::width(FontRole::Detail, coroutine), coroutine, FontRole::Detail,
                    ColorRole::Muted, task.id);
}

void addTaskBars(ChartItems &items, const ChartScene &scene, const TaskRow &row, const std::vector<LaneBlock> &blocks)
{
    if (blocks.empty())
        return;
    const TaskRecord &task = *row.task;
    items.addBlocks(blocks, {blocks.front().span.left, blocks.back().span.right},
                    row.middle - scene.lanes.barHeight / 2, scene.lanes.barHeight, task.id, task.loop);
    const TaskSpans spans(task, scene.now, silenceAllowed(scene.timeline));
    const auto see = [&](Trace::WaitKind kind) {
        items.seen().kinds[size_t(chartState(SpanState::Waiting, kind))].insert(kind);
    };
    quint8 merged = 0;
    for (const LaneBlock &block : blocks) {
        const Span &first = task.spans[size_t(spans.spanIndex(block.first))];
        if (block.isMerged())
            merged |= block.states;
        else if (first.state == SpanState::Waiting)
            see(kindOf(task, first));
    }
    if (merged == 0)
        return;
    const WaitKinds kinds = scene.index.kindsOf(task);
    for (int kind = 0; kind <= int(Trace::WaitKind::Other); ++kind) {
        const ChartState state = chartState(SpanState::Waiting, Trace::WaitKind(kind));
        if (kinds.contains(Trace::WaitKind(kind)) && (merged & 1U << unsigned(state)) != 0)
            see(Trace::WaitKind(kind));
    }
}

void addWaitLabels(ChartItems &items, const ChartScene &scene, const TaskRow &row, const std::vector<LaneBlock> &blocks)
{
    const TaskRecord &task = *row.task;
    QString previous;
    Trace::SiteId previousSite{};
    for (const LaneBlock &block : blocks) {
        if (block.isMerged() || block.first >= qsizetype(task.spans.size()))
            continue;
        const Span &span = task.spans[size_t(block.first)];
        if (span.state != SpanState::Waiting || span.wait < 0)
            continue;
        const auto place = visibleSpan(scene.scale, span.from, scene.endOf(span.to));
        if (!place || place->width() < NarrowestLabel)
            continue;
        const Wait &wait = task.waits[size_t(span.wait)];
        const QString host = scene.index.hostOf(scene.timeline, task.id, span.from, scene.endOf(span.to));
        const QStringList labels = waitLabels(scene.timeline, wait, host);
        if (labels.isEmpty())
            continue;
        // One call that waits several times inside says so once.
        const bool goesOn = labels.first() == previous && wait.site != previousSite;
        previous = labels.first();
        previousSite = wait.site;
        if (goesOn)
            continue;
        for (const LabelBox &box : {WideLabel, TightLabel}) {
            const QString text =
                fittingLabel(labels, place->width() - 2 * box.inset - 2 * box.padding, box == TightLabel);
            if (text.isEmpty())
                continue;
            items.addLabel(place->left + box.inset, row.middle, text, FontRole::Call, ColorRole::Text, task.id,
                           box.padding, scene.lanes.barHeight - 2);
            break;
        }
    }
}

void addTaskEnd(ChartItems &items, const ChartScene &scene, const TaskRow &row, const ColoredText &text)
{
    const Time end = row.task->finished.value_or(scene.now);
    if (text.text.isEmpty() || end < scene.scale.from || end > scene.scale.to)
        return;
    double x = std::round(scene.scale.toX(end)) + BarToMark;
    if (!row.task->finished) {
        const double height = scene.lanes.barHeight / 2;
        items.add(OpenEnd{QRectF(x, row.middle - height / 2, OpenEndWidth, height)});
        x += OpenEndWidth + BarToMark;
    }
    items.addText(x, row.middle, shortenedEnd(text.text, scene.right - x), FontRole::Mark, text.color, row.task->id);
}

double endWidth(const TaskRecord &task, const ColoredText &end)
{
    if (end.text.isEmpty())
        return 0;
    return 1 + BarToMark + (task.finished ? 0 : OpenEndWidth + BarToMark) + ChartFonts::width(FontRole::Mark, end.text);
}

double widthBesideMarks(const std::vector<EndMark> &marks, TimeRange range, double room)
{
    double width = room - RightOfLastTick;
    for (const EndMark &mark : marks) {
        const Time end = std::min(mark.at, range.to);
        const double part = range.isEmpty() ? 0 : double((end - range.from).count()) / double(range.duration().count());
        if (part > 0)
            width = std::min(width, (room - mark.width) / part);
    }
    return std::max(room * NarrowestLanesPart, width);
}

} // namespace Playground
