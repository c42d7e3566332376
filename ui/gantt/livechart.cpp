// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/gantt/livechart.h"

#include "core/insight/moment.h"

#include "ui/gantt/chartfonts.h"
#include "ui/gantt/insidelane.h"
#include "ui/gantt/looplane.h"
#include "ui/gantt/screenpainter.h"
#include "ui/gantt/visiblerange.h"

#include <QPainter>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Playground {

using namespace Metrics;
using Trace::Time;

namespace {

constexpr double ColumnLeft = 14;
constexpr double RightMargin = 14;
constexpr double BelowLanes = 8;
constexpr double LaneInset = 4; // of the area behind a selected lane, from the edges of the chart
constexpr double LaneRadius = 6;
constexpr double SignSize = 11;
constexpr double TriangleSize = 7;
constexpr double TriangleGap = 4; // to the chip
constexpr double HandleReach = 3; // around a triangle and a chip
constexpr double SignGap = 7;
constexpr double MostLoopsPart = 0.4; // of the height
constexpr qsizetype MostMeasured = 400; // names
constexpr double ColumnEdge = 4; // pixels to both sides, where it can be taken hold of
constexpr double SliceReach = 2; // pixels: slices are drawn wider than they are
constexpr double PillPadding = 7;
constexpr double PillHeight = 18;
constexpr double EmphasisGap = 2;
constexpr double EmphasisRadius = 4;

QRectF triangleAt(int depth, double middle, const LiveGeometry &geometry)
{
    const double left = ColumnLeft + geometry.lanes.indent(depth) - TriangleGap - TriangleSize;
    return {left, middle - TriangleSize / 2, TriangleSize, TriangleSize};
}

class LiveBuilder {
public:
    LiveBuilder(const Timeline &timeline, const ChartIndex &index, const LiveView &view)
        : m_timeline(timeline)
        , m_index(index)
        , m_view(view)
        , m_geometry(liveGeometry(view, index, qsizetype(timeline.loops().size())))
        , m_scene{timeline,
                  index,
                  timeline.isLive() ? std::max(view.now, timeline.now()) : timeline.now(),
                  m_geometry.scale,
                  m_geometry.lanes,
                  ColumnLeft,
                  view.size.width() - RightMargin / 2}
    {
    }
    Q_DISABLE_COPY_MOVE(LiveBuilder)

    LiveChart build()
    {
        LiveChart chart;
        chart.geometry = m_geometry;
        for (qsizetype lane = m_geometry.firstLane; lane < m_geometry.endLane; ++lane)
            addBehind(lane);
        chart.behindLanes = m_items.take();
        const auto ticks = axisTicks(m_geometry.scale);
        const double bottom = m_view.size.height();
        for (const Tick &tick : ticks)
            addGridLine(m_items, m_geometry.scale, tick, AxisHeight - 4, bottom);
        chart.grid = m_items.take();
        for (qsizetype lane = m_geometry.firstLane; lane < m_geometry.endLane; ++lane)
            addLane(lane);
        chart.lanes = m_items.take();
        addHead(ticks);
        chart.head = m_items.take();
        addNow();
        if (m_view.showsFocus)
            m_items.add(Frame{QRectF({1, 1}, m_view.size - QSizeF(2, 2)), ColorRole::Accent, 1.5, 4});
        chart.front = m_items.take();
        chart.seen = m_items.seen();
        return chart;
    }

private:
    TaskRow rowOf(qsizetype lane) const
    {
        const qsizetype order = m_index.taskIndex(lane);
        return {&m_timeline.tasks()[size_t(order)], order, m_geometry.lanes.laneMiddle(lane)};
    }

    /// One area for the task and what is inside of it.
    void addBehind(qsizetype lane)
    {
        const qsizetype index = m_index.taskIndex(lane);
        const bool goesOn = lane > m_geometry.firstLane && index >= 0 && m_index.taskIndex(lane - 1) == index;
        if (index < 0 || goesOn)
            return;
        const Trace::TaskId task = m_timeline.tasks()[size_t(index)].id;
        const bool isSelected = task == m_view.selectedTask;
        if (!isSelected && task != m_view.hoveredTask)
            return;
        qsizetype end = lane + 1;
        while (end < m_geometry.endLane && m_index.taskIndex(end) == index)
            ++end;
        const double top = m_geometry.lanes.laneTop(lane);
        const QRectF area(LaneInset, top, m_view.size.width() - 2 * LaneInset, m_geometry.lanes.laneTop(end) - top);
        m_items.add(Panel{area, isSelected ? ColorRole::Selection : ColorRole::Hover, LaneRadius});
    }

