// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/output/outputview.h"
#include "ui/output/taskchip.h"

#include <QAccessible>
#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QFontMetricsF>
#include <QKeyEvent>
#include <QLocale>
#include <QMenu>
#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <utility>

using namespace Qt::StringLiterals;

namespace Playground {
namespace {

// The design, in pixels at scale 1.
constexpr double LineHeight = 20;
constexpr double Margin = 14;
constexpr double TimeGap = 14;
constexpr double ChipSize = 8;
constexpr double ChipGap = 8;
constexpr double ErrorBar = 2;
constexpr double VerticalMargin = 8;

constexpr qsizetype FewestColumns = 8;
constexpr int DragScrollInterval = 40; // ms
constexpr double DimmedTo = 0.5; ///< how much of a colour is left

QColor mixed(const QColor &color, const QColor &with, double part)
{
    const auto mix = [part](float a, float b) { return float(a * part + b * (1 - part)); };
    return QColor::fromRgbF(mix(color.redF(), with.redF()), mix(color.greenF(), with.greenF()),
                            mix(color.blueF(), with.blueF()));
}

/// Python indents what a traceback quotes; what begins at the margin is the message.
bool isQuoted(QByteArrayView text)
{
    return text.startsWith(' ') || text.startsWith('\t');
}

bool isPlace(QByteArrayView text)
{
    return text.trimmed().startsWith("File \"");
}

bool isTracebackHeading(QByteArrayView text)
{
    return text.startsWith("Traceback (most recent call last):")
        || text.startsWith("During handling of the above exception")
        || text.startsWith("The above exception was the direct cause");
}

bool isWordCharacter(uchar byte)
{
    return byte >= 0x80 || byte == '_' || (byte >= '0' && byte <= '9') || (byte >= 'a' && byte <= 'z')
        || (byte >= 'A' && byte <= 'Z');
}

} // namespace

OutputView::OutputView(const Appearance *appearance, const OutputLog *log, QWidget *parent)
    : QAbstractScrollArea(parent)
    , m_appearance(appearance)
    , m_log(log)
    , m_layout(log)
{
    setObjectName(u"outputView"_s);
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    viewport()->setMouseTracking(true);
    viewport()->setAutoFillBackground(false);
    viewport()->setAttribute(Qt::WA_OpaquePaintEvent);
    connect(m_appearance, &Appearance::changed, this, &OutputView::applyAppearance);
    applyAppearance();
}

void OutputView::applyAppearance()
{
    const auto px = [this](double length) { return m_appearance->px(length); };
    m_metrics.code = m_appearance->font(TextRole::Code);
    m_metrics.time = m_appearance->font(TextRole::SmallCode);
    m_metrics.note = m_appearance->font(TextRole::Small);
    const QFontMetricsF metrics(m_metrics.code);
    m_metrics.cell = metrics.horizontalAdvance(u'0');
    m_metrics.line = std::max(px(LineHeight), int(std::ceil(metrics.height())));
    m_metrics.baseline = int(std::lround((m_metrics.line - metrics.height()) / 2 + metrics.ascent()));
    // A Chinese character is as wide as its height, and two cells are wider: a little larger, it fills them.
    m_metrics.wide = m_metrics.code;
    m_metrics.wide.setPixelSize(std::max(m_metrics.code.pixelSize(), int(m_metrics.cell * 2 - 1)));
    measure();
}

/// Above the rows there is room for a word on those that are gone.
int OutputView::topMargin() const
{
    return m_appearance->px(VerticalMargin) + (m_log->first() > 0 ? m_metrics.line : 0);
}

/// What depends on the width, and on how much room the times take.
void OutputView::measure()
{
    const int digits = int(std::ceil(QFontMetricsF(m_metrics.time).horizontalAdvance(QString(m_timeDigits, u'0'))));
    m_metrics.timeLeft = m_appearance->px(Margin);
    m_metrics.chipSize = m_appearance->px(ChipSize);
    m_metrics.chipLeft = m_metrics.timeLeft + digits + m_appearance->px(TimeGap);
    m_metrics.textLeft = m_metrics.chipLeft + m_metrics.chipSize + m_appearance->px(ChipGap);
    // One wide character may stick out at the end of a line. An even number keeps Chinese text in step.
    const double room = viewport()->width() - m_metrics.textLeft - m_appearance->px(Margin) / 2 - m_metrics.cell;
    const auto columns = std::max(qsizetype(room / m_metrics.cell), FewestColumns) / 2 * 2;
    // What was at the top stays there.
    const std::optional<OutputLayout::Hit> top = m_layout.at(verticalScrollBar()->value() / m_metrics.line);
    const bool isAnother = m_layout.setColumns(columns);
    updateScrollBar();
    if (isAnother && top && !m_isAtEnd) {
        m_isAdjusting = true;
        verticalScrollBar()->setValue(int(m_layout.lineOf(top->row)) * m_metrics.line);
        m_isAdjusting = false;
    }
    m_isVisibleStale = true;
    viewport()->update();
}

void OutputView::logGrew()
{
    const qint64 gone = m_layout.update();
    if (!m_log->isEmpty()) {
        const qsizetype digits = timeText(m_log->row(m_log->end() - 1)).size();
        if (digits > m_timeDigits) {
            m_timeDigits = digits;
            measure();
        }
    }
    keepPlaces();
    const int before = verticalScrollBar()->value();
    updateScrollBar();
    if (gone > 0 && !m_isAtEnd) {
        m_isAdjusting = true;
        verticalScrollBar()->setValue(int(std::max<qint64>(before - gone * m_metrics.line, 0)));
        m_isAdjusting = false;
    }
    m_isVisibleStale = true;
    viewport()->update();
}

void OutputView::logReset()
{
    m_layout.reset();
    m_anchor = m_caret = {};
    m_timeDigits = 5;
    measure();
    scrollToEnd();
}

void OutputView::setFilter(Trace::TaskId task)
{
    if (!m_layout.setFilter(task))
        return;
    setPlaces({m_caret.row, 0}, {m_caret.row, 0});
    m_isVisibleStale = true;
    scrollToEnd();
    viewport()->update();
}

void OutputView::setHighlightedTask(Trace::TaskId task)
{
    m_highlighted = task;
    viewport()->update();
}

void OutputView::setEmptyText(const QString &text)
{
    m_emptyText = text;
    viewport()->update();
}

void OutputView::updateScrollBar()
{
    m_isAdjusting = true;
    QScrollBar *bar = verticalScrollBar();
    const qint64 height = topMargin() + m_layout.lines() * m_metrics.line + m_appearance->px(VerticalMargin);
    bar->setRange(0, int(std::clamp<qint64>(height - viewport()->height(), 0, INT_MAX)));
    bar->setPageStep(viewport()->height());
    bar->setSingleStep(m_metrics.line);
    if (m_isAtEnd)
        bar->setValue(bar->maximum());
    m_isAdjusting = false;
    m_isVisibleStale = true;
}

void OutputView::scrollContentsBy(int, int)
{
    m_isVisibleStale = true;
    viewport()->update();
    if (!m_isAdjusting)
        setAtEnd(verticalScrollBar()->value() == verticalScrollBar()->maximum());
}

void OutputView::scrollToEnd()
{
    setAtEnd(true);
    updateScrollBar();
    viewport()->update();
}

void OutputView::setAtEnd(bool isAtEnd)
{
    if (isAtEnd == m_isAtEnd)
        return;
    m_isAtEnd = isAtEnd;
    Q_EMIT atEndChanged(isAtEnd);
}

void OutputView::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    measure();
}

