// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QToolButton;

namespace Playground {

class Appearance;
class ElidedLabel;
class Workspace;

/// The line above the editor: which document is open, whether it is as it was, and the way back.
class DocumentHeader : public QWidget {
    Q_OBJECT
public:
    DocumentHeader(Appearance *appearance, Workspace *workspace, QWidget *parent = nullptr);
    Q_DISABLE_COPY_MOVE(DocumentHeader)

Q_SIGNALS:
    void revertRequested();

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void refresh();
    void follow();
    QString stateText() const;

    Appearance *m_appearance;
    Workspace *m_workspace;
    QLabel *m_title;
    ElidedLabel *m_state;
    QToolButton *m_revert;
    QLabel *m_file;
};

} // namespace Playground
