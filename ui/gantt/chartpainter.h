// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/gantt/displaylist.h"

class QPainter;

namespace Playground {

/// Replays the list: on a widget, a picture, or a vector file. Everything is drawn with lines and areas, no pixmap and
/// no clipping is needed. The painter's pen, brush, font and render hints are changed.
void paintChart(QPainter &painter, const DisplayList &list, Theme theme);

} // namespace Playground