void OutputView::changeEvent(QEvent *event)
{
    QAbstractScrollArea::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        viewport()->update();
}

/// "2.001": seconds.
QString OutputView::timeText(const OutputRow &row) const
{
    const auto milliseconds = std::chrono::duration_cast<std::chrono::milliseconds>(row.at).count();
    return u"%1.%2"_s.arg(milliseconds / 1000).arg(milliseconds % 1000, 3, 10, QChar(u'0'));
}

QString OutputView::noteText(const OutputRow &row) const
{
    const qint64 bytes = row.text.toByteArray().toLongLong();
    //: Stands in the output, where it came faster than it could be kept. %1 is an amount: 12.5 MiB
    return tr("… %1 left out: too much at once …").arg(QLocale().formattedDataSize(bytes, 1));
}

/// Everything that the next paintings need.
void OutputView::layOutVisible()
{
    m_isVisibleStale = false;
    m_visible.clear();
    const int value = verticalScrollBar()->value() - topMargin();
    const std::optional<OutputLayout::Hit> first = m_layout.at(std::max(value, 0) / m_metrics.line);
    if (!first)
        return;
    int top = int((std::max(value, 0) / m_metrics.line - first->line) * m_metrics.line - value);
    for (quint64 number = first->row; number < m_log->end() && top < viewport()->height(); ++number) {
        const OutputRow row = m_log->row(number);
        if (!m_layout.isShown(row))
            continue;
        // What was printed at one go has its time once.
        const VisibleRow *before = m_visible.empty() ? nullptr : &m_visible.back();
        const bool goesOn = row.kind == OutputRow::Kind::Continuation
            || (before && before->row.task == row.task && before->row.stream == row.stream
                && timeText(before->row) == timeText(row));
        m_visible.push_back({number, top, row, goesOn ? QString() : timeText(row),
                             cellLines(row.text, m_layout.columns()), tracebackLink(row.text, m_program)});
        top += int(m_visible.back().lines.size()) * m_metrics.line;
    }
}