    void addLane(qsizetype lane)
    {
        const LaneRow &place = m_index.rows().row(lane);
        switch (place.kind) {
        case LaneRow::Kind::Task:
            addTask(lane);
            break;
        case LaneRow::Kind::Calls:
        case LaneRow::Kind::Network:
            addInsideLane(m_items, m_scene, place, m_geometry.lanes.laneMiddle(lane));
            break;
        case LaneRow::Kind::FoldedDone:
            addFolded(m_geometry.lanes.laneMiddle(lane));
            break;
        }
    }

    void addFolded(double middle)
    {
        m_items.add(Triangle{triangleAt(0, middle, m_geometry), m_index.rows().isFoldOpen()});
        const double right = m_geometry.columnRight - SignSize;
        m_items.add(StateSign{QRectF(right, middle - SignSize / 2, SignSize, SignSize), TaskState::Done});
        const QString text = ChartFonts::elided(FontRole::Name, doneTasksText(m_index.rows().foldedCount()),
                                                right - SignGap - ColumnLeft);
        m_items.addText(ColumnLeft, middle, text, FontRole::Name, ColorRole::Muted);
    }

    /// What collapses the task's children, and on the chip what opens its inside.
    void addHandles(const TaskRow &row)
    {
        const TaskRecord &task = *row.task;
        const LaneRows &rows = m_index.rows();
        if (rows.hasChildren(row.order))
            m_items.add(Triangle{triangleAt(task.depth, row.middle, m_geometry), !rows.isCollapsed(task.id)});
        const bool isOpen = rows.isInsideOpen(task.id);
        const bool isPickedOut = task.id == m_view.hoveredTask || task.id == m_view.selectedTask;
        if (!isOpen && !(isPickedOut && m_index.hasInside(m_timeline, task)))
            return;
        const QPointF middle(nameLeft(task, m_geometry.lanes, ColumnLeft) - ChipToName - ChipSize / 2, row.middle);
        const QPointF arm(ChipSize / 2 - 2, 0);
        m_items.add(Rule{QLineF(middle - arm, middle + arm), ColorRole::Surface, 1.4});
        if (!isOpen)
            m_items.add(Rule{QLineF(middle - arm.transposed(), middle + arm.transposed()), ColorRole::Surface, 1.4});
    }

    void addTask(qsizetype lane)
    {
        const TaskRow row = rowOf(lane);
        const ColoredText end = endText(*row.task, m_timeline.isLive());
        addColumn(row, end);
        addHandles(row);
        const std::vector<LaneBlock> blocks = taskBlocks(m_scene, *row.task);
        addTaskBars(m_items, m_scene, row, blocks);
        if (m_view.selectedLine > 0)
            addEmphasis(row, blocks);
        addWaitLabels(m_items, m_scene, row, blocks);
        addTaskEnd(m_items, m_scene, row, end);
    }

    /// The state as a sign at the column's right edge; before it the time that the task has taken, as long as that does
    /// not stand in the lane, and is known at the moment that is replayed.
    void addColumn(const TaskRow &row, const ColoredText &end)
    {
        const TaskRecord &task = *row.task;
        double right = m_geometry.columnRight - SignSize;
        if (const std::optional<TaskState> state = stateOf(task))
            m_items.add(StateSign{QRectF(right, row.middle - SignSize / 2, SignSize, SignSize), *state});
        right -= SignGap;
        const double name =
            nameLeft(task, m_geometry.lanes, ColumnLeft) + ChartFonts::width(FontRole::Name, shownName(task));
        const double room = right - name - NameToCoroutine;
        const bool isEndInView =
            task.finished && *task.finished >= m_scene.scale.from && *task.finished <= m_scene.scale.to;
        const bool isOver = task.finished && *task.finished <= m_view.moment.value_or(*task.finished);
        if (isOver && !isEndInView) {
            const QString mark = end.text.startsWith(u'✓') ? end.text.mid(2) : end.text;
            const QString text = ChartFonts::elided(FontRole::Mark, mark, room);
            if (room >= NarrowestLabel) {
                right -= ChartFonts::width(FontRole::Mark, text);
                m_items.addText(right, row.middle, text, FontRole::Mark, end.color, task.id);
                right -= NameToCoroutine;
            }
        } else if (!task.finished && m_timeline.isLive()) {
            const QString text = countingText(m_scene.now - task.created);
            const double width = ChartFonts::countingWidth(FontRole::Detail, text);
            if (room >= width) {
                m_items.addCount(right - width, row.middle, text, FontRole::Detail, ColorRole::Muted, task.id);
                right -= std::max(width, ChartFonts::countingWidth(FontRole::Detail, u"00.00 s"_s)) + SignGap;
            }
        }
        addTaskName(m_items, m_scene, row, right);
    }

