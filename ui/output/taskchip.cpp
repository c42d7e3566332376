// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/output/taskchip.h"
#include "ui/theme/appearance.h"

#include <QPainter>

namespace Playground {
namespace {

constexpr double IconSize = 16;
constexpr double ChipSize = 9;
constexpr double PixelRatio = 2;

} // namespace

void paintTaskChip(QPainter &painter, const QRectF &rect, Trace::TaskId task, const QColor &surface, double part)
{
    // Tasks are numbered from 1 in the order of their creation.
    const ChipStyle style = chipStyle(qsizetype(task) - 1);
    const double corner = rect.width() / 4;
    const double ring = rect.width() * 0.28;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setOpacity(part);
    painter.setPen(Qt::NoPen);
    painter.setBrush(style.fill);
    painter.drawRoundedRect(rect, corner, corner);
    if (style.ring) {
        painter.setBrush(surface);
        painter.drawRoundedRect(rect.adjusted(ring, ring, -ring, -ring), corner / 2, corner / 2);
    }
    painter.restore();
}

QIcon taskChipIcon(Trace::TaskId task, const Appearance &appearance)
{
    const double size = appearance.px(IconSize);
    const double chip = appearance.px(ChipSize);
    QPixmap pixmap(QSizeF(size * PixelRatio, size * PixelRatio).toSize());
    pixmap.setDevicePixelRatio(PixelRatio);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    const double margin = (size - chip) / 2;
    paintTaskChip(painter, QRectF(margin, margin, chip, chip), task, appearance.color(ColorRole::Surface));
    painter.end();
    return QIcon(pixmap);
}

} // namespace Playground
