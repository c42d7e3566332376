// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/gantt/chartsheets.h"

#include "ui/gantt/chartbuilder.h"
#include "ui/gantt/chartindex.h"
#include "ui/gantt/chartpainter.h"

#include <QPainter>

#include <algorithm>
#include <limits>

namespace Playground {

namespace {

constexpr double PixelsPerMillimetre = 96 / 25.4;

struct Measures {
    QSizeF size; ///< pixels
    double margin = 0;
    std::vector<double> scales; ///< the first at which all fits is taken, the last where none is

    QSizeF room() const { return size - QSizeF(2 * margin, 2 * margin); }
};

Measures measuresOf(Paper paper)
{
    const QSizeF a4 = QSizeF(210, 297) * PixelsPerMillimetre;
    const double margin = 12 * PixelsPerMillimetre;
    switch (paper) {
    case Paper::Chart:
        break;
    case Paper::Slide: // read from afar
        return {{1280, 720}, 0, {1.9, 1.7, 1.5, 1.35, 1.2}};
    case Paper::A4Landscape:
        return {a4.transposed(), margin, {1.4, 1.2, 1, 0.9, 0.8}};
    case Paper::A4Portrait:
        return {a4, margin, {1.1, 1, 0.9, 0.8, 0.72}};
    }
    return {{}, 0, {1}};
}

} // namespace

ChartSheets chartSheets(const Timeline &timeline, const ChartOptions &options, qsizetype mostSheets)
{
    ChartView view;
    view.range = options.range;
    view.title = options.title;
    view.hasTitle = options.hasTitle;
    view.hasLegend = options.hasLegend;
    view.marks = options.marks;
    const Measures measures = measuresOf(options.paper);
    if (options.paper == Paper::Chart) {
        view.size = options.size;
        mostSheets = 1;
    } else {
        view.mostTasks = std::numeric_limits<qsizetype>::max();
    }
    ChartIndex index;
    index.update(timeline);
    ChartSheets result;
    for (const double scale : measures.scales) {
        if (options.paper != Paper::Chart)
            view.size = measures.room() / scale;
        const bool isLast = scale == measures.scales.back();
        ChartPages pages = buildChartPages(timeline, index, view, isLast ? mostSheets : 1);
        if (pages.left > timeline.droppedTasks() && !isLast)
            continue;
        for (DisplayList &list : pages.pages)
            result.sheets.push_back({std::move(list), scale, measures.margin});
        result.left = pages.left;
        break;
    }
    return result;
}

Sheet fittedSheet(Paper paper, const std::function<DisplayList(double width)> &build)
{
    constexpr double UsualWidth = 1040;
    if (paper == Paper::Chart)
        return {build(UsualWidth)};
    const Measures measures = measuresOf(paper);
    const QSizeF room = measures.room();
    Sheet sheet{{}, 1, measures.margin};
    for (const double scale : measures.scales) {
        sheet.scale = scale;
        sheet.list = build(room.width() / scale);
        if (sheet.list.size.height() * scale <= room.height())
            break;
    }
    sheet.scale = std::min(sheet.scale, room.height() / sheet.list.size.height());
    sheet.list.size = room / sheet.scale;
    return sheet;
}

void paintSheet(QPainter &painter, const Sheet &sheet, Theme theme)
{
    painter.fillRect(QRectF(QPointF(0, 0), sheet.size()), themeColor(theme, ColorRole::Surface));
    painter.save();
    painter.translate(sheet.margin, sheet.margin);
    painter.scale(sheet.scale, sheet.scale);
    paintChart(painter, sheet.list, theme);
    painter.restore();
}

} // namespace Playground