    /// A sleep whose deadline has passed is over, also when the loop is too busy to say so. In a replay, a task that is
    /// still to come has none.
    std::optional<TaskState> stateOf(const TaskRecord &task) const
    {
        if (m_view.moment) {
            const std::optional<TaskMoment> then = taskAt(task, *m_view.moment);
            return then ? std::optional(then->state) : std::nullopt;
        }
        if (task.state != TaskState::Waiting || task.spans.empty())
            return task.state;
        const ChartState state = currentState(task, m_scene.now, silenceAllowed(m_timeline));
        return state == ChartState::Ready ? TaskState::Ready : task.state;
    }

    /// A frame around the waits at the selected line. Many short ones become one.
    void addEmphasis(const TaskRow &row, const std::vector<LaneBlock> &blocks)
    {
        const TaskRecord &task = *row.task;
        std::optional<PixelSpan> open;
        const auto close = [&] {
            if (!open)
                return;
            const double half = m_geometry.lanes.barHeight / 2 + EmphasisGap;
            const QRectF rect = snappedRect(*open, row.middle - half, 2 * half).adjusted(-1.5, 0, 1.5, 0);
            m_items.add(Frame{rect, ColorRole::Accent, 2, EmphasisRadius});
            open.reset();
        };
        for (const LaneBlock &block : blocks) {
            if (!m_index.hasWaitAtLine(m_timeline, task, block.first, block.end, m_view.selectedLine))
                continue;
            if (open && block.span.left - open->right > 2 * EmphasisGap)
                close();
            if (open)
                open->right = block.span.right;
            else
                open = block.span;
        }
        close();
    }

    void addHead(const std::vector<Tick> &ticks)
    {
        for (qsizetype loop = 0; loop < m_geometry.loops; ++loop) {
            const double middle = AxisHeight + LoopLaneHeight * (double(loop) + 0.5);
            addLoopLane(m_items, m_scene, Trace::LoopId{quint32(loop)}, middle);
        }
        const auto pill = pillSpan();
        for (const Tick &tick : ticks) {
            const PixelSpan label = tickLabelSpan(m_geometry.scale, tick);
            const auto covers = [&label](const PixelSpan &span) {
                return label.right > span.left - 4 && label.left < span.right + 4;
            };
            const bool isCovered =
                (pill && covers(*pill)) || std::any_of(m_view.flags.begin(), m_view.flags.end(), covers);
            const bool isWhole = label.left > m_geometry.columnRight && label.right < m_view.size.width();
            if (isWhole && !isCovered)
                addTickLabel(m_items, m_geometry.scale, tick, AxisHeight / 2);
        }
    }

    bool isNowInView() const
    {
        return m_timeline.isLive() && !m_timeline.run().language.isEmpty() && m_scene.now >= m_scene.scale.from
            && m_scene.now <= m_scene.scale.to;
    }

    std::optional<PixelSpan> pillSpan() const
    {
        if (!isNowInView())
            return std::nullopt;
        const double width = ChartFonts::countingWidth(FontRole::Axis, nowText()) + 2 * PillPadding;
        const double left = std::clamp(m_scene.scale.toX(m_scene.now) - width / 2, m_geometry.columnRight,
                                       std::max(m_geometry.columnRight, m_view.size.width() - width - 2));
        return PixelSpan{left, left + width};
    }

    QString nowText() const { return countingText(m_scene.now); }

