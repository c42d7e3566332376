// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/gantt/comparechart.h"

#include "core/insight/comparisonsummary.h"
#include "ui/gantt/chartexport.h"
#include "ui/gantt/chartfonts.h"
#include "ui/gantt/chartframe.h"
#include "ui/gantt/looplane.h"
#include "ui/gantt/tasklane.h"

#include <QTextBoundaryFinder>

using namespace Qt::StringLiterals;

namespace Playground {

using namespace Metrics;
using Trace::Time;

namespace {

constexpr double SectionHeight = 40; // of what stands above a run's lanes
constexpr double BelowLanes = 12;
constexpr double NoteHeight = 24;
constexpr double LegendHeight = 32;
constexpr double BandPadding = 12;
constexpr double BandBarHeight = 16;
constexpr double BandRowHeight = 28;
constexpr double BarToFigure = 10;
constexpr double FigureGap = 14;
constexpr double FooterPadding = 16;
constexpr double TotalsHeight = 30;
constexpr double ReasonGap = 4;
constexpr double LineHeight = 22;
constexpr double BottomPadding = 16;

QString speedText(double ratio)
{
    return QString::number(ratio, 'f', 2) + u'×';
}

class Builder {
public:
    Builder(const Comparison &comparison, const CompareChartOptions &options)
        : m_comparison(comparison)
        , m_options(options)
    {
    }
    Q_DISABLE_COPY_MOVE(Builder)

    DisplayList build()
    {
        chooseRows();
        chooseScale();
        m_ticks = axisTicks(axis());
        for (std::size_t run = 0; run < m_comparison.runCount(); ++run) {
            addRun(run);
            if (run == 0 && m_comparison.runCount() == 2)
                addBand();
        }
        if (m_comparison.runCount() != 2)
            addBand();
        addFooter();
        const double bottom = m_y;
        std::vector<DisplayItem> body = m_items.take();
        // What is on the chart is known only now, and the legend stands above it: in a line of its own if need be.
        const double above = addLegend();
        const std::vector<DisplayItem> legend = m_items.take();
        for (std::vector<DisplayItem> *items : {&m_behind, &body})
            moveDown(*items, above);

        DisplayList list;
        list.size = {m_options.width, bottom + above};
        list.items.push_back(Panel{QRectF(QPointF(0, 0), list.size), ColorRole::Surface, 0});
        for (const std::vector<DisplayItem> *items : {&std::as_const(m_behind), &std::as_const(body), &legend})
            list.items.insert(list.items.end(), items->begin(), items->end());
        return list;
    }

private:
    struct RunRows {
        std::vector<TaskRow> rows;
        std::vector<ColoredText> ends; ///< parallel to rows
        ChartIndex index;
        qsizetype more = 0;
    };

    void chooseRows()
    {
        qsizetype most = 0;
        for (std::size_t run = 0; run < m_comparison.runCount(); ++run) {
            RunRows &rows = m_runs.emplace_back();
            rows.index.update(m_comparison.timeline(run));
            for (std::size_t row = 0; row < m_comparison.tasks().size(); ++row) {
                const TaskRecord *task = m_comparison.task(m_comparison.tasks()[row], run);
                if (!task)
                    continue;
                if (qsizetype(rows.rows.size()) == m_options.mostTasks) {
                    ++rows.more;
                    continue;
                }
                rows.rows.push_back({task, qsizetype(row), 0});
                rows.ends.push_back(endText(*task, false));
            }
            most = std::max(most, qsizetype(rows.rows.size()));
        }
        m_layout = laneLayoutFor(most);
    }

    void chooseScale()
    {
        double column = NarrowestColumn;
        for (std::size_t run = 0; run < m_comparison.runCount(); ++run) {
            m_longest = std::max(m_longest, m_comparison.total(run));
            column = std::max(column, Padding + ChartFonts::width(FontRole::Summary, title(run)));
            for (const TaskRow &row : m_runs[run].rows)
                column = std::max(column, columnWidthFor(*row.task, m_layout, Padding));
        }
        column = std::min(std::ceil(column), std::floor(m_options.width * WidestColumnPart));
        m_left = column + ColumnGap;
        const TimeRange range{Time{}, m_longest};
        std::vector<EndMark> marks;
        for (std::size_t run = 0; run < m_comparison.runCount(); ++run) {
            const Time start = startOf(run);
            for (std::size_t i = 0; i < m_runs[run].rows.size(); ++i) {
                const TaskRecord &task = *m_runs[run].rows[i].task;
                marks.push_back({task.finished.value_or(start + m_comparison.total(run)) - start,
                                 endWidth(task, m_runs[run].ends[i])});
            }
            marks.push_back({m_comparison.total(run), figuresWidth(run)});
        }
        m_width = widthBesideMarks(marks, range, m_options.width - Padding - m_left);
    }

