// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/controls/toolbuttons.h"
#include "ui/window/actions.h"

#include <QWidget>

QT_FORWARD_DECLARE_CLASS(QHBoxLayout)
QT_FORWARD_DECLARE_CLASS(QToolButton)

namespace Playground {

class Appearance;
class SegmentedControl;

/// The bar above the panels: what is used all the time, as buttons.
class TopBar : public QWidget {
    Q_OBJECT
public:
    /// After Actions::fill().
    TopBar(Appearance *appearance, Actions *actions, QWidget *parent = nullptr);

    /// Another choice holds, another program is open, or the language is another one.
    void refresh();

private:
    QToolButton *addButton(const char *name, ButtonKind kind, Actions::Id action);
    QToolButton *addRunButton();
    QToolButton *addChoice(const char *name, Actions::Id first);
    void layOut();
    void showProgramLanguage();

    Appearance *m_appearance;
    Actions *m_actions;
    QHBoxLayout *m_layout;
    QToolButton *m_run;
    QToolButton *m_stop;
    QToolButton *m_speed;
    SegmentedControl *m_program;
    QToolButton *m_network = nullptr;
    SegmentedControl *m_language;
    QToolButton *m_theme = nullptr;
    QToolButton *m_presentation = nullptr;
};

} // namespace Playground
