// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/gantt/chartmarks.h"
#include "ui/gantt/coordinates.h"
#include "ui/gantt/displaylist.h"

#include <QString>

#include <functional>
#include <optional>
#include <vector>

class QPainter;

namespace Playground {

/// What a chart is drawn for: a picture as high as its tasks ask for, a slide of 16:9, or paper.
enum class Paper : quint8 { Chart, Slide, A4Landscape, A4Portrait };

struct ChartOptions {
    Theme theme = Theme::Light;
    QString title; ///< the program's file name where it is empty
    QSizeF size; ///< in pixels, with Paper::Chart; empty: automatic, from the number of lanes
    Paper paper = Paper::Chart;
    std::optional<TimeRange> range; ///< the whole run where it is missing
    bool hasTitle = true; ///< with the run's figures beside it
    bool hasLegend = true;
    std::vector<ChartMark> marks{};
};

/// A picture, and how it stands on what it is drawn on.
struct Sheet {
    DisplayList list;
    double scale = 1;
    double margin = 0; ///< on all sides

    /// In pixels, 96 to the inch.
    QSizeF size() const { return list.size * scale + QSizeF(2 * margin, 2 * margin); }
};

struct ChartSheets {
    std::vector<Sheet> sheets; ///< at least one, all of the same size
    qint64 left = 0; ///< tasks that had no room
};

/// A run for paper: as large as can be read well, smaller where that brings all tasks onto one sheet, and on several
/// sheets, each with a heading, where it does not. No more than `mostSheets`.
ChartSheets chartSheets(const Timeline &timeline, const ChartOptions &options, qsizetype mostSheets);

/// A picture that is laid out for a width, and as high as it needs, on one sheet: as large as fits there.
Sheet fittedSheet(Paper paper, const std::function<DisplayList(double width)> &build);

/// From the painter's origin on.
void paintSheet(QPainter &painter, const Sheet &sheet, Theme theme);

} // namespace Playground
