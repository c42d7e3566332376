// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/gantt/chartbuilder.h"

#include "ui/gantt/chartfonts.h"
#include "ui/gantt/charttext.h"
#include "ui/gantt/lanebars.h"
#include "ui/gantt/waitlabel.h"

#include <QFileInfo>

#include <array>
#include <set>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Playground {

using Trace::TaskId;
using Trace::Time;

namespace {

// Pixels, on a grid of eight where nothing speaks against it.
constexpr double UsualWidth = 1040;
constexpr double Padding = 20;
constexpr double HeaderHeight = 48;
constexpr double LegendHeight = 28; // of a legend that has no room beside the title
constexpr double AxisHeight = 28;
constexpr double LoopLaneHeight = 28;
constexpr double LoopBarHeight = 14;
constexpr double LoopTrackHeight = 8;
constexpr double BelowLoops = 4;
constexpr double NoteHeight = 28;
constexpr double BottomPadding = 16;
constexpr double SecondAxisHeight = 18;
constexpr double ChipSize = 9;
constexpr double ChipToName = 8;
constexpr double NameToCoroutine = 16;
constexpr double WidestCoroutine = 104; // that the column makes room for
constexpr double ColumnGap = 14; // between the frozen column and the lanes
constexpr double NarrowestColumn = 140;
constexpr double WidestColumnPart = 0.34; // of the picture
constexpr double NarrowestLanesPart = 0.68; // of the room beside the column; marks that ask for more are shortened
constexpr double BarToMark = 8;
constexpr double OpenEndWidth = 9;
constexpr double LabelHeight = 16;
constexpr double NarrowestLabel = 28;
constexpr qsizetype FewestLetters = 8; // of a label that is cut short: fewer say nothing
constexpr double RightOfLastTick = 12;
constexpr double TickGap = 14;
constexpr double SwatchWidth = 18;
constexpr double SwatchHeight = 10;
constexpr double SwatchGap = 6;
constexpr double LegendGap = 18;
constexpr double HeaderGap = 14;
constexpr qsizetype SecondAxisFrom = 24; // lanes: from here on the axis stands below them, too
constexpr qsizetype MostLoops = 8;

constexpr Time BlockedFrom = 100ms;
constexpr Time BlockedAtLeast = 10ms;
constexpr double BlockedPart = 0.05; // of what is visible

/// How a label's box sits in its bar.
struct LabelBox {
    double inset = 0;
    double padding = 0;

    bool operator==(const LabelBox &) const = default;
};

constexpr LabelBox WideLabel{6, 5};
constexpr LabelBox TightLabel{4, 3};

/// One task's line in the chart.
struct Row {
    const TaskRecord *task = nullptr;
    qsizetype order = 0; ///< in order of creation
    ColoredText end;
    double endWidth = 0; ///< of the mark behind the last bar, with its distance and what rounding may take
};

struct LegendEntry {
    ChartState state = ChartState::Running;
    QString name;
    double width = 0;
};

/// Lanes are lower where there are many.
LaneLayout laneLayout(qsizetype lanes)
{
    LaneLayout layout;
    layout.laneHeight = lanes <= 12 ? 34 : lanes <= 40 ? 28 : 24;
    layout.barHeight = lanes <= 12 ? 20 : lanes <= 40 ? 18 : 16;
    return layout;
}

QRectF snapped(PixelSpan span, double top, double height)
{
    const double left = std::round(span.left);
    const double right = std::max(left + 1, std::round(span.right));
    return {left, top, right - left, height};
}

class Builder {
public:
    /// `legendHeight` is what the legend needs below the title, where the picture's size is fixed.
    Builder(const Timeline &timeline, const ChartView &view, double legendHeight = 0)
        : m_timeline(timeline)
        , m_view(view)
        , m_legendHeight(legendHeight)
    {
    }
    Q_DISABLE_COPY_MOVE(Builder)

