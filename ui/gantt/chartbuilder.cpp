// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/gantt/chartbuilder.h"

#include "ui/gantt/chartfonts.h"
#include "ui/gantt/chartframe.h"
#include "ui/gantt/looplane.h"
#include "ui/gantt/markflags.h"
#include "ui/gantt/tasklane.h"

#include <QFileInfo>

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;

namespace Playground {

using namespace Metrics;
using Trace::Time;

namespace {

constexpr double UsualWidth = 1040;
constexpr double HeaderHeight = 48;
constexpr double BareHeaderHeight = 12; // where nothing is in it
constexpr double LegendHeight = 28; // of a legend that has no room beside the title
constexpr double NoteHeight = 28;
constexpr double BottomPadding = 16;
constexpr double SecondAxisHeight = 18;
constexpr double HeaderGap = 14;
constexpr qsizetype SecondAxisFrom = 24; // lanes: from here on the axis stands below them, too
constexpr qsizetype MostLoops = 8;

/// What of a chart stands on a page.
struct Part {
    qsizetype firstLane = 0;
    bool isContinued = false; ///< on another page
    QString label{}; ///< "2/3"
    std::optional<qsizetype> lanes{}; ///< as many as there is room for where it is missing
    std::optional<double> columnWidth{}; ///< both are the page's own where they are missing
    std::optional<double> lanesWidth{};
};

class Builder {
public:
    /// `legendHeight` is what the legend needs below the title, where the picture's size is fixed.
    Builder(const Timeline &timeline, const ChartIndex &index, const ChartView &view, const Part &part,
            double legendHeight = 0)
        : m_timeline(timeline)
        , m_index(index)
        , m_view(view)
        , m_part(part)
        , m_legendHeight(legendHeight)
        , m_headerHeight(view.hasTitle || view.hasLegend ? HeaderHeight : BareHeaderHeight)
    {
    }
    Q_DISABLE_COPY_MOVE(Builder)

    DisplayList build()
    {
        chooseRows();
        choosePlaces();
        drawLanes();
        drawMarks();
        drawNotes();

        std::vector<DisplayItem> lanes = m_items.take();
        const double above = drawHeader(legendEntries(m_items.seen())); // how far everything below has to give way
        m_legendHeight = above;
        DisplayList list;
        list.size = {m_width, m_view.size.isEmpty() ? m_bottom + above : m_view.size.height()};
        list.items.push_back(Panel{QRectF(QPointF(0, 0), list.size), ColorRole::Surface, 0});
        const std::vector<DisplayItem> header = m_items.take();
        drawAxis();
        std::vector<DisplayItem> axis = m_items.take();
        for (std::vector<DisplayItem> *items : {&axis, &lanes})
            moveDown(*items, above);
        for (const std::vector<DisplayItem> *items : {&header, &std::as_const(axis), &std::as_const(lanes)})
            list.items.insert(list.items.end(), items->begin(), items->end());
        return list;
    }

    double legendHeight() const { return m_legendHeight; }
    /// Lanes of tasks.
    qsizetype shown() const { return qsizetype(m_rows.size()); }
    /// Tasks behind them.
    qint64 left() const { return m_more; }
    double columnWidth() const { return m_scale.left - ColumnGap; }
    double lanesWidth() const { return m_scale.width; }

private:
    void chooseRows()
    {
        m_width = m_view.size.isEmpty() ? UsualWidth : m_view.size.width();
        m_loops = std::clamp<qsizetype>(qsizetype(m_timeline.loops().size()), 1, MostLoops);
        const auto all = std::min<qsizetype>(m_index.laneCount(), m_view.mostTasks);
        const qsizetype wanted = all - m_part.firstLane;
        m_layout = laneLayoutFor(all);
        m_layout.top = m_headerHeight + AxisHeight + LoopLaneHeight * double(m_loops) + BelowLoops;
        qsizetype count = wanted;
        if (!m_view.size.isEmpty()) {
            const double below = NoteHeight + BottomPadding + (wanted >= SecondAxisFrom ? SecondAxisHeight : 0);
            const double room = m_view.size.height() - m_layout.top - m_legendHeight - below;
            count = std::clamp<qsizetype>(qsizetype(room / m_layout.laneHeight), 0, wanted);
        }
        count = m_part.lanes.value_or(count);
        for (qsizetype lane = 0; lane < count; ++lane) {
            const qsizetype order = m_index.taskIndex(m_part.firstLane + lane);
            m_rows.push_back({&m_timeline.tasks()[size_t(order)], order, m_layout.laneMiddle(lane)});
            m_ends.push_back(endText(*m_rows.back().task, m_timeline.isLive()));
        }
        m_more = qint64(m_index.laneCount()) - m_part.firstLane - count + m_timeline.droppedTasks();
    }

