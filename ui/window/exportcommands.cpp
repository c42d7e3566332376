// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/exportcommands.h"
#include "core/insight/taskcsv.h"
#include "core/trace/chrometrace.h"
#include "ui/controls/filedialog.h"
#include "ui/controls/noticebar.h"
#include "ui/gantt/chartbuilder.h"
#include "ui/gantt/chartexport.h"
#include "ui/run/currentrun.h"
#include "ui/window/actions.h"

#include <QAction>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>

namespace Playground {

namespace {

using namespace Qt::StringLiterals;
using Id = Actions::Id;

} // namespace

ExportCommands::ExportCommands(const Parts &parts)
    : QObject(parts.window)
    , m_parts(parts)
{
    connect((*m_parts.actions)[Id::ExportRun], &QAction::triggered, this, &ExportCommands::askForFile);
    connect((*m_parts.actions)[Id::CopyChart], &QAction::triggered, this, &ExportCommands::copyChart);
    connect(m_parts.run, &CurrentRun::phaseChanged, this, &ExportCommands::enableActions);
    enableActions();
}

void ExportCommands::enableActions()
{
    const bool canExport = m_parts.run->phase() == CurrentRun::Phase::Ended && !m_parts.run->timeline().tasks().empty();
    for (const Id id : {Id::ExportRun, Id::CopyChart})
        (*m_parts.actions)[id]->setEnabled(canExport);
}

void ExportCommands::askForFile()
{
    const QStringList filters{tr("Chart: SVG (*.svg)"), tr("Chart: PNG (*.png)"), tr("Chart: PDF (*.pdf)"),
                              tr("Table of the tasks: CSV (*.csv)"), tr("Trace for Perfetto: JSON (*.json)")};
    QFileDialog *dialog = makeFileDialog(tr("Export the run"), filters, m_parts.window);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(u"svg"_s);
    connect(dialog, &QFileDialog::filterSelected, dialog, [dialog](const QString &filter) {
        const qsizetype ending = filter.lastIndexOf(u"*."_s);
        if (ending >= 0)
            dialog->setDefaultSuffix(filter.sliced(ending + 2).chopped(1));
    });
    dialog->selectFile(QFileInfo(m_parts.run->record().title).completeBaseName() + u".svg"_s);
    connect(dialog, &QFileDialog::fileSelected, this, &ExportCommands::exportTo);
    dialog->open();
}

/// By the file's ending.
void ExportCommands::exportTo(const QString &fileName)
{
    const Timeline &timeline = m_parts.run->timeline();
    const QString ending = QFileInfo(fileName).suffix().toLower();
    const std::optional<QString> problem = ending == u"csv" ? writeExport(taskCsv(timeline), fileName)
        : ending == u"json"
        ? writeExport(chromeTraceJson(timeline), fileName)
        : writeChart(timeline, fileName, {.theme = Theme::Light, .title = m_parts.run->record().title, .size = {}});
    const QString native = QDir::toNativeSeparators(fileName);
    tell(problem, [native] { return tr("The run is in %1.").arg(native); });
}

void ExportCommands::copyChart()
{
    const QString title = m_parts.run->record().title;
    const auto problem = copyPicture(buildChart(m_parts.run->timeline(), {.size = {}, .range = {}, .title = title}));
    tell(problem, [] { return tr("The chart is in the clipboard, as a picture."); });
}

void ExportCommands::tell(const std::optional<QString> &problem, const std::function<QString()> &success)
{
    if (problem)
        m_parts.notices->show({u"export"_s, Notice::Level::Error, [problem] { return *problem; }, {}});
    else
        m_parts.notices->show({u"export"_s, Notice::Level::Information, success, {}});
}

} // namespace Playground
