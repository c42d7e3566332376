// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/gantt/chartmarks.h"
#include "ui/gantt/charttip.h"

#include <QPointer>

class QLineEdit;

namespace Playground {

class Appearance;
class ChartPlan;
struct MarkFlag;
class ScreenPainter;

/// Marks on a chart: flags on its axis, with a line through the lanes. One of them may be picked out; a flag can be
/// dragged, named in place, and taken away. Places are the viewport's.
class MarkTool : public QObject {
    Q_OBJECT
public:
    /// `target` is the viewport that the chart is painted on, and to whose parent the keyboard goes back.
    MarkTool(Appearance *appearance, ChartMarks *marks, ChartPlan *plan, QWidget *target);

    /// Over the chart, on a painter scaled to its pixels.
    void paint(QPainter &painter, ScreenPainter &screen, const LiveGeometry &geometry) const;
    /// What the flags cover of the axis.
    std::vector<PixelSpan> covered() const;
    /// The mark whose flag is there; 0 where none is.
    int flagAt(QPointF place) const;
    /// "dog barks: 1.250 s"; empty where there is no such mark.
    ChartTip tipOf(int number) const;

    /// The mark that keys are for; 0 for none.
    int picked() const { return m_marks->mark(m_picked) ? m_picked : 0; }
    /// 0 for none.
    void pick(int number);
    /// False where none is picked out.
    bool drop();
    /// False where none is picked out.
    bool deletePicked();
    void movePicked(Trace::Time at) { m_marks->move(m_picked, at); }
    /// The mark's moment that is nearest.
    std::optional<Trace::Time> nearest(Trace::Time at) const { return m_marks->nearest(at); }
    /// To the mark behind the one that is picked out, and after the last one to the first.
    void goToNext();

    /// A mark at that moment, whose name can be typed at once.
    void add(Trace::Time at);
    /// A line to type the mark's name in, in place of its flag. Enter keeps the name, Esc leaves it as it was.
    void edit(int number);
    /// Of the mark: name, take away, take all away.
    void openMenu(int number, const QPoint &globalPlace);

Q_SIGNALS:
    void changed();

private:
    std::vector<MarkFlag> flags() const;
    void reveal(int number);
    void finish(bool keeps);

    Appearance *m_appearance;
    ChartMarks *m_marks;
    ChartPlan *m_plan;
    QWidget *m_target;
    int m_picked = 0;
    int m_edited = 0;
    QPointer<QLineEdit> m_edit;
};

} // namespace Playground