    DisplayList build()
    {
        chooseRows();
        choosePlaces();
        drawLoops();
        for (size_t row = 0; row < m_rows.size(); ++row)
            drawRow(qsizetype(row));
        drawNotes();

        std::vector<DisplayItem> lanes = std::exchange(m_items, {});
        const std::vector<LegendEntry> legend = legendEntries();
        const double above = drawHeader(legend); // how far everything below has to give way
        m_legendHeight = above;
        DisplayList list;
        list.size = {m_width, m_view.size.isEmpty() ? m_bottom + above : m_view.size.height()};
        list.items.push_back(Panel{QRectF(QPointF(0, 0), list.size), ColorRole::Surface, 0});
        std::vector<DisplayItem> header = std::exchange(m_items, {});
        drawAxis();
        std::vector<DisplayItem> axis = std::exchange(m_items, {});
        for (std::vector<DisplayItem> *items : {&axis, &lanes})
            moveDown(*items, above);
        for (const std::vector<DisplayItem> *items : {&header, &axis, &lanes})
            list.items.insert(list.items.end(), items->begin(), items->end());
        return list;
    }

    double legendHeight() const { return m_legendHeight; }

private:
    // --- What is shown, and where

    void chooseRows()
    {
        m_width = m_view.size.isEmpty() ? UsualWidth : m_view.size.width();
        const std::vector<qsizetype> order = m_timeline.treeOrder();
        m_loops = std::clamp<qsizetype>(qsizetype(m_timeline.loops().size()), 1, MostLoops);
        const auto wanted = std::min<qsizetype>(qsizetype(order.size()), m_view.mostTasks);
        m_layout = laneLayout(wanted);
        m_layout.top = HeaderHeight + AxisHeight + LoopLaneHeight * double(m_loops) + BelowLoops;
        qsizetype count = wanted;
        if (!m_view.size.isEmpty()) {
            const double below = NoteHeight + BottomPadding + (wanted >= SecondAxisFrom ? SecondAxisHeight : 0);
            const double room = m_view.size.height() - m_layout.top - m_legendHeight - below;
            count = std::clamp<qsizetype>(qsizetype(room / m_layout.laneHeight), 0, wanted);
        }
        for (qsizetype i = 0; i < count; ++i) {
            const qsizetype index = order[size_t(i)];
            Row row;
            row.task = &m_timeline.tasks()[size_t(index)];
            row.order = index;
            row.end = endText(*row.task, m_timeline.isLive());
            if (!row.end.text.isEmpty())
                row.endWidth = 1 + BarToMark + (row.task->finished ? 0 : OpenEndWidth + BarToMark)
                    + ChartFonts::width(FontRole::Mark, row.end.text);
            m_rows.push_back(std::move(row));
        }
        m_more = qint64(order.size()) - count + m_timeline.droppedTasks();
    }

    void choosePlaces()
    {
        const TimeRange whole{Time::zero(), std::max(m_timeline.now(), m_timeline.totals().wall)};
        const TimeRange range = m_view.range.value_or(whole);
        m_scale.from = range.from;
        m_scale.to = range.to;
        m_scale.left = columnWidth() + ColumnGap;
        const double room = m_width - Padding - m_scale.left;
        m_scale.width = std::max(room * NarrowestLanesPart, room - roomForMarks(range, room));
        m_layoutBottom = m_layout.bottom(qsizetype(m_rows.size()));
        m_bottom = m_layoutBottom + (hasSecondAxis() ? SecondAxisHeight : 0) + BottomPadding;
    }

    /// As wide as the names ask for, within reason.
    double columnWidth() const
    {
        double widest = NarrowestColumn;
        for (qsizetype loop = 0; loop < m_loops; ++loop)
            widest = std::max(widest, Padding + ChartFonts::width(FontRole::Summary, loopName(Trace::LoopId(loop))));
        for (const Row &row : m_rows) {
            const double coroutine =
                std::min(WidestCoroutine, ChartFonts::width(FontRole::Detail, coroutineText(*row.task)));
            widest = std::max(widest,
                              nameLeft(row) + ChartFonts::width(FontRole::Name, shownText(row.task->name))
                                  + (coroutine > 0 ? NameToCoroutine + coroutine : 0));
        }
        return std::min(std::ceil(widest), std::floor(m_width * WidestColumnPart));
    }