    Time startOf(std::size_t run) const { return m_comparison.timeline(run).run().at; }

    QString title(std::size_t run) const
    {
        return u"%1 · %2"_s.arg(Comparison::letterOf(run), shownText(m_options.titles.value(qsizetype(run))));
    }

    /// The common axis, in the run's own time.
    TimeScale scaleOf(std::size_t run) const { return {startOf(run), startOf(run) + m_longest, m_left, m_width}; }

    void addRun(std::size_t run)
    {
        const Timeline &timeline = m_comparison.timeline(run);
        addTitle(run);
        const double top = m_y;
        if (run == 0)
            addAxis();
        LaneLayout layout = m_layout;
        const double loopTop = m_y;
        layout.top = m_y + LoopLaneHeight + BelowLoops;
        RunRows &rows = m_runs[run];
        const ChartScene scene{timeline, rows.index, timeline.now(),           scaleOf(run),
                               layout,   Padding,    m_options.width - Padding};
        addLoopLane(m_items, scene, Trace::LoopId::Main, loopTop + LoopLaneHeight / 2);
        for (std::size_t i = 0; i < rows.rows.size(); ++i) {
            TaskRow &row = rows.rows[i];
            row.middle = layout.laneMiddle(qsizetype(i));
            addTaskName(m_items, scene, row, scene.columnRight());
            const auto blocks = taskBlocks(scene, *row.task);
            addTaskBars(m_items, scene, row, blocks);
            addWaitLabels(m_items, scene, row, blocks);
            addTaskEnd(m_items, scene, row, rows.ends[i]);
        }
        m_y = layout.bottom(qsizetype(rows.rows.size()));
        addGrid(run == 0 ? top + AxisHeight - 4 : top, m_y + 4);
        addNotes(run);
        m_y += BelowLanes;
    }

    void addTitle(std::size_t run)
    {
        const Timeline &timeline = m_comparison.timeline(run);
        if (run > 0)
            m_items.add(
                Rule{QLineF(0, snappedToPixel(m_y), m_options.width, snappedToPixel(m_y)), ColorRole::Border, 1});
        const double baseline = std::round(m_y + SectionHeight / 2 + ChartFonts::middleToBaseline(FontRole::Title));
        const QString name = ChartFonts::elided(FontRole::Title, title(run), m_options.width / 2);
        m_items.addTextOn(baseline, Padding, name, FontRole::Title, ColorRole::Text);
        double x = Padding + ChartFonts::width(FontRole::Title, name) + FigureGap;
        const auto add = [&](const ColoredText &text) {
            m_items.addTextOn(baseline, x, text.text, FontRole::Summary, text.color);
            x += ChartFonts::width(FontRole::Summary, text.text) + (text.text.isEmpty() ? 0 : FigureGap);
        };
        add({summaryText(timeline), ColorRole::Muted});
        add(outcomeText(timeline));
        if (run == 0)
            m_firstTitleRight = x;
        m_y += SectionHeight;
    }

    void addNotes(std::size_t run)
    {
        const Timeline &timeline = m_comparison.timeline(run);
        QStringList notes;
        if (timeline.tasks().empty())
            notes << noTasksText();
        if (const qint64 more = m_runs[run].more + timeline.droppedTasks(); more > 0)
            notes << moreTasksText(more);
        if (timeline.droppedSpans() > 0)
            notes << detailDroppedText();
        if (notes.isEmpty())
            return;
        m_items.addText(Padding, m_y + NoteHeight / 2, notes.join(u" · "_s), FontRole::Summary, ColorRole::Muted);
        m_y += NoteHeight;
    }

