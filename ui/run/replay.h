// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/trace/events.h"

#include <QObject>
#include <QTimer>

#include <array>
#include <chrono>
#include <optional>

namespace Playground {

class RunView;

/// The play head of a run that has ended: a moment that everything on the screen can show in the place of the run's
/// end. It plays in the run's own time, at any speed, whatever the clock of the run was.
class Replay : public QObject {
    Q_OBJECT
public:
    /// Times as fast as the run's own time.
    static constexpr std::array Speeds{0.001, 0.01, 0.1, 0.25, 0.5, 1.0, 2.0, 5.0, 10.0, 100.0};

    /// `run` must outlive it. A run that begins, or another one that is shown, puts the head to the end.
    explicit Replay(const RunView *run, QObject *parent = nullptr);

    /// The run has ended, and took some time.
    bool isPossible() const;
    /// Nothing is being replayed: what is shown is the run as it ended, or as it lives.
    bool isAtEnd() const { return m_isAtEnd; }
    /// The moment to be shown: the run's latest one at the end.
    Trace::Time head() const;
    /// When the run ended. It began at 0.
    Trace::Time end() const;
    bool isPlaying() const { return m_frame.isActive(); }
    double speed() const { return m_speed; }
    /// The speed of a run before anybody chooses: its own, or slower where it would be over in a moment.
    static double usualSpeed(Trace::Time duration);

    /// So much of the world's time has passed while it plays; it stops by itself at the end.
    void advance(std::chrono::nanoseconds world);

public Q_SLOTS:
    /// From the head on, from the beginning where that is the end. Does nothing where nothing can be replayed, as do
    /// all of these.
    void play();
    void pause();
    void togglePlaying();
    void setHead(Playground::Trace::Time head);
    /// To the event before or after, and pauses.
    void stepBack();
    void stepForward();
    /// Above 0.
    void setSpeed(double speed);

Q_SIGNALS:
    /// The head is elsewhere.
    void moved();
    void playingChanged();
    void speedChanged();
    /// What isPossible() says.
    void possibleChanged();

private:
    void noteRun();
    void playFrame();
    void place(Trace::Time head);

    const RunView *m_run;
    bool m_isPossible = false;
    bool m_isAtEnd = true;
    Trace::Time m_head{};
    double m_speed = 1;
    QTimer m_frame;
    std::chrono::steady_clock::time_point m_frameBefore;
};

/// The moment that is to be shown in the place of the run's end: nothing at the end, and without a replay.
std::optional<Trace::Time> replayedMoment(const Replay *replay);

} // namespace Playground
