// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/settings.h"

#include "ui/window/exportdialog.h"

#include <algorithm>
#include <array>

namespace Playground {

namespace {

using namespace Qt::StringLiterals;

constexpr double Slowest = 0.01;
constexpr double Fastest = 100;

constexpr std::array Formats{ExportFormat::Pdf, ExportFormat::Svg, ExportFormat::Png, ExportFormat::Csv,
                             ExportFormat::Trace};
constexpr std::array Papers{Paper::Chart, Paper::Slide, Paper::A4Landscape, Paper::A4Portrait};

QString nameOf(Paper paper)
{
    switch (paper) {
    case Paper::Chart:
        return u"chart"_s;
    case Paper::Slide:
        return u"slide"_s;
    case Paper::A4Landscape:
        return u"a4"_s;
    case Paper::A4Portrait:
        return u"a4-portrait"_s;
    }
    Q_UNREACHABLE();
}

/// As `name` says; `usual` where it says nothing that is known.
template <typename Choices, typename Value, typename Name>
Value named(const QVariant &name, const Choices &choices, Value usual, Name nameOf)
{
    const auto found =
        std::find_if(choices.begin(), choices.end(), [&](Value choice) { return nameOf(choice) == name.toString(); });
    return found == choices.end() ? usual : *found;
}

} // namespace

Settings::Settings(const QString &fileName)
    : m_store(fileName, QSettings::IniFormat)
{
}

QString Settings::language() const
{
    const QString language = m_store.value("language"_L1).toString();
    return language == u"zh_CN" || language == u"en" ? language : QString();
}

void Settings::setLanguage(const QString &language)
{
    m_store.setValue("language"_L1, language);
}

bool Settings::showsBothExplanations() const
{
    return m_store.value("bothExplanations"_L1, false).toBool();
}

void Settings::setShowsBothExplanations(bool both)
{
    m_store.setValue("bothExplanations"_L1, both);
}

ThemeChoice Settings::theme() const
{
    const QString theme = m_store.value("theme"_L1).toString();
    return theme == u"light" ? ThemeChoice::Light : theme == u"dark" ? ThemeChoice::Dark : ThemeChoice::System;
}

void Settings::setTheme(ThemeChoice choice)
{
    const auto name = [choice] {
        switch (choice) {
        case ThemeChoice::System:
            return u"system"_s;
        case ThemeChoice::Light:
            return u"light"_s;
        case ThemeChoice::Dark:
            return u"dark"_s;
        }
        Q_UNREACHABLE();
    };
    m_store.setValue("theme"_L1, name());
}

bool Settings::isHighContrast() const
{
    return m_store.value("highContrast"_L1, false).toBool();
}

void Settings::setHighContrast(bool high)
{
    m_store.setValue("highContrast"_L1, high);
}

Speed Settings::speed() const
{
    const QString speed = m_store.value("speed"_L1, u"1"_s).toString();
    if (speed == u"instant")
        return {Trace::ClockMode::Instant, 1};
    const double factor = speed.toDouble();
    if (factor == 1 || !(factor >= Slowest && factor <= Fastest))
        return {};
    return {Trace::ClockMode::Scaled, factor};
}

void Settings::setSpeed(const Speed &speed)
{
    const bool isInstant = speed.clock == Trace::ClockMode::Instant;
    m_store.setValue("speed"_L1, isInstant ? u"instant"_s : QString::number(speed.factor));
}

Trace::NetworkMode Settings::network() const
{
    return m_store.value("network"_L1).toString() == u"real" ? Trace::NetworkMode::Real : Trace::NetworkMode::Simulated;
}

void Settings::setNetwork(Trace::NetworkMode network)
{
    m_store.setValue("network"_L1, network == Trace::NetworkMode::Real ? u"real"_s : u"simulated"_s);
}

QString Settings::programLanguage() const
{
    return m_store.value("programLanguage"_L1).toString() == u"cpp" ? u"cpp"_s : u"python"_s;
}

void Settings::setProgramLanguage(const QString &language)
{
    m_store.setValue("programLanguage"_L1, language);
}

bool Settings::comparesAtOnce() const
{
    return m_store.value("comparesAtOnce"_L1, false).toBool();
}

void Settings::setComparesAtOnce(bool atOnce)
{
    m_store.setValue("comparesAtOnce"_L1, atOnce);
}

bool Settings::isSanitizing() const
{
    return m_store.value("sanitizing"_L1, false).toBool();
}

void Settings::setSanitizing(bool on)
{
    m_store.setValue("sanitizing"_L1, on);
}

ExportChoice Settings::exportChoice(QLatin1StringView what) const
{
    const QString group = u"export/%1/"_s.arg(what);
    const ExportChoice usual;
    return {.format = named(m_store.value(group + u"format"_s), Formats, usual.format, endingOf),
            .paper = named(m_store.value(group + u"paper"_s), Papers, usual.paper, nameOf),
            .isVisibleRange = m_store.value(group + u"visiblePart"_s, usual.isVisibleRange).toBool(),
            .hasTitle = m_store.value(group + u"title"_s, usual.hasTitle).toBool(),
            .hasLegend = m_store.value(group + u"legend"_s, usual.hasLegend).toBool()};
}

void Settings::setExportChoice(QLatin1StringView what, const ExportChoice &choice)
{
    const QString group = u"export/%1/"_s.arg(what);
    m_store.setValue(group + u"format"_s, endingOf(choice.format));
    m_store.setValue(group + u"paper"_s, nameOf(choice.paper));
    m_store.setValue(group + u"visiblePart"_s, choice.isVisibleRange);
    m_store.setValue(group + u"title"_s, choice.hasTitle);
    m_store.setValue(group + u"legend"_s, choice.hasLegend);
}

QStringList Settings::usedCommands() const
{
    return m_store.value("usedCommands"_L1).toStringList();
}

void Settings::setUsedCommands(const QStringList &names)
{
    m_store.setValue("usedCommands"_L1, names);
}

QByteArray Settings::state(const QString &name) const
{
    return m_store.value(u"state/"_s + name).toByteArray();
}

void Settings::setState(const QString &name, const QByteArray &state)
{
    m_store.setValue(u"state/"_s + name, state);
}

bool Settings::isShown(const QString &panel, bool usual) const
{
    return m_store.value(u"shown/"_s + panel, usual).toBool();
}

void Settings::setShown(const QString &panel, bool shown)
{
    m_store.setValue(u"shown/"_s + panel, shown);
}

} // namespace Playground
