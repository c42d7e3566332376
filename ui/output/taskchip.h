// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/trace/events.h"

#include <QColor>
#include <QIcon>
#include <QRectF>

QT_FORWARD_DECLARE_CLASS(QPainter)

namespace Playground {

class Appearance;

/// The mark of a task, as on the chart; `part` of its colour, the rest is the surface's.
void paintTaskChip(QPainter &painter, const QRectF &rect, Trace::TaskId task, const QColor &surface, double part = 1);

/// For menus and buttons.
QIcon taskChipIcon(Trace::TaskId task, const Appearance &appearance);

} // namespace Playground