    /// What stands behind a total's bar.
    std::vector<ColoredText> figuresOf(std::size_t run) const
    {
        std::vector<ColoredText> figures{{durationText(m_comparison.total(run)), ColorRole::Text}};
        if (run == 0)
            return figures;
        const Time difference = m_comparison.total(run) - m_comparison.total(0);
        if (const auto ratio = m_comparison.ratio(run)) {
            const ColorRole color = difference < Time{} ? ColorRole::Done
                : difference > Time{}                   ? ColorRole::Warning
                                                        : ColorRole::Muted;
            figures.push_back({speedText(*ratio), color});
        }
        figures.push_back({differenceText(difference), ColorRole::Muted});
        return figures;
    }

    static FontRole figureFont(std::size_t number) { return number < 2 ? FontRole::Name : FontRole::Summary; }

    double figuresWidth(std::size_t run) const
    {
        double width = BarToFigure;
        const std::vector<ColoredText> figures = figuresOf(run);
        for (std::size_t i = 0; i < figures.size(); ++i)
            width += ChartFonts::width(figureFont(i), figures[i].text) + FigureGap;
        return width;
    }

    /// The totals as bars on the chart's own axis.
    void addBand()
    {
        const double height = 2 * BandPadding + BandRowHeight * double(m_comparison.runCount());
        m_behind.push_back(Panel{QRectF(0, m_y, m_options.width, height), ColorRole::Background, 0});
        addGrid(m_y, m_y + height);
        const double top = snappedToPixel(m_y);
        m_items.add(Rule{QLineF(0, top, m_options.width, top), ColorRole::Border, 1});
        for (std::size_t run = 0; run < m_comparison.runCount(); ++run) {
            const double middle = m_y + BandPadding + BandRowHeight * (double(run) + 0.5);
            m_items.addText(Padding, middle,
                            ChartFonts::elided(FontRole::Summary, title(run), m_left - ColumnGap - Padding),
                            FontRole::Summary, ColorRole::Text);
            const TimeScale scale = scaleOf(run);
            const PixelSpan span{m_left, scale.toX(startOf(run) + m_comparison.total(run))};
            m_items.add(Panel{snappedRect(span, middle - BandBarHeight / 2, BandBarHeight),
                              run == 0 ? ColorRole::Muted : ColorRole::Accent, 3});
            double x = std::round(span.right) + BarToFigure;
            const std::vector<ColoredText> figures = figuresOf(run);
            // No line of the grid goes through figures.
            m_items.add(Panel{QRectF(x - 4, middle - BandBarHeight / 2, figuresWidth(run) - BarToFigure, BandBarHeight),
                              ColorRole::Background, 0});
            for (std::size_t i = 0; i < figures.size(); ++i) {
                m_items.addText(x, middle, figures[i].text, figureFont(i), figures[i].color);
                x += ChartFonts::width(figureFont(i), figures[i].text) + FigureGap;
            }
        }
        m_y += height;
        if (m_comparison.runCount() != 2)
            m_items.add(
                Rule{QLineF(0, snappedToPixel(m_y), m_options.width, snappedToPixel(m_y)), ColorRole::Border, 1});
    }

    void addFooter()
    {
        if (m_comparison.runCount() == 2)
            m_items.add(
                Rule{QLineF(0, snappedToPixel(m_y), m_options.width, snappedToPixel(m_y)), ColorRole::Border, 1});
        m_y += FooterPadding;
        const double room = m_options.width - 2 * Padding;
        for (const QString &line : wrappedText(FontRole::Total, totalsText(m_comparison), room)) {
            m_items.addText(Padding, m_y + TotalsHeight / 2, line, FontRole::Total, ColorRole::Text);
            m_y += TotalsHeight;
        }
        const std::vector<Diagnosis> reasons = reasonsOf(m_comparison);
        for (const Diagnosis &reason : reasons) {
            m_y += ReasonGap;
            const QString &text = m_options.language == u"zh_CN" ? reason.zhCN : reason.en;
            for (const QString &line : wrappedText(FontRole::Summary, shownSentence(text), room)) {
                m_items.addText(Padding, m_y + LineHeight / 2, line, FontRole::Summary, ColorRole::Text);
                m_y += LineHeight;
            }
        }
        m_y += BottomPadding;
    }

