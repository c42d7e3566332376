// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QListView>

namespace Playground {

class Appearance;
class StepDelegate;
class StepsModel;
struct StepPart;

/// The steps of a task. A click on one, or walking to it by keyboard, chooses it; the links in it lead elsewhere, and
/// are in its menu as well.
class StepList : public QListView {
    Q_OBJECT
public:
    StepList(Appearance *appearance, StepsModel *steps, QWidget *parent = nullptr);

    /// Makes it the current one, without choosing it.
    void showStep(int row);

public Q_SLOTS:
    /// What the current step says goes to the clipboard.
    void copy();

Q_SIGNALS:
    void stepChosen(int row);
    void linkActivated(const Playground::StepPart &link);

protected:
    void contextMenuEvent(QContextMenuEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;

private:
    std::optional<StepPart> linkAt(QPoint place) const;

    Appearance *m_appearance;
    StepsModel *m_steps;
    StepDelegate *m_delegate;
    bool m_isByHand = false; ///< what becomes current now was chosen by somebody
};

} // namespace Playground
