// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/statusline.h"
#include "core/insight/moment.h"
#include "ui/compare/partnerruns.h"
#include "ui/gantt/charttext.h"
#include "ui/gantt/coordinates.h"
#include "ui/run/comparedruns.h"
#include "ui/run/currentrun.h"
#include "ui/run/replay.h"
#include "ui/theme/appearance.h"

#include <QEvent>
#include <QHBoxLayout>

#include <algorithm>

namespace Playground {

namespace {

using namespace Qt::StringLiterals;

/// Figures that change sixty times a second cannot be read, and each time the labels are laid out again.
constexpr int FiguresRefresh = 100; // ms
/// Of a replay they are worked out of all that the run did before; that takes at most one part of so many.
constexpr int MostOfTime = 10;

/// A label whose text changes sixty times a second must not move what stands beside it, nor be laid out for nothing.
void setTextOf(QLabel &label, const QString &text)
{
    if (label.text() != text)
        label.setText(text);
    label.setVisible(!text.isEmpty());
}

} // namespace

StatusLine::StatusLine(Appearance *appearance, CurrentRun *run, const ComparedRuns *compared,
                       const PartnerRuns *partners, QWidget *parent)
    : QWidget(parent)
    , m_appearance(appearance)
    , m_run(run)
    , m_compared(compared)
    , m_partners(partners)
{
    setObjectName("statusLine"_L1);
    m_state.setObjectName("state"_L1);
    m_concurrency.setObjectName("concurrency"_L1);
    m_block.setObjectName("longestBlock"_L1);
    m_network.setObjectName("networkNote"_L1);
    m_runtime.setObjectName("runtime"_L1);
    for (QLabel *label : {&m_state, &m_concurrency, &m_block, &m_network, &m_runtime})
        label->setProperty("role", u"small"_s);
    auto *layout = new QHBoxLayout(this);
    layout->addWidget(&m_state);
    layout->addWidget(&m_concurrency);
    layout->addWidget(&m_block);
    layout->addStretch(1);
    layout->addWidget(&m_network);
    layout->addWidget(&m_runtime);

    connect(run, &CurrentRun::reset, this, &StatusLine::showRun);
    connect(run, &CurrentRun::phaseChanged, this, &StatusLine::showRun);
    connect(run, &CurrentRun::startStepChanged, this, &StatusLine::showRun);
    connect(run, &CurrentRun::advanced, this, [this] {
        if (m_run->phase() != CurrentRun::Phase::Live || m_sinceFigures.hasExpired(FiguresRefresh))
            showFigures();
    });
    m_moment.setSingleShot(true);
    connect(&m_moment, &QTimer::timeout, this, &StatusLine::showFigures);
    connect(compared, &ComparedRuns::changed, this, &StatusLine::noteComparison);
    for (const auto signal : {&PartnerRuns::started, &PartnerRuns::finished, &PartnerRuns::stopped})
        connect(partners, signal, this, &StatusLine::noteComparison);
    connect(partners, &PartnerRuns::failed, this, &StatusLine::noteComparison);
    connect(partners, &PartnerRuns::advanced, this, [this] {
        if (m_isComparing)
            showState(); // it may be stopping
    });
    connect(appearance, &Appearance::changed, this, &StatusLine::showRun);
    showRun();
}

void StatusLine::setReplay(const Replay *replay)
{
    m_replay = replay;
    connect(replay, &Replay::moved, this, &StatusLine::noteMoment);
}

void StatusLine::setComparing(bool isComparing)
{
    m_isComparing = isComparing;
    showRun();
}

void StatusLine::noteComparison()
{
    if (m_isComparing)
        showRun();
}

/// The figures come a moment later, where the head moves all the time.
void StatusLine::noteMoment()
{
    showState();
    if (!m_replay || m_replay->isAtEnd())
        showFigures();
    else if (!m_moment.isActive())
        m_moment.start();
}

void StatusLine::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        showRun();
    QWidget::changeEvent(event);
}

void StatusLine::showRun()
{
    const auto px = [this](int length) { return m_appearance->px(length); };
    setFixedHeight(px(32)); // whatever script stands in it
    layout()->setContentsMargins(px(14), 0, px(14), 0);
    layout()->setSpacing(px(20));
    showState();
    showFigures();
    const Trace::RunStarted &run = m_run->timeline().run();
    const bool isSimulated = !m_isComparing && !run.language.isEmpty() && run.network == Trace::NetworkMode::Simulated
        && !m_run->timeline().networkPhases().empty();
    setTextOf(m_network, isSimulated ? tr("The network was simulated") : QString());
    // Large type needs the room for what the run says of itself.
    setTextOf(m_runtime, m_appearance->scale() > 1 ? QString() : runtimeText());
}

void StatusLine::showState()
{
    const QString style = u"color: %1"_s.arg(stateColor().name());
    if (m_state.styleSheet() != style)
        m_state.setStyleSheet(style);
    setTextOf(m_state, stateText());
}

