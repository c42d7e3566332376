// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/comparepicture.h"

#include "ui/gantt/chartfonts.h"
#include "ui/gantt/comparechart.h"
#include "ui/gantt/looplane.h"
#include "ui/gantt/pathlines.h"
#include "ui/gantt/screenpainter.h"
#include "ui/gantt/visiblerange.h"

#include <QCoreApplication>
#include <QHash>
#include <QPainter>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Playground {

using namespace Metrics;
using Trace::Time;

namespace {

constexpr double ColumnLeft = 14;
constexpr double RightMargin = 14;
constexpr double HeadHeight = 30; // of title and axis
constexpr double BelowLanes = 10;
constexpr double LegendHeight = 26;
constexpr double BandPadding = 6;
constexpr double BandLineHeight = 22;
constexpr double BandBarHeight = 8;
constexpr double BarToFigure = 8;
constexpr double LaneInset = 4;
constexpr double LaneRadius = 6;
constexpr double ColumnEdge = 4; // pixels to both sides, where it can be taken hold of
constexpr double DividerReach = 6;
constexpr double KnobRadius = 7;
constexpr double TagPadding = 6;
constexpr double TagHeight = 18;
constexpr double TagReach = 32; // from the divider to where a tag ends
constexpr size_t MostMeasured = 400; // names
constexpr double Endless = 1e7; // pixels; a chart as high as this shows every lane

Time startOf(const CompareTrack &track)
{
    return track.timeline->run().at;
}

Time endOf(const CompareTrack &track)
{
    return track.timeline->isLive() ? std::max(track.now, track.timeline->now()) : track.timeline->now();
}

QString letterOf(size_t track)
{
    return Comparison::letterOf(track);
}

QString moreText(qsizetype count)
{
    return QCoreApplication::translate("Compare", "%n more below in the table", nullptr, int(count));
}

/// The run by itself, as its own chart would show it.
LiveView ownView(const CompareView &view, const CompareTrack &track)
{
    LiveView own;
    own.size = {view.size.width(), Endless};
    own.range = {view.range.from - track.shift, view.range.to - track.shift};
    own.now = endOf(track);
    own.columnWidth = view.columnWidth;
    return own;
}

LaneLayout layoutFor(const CompareView &view)
{
    size_t lanes = 0;
    for (const CompareTrack &track : view.tracks)
        lanes = std::max(lanes, track.lanes.size());
    LaneLayout layout = laneLayoutFor(qsizetype(lanes));
    layout.laneHeight = std::min(layout.laneHeight, 30.0); // there are several charts to be seen
    return layout;
}

class Builder {
public:
    explicit Builder(const CompareView &view)
        : m_view(view)
        , m_geometry(compareGeometry(view))
    {
    }
    Q_DISABLE_COPY_MOVE(Builder)

    ComparePicture build()
    {
        ComparePicture picture;
        picture.geometry = m_geometry;
        addBehind();
        picture.behind = m_items.take();
        for (size_t track = 0; track < m_view.tracks.size(); ++track) {
            addLanes(track);
            if (m_view.wipe || track + 1 == m_view.tracks.size())
                picture.lanes.push_back(m_items.take());
        }
        addColumn();
        picture.column = m_items.take();
        addFront();
        picture.front = m_items.take();
        picture.seen = m_items.seen();
        return picture;
    }

private:
    using Section = CompareGeometry::Section;

    bool isVisible(double top, double bottom) const { return bottom >= 0 && top <= m_geometry.legendTop; }

    /// The lanes of a run that are in view, from the first to behind the last.
    std::pair<qsizetype, qsizetype> visibleLanes(size_t track) const
    {
        const Section &section = m_geometry.sections[track];
        const auto count = qsizetype(m_view.tracks[track].lanes.size());
        const qsizetype first = std::clamp<qsizetype>(section.lanes.laneAt(0), 0, count);
        return {first, std::clamp<qsizetype>(section.lanes.laneAt(m_geometry.legendTop) + 1, first, count)};
    }

    ChartScene sceneOf(size_t track) const
    {
        const CompareTrack &one = m_view.tracks[track];
        return {*one.timeline,
                *one.index,
                endOf(one),
                m_geometry.sections[track].scale,
                m_geometry.sections[track].lanes,
                ColumnLeft,
                m_view.size.width() - RightMargin / 2};
    }