    /// What has to stay free at the right, so that each mark has its place behind the last bar of its lane.
    double roomForMarks(TimeRange range, double room) const
    {
        double width = room - RightOfLastTick;
        for (const Row &row : m_rows) {
            const Time end = std::min(row.task->finished.value_or(range.to), range.to);
            const double part =
                range.isEmpty() ? 0 : double((end - range.from).count()) / double(range.duration().count());
            if (part > 0)
                width = std::min(width, (room - row.endWidth) / part);
        }
        return room - width;
    }

    double nameLeft(const Row &row) const { return Padding + m_layout.indent(row.task->depth) + ChipSize + ChipToName; }

    /// The coroutine without the functions that it was defined in.
    static QString coroutineText(const TaskRecord &task)
    {
        const QString local = u"<locals>."_s;
        const QString name = shownText(task.coroutine);
        const qsizetype outer = name.lastIndexOf(local);
        return name.isEmpty() ? QString() : name.mid(outer < 0 ? 0 : outer + local.size()) + u"()"_s;
    }

    /// The same, where there is little room also without its class.
    static QString coroutineText(const TaskRecord &task, double room)
    {
        const QString text = coroutineText(task);
        if (ChartFonts::width(FontRole::Detail, text) <= room)
            return text;
        return ChartFonts::elided(FontRole::Detail, text.mid(text.lastIndexOf(u'.') + 1), room);
    }

    bool hasSecondAxis() const { return qsizetype(m_rows.size()) >= SecondAxisFrom; }

    double columnRight() const { return m_scale.left - ColumnGap; }

    Time visible(Time time) const { return time == Trace::Open ? m_scale.to : time; }

    // --- Small things

    void addText(double x, double middle, const QString &text, FontRole font, ColorRole color, TaskId task = {})
    {
        addTextOn(std::round(middle + ChartFonts::middleToBaseline(font)), x, text, font, color, task);
    }

    void addTextOn(double baseline, double x, const QString &text, FontRole font, ColorRole color, TaskId task = {})
    {
        if (text.isEmpty())
            return;
        m_items.push_back(TextRun{{x, baseline}, ChartFonts::width(font, text), text, font, color, task});
    }

    /// A text in a small box, so that it can be read on a pattern.
    void addLabel(double x, double middle, const QString &text, FontRole font, ColorRole color, TaskId task,
                  double padding)
    {
        const double width = ChartFonts::width(font, text);
        const double height = std::min(LabelHeight, m_layout.barHeight - 2);
        m_items.push_back(Panel{QRectF(x, middle - height / 2, width + 2 * padding, height), ColorRole::LabelBox, 3});
        addText(x + padding, middle, text, font, color, task);
    }

    static void moveDown(std::vector<DisplayItem> &items, double by)
    {
        for (DisplayItem &item : items) {
            if (auto *text = std::get_if<TextRun>(&item))
                text->baseline.ry() += by;
            else if (auto *rule = std::get_if<Rule>(&item))
                rule->line.translate(0, by);
            else if (auto *panel = std::get_if<Panel>(&item))
                panel->rect.translate(0, by);
            else if (auto *bar = std::get_if<Bar>(&item))
                bar->rect.translate(0, by);
            else if (auto *chip = std::get_if<Chip>(&item))
                chip->rect.translate(0, by);
            else if (auto *end = std::get_if<OpenEnd>(&item))
                end->rect.translate(0, by);
        }
    }

    // --- The lanes of the loops

    void drawLoops()
    {
        for (qsizetype loop = 0; loop < m_loops; ++loop)
            drawLoop(loop);
    }

