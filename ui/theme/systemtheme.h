// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/palette.h"

#include <QDBusConnection>
#include <QObject>

#include <memory>
#include <optional>

class QDBusVariant;
class QPalette;
class QThread;

namespace Playground {

/// What the desktop wishes applications to look like.
class SystemTheme : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;

    Theme theme() const { return m_theme; }
    bool isHighContrast() const { return m_isHighContrast; }

    void set(Theme theme, bool isHighContrast);

Q_SIGNALS:
    void changed();

private:
    Theme m_theme = Theme::Light;
    bool m_isHighContrast = false;
};

/// Light where the palette's windows are.
Theme themeOf(const QPalette &palette);
/// Black on white or white on black and nothing in between, as high contrast schemes have it.
bool isHighContrast(const QPalette &palette);

/// Follows the settings that the desktop portal (org.freedesktop.portal.Settings) tells, from when its answer comes;
/// what it does not tell, or all where there is no portal, is as the platform's palette and the environment were when
/// the first of these was made.
class PortalTheme : public SystemTheme {
    Q_OBJECT
public:
    /// Asks on the session's bus, without waiting for anything.
    explicit PortalTheme(QObject *parent = nullptr);
    /// Asks whoever has the name `service` on that bus.
    PortalTheme(const QDBusConnection &bus, const QString &service, QObject *parent = nullptr);
    ~PortalTheme() override;
    Q_DISABLE_COPY_MOVE(PortalTheme)

private Q_SLOTS:
    void noteSetting(const QString &space, const QString &key, const QDBusVariant &value);

private:
    void follow(const QDBusConnection &bus, const QString &service);
    void ask(QDBusConnection bus, const QString &service, const QString &key);
    void note(const QString &key, const QVariant &value);
    void conclude();

    std::unique_ptr<QThread> m_connecting;
    std::optional<Theme> m_told;
    bool m_toldHighContrast = false;
};

} // namespace Playground
