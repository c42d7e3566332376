// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QLabel>
#include <QWidget>

namespace Playground {

class Appearance;
class CurrentRun;

/// The line at the window's foot: the state of the run, how much waiting went into how much time, the longest time that
/// something held the loop, and what runs the program.
class StatusLine : public QWidget {
    Q_OBJECT
public:
    StatusLine(Appearance *appearance, CurrentRun *run, QWidget *parent = nullptr);

protected:
    void changeEvent(QEvent *event) override;

private:
    void showRun();
    void showState();
    void showFigures();
    QString stateText() const;
    QColor stateColor() const;
    QString concurrencyText() const;
    QString blockText() const;
    QString runtimeText() const;

    Appearance *m_appearance;
    CurrentRun *m_run;
    QElapsedTimer m_sinceFigures;
    QLabel m_state;
    QLabel m_concurrency;
    QLabel m_block;
    QLabel m_network;
    QLabel m_runtime;
};

} // namespace Playground