    void drawLoop(qsizetype index)
    {
        const Trace::LoopId loop{quint32(index)};
        const double middle = HeaderHeight + AxisHeight + LoopLaneHeight * (double(index) + 0.5);
        addText(Padding, middle, loopName(loop), FontRole::Summary, ColorRole::Muted);
        if (size_t(index) >= m_timeline.loops().size())
            return;
        const LoopRecord &record = m_timeline.loops()[size_t(index)];
        if (const auto life = lifeOf(record))
            m_items.push_back(
                Panel{snapped(*life, middle - LoopTrackHeight / 2, LoopTrackHeight), ColorRole::Track, 2});
        const std::vector<Slice> slices = slicesOf(record);
        std::vector<StateSpan> spans;
        spans.reserve(slices.size());
        for (const Slice &slice : slices)
            spans.push_back({slice.from, slice.to, ChartState::Running});
        for (const LaneBar &bar : laneBars(spans, m_scale))
            addBar(bar, middle - LoopBarHeight / 2, LoopBarHeight, {}, loop);
        labelBlocks(slices, middle);
    }

    /// The visible part of the time from a loop's first sign of life to its last.
    std::optional<PixelSpan> lifeOf(const LoopRecord &loop) const
    {
        TimeRange life{Time::max(), Time::min()};
        const auto extend = [&](const auto &stretches) {
            if (stretches.empty())
                return;
            life.from = std::min(life.from, stretches.front().from);
            life.to = std::max(life.to, visible(stretches.back().to));
        };
        extend(loop.turns);
        extend(loop.stretches);
        return visibleSpan(m_scale, life.from, life.to);
    }

    /// A stretch in which one task, or one callback, had a loop's thread.
    struct Slice {
        Time from{};
        Time to{};
        TaskId task{};
        QString label;
    };

    std::vector<Slice> slicesOf(const LoopRecord &loop) const
    {
        std::vector<Slice> slices;
        for (const LoopTurn &turn : loop.turns)
            slices.push_back({turn.from, visible(turn.to), turn.task, {}});
        for (const LoopStretch &stretch : loop.stretches) {
            if (stretch.kind == LoopStretch::Kind::Callback)
                slices.push_back({stretch.from, visible(stretch.to), TaskId::None, stretch.label});
        }
        std::stable_sort(slices.begin(), slices.end(), [](const Slice &a, const Slice &b) { return a.from < b.from; });
        return slices;
    }

    /// Names whoever kept the thread for so long that others noticed.
    void labelBlocks(const std::vector<Slice> &slices, double middle)
    {
        const double part = BlockedPart * double((m_scale.to - m_scale.from).count());
        const Time least = std::min(BlockedFrom, std::max(BlockedAtLeast, Time(std::llround(part))));
        for (size_t i = 0; i < slices.size(); ++i) {
            const Slice &slice = slices[i];
            const auto span = visibleSpan(m_scale, slice.from, slice.to);
            if (slice.to - slice.from < least || !span)
                continue;
            const double next = i + 1 < slices.size() ? m_scale.toX(slices[i + 1].from) : m_scale.right();
            labelBlock(slice, *span, std::min(next, m_scale.right()), middle);
        }
    }

    /// On the slice where there is room, otherwise on the idle track behind it.
    void labelBlock(const Slice &slice, PixelSpan span, double next, double middle)
    {
        const double below = middle + LoopBarHeight / 2 + 2;
        m_items.push_back(Rule{QLineF(span.left, below, span.right, below), ColorRole::Alarm, 2});
        const TaskRecord *task = m_timeline.task(slice.task);
        const Time duration = slice.to - slice.from;
        for (const QString &who : {task ? shownText(task->name) : shownText(slice.label), QString()}) {
            const QString text = blockedText(who, duration);
            const double width = ChartFonts::width(FontRole::Mark, text) + 2 * (WideLabel.padding + WideLabel.inset);
            const bool inside = span.width() >= width;
            if (!inside && next - span.right < width)
                continue;
            addLabel((inside ? span.left : span.right) + WideLabel.inset, middle, text, FontRole::Mark,
                     ColorRole::Warning, slice.task, WideLabel.padding);
            return;
        }
    }

