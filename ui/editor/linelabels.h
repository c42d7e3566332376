// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/trace/timeline.h"
#include "ui/editor/linemessage.h"

#include <QFont>
#include <QRect>
#include <QString>

#include <vector>

class QPainter;

namespace Playground {

class Appearance;

/// One task beside a line.
struct TaskPill {
    Trace::TaskId task{};
    qsizetype order = 0; ///< of its chip
    QString text; ///< empty: the chip alone
    bool isAlarm = false; ///< ready while the loop is busy
    bool isSelected = false;

    bool operator==(const TaskPill &) const = default;
};

struct LinePills {
    int line = 0; ///< from 1
    std::vector<TaskPill> tasks;
    int more = 0;

    bool operator==(const LinePills &) const = default;
};

/// What stands behind the text of the visible lines: a message, then the tasks. Laid out once when something moves,
/// painted as often as needed.
class LineLabels {
public:
    /// Where a visible line is: its band from the end of its text to the right edge of the viewport.
    struct Place {
        int line = 0;
        QRect rect; ///< from where labels may begin
        int leftEdge = 0; ///< of the text: what finds no room lies over it
    };

    void layOut(const Appearance &appearance, double zoom, const std::vector<Place> &places,
                const std::vector<LineMessage> &messages, const std::vector<LinePills> &pills);
    /// Those that are in the region.
    void paint(QPainter &painter, const Appearance &appearance, const QRegion &region) const;

    /// The task whose pill is at a place of the viewport.
    Trace::TaskId taskAt(const QPoint &position) const;
    /// The message at a place, in full.
    QString messageAt(const QPoint &position) const;
    /// What a person reads beside a line, from left to right.
    QStringList textsOf(int line) const;
    QRect pillRect(Trace::TaskId task) const;

private:
    struct Item {
        enum class Kind : quint8 { Message, Pill, Chip, More };
        Kind kind = Kind::Pill;
        int line = 0;
        QRect rect;
        QString text; ///< as it is shown
        QString whole;
        MessageLevel level = MessageLevel::Error;
        TaskPill pill;
        bool isOverText = false;
    };

    int addMessage(const LineMessage &message, const Place &place, int x);
    void addPills(const LinePills &pills, const Place &place, int x);

    QFont m_font;
    int m_gap = 0;
    int m_padding = 0;
    int m_chip = 0;
    std::vector<Item> m_items;
};

} // namespace Playground
