// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/trace/timeline.h"
#include "ui/gantt/chartsheets.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace Playground {

/// No more pages are written to a PDF.
inline constexpr qsizetype MostPdfPages = 100;

/// As many sheets as a file can have of which that is the name: pages are PDF's alone.
qsizetype mostSheetsIn(const QString &fileName);

/// Draws the run's chart into a file: by its ending SVG, PNG (at twice the resolution) or PDF. An existing file is
/// replaced only when the new one is whole. Needs a QGuiApplication, whose translator decides the language.
/// Returns a message for people, or nothing when all went well.
std::optional<QString> writeChart(const Timeline &timeline, const QString &fileName, const ChartOptions &options);

/// The same for sheets that are ready to be drawn, at least one. What is no PDF gets the first alone.
std::optional<QString> writeSheets(const std::vector<Sheet> &sheets, const QString &fileName, Theme theme,
                                   const QString &title);

/// Puts a picture on a light ground into the clipboard, at twice the resolution. Returns a message for people, or
/// nothing when all went well.
std::optional<QString> copyPicture(const DisplayList &list);

/// Writes a file for other programs; an existing one is replaced only when the new one is whole. Returns a message for
/// people, or nothing when all went well.
std::optional<QString> writeExport(const QByteArray &bytes, const QString &fileName);

} // namespace Playground
