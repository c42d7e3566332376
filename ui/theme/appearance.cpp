// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/appearance.h"
#include "ui/theme/fonts.h"

#include <QGuiApplication>
#include <QPalette>

#include <cmath>

namespace Playground {

Appearance::Appearance(QObject *parent)
    : QObject(parent)
{
}

void Appearance::setThemeChoice(ThemeChoice choice)
{
    if (choice == m_choice)
        return;
    m_choice = choice;
    Q_EMIT changed();
}

Theme Appearance::theme() const
{
    switch (m_choice) {
    case ThemeChoice::System:
        break;
    case ThemeChoice::Light:
        return Theme::Light;
    case ThemeChoice::Dark:
        return Theme::Dark;
    }
    return QGuiApplication::palette().color(QPalette::Window).lightness() < 128 ? Theme::Dark : Theme::Light;
}

void Appearance::setScale(double scale)
{
    if (scale == m_scale)
        return;
    m_scale = scale;
    Q_EMIT changed();
}

QFont Appearance::font(TextRole role) const
{
    switch (role) {
    case TextRole::Body:
        return sansFont(13 * m_scale);
    case TextRole::Strong:
        return sansFont(13 * m_scale, QFont::DemiBold);
    case TextRole::Small:
        return sansFont(12 * m_scale);
    case TextRole::Heading:
        return sansFont(11 * m_scale, QFont::DemiBold);
    case TextRole::Title:
        return sansFont(17 * m_scale, QFont::DemiBold);
    case TextRole::Code:
        return monoFont(13 * m_scale);
    case TextRole::SmallCode:
        return monoFont(12 * m_scale);
    }
    Q_UNREACHABLE();
}

int Appearance::px(double length) const
{
    return int(std::lround(length * m_scale));
}

} // namespace Playground
