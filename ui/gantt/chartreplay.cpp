// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/gantt/chartreplay.h"

#include "ui/gantt/chartfonts.h"

#include <QPainterPath>

namespace Playground {

void ChartReplay::operator()(const Panel &panel)
{
    m_painter.setPen(Qt::NoPen);
    m_painter.setBrush(color(panel.color));
    if (panel.radius > 0)
        m_painter.drawRoundedRect(panel.rect, panel.radius, panel.radius);
    else
        m_painter.drawRect(panel.rect);
}

void ChartReplay::operator()(const Rule &rule)
{
    m_painter.setPen(QPen(color(rule.color), rule.width, Qt::SolidLine, Qt::FlatCap));
    m_painter.drawLine(rule.line);
}

void ChartReplay::operator()(const Chip &chip)
{
    const ChipStyle style = chipStyle(chip.order);
    m_painter.setPen(Qt::NoPen);
    m_painter.setBrush(style.fill);
    m_painter.drawRoundedRect(chip.rect, 2, 2);
    if (style.ring) {
        m_painter.setBrush(color(ColorRole::Surface));
        m_painter.drawRoundedRect(chip.rect.adjusted(2.5, 2.5, -2.5, -2.5), 1, 1);
    }
}

void ChartReplay::operator()(const OpenEnd &end)
{
    QPainterPath path;
    const double step = end.rect.width() / 2;
    for (const double x : {end.rect.left(), end.rect.left() + step}) {
        path.moveTo(x, end.rect.top());
        path.lineTo(x + step * 0.8, end.rect.center().y());
        path.lineTo(x, end.rect.bottom());
    }
    m_painter.setPen(QPen(color(ColorRole::Muted), 1.4, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    m_painter.setBrush(Qt::NoBrush);
    m_painter.drawPath(path);
}

void ChartReplay::operator()(const TextRun &text)
{
    m_painter.setPen(color(text.color));
    m_painter.setFont(ChartFonts::font(text.font));
    if (!text.isCounting) {
        m_painter.drawText(text.baseline, text.text);
        return;
    }
    forEachCountingPart(text, [this](QPointF baseline, const QString &part) { m_painter.drawText(baseline, part); });
}

void ChartReplay::operator()(const Frame &frame)
{
    m_painter.setPen(QPen(color(frame.color), frame.width));
    m_painter.setBrush(Qt::NoBrush);
    m_painter.drawRoundedRect(frame.rect, frame.radius, frame.radius);
}

void ChartReplay::operator()(const StateSign &sign)
{
    const QRectF &rect = sign.rect;
    const double unit = rect.width() / 12;
    const auto at = [&](double x, double y) { return rect.topLeft() + QPointF(x, y) * unit; };
    const auto pen = [&](ColorRole role) {
        return QPen(color(role), 1.6 * unit, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin);
    };
    m_painter.setBrush(Qt::NoBrush);
    QPainterPath path;
    switch (sign.state) {
    case TaskState::Running:
        m_painter.setPen(Qt::NoPen);
        m_painter.setBrush(stateStyle(m_theme, ChartState::Running, m_contrast).fill);
        m_painter.drawPolygon(QPolygonF{at(3, 1.5), at(10.5, 6), at(3, 10.5)});
        return;
    case TaskState::Ready:
        m_painter.setPen(pen(ColorRole::Alarm));
        m_painter.drawPolygon(QPolygonF{at(3.5, 2), at(10, 6), at(3.5, 10)});
        return;
    case TaskState::Waiting:
        m_painter.setPen(Qt::NoPen);
        m_painter.setBrush(color(ColorRole::Muted));
        for (const double x : {2.0, 6.0, 10.0})
            m_painter.drawEllipse(at(x, 6), 1.2 * unit, 1.2 * unit);
        return;
    case TaskState::Done:
        m_painter.setPen(pen(ColorRole::Done));
        m_painter.drawPolyline(QPolygonF{at(1.5, 6.5), at(4.5, 9.5), at(10.5, 2.5)});
        return;
    case TaskState::Failed:
        m_painter.setPen(pen(ColorRole::Failed));
        m_painter.drawLine(at(2.5, 2.5), at(9.5, 9.5));
        m_painter.drawLine(at(9.5, 2.5), at(2.5, 9.5));
        return;
    case TaskState::Cancelled:
        m_painter.setPen(pen(ColorRole::Cancelled));
        m_painter.drawEllipse(at(6, 6), 4.5 * unit, 4.5 * unit);
        m_painter.drawLine(at(3, 9), at(9, 3));
        return;
    }
}

void ChartReplay::operator()(const Triangle &triangle)
{
    const QRectF &rect = triangle.rect;
    m_painter.setPen(Qt::NoPen);
    m_painter.setBrush(color(ColorRole::Muted));
    if (triangle.isOpen)
        m_painter.drawPolygon(QPolygonF{rect.topLeft(), rect.topRight(), QPointF(rect.center().x(), rect.bottom())});
    else
        m_painter.drawPolygon(QPolygonF{rect.topLeft(), QPointF(rect.right(), rect.center().y()), rect.bottomLeft()});
}

void forEachCountingPart(const TextRun &text, const std::function<void(QPointF, const QString &)> &draw)
{
    QPointF place = text.baseline;
    const double figure = ChartFonts::figureWidth(text.font);
    for (const QChar character : text.text) {
        const QString part(character);
        const double width = ChartFonts::width(text.font, part);
        const double cell = character.isDigit() ? figure : width;
        draw(place + QPointF((cell - width) / 2, 0), part);
        place.rx() += cell;
    }
}

} // namespace Playground
