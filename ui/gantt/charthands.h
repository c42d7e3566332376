// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/gantt/charttip.h"
#include "ui/gantt/rangetool.h"
#include "ui/gantt/touchtool.h"

#include <QObject>

class QMouseEvent;
class QTouchEvent;
class QWheelEvent;
class QWidget;

namespace Playground {

class Appearance;
class ChartLayers;
class ChartPlan;
class MarkTool;
class PointerCard;
class SpanSelection;

/// What hands do on a live chart, with mouse, touchpad and touch screen: they move it, zoom, measure, select, open and
/// close, and move what can be moved. Places are the viewport's.
class ChartHands : public QObject {
    Q_OBJECT
public:
    /// What hands have to do with; all of it outlives them.
    struct Parts {
        Appearance *appearance;
        ChartPlan *plan;
        SpanSelection *selection;
        MarkTool *marks;
        ChartLayers *layers;
        QWidget *viewport;
    };

    explicit ChartHands(const Parts &parts);

    const RangeTool &ranges() const { return m_ranges; }
    /// The task that the pointer is on.
    Trace::TaskId hoveredTask() const { return m_hoveredTask; }
    /// Where the pointer is, as long as it is what is used.
    std::optional<QPointF> pointer() const { return m_pointer; }

    void press(const QMouseEvent &event);
    void move(const QMouseEvent &event);
    void release(const QMouseEvent &event);
    void doubleClick(const QMouseEvent &event);
    void turnWheel(const QWheelEvent &event);
    /// Gestures, fingers, and a pointer that leaves. False for what is another event.
    bool viewportEvent(QEvent *event);
    /// The keyboard is used now.
    void noteKey() { m_pointer.reset(); }

    /// Another run: nothing of the former one is held, measured or told of.
    void restart();
    /// What was drawn open or measured is so no more. False where there is no such thing.
    bool dropRange();
    void hideCard();
    /// What the card speaks of may have gone on.
    void refreshCard();

Q_SIGNALS:
    void changed();
    /// A line of the program is to be shown.
    void lineActivated(int line);

private:
    enum class Drag { None, Pressed, Panning, Column, Range, Mark };

    bool isDrag(const QMouseEvent &event) const;
    bool pressRange(const QMouseEvent &event, ChartHit::Part part);
    void dragRange(const QMouseEvent &event);
    Trace::Time snappedTimeAt(QPointF place, Qt::KeyboardModifiers modifiers) const;
    void click(const ChartHit &hit);
    void useHandle(const ChartHit &hit);
    void touch(const QTouchEvent &event);
    bool touchMark(const QTouchEvent &event, const TouchStep &step);
    void hover(QPointF place);
    void leave();
    ChartTip tipAt(QPointF place) const;

    Parts m_parts;
    RangeTool m_ranges;
    TouchTool m_touch;
    Drag m_drag = Drag::None;
    QPointF m_dragFrom;
    QPointF m_dragLast;
    bool m_ignoresRelease = false; ///< it ends a double click
    Trace::TaskId m_hoveredTask{};
    std::optional<QPointF> m_pointer;
    PointerCard *m_card;
};

} // namespace Playground