bool OutputView::isDim(const OutputRow &row) const
{
    const std::vector<Trace::TaskId> &tasks = m_log->tasks();
    // A task that has printed nothing is nothing to make room for.
    return row.task != m_highlighted && std::binary_search(tasks.begin(), tasks.end(), m_highlighted);
}

QColor OutputView::textColor(const VisibleRow &visible) const
{
    const OutputRow &row = visible.row;
    const bool isError = row.stream == Trace::OutputStream::Error;
    ColorRole role = ColorRole::Text;
    if (isError && !isQuoted(row.text))
        role = isTracebackHeading(row.text) ? ColorRole::Muted : ColorRole::Failed;
    else if (isError && !visible.link && isPlace(row.text))
        role = ColorRole::Muted; // in somebody else's code
    return m_appearance->color(role);
}

void OutputView::paintEvent(QPaintEvent *)
{
    if (m_isVisibleStale)
        layOutVisible();
    QPainter painter(viewport());
    painter.fillRect(viewport()->rect(), m_appearance->color(ColorRole::Surface));
    if (m_visible.empty()) {
        painter.setFont(m_metrics.note);
        painter.setPen(m_appearance->color(ColorRole::Muted));
        const int margin = m_appearance->px(Margin);
        painter.drawText(viewport()->rect().adjusted(margin, margin, -margin, -margin),
                         Qt::AlignHCenter | Qt::AlignVCenter | Qt::TextWordWrap, m_emptyText);
        return;
    }
    if (m_log->first() > 0) {
        const int top = topMargin() - m_metrics.line - verticalScrollBar()->value();
        painter.setFont(m_metrics.note);
        painter.setPen(m_appearance->color(ColorRole::Muted));
        painter.drawText(QPointF(m_metrics.timeLeft, top + m_metrics.baseline),
                         tr("Earlier output is no longer kept."));
    }
    for (const VisibleRow &visible : m_visible)
        paintRow(painter, visible);
}

