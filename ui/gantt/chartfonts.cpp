// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/gantt/chartfonts.h"

#include <QFontMetricsF>

using namespace Qt::StringLiterals;

namespace Playground {

namespace {

QFont sans(int pixelSize, QFont::Weight weight = QFont::Normal)
{
    QFont font;
    font.setFamilies({u"Inter"_s, u"Noto Sans CJK SC"_s, u"Segoe UI"_s, u"PingFang SC"_s, u"Microsoft YaHei"_s,
                      u"DejaVu Sans"_s, u"sans-serif"_s});
    font.setStyleHint(QFont::SansSerif);
    font.setPixelSize(pixelSize);
    font.setWeight(weight);
    font.setHintingPreference(QFont::PreferNoHinting);
    return font;
}

QFont mono(int pixelSize)
{
    QFont font = sans(pixelSize);
    font.setFamilies({u"JetBrains Mono"_s, u"Noto Sans Mono CJK SC"_s, u"DejaVu Sans Mono"_s, u"monospace"_s});
    font.setStyleHint(QFont::Monospace);
    return font;
}

} // namespace

QFont ChartFonts::font(FontRole role)
{
    switch (role) {
    case FontRole::Title:
        return sans(16, QFont::DemiBold);
    case FontRole::Summary:
        return sans(13);
    case FontRole::Legend:
        return sans(12);
    case FontRole::Axis:
        return sans(11);
    case FontRole::Name:
        return sans(13, QFont::Medium);
    case FontRole::Detail:
        return sans(11);
    case FontRole::Call:
        return mono(12);
    case FontRole::Mark:
        return sans(12);
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