    // --- The lanes of the tasks

    void drawRow(qsizetype index)
    {
        const Row &row = m_rows[size_t(index)];
        drawName(row, m_layout.laneMiddle(index));
        std::vector<StateSpan> spans;
        for (const Span &span : row.task->spans)
            spans.push_back({span.from, visible(span.to), chartState(span.state, kindOf(*row.task, span))});
        for (const LaneBar &bar : laneBars(spans, m_scale))
            addBar(bar, m_layout.barTop(index), m_layout.barHeight, row.task->id, row.task->loop);
        for (const Span &span : row.task->spans)
            noteKind(*row.task, span);
        labelWaits(row, m_layout.laneMiddle(index));
        drawEnd(row, m_layout.laneMiddle(index));
    }

    void drawName(const Row &row, double middle)
    {
        const TaskRecord &task = *row.task;
        const double left = nameLeft(row);
        m_items.push_back(
            Chip{QRectF(left - ChipToName - ChipSize, middle - ChipSize / 2, ChipSize, ChipSize), row.order});
        const double room = columnRight() - left;
        const QString name = ChartFonts::elided(FontRole::Name, shownText(task.name), room);
        const double baseline = std::round(middle + ChartFonts::middleToBaseline(FontRole::Name));
        addTextOn(baseline, left, name, FontRole::Name, ColorRole::Text, task.id);
        const double rest = room - ChartFonts::width(FontRole::Name, name) - NameToCoroutine;
        if (rest < NarrowestLabel)
            return;
        const QString coroutine = coroutineText(task, rest);
        addTextOn(baseline, columnRight() - ChartFonts::width(FontRole::Detail, coroutine), coroutine, FontRole::Detail,
                  ColorRole::Muted, task.id);
    }

    static Trace::WaitKind kindOf(const TaskRecord &task, const Span &span)
    {
        return span.wait >= 0 && size_t(span.wait) < task.waits.size() ? task.waits[size_t(span.wait)].kind
                                                                       : Trace::WaitKind::Other;
    }

    void noteKind(const TaskRecord &task, const Span &span)
    {
        if (span.state == SpanState::Waiting)
            m_kinds[size_t(chartState(span.state, kindOf(task, span)))].insert(kindOf(task, span));
    }

    void addBar(const LaneBar &bar, double top, double height, TaskId task, Trace::LoopId loop)
    {
        QRectF rect = snapped(bar.span, top, height);
        rect.setTop(top + height * bar.top);
        rect.setBottom(top + height * bar.bottom);
        m_items.push_back(Bar{rect, bar.state, task, loop});
        m_seen[size_t(bar.state)] = true;
    }

    void labelWaits(const Row &row, double middle)
    {
        QString previous;
        Trace::SiteId previousSite{};
        for (const Span &span : row.task->spans) {
            const auto place = visibleSpan(m_scale, span.from, visible(span.to));
            if (span.state != SpanState::Waiting || span.wait < 0 || !place || place->width() < NarrowestLabel)
                continue;
            const Wait &wait = row.task->waits[size_t(span.wait)];
            const QStringList labels = waitLabels(m_timeline, wait, hostOf(row.task->id, span));
            if (labels.isEmpty())
                continue;
            // One call that waits several times inside says so once.
            const bool goesOn = labels.first() == previous && wait.site != previousSite;
            previous = labels.first();
            previousSite = wait.site;
            if (!goesOn)
                labelWait(*place, labels, middle, row.task->id);
        }
    }

    void labelWait(PixelSpan place, const QStringList &labels, double middle, TaskId task)
    {
        for (const LabelBox &box : {WideLabel, TightLabel}) {
            const QString text =
                fittingLabel(labels, place.width() - 2 * box.inset - 2 * box.padding, box == TightLabel);
            if (text.isEmpty())
                continue;
            addLabel(place.left + box.inset, middle, text, FontRole::Call, ColorRole::Text, task, box.padding);
            return;
        }
    }