void OutputView::paintRow(QPainter &painter, const VisibleRow &visible) const
{
    const OutputRow &row = visible.row;
    const QColor surface = m_appearance->color(ColorRole::Surface);
    const double part = isDim(row) ? DimmedTo : 1;
    const int height = int(visible.lines.size()) * m_metrics.line;
    if (hasFocus() && visible.number == m_caret.row) {
        painter.fillRect(0, visible.top, viewport()->width(), height, m_appearance->color(ColorRole::Hover));
        painter.fillRect(0, visible.top, m_appearance->px(2), height, m_appearance->color(ColorRole::Accent));
    }
    painter.setFont(m_metrics.time);
    painter.setPen(mixed(m_appearance->color(ColorRole::Muted), surface, part));
    painter.drawText(QPointF(m_metrics.timeLeft, visible.top + m_metrics.baseline), visible.time);
    if (row.kind == OutputRow::Kind::Gap) {
        painter.setFont(m_metrics.note);
        painter.drawText(QPointF(m_metrics.textLeft, visible.top + m_metrics.baseline), noteText(row));
        return;
    }
    if (row.task != Trace::TaskId::None && row.kind == OutputRow::Kind::Text) {
        const QRectF chip(m_metrics.chipLeft, visible.top + (m_metrics.line - m_metrics.chipSize) / 2,
                          m_metrics.chipSize, m_metrics.chipSize);
        paintTaskChip(painter, chip, row.task, surface, part);
    }
    if (row.stream == Trace::OutputStream::Error) {
        const int width = m_appearance->px(ErrorBar);
        painter.fillRect(m_metrics.textLeft - 2 * width - width / 2, visible.top, width, height,
                         mixed(m_appearance->color(ColorRole::Failed), surface, part));
    }
    int top = visible.top;
    for (const CellLine &line : visible.lines) {
        paintLine(painter, visible, line, top);
        top += m_metrics.line;
    }
}

void OutputView::paintLine(QPainter &painter, const VisibleRow &visible, const CellLine &line, int top) const
{
    if (top + m_metrics.line <= 0 || top >= viewport()->height())
        return;
    paintSelection(painter, visible, line, top);
    for (const CellRun &run : line.runs)
        paintRun(painter, visible, run, top);
}

void OutputView::paintSelection(QPainter &painter, const VisibleRow &visible, const CellLine &line, int top) const
{
    const auto [from, to] = std::minmax(m_anchor, m_caret);
    const OutputPlace begin{visible.number, line.begin};
    const OutputPlace end{visible.number, line.end};
    if (to <= begin || from > end || from == to)
        return;
    const QByteArrayView text = visible.row.text;
    const double left = double(cellAt(text, line, std::max(from, begin).at)) * m_metrics.cell;
    double right = double(cellAt(text, line, std::min(to, end).at)) * m_metrics.cell;
    // The line's end is a character as well.
    if (to > end && line.end == text.size())
        right += m_metrics.cell / 2;
    painter.fillRect(QRectF(m_metrics.textLeft + left, top, right - left, m_metrics.line),
                     m_appearance->color(ColorRole::Selection));
}