void StatusLine::showFigures()
{
    m_moment.stop();
    m_sinceFigures.start();
    const Totals totals = m_isComparing ? Totals() : this->totals();
    setTextOf(m_concurrency, m_isComparing ? comparisonText() : concurrencyText(totals));
    setTextOf(m_block, blockText(totals));
    m_moment.setInterval(int(std::max<qint64>(FiguresRefresh, MostOfTime * m_sinceFigures.elapsed())));
}

Totals StatusLine::totals() const
{
    const auto moment = replayedMoment(m_replay);
    return moment ? totalsAt(m_run->timeline(), *moment) : m_run->totals();
}

/// The totals of what is compared, and how many times as fast the second of two is.
QString StatusLine::comparisonText() const
{
    const QList<RunRecord> &runs = m_compared->runs();
    if (m_partners->isActive() || runs.size() < 2)
        return {};
    const auto total = [&runs](qsizetype run) { return runs[run].timeline->totals().wall; };
    QStringList texts;
    for (qsizetype run = 0; run < runs.size(); ++run)
        texts << Comparison::letterOf(std::size_t(run)) + u' ' + durationText(total(run));
    const QString text = texts.join(runs.size() == 2 ? u" → "_s : u" · "_s);
    if (runs.size() > 2 || total(0) <= Trace::Time{} || total(1) <= Trace::Time{})
        return text;
    //: the totals of two runs, as "A 5.00 s → B 3.00 s", and how many times as fast the second is, such as 1.67
    return tr("%1: %2×").arg(text, factorText(double(total(0).count()) / double(total(1).count())));
}

QString StatusLine::stateText() const
{
    if (m_isComparing && m_partners->isActive())
        return m_partners->isStopping() ? tr("● Stopping") : tr("● Running");
    if (m_isComparing)
        return tr("Comparison");
    if (replayedMoment(m_replay))
        return tr("▶ Replay");
    switch (m_run->phase()) {
    case CurrentRun::Phase::None:
        return tr("Ready");
    case CurrentRun::Phase::Starting:
        if (m_run->isStopping())
            return tr("● Stopping");
        return m_run->startStep() == CurrentRun::StartStep::Launching ? tr("● Starting") : tr("● Building");
    case CurrentRun::Phase::Live:
        return m_run->isStopping() ? tr("● Stopping") : tr("● Running");
    case CurrentRun::Phase::Ended:
        break;
    }
    const RunOutcome &outcome = m_run->timeline().outcome();
    switch (outcome.outcome) {
    case Outcome::Running:
    case Outcome::Finished:
        return tr("✓ Finished");
    case Outcome::Failed:
        return m_run->couldNotStart() ? tr("✗ Not started") : tr("✗ Failed, exit code %1").arg(outcome.exitCode);
    case Outcome::Stopped:
        return tr("■ Stopped");
    case Outcome::TimedOut:
        return tr("■ Stopped at the time limit");
    case Outcome::Crashed:
        return tr("✗ Crashed");
    }
    Q_UNREACHABLE();
}

QColor StatusLine::stateColor() const
{
    const auto role = [this] {
        if (m_isComparing)
            return m_partners->isActive() ? ColorRole::Accent : ColorRole::Muted;
        if (m_run->isActive() || replayedMoment(m_replay))
            return ColorRole::Accent;
        if (m_run->phase() == CurrentRun::Phase::None)
            return ColorRole::Muted;
        switch (m_run->timeline().outcome().outcome) {
        case Outcome::Running:
        case Outcome::Finished:
            return ColorRole::Done;
        case Outcome::Stopped:
        case Outcome::TimedOut:
            return ColorRole::Cancelled;
        case Outcome::Failed:
        case Outcome::Crashed:
            return ColorRole::Failed;
        }
        Q_UNREACHABLE();
    };
    return m_appearance->color(role());
}

QString StatusLine::concurrencyText(const Totals &totals) const
{
    if (totals.wall <= Trace::Time{} || totals.waiting <= Trace::Time{})
        return {};
    //: %1 and %2 are durations such as "5.00 s", %3 a factor such as 1.67
    return tr("%1 of waiting in %2: %3×")
        .arg(durationText(totals.waiting), durationText(totals.wall), factorText(totals.concurrency));
}

QString StatusLine::blockText(const Totals &totals) const
{
    if (totals.longestBlock <= Trace::Time{})
        return {};
    //: how long one task kept all others from running
    return tr("longest hold of the loop %1").arg(durationText(totals.longestBlock));
}

QString StatusLine::runtimeText() const
{
    const QString qt = u"Qt %1"_s.arg(QLatin1StringView(qVersion()));
    const QString runtime = m_run->timeline().run().runtime;
    return runtime.isEmpty() || runtime == qt ? qt : runtime + u" · "_s + qt;
}

} // namespace Playground
