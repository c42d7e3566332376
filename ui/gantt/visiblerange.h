// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/gantt/coordinates.h"

#include <QObject>
#include <QVariantAnimation>

namespace Playground {

/// The shortest time that a chart can be zoomed in to.
inline constexpr Trace::Time ShortestRange{1000};

/// The range, `factor` times as long (less than 1 zooms in), with `at` at the same place as before. Within the bounds
/// as long as they are; a range that would be longer becomes the bounds.
TimeRange zoomed(TimeRange range, Trace::Time at, double factor, TimeRange bounds);

/// The range moved by `by`, as far as the bounds go.
TimeRange panned(TimeRange range, Trace::Time by, TimeRange bounds);

/// The range that comes after `range` when `wanted` is asked for again and again: first as long as it is with the
/// middle of `wanted` in its middle, then `wanted` with some room around it, then the bounds.
TimeRange framed(TimeRange range, TimeRange wanted, TimeRange bounds);

/// The end of the time axis of a live run: ahead of now, and the same for a while, so that the axis stands still
/// between one step and the next. At least `least`.
Trace::Time liveEnd(Trace::Time now, Trace::Time least);

/// The part of a run's time that is visible, which axis, lanes and column share. It follows the run as a whole until a
/// hand moves it; then it stays where it was put.
class VisibleRange : public QObject {
    Q_OBJECT
public:
    explicit VisibleRange(QObject *parent = nullptr);

    TimeRange range() const { return m_range; }
    /// Where the range is going to be when it has come to rest.
    TimeRange destination() const;
    /// The run as a whole, with what has to stay free behind its end. Nothing outside of it is shown.
    TimeRange whole() const { return m_whole; }
    bool isFollowing() const { return m_isFollowing; }

    /// Another run: follows it, from the beginning.
    void reset(TimeRange whole);
    /// The run has grown, or needs other room.
    void setWhole(TimeRange whole);

    /// By hand.
    void zoom(Trace::Time at, double factor);
    void pan(Trace::Time by);
    void show(TimeRange range);

    void follow();

    /// How long a change takes that no hand makes; zero for at once.
    void setGlide(std::chrono::milliseconds duration) { m_glideTime = duration; }

Q_SIGNALS:
    /// A hand is going to change what is visible; it is still what it was.
    void aboutToMove();
    void changed();
    void followingChanged();

private:
    void setFollowing(bool following);
    void jump(TimeRange range);
    void glide(TimeRange range);
    void step(const QVariant &part);

    TimeRange m_range;
    TimeRange m_whole;
    bool m_isFollowing = true;
    std::chrono::milliseconds m_glideTime{};
    QVariantAnimation m_glide;
    TimeRange m_glideFrom;
    TimeRange m_glideTo;
};

} // namespace Playground