void OutputView::paintRun(QPainter &painter, const VisibleRow &visible, const CellRun &run, int top) const
{
    const OutputRow &row = visible.row;
    const QColor surface = m_appearance->color(ColorRole::Surface);
    const double part = isDim(row) ? DimmedTo : 1;
    const QColor accent = mixed(m_appearance->color(ColorRole::Accent), surface, part);
    const qsizetype linkBegin = visible.link ? visible.link->begin : -1;
    const qsizetype linkEnd = visible.link ? visible.link->end : -1;
    std::array cuts{run.begin, linkBegin, linkEnd, row.typedFrom, run.end};
    for (qsizetype &cut : cuts)
        cut = std::clamp(cut, run.begin, run.end);
    std::sort(cuts.begin(), cuts.end());
    double left = m_metrics.textLeft + double(run.cell) * m_metrics.cell;
    for (std::size_t i = 0; i + 1 < cuts.size(); ++i) {
        if (cuts[i] == cuts[i + 1])
            continue;
        const QString text = QString::fromUtf8(row.text.sliced(cuts[i], cuts[i + 1] - cuts[i]));
        const bool isLink = cuts[i] >= linkBegin && cuts[i] < linkEnd;
        const bool isTyped = row.typedFrom >= 0 && cuts[i] >= row.typedFrom;
        painter.setPen(isLink || isTyped ? accent : mixed(textColor(visible), surface, part));
        painter.setFont(run.cells == 2 ? m_metrics.wide : m_metrics.code);
        // A wide character is as wide as its font is high. To measure each would take longer than to draw it.
        const double shift = run.cells == 2 ? m_metrics.cell - m_metrics.wide.pixelSize() / 2.0 : 0;
        painter.drawText(QPointF(left + shift, top + m_metrics.baseline), text);
        const double width = run.isAlone ? double(run.cells) * m_metrics.cell : double(text.size()) * m_metrics.cell;
        if (isLink)
            painter.fillRect(QRectF(left, top + m_metrics.baseline + m_appearance->px(2), width, 1), accent);
        left += width;
    }
}

// Finding what is where

const OutputView::VisibleRow *OutputView::visibleRowAt(int y)
{
    if (m_isVisibleStale)
        layOutVisible();
    for (const VisibleRow &visible : m_visible) {
        if (y >= visible.top && y < visible.top + int(visible.lines.size()) * m_metrics.line)
            return &visible;
    }
    return nullptr;
}

OutputView::Hit OutputView::hitAt(const QPoint &point)
{
    const VisibleRow *visible = visibleRowAt(point.y());
    if (!visible)
        return {};
    if (point.x() < m_metrics.textLeft - m_appearance->px(ChipGap) / 2)
        return {Part::Task, {visible->number, 0}};
    const auto index = std::size_t((point.y() - visible->top) / m_metrics.line);
    const double cell = (point.x() - m_metrics.textLeft) / m_metrics.cell;
    const CellLine &line = visible->lines[index];
    const OutputPlace place{visible->number, positionAt(visible->row.text, line, cell)};
    const bool isOnText = cell < double(cellAt(visible->row.text, line, line.end));
    const bool isOnLink =
        visible->link && isOnText && place.at >= visible->link->begin && place.at <= visible->link->end;
    return {isOnLink ? Part::Link : Part::Text, place};
}

/// The nearest one, also from outside.
OutputPlace OutputView::placeAt(const QPoint &point)
{
    if (m_isVisibleStale)
        layOutVisible();
    if (m_visible.empty())
        return {};
    const VisibleRow &first = m_visible.front();
    const VisibleRow &last = m_visible.back();
    if (point.y() < std::max(first.top, 0))
        return {first.number, 0};
    const Hit hit = hitAt(QPoint(std::max(point.x(), m_metrics.textLeft), point.y()));
    return hit.part == Part::Nothing ? OutputPlace{last.number, last.row.text.size()} : hit.place;
}

void OutputView::setCursorFor(const QPoint &point)
{
    Qt::CursorShape shape = Qt::ArrowCursor;
    const Hit hit = hitAt(point);
    switch (hit.part) {
    case Part::Nothing:
        break;
    case Part::Task:
        if (m_log->row(hit.place.row).task != Trace::TaskId::None)
            shape = Qt::PointingHandCursor;
        break;
    case Part::Text:
        shape = Qt::IBeamCursor;
        break;
    case Part::Link:
        shape = Qt::PointingHandCursor;
        break;
    }
    viewport()->setCursor(shape);
}

// The mouse

