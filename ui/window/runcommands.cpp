// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/runcommands.h"
#include "core/catalog/workspace.h"
#include "core/session/mending.h"
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
    enableActions();
}

void RunCommands::connectActions()
{
    connect((*m_parts.actions)[Id::Run], &QAction::triggered, this, &RunCommands::run);
    connect((*m_parts.actions)[Id::Stop], &QAction::triggered, m_parts.run, &CurrentRun::stop);
}

void RunCommands::enableActions()
{
    const CurrentRun &run = *m_parts.run;
    (*m_parts.actions)[Id::Stop]->setEnabled(run.isActive() && !run.isStopping());
    (*m_parts.actions)[Id::ChartFollow]->setEnabled(run.isActive());
}

void RunCommands::run()
{
    const Document &document = m_parts.workspace->document();
    const Speed speed = m_parts.settings->speed();
    RunRequest request;
    request.program = document.path;
    const MendedSource mended = mendPython(document.text);
    request.source = mended.isChanged() ? mended.text.toUtf8() : document.source();
    request.clock = speed.clock;
    request.speed = speed.factor;
    request.network = m_parts.settings->network();
    request.tools = m_parts.tools;
    m_parts.selection->clear();
    m_shownProgram = document.path;
    m_parts.run->start(request);
}

/// The run of another program is no longer of interest; that of the same program with another text is.
void RunCommands::noteDocument()
{
    if (m_parts.workspace->document().path == m_shownProgram)
        return;
    m_shownProgram.clear();
    m_parts.selection->clear();
    m_parts.run->clear();
}

} // namespace Playground