    void choosePlaces()
    {
        const TimeRange whole{Time::zero(), std::max(m_timeline.now(), m_timeline.totals().wall)};
        const TimeRange range = m_view.range.value_or(whole);
        m_scale.from = range.from;
        m_scale.to = range.to;
        m_scale.left = m_part.columnWidth.value_or(ownColumnWidth()) + ColumnGap;
        std::vector<EndMark> marks;
        for (size_t i = 0; i < m_rows.size(); ++i)
            marks.push_back({m_rows[i].task->finished.value_or(range.to), endWidth(*m_rows[i].task, m_ends[i])});
        m_scale.width = m_part.lanesWidth.value_or(widthBesideMarks(marks, range, m_width - Padding - m_scale.left));
        m_layoutBottom = m_layout.bottom(qsizetype(m_rows.size()));
        m_bottom = m_layoutBottom + (hasSecondAxis() ? SecondAxisHeight : 0) + BottomPadding;
    }

    /// As wide as the names ask for, within reason.
    double ownColumnWidth() const
    {
        double widest = NarrowestColumn;
        for (qsizetype loop = 0; loop < m_loops; ++loop)
            widest = std::max(widest, Padding + ChartFonts::width(FontRole::Summary, loopName(Trace::LoopId(loop))));
        for (const TaskRow &row : m_rows)
            widest = std::max(widest, columnWidthFor(*row.task, m_layout, Padding));
        return std::min(std::ceil(widest), std::floor(m_width * WidestColumnPart));
    }

    bool hasSecondAxis() const { return qsizetype(m_rows.size()) >= SecondAxisFrom; }

    void drawLanes()
    {
        const ChartScene scene{m_timeline, m_index, m_scale.to, m_scale, m_layout, Padding, m_width - Padding};
        for (qsizetype loop = 0; loop < m_loops; ++loop) {
            const double middle = m_headerHeight + AxisHeight + LoopLaneHeight * (double(loop) + 0.5);
            addLoopLane(m_items, scene, Trace::LoopId{quint32(loop)}, middle);
        }
        for (size_t i = 0; i < m_rows.size(); ++i) {
            addTaskName(m_items, scene, m_rows[i], scene.columnRight());
            const auto blocks = taskBlocks(scene, *m_rows[i].task);
            addTaskBars(m_items, scene, m_rows[i], blocks);
            addWaitLabels(m_items, scene, m_rows[i], blocks);
            addTaskEnd(m_items, scene, m_rows[i], m_ends[i]);
        }
    }

    void drawNotes()
    {
        QStringList notes;
        if (m_timeline.tasks().empty() && m_more == 0)
            notes << noTasksText();
        if (m_more > 0 && !m_part.isContinued)
            notes << moreTasksText(m_more);
        if (m_timeline.droppedSpans() > 0)
            notes << detailDroppedText();
        if (notes.isEmpty())
            return;
        m_items.addText(Padding, m_bottom, notes.join(u" · "_s), FontRole::Summary, ColorRole::Muted);
        m_bottom += NoteHeight;
    }

    /// Title, totals and legend. Returns the height of further lines, where the legend needed them.
    double drawHeader(const std::vector<LegendEntry> &legend)
    {
        const double middle = m_headerHeight / 2;
        const double textsRight = m_view.hasTitle ? drawTotals(middle) : Padding;
        const double extra = m_view.hasLegend ? placeLegend(legend, textsRight, middle) : 0;
        if (!m_view.hasTitle && !m_view.hasLegend)
            return 0;
        const double line = snappedToPixel(m_headerHeight + extra - 1);
        m_items.add(Rule{QLineF(0, line, m_width, line), ColorRole::Border, 1});
        return extra;
    }

    /// Beside the title or, where there is no room, below it. Returns the height of further lines.
    double placeLegend(const std::vector<LegendEntry> &legend, double textsRight, double middle)
    {
        const double width = legendWidth(legend);
        if (!m_view.hasTitle)
            return drawLegend(legend, Padding, middle);
        if (textsRight + width <= m_width - Padding)
            return drawLegend(legend, m_width - Padding - width, middle);
        return LegendHeight + drawLegend(legend, Padding, m_headerHeight - 6 + LegendHeight / 2);
    }

    /// Returns where something else may begin.
    double drawTotals(double middle)
    {
        const double baseline = std::round(middle + ChartFonts::middleToBaseline(FontRole::Title));
        double x = Padding;
        const auto add = [&](const QString &text, FontRole font, ColorRole color) {
            const double room = m_width - Padding - x;
            if (text.isEmpty() || room < NarrowestLabel)
                return;
            const QString shown = ChartFonts::elided(font, text, room);
            m_items.addTextOn(baseline, x, shown, font, color);
            x += ChartFonts::width(font, shown) + HeaderGap;
        };
        const ColoredText outcome = outcomeText(m_timeline);
        add(ChartFonts::elided(FontRole::Title, title(), m_width / 2), FontRole::Title, ColorRole::Text);
        add(m_part.label, FontRole::Summary, ColorRole::Muted);
        add(durationText(m_timeline.totals().wall), FontRole::Title, ColorRole::Accent);
        add(summaryText(m_timeline), FontRole::Summary, ColorRole::Muted);
        add(outcome.text, FontRole::Summary, outcome.color);
        return x;
    }

    QString title() const
    {
        return shownText(m_view.title.isEmpty() ? QFileInfo(m_timeline.run().program).fileName() : m_view.title);
    }

