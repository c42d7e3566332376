// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/gantt/chartmarks.h"
#include "ui/gantt/charttip.h"

#include <QPointer>

class QLineEdit;
class QMenu;

namespace Playground {

class Appearance;

/// Marks on a chart: flags on its axis, with a line through the lanes. One of them may be picked out; a flag can be
/// dragged, named in place, and taken away.
class MarkTool : public QObject {
    Q_OBJECT
public:
    /// `target` is what the chart is painted on.
    MarkTool(Appearance *appearance, ChartMarks *marks, QWidget *target);

    /// Over the chart, on a painter scaled to its pixels.
    void paint(QPainter &painter, ScreenPainter &screen, const LiveGeometry &geometry) const;
    /// What the flags cover of the axis, from left to right by their marks.
    std::vector<PixelSpan> flags(const TimeScale &scale) const;
    /// The mark whose flag is there; 0 where none is.
    int flagAt(const TimeScale &scale, QPointF place) const;
    /// "dog barks: 1.250 s"; empty where there is no such mark.
    ChartTip tipOf(int number) const;

    /// The mark that keys are for; 0 for none.
    int current() const { return m_marks->mark(m_current) ? m_current : 0; }
    void setCurrent(int number);

    /// A line to type the mark's name in, in place of its flag. Enter keeps the name, Esc leaves it as it was.
    void edit(int number, const TimeScale &scale);
    /// Of the mark: name, take away, take all away. Deletes itself once it has been closed.
    void openMenu(int number, const TimeScale &scale, const QPoint &globalPlace);

Q_SIGNALS:
    void changed();

private:
    PixelSpan flagOf(const ChartMark &mark, const TimeScale &scale) const;
    void finish(bool keeps);

    Appearance *m_appearance;
    ChartMarks *m_marks;
    QWidget *m_target;
    int m_current = 0;
    int m_edited = 0;
    QPointer<QLineEdit> m_edit;
};

} // namespace Playground
