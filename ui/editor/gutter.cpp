// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editor/gutter.h"

#include "ui/theme/appearance.h"

#include <QPainter>
#include <QPainterPath>

namespace Playground {

namespace {

void paintArrow(QPainter &painter, const QRectF &box, const QColor &color)
{
    QPainterPath arrow;
    arrow.moveTo(box.topLeft());
    arrow.lineTo(box.right(), box.center().y());
    arrow.lineTo(box.bottomLeft());
    arrow.closeSubpath();
    painter.setPen(QPen(color, 1, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(color);
    painter.drawPath(arrow);
}

} // namespace

void paintGutter(QPainter &painter, const Appearance &appearance, const QFont &font,
                 const std::vector<GutterLine> &lines)
{
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(font);
    const double scale = appearance.scale();
    for (const GutterLine &line : lines) {
        if (line.band)
            painter.fillRect(line.rect, bandColor(appearance, *line.band));
        painter.setPen(appearance.color(line.isCurrent ? ColorRole::Text : ColorRole::Muted));
        painter.drawText(line.rect.adjusted(0, 0, -line.padding, 0), Qt::AlignRight | Qt::AlignVCenter, line.number);
        const double side = 7 * scale;
        const QRectF sign(line.rect.left() + 5 * scale, line.rect.center().y() + 0.5 - side / 2, side, side);
        if (line.band == LineBand::Running) {
            paintArrow(painter, sign, appearance.color(ColorRole::Accent));
        } else if (line.message) {
            painter.setPen(Qt::NoPen);
            painter.setBrush(
                appearance.color(*line.message == MessageLevel::Error ? ColorRole::Failed : ColorRole::Warning));
            painter.drawEllipse(sign);
        }
    }
}

} // namespace Playground