    /// The first label as far as it fits, or a shorter one, if that says about as much.
    static QString fittingLabel(const QStringList &labels, double room, bool mayShorten)
    {
        if (ChartFonts::width(FontRole::Call, labels.first()) <= room)
            return labels.first();
        if (!mayShorten)
            return {};
        const QString cut = ChartFonts::elided(FontRole::Call, labels.first(), room);
        for (const QString &label : labels.mid(1)) {
            if (ChartFonts::width(FontRole::Call, label) <= room)
                return cut.size() > label.size() + 5 ? cut : label;
        }
        return cut.size() >= FewestLetters ? cut : QString();
    }

    QString hostOf(TaskId task, const Span &span)
    {
        if (m_phasesOfTask.isEmpty()) {
            for (const NetworkPhaseRecord &phase : m_timeline.networkPhases())
                m_phasesOfTask[phase.task].push_back(&phase);
        }
        for (const NetworkPhaseRecord *phase : m_phasesOfTask.value(task)) {
            if (!phase->host.isEmpty() && phase->from < visible(span.to) && visible(phase->to) > span.from)
                return phase->host;
        }
        return {};
    }

    void drawEnd(const Row &row, double middle)
    {
        const Time end = row.task->finished.value_or(m_scale.to);
        if (row.end.text.isEmpty() || end < m_scale.from || end > m_scale.to)
            return;
        double x = std::round(m_scale.toX(end)) + BarToMark;
        if (!row.task->finished) {
            const double height = m_layout.barHeight / 2;
            m_items.push_back(OpenEnd{QRectF(x, middle - height / 2, OpenEndWidth, height)});
            x += OpenEndWidth + BarToMark;
        }
        addText(x, middle, shortenedEnd(row.end.text, m_width - Padding - x), FontRole::Mark, row.end.color,
                row.task->id);
    }

    /// A result of which no more than a few letters would be seen is left out, so that the time is seen whole.
    static QString shortenedEnd(const QString &text, double room)
    {
        const QString cut = ChartFonts::elided(FontRole::Mark, text, room);
        const QString withoutResult = text.section(u" · "_s, 0, 0);
        const bool isTelling = cut == text || cut.size() >= withoutResult.size() + FewestLetters;
        return isTelling || ChartFonts::width(FontRole::Mark, withoutResult) > room ? cut : withoutResult;
    }

    // --- What stands around them

    void drawNotes()
    {
        QStringList notes;
        if (m_timeline.tasks().empty() && m_more == 0)
            notes << noTasksText();
        if (m_more > 0)
            notes << moreTasksText(m_more);
        if (m_timeline.droppedSpans() > 0)
            notes << detailDroppedText();
        if (notes.isEmpty())
            return;
        addText(Padding, m_bottom, notes.join(u" · "_s), FontRole::Summary, ColorRole::Muted);
        m_bottom += NoteHeight;
    }

    std::vector<LegendEntry> legendEntries() const
    {
        std::vector<LegendEntry> result;
        for (int i = 0; i < ChartStates; ++i) {
            if (!m_seen[size_t(i)])
                continue;
            const QString name = stateName(ChartState(i), m_kinds[size_t(i)]);
            result.push_back(
                {ChartState(i), name, SwatchWidth + SwatchGap + ChartFonts::width(FontRole::Legend, name)});
        }
        return result;
    }

    /// Title, totals and legend. Returns the height of further lines, where the legend needed them.
    double drawHeader(const std::vector<LegendEntry> &legend)
    {
        double legendWidth = -LegendGap;
        for (const LegendEntry &entry : legend)
            legendWidth += entry.width + LegendGap;
        const double middle = HeaderHeight / 2;
        const double textsRight = drawTotals(middle);
        const bool isBeside = textsRight + legendWidth <= m_width - Padding;
        const double extra = isBeside ? drawLegend(legend, m_width - Padding - legendWidth, middle)
                                      : LegendHeight + drawLegend(legend, Padding, HeaderHeight - 6 + LegendHeight / 2);
        const double line = snappedToPixel(HeaderHeight + extra - 1);
        m_items.push_back(Rule{QLineF(0, line, m_width, line), ColorRole::Border, 1});
        return extra;
    }

