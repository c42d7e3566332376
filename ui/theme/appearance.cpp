// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/appearance.h"
#include "ui/theme/fonts.h"
#include "ui/theme/systemtheme.h"

#include <cmath>

namespace Playground {

Appearance::Appearance(QObject *parent)
    : Appearance(std::make_unique<PortalTheme>(), parent)
{
}

Appearance::Appearance(std::unique_ptr<SystemTheme> system, QObject *parent)
    : QObject(parent)
    , m_system(std::move(system))
    , m_knownTheme(theme())
    , m_knownContrast(contrast())
{
    connect(m_system.get(), &SystemTheme::changed, this, &Appearance::tellChange);
}

Appearance::~Appearance() = default;

void Appearance::setThemeChoice(ThemeChoice choice)
{
    m_choice = choice;
    tellChange();
}

Theme Appearance::theme() const
{
    switch (m_choice) {
    case ThemeChoice::System:
        return m_system->theme();
    case ThemeChoice::Light:
        return Theme::Light;
    case ThemeChoice::Dark:
        return Theme::Dark;
    }
    Q_UNREACHABLE();
}

void Appearance::setHighContrast(bool isWanted)
{
    m_wantsHighContrast = isWanted;
    tellChange();
}

Contrast Appearance::contrast() const
{
    return m_wantsHighContrast || m_system->isHighContrast() ? Contrast::High : Contrast::Normal;
}

void Appearance::tellChange()
{
    if (theme() == m_knownTheme && contrast() == m_knownContrast)
        return;
    m_knownTheme = theme();
    m_knownContrast = contrast();
    Q_EMIT changed();
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
