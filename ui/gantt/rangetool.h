// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/gantt/livechart.h"

namespace Playground {

/// "0.500 s → 2.000 s · 1.50 s": both ends, as exact as the distance between them asks for, and the distance.
QString measureText(TimeRange range);

/// A stretch of time that a hand draws open on the chart: to measure it, or to look at nothing else.
class RangeTool {
public:
    enum class Purpose : quint8 { Measure, Zoom };

    /// A hand is at that moment. What was shown before is gone.
    void press(Purpose purpose, Trace::Time at);
    void drag(Trace::Time from, Trace::Time to);
    /// The hand is off. A measure stays; otherwise there is the range to be looked at, unless it is empty.
    std::optional<TimeRange> release();
    void clear();

    bool isDragging() const { return m_isDragging; }
    bool isMeasuring() const { return m_isDragging && m_purpose == Purpose::Measure; }
    bool isShown() const { return !range().isEmpty(); }
    TimeRange range() const { return {std::min(m_from, m_to), std::max(m_from, m_to)}; }
    /// What can be copied; empty where nothing is measured.
    QString text() const { return isShown() && m_purpose == Purpose::Measure ? measureText(range()) : QString(); }

    /// Over the chart, on a painter scaled to its pixels.
    void paint(QPainter &painter, ScreenPainter &screen, const LiveGeometry &geometry, const ScreenLook &look) const;

private:
    Purpose m_purpose = Purpose::Measure;
    Trace::Time m_from{};
    Trace::Time m_to{};
    bool m_isDragging = false;
};

} // namespace Playground
