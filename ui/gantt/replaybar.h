// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

QT_FORWARD_DECLARE_CLASS(QLabel)
QT_FORWARD_DECLARE_CLASS(QMenu)
QT_FORWARD_DECLARE_CLASS(QSlider)
QT_FORWARD_DECLARE_CLASS(QToolButton)

namespace Playground {

class Appearance;
class Replay;

/// Plays a run once more: back and forward by event, from the head on at any speed, and a track to drag the head along.
/// Greyed while there is nothing to play.
class ReplayBar : public QWidget {
    Q_OBJECT
public:
    /// `replay` must outlive it.
    ReplayBar(Appearance *appearance, Replay *replay, QWidget *parent = nullptr);

    /// Its parts come after that widget when one walks by Tab.
    void setTabOrderAfter(QWidget *before);

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void connectReplay();
    void fillSpeeds();
    void applyAppearance();
    void retranslate();
    void showPossible();
    void showPlaying();
    void showHead();
    void showSpeed();

    Appearance *m_appearance;
    Replay *m_replay;
    QToolButton *m_back;
    QToolButton *m_play;
    QToolButton *m_forward;
    QSlider *m_track;
    QLabel *m_time;
    QToolButton *m_speed;
    QMenu *m_speeds;
};

} // namespace Playground