    void addNow()
    {
        const auto pill = pillSpan();
        if (!pill)
            return;
        const double x = m_scene.scale.toX(m_scene.now);
        m_items.add(Rule{QLineF(x, AxisHeight - 6, x, m_view.size.height()), ColorRole::Accent, 2});
        const double middle = AxisHeight / 2;
        m_items.add(Panel{QRectF(pill->left, middle - PillHeight / 2, pill->width(), PillHeight), ColorRole::Accent,
                          PillHeight / 2});
        m_items.addCount(pill->left + PillPadding, middle, nowText(), FontRole::Axis, ColorRole::OnAccent);
    }

    const Timeline &m_timeline;
    const ChartIndex &m_index;
    const LiveView &m_view;
    LiveGeometry m_geometry;
    ChartScene m_scene;
    ChartItems m_items;
};

/// The block at that place: narrow ones are drawn wider than they are, and stand in front of what is beside them.
const LaneBlock *blockAt(const std::vector<LaneBlock> &blocks, double x)
{
    const LaneBlock *found = nullptr;
    double nearest = SliceReach;
    for (const LaneBlock &block : blocks) {
        const bool isNarrow = block.span.width() < NarrowestSlice;
        const double away =
            std::max({0.0, block.span.left - x, x - std::max(block.span.right, block.span.left + NarrowestSlice)});
        if (isNarrow && away < nearest) {
            nearest = away;
            found = &block;
        }
    }
    if (found)
        return found;
    const auto under = std::find_if(blocks.begin(), blocks.end(), [x](const LaneBlock &block) {
        return block.span.left <= x && x <= block.span.right;
    });
    return under == blocks.end() ? nullptr : &*under;
}

/// Of a few spans that are drawn as one, the longest slice says most, or else the longest wait; of very many, the one
/// at that time.
qsizetype tellingSpan(const TaskSpans &spans, const LaneBlock &block, Time time)
{
    constexpr qsizetype Few = 100;
    qsizetype best = block.first;
    for (qsizetype i = block.first; i < block.end && block.end - block.first <= Few; ++i) {
        const StateSpan span = spans.at(i);
        const StateSpan other = spans.at(best);
        const bool isSlice = span.state == ChartState::Running;
        const bool otherIsSlice = other.state == ChartState::Running;
        if (isSlice == otherIsSlice ? span.to - span.from > other.to - other.from : isSlice)
            best = i;
    }
    if (block.end - block.first > Few) {
        qsizetype end = block.end;
        while (best + 1 < end) {
            const qsizetype middle = best + (end - best) / 2;
            (spans.at(middle).from <= time ? best : end) = middle;
        }
    }
    return spans.spanIndex(best);
}

/// What of the task's lane is at that place.
void addSpan(ChartHit &hit, const Timeline &timeline, const ChartIndex &index, const TimeScale &scale, double x,
             Time now)
{
    const TaskRecord &task = *timeline.task(hit.task);
    const TaskSpans spans(task, now, silenceAllowed(timeline));
    const auto blocks = laneBlocks(spans, index.levelsOf(task).pyramid, scale);
    const LaneBlock *block = blockAt(blocks, x);
    if (!block)
        return;
    hit.span = tellingSpan(spans, *block, std::clamp(hit.time, block->time.from, block->time.to));
    if (block->isMerged())
        hit.block = *block;
}

} // namespace

qsizetype LiveGeometry::laneAt(double y, qsizetype laneCount) const
{
    if (y < lanesTop || y > size.height())
        return -1;
    const qsizetype lane = lanes.laneAt(y);
    return lane < 0 || lane >= laneCount ? -1 : lane;
}

