// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/statusline.h"
#include "ui/gantt/charttext.h"
#include "ui/gantt/coordinates.h"
#include "ui/run/currentrun.h"
#include "ui/theme/appearance.h"

#include <QEvent>
#include <QHBoxLayout>

namespace Playground {

namespace {

using namespace Qt::StringLiterals;

/// Figures that change sixty times a second cannot be read, and each time the labels are laid out again.
constexpr int FiguresRefresh = 100; // ms

/// A label whose text changes sixty times a second must not move what stands beside it, nor be laid out for nothing.
void setTextOf(QLabel &label, const QString &text)
{
    if (label.text() != text)
        label.setText(text);
    label.setVisible(!text.isEmpty());
}

} // namespace

StatusLine::StatusLine(Appearance *appearance, CurrentRun *run, QWidget *parent)
    : QWidget(parent)
    , m_appearance(appearance)
    , m_run(run)
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
    connect(appearance, &Appearance::changed, this, &StatusLine::showRun);
    showRun();
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
    const bool isSimulated = !run.language.isEmpty() && run.network == Trace::NetworkMode::Simulated
        && !m_run->timeline().networkPhases().empty();
    setTextOf(m_network, isSimulated ? tr("The network was simulated") : QString());
    // Large type needs the room for what the run says of itself.
    setTextOf(m_runtime, m_appearance->scale() > 1 ? QString() : runtimeText());
}

void StatusLine::showState()
{
    m_state.setStyleSheet(u"color: %1"_s.arg(stateColor().name()));
    setTextOf(m_state, stateText());
}

void StatusLine::showFigures()
{
    m_sinceFigures.start();
    setTextOf(m_concurrency, concurrencyText());
    setTextOf(m_block, blockText());
}

QString StatusLine::stateText() const
{
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
        if (m_run->isActive())
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

QString StatusLine::concurrencyText() const
{
    const Totals totals = m_run->totals();
    if (totals.wall <= Trace::Time{} || totals.waiting <= Trace::Time{})
        return {};
    //: %1 and %2 are durations such as "5.00 s", %3 a factor such as 1.67
    return tr("%1 of waiting in %2: %3×")
        .arg(durationText(totals.waiting), durationText(totals.wall), factorText(totals.concurrency));
}

QString StatusLine::blockText() const
{
    const Totals totals = m_run->totals();
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