    /// The axis counts from the run's own beginning.
    TimeScale axisOf(size_t track) const
    {
        TimeScale scale = m_geometry.sections[track].scale;
        const Time start = startOf(m_view.tracks[track]);
        scale.from -= start;
        scale.to -= start;
        return scale;
    }

    /// With a wipe the first run stands for both: they share lanes and axis.
    size_t placesCount() const
    {
        return m_view.wipe ? std::min<size_t>(1, m_view.tracks.size()) : m_view.tracks.size();
    }

    void addBehind()
    {
        for (size_t track = 0; track < placesCount(); ++track) {
            const Section &section = m_geometry.sections[track];
            if (!isVisible(section.bandTop, section.bottom))
                continue;
            const double width = m_view.size.width();
            if (!m_view.bands[track].lines.empty() && !m_view.wipe)
                m_items.add(
                    Panel{QRectF(0, section.bandTop, width, section.top - section.bandTop), ColorRole::Background, 0});
            for (const double y : {section.bandTop, section.top}) {
                if (track > 0)
                    m_items.add(Rule{QLineF(0, snappedToPixel(y), width, snappedToPixel(y)), ColorRole::Border, 1});
            }
            addBehindLanes(track);
            const TimeScale axis = axisOf(track);
            for (const Tick &tick : axisTicks(axis)) {
                if (tick.at >= Time{})
                    addGridLine(m_items, axis, tick, section.top + HeadHeight - 6, section.bottom - 2);
            }
        }
    }

    void addBehindLanes(size_t track)
    {
        const Section &section = m_geometry.sections[track];
        const auto [first, end] = visibleLanes(track);
        for (qsizetype lane = first; lane < end; ++lane) {
            const qsizetype row = m_view.tracks[track].lanes[size_t(lane)].row;
            const bool isSelected = row == m_view.selectedRow;
            if (!isSelected && row != m_view.hoveredRow)
                continue;
            const QRectF area(LaneInset, section.lanes.laneTop(lane), m_view.size.width() - 2 * LaneInset,
                              section.lanes.heightOf(lane));
            m_items.add(Panel{area, isSelected ? ColorRole::Selection : ColorRole::Hover, LaneRadius});
        }
    }

    void addLanes(size_t track)
    {
        const CompareTrack &one = m_view.tracks[track];
        const Section &section = m_geometry.sections[track];
        if (!m_view.wipe)
            addBand(track);
        if (!isVisible(section.top, section.bottom))
            return;
        addAxis(track);
        const ChartScene scene = sceneOf(track);
        addLoopLane(m_items, scene, Trace::LoopId::Main, section.loopMiddle);
        const auto [first, end] = visibleLanes(track);
        for (qsizetype lane = first; lane < end; ++lane) {
            if (one.lanes[size_t(lane)].task < 0)
                continue;
            const TaskRow row = rowOf(track, lane);
            const auto blocks = taskBlocks(scene, *row.task);
            addTaskBars(m_items, scene, row, blocks);
            addWaitLabels(m_items, scene, row, blocks);
            addTaskEnd(m_items, scene, row, endText(*row.task, one.timeline->isLive()));
        }
        if (one.path)
            addPath(track);
        addNow(track);
    }

    TaskRow rowOf(size_t track, qsizetype lane) const
    {
        const CompareLane &place = m_view.tracks[track].lanes[size_t(lane)];
        return {&m_view.tracks[track].timeline->tasks()[size_t(place.task)], place.row,
                m_geometry.sections[track].lanes.laneMiddle(lane)};
    }

    void addAxis(size_t track)
    {
        const double middle = m_geometry.sections[track].top + HeadHeight / 2;
        const TimeScale axis = axisOf(track);
        for (const Tick &tick : axisTicks(axis)) {
            const PixelSpan label = tickLabelSpan(axis, tick);
            const bool isWhole = label.left > m_geometry.columnRight && label.right < m_view.size.width();
            const bool isCovered =
                m_view.wipe && label.left < m_geometry.wipeX + TagReach && label.right > m_geometry.wipeX - TagReach;
            if (tick.at >= Time{} && isWhole && !isCovered)
                addTickLabel(m_items, axis, tick, middle);
        }
    }

