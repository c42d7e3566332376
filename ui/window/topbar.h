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
    /// With what one click compares the open program; no button where it is empty.
    void setPartner(const QString &name);

    QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    QToolButton *addButton(const char *name, ButtonKind kind, Actions::Id action);
    QToolButton *addRunButton();
    QToolButton *addChoice(const char *name, Actions::Id first);
    void layOut();
    QToolButton *addCompareButton();
    void showProgramLanguage();
    void showPartner();
    int partnerTextWidth() const;

    Appearance *m_appearance;
    Actions *m_actions;
    QHBoxLayout *m_layout;
    QToolButton *m_run;
    QToolButton *m_stop;
    QToolButton *m_speed;
    SegmentedControl *m_program;
    QToolButton *m_compare;
    QString m_partner;
    bool m_isNarrow = false; ///< no room for the words of the comparison
    QToolButton *m_network = nullptr;
    SegmentedControl *m_language;
    QToolButton *m_theme = nullptr;
    QToolButton *m_presentation = nullptr;
};

} // namespace Playground
