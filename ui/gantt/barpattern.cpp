// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/gantt/barpattern.h"

#include <QPainterPath>
#include <QRectF>

#include <cmath>

namespace Playground {

namespace {

constexpr double HatchStep = 6;
constexpr double StripeStep = 4;
constexpr double DotStep = 5;
constexpr double HatchWidth = 1.3;
constexpr double StripeWidth = 1.4;
constexpr double DotSize = 1.9;

/// Parallels of x + y = constant within the area. They are cut to it here, since not every vector format can clip, and
/// they start from the picture's origin, so that neighbouring bars continue each other.
void addRisingLines(QPainterPath &path, const QRectF &area)
{
    const double first = std::ceil((area.left() + area.top()) / HatchStep) * HatchStep;
    for (double sum = first; sum < area.right() + area.bottom(); sum += HatchStep) {
        const double left = std::max(area.left(), sum - area.bottom());
        const double right = std::min(area.right(), sum - area.top());
        if (right - left < 0.5)
            continue;
        path.moveTo(left, sum - left);
        path.lineTo(right, sum - right);
    }
}

/// Parallels of x - y = constant within the area.
void addFallingLines(QPainterPath &path, const QRectF &area)
{
    const double first = std::ceil((area.left() - area.bottom()) / HatchStep) * HatchStep;
    for (double difference = first; difference < area.right() - area.top(); difference += HatchStep) {
        const double left = std::max(area.left(), difference + area.top());
        const double right = std::min(area.right(), difference + area.bottom());
        if (right - left < 0.5)
            continue;
        path.moveTo(left, left - difference);
        path.lineTo(right, right - difference);
    }
}

/// Lines in the middle of equal parts: three across the height of a usual bar.
void addLevelLines(QPainterPath &path, const QRectF &area)
{
    const auto lines = std::max(1, int(std::lround(area.height() / HatchStep)));
    const double step = area.height() / lines;
    for (int line = 0; line < lines; ++line) {
        const double y = area.top() + step * (line + 0.5);
        path.moveTo(area.left(), y);
        path.lineTo(area.right(), y);
    }
}

void addUprightStripes(QPainterPath &path, const QRectF &area)
{
    if (area.width() < 3 * StripeStep)
        return; // a stripe or two would look like something else
    for (double x = std::ceil(area.left() / StripeStep) * StripeStep; x < area.right(); x += StripeStep) {
        if (x - area.left() < StripeWidth / 2 || area.right() - x < StripeWidth / 2)
            continue;
        path.moveTo(x, area.top());
        path.lineTo(x, area.bottom());
    }
}

/// The dots are the dashes of a few lines: many times smaller in a file than as many circles.
void addDotLines(QPainterPath &path, const QRectF &area)
{
    const auto rows = std::max(1, int(std::floor(area.height() / DotStep)));
    const double step = area.height() / rows;
    for (int row = 0; row < rows; ++row) {
        const double y = area.top() + step * (row + 0.5);
        const double shift = row % 2 == 0 ? 0 : DotStep / 2;
        const double first = std::ceil((area.left() + DotSize / 2 - shift) / DotStep) * DotStep + shift;
        if (first > area.right() - DotSize / 2)
            continue;
        path.moveTo(first, y);
        path.lineTo(area.right() - DotSize / 2, y);
    }
}

} // namespace

double patternPeriod(Pattern pattern)
{
    switch (pattern) {
    case Pattern::UprightStripes:
        return StripeStep;
    case Pattern::HatchedUp:
    case Pattern::HatchedDown:
    case Pattern::Crossed:
        return HatchStep;
    case Pattern::Dots:
        return DotStep;
    case Pattern::Solid:
    case Pattern::LevelLines:
    case Pattern::Outlined:
        break;
    }
    return 1;
}

void addPattern(QPainterPath &path, const QRectF &area, Pattern pattern)
{
    switch (pattern) {
    case Pattern::Solid:
        break;
    case Pattern::UprightStripes:
        addUprightStripes(path, area);
        break;
    case Pattern::HatchedUp:
        addRisingLines(path, area);
        break;
    case Pattern::LevelLines:
        addLevelLines(path, area);
        break;
    case Pattern::HatchedDown:
        addFallingLines(path, area);
        break;
    case Pattern::Dots:
        addDotLines(path, area);
        break;
    case Pattern::Crossed:
        addRisingLines(path, area);
        addFallingLines(path, area);
        break;
    case Pattern::Outlined:
        path.addRect(area.adjusted(0.5, 0.5, -0.5, -0.5));
        break;
    }
}

QPen patternPen(const StateStyle &style)
{
    switch (style.pattern) {
    case Pattern::UprightStripes:
        return QPen(style.ink, StripeWidth, Qt::SolidLine, Qt::FlatCap);
    case Pattern::Dots: {
        QPen pen(style.ink, DotSize, Qt::CustomDashLine, Qt::RoundCap);
        pen.setDashPattern({0.01, DotStep / DotSize - 0.01});
        return pen;
    }
    case Pattern::Outlined:
        return QPen(style.ink, 1);
    case Pattern::Solid:
    case Pattern::HatchedUp:
    case Pattern::LevelLines:
    case Pattern::HatchedDown:
    case Pattern::Crossed:
        break;
    }
    return QPen(style.ink, HatchWidth, Qt::SolidLine, Qt::FlatCap);
}

} // namespace Playground
