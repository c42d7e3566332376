// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/comparechartview.h"

#include "core/insight/comparisonreason.h"
#include "ui/gantt/charttip.h"
#include "ui/gantt/pointercard.h"
#include "ui/run/runview.h"
#include "ui/theme/appearance.h"

#include <QApplication>
#include <QGestureEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QNativeGestureEvent>
#include <QPainter>
#include <QPinchGesture>
#include <QScrollBar>
#include <QStyle>
#include <QWheelEvent>

using namespace Qt::StringLiterals;

namespace Playground {

using Trace::Time;

namespace {

constexpr double ZoomStep = 1.4;
constexpr double PanPart = 0.1; // of what is visible, for one press of a key
constexpr double WheelPanPart = 0.08; // for one notch
constexpr double MovePart = 0.01; // of what is visible, by which a key moves a run
constexpr double WipeStep = 0.02;
constexpr double NarrowestColumn = 64;
constexpr double NarrowestLanes = 120;
constexpr size_t MostBandLines = 6;

QString titleOf(std::size_t run, const QString &title)
{
    return u"%1 · %2"_s.arg(Comparison::letterOf(run), shownText(title));
}

/// The tasks that both runs have and that took noticeably longer or shorter: those that differ most, in order of rows.
CompareBand bandOf(const Comparison &comparison, std::size_t run)
{
    CompareBand band;
    const Comparability limits = comparability(comparison, 0, run);
    band.title = u"%1 − %2"_s.arg(Comparison::letterOf(run), Comparison::letterOf(0));
    for (std::size_t row = 0; row < comparison.tasks().size(); ++row) {
        const TaskMatch &match = comparison.tasks()[row];
        const auto difference = comparison.difference(match, run);
        if (!difference)
            continue;
        const TaskRecord &task = *comparison.task(match, run);
        const Time took = figuresOf(comparison.timeline(run), task).duration;
        if (limits.isAbout(took, took - difference->duration))
            continue;
        band.lines.push_back({qsizetype(row), shownText(comparison.nameOf(match)),
                              task.finished.value_or(comparison.timeline(run).now()), difference->duration});
    }
    std::stable_sort(band.lines.begin(), band.lines.end(), [](const BandLine &a, const BandLine &b) {
        return std::chrono::abs(a.difference) > std::chrono::abs(b.difference);
    });
    band.more = std::max<qsizetype>(0, qsizetype(band.lines.size()) - qsizetype(MostBandLines));
    band.lines.resize(std::min(band.lines.size(), MostBandLines));
    std::sort(band.lines.begin(), band.lines.end(), [](const BandLine &a, const BandLine &b) { return a.row < b.row; });
    return band;
}

} // namespace

CompareChartView::CompareChartView(Appearance *appearance, QWidget *parent)
    : QAbstractScrollArea(parent)
    , m_appearance(appearance)
    , m_card(new PointerCard(appearance, viewport(), [this](QPointF place) { return tipAt(place); }))
{
    setObjectName(u"compareChart"_s);
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setAccessibleName(tr("Charts of the runs"));
    viewport()->setAttribute(Qt::WA_OpaquePaintEvent);
    viewport()->setMouseTracking(true);
    viewport()->grabGesture(Qt::PinchGesture);
    m_range.setGlide(
        std::chrono::milliseconds(style()->styleHint(QStyle::SH_Widget_Animation_Duration, nullptr, this)));
    connect(&m_range, &VisibleRange::changed, this, &CompareChartView::schedulePaint);
    connect(appearance, &Appearance::changed, this, &CompareChartView::layOut);
}

CompareChartView::~CompareChartView() = default;

// --- What is shown

void CompareChartView::showResult(const std::shared_ptr<const ComparisonResult> &result)
{
    m_live.clear();
    m_result = result;
    m_indices.clear();
    m_moments.clear();
    m_alignment = Alignment::Start;
    m_alignedRow = 0;
    m_selectedRow.reset();
    m_heldTrack.reset();
    rebuild();
    m_range.reset(m_range.whole());
}

void CompareChartView::showLive(const std::vector<const RunView *> &runs, const QStringList &titles)
{
    m_result.reset();
    m_indices.clear();
    m_live = runs;
    m_liveTitles = titles;
    m_selectedRow.reset();
    m_heldTrack.reset();
    rebuild();
    m_range.reset(m_range.whole());
}

void CompareChartView::noteAdvance()
{
    if (!m_live.empty())
        rebuildLive();
}

void CompareChartView::rebuild()
{
    m_card->hide();
    m_hoveredRow.reset();
    m_measuredLanes = -1;
    m_view.tracks.clear();
    m_view.bands.clear();
    m_shown.clear();
    if (m_result)
        rebuildResult();
    else
        rebuildLive();
}

void CompareChartView::rebuildResult()
{
    const Comparison &comparison = m_result->comparison();
    const bool isWipe = m_wipeOther && *m_wipeOther < comparison.runCount();
    for (std::size_t run = m_indices.size(); run < comparison.runCount(); ++run)
        m_indices.emplace_back(std::make_unique<ChartIndex>())->update(comparison.timeline(run));
    for (std::size_t run = 0; run < comparison.runCount(); ++run) {
        if (isWipe && run != 0 && run != *m_wipeOther)
            continue;
        m_shown.push_back(run);
        CompareTrack track;
        track.timeline = &comparison.timeline(run);
        track.index = m_indices[run].get();
        track.now = track.timeline->now();
        track.title = titleOf(run, m_result->runs()[qsizetype(run)].title);
        track.path = m_showsPath ? &comparison.path(run) : nullptr;
        for (std::size_t row = 0; row < comparison.tasks().size(); ++row) {
            const TaskMatch &match = comparison.tasks()[row];
            const bool isShown = isWipe ? match.isIn(0) || match.isIn(*m_wipeOther) : match.isIn(run);
            if (isShown)
                track.lanes.push_back({match.tasks[run], qsizetype(row)});
        }
        m_view.tracks.push_back(track);
        m_view.bands.push_back(run > 0 && !isWipe ? bandOf(comparison, run) : CompareBand());
    }
    applyShifts();
}

/// In order of creation: which task is which is known when both have ended.
void CompareChartView::rebuildLive()
{
    while (m_indices.size() < m_live.size())
        m_indices.push_back(std::make_unique<ChartIndex>());
    m_view.tracks.clear();
    m_view.bands.assign(m_live.size(), {});
    for (size_t run = 0; run < m_live.size(); ++run) {
        CompareTrack track;
        track.timeline = &m_live[run]->timeline();
        m_indices[run]->update(*track.timeline);
        track.index = m_indices[run].get();
        track.now = m_live[run]->now();
        track.title = titleOf(run, m_liveTitles.value(qsizetype(run)));
        const LaneRows &rows = track.index->rows();
        for (qsizetype row = 0; row < rows.count(); ++row)
            track.lanes.push_back({rows.row(row).task, rows.row(row).task});
        m_view.tracks.push_back(track);
    }
    applyShifts();
}

void CompareChartView::applyShifts()
{
    m_view.meeting.reset();
    if (m_result) {
        m_shifts = shiftsOf(m_result->comparison());
        for (size_t track = 0; track < m_shown.size(); ++track)
            m_view.tracks[track].shift = m_shifts[m_shown[track]];
    }
    layOut();
}

/// How far each run is moved. Notes where they meet, where that is not their beginning.
std::vector<Time> CompareChartView::shiftsOf(const Comparison &comparison)
{
    const bool isRow = m_alignedRow >= 0 && size_t(m_alignedRow) < comparison.tasks().size();
    if (m_alignment == Alignment::Moment && m_moments.size() == comparison.runCount()) {
        m_view.meeting = *std::max_element(m_moments.begin(), m_moments.end());
        return alignedAt(m_moments);
    }
    if (m_alignment != Alignment::Task || !isRow)
        return alignedAtStart(comparison);
    const TaskMatch &match = comparison.tasks()[size_t(m_alignedRow)];
    const std::vector<Time> shifts = alignedAtTask(comparison, match);
    for (std::size_t run = 0; run < comparison.runCount() && !m_view.meeting; ++run) {
        const TaskRecord *task = comparison.task(match, run);
        if (task && task->started)
            m_view.meeting = *task->started + shifts[run];
    }
    return shifts;
}

/// After anything that changes what there is to be seen, or how much room.
void CompareChartView::layOut()
{
    m_view.size = QSizeF(viewport()->size()) / scale();
    const double widest = std::max(NarrowestColumn, m_view.size.width() - NarrowestLanes);
    qsizetype lanes = 0;
    for (const CompareTrack &track : m_view.tracks)
        lanes += qsizetype(track.lanes.size());
    if (m_live.empty() || std::exchange(m_measuredLanes, lanes) != lanes)
        m_wantedColumn = wantedCompareColumn(m_view);
    m_view.columnWidth = std::clamp(m_chosenColumn.value_or(m_wantedColumn), NarrowestColumn, widest);
    m_view.wipe = m_wipeOther && m_view.tracks.size() == 2 && m_result ? std::optional(m_wipe) : std::nullopt;
    const CompareGeometry geometry = compareGeometry(m_view);
    const double room = geometry.legendTop;
    verticalScrollBar()->setPageStep(int(room * scale()));
    verticalScrollBar()->setSingleStep(int(15 * scale()));
    verticalScrollBar()->setRange(0, std::max(0, int(std::ceil((geometry.contentHeight - room) * scale()))));
    m_range.setWhole(wholeCompareRange(m_view));
    schedulePaint();
}

void CompareChartView::schedulePaint()
{
    m_isStale = true;
    viewport()->update();
}

const CompareView &CompareChartView::view() const
{
    m_view.range = m_range.range();
    m_view.scrolled = verticalScrollBar()->value() / scale();
    m_view.selectedRow = m_selectedRow;
    m_view.hoveredRow = m_hoveredRow;
    m_view.heldTrack = m_alignment == Alignment::Moment && !m_view.wipe ? m_heldTrack : std::nullopt;
    m_view.showsFocus = m_showsFocus;
    if (m_view.wipe)
        m_view.wipe = m_wipe;
    return m_view;
}

const ComparePicture &CompareChartView::picture()
{
    if (std::exchange(m_isStale, false))
        m_picture = buildComparePicture(view());
    return m_picture;
}

void CompareChartView::setAlignment(Alignment alignment)
{
    if (alignment == m_alignment)
        return;
    if (alignment == Alignment::Moment)
        holdMoments();
    m_alignment = alignment;
    applyShifts();
    m_range.follow();
}

void CompareChartView::setAlignedRow(qsizetype row)
{
    m_alignedRow = row;
    if (m_alignment == Alignment::Task) {
        applyShifts();
        m_range.follow();
    }
}

void CompareChartView::setWipe(std::optional<size_t> other)
{
    m_wipeOther = other;
    rebuild();
}

void CompareChartView::setShowsPath(bool shows)
{
    m_showsPath = shows;
    for (size_t track = 0; m_result && track < m_shown.size(); ++track)
        m_view.tracks[track].path = shows ? &m_result->comparison().path(m_shown[track]) : nullptr;
    schedulePaint();
}

void CompareChartView::selectRow(std::optional<qsizetype> row)
{
    if (row == m_selectedRow)
        return;
    m_selectedRow = row;
    if (row)
        revealRow(*row);
    describeSelection();
    schedulePaint();
    Q_EMIT rowSelected();
}

/// For those who do not see the charts.
void CompareChartView::describeSelection()
{
    QStringList parts;
    if (m_selectedRow && m_result) {
        const Comparison &comparison = m_result->comparison();
        const TaskMatch &match = comparison.tasks()[size_t(*m_selectedRow)];
        parts << comparison.nameOf(match);
        for (std::size_t run = 0; run < comparison.runCount(); ++run) {
            if (const TaskRecord *task = comparison.task(match, run))
                parts << Comparison::letterOf(run) + u' '
                        + durationText(figuresOf(comparison.timeline(run), *task).duration);
        }
    }
    setAccessibleDescription(parts.join(u", "_s));
}

void CompareChartView::paintEvent(QPaintEvent *)
{
    QPainter painter(viewport());
    painter.scale(scale(), scale());
    paintComparePicture(painter, m_painter, picture(),
                        {m_appearance->theme(), m_appearance->contrast(), scale() * viewport()->devicePixelRatio()});
}

void CompareChartView::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    layOut();
}

