// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/editor/lineband.h"
#include "ui/editor/linemessage.h"

#include <QFont>
#include <QRect>
#include <QString>

#include <optional>
#include <vector>

class QPainter;

namespace Playground {

/// What the left edge shows of one visible line.
struct GutterLine {
    QRect rect;
    QString number;
    int padding = 0; ///< between the number and the text
    bool isCurrent = false;
    std::optional<LineBand> band;
    std::optional<MessageLevel> message;
};

/// Line numbers, and signs before them: a dot for an error, an arrow for the line that has the thread.
void paintGutter(QPainter &painter, const Appearance &appearance, const QFont &font,
                 const std::vector<GutterLine> &lines);

} // namespace Playground