    /// Where a run that goes on has come to.
    void addNow(size_t track)
    {
        const CompareTrack &one = m_view.tracks[track];
        const Section &section = m_geometry.sections[track];
        const bool hasBegun = one.timeline->isLive() && !one.timeline->run().language.isEmpty();
        if (!hasBegun || !visibleSpan(section.scale, endOf(one), endOf(one)))
            return;
        const double x = section.scale.toX(endOf(one));
        m_items.add(Rule{QLineF(x, section.top + HeadHeight - 8, x, section.bottom - 2), ColorRole::Accent, 2});
    }

    /// Below the bars of those whose turn it was, and from one to the next.
    void addPath(size_t track)
    {
        const CompareTrack &one = m_view.tracks[track];
        const Section &section = m_geometry.sections[track];
        QHash<Trace::TaskId, qsizetype> laneOf;
        for (size_t lane = 0; lane < one.lanes.size(); ++lane) {
            if (one.lanes[lane].task >= 0)
                laneOf.insert(one.timeline->tasks()[size_t(one.lanes[lane].task)].id, qsizetype(lane));
        }
        addPathLines(
            m_items, *one.path, section.scale, section.lanes,
            [&](Trace::TaskId task) { return laneOf.value(task, -1); }, 0, m_view.size.height());
    }

    void addBand(size_t track)
    {
        const CompareBand &band = m_view.bands[track];
        const Section &section = m_geometry.sections[track];
        if (band.lines.empty() || !isVisible(section.bandTop, section.top))
            return;
        const double right = m_geometry.columnRight;
        double middle = section.bandTop + BandPadding + BandLineHeight / 2;
        const double titleWidth = ChartFonts::width(FontRole::Detail, band.title);
        m_items.addText(right - titleWidth, middle, band.title, FontRole::Detail, ColorRole::Muted);
        bool isFirst = true;
        for (const BandLine &line : band.lines) {
            const double left = ColumnLeft + ChipSize + ChipToName;
            m_items.add(Chip{QRectF(ColumnLeft, middle - ChipSize / 2, ChipSize, ChipSize), line.row});
            const double room = right - left - (std::exchange(isFirst, false) ? titleWidth + SignGap : 0);
            m_items.addText(left, middle, ChartFonts::elided(FontRole::Summary, line.name, room), FontRole::Summary,
                            ColorRole::Text);
            addDifference(section, line, middle);
            middle += BandLineHeight;
        }
        if (band.more > 0)
            m_items.addText(m_geometry.axis.left, middle, moreText(band.more), FontRole::Summary, ColorRole::Muted);
    }

    /// From the task's end to where it would have ended, had it taken as long as in the baseline.
    void addDifference(const Section &section, const BandLine &line, double middle)
    {
        const Time other = line.end - line.difference;
        const auto span = visibleSpan(section.scale, std::min(line.end, other), std::max(line.end, other));
        const ColorRole color = line.difference < Time{} ? ColorRole::Done
            : line.difference > Time{}                   ? ColorRole::Warning
                                                         : ColorRole::Muted;
        double x = m_geometry.axis.left;
        if (span) {
            m_items.add(Panel{snappedRect(*span, middle - BandBarHeight / 2, BandBarHeight), color, 2});
            x = std::round(span->right) + BarToFigure;
        }
        const QString text = differenceText(line.difference);
        const double width = ChartFonts::width(FontRole::Mark, text);
        if (x + width > m_view.size.width() && span)
            x = span->left - BarToFigure - width;
        m_items.addText(x, middle, text, FontRole::Mark, color);
    }