void CompareChartView::scrollContentsBy(int, int)
{
    schedulePaint();
}

void CompareChartView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        setAccessibleName(tr("Charts of the runs"));
        m_card->hide();
        layOut();
    }
    QAbstractScrollArea::changeEvent(event);
}

// --- Places

double CompareChartView::scale() const
{
    return m_appearance->scale();
}

/// How long so many pixels of the chart are.
Time CompareChartView::timeOf(double pixels) const
{
    const TimeScale axis = compareGeometry(view()).axis;
    return axis.isDegenerate() ? Time{} : axis.toTime(axis.left + pixels) - axis.from;
}

void CompareChartView::revealRow(qsizetype row)
{
    const CompareGeometry geometry = compareGeometry(view());
    double top = geometry.legendTop;
    double bottom = 0;
    for (size_t track = 0; track < m_view.tracks.size(); ++track) {
        const std::vector<CompareLane> &lanes = m_view.tracks[track].lanes;
        const auto lane =
            std::find_if(lanes.begin(), lanes.end(), [row](const CompareLane &one) { return one.row == row; });
        if (lane == lanes.end())
            continue;
        const LaneLayout &layout = geometry.sections[track].lanes;
        top = layout.laneTop(lane - lanes.begin());
        bottom = layout.laneTop(lane - lanes.begin() + 1);
        if (top >= 0 && bottom <= geometry.legendTop)
            return; // one of them is in view
    }
    if (bottom <= top)
        return;
    QScrollBar *bar = verticalScrollBar();
    const double by = top < 0 ? top : bottom - geometry.legendTop;
    bar->setValue(bar->value() + int(std::lround(by * scale())));
}