void OutputView::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    m_pointer = event->position().toPoint();
    const Hit hit = hitAt(m_pointer);
    m_pressedLink.reset();
    if (hit.part == Part::Task) {
        setPlaces(hit.place, hit.place);
        Q_EMIT taskPicked(m_log->row(hit.place.row).task);
        return;
    }
    if (hit.part == Part::Link)
        m_pressedLink = tracebackLink(m_log->row(hit.place.row).text, m_program)->line;
    const OutputPlace place = placeAt(m_pointer);
    setPlaces(event->modifiers().testFlag(Qt::ShiftModifier) ? m_anchor : place, place);
    m_isDragging = true;
}

void OutputView::mouseMoveEvent(QMouseEvent *event)
{
    const QPoint point = event->position().toPoint();
    if (!m_isDragging) {
        setCursorFor(point);
        return;
    }
    if ((point - m_pointer).manhattanLength() >= QApplication::startDragDistance())
        m_pressedLink.reset();
    if (m_pressedLink)
        return;
    m_pointer = point;
    setPlaces(m_anchor, placeAt(point));
    if (viewport()->rect().contains(point))
        m_dragScroll.stop();
    else if (!m_dragScroll.isActive())
        m_dragScroll.start(DragScrollInterval, this);
}

void OutputView::timerEvent(QTimerEvent *event)
{
    if (event->timerId() != m_dragScroll.timerId()) {
        QAbstractScrollArea::timerEvent(event);
        return;
    }
    const int beyond = m_pointer.y() < 0 ? m_pointer.y() : std::max(m_pointer.y() - viewport()->height(), 0);
    verticalScrollBar()->setValue(verticalScrollBar()->value() + beyond);
    setPlaces(m_anchor, placeAt(m_pointer));
}

void OutputView::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    m_isDragging = false;
    m_dragScroll.stop();
    if (const auto line = std::exchange(m_pressedLink, std::nullopt))
        Q_EMIT lineActivated(*line);
}

/// Selects a word.
void OutputView::mouseDoubleClickEvent(QMouseEvent *event)
{
    const Hit hit = hitAt(event->position().toPoint());
    if (event->button() != Qt::LeftButton || hit.part != Part::Text)
        return;
    const QByteArrayView text = m_log->row(hit.place.row).text;
    qsizetype from = hit.place.at;
    qsizetype to = hit.place.at;
    while (from > 0 && isWordCharacter(uchar(text[from - 1])))
        --from;
    while (to < text.size() && isWordCharacter(uchar(text[to])))
        ++to;
    setPlaces({hit.place.row, from}, {hit.place.row, to});
}

void OutputView::contextMenuEvent(QContextMenuEvent *event)
{
    if (m_log->isEmpty())
        return;
    if (event->reason() == QContextMenuEvent::Mouse && !hasSelection()) {
        const OutputPlace place = placeAt(event->pos());
        setPlaces(place, place);
    }
    auto *menu = new QMenu(this);
    menu->setObjectName(u"outputMenu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(hasSelection() ? tr("Copy") : tr("Copy the line"), QKeySequence(QKeySequence::Copy), this,
                    &OutputView::copy);
    menu->addAction(tr("Copy with times"), this, &OutputView::copyWithTimes);
    menu->addAction(tr("Copy everything"), this, &OutputView::copyAll);
    menu->addAction(tr("Select everything"), QKeySequence(QKeySequence::SelectAll), this, &OutputView::selectAll);
    const Trace::TaskId task = m_log->row(m_caret.row).task;
    if (filter() != Trace::TaskId::None) {
        menu->addSeparator();
        menu->addAction(tr("Show all tasks"), this, [this] { Q_EMIT filterRequested(Trace::TaskId::None); });
    } else if (task != Trace::TaskId::None) {
        menu->addSeparator();
        menu->addAction(tr("Show this task only"), this, [this, task] { Q_EMIT filterRequested(task); });
    }
    const QPoint at = event->reason() == QContextMenuEvent::Mouse ? event->globalPos() : mapToGlobal(rect().center());
    menu->popup(at);
}

// The keyboard

