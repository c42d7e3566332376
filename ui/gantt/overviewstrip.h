// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/gantt/screenpainter.h"
#include "ui/gantt/statedensity.h"

#include <QTimer>
#include <QWidget>

namespace Playground {

class Appearance;
class GanttView;
class Replay;
class RunView;

/// The whole run above its chart, on a strip: how many tasks there are at each moment and in which states, with what
/// is visible of it as a window, which can be moved, made longer and shorter, by hand and by keyboard. Its time axis is
/// as long as the chart's.
class OverviewStrip : public QWidget {
    Q_OBJECT
public:
    OverviewStrip(Appearance *appearance, RunView *run, GanttView *view, QWidget *parent = nullptr);

    /// From now on the play head shows, wherever it is but at the run's end. Once; `replay` must outlive the strip.
    void setReplay(const Replay *replay);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {0, sizeHint().height()}; }

    /// So many spans and tasks are taken in at once, so that it costs little beside a frame.
    static constexpr qsizetype MostAtOnce = 15'000;

    /// Whether all that is known of the run shows.
    bool isComplete() const { return !m_rest.isActive(); }
    /// The whole run on the strip, in its pixels.
    TimeScale timeScale() const;

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    /// What of the window a hand has taken hold of.
    enum class Grip { None, Middle, Left, Right };

    void restart();
    void takeIn();
    void describe();
    void retranslate();
    /// In pixels of the design, as the chart is.
    TimeScale chartScale() const;
    PixelSpan window() const;
    Grip gripAt(double x) const;
    void drag(double x);
    void centreAt(Trace::Time at);
    const std::vector<DisplayItem> &density();

    Appearance *m_appearance;
    RunView *m_run;
    GanttView *m_view;
    const Replay *m_replay = nullptr;
    StateDensity m_density;
    QTimer m_rest; ///< there is more to take in than could be at once
    ScreenPainter m_painter;
    std::vector<DisplayItem> m_items; ///< of the density
    bool m_isStale = true;
    TimeScale m_itemsScale;

    Grip m_grip = Grip::None;
    double m_pressedAt = 0; ///< pixels of the design
    TimeRange m_pressedRange;
    bool m_hasMoved = false;
    bool m_showsFocus = false;
};

} // namespace Playground