int CompareChartView::wantedHeight() const
{
    const CompareGeometry geometry = compareGeometry(view());
    return int(std::ceil((geometry.contentHeight + geometry.size.height() - geometry.legendTop) * scale())) + 2;
}

// --- What hands do

void CompareChartView::zoomAt(double x, double factor)
{
    const TimeScale axis = compareGeometry(view()).axis;
    m_range.zoom(axis.toTime(std::max(x, axis.left)), factor);
}

void CompareChartView::zoomBy(double factor)
{
    const TimeRange range = m_range.range();
    m_range.zoom(range.from + range.duration() / 2, factor);
}

void CompareChartView::zoomIn()
{
    zoomBy(1 / ZoomStep);
}

void CompareChartView::zoomOut()
{
    zoomBy(ZoomStep);
}

void CompareChartView::fit()
{
    m_range.follow();
}

void CompareChartView::panBy(double pixels)
{
    m_range.pan(timeOf(pixels));
}

void CompareChartView::click(const CompareHit &hit)
{
    if (hit.part == CompareHit::Part::Axis) {
        if (m_alignment == Alignment::Moment && m_result)
            chooseMoment(hit.track, hit.time);
        return;
    }
    selectRow(hit.row == m_selectedRow ? std::nullopt : hit.row);
}

