// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/trace/events.h"

#include <QObject>

#include <optional>
#include <vector>

namespace Playground {

/// A moment of a run that somebody has marked.
struct ChartMark {
    int number = 0; ///< from 1, in the order in which they were set; what the mark is called before it has a name
    Trace::Time at{};
    QString name;

    /// The name, or else the number.
    QString text() const { return name.isEmpty() ? QString::number(number) : name; }

    bool operator==(const ChartMark &) const = default;
};

/// The marks of the run on the screen, in order of time. A mark is known by its number.
class ChartMarks : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;

    const std::vector<ChartMark> &all() const { return m_marks; }
    /// nullptr where there is none.
    const ChartMark *mark(int number) const;

    /// Returns the number of the new mark; of one that is at that very moment already, its own.
    int add(Trace::Time at);
    /// Without spaces around it; an empty name is none. Nothing happens to a mark that does not exist.
    void rename(int number, const QString &name);
    void move(int number, Trace::Time at);
    void remove(int number);
    /// Another run has none, and its first is number 1 again.
    void clear();

    /// The first behind that moment, and after the last one the first of all; 0 where there are none.
    int next(Trace::Time after) const;
    /// The mark's moment that is nearest.
    std::optional<Trace::Time> nearest(Trace::Time at) const;

Q_SIGNALS:
    void changed();

private:
    std::vector<ChartMark>::iterator find(int number);
    void sort();

    std::vector<ChartMark> m_marks;
    int m_last = 0; ///< number that was given
};

} // namespace Playground
