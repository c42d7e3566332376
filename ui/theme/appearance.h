// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/palette.h"

#include <QFont>
#include <QObject>

#include <memory>

namespace Playground {

enum class ThemeChoice : quint8 { System, Light, Dark };

enum class TextRole : quint8 { Body, Strong, Small, Heading, Title, Code, SmallCode };

class SystemTheme;

/// How the application looks: light or dark, and how large its type is. There is one for the whole window, which
/// outlives all panels; whatever is painted or laid out by hand asks it and follows changed().
class Appearance : public QObject {
    Q_OBJECT
public:
    /// Follows the system that the application runs on.
    explicit Appearance(QObject *parent = nullptr);
    explicit Appearance(std::unique_ptr<SystemTheme> system, QObject *parent = nullptr);
    ~Appearance() override;
    Q_DISABLE_COPY_MOVE(Appearance)

    ThemeChoice themeChoice() const { return m_choice; }
    void setThemeChoice(ThemeChoice choice);

    /// What the choice comes to at the moment.
    Theme theme() const;

    /// A person's wish, to which the system's is added.
    void setHighContrast(bool isWanted);
    bool isHighContrast() const { return contrast() == Contrast::High; }
    Contrast contrast() const;

    /// 1, or more where everything is to be read from afar.
    double scale() const { return m_scale; }
    void setScale(double scale);

    QColor color(ColorRole role) const { return themeColor(theme(), role, contrast()); }
    /// At the present scale.
    QFont font(TextRole role) const;
    /// A length of the design, in pixels at the present scale.
    int px(double length) const;

Q_SIGNALS:
    /// The theme, the contrast or the scale is another one.
    void changed();

private:
    /// Where what it comes to is another theme or contrast than before.
    void tellChange();

    std::unique_ptr<SystemTheme> m_system;
    ThemeChoice m_choice = ThemeChoice::System;
    bool m_wantsHighContrast = false;
    double m_scale = 1;
    Theme m_knownTheme; ///< what was last told to everybody
    Contrast m_knownContrast;
};

} // namespace Playground