    void addColumn()
    {
        for (size_t track = 0; track < placesCount(); ++track) {
            const Section &section = m_geometry.sections[track];
            if (!isVisible(section.top, section.bottom))
                continue;
            QStringList titles{m_view.tracks[track].title};
            if (m_view.wipe && m_view.tracks.size() > 1)
                titles = QStringList{letterOf(0), m_view.tracks[1].title.section(u' ', 0, 0)};
            m_items.addText(
                ColumnLeft, section.top + HeadHeight / 2,
                ChartFonts::elided(FontRole::Title, titles.join(u" | "_s), m_geometry.columnRight - ColumnLeft),
                FontRole::Title, ColorRole::Text);
            const auto [first, end] = visibleLanes(track);
            for (qsizetype lane = first; lane < end; ++lane) {
                size_t named = track;
                while (m_view.tracks[named].lanes[size_t(lane)].task < 0)
                    ++named; // with a wipe the other one has it
                addTaskName(m_items, sceneOf(named), rowOf(named, lane), m_geometry.columnRight);
            }
        }
    }

    void addFront()
    {
        const QSizeF size = m_view.size;
        if (m_view.meeting && visibleSpan(m_geometry.axis, *m_view.meeting, *m_view.meeting)) {
            const double x = snappedToPixel(m_geometry.axis.toX(*m_view.meeting));
            m_items.add(Rule{QLineF(x, 0, x, m_geometry.legendTop), ColorRole::Accent, 1});
        }
        if (m_view.heldTrack && *m_view.heldTrack < placesCount()) {
            const Section &section = m_geometry.sections[*m_view.heldTrack];
            m_items.add(
                Frame{QRectF(m_geometry.axis.left - 6, section.top + 3, m_geometry.axis.width + 12, HeadHeight - 6),
                      ColorRole::Accent, 1.5, LaneRadius});
        }
        if (m_view.wipe)
            addDivider();
        addLegend();
        if (m_view.showsFocus)
            m_items.add(Frame{QRectF({1, 1}, size - QSizeF(2, 2)), ColorRole::Accent, 1.5, 4});
    }

    void addDivider()
    {
        const double x = std::round(m_geometry.wipeX);
        m_items.add(Rule{QLineF(x, 0, x, m_geometry.legendTop), ColorRole::Accent, 2});
        const double knob = m_geometry.legendTop - 4 * KnobRadius;
        m_items.add(Panel{QRectF(x - KnobRadius, knob - 2 * KnobRadius, 2 * KnobRadius, 4 * KnobRadius),
                          ColorRole::Accent, KnobRadius});
        for (const double dx : {-2.5, 2.5})
            m_items.add(Rule{QLineF(x + dx, knob - 5, x + dx, knob + 5), ColorRole::OnAccent, 1.5});
        for (const size_t track : {size_t(0), size_t(1)}) {
            if (track >= m_view.tracks.size())
                return;
            const QString letter = m_view.tracks[track].title.section(u' ', 0, 0);
            const double width = ChartFonts::width(FontRole::Title, letter) + 2 * TagPadding;
            const double left = track == 0 ? x - width - 4 : x + 4;
            m_items.add(Panel{QRectF(left, HeadHeight / 2 - TagHeight / 2, width, TagHeight), ColorRole::Accent,
                              TagHeight / 3});
            m_items.addText(left + TagPadding, HeadHeight / 2, letter, FontRole::Title, ColorRole::OnAccent);
        }
    }

    /// On a line of its own that stays where it is.
    void addLegend()
    {
        const double top = m_geometry.legendTop;
        m_items.add(Panel{QRectF(0, top, m_view.size.width(), m_view.size.height() - top), ColorRole::Surface, 0});
        m_items.add(
            Rule{QLineF(0, snappedToPixel(top), m_view.size.width(), snappedToPixel(top)), ColorRole::Border, 1});
        double x = m_geometry.axis.left;
        for (const LegendEntry &entry : legendEntries(m_items.seen())) {
            if (x + entry.width > m_view.size.width() - RightMargin)
                return;
            addLegendEntry(m_items, entry, x, top + LegendHeight / 2);
            x += entry.width + LegendGap;
        }
    }

    static constexpr double SignGap = 7;

    const CompareView &m_view;
    CompareGeometry m_geometry;
    ChartItems m_items;
};

} // namespace

double CompareBand::height() const
{
    return lines.empty() ? 0 : 2 * BandPadding + BandLineHeight * double(lines.size() + (more > 0 ? 1 : 0));
}

