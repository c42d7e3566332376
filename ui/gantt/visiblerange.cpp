// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/gantt/visiblerange.h"

namespace Playground {

using namespace std::chrono_literals;
using Trace::Time;

namespace {

constexpr double FilledPart = 0.8; // of the axis, before it grows
constexpr double FramedPart = 0.8; // of the axis, by what is brought into its middle

Time scaled(Time time, double factor)
{
    return Time(std::llround(double(time.count()) * factor));
}

/// The range, moved to where it lies within the bounds.
TimeRange within(TimeRange range, TimeRange bounds)
{
    const Time duration = range.duration();
    if (duration >= bounds.duration())
        return bounds;
    const Time from = std::clamp(range.from, bounds.from, bounds.to - duration);
    return {from, from + duration};
}

} // namespace

TimeRange zoomed(TimeRange range, Time at, double factor, TimeRange bounds)
{
    if (range.isEmpty() || !(factor > 0))
        return range;
    // Of such a factor nothing but the bounds could come, and the sum would leave all time behind.
    if (double(range.duration().count()) * factor >= double(bounds.duration().count()))
        return bounds.isEmpty() ? range : bounds;
    const Time duration = std::max(std::min(ShortestRange, bounds.duration()), scaled(range.duration(), factor));
    const double part = double((at - range.from).count()) / double(range.duration().count());
    const Time from = at - scaled(duration, part);
    return within({from, from + duration}, bounds);
}

TimeRange panned(TimeRange range, Time by, TimeRange bounds)
{
    const Time most = bounds.duration();
    by = std::clamp(by, -most, most);
    return within({range.from + by, range.to + by}, bounds);
}

TimeRange framed(TimeRange range, TimeRange wanted, TimeRange bounds)
{
    const Time middle = wanted.from + wanted.duration() / 2;
    const auto around = [&](Time duration) {
        return within({middle - duration / 2, middle - duration / 2 + duration}, bounds);
    };
    const TimeRange centred = around(range.duration());
    const TimeRange fitted = around(std::max(ShortestRange, scaled(wanted.duration(), 1 / FramedPart)));
    if (range == fitted)
        return bounds;
    return range == centred ? fitted : centred;
}

Time liveEnd(Time now, Time least)
{
    const Time wanted = std::max(least, scaled(now, 1 / FilledPart));
    Time decade = 1us;
    while (decade < wanted / 10)
        decade *= 10;
    for (const double factor : {1.0, 1.5, 2.0, 3.0, 4.0, 5.0, 6.0, 8.0, 10.0}) {
        if (scaled(decade, factor) >= wanted)
            return scaled(decade, factor);
    }
    return scaled(decade, 15);
}

VisibleRange::VisibleRange(QObject *parent)
    : QObject(parent)
{
    m_glide.setStartValue(0.0);
    m_glide.setEndValue(1.0);
    m_glide.setEasingCurve(QEasingCurve::OutCubic);
    connect(&m_glide, &QVariantAnimation::valueChanged, this, &VisibleRange::step);
}

TimeRange VisibleRange::destination() const
{
    return m_glide.state() == QAbstractAnimation::Running ? m_glideTo : m_range;
}

void VisibleRange::reset(TimeRange whole)
{
    m_whole = whole;
    jump(whole);
    setFollowing(true);
}

void VisibleRange::setWhole(TimeRange whole)
{
    if (whole == m_whole)
        return;
    m_whole = whole;
    if (m_isFollowing)
        glide(whole);
    else
        jump(within(m_range, whole));
}

void VisibleRange::zoom(Time at, double factor)
{
    show(zoomed(m_range, at, factor, m_whole));
}

void VisibleRange::pan(Time by)
{
    show(panned(m_range, by, m_whole));
}

void VisibleRange::show(TimeRange range)
{
    // A hand that changes nothing, such as one that zooms out of the whole, lets it follow on.
    range = within(range, m_whole);
    if (range == m_range || range.isEmpty())
        return;
    Q_EMIT aboutToMove();
    jump(range);
    setFollowing(false);
}

void VisibleRange::follow()
{
    if (!m_isFollowing)
        Q_EMIT aboutToMove();
    setFollowing(true);
    glide(m_whole);
}

void VisibleRange::setFollowing(bool following)
{
    if (following == m_isFollowing)
        return;
    m_isFollowing = following;
    Q_EMIT followingChanged();
}

void VisibleRange::jump(TimeRange range)
{
    m_glide.stop();
    if (range == m_range)
        return;
    m_range = range;
    Q_EMIT changed();
}

void VisibleRange::glide(TimeRange range)
{
    if (m_glideTime <= 0ms || m_range.isEmpty() || range == m_range) {
        jump(range);
        return;
    }
    if (range == destination())
        return;
    m_glide.stop();
    m_glideFrom = m_range;
    m_glideTo = range;
    m_glide.setDuration(int(m_glideTime.count()));
    m_glide.start();
}

void VisibleRange::step(const QVariant &part)
{
    if (m_glide.state() != QAbstractAnimation::Running && part.toDouble() < 1)
        return;
    const double done = part.toDouble();
    const auto between = [done](Time a, Time b) { return a + scaled(b - a, done); };
    const TimeRange range = done >= 1
        ? m_glideTo
        : TimeRange{between(m_glideFrom.from, m_glideTo.from), between(m_glideFrom.to, m_glideTo.to)};
    if (range == m_range)
        return;
    m_range = range;
    Q_EMIT changed();
}

} // namespace Playground
