// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/gantt/chartfonts.h"
#include "ui/theme/fonts.h"

#include <QFontMetricsF>

namespace Playground {

QFont ChartFonts::font(FontRole role)
{
    switch (role) {
    case FontRole::Title:
        return sansFont(16, QFont::DemiBold);
    case FontRole::Summary:
        return sansFont(13);
    case FontRole::Legend:
        return sansFont(12);
    case FontRole::Axis:
        return sansFont(11);
    case FontRole::Name:
        return sansFont(13, QFont::Medium);
    case FontRole::Detail:
        return sansFont(11);
    case FontRole::Call:
        return monoFont(12);
    case FontRole::Mark:
        return sansFont(12);
    }
    Q_UNREACHABLE();
}

double ChartFonts::width(FontRole role, const QString &text)
{
    return QFontMetricsF(font(role)).horizontalAdvance(text);
}

QString ChartFonts::elided(FontRole role, const QString &text, double width)
{
    return QFontMetricsF(font(role)).elidedText(text, Qt::ElideRight, width);
}

double ChartFonts::middleToBaseline(FontRole role)
{
    return QFontMetricsF(font(role)).capHeight() / 2;
}

} // namespace Playground
