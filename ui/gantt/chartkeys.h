// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QKeyEvent;

namespace Playground {

class GanttView;

/// What a key does in the chart, by itself or with Shift. False, and nothing done, for one that does nothing there.
bool pressChartKey(GanttView &view, const QKeyEvent &event);

} // namespace Playground