LiveGeometry liveGeometry(const LiveView &view, const ChartIndex &index, qsizetype loopCount)
{
    const qsizetype laneCount = index.laneCount();
    LiveGeometry geometry;
    geometry.size = view.size;
    geometry.columnRight = view.columnWidth;
    geometry.scale.from = view.range.from;
    geometry.scale.to = view.range.to;
    geometry.scale.left = view.columnWidth + ColumnGap;
    geometry.scale.width = std::max(0.0, view.size.width() - RightMargin - geometry.scale.left);
    const auto most = std::max<qsizetype>(1, qsizetype(view.size.height() * MostLoopsPart / LoopLaneHeight));
    geometry.loops = std::clamp<qsizetype>(loopCount, 1, most);
    geometry.lanesTop = AxisHeight + LoopLaneHeight * double(geometry.loops) + BelowLoops;
    geometry.lanes = laneLayoutFor(laneCount);
    geometry.lanes.tops = index.rows().tops();
    geometry.contentHeight = geometry.lanes.laneTop(laneCount) + BelowLanes;
    geometry.lanes.top = geometry.lanesTop - view.scrolled;
    const double visibleHeight = view.size.height() - geometry.lanesTop;
    if (visibleHeight <= 0 || laneCount <= 0)
        return geometry;
    geometry.firstLane = std::clamp<qsizetype>(geometry.lanes.laneAt(geometry.lanesTop), 0, laneCount);
    const qsizetype last = geometry.lanes.laneAt(view.size.height());
    geometry.endLane = std::clamp<qsizetype>(last + 1, geometry.firstLane, laneCount);
    return geometry;
}

double wantedColumnWidth(const Timeline &timeline, const ChartIndex &index, double width)
{
    const LaneLayout lanes = laneLayoutFor(index.laneCount());
    const double state = SignSize + SignGap + ChartFonts::countingWidth(FontRole::Detail, u"00.00 s"_s) + SignGap;
    double widest = std::max(NarrowestColumn, ColumnLeft + ChartFonts::width(FontRole::Summary, loopName({})));
    for (qsizetype lane = 0; lane < std::min(index.laneCount(), MostMeasured); ++lane) {
        if (index.rows().row(lane).kind != LaneRow::Kind::Task)
            continue;
        const TaskRecord &task = timeline.tasks()[size_t(index.taskIndex(lane))];
        widest = std::max(widest, columnWidthFor(task, lanes, ColumnLeft) + state);
    }
    return std::min(std::ceil(widest), std::floor(width * WidestColumnPart));
}

TimeRange wholeRange(const Timeline &timeline, const ChartIndex &index, const LiveGeometry &geometry, Time now)
{
    if (timeline.isLive()) {
        const auto least = std::chrono::duration_cast<Time>(1s * std::clamp(timeline.run().speed, 0.01, 100.0));
        return {Time::zero(), liveEnd(std::max(now, timeline.now()), least)};
    }
    const TimeRange run{Time::zero(), std::max(Time(1), timeline.now())};
    std::vector<EndMark> marks;
    for (qsizetype lane = geometry.firstLane; lane < geometry.endLane; ++lane) {
        if (index.rows().row(lane).kind != LaneRow::Kind::Task)
            continue;
        const TaskRecord &task = timeline.tasks()[size_t(index.taskIndex(lane))];
        marks.push_back({task.finished.value_or(run.to), endWidth(task, endText(task, false))});
    }
    const double room = geometry.scale.width;
    const double width = widthBesideMarks(marks, run, room);
    return {run.from, width > 0 ? Time(std::llround(double(run.to.count()) * room / width)) : run.to};
}

LiveChart buildLiveChart(const Timeline &timeline, const ChartIndex &index, const LiveView &view)
{
    return LiveBuilder(timeline, index, view).build();
}

