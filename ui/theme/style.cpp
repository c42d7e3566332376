// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/style.h"
#include "ui/theme/appearance.h"
#include "ui/theme/playgroundstyle.h"

#include <QApplication>
#include <QFile>
#include <QPalette>
#include <QPointer>

#include <map>

using namespace Qt::StringLiterals;

namespace Playground {

namespace {

/// The first colour, with so much of the second in it.
QColor mixed(const QColor &color, const QColor &other, float part)
{
    const auto channel = [part](float from, float to) { return from + (to - from) * part; };
    return QColor::fromRgbF(channel(color.redF(), other.redF()), channel(color.greenF(), other.greenF()),
                            channel(color.blueF(), other.blueF()));
}

QColor disabledColor(const Appearance &appearance)
{
    return mixed(appearance.color(ColorRole::Muted), appearance.color(ColorRole::Surface), 0.4F);
}

QColor highlightColor(const Appearance &appearance)
{
    return mixed(appearance.color(ColorRole::Surface), appearance.color(ColorRole::Accent), 0.28F);
}

/// The names that have an at sign in the style sheet.
std::map<QString, QString> tokens(const Appearance &appearance)
{
    const QColor surface = appearance.color(ColorRole::Surface);
    const QColor hover = appearance.color(ColorRole::Hover);
    const QColor border = appearance.color(ColorRole::Border);
    const QColor text = appearance.color(ColorRole::Text);
    const QColor muted = appearance.color(ColorRole::Muted);
    const QColor accent = appearance.color(ColorRole::Accent);
    const bool isHigh = appearance.isHighContrast();
    const std::map<QString, QColor> colors{
        {u"surface"_s, surface},
        {u"background"_s, appearance.color(ColorRole::Background)},
        {u"hover"_s, hover},
        {u"pressed"_s, mixed(hover, muted, 0.18F)},
        {u"pressedMore"_s, mixed(hover, muted, 0.32F)},
        {u"selection"_s, appearance.color(ColorRole::Selection)},
        {u"highlight"_s, highlightColor(appearance)},
        {u"border"_s, border},
        {u"edge"_s, mixed(border, muted, 0.5F)},
        {u"text"_s, text},
        {u"muted"_s, muted},
        {u"disabled"_s, disabledColor(appearance)},
        {u"accent"_s, accent},
        {u"accentHover"_s, mixed(accent, text, 0.12F)},
        {u"accentPressed"_s, mixed(accent, text, 0.24F)},
        {u"onAccent"_s, appearance.color(ColorRole::OnAccent)},
        {u"thumb"_s, isHigh ? muted : mixed(surface, muted, 0.4F)},
        {u"thumbHover"_s, isHigh ? text : mixed(surface, muted, 0.75F)},
    };
    std::map<QString, QString> tokens;
    for (const auto &[name, color] : colors)
        tokens[name] = color.name();
    const auto size = [&appearance](TextRole role) { return u"%1px"_s.arg(appearance.font(role).pixelSize()); };
    tokens[u"small"_s] = size(TextRole::Small);
    tokens[u"heading"_s] = size(TextRole::Heading);
    tokens[u"title"_s] = size(TextRole::Title);
    tokens[u"ring"_s] = isHigh ? u"3px"_s : u"2px"_s;
    return tokens;
}

/// Replaces @names and lengths such as 8dp, which grow with the scale.
QString filledIn(const QString &sheet, const Appearance &appearance)
{
    const std::map<QString, QString> known = tokens(appearance);
    QString filled;
    filled.reserve(sheet.size());
    qsizetype at = 0;
    while (at < sheet.size()) {
        const QChar c = sheet.at(at);
        qsizetype end = at + 1;
        if (c == u'@') {
            while (end < sheet.size() && sheet.at(end).isLetter())
                ++end;
            filled += known.at(sheet.sliced(at + 1, end - at - 1));
        } else if (c.isDigit()) {
            while (end < sheet.size() && sheet.at(end).isDigit())
                ++end;
            const int length = sheet.sliced(at, end - at).toInt();
            const bool isScaled = sheet.sliced(end).startsWith("dp"_L1);
            filled += QString::number(isScaled ? appearance.px(length) : length);
            if (isScaled) {
                filled += "px"_L1;
                end += 2;
            }
        } else {
            filled += c;
        }
        at = end;
    }
    return filled;
}

QPalette paletteOf(const Appearance &appearance)
{
    QPalette palette;
    const auto set = [&](QPalette::ColorRole role, const QColor &color) { palette.setColor(role, color); };
    const auto color = [&](ColorRole role) { return appearance.color(role); };
    set(QPalette::Window, color(ColorRole::Surface));
    set(QPalette::Base, color(ColorRole::Surface));
    set(QPalette::AlternateBase, color(ColorRole::Background));
    set(QPalette::Button, color(ColorRole::Surface));
    set(QPalette::ToolTipBase, color(ColorRole::Surface));
    set(QPalette::WindowText, color(ColorRole::Text));
    set(QPalette::Text, color(ColorRole::Text));
    set(QPalette::ButtonText, color(ColorRole::Text));
    set(QPalette::BrightText, color(ColorRole::Failed));
    set(QPalette::ToolTipText, color(ColorRole::Text));
    set(QPalette::PlaceholderText, color(ColorRole::Muted));
    set(QPalette::Highlight, highlightColor(appearance));
    set(QPalette::HighlightedText, color(ColorRole::Text));
    set(QPalette::Link, color(ColorRole::Accent));
    set(QPalette::LinkVisited, color(ColorRole::Accent));
    set(QPalette::Light, color(ColorRole::Surface));
    set(QPalette::Midlight, color(ColorRole::Hover));
    set(QPalette::Mid, color(ColorRole::Border));
    set(QPalette::Dark, color(ColorRole::Border));
    set(QPalette::Shadow, color(ColorRole::Border));
    for (const QPalette::ColorRole role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText,
                                           QPalette::HighlightedText, QPalette::PlaceholderText})
        palette.setColor(QPalette::Disabled, role, disabledColor(appearance));
    return palette;
}

QString sheetSource()
{
    QFile file(u":/playground/style.qss"_s);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

} // namespace

QString styleSheetOf(const Appearance &appearance)
{
    return filledIn(sheetSource(), appearance);
}

void applyStyle(QApplication &application, const Appearance &appearance)
{
    static QPointer<PlaygroundStyle> style;
    if (!style) {
        style = new PlaygroundStyle;
        application.setStyle(style);
    }
    style->setLook(appearance);
    application.setPalette(paletteOf(appearance));
    application.setFont(appearance.font(TextRole::Body));
    application.setStyleSheet(styleSheetOf(appearance));
}

} // namespace Playground
