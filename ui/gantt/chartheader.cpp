// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/gantt/chartheader.h"

#include "ui/gantt/chartfonts.h"
#include "ui/gantt/momentwords.h"
#include "ui/run/replay.h"
#include "ui/run/runview.h"
#include "ui/theme/appearance.h"

#include <QEvent>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace Playground {

namespace {

constexpr double Height = 40;
constexpr double Side = 14;
constexpr double TextGap = 12;
constexpr double BeforeLegend = 20;
constexpr double SwatchesGap = 8;

} // namespace

ChartHeader::ChartHeader(Appearance *appearance, RunView *run, QWidget *parent)
    : QWidget(parent)
    , m_appearance(appearance)
    , m_run(run)
{
    setObjectName(u"chartHeader"_s);
    setAttribute(Qt::WA_OpaquePaintEvent);
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    connect(run, &RunView::advanced, this, &ChartHeader::refresh);
    connect(run, &RunView::phaseChanged, this, &ChartHeader::refresh);
    connect(run, &RunView::startStepChanged, this, &ChartHeader::refresh);
    connect(run, &RunView::reset, this, &ChartHeader::refresh);
    connect(appearance, &Appearance::changed, this, [this] {
        updateGeometry();
        refresh();
    });
    refresh();
}

void ChartHeader::setReplay(const Replay *replay)
{
    m_replay = replay;
    connect(replay, &Replay::moved, this, &ChartHeader::refresh);
    connect(replay, &Replay::playingChanged, this, &ChartHeader::refresh);
    refresh();
}

void ChartHeader::setSeenStates(const SeenStates &seen)
{
    m_seen = seen;
    refresh();
}

QSize ChartHeader::sizeHint() const
{
    return {m_appearance->px(480), m_appearance->px(Height)};
}

QSize ChartHeader::minimumSizeHint() const
{
    return {m_appearance->px(120), m_appearance->px(Height)};
}

void ChartHeader::refresh()
{
    layOut();
    update();
}

void ChartHeader::layOut()
{
    ChartItems items;
    const double width = this->width() / m_appearance->scale();
    const double line = snappedToPixel(Height - 1);
    items.add(Panel{QRectF(0, 0, width, Height), ColorRole::Surface, 0});
    items.add(Rule{QLineF(0, line, width, line), ColorRole::Border, 1});
    m_moment.clear();
    const auto moment = replayedMoment(m_replay);
    const double right = moment ? addMoment(items, *moment) : addTexts(items);
    const LegendForm form = addLegend(items, right + BeforeLegend);
    QStringList legend;
    for (const LegendEntry &entry : legendEntries(m_seen))
        legend << entry.name;
    QStringList tips;
    if (moment)
        tips << m_moment;
    if (form != LegendForm::Words)
        tips << legend.join(u" · "_s);
    const QString tip = tips.join(u'\n');
    if (tip != toolTip())
        setToolTip(tip);
    m_items = items.take();
}

QString ChartHeader::startText() const
{
    switch (m_run->startStep()) {
    case RunView::StartStep::PreparingHeader:
    case RunView::StartStep::Compiling:
    case RunView::StartStep::Linking:
        return tr("building…");
    case RunView::StartStep::Launching:
        return tr("starting…");
    }
    Q_UNREACHABLE();
}

