// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/gantt/chartlayers.h"

#include "ui/gantt/chartfonts.h"
#include "ui/gantt/screenpainter.h"
#include "ui/gantt/spansteps.h"
#include "ui/gantt/wakearrows.h"

#include <QPainter>

using namespace Qt::StringLiterals;

namespace Playground {

using Trace::Time;

namespace {

constexpr double NoteMargin = 10;
constexpr double NotePadding = 10;
constexpr double NoteHeight = 24;

/// At the lower edge of the lanes.
void addNote(ChartItems &items, const LiveGeometry &geometry, const QString &note)
{
    const QString text = ChartFonts::elided(FontRole::Detail, note, geometry.scale.width - 2 * NotePadding);
    const double width = ChartFonts::width(FontRole::Detail, text) + 2 * NotePadding;
    const QRectF box(geometry.scale.left, geometry.size.height() - NoteMargin - NoteHeight, width, NoteHeight);
    items.add(Panel{box, ColorRole::LabelBox, NoteHeight / 2});
    items.add(Frame{box.adjusted(0.5, 0.5, -0.5, -0.5), ColorRole::Border, 1, NoteHeight / 2});
    items.addText(box.left() + NotePadding, box.center().y(), text, FontRole::Detail, ColorRole::Text);
}

} // namespace

void ChartLayers::setShowsWakeUps(bool shows)
{
    if (std::exchange(m_showsWakeUps, shows) != shows)
        Q_EMIT changed();
}

void ChartLayers::setShowsPath(bool shows)
{
    if (std::exchange(m_showsPath, shows) != shows)
        Q_EMIT changed();
}

void ChartLayers::paint(QPainter &painter, ScreenPainter &screen, const Timeline &timeline, const ChartIndex &index,
                        const LiveGeometry &geometry, const ScreenLook &look)
{
    QStringList notes;
    if (m_showsPath && timeline.isLive() && !timeline.tasks().empty())
        notes << tr("The critical path shows when the run has ended");
    if (m_showsPath) {
        ChartItems items;
        addPathLines(
            items, m_path.steps(timeline), geometry.scale, geometry.lanes,
            [&](Trace::TaskId task) { return index.laneOf(timeline, task); }, geometry.lanesTop,
            geometry.size.height());
        painter.save();
        painter.setClipRect(QRectF(geometry.scale.left, geometry.lanesTop, geometry.scale.width,
                                   geometry.size.height() - geometry.lanesTop));
        screen.paint(painter, items.take());
        painter.restore();
    }
    if (m_showsWakeUps) {
        const std::vector<WakeArrow> arrows = wakeArrowsInView(timeline, index, geometry);
        if (qsizetype(arrows.size()) <= MostWakeArrows)
            paintWakeArrows(painter, arrows, geometry, themeColor(look.theme, ColorRole::Muted, look.contrast));
        else
            notes << tr("Too many wake-ups for arrows: zoom in to see them");
    }
    if (notes.isEmpty())
        return;
    ChartItems items;
    addNote(items, geometry, notes.join(u" · "_s));
    screen.paint(painter, items.take());
}

void ChartLayers::addTo(ChartTip &tip, const Timeline &timeline, const ChartHit &hit, Time now)
{
    const TaskRecord *task = timeline.task(hit.task);
    if (!m_showsPath || !task || hit.part != ChartHit::Part::Lane || !hit.span)
        return;
    const TimeRange range = hit.block ? hit.block->time : spanRange(*task, *hit.span, now);
    if (isOnPath(m_path.steps(timeline), task->id, range))
        tip.rows.push_back({tr("Path"), tr("on the critical path")});
}

} // namespace Playground
