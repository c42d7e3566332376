// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/gantt/coordinates.h"

#include <QObject>
#include <QTimer>

#include <vector>

namespace Playground {

class VisibleRange;

/// The views of a chart that hands have left, to go back to and forward again. Moves that follow one another quickly,
/// such as the notches of a wheel, are one.
class ViewHistory : public QObject {
    Q_OBJECT
public:
    /// The range outlives the history.
    explicit ViewHistory(VisibleRange *range, QObject *parent = nullptr);

    bool canGoBack() const { return !m_back.empty(); }
    bool canGoForward() const { return !m_forward.empty(); }

    void back();
    void forward();
    /// What was there is of another run.
    void clear();

    /// How long a hand has to rest before it begins another move; zero for until control is back in the event loop.
    void setRest(std::chrono::milliseconds duration) { m_rest.setInterval(duration); }

Q_SIGNALS:
    /// Whether there is a view to go back or forward to.
    void changed();

private:
    struct View {
        TimeRange range;
        bool isFollowing = false;
    };

    void note();
    void go(std::vector<View> &from, std::vector<View> &to);
    View current() const;

    VisibleRange *m_range;
    QTimer m_rest; ///< runs as long as a move goes on
    std::vector<View> m_back; ///< the latest comes last
    std::vector<View> m_forward;
    bool m_isGoing = false;
};

} // namespace Playground
