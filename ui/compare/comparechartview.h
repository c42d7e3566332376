// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/compare/comparepicture.h"
#include "ui/compare/comparisonresult.h"
#include "ui/gantt/screenpainter.h"
#include "ui/gantt/visiblerange.h"

#include <QAbstractScrollArea>

class QNativeGestureEvent;

namespace Playground {

class Appearance;
class PointerCard;
struct ChartTip;
class RunView;

/// Where runs are made to meet on their common axis.
enum class Alignment {
    Start,
    Task, ///< where a task first ran
    Moment ///< a moment of each run that a hand has chosen
};

/// The charts of several runs on one time axis: zoomed, moved and selected as one. One under another, or two at the
/// same place with a divider that wipes from one to the other.
class CompareChartView : public QAbstractScrollArea {
    Q_OBJECT
public:
    explicit CompareChartView(Appearance *appearance, QWidget *parent = nullptr);
    ~CompareChartView() override;
    Q_DISABLE_COPY_MOVE(CompareChartView)

    /// Runs that have ended, with what is known of them together; null for none.
    void showResult(const std::shared_ptr<const ComparisonResult> &result);
    /// Runs that go on, which outlive the next call of one of these two. noteAdvance() tells of their growth.
    void showLive(const std::vector<const RunView *> &runs, const QStringList &titles);
    void noteAdvance();

    void setAlignment(Alignment alignment);
    Alignment alignment() const { return m_alignment; }
    /// By which task runs are aligned: a row of the comparison.
    void setAlignedRow(qsizetype row);
    /// With which run the first one changes places in the wipe; nothing for one under another.
    void setWipe(std::optional<size_t> other);
    void setShowsPath(bool shows);
    /// A row of the comparison; nothing for none.
    void selectRow(std::optional<qsizetype> row);
    std::optional<qsizetype> selectedRow() const { return m_selectedRow; }

    /// At which all of the charts is seen.
    int wantedHeight() const;

    const VisibleRange &visibleRange() const { return m_range; }
    /// As it would be painted now.
    const CompareView &view() const;

public Q_SLOTS:
    void zoomIn();
    void zoomOut();
    void fit();

Q_SIGNALS:
    void rowSelected();
    /// By hand: a run was dragged along the axis.
    void alignmentChanged();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    bool viewportEvent(QEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    enum class Drag { None, Pressed, Panning, Column, Divider, Run };

    // What is shown
    void rebuild();
    void rebuildResult();
    void rebuildLive();
    void applyShifts();
    std::vector<Trace::Time> shiftsOf(const Comparison &comparison);
    void layOut();
    void schedulePaint();
    const ComparePicture &picture();
    void describeSelection();

    // Places
    double scale() const;
    QPointF toChart(QPointF place) const { return place / scale(); }
    CompareHit hitAtPlace(QPointF place) const { return compareHitAt(view(), toChart(place)); }
    Trace::Time timeOf(double pixels) const;
    void revealRow(qsizetype row);

    // What hands do
    void zoomAt(double x, double factor);
    void zoomBy(double factor);
    void panBy(double pixels);
    bool zoomByGesture(const QNativeGestureEvent &event);
    void click(const CompareHit &hit);
    void stepSelection(int by);
    void chooseMoment(size_t track, Trace::Time time);
    void holdMoments();
    void moveRun(size_t track, Trace::Time by);
    void holdTrack(size_t track);
    void moveDivider(double x);
    bool keyMoves(const QKeyEvent &event, double sign);

    // The pointer
    void hover(QPointF place);
    void leave();
    ChartTip tipAt(QPointF place) const;

    Appearance *m_appearance;
    std::shared_ptr<const ComparisonResult> m_result;
    std::vector<const RunView *> m_live;
    QStringList m_liveTitles;
    std::vector<std::unique_ptr<ChartIndex>> m_indices;
    std::vector<size_t> m_shown; ///< which runs of the comparison the tracks are
    mutable CompareView m_view; ///< what changes with the range and the pointer is filled in when asked for
    VisibleRange m_range;
    ScreenPainter m_painter;
    ComparePicture m_picture;
    bool m_isStale = true;

    Alignment m_alignment = Alignment::Start;
    qsizetype m_alignedRow = 0;
    std::vector<Trace::Time> m_moments; ///< with Alignment::Moment, one for each run
    std::vector<Trace::Time> m_shifts; ///< of each run
    std::optional<size_t> m_wipeOther;
    double m_wipe = 0.5;
    bool m_showsPath = false;
    std::optional<qsizetype> m_selectedRow;
    std::optional<qsizetype> m_hoveredRow;
    std::optional<size_t> m_heldTrack;
    bool m_showsFocus = false;
    std::optional<double> m_chosenColumn; ///< by hand
    double m_wantedColumn = 0;
    qsizetype m_measuredLanes = -1; ///< of runs that go on, when the names were measured last

    Drag m_drag = Drag::None;
    size_t m_draggedTrack = 0;
    QPointF m_dragFrom;
    QPointF m_dragLast;
    PointerCard *m_card;
};

} // namespace Playground