    /// At the right of the first title, or above it in lines. Returns what it needs above.
    double addLegend()
    {
        const std::vector<LegendEntry> legend = legendEntries(m_items.seen());
        const double width = legendWidth(legend);
        const bool isBeside = m_firstTitleRight + width <= m_options.width - Padding;
        double x = isBeside ? m_options.width - Padding - width : Padding;
        double y = (isBeside ? SectionHeight : LegendHeight + 8) / 2;
        for (const LegendEntry &entry : legend) {
            if (x > Padding && x + entry.width > m_options.width - Padding + 0.5) {
                x = Padding;
                y += LegendHeight;
            }
            addLegendEntry(m_items, entry, x, y);
            x += entry.width + LegendGap;
        }
        return isBeside || legend.empty() ? 0 : y + LegendHeight / 2;
    }

    void addAxis()
    {
        for (const Tick &tick : m_ticks)
            addTickLabel(m_items, axis(), tick, m_y + AxisHeight / 2);
        m_y += AxisHeight;
    }

    /// Behind everything, but not behind words.
    void addGrid(double top, double bottom)
    {
        for (const Tick &tick : m_ticks) {
            const double x = snappedToPixel(axis().toX(tick.at));
            m_behind.push_back(Rule{QLineF(x, top, x, bottom), ColorRole::Grid, 1});
        }
    }

    TimeScale axis() const { return {Time{}, m_longest, m_left, m_width}; }

    const Comparison &m_comparison;
    const CompareChartOptions &m_options;
    std::vector<RunRows> m_runs;
    LaneLayout m_layout;
    Time m_longest{};
    double m_left = 0;
    double m_width = 0;
    double m_firstTitleRight = 0;
    double m_y = 0;
    std::vector<Tick> m_ticks;
    ChartItems m_items;
    std::vector<DisplayItem> m_behind;
};

} // namespace

DisplayList buildComparisonChart(const Comparison &comparison, const CompareChartOptions &options)
{
    return Builder(comparison, options).build();
}

Sheet comparisonSheet(const Comparison &comparison, const CompareChartOptions &options)
{
    return fittedSheet(options.paper, [&](double width) {
        CompareChartOptions fitted = options;
        fitted.width = width;
        return buildComparisonChart(comparison, fitted);
    });
}

std::optional<QString> writeComparisonChart(const Comparison &comparison, const QString &fileName,
                                            const CompareChartOptions &options)
{
    return writeSheets({comparisonSheet(comparison, options)}, fileName, options.theme, options.titles.join(u" · "_s));
}

QString totalsText(const Comparison &comparison)
{
    if (comparison.runCount() == 2) {
        const QString totals = u"%1 → %2"_s.arg(durationText(comparison.total(0)), durationText(comparison.total(1)));
        const auto ratio = comparison.ratio(1);
        return ratio ? u"%1 · %2"_s.arg(totals, speedText(*ratio)) : totals;
    }
    QStringList parts;
    for (std::size_t run = 0; run < comparison.runCount(); ++run) {
        QString part = u"%1 %2"_s.arg(Comparison::letterOf(run), durationText(comparison.total(run)));
        const auto ratio = comparison.ratio(run);
        if (run > 0 && ratio)
            part += u" (%1)"_s.arg(speedText(*ratio));
        parts << part;
    }
    return parts.join(u" · "_s);
}

QString differenceText(Time difference)
{
    if (difference == Time{})
        return u"±0 s"_s;
    return (difference < Time{} ? u"−"_s : u"+"_s) + durationText(std::chrono::abs(difference));
}

QStringList wrappedText(FontRole font, const QString &text, double width)
{
    QStringList lines;
    QTextBoundaryFinder finder(QTextBoundaryFinder::Line, text);
    qsizetype begin = 0;
    qsizetype end = 0;
    const auto lineTo = [&](qsizetype to) { return text.sliced(begin, to - begin).trimmed(); };
    for (qsizetype next = finder.toNextBoundary(); next >= 0; next = finder.toNextBoundary()) {
        if (end > begin && ChartFonts::width(font, lineTo(next)) > width) {
            lines << lineTo(end);
            begin = end;
        }
        end = next;
    }
    if (const QString last = lineTo(end); !last.isEmpty())
        lines << last;
    return lines;
}

} // namespace Playground