bool OutputView::event(QEvent *event)
{
    // These keys are the window's too: while the focus is here they mean this text.
    if (event->type() == QEvent::ShortcutOverride) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->matches(QKeySequence::Copy) || key->matches(QKeySequence::SelectAll)) {
            event->accept();
            return true;
        }
    }
    return QAbstractScrollArea::event(event);
}

void OutputView::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy)) {
        copy();
        return;
    }
    if (event->matches(QKeySequence::SelectAll)) {
        selectAll();
        return;
    }
    const bool isSelecting = event->modifiers().testFlag(Qt::ShiftModifier);
    const qint64 page = std::max(viewport()->height() / m_metrics.line - 1, 1);
    switch (event->key()) {
    case Qt::Key_Up:
        moveCurrent(-1, isSelecting);
        return;
    case Qt::Key_Down:
        moveCurrent(1, isSelecting);
        return;
    case Qt::Key_PageUp:
        moveCurrent(-page, isSelecting);
        return;
    case Qt::Key_PageDown:
        moveCurrent(page, isSelecting);
        return;
    case Qt::Key_Home:
        moveCurrent(-m_layout.lines(), isSelecting);
        return;
    case Qt::Key_End:
        moveCurrent(m_layout.lines(), isSelecting);
        scrollToEnd();
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        activateCurrent();
        return;
    }
    QAbstractScrollArea::keyPressEvent(event);
}

/// To the row that is so many lines away, but at least one row further.
void OutputView::moveCurrent(qint64 lines, bool isSelecting)
{
    if (m_layout.lines() == 0)
        return;
    const qint64 line = m_layout.lineOf(m_caret.row);
    const qint64 step = lines > 0 ? std::max(lines, m_layout.linesOf(m_caret.row)) : lines;
    const qint64 wanted = std::clamp<qint64>(line + step, 0, m_layout.lines() - 1);
    if (const auto hit = m_layout.at(wanted))
        goTo(hit->row, isSelecting);
}

/// The keyboard selects whole rows.
void OutputView::goTo(quint64 row, bool isSelecting)
{
    if (!isSelecting) {
        setPlaces({row, 0}, {row, 0});
    } else {
        const bool isDownwards = row >= m_anchor.row;
        const qsizetype anchorSize = m_log->row(m_anchor.row).text.size();
        setPlaces({m_anchor.row, isDownwards ? 0 : anchorSize}, {row, isDownwards ? m_log->row(row).text.size() : 0});
    }
    showCurrent();
}

void OutputView::showCurrent()
{
    QScrollBar *bar = verticalScrollBar();
    const int margin = m_appearance->px(VerticalMargin);
    const auto top = int(m_layout.lineOf(m_caret.row) * m_metrics.line + topMargin());
    const auto bottom = top + int(m_layout.linesOf(m_caret.row) * m_metrics.line);
    if (top - margin < bar->value())
        bar->setValue(top - margin);
    else if (bottom + margin > bar->value() + viewport()->height())
        bar->setValue(std::min(bottom + margin - viewport()->height(), top - margin));
    setAtEnd(bar->value() == bar->maximum());
}

void OutputView::activateCurrent()
{
    if (m_log->isEmpty())
        return;
    const OutputRow row = m_log->row(m_caret.row);
    if (const auto link = tracebackLink(row.text, m_program))
        Q_EMIT lineActivated(link->line);
    else
        Q_EMIT taskPicked(row.task);
}

void OutputView::focusInEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusInEvent(event);
    const bool isByKeyboard = event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason
        || event->reason() == Qt::ShortcutFocusReason;
    // One begins where one looks.
    if (m_isVisibleStale)
        layOutVisible();
    if (isByKeyboard && !hasSelection() && !m_visible.empty()) {
        const quint64 row = m_isAtEnd ? m_visible.back().number : m_visible.front().number;
        setPlaces({row, 0}, {row, 0});
    }
    viewport()->update();
}

void OutputView::focusOutEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusOutEvent(event);
    viewport()->update();
}

