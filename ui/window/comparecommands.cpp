// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/comparecommands.h"
#include "core/catalog/workspace.h"
#include "ui/compare/comparepanel.h"
#include "ui/compare/partnerprograms.h"
#include "ui/compare/partnerruns.h"
#include "ui/controls/noticebar.h"
#include "ui/run/comparedruns.h"
#include "ui/run/currentrun.h"
#include "ui/window/actions.h"
#include "ui/window/runcommands.h"
#include "ui/window/settings.h"
#include "ui/window/windowlayout.h"

#include <QAction>

namespace Playground {

namespace {

using namespace Qt::StringLiterals;
using Id = Actions::Id;

constexpr auto Exported = "comparison"_L1; // what the settings call it

} // namespace

CompareCommands::CompareCommands(const Parts &parts)
    : QObject(parts.window)
    , m_parts(parts)
{
    connectActions();
    connect(m_parts.workspace, &Workspace::documentOpened, this, &CompareCommands::noteDocument);
    connect(m_parts.run, &CurrentRun::phaseChanged, this, &CompareCommands::noteRun);
    connect(m_parts.compared, &ComparedRuns::changed, this, &CompareCommands::enableActions);
    connect(m_parts.partners, &PartnerRuns::started, this, [this] {
        m_parts.layout->setComparing(true);
        enableActions();
    });
    connect(m_parts.partners, &PartnerRuns::finished, this, &CompareCommands::enableActions);
    connect(m_parts.partners, &PartnerRuns::stopped, this, &CompareCommands::enableActions);
    connect(m_parts.partners, &PartnerRuns::failed, this, &CompareCommands::enableActions);
    connect(m_parts.panel, &ComparePanel::closed, this, [this] { m_parts.layout->setComparing(false); });
    connect(m_parts.panel, &ComparePanel::partnersRequested, (*m_parts.actions)[Id::ComparePartner], &QAction::trigger);
    connect(m_parts.runCommands, &RunCommands::started, this, [this] { m_parts.layout->setComparing(false); });
    connect(m_parts.panel, &ComparePanel::saveRequested, this, &CompareCommands::saveChart);
    connect(m_parts.panel, &ComparePanel::resultChanged, this, &CompareCommands::enableActions);
    connect(m_parts.layout, &WindowLayout::comparingChanged, this, &CompareCommands::enableActions);
    noteDocument();
}

void CompareCommands::connectActions()
{
    const auto on = [this](Id id, auto &&does) { connect((*m_parts.actions)[id], &QAction::triggered, this, does); };
    on(Id::ComparePartner, [this] { start(partnerPrograms(*m_parts.workspace)); });
    on(Id::CompareLanguages, [this] { start(languagePrograms(*m_parts.workspace)); });
    on(Id::PinRun, [this] { pinRun(); });
    on(Id::ShowComparison, [this](bool shown) { m_parts.layout->setComparing(shown); });
    on(Id::SaveComparison, [this] { saveChart(); });
    on(Id::CopyComparison, [this] { m_parts.panel->copyChart(); });
}

void CompareCommands::enableActions()
{
    const auto enable = [this](Id id, bool can) { (*m_parts.actions)[id]->setEnabled(can); };
    const bool isIdle = !m_parts.partners->isActive();
    enable(Id::ComparePartner, isIdle && !m_partnerName.isEmpty());
    enable(Id::CompareLanguages, isIdle && m_hasTwin);
    enable(Id::PinRun, m_parts.run->phase() == CurrentRun::Phase::Ended && m_parts.run->record().isValid());
    enable(Id::SaveComparison, m_parts.panel->hasResult());
    enable(Id::CopyComparison, m_parts.panel->hasResult());
    (*m_parts.actions)[Id::ShowComparison]->setChecked(m_parts.layout->isComparing());
}

/// Whoever opens a program wants to see it.
void CompareCommands::noteDocument()
{
    const std::optional<PartnerPrograms> programs = partnerPrograms(*m_parts.workspace);
    m_partnerName.clear();
    if (programs) {
        const bool isFirst = programs->first.title == m_parts.workspace->document().title();
        m_partnerName = isFirst ? programs->second.title : programs->first.title;
    }
    m_hasTwin = languagePrograms(*m_parts.workspace).has_value();
    m_parts.layout->setComparing(false);
    enableActions();
    Q_EMIT partnerChanged();
}

// --- Two programs

void CompareCommands::start(const std::optional<PartnerPrograms> &programs)
{
    if (!programs)
        return;
    const auto prepared = [this](const PartnerPrograms::Program &program) {
        return PartnerRuns::Program{m_parts.runCommands->requestFor(program.document),
                                    {program.title, program.document.example}};
    };
    const bool atOnce = m_parts.settings->comparesAtOnce();
    m_isFollowing = false;
    m_latest.reset();
    m_parts.partners->start(prepared(programs->first), prepared(programs->second),
                            atOnce ? PartnerRuns::Order::AtOnce : PartnerRuns::Order::InTurn);
}

// --- One run and those that follow

void CompareCommands::pinRun()
{
    const RunRecord record = m_parts.run->record();
    if (!record.isValid())
        return;
    if (!std::exchange(m_isFollowing, true))
        m_parts.compared->clear(); // what two programs were compared for is over
    if (hasLatest() && m_parts.compared->isFull()) {
        tell(tr("Four runs are compared already. Take one away in the comparison before you keep this one."));
        return;
    }
    if (hasLatest()) {
        m_latest.reset();
        tell(tr("This run stays in the comparison; the next one comes below it."));
        return;
    }
    if (!m_parts.compared->pin(record)) {
        tell(tr("Four runs are kept already. Take one away in the comparison first."));
        return;
    }
    tell(tr("The run is kept. The next one is compared with it."));
}

/// Somebody may have taken it away.
bool CompareCommands::hasLatest() const
{
    const QList<RunRecord> &runs = m_parts.compared->runs();
    return m_latest && !runs.isEmpty() && runs.last().timeline == m_latest;
}

/// After a run was kept, the one that follows is shown below it, and replaced by the next.
void CompareCommands::noteRun()
{
    enableActions();
    const bool hasBaseline = m_isFollowing && !m_parts.compared->runs().isEmpty();
    if (m_parts.run->phase() != CurrentRun::Phase::Ended || !hasBaseline)
        return;
    const RunRecord record = m_parts.run->record();
    if (!record.isValid())
        return;
    if (hasLatest())
        m_parts.compared->replace(m_parts.compared->runs().size() - 1, record);
    else if (!m_parts.compared->pin(record))
        return;
    m_latest = record.timeline;
    m_parts.notices->dismiss(u"comparison"_s);
    m_parts.layout->setComparing(true);
}

// --- The picture

void CompareCommands::saveChart()
{
    ComparePanel *panel = m_parts.panel;
    const auto sheets = [panel](const ExportChoice &choice) {
        return panel->hasResult() ? ChartSheets{{panel->sheet(choice.paper)}} : ChartSheets();
    };
    ExportChoice last = m_parts.settings->exportChoice(Exported);
    if (!isPicture(last.format))
        last.format = ExportChoice().format;
    auto *dialog = new ExportDialog(m_parts.appearance, {sheets, false, false}, last, m_parts.window);
    connect(dialog, &ExportDialog::chosen, this, [this, dialog] {
        const ExportChoice choice = dialog->choice();
        m_parts.settings->setExportChoice(Exported, choice);
        askForExportFile(dialog, tr("comparison", "name of a file"),
                         [this, paper = choice.paper](const QString &path) { saveTo(path, paper); });
    });
    dialog->open();
}

void CompareCommands::saveTo(const QString &path, Paper paper)
{
    if (!m_parts.panel->hasResult())
        return; // it is being made anew
    if (const std::optional<QString> problem = m_parts.panel->saveChart(path, paper))
        m_parts.notices->show({u"comparison"_s, Notice::Level::Error, [problem] { return *problem; }, {}});
}

void CompareCommands::tell(const QString &text)
{
    m_parts.notices->show({u"comparison"_s, Notice::Level::Information, [text] { return text; }, {}});
}

} // namespace Playground