void CompareChartView::stepSelection(int by)
{
    if (!m_result || m_result->comparison().tasks().empty())
        return;
    const auto last = qsizetype(m_result->comparison().tasks().size()) - 1;
    const qsizetype from = m_selectedRow.value_or(by > 0 ? -1 : last + 1);
    selectRow(std::clamp<qsizetype>(from + by, 0, last));
}

/// The moments at which the runs meet now.
void CompareChartView::holdMoments()
{
    if (!m_result)
        return;
    const Time last = *std::max_element(m_shifts.begin(), m_shifts.end());
    m_moments.clear();
    for (const Time shift : m_shifts)
        m_moments.push_back(last - shift);
}

void CompareChartView::chooseMoment(size_t track, Time time)
{
    m_moments[m_shown[track]] = time;
    m_heldTrack = track;
    applyShifts();
}

void CompareChartView::moveRun(size_t track, Time by)
{
    if (!m_result || track >= m_shown.size())
        return;
    if (m_alignment != Alignment::Moment) {
        holdMoments();
        m_alignment = Alignment::Moment;
    }
    m_moments[m_shown[track]] -= by;
    m_heldTrack = track;
    applyShifts();
    Q_EMIT alignmentChanged();
}

void CompareChartView::holdTrack(size_t track)
{
    if (m_alignment != Alignment::Moment || track >= m_view.tracks.size())
        return;
    m_heldTrack = track;
    schedulePaint();
}

void CompareChartView::moveDivider(double x)
{
    const TimeScale axis = compareGeometry(view()).axis;
    if (axis.width > 0)
        m_wipe = std::clamp((x - axis.left) / axis.width, 0.0, 1.0);
    schedulePaint();
}

bool CompareChartView::zoomByGesture(const QNativeGestureEvent &event)
{
    if (event.gestureType() != Qt::ZoomNativeGesture)
        return false;
    zoomAt(toChart(event.position()).x(), 1 / std::max(0.1, 1 + event.value()));
    return true;
}