    /// Returns the height of the lines after the first.
    double drawLegend(const std::vector<LegendEntry> &legend, double left, double middle)
    {
        double x = left;
        double y = middle;
        for (const LegendEntry &entry : legend) {
            if (x > left && x + entry.width > m_width - Padding + 0.5) {
                x = left;
                y += LegendHeight;
            }
            addLegendEntry(m_items, entry, x, y);
            x += entry.width + LegendGap;
        }
        return y - middle;
    }

    void drawAxis()
    {
        const double top = m_headerHeight + AxisHeight - 4;
        const std::vector<MarkFlag> flags = markFlags(m_view.marks, m_scale);
        for (const Tick &tick : axisTicks(m_scale)) {
            addGridLine(m_items, m_scale, tick, top, m_layoutBottom + 4);
            const PixelSpan label = tickLabelSpan(m_scale, tick);
            const bool isCovered = std::ranges::any_of(flags, [&label](const MarkFlag &flag) {
                return flag.span.left < label.right && flag.span.right > label.left;
            });
            if (!isCovered)
                addTickLabel(m_items, m_scale, tick, m_headerHeight + AxisHeight / 2);
            if (hasSecondAxis())
                addTickLabel(m_items, m_scale, tick, m_layoutBottom + 14);
        }
    }

    void drawMarks()
    {
        for (const MarkFlag &flag : markFlags(m_view.marks, m_scale))
            addMarkFlag(m_items, flag, m_headerHeight + AxisHeight / 2, m_layoutBottom + 4, false);
    }

    const Timeline &m_timeline;
    const ChartIndex &m_index;
    const ChartView &m_view;
    const Part &m_part;
    double m_legendHeight = 0;
    double m_headerHeight = 0;
    double m_width = 0;
    double m_layoutBottom = 0;
    double m_bottom = 0;
    qsizetype m_loops = 1;
    qint64 m_more = 0;
    LaneLayout m_layout;
    TimeScale m_scale;
    std::vector<TaskRow> m_rows;
    std::vector<ColoredText> m_ends; ///< parallel to m_rows
    ChartItems m_items;
};

struct BuiltPart {
    DisplayList list;
    qsizetype shown = 0;
    qint64 left = 0;
    double columnWidth = 0;
    double lanesWidth = 0;
};

BuiltPart buildPart(const Timeline &timeline, const ChartIndex &index, const ChartView &view, const Part &part)
{
    Builder builder(timeline, index, view, part);
    DisplayList list = builder.build();
    // Only now is it known how many lines the legend takes: in a picture of fixed size they are taken from the lanes.
    if (view.size.isEmpty() || builder.legendHeight() <= 0)
        return {std::move(list), builder.shown(), builder.left(), builder.columnWidth(), builder.lanesWidth()};
    Builder again(timeline, index, view, part, builder.legendHeight());
    list = again.build();
    return {std::move(list), again.shown(), again.left(), again.columnWidth(), again.lanesWidth()};
}

/// The same moment stands at the same place on all pages.
void shareScale(const Timeline &timeline, const ChartIndex &index, const ChartView &view, std::vector<Part> &parts)
{
    if (parts.size() < 2)
        return;
    double column = 0;
    for (const Part &part : parts)
        column = std::max(column, buildPart(timeline, index, view, part).columnWidth);
    double lanes = std::numeric_limits<double>::max();
    for (Part &part : parts) {
        part.columnWidth = column;
        lanes = std::min(lanes, buildPart(timeline, index, view, part).lanesWidth);
    }
    for (Part &part : parts)
        part.lanesWidth = lanes;
}

} // namespace

DisplayList buildChart(const Timeline &timeline, const ChartView &view)
{
    ChartIndex index;
    index.update(timeline);
    return buildPart(timeline, index, view, {}).list;
}

ChartPages buildChartPages(const Timeline &timeline, const ChartIndex &index, const ChartView &view,
                           qsizetype mostPages)
{
    // How many pages there are is known at the end: until then the widest label stands for all.
    const QString label = mostPages > 1 ? u"%1/%1"_s.arg(mostPages) : QString();
    std::vector<Part> parts{{0, false, label}};
    for (;;) {
        Part &part = parts.back();
        part.lanes = buildPart(timeline, index, view, part).shown;
        const qsizetype shown = part.firstLane + *part.lanes;
        const bool isDone = shown >= std::min(index.laneCount(), view.mostTasks) || part.lanes == 0;
        if (isDone || qsizetype(parts.size()) >= mostPages)
            break;
        part.isContinued = true;
        parts.push_back({shown, false, label});
    }
    shareScale(timeline, index, view, parts);
    ChartPages pages;
    for (size_t i = 0; i < parts.size(); ++i) {
        parts[i].label = parts.size() > 1 ? u"%1/%2"_s.arg(i + 1).arg(parts.size()) : QString();
        BuiltPart built = buildPart(timeline, index, view, parts[i]);
        pages.pages.push_back(std::move(built.list));
        pages.left = built.left;
    }
    return pages;
}

} // namespace Playground