ChartHit hitAt(const Timeline &timeline, const ChartIndex &index, const LiveView &view, QPointF place)
{
    const LiveGeometry geometry = liveGeometry(view, index, qsizetype(timeline.loops().size()));
    const Time now = timeline.isLive() ? std::max(view.now, timeline.now()) : timeline.now();
    ChartHit hit;
    if (!QRectF({0, 0}, view.size).contains(place))
        return hit;
    hit.time = geometry.scale.toTime(place.x());
    const double edge = geometry.columnRight + ColumnGap / 2;
    if (std::abs(place.x() - edge) <= ColumnEdge) {
        hit.part = ChartHit::Part::ColumnEdge;
        return hit;
    }
    const bool isInColumn = place.x() < edge;
    if (place.y() < AxisHeight) {
        hit.part = isInColumn ? ChartHit::Part::Nothing : ChartHit::Part::Axis;
        return hit;
    }
    if (place.y() < geometry.lanesTop) {
        const auto loop =
            std::clamp<qsizetype>(qsizetype((place.y() - AxisHeight) / LoopLaneHeight), 0, geometry.loops - 1);
        hit.part = ChartHit::Part::Loop;
        hit.loop = Trace::LoopId{quint32(loop)};
        if (isInColumn || size_t(loop) >= timeline.loops().size())
            return hit;
        const auto blocks = loopBlocks(index, timeline, hit.loop, geometry.scale, now);
        const LaneBlock *block = blockAt(blocks, place.x());
        if (!block)
            return hit;
        hit.time = std::clamp(hit.time, block->time.from, block->time.to);
        if (block->isMerged())
            hit.block = *block;
        const auto slices = loopSlices(timeline.loops()[size_t(loop)], {hit.time, hit.time}, now);
        if (!slices.empty())
            hit.task = slices.front().task;
        return hit;
    }
    const qsizetype lane = geometry.laneAt(place.y(), index.laneCount());
    if (lane < 0)
        return hit;
    hit.row = index.rows().row(lane);
    const double middle = geometry.lanes.laneMiddle(lane);
    const auto isAt = [&](QRectF handle) {
        return handle.adjusted(-HandleReach, -HandleReach, HandleReach, HandleReach).contains(place);
    };
    if (hit.row.kind == LaneRow::Kind::FoldedDone) {
        const bool isTriangle = isAt(triangleAt(0, middle, geometry));
        hit.part = isTriangle ? ChartHit::Part::Triangle : ChartHit::Part::Folded;
        return hit;
    }
    const TaskRecord &task = timeline.tasks()[size_t(hit.row.task)];
    hit.task = task.id;
    if (hit.row.kind != LaneRow::Kind::Task) {
        hit.part = ChartHit::Part::InsideLane;
        if (!isInColumn)
            hit.item = insideItemAt(timeline, index, hit.row, hit.time, now);
        return hit;
    }
    hit.part = isInColumn ? ChartHit::Part::Name : ChartHit::Part::Lane;
    if (!isInColumn) {
        addSpan(hit, timeline, index, geometry.scale, place.x(), now);
        return hit;
    }
    const double chip = nameLeft(task, geometry.lanes, ColumnLeft) - ChipToName - ChipSize;
    if (index.rows().hasChildren(hit.row.task) && isAt(triangleAt(task.depth, middle, geometry)))
        hit.part = ChartHit::Part::Triangle;
    else if (isAt({chip, middle - ChipSize / 2, ChipSize, ChipSize}) && index.hasInside(timeline, task))
        hit.part = ChartHit::Part::Inside;
    return hit;
}

bool waitsAtLine(const Timeline &timeline, const Wait &wait, int line)
{
    const auto &calls = timeline.site(wait.site);
    return line > 0
        && std::any_of(calls.begin(), calls.end(), [line](const Trace::CallSite &call) { return call.line == line; });
}

std::optional<std::pair<Trace::TaskId, TimeRange>> firstWaitAtLine(const Timeline &timeline, int line, Time now)
{
    std::optional<std::pair<Trace::TaskId, TimeRange>> first;
    for (const TaskRecord &task : timeline.tasks()) {
        for (const Wait &wait : task.waits) {
            if (first && wait.from >= first->second.from)
                break;
            if (!waitsAtLine(timeline, wait, line))
                continue;
            first.emplace(task.id, TimeRange{wait.from, wait.to == Trace::Open ? now : wait.to});
            break;
        }
    }
    return first;
}

void paintLiveChart(QPainter &painter, ScreenPainter &screen, const LiveChart &chart, const ScreenLook &look)
{
    const LiveGeometry &geometry = chart.geometry;
    screen.begin(look.theme, look.contrast, look.scale, geometry.scale.toX(Time::zero()));
    const QRectF lanes(0, geometry.lanesTop, geometry.size.width(), geometry.size.height() - geometry.lanesTop);
    const QRectF head(0, 0, geometry.size.width(), geometry.lanesTop);
    painter.fillRect(QRectF({0, 0}, geometry.size), themeColor(look.theme, ColorRole::Surface, look.contrast));
    painter.setClipRect(lanes);
    screen.paint(painter, chart.behindLanes);
    painter.setClipping(false);
    screen.paint(painter, chart.grid);
    painter.setClipRect(lanes);
    screen.paint(painter, chart.lanes);
    painter.setClipRect(head);
    screen.paint(painter, chart.head);
    painter.setClipping(false);
    screen.paint(painter, chart.front);
}

} // namespace Playground
