// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

QT_FORWARD_DECLARE_CLASS(QTextBrowser)

namespace Playground {

class Actions;
class Appearance;

/// What keys and mouse do, in one list that can stay open beside the work.
class ShortcutsDialog : public QDialog {
    Q_OBJECT
public:
    ShortcutsDialog(Appearance *appearance, const Actions *actions, QWidget *parent = nullptr);

protected:
    void changeEvent(QEvent *event) override;

private:
    void fill();

    Appearance *m_appearance;
    const Actions *m_actions;
    QTextBrowser *m_text;
};

} // namespace Playground
