// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/systemtheme.h"

#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusVariant>
#include <QFile>
#include <QGuiApplication>
#include <QPalette>
#include <QThread>

using namespace Qt::StringLiterals;

namespace Playground {

namespace {

const QString PortalService = u"org.freedesktop.portal.Desktop"_s;
const QString PortalPath = u"/org/freedesktop/portal/desktop"_s;
const QString SettingsInterface = u"org.freedesktop.portal.Settings"_s;
const QString AppearanceSpace = u"org.freedesktop.appearance"_s;
const QString ColorSchemeKey = u"color-scheme"_s;
const QString ContrastKey = u"contrast"_s;

/// The application's own palette takes the platform's place later on.
const QPalette &platformPalette()
{
    static const QPalette palette = QGuiApplication::palette();
    return palette;
}

/// Without one, Qt would start a bus of its own on X11.
bool hasSessionBus()
{
    return qEnvironmentVariableIsSet("DBUS_SESSION_BUS_ADDRESS")
        || QFile::exists(qEnvironmentVariable("XDG_RUNTIME_DIR") + u"/bus"_s);
}

bool isHighContrastEnvironment()
{
    return qEnvironmentVariable("GTK_THEME").startsWith(u"HighContrast"_s);
}

/// Read answers with a variant in a variant.
QVariant unwrapped(QVariant value)
{
    while (value.canConvert<QDBusVariant>())
        value = value.value<QDBusVariant>().variant();
    return value;
}

} // namespace

void SystemTheme::set(Theme theme, bool isHighContrast)
{
    if (theme == m_theme && isHighContrast == m_isHighContrast)
        return;
    m_theme = theme;
    m_isHighContrast = isHighContrast;
    Q_EMIT changed();
}

Theme themeOf(const QPalette &palette)
{
    return palette.color(QPalette::Window).lightness() < 128 ? Theme::Dark : Theme::Light;
}

bool isHighContrast(const QPalette &palette)
{
    const QRgb window = palette.color(QPalette::Window).rgb();
    const QRgb text = palette.color(QPalette::WindowText).rgb();
    const QRgb button = palette.color(QPalette::Button).rgb();
    constexpr QRgb black = 0xFF000000;
    constexpr QRgb white = 0xFFFFFFFF;
    return button == window && ((window == black && text == white) || (window == white && text == black));
}

PortalTheme::PortalTheme(QObject *parent)
    : SystemTheme(parent)
{
    conclude();
    if (!hasSessionBus())
        return;
    // Connecting waits for the bus to answer, which may take its time.
    m_connecting.reset(QThread::create([this] {
        const QDBusConnection bus = QDBusConnection::sessionBus();
        if (bus.isConnected())
            QMetaObject::invokeMethod(this, [this, bus] { follow(bus, PortalService); });
    }));
    m_connecting->start();
}

PortalTheme::PortalTheme(const QDBusConnection &bus, const QString &service, QObject *parent)
    : SystemTheme(parent)
{
    conclude();
    follow(bus, service);
}

PortalTheme::~PortalTheme()
{
    if (m_connecting)
        m_connecting->wait();
}

void PortalTheme::follow(const QDBusConnection &bus, const QString &service)
{
    QDBusConnection connection = bus;
    connection.connect(service, PortalPath, SettingsInterface, u"SettingChanged"_s, this,
                       SLOT(noteSetting(QString, QString, QDBusVariant)));
    ask(bus, service, ColorSchemeKey);
    ask(bus, service, ContrastKey);
}

void PortalTheme::ask(QDBusConnection bus, const QString &service, const QString &key)
{
    QDBusMessage question = QDBusMessage::createMethodCall(service, PortalPath, SettingsInterface, u"Read"_s);
    question << AppearanceSpace << key;
    auto *watcher = new QDBusPendingCallWatcher(bus.asyncCall(question), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, key](QDBusPendingCallWatcher *answered) {
        answered->deleteLater();
        const QDBusPendingReply<QVariant> reply = *answered;
        if (!reply.isError()) // no portal, or one that does not know the key, is nothing to speak of
            note(key, unwrapped(reply.value()));
    });
}

void PortalTheme::noteSetting(const QString &space, const QString &key, const QDBusVariant &value)
{
    if (space == AppearanceSpace)
        note(key, unwrapped(value.variant()));
}

void PortalTheme::note(const QString &key, const QVariant &value)
{
    const uint number = value.toUInt();
    if (key == ColorSchemeKey) {
        m_told = std::nullopt; // 0 is no preference
        if (number == 1)
            m_told = Theme::Dark;
        else if (number == 2)
            m_told = Theme::Light;
    } else if (key == ContrastKey) {
        m_toldHighContrast = number == 1;
    }
    conclude();
}

void PortalTheme::conclude()
{
    const QPalette &palette = platformPalette();
    set(m_told.value_or(themeOf(palette)),
        m_toldHighContrast || Playground::isHighContrast(palette) || isHighContrastEnvironment());
}

} // namespace Playground
