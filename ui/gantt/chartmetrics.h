// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// The chart's measures, which picture and screen share: pixels, on a grid of eight where nothing speaks against it.
namespace Playground::Metrics {

inline constexpr double Padding = 20;
inline constexpr double AxisHeight = 28;
inline constexpr double LoopLaneHeight = 28;
inline constexpr double LoopBarHeight = 14;
inline constexpr double BelowLoops = 4;
inline constexpr double ChipSize = 9;
inline constexpr double ChipToName = 8;
inline constexpr double NameToCoroutine = 16;
inline constexpr double WidestCoroutine = 104; // that the column makes room for
inline constexpr double ColumnGap = 14; // between the frozen column and the lanes
inline constexpr double NarrowestColumn = 140;
inline constexpr double WidestColumnPart = 0.34; // of the chart
inline constexpr double NarrowestLanesPart = 0.68; // of the room beside the column; longer marks are shortened
inline constexpr double RightOfLastTick = 12;
inline constexpr double NarrowestLabel = 28;
inline constexpr double SwatchWidth = 18;
inline constexpr double SwatchHeight = 10;
inline constexpr double SwatchGap = 6;
inline constexpr double LegendGap = 18;

} // namespace Playground::Metrics
