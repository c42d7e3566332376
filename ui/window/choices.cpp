// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/choices.h"
#include "translations/translations.h"
#include "ui/theme/appearance.h"
#include "ui/window/actions.h"
#include "ui/window/settings.h"

#include <QAction>

#include <array>
#include <utility>

namespace Playground {

namespace {

using namespace Qt::StringLiterals;
using Id = Actions::Id;

constexpr std::array SpeedActions{
    std::pair{Id::SpeedTenth, 0.1},    std::pair{Id::SpeedQuarter, 0.25}, std::pair{Id::SpeedHalf, 0.5},
    std::pair{Id::SpeedNormal, 1.0},   std::pair{Id::SpeedDouble, 2.0},   std::pair{Id::SpeedFivefold, 5.0},
    std::pair{Id::SpeedTenfold, 10.0},
};

constexpr std::array ThemeActions{
    std::pair{Id::ThemeSystem, ThemeChoice::System},
    std::pair{Id::ThemeLight, ThemeChoice::Light},
    std::pair{Id::ThemeDark, ThemeChoice::Dark},
};

Speed speedOf(double factor)
{
    return factor == 1 ? Speed{} : Speed{Trace::ClockMode::Scaled, factor};
}

} // namespace

Choices::Choices(Actions *actions, Settings *settings, Appearance *appearance, QObject *parent)
    : QObject(parent)
    , m_actions(actions)
    , m_settings(settings)
    , m_appearance(appearance)
{
    m_appearance->setThemeChoice(m_settings->theme());
    m_appearance->setHighContrast(m_settings->isHighContrast());
    connectActions();
    refresh();
}

void Choices::connectActions()
{
    const auto choose = [this](Id id, auto &&does) {
        connect((*m_actions)[id], &QAction::triggered, this, [this, does] {
            does();
            refresh();
            Q_EMIT changed();
        });
    };
    for (const auto &[id, factor] : SpeedActions)
        choose(id, [this, factor = factor] { m_settings->setSpeed(speedOf(factor)); });
    choose(Id::SpeedInstant, [this] { m_settings->setSpeed({Trace::ClockMode::Instant, 1}); });
    choose(Id::NetworkSimulated, [this] { m_settings->setNetwork(Trace::NetworkMode::Simulated); });
    choose(Id::NetworkReal, [this] { m_settings->setNetwork(Trace::NetworkMode::Real); });
    choose(Id::CompareAtOnce, [this] { m_settings->setComparesAtOnce(!m_settings->comparesAtOnce()); });
    choose(Id::Sanitize, [this] { m_settings->setSanitizing(!m_settings->isSanitizing()); });
    choose(Id::LanguageChinese, [this] { chooseLanguage(u"zh_CN"_s); });
    choose(Id::LanguageEnglish, [this] { chooseLanguage(u"en"_s); });
    choose(Id::BothExplanations,
           [this] { m_settings->setShowsBothExplanations(!m_settings->showsBothExplanations()); });
    for (const auto &[id, theme] : ThemeActions) {
        choose(id, [this, theme = theme] {
            m_settings->setTheme(theme);
            m_appearance->setThemeChoice(theme);
        });
    }
    choose(Id::HighContrast, [this] {
        m_settings->setHighContrast(!m_settings->isHighContrast());
        m_appearance->setHighContrast(m_settings->isHighContrast());
    });
}

void Choices::chooseLanguage(const QString &language)
{
    m_settings->setLanguage(language);
    installLanguage(language);
}

void Choices::refresh()
{
    const auto check = [this](Id id, bool holds) { (*m_actions)[id]->setChecked(holds); };
    const Speed speed = m_settings->speed();
    for (const auto &[id, factor] : SpeedActions)
        check(id, speed == speedOf(factor));
    check(Id::SpeedInstant, speed.clock == Trace::ClockMode::Instant);
    const bool isReal = m_settings->network() == Trace::NetworkMode::Real;
    check(Id::NetworkSimulated, !isReal);
    check(Id::NetworkReal, isReal);
    check(Id::CompareAtOnce, m_settings->comparesAtOnce());
    check(Id::Sanitize, m_settings->isSanitizing());
    check(Id::LanguageChinese, installedLanguage() == u"zh_CN");
    check(Id::LanguageEnglish, installedLanguage() == u"en");
    check(Id::BothExplanations, m_settings->showsBothExplanations());
    for (const auto &[id, theme] : ThemeActions)
        check(id, m_settings->theme() == theme);
    check(Id::HighContrast, m_settings->isHighContrast());
}

} // namespace Playground