CompareGeometry compareGeometry(const CompareView &view)
{
    CompareGeometry geometry;
    geometry.size = view.size;
    geometry.columnRight = view.columnWidth;
    geometry.legendTop = std::max(0.0, view.size.height() - LegendHeight);
    geometry.axis = {view.range.from, view.range.to, view.columnWidth + ColumnGap, 0};
    geometry.axis.width = std::max(0.0, view.size.width() - RightMargin - geometry.axis.left);
    geometry.wipeX = geometry.axis.left + geometry.axis.width * view.wipe.value_or(0);
    const LaneLayout layout = layoutFor(view);
    double y = -view.scrolled;
    for (size_t track = 0; track < view.tracks.size(); ++track) {
        const CompareTrack &one = view.tracks[track];
        if (view.wipe)
            y = -view.scrolled;
        CompareGeometry::Section section;
        section.bandTop = y;
        section.top = y + (view.wipe ? 0 : view.bands[track].height());
        section.loopMiddle = section.top + HeadHeight + LoopLaneHeight / 2;
        section.lanes = layout;
        section.lanes.top = section.top + HeadHeight + LoopLaneHeight + BelowLoops;
        section.scale = geometry.axis;
        section.scale.from -= one.shift;
        section.scale.to -= one.shift;
        section.bottom = section.lanes.bottom(qsizetype(one.lanes.size())) + BelowLanes;
        y = section.bottom;
        geometry.sections.push_back(section);
    }
    geometry.contentHeight = y + view.scrolled;
    return geometry;
}

double wantedCompareColumn(const CompareView &view)
{
    const LaneLayout layout = layoutFor(view);
    double widest = std::max(NarrowestColumn, ColumnLeft + ChartFonts::width(FontRole::Summary, loopName({})));
    for (const CompareTrack &track : view.tracks) {
        widest = std::max(widest, ColumnLeft + ChartFonts::width(FontRole::Title, track.title));
        for (size_t lane = 0; lane < std::min(track.lanes.size(), MostMeasured); ++lane) {
            if (track.lanes[lane].task >= 0)
                widest = std::max(
                    widest,
                    columnWidthFor(track.timeline->tasks()[size_t(track.lanes[lane].task)], layout, ColumnLeft));
        }
    }
    return std::min(std::ceil(widest), std::floor(view.size.width() * WidestColumnPart));
}

TimeRange wholeCompareRange(const CompareView &view)
{
    if (view.tracks.empty())
        return {Time{}, Time(1)};
    TimeRange range{Time::max(), Time::min()};
    std::optional<Time> least; // of a live run's axis
    for (const CompareTrack &track : view.tracks) {
        range.from = std::min(range.from, startOf(track) + track.shift);
        range.to = std::max(range.to, endOf(track) + track.shift);
        if (track.timeline->isLive())
            least = std::chrono::duration_cast<Time>(1s * std::clamp(track.timeline->run().speed, 0.01, 100.0));
    }
    range.to = std::max(range.to, range.from + Time(1));
    if (least)
        return {range.from, range.from + liveEnd(range.duration(), *least)};
    std::vector<EndMark> marks;
    for (const CompareTrack &track : view.tracks) {
        for (size_t lane = 0; lane < std::min(track.lanes.size(), MostMeasured); ++lane) {
            if (track.lanes[lane].task < 0)
                continue;
            const TaskRecord &task = track.timeline->tasks()[size_t(track.lanes[lane].task)];
            marks.push_back({task.finished.value_or(endOf(track)) + track.shift, endWidth(task, endText(task, false))});
        }
    }
    for (const CompareBand &band : view.bands) {
        for (const BandLine &line : band.lines) {
            const Time shift = view.tracks[size_t(&band - view.bands.data())].shift;
            marks.push_back({std::max(line.end, line.end - line.difference) + shift,
                             BarToFigure + ChartFonts::width(FontRole::Mark, differenceText(line.difference))});
        }
    }
    const double room = compareGeometry(view).axis.width;
    const double width = widthBesideMarks(marks, range, room);
    return {range.from,
            range.from + (width > 0 ? Time(std::llround(double(range.duration().count()) * room / width)) : range.to)};
}

ComparePicture buildComparePicture(const CompareView &view)
{
    return Builder(view).build();
}

