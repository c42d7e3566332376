// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/gantt/insidelane.h"

#include "ui/gantt/chartfonts.h"
#include "ui/gantt/tasklane.h"
#include "ui/gantt/waitlabel.h"

using namespace Qt::StringLiterals;

namespace Playground {

using namespace Metrics;
using Trace::NetworkPhase;
using Trace::Time;

namespace {

constexpr double BarHeight = 14;
constexpr double Narrowest = 2; // pixels
constexpr double TextPadding = 5;

struct Part {
    Time from{};
    Time to{};
};

Part partOf(const Timeline &, const CallSpan &call)
{
    return {call.from, call.to};
}

Part partOf(const Timeline &timeline, qsizetype phase)
{
    const NetworkPhaseRecord &record = timeline.networkPhases()[size_t(phase)];
    return {record.from, record.to};
}

/// Calls `draw` for those that are in view, with their place; those that end in the same pixels as the one before are
/// skipped, so that the cost is bounded by the width.
template <typename Parts, typename Draw>
void forEachInView(const ChartScene &scene, const Parts &parts, const Draw &draw)
{
    const TimeScale &scale = scene.scale;
    const auto from = [&](const auto &part) { return partOf(scene.timeline, part).from; };
    auto part = std::partition_point(parts.begin(), parts.end(), [&](const auto &item) {
        return scene.endOf(partOf(scene.timeline, item).to) < scale.from;
    });
    while (part != parts.end() && from(*part) <= scale.to) {
        const Part time = partOf(scene.timeline, *part);
        const auto place = visibleSpan(scale, time.from, std::max(time.from, scene.endOf(time.to)));
        if (!place) {
            ++part;
            continue;
        }
        draw(*part, *place);
        const Time next = scale.toTime(std::max(place->right, place->left + Narrowest));
        const auto later = std::partition_point(part + 1, parts.end(), [&](const auto &item) {
            const Part other = partOf(scene.timeline, item);
            return other.to != Trace::Open && other.to <= next;
        });
        part = place->width() < Narrowest ? later : part + 1;
    }
}

void addCallText(ChartItems &items, PixelSpan place, double middle, const QString &text, Trace::TaskId task)
{
    const double room = place.width() - 2 * TextPadding;
    const QString shown = ChartFonts::elided(FontRole::Detail, text, room);
    if (room >= NarrowestLabel - 2 * TextPadding && (shown == text || shown.size() >= 4))
        items.addText(place.left + TextPadding, middle, shown, FontRole::Detail, ColorRole::Text, task);
}

void addCalls(ChartItems &items, const ChartScene &scene, const std::vector<CallSpan> &calls, Trace::TaskId task,
              double middle)
{
    forEachInView(scene, calls, [&](const CallSpan &call, PixelSpan place) {
        const PixelSpan wide = widened(place, Narrowest, {scene.scale.left, scene.scale.right()});
        const QRectF rect = snappedRect(wide, middle - BarHeight / 2, BarHeight);
        items.add(Panel{rect, ColorRole::Track, 2});
        if (place.width() >= Narrowest)
            items.add(Frame{rect.adjusted(0.5, 0.5, -0.5, -0.5), ColorRole::Border, 1, 2});
        else
            items.add(Panel{rect, ColorRole::Muted, 0});
        addCallText(items, place, middle, callText(scene.timeline, call), task);
    });
}

/// The wait for the answer looks as it does in the task's lane; what leads to it and what follows are plain.
void addPhases(ChartItems &items, const ChartScene &scene, const std::vector<qsizetype> &phases, const TaskRecord &task,
               double middle)
{
    forEachInView(scene, phases, [&](qsizetype index, PixelSpan place) {
        const NetworkPhaseRecord &phase = scene.timeline.networkPhases()[size_t(index)];
        const PixelSpan wide = widened(place, Narrowest, {scene.scale.left, scene.scale.right()});
        const QRectF rect = snappedRect(wide, middle - BarHeight / 2, BarHeight);
        switch (phase.phase) {
        case NetworkPhase::Resolve:
        case NetworkPhase::Connect:
            items.add(Panel{rect, phase.phase == NetworkPhase::Resolve ? ColorRole::Border : ColorRole::Track, 2});
            break;
        case NetworkPhase::FirstByte:
            items.add(Bar{rect, ChartState::WaitingForNetwork, task.id, task.loop});
            break;
        case NetworkPhase::Body:
            items.add(Panel{rect, ColorRole::Surface, 2});
            items.add(
                Rule{QLineF(rect.left(), rect.bottom() - 1, rect.right(), rect.bottom() - 1), ColorRole::Accent, 2});
            break;
        case NetworkPhase::Closed:
            return;
        case NetworkPhase::Failed:
            items.addText(place.left, middle, u"✗"_s, FontRole::Mark, ColorRole::Failed, task.id);
            return;
        }
        // A word, whole or not at all.
        const QString text = shortPhaseText(phase.phase);
        const bool isOnPattern = phase.phase == NetworkPhase::FirstByte;
        const double room = place.width() - (isOnPattern ? 4 : 2) * TextPadding;
        if (ChartFonts::width(FontRole::Detail, text) > room)
            return;
        if (isOnPattern)
            items.addLabel(place.left + TextPadding, middle, text, FontRole::Detail, ColorRole::Text, task.id,
                           TextPadding, BarHeight - 2);
        else
            items.addText(place.left + TextPadding, middle, text, FontRole::Detail, ColorRole::Text, task.id);
    });
}

} // namespace

QString callText(const Timeline &timeline, const CallSpan &call)
{
    const auto &calls = timeline.site(call.site);
    if (call.depth >= calls.size())
        return {};
    const QString text = shownText(calls.at(call.depth - 1).text);
    const QString called = text.isEmpty() ? shownText(calls.at(call.depth).function) + u"()"_s : text;
    for (const QString &word : {u"await "_s, u"co_await "_s}) {
        if (called.startsWith(word))
            return called.mid(word.size());
    }
    return called;
}

void addInsideLane(ChartItems &items, const ChartScene &scene, const LaneRow &row, double middle)
{
    const TaskRecord &task = scene.timeline.tasks()[size_t(row.task)];
    const bool isCalls = row.kind == LaneRow::Kind::Calls;
    const double left = nameLeft(task, scene.lanes, scene.left);
    const QString name = isCalls ? callsLaneName(row.part) : networkLaneName();
    items.addText(left, middle, ChartFonts::elided(FontRole::Detail, name, scene.columnRight() - left),
                  FontRole::Detail, ColorRole::Muted, task.id);
    if (const CallLanes *calls = scene.index.rows().callsOf(task.id); calls && isCalls && row.part <= calls->depth())
        addCalls(items, scene, calls->at(row.part), task.id, middle);
    if (const NetworkLanes *network = scene.index.rows().networkOf(task.id);
        network && !isCalls && row.part < network->count())
        addPhases(items, scene, network->at(row.part), task, middle);
}

std::optional<qsizetype> insideItemAt(const Timeline &timeline, const ChartIndex &index, const LaneRow &row, Time at,
                                      Time now)
{
    const Trace::TaskId task = timeline.tasks()[size_t(row.task)].id;
    const auto isOver = [&](Time to) { return (to == Trace::Open ? now : to) < at; };
    if (row.kind == LaneRow::Kind::Calls) {
        const CallLanes *calls = index.rows().callsOf(task);
        if (!calls || row.part > calls->depth())
            return std::nullopt;
        const auto &all = calls->at(row.part);
        const auto found =
            std::partition_point(all.begin(), all.end(), [&](const CallSpan &call) { return isOver(call.to); });
        return found != all.end() && found->from <= at ? std::optional(qsizetype(found - all.begin())) : std::nullopt;
    }
    const NetworkLanes *network = index.rows().networkOf(task);
    if (!network || row.part >= network->count())
        return std::nullopt;
    const auto &all = network->at(row.part);
    const auto found = std::partition_point(
        all.begin(), all.end(), [&](qsizetype phase) { return isOver(timeline.networkPhases()[size_t(phase)].to); });
    const bool isThere = found != all.end() && timeline.networkPhases()[size_t(*found)].from <= at;
    return isThere ? std::optional(*found) : std::nullopt;
}

} // namespace Playground
