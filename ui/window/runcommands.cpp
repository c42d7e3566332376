// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/runcommands.h"
#include "core/catalog/workspace.h"
#include "core/session/mending.h"
#include "ui/compare/partnerruns.h"
#include "ui/run/currentrun.h"
#include "ui/run/selection.h"
#include "ui/window/actions.h"
#include "ui/window/settings.h"

#include <QAction>

namespace Playground {

namespace {

using Id = Actions::Id;

} // namespace

RunCommands::RunCommands(const Parts &parts, QObject *parent)
    : QObject(parent)
    , m_parts(parts)
{
    connectActions();
    connect(m_parts.workspace, &Workspace::documentOpened, this, &RunCommands::noteDocument);
    connect(m_parts.run, &CurrentRun::phaseChanged, this, &RunCommands::enableActions);
    for (const auto signal : {&PartnerRuns::started, &PartnerRuns::finished, &PartnerRuns::stopped})
        connect(m_parts.partners, signal, this, &RunCommands::enableActions);
    connect(m_parts.partners, &PartnerRuns::failed, this, &RunCommands::enableActions);
    enableActions();
}

void RunCommands::connectActions()
{
    connect((*m_parts.actions)[Id::Run], &QAction::triggered, this, &RunCommands::run);
    connect((*m_parts.actions)[Id::Stop], &QAction::triggered, this, &RunCommands::stop);
}

void RunCommands::enableActions()
{
    const CurrentRun &run = *m_parts.run;
    const PartnerRuns &partners = *m_parts.partners;
    const bool canStop = (run.isActive() && !run.isStopping()) || (partners.isActive() && !partners.isStopping());
    (*m_parts.actions)[Id::Stop]->setEnabled(canStop);
    (*m_parts.actions)[Id::ChartFollow]->setEnabled(run.isActive());
}

RunRequest RunCommands::requestFor(const Document &program) const
{
    const Settings &settings = *m_parts.settings;
    const Speed speed = settings.speed();
    RunRequest request;
    request.program = program.path;
    request.source = program.source();
    if (program.language == u"python") {
        const MendedSource mended = mendPython(program.text);
        if (mended.isChanged())
            request.source = mended.text.toUtf8();
    }
    request.isSanitized = settings.isSanitizing();
    request.clock = speed.clock;
    request.speed = speed.factor;
    request.network = settings.network();
    request.tools = m_parts.tools;
    return request;
}

void RunCommands::run()
{
    const Document &document = m_parts.workspace->document();
    m_parts.selection->clear();
    m_shownProgram = document.path;
    Q_EMIT started();
    m_parts.run->start(requestFor(document), {document.title(), document.example});
}

void RunCommands::show(const RunRecord &run)
{
    m_parts.selection->clear();
    m_shownProgram = m_parts.workspace->document().path;
    m_parts.run->show(run);
}

void RunCommands::stop()
{
    m_parts.run->stop();
    m_parts.partners->stop();
    enableActions();
}

/// The run of another program is no longer of interest; that of the same program with another text is.
void RunCommands::noteDocument()
{
    const Document &document = m_parts.workspace->document();
    if (document.language == u"cpp")
        m_parts.run->prepareForCpp(m_parts.settings->isSanitizing());
    if (document.path == m_shownProgram)
        return;
    m_shownProgram.clear();
    m_parts.selection->clear();
    m_parts.run->clear();
}

} // namespace Playground
