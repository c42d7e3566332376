// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>

namespace Playground {

class Actions;
class Appearance;
class Settings;

/// What a person chooses once and the window remembers: speed and network of the runs, languages, theme. Each choice is
/// an action that is checked as long as it holds.
class Choices : public QObject {
    Q_OBJECT
public:
    Choices(Actions *actions, Settings *settings, Appearance *appearance, QObject *parent);

    /// What holds at the moment: after something else has changed it, too.
    void refresh();

Q_SIGNALS:
    /// Another choice holds.
    void changed();

private:
    void connectActions();
    void chooseLanguage(const QString &language);

    Actions *m_actions;
    Settings *m_settings;
    Appearance *m_appearance;
};

} // namespace Playground