bool CompareChartView::viewportEvent(QEvent *event)
{
    switch (event->type()) {
    case QEvent::NativeGesture:
        return zoomByGesture(*static_cast<QNativeGestureEvent *>(event)) || QAbstractScrollArea::viewportEvent(event);
    case QEvent::Gesture:
        if (const QGesture *gesture = static_cast<QGestureEvent *>(event)->gesture(Qt::PinchGesture)) {
            const auto *pinch = static_cast<const QPinchGesture *>(gesture);
            const QPointF place = viewport()->mapFromGlobal(pinch->centerPoint());
            zoomAt(toChart(place).x(), 1 / std::max(0.1, pinch->scaleFactor()));
            return true;
        }
        break;
    case QEvent::Leave:
        leave();
        break;
    default:
        break;
    }
    return QAbstractScrollArea::viewportEvent(event);
}

void CompareChartView::wheelEvent(QWheelEvent *event)
{
    m_card->hide();
    const QPoint turn = event->angleDelta();
    if (event->modifiers().testFlag(Qt::ControlModifier)) {
        zoomAt(toChart(event->position()).x(), std::pow(ZoomStep, -(turn.y() != 0 ? turn.y() : turn.x()) / 120.0));
        event->accept();
        return;
    }
    if (!event->modifiers().testFlag(Qt::ShiftModifier) && std::abs(turn.x()) <= std::abs(turn.y())) {
        QCoreApplication::sendEvent(verticalScrollBar(), event);
        return;
    }
    const int by = turn.x() != 0 ? turn.x() : turn.y();
    const double pixels = event->pixelDelta().isNull()
        ? by / 120.0 * WheelPanPart * m_view.size.width()
        : (event->pixelDelta().x() != 0 ? event->pixelDelta().x() : event->pixelDelta().y()) / scale();
    panBy(-pixels);
    event->accept();
}

void CompareChartView::mousePressEvent(QMouseEvent *event)
{
    m_card->hide();
    if (std::exchange(m_showsFocus, false))
        schedulePaint();
    if (event->button() != Qt::LeftButton && event->button() != Qt::MiddleButton)
        return;
    m_dragFrom = m_dragLast = event->position();
    const CompareHit hit = hitAtPlace(event->position());
    m_draggedTrack = hit.track;
    m_drag = Drag::Pressed;
    if (event->button() == Qt::LeftButton && hit.part == CompareHit::Part::ColumnEdge)
        m_drag = Drag::Column;
    else if (event->button() == Qt::LeftButton && hit.part == CompareHit::Part::Divider)
        m_drag = Drag::Divider;
}

void CompareChartView::mouseMoveEvent(QMouseEvent *event)
{
    if (event->buttons() == Qt::NoButton) {
        hover(event->position());
        return;
    }
    const QPointF by = (event->position() - m_dragLast) / scale();
    const bool isFar = (event->position() - m_dragFrom).manhattanLength() >= QApplication::startDragDistance();
    if (m_drag == Drag::Pressed && isFar) {
        const bool isAxis = hitAtPlace(m_dragFrom).part == CompareHit::Part::Axis;
        m_drag = isAxis && m_result && event->buttons().testFlag(Qt::LeftButton) ? Drag::Run : Drag::Panning;
        viewport()->setCursor(m_drag == Drag::Run ? Qt::SizeHorCursor : Qt::ClosedHandCursor);
    }
    switch (m_drag) {
    case Drag::None:
    case Drag::Pressed:
        return;
    case Drag::Panning:
        panBy(-by.x());
        verticalScrollBar()->setValue(verticalScrollBar()->value() - int(std::lround(by.y() * scale())));
        break;
    case Drag::Column:
        m_chosenColumn = toChart(event->position()).x() - Metrics::ColumnGap / 2;
        layOut();
        break;
    case Drag::Divider:
        moveDivider(toChart(event->position()).x());
        break;
    case Drag::Run:
        moveRun(m_draggedTrack, timeOf(by.x()));
        break;
    }
    m_dragLast = event->position();
}

void CompareChartView::mouseReleaseEvent(QMouseEvent *event)
{
    const Drag drag = std::exchange(m_drag, Drag::None);
    viewport()->unsetCursor();
    if (drag == Drag::Pressed && event->button() == Qt::LeftButton)
        click(hitAtPlace(event->position()));
}

void CompareChartView::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (hitAtPlace(event->position()).part != CompareHit::Part::ColumnEdge) {
        mousePressEvent(event);
        return;
    }
    m_chosenColumn.reset(); // as wide as the names ask for
    layOut();
}