/// Returns where something else may begin.
double ChartHeader::addTexts(ChartItems &items)
{
    const Timeline &timeline = m_run->timeline();
    const Totals totals = timeline.totals(m_run->now());
    const bool isOver = m_run->phase() == RunView::Phase::Ended;
    const double middle = (Height - 1) / 2;
    const double most = width() / m_appearance->scale() - Side;
    const QString total = isOver ? durationText(totals.wall) : countingText(totals.wall);
    items.addCount(Side, middle, total, FontRole::Total, ColorRole::Text);
    double x = Side + ChartFonts::countingWidth(FontRole::Total, total) + TextGap;
    const bool isStarting = m_run->phase() == RunView::Phase::Starting && !m_run->isStopping();
    const ColoredText condition =
        isStarting ? ColoredText{startText(), ColorRole::Muted} : conditionText(timeline, m_run->isStopping());
    QStringList told{condition.text};
    // What does not fit whole is left out, from the end.
    const auto add = [&](const QString &text, ColorRole color) {
        const double wide = ChartFonts::countingWidth(FontRole::Summary, text);
        if (x + wide > most)
            return false;
        items.addCount(x, middle, text, FontRole::Summary, color);
        x += wide;
        return true;
    };
    bool fits = add(condition.text, condition.color);
    if (!fits) {
        items.addText(x, middle, ChartFonts::elided(FontRole::Summary, condition.text, most - x), FontRole::Summary,
                      condition.color);
        x = most;
    }
    if (m_run->phase() != RunView::Phase::Starting) {
        told << taskCountText(totals);
        for (const QString &text : {taskCountText(totals), totals.tasks > 0 ? concurrencyText(totals) : QString()}) {
            if (!text.isEmpty())
                fits = fits && add(u" · "_s + text, ColorRole::Muted);
        }
    }
    if (isOver) {
        told.prepend(total);
        if (totals.tasks > 0)
            told << concurrencyText(totals);
    }
    tell(told.join(u", "_s));
    return x;
}

/// The same for the moment that is replayed. What does not fit is left out, from the end, and is in the tool tip.
double ChartHeader::addMoment(ChartItems &items, Trace::Time at)
{
    const Timeline &timeline = m_run->timeline();
    const RunMoment moment = momentOf(timeline, at);
    m_moment = momentSentence(timeline, moment);
    const double middle = (Height - 1) / 2;
    const double most = width() / m_appearance->scale() - Side;
    const QString head = momentText(at, m_replay->end());
    items.addCount(Side, middle, head, FontRole::Total, ColorRole::Accent);
    // The words keep their place while the figures change.
    double x = Side
        + std::max(ChartFonts::countingWidth(FontRole::Total, head),
                   ChartFonts::countingWidth(FontRole::Total, momentText(m_replay->end(), m_replay->end())));
    for (const MomentWords &words : momentWords(timeline, moment)) {
        const double chip = words.chip ? Metrics::ChipSize + Metrics::ChipToName : 0;
        const double wide = ChartFonts::width(FontRole::Summary, words.text);
        if (x + TextGap + chip + wide > most)
            break;
        x += TextGap;
        if (words.chip) {
            const QRectF place(x, middle - Metrics::ChipSize / 2, Metrics::ChipSize, Metrics::ChipSize);
            items.add(Chip{place, *words.chip});
        }
        items.addText(x + chip, middle, words.text, FontRole::Summary, words.color);
        x += chip + wide;
    }
    if (!m_replay->isPlaying()) // nobody can listen as fast as it goes
        tell(u"%1: %2"_s.arg(head, m_moment));
    return x;
}

void ChartHeader::tell(const QString &name)
{
    if (std::exchange(m_told, name) != name)
        setAccessibleName(name);
}

ChartHeader::LegendForm ChartHeader::addLegend(ChartItems &items, double from)
{
    const auto legend = legendEntries(m_seen);
    const double right = width() / m_appearance->scale() - Side;
    const double middle = (Height - 1) / 2;
    if (legend.empty() || from + legendWidth(legend) <= right) {
        double x = right - legendWidth(legend);
        for (const LegendEntry &entry : legend) {
            addLegendEntry(items, entry, x, middle);
            x += entry.width + Metrics::LegendGap;
        }
        return LegendForm::Words;
    }
    const double swatches = double(legend.size()) * (Metrics::SwatchWidth + SwatchesGap) - SwatchesGap;
    if (from + swatches > right)
        return LegendForm::None;
    double x = std::round(right - swatches);
    for (const LegendEntry &entry : legend) {
        const QRectF swatch(x, middle - Metrics::SwatchHeight / 2, Metrics::SwatchWidth, Metrics::SwatchHeight);
        items.add(Bar{swatch, entry.state, {}, {}});
        x += Metrics::SwatchWidth + SwatchesGap;
    }
    return LegendForm::Swatches;
}

void ChartHeader::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const double scale = m_appearance->scale();
    painter.scale(scale, scale);
    m_painter.begin(m_appearance->theme(), m_appearance->contrast(), scale * devicePixelRatio(), 0);
    m_painter.paint(painter, m_items);
}

void ChartHeader::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        refresh();
    QWidget::changeEvent(event);
}

void ChartHeader::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    layOut();
}

} // namespace Playground
