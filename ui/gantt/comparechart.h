// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/insight/comparison.h"
#include "ui/gantt/chartsheets.h"
#include "ui/theme/palette.h"

#include <QSizeF>
#include <QStringList>

#include <optional>

namespace Playground {

struct CompareChartOptions {
    Theme theme = Theme::Light;
    QStringList titles; ///< one for each run
    QString language; ///< of the reasons: "zh_CN" or "en"
    double width = 1040; ///< in pixels; the height follows from the lanes
    Paper paper = Paper::Chart; ///< of writeComparisonChart()
    qsizetype mostTasks = 40; ///< of each run; further ones are counted
};

/// The runs above one another on one time axis, aligned at their beginnings: lanes of the same task in the same order
/// and with the same mark, a band with the totals as bars on that axis, and below it all the totals in figures and the
/// reasons. In the language of the application's translator; needs a QGuiApplication, for its fonts.
DisplayList buildComparisonChart(const Comparison &comparison, const CompareChartOptions &options);

/// On one sheet of that paper, whatever the width in the options is.
Sheet comparisonSheet(const Comparison &comparison, const CompareChartOptions &options);

/// Draws that sheet into a file; see writeChart().
std::optional<QString> writeComparisonChart(const Comparison &comparison, const QString &fileName,
                                            const CompareChartOptions &options);

/// "5.00 s → 3.00 s · 1.67×"; without a ratio where a run took no time; of more than two runs each with its own.
QString totalsText(const Comparison &comparison);
/// "−2.00 s", "+0.50 s", "±0 s".
QString differenceText(Trace::Time difference);
/// The text in lines that are no wider than `width`, broken where its language may be broken. A word that is wider has
/// a line of its own.
QStringList wrappedText(FontRole font, const QString &text, double width);

} // namespace Playground