void OutputView::setPlaces(OutputPlace anchor, OutputPlace caret)
{
    if (anchor == m_anchor && caret == m_caret)
        return;
    const bool isAnotherLine = caret.row != m_caret.row;
    m_anchor = anchor;
    m_caret = caret;
    viewport()->update();
    if (isAnotherLine && QAccessible::isActive()) {
        setAccessibleDescription(currentLineText());
        QAccessibleEvent changed(this, QAccessible::DescriptionChanged);
        QAccessible::updateAccessibility(&changed);
    }
}

/// Rows that are gone are no places any more, and the last row may have become shorter.
void OutputView::keepPlaces()
{
    for (OutputPlace *place : {&m_anchor, &m_caret}) {
        if (m_log->isEmpty() || place->row < m_log->first())
            *place = {m_log->first(), 0};
        else if (place->row >= m_log->end())
            *place = {m_log->end() - 1, 0};
        else
            place->at = std::min(place->at, m_log->row(place->row).text.size());
    }
}

// Text

QString OutputView::currentLineText() const
{
    if (m_log->isEmpty())
        return m_emptyText;
    const OutputRow row = m_log->row(m_caret.row);
    const QString text = row.kind == OutputRow::Kind::Gap ? noteText(row) : QString::fromUtf8(row.text);
    if (row.stream == Trace::OutputStream::Error) {
        //: A line of output, read aloud. %1 is a number of seconds, %2 the text
        return tr("%1 s, standard error: %2").arg(timeText(row), text);
    }
    //: A line of output, read aloud. %1 is a number of seconds, %2 the text
    return tr("%1 s: %2").arg(timeText(row), text);
}

QString OutputView::textBetween(OutputPlace from, OutputPlace to, bool withTimes) const
{
    QByteArray text;
    for (quint64 number = from.row; number <= to.row; ++number) {
        const OutputRow row = m_log->row(number);
        if (!m_layout.isShown(row))
            continue;
        const bool isBeginning = row.kind != OutputRow::Kind::Continuation;
        if (!text.isEmpty() && isBeginning)
            text.append('\n');
        if (withTimes && isBeginning)
            text.append(timeText(row).rightJustified(m_timeDigits).toUtf8()).append("  ");
        if (row.kind == OutputRow::Kind::Gap) {
            text.append(noteText(row).toUtf8());
            continue;
        }
        const qsizetype begin = number == from.row ? from.at : 0;
        const qsizetype end = number == to.row ? to.at : row.text.size();
        text.append(row.text.sliced(begin, end - begin));
    }
    return QString::fromUtf8(text);
}

QString OutputView::selectedText(bool withTimes) const
{
    if (m_log->isEmpty())
        return {};
    if (!hasSelection())
        return textBetween({m_caret.row, 0}, {m_caret.row, m_log->row(m_caret.row).text.size()}, withTimes);
    const auto [from, to] = std::minmax(m_anchor, m_caret);
    return textBetween(from, to, withTimes);
}

QString OutputView::allText() const
{
    if (m_log->isEmpty())
        return {};
    const quint64 last = m_log->end() - 1;
    return textBetween({m_log->first(), 0}, {last, m_log->row(last).text.size()}, false);
}

void OutputView::copy()
{
    if (const QString text = selectedText(); !text.isEmpty())
        QApplication::clipboard()->setText(text);
}

void OutputView::copyWithTimes()
{
    if (const QString text = selectedText(true); !text.isEmpty())
        QApplication::clipboard()->setText(text);
}

void OutputView::copyAll()
{
    if (const QString text = allText(); !text.isEmpty())
        QApplication::clipboard()->setText(text + u'\n');
}

void OutputView::selectAll()
{
    if (m_log->isEmpty())
        return;
    const quint64 last = m_log->end() - 1;
    setPlaces({m_log->first(), 0}, {last, m_log->row(last).text.size()});
}

} // namespace Playground