/// Left and right: the divider, the run that is held, or what is visible.
bool CompareChartView::keyMoves(const QKeyEvent &event, double sign)
{
    const double duration = double(m_range.range().duration().count());
    if (event.modifiers().testFlag(Qt::ShiftModifier)) {
        if (m_alignment != Alignment::Moment || m_view.wipe)
            return false;
        moveRun(m_heldTrack.value_or(m_view.tracks.size() - 1), Time(std::llround(sign * MovePart * duration)));
        return true;
    }
    if (m_view.wipe) {
        m_wipe = std::clamp(m_wipe + sign * WipeStep, 0.0, 1.0);
        schedulePaint();
    } else {
        m_range.pan(Time(std::llround(sign * PanPart * duration)));
    }
    return true;
}

void CompareChartView::keyPressEvent(QKeyEvent *event)
{
    const bool isPlain = (event->modifiers() & ~(Qt::KeypadModifier | Qt::ShiftModifier)) == Qt::NoModifier;
    if (!isPlain || m_view.tracks.empty()) {
        event->ignore();
        return;
    }
    const auto pan = [this](double part) {
        m_range.pan(Time(std::llround(part * double(m_range.range().duration().count()))));
    };
    QScrollBar *bar = verticalScrollBar();
    switch (event->key()) {
    case Qt::Key_F:
    case Qt::Key_0:
        return fit();
    case Qt::Key_Plus:
    case Qt::Key_Equal:
    case Qt::Key_W:
        return zoomIn();
    case Qt::Key_Minus:
    case Qt::Key_Underscore:
    case Qt::Key_S:
        return zoomOut();
    case Qt::Key_A:
        return pan(-PanPart);
    case Qt::Key_D:
        return pan(PanPart);
    case Qt::Key_Left:
    case Qt::Key_Right:
        if (keyMoves(*event, event->key() == Qt::Key_Left ? -1 : 1))
            return;
        break;
    case Qt::Key_Up:
        return stepSelection(-1);
    case Qt::Key_Down:
        return stepSelection(1);
    case Qt::Key_PageUp:
        return bar->triggerAction(QAbstractSlider::SliderPageStepSub);
    case Qt::Key_PageDown:
        return bar->triggerAction(QAbstractSlider::SliderPageStepAdd);
    case Qt::Key_Home:
        return m_range.pan(m_range.whole().from - m_range.range().from);
    case Qt::Key_End:
        return m_range.pan(m_range.whole().to - m_range.range().to);
    case Qt::Key_1:
    case Qt::Key_2:
    case Qt::Key_3:
    case Qt::Key_4:
        return holdTrack(size_t(event->key() - Qt::Key_1));
    case Qt::Key_Escape:
        if (m_selectedRow)
            return selectRow(std::nullopt);
        break;
    default:
        break;
    }
    event->ignore();
}

void CompareChartView::focusInEvent(QFocusEvent *event)
{
    m_showsFocus = event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason
        || event->reason() == Qt::ShortcutFocusReason;
    schedulePaint();
    QAbstractScrollArea::focusInEvent(event);
}

void CompareChartView::focusOutEvent(QFocusEvent *event)
{
    m_showsFocus = false;
    schedulePaint();
    QAbstractScrollArea::focusOutEvent(event);
}

// --- The pointer

void CompareChartView::hover(QPointF place)
{
    const CompareHit hit = hitAtPlace(place);
    const bool isEdge = hit.part == CompareHit::Part::ColumnEdge || hit.part == CompareHit::Part::Divider;
    const bool isAxis = hit.part == CompareHit::Part::Axis && m_result;
    viewport()->setCursor(isEdge       ? Qt::SplitHCursor
                              : isAxis ? (m_alignment == Alignment::Moment ? Qt::CrossCursor : Qt::SizeHorCursor)
                                       : Qt::ArrowCursor);
    if (std::exchange(m_hoveredRow, hit.row) != hit.row)
        schedulePaint();
    m_card->hover(place);
}

void CompareChartView::leave()
{
    m_card->leave();
    if (std::exchange(m_hoveredRow, std::nullopt))
        schedulePaint();
}

ChartTip CompareChartView::tipAt(QPointF place) const
{
    const CompareHit hit = hitAtPlace(place);
    if (m_drag != Drag::None || hit.track >= m_view.tracks.size())
        return {};
    const CompareTrack &track = m_view.tracks[hit.track];
    const ChartHit own = chartHitAt(view(), hit, toChart(place).x());
    ChartTip tip = tipOf(*track.timeline, *track.index, own, track.now);
    if (!tip.isEmpty() && hit.row) {
        tip.title = u"%1 · %2"_s.arg(track.title.section(u' ', 0, 0), tip.title);
        tip.chip = *hit.row;
    }
    return tip;
}

} // namespace Playground
