// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/gantt/chartfonts.h"
#include "ui/theme/fonts.h"

#include <QFontMetricsF>
#include <QHash>

#include <array>
#include <optional>

namespace Playground {

namespace {

constexpr int Roles = int(FontRole::Mark) + 1;
constexpr qsizetype MostWidths = 20'000;

QFont fontOf(FontRole role)
{
    switch (role) {
    case FontRole::Total:
        return sansFont(18, QFont::DemiBold);
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

/// A font with what was measured in it: finding a font and shaping a text cost more than all else in a frame.
struct Measured {
    QFont font;
    QFontMetricsF metrics;
    double figure = 0;
    QHash<QString, double> widths;
    QHash<std::pair<QString, int>, QString> shortenedTexts;

    explicit Measured(FontRole role)
        : font(fontOf(role))
        , metrics(font)
    {
        for (char16_t digit = u'0'; digit <= u'9'; ++digit)
            figure = std::max(figure, metrics.horizontalAdvance(QChar(digit)));
    }

    double width(const QString &text)
    {
        if (const auto known = widths.constFind(text); known != widths.cend())
            return *known;
        if (widths.size() >= MostWidths)
            widths.clear();
        return *widths.insert(text, metrics.horizontalAdvance(text));
    }

    /// To the half pixel, so that a chart that is zoomed asks for the same again.
    QString shortened(const QString &text, double width)
    {
        const std::pair<QString, int> key(text, int(std::floor(std::max(0.0, width) * 2)));
        if (const auto known = shortenedTexts.constFind(key); known != shortenedTexts.cend())
            return *known;
        if (shortenedTexts.size() >= MostWidths)
            shortenedTexts.clear();
        return *shortenedTexts.insert(key, metrics.elidedText(text, Qt::ElideRight, key.second / 2.0));
    }
};

Measured &measured(FontRole role)
{
    static std::array<std::optional<Measured>, Roles> all;
    std::optional<Measured> &one = all[size_t(role)];
    if (!one)
        one.emplace(role);
    return *one;
}

} // namespace

const QFont &ChartFonts::font(FontRole role)
{
    return measured(role).font;
}

double ChartFonts::width(FontRole role, const QString &text)
{
    return measured(role).width(text);
}

double ChartFonts::countingWidth(FontRole role, const QString &text)
{
    Measured &font = measured(role);
    double width = 0;
    for (const QChar character : text)
        width += character.isDigit() ? font.figure : font.width(character);
    return width;
}

double ChartFonts::figureWidth(FontRole role)
{
    return measured(role).figure;
}

QString ChartFonts::elided(FontRole role, const QString &text, double width)
{
    Measured &font = measured(role);
    return font.width(text) <= width ? text : font.shortened(text, width);
}

double ChartFonts::middleToBaseline(FontRole role)
{
    return measured(role).metrics.capHeight() / 2;
}

double ChartFonts::ascent(FontRole role)
{
    return measured(role).metrics.ascent();
}

} // namespace Playground