    /// Returns where something else may begin.
    double drawTotals(double middle)
    {
        const double baseline = std::round(middle + ChartFonts::middleToBaseline(FontRole::Title));
        double x = Padding;
        const auto add = [&](const QString &text, FontRole font, ColorRole color) {
            const double room = m_width - Padding - x;
            if (text.isEmpty() || room < NarrowestLabel)
                return;
            const QString shown = ChartFonts::elided(font, text, room);
            addTextOn(baseline, x, shown, font, color);
            x += ChartFonts::width(font, shown) + HeaderGap;
        };
        const ColoredText outcome = outcomeText(m_timeline);
        add(ChartFonts::elided(FontRole::Title, title(), m_width / 2), FontRole::Title, ColorRole::Text);
        add(durationText(m_timeline.totals().wall), FontRole::Title, ColorRole::Accent);
        add(summaryText(m_timeline), FontRole::Summary, ColorRole::Muted);
        add(outcome.text, FontRole::Summary, outcome.color);
        return x;
    }

    QString title() const
    {
        return shownText(m_view.title.isEmpty() ? QFileInfo(m_timeline.run().program).fileName() : m_view.title);
    }

    /// Returns the height of the lines after the first.
    double drawLegend(const std::vector<LegendEntry> &legend, double left, double middle)
    {
        double x = left;
        double y = middle;
        for (const LegendEntry &entry : legend) {
            if (x > left && x + entry.width > m_width - Padding + 0.5) {
                x = left;
                y += LegendHeight;
            }
            const double swatch = std::round(x);
            m_items.push_back(
                Bar{QRectF(swatch, y - SwatchHeight / 2, SwatchWidth, SwatchHeight), entry.state, {}, {}});
            addText(swatch + SwatchWidth + SwatchGap, y, entry.name, FontRole::Legend, ColorRole::Muted);
            x += entry.width + LegendGap;
        }
        return y - middle;
    }

    void drawAxis()
    {
        const auto widthOf = [](const QString &label) { return ChartFonts::width(FontRole::Axis, label); };
        const double top = HeaderHeight + AxisHeight - 4;
        for (const Tick &tick : ticks(m_scale, widthOf, TickGap)) {
            const double x = snappedToPixel(m_scale.toX(tick.at));
            m_items.push_back(Rule{QLineF(x, top, x, m_layoutBottom + 4), ColorRole::Grid, 1});
            const double left = x - widthOf(tick.label) / 2;
            addText(left, HeaderHeight + AxisHeight / 2, tick.label, FontRole::Axis, ColorRole::Muted);
            if (hasSecondAxis())
                addText(left, m_layoutBottom + 14, tick.label, FontRole::Axis, ColorRole::Muted);
        }
    }

    const Timeline &m_timeline;
    const ChartView &m_view;
    double m_legendHeight = 0;
    double m_width = 0;
    double m_layoutBottom = 0;
    double m_bottom = 0;
    qsizetype m_loops = 1;
    qint64 m_more = 0;
    LaneLayout m_layout;
    TimeScale m_scale;
    std::vector<Row> m_rows;
    QHash<TaskId, std::vector<const NetworkPhaseRecord *>> m_phasesOfTask;
    std::array<bool, ChartStates> m_seen{};
    std::array<std::set<Trace::WaitKind>, ChartStates> m_kinds;
    std::vector<DisplayItem> m_items;
};

} // namespace

DisplayList buildChart(const Timeline &timeline, const ChartView &view)
{
    Builder builder(timeline, view);
    const DisplayList list = builder.build();
    // Only now is it known how many lines the legend takes: in a picture of fixed size they are taken from the lanes.
    if (view.size.isEmpty() || builder.legendHeight() <= 0)
        return list;
    return Builder(timeline, view, builder.legendHeight()).build();
}

} // namespace Playground
