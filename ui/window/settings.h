// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/trace/events.h"
#include "ui/theme/appearance.h"

#include <QByteArray>
#include <QSettings>
#include <QString>
#include <QStringList>

namespace Playground {

struct ExportChoice;

/// How fast a run's clock goes.
struct Speed {
    Trace::ClockMode clock = Trace::ClockMode::Real;
    double factor = 1; ///< with ClockMode::Scaled

    bool operator==(const Speed &) const = default;
};

/// What the window remembers from one start to the next. A value that makes no sense reads as the usual one.
class Settings {
public:
    /// An ini file; made when something is first written.
    explicit Settings(const QString &fileName);
    Q_DISABLE_COPY_MOVE(Settings)

    /// "zh_CN" or "en"; empty as long as nobody has chosen.
    QString language() const;
    void setLanguage(const QString &language);
    bool showsBothExplanations() const;
    void setShowsBothExplanations(bool both);

    ThemeChoice theme() const;
    void setTheme(ThemeChoice choice);
    bool isHighContrast() const;
    void setHighContrast(bool high);

    Speed speed() const;
    void setSpeed(const Speed &speed);
    Trace::NetworkMode network() const;
    void setNetwork(Trace::NetworkMode network);
    /// In which examples are opened: "python" or "cpp".
    QString programLanguage() const;
    void setProgramLanguage(const QString &language);
    /// Whether two programs that are compared run both at once.
    bool comparesAtOnce() const;
    void setComparesAtOnce(bool atOnce);
    /// Whether C++ is built with the address sanitizer.
    bool isSanitizing() const;
    void setSanitizing(bool on);

    /// How something was exported last; `what` is a word for it, which differs from thing to thing.
    ExportChoice exportChoice(QLatin1StringView what) const;
    void setExportChoice(QLatin1StringView what, const ExportChoice &choice);

    /// The commands of the palette that were used last, the latest first; see CommandPalette::used().
    QStringList usedCommands() const;
    void setUsedCommands(const QStringList &names);

    /// What a widget has saved of its geometry or state, by the widget's name.
    QByteArray state(const QString &name) const;
    void setState(const QString &name, const QByteArray &state);
    /// `usual`: before anybody has chosen.
    bool isShown(const QString &panel, bool usual) const;
    void setShown(const QString &panel, bool shown);

private:
    QSettings m_store;
};

} // namespace Playground