void paintComparePicture(QPainter &painter, ScreenPainter &screen, const ComparePicture &picture,
                         const ScreenLook &look)
{
    const CompareGeometry &geometry = picture.geometry;
    screen.begin(look.theme, look.contrast, look.scale, geometry.axis.toX(Time::zero()));
    painter.fillRect(QRectF({0, 0}, geometry.size), themeColor(look.theme, ColorRole::Surface, look.contrast));
    screen.paint(painter, picture.behind);
    const double height = geometry.legendTop;
    if (picture.lanes.size() == 2) {
        painter.setClipRect(QRectF(0, 0, geometry.wipeX, height));
        screen.paint(painter, picture.lanes[0]);
        painter.setClipRect(QRectF(geometry.wipeX, 0, geometry.size.width() - geometry.wipeX, height));
        screen.paint(painter, picture.lanes[1]);
        painter.setClipping(false);
    } else if (picture.lanes.size() == 1) {
        screen.paint(painter, picture.lanes[0]);
    }
    screen.paint(painter, picture.column);
    screen.paint(painter, picture.front);
}

CompareHit compareHitAt(const CompareView &view, QPointF place)
{
    CompareHit hit;
    const CompareGeometry geometry = compareGeometry(view);
    if (!QRectF({0, 0}, view.size).contains(place) || place.y() > geometry.legendTop)
        return hit;
    const double edge = geometry.columnRight + ColumnGap / 2;
    if (view.wipe && std::abs(place.x() - geometry.wipeX) <= DividerReach) {
        hit.part = CompareHit::Part::Divider;
        return hit;
    }
    const bool isInColumn = place.x() < edge;
    for (size_t track = 0; track < view.tracks.size(); ++track) {
        if (view.wipe && track + 1 < view.tracks.size() && place.x() > geometry.wipeX)
            continue;
        const CompareGeometry::Section &section = geometry.sections[track];
        if (place.y() < section.bandTop || place.y() >= section.bottom)
            continue;
        hit.track = track;
        hit.time = section.scale.toTime(place.x());
        if (std::abs(place.x() - edge) <= ColumnEdge) {
            hit.part = CompareHit::Part::ColumnEdge;
        } else if (place.y() < section.top) {
            hit.part = CompareHit::Part::Band;
            const auto line = qsizetype(std::floor((place.y() - section.bandTop - BandPadding) / BandLineHeight));
            if (line >= 0 && line < qsizetype(view.bands[track].lines.size()))
                hit.row = view.bands[track].lines[size_t(line)].row;
        } else if (place.y() < section.top + HeadHeight) {
            hit.part = isInColumn ? CompareHit::Part::Nothing : CompareHit::Part::Axis;
        } else if (place.y() < section.lanes.top) {
            hit.part = CompareHit::Part::Loop;
        } else {
            const qsizetype lane = section.lanes.laneAt(place.y());
            if (lane < 0 || lane >= qsizetype(view.tracks[track].lanes.size()))
                return hit;
            hit.part = isInColumn ? CompareHit::Part::Name : CompareHit::Part::Lane;
            hit.row = view.tracks[track].lanes[size_t(lane)].row;
            hit.task = view.tracks[track].lanes[size_t(lane)].task;
        }
        return hit;
    }
    return hit;
}

ChartHit chartHitAt(const CompareView &view, const CompareHit &hit, double x)
{
    const bool isLoop = hit.part == CompareHit::Part::Loop;
    const bool isTask = hit.task >= 0 && (hit.part == CompareHit::Part::Name || hit.part == CompareHit::Part::Lane);
    if (!isLoop && !isTask)
        return {};
    const CompareTrack &track = view.tracks[hit.track];
    const LiveView own = ownView(view, track);
    if (isLoop)
        return hitAt(*track.timeline, *track.index, own, {x, AxisHeight + LoopLaneHeight / 2});
    const LiveGeometry geometry = liveGeometry(own, *track.index, qsizetype(track.timeline->loops().size()));
    const qsizetype lane = track.index->rows().rowOfTask(hit.task);
    return hitAt(*track.timeline, *track.index, own, {x, geometry.lanes.laneMiddle(lane)});
}

} // namespace Playground
