// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/exportcommands.h"
#include "core/insight/taskcsv.h"
#include "core/trace/chrometrace.h"
#include "ui/controls/noticebar.h"
#include "ui/gantt/chartbuilder.h"
#include "ui/gantt/chartexport.h"
#include "ui/gantt/ganttview.h"
#include "ui/run/currentrun.h"
#include "ui/window/actions.h"
#include "ui/window/settings.h"

#include <QAction>
#include <QDir>
#include <QFileInfo>

namespace Playground {

namespace {

using namespace Qt::StringLiterals;
using Id = Actions::Id;

constexpr auto Exported = "run"_L1; // what the settings call it

} // namespace

ExportCommands::ExportCommands(const Parts &parts)
    : QObject(parts.window)
    , m_parts(parts)
{
    connect((*m_parts.actions)[Id::ExportRun], &QAction::triggered, this, &ExportCommands::askHow);
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

void ExportCommands::askHow()
{
    const RunRecord run = m_parts.run->record();
    const VisibleRange &range = m_parts.chart->visibleRange();
    std::optional<TimeRange> visible;
    if (range.range() != range.whole())
        visible = range.range();
    const auto optionsFor = [title = run.title, visible,
                             marks = m_parts.chart->marks()->all()](const ExportChoice &choice) {
        return ChartOptions{.title = title,
                            .size = {},
                            .paper = choice.paper,
                            .range = choice.isVisibleRange ? visible : std::nullopt,
                            .hasTitle = choice.hasTitle,
                            .hasLegend = choice.hasLegend,
                            .marks = marks};
    };
    const auto sheets = [run, optionsFor](const ExportChoice &choice) {
        return chartSheets(*run.timeline, optionsFor(choice), mostSheetsIn(u'.' + endingOf(choice.format)));
    };
    const ExportChoice last = m_parts.settings->exportChoice(Exported);
    const bool canBePart = visible.has_value();
    auto *dialog = new ExportDialog(m_parts.appearance, {sheets, true, canBePart}, last, m_parts.window);
    connect(dialog, &ExportDialog::chosen, this, [this, dialog, run, optionsFor, last, canBePart] {
        const ExportChoice choice = dialog->choice();
        ExportChoice kept = choice;
        if (!canBePart)
            kept.isVisibleRange = last.isVisibleRange; // there was nothing to choose from
        m_parts.settings->setExportChoice(Exported, kept);
        const QString name = QFileInfo(run.title).completeBaseName();
        askForExportFile(dialog, name, [this, run, options = optionsFor(choice)](const QString &fileName) {
            exportTo(fileName, run, options);
        });
    });
    dialog->open();
}

/// By the file's ending, whatever was chosen before.
void ExportCommands::exportTo(const QString &fileName, const RunRecord &run, const ChartOptions &options)
{
    const Timeline &timeline = *run.timeline;
    const QString ending = QFileInfo(fileName).suffix().toLower();
    const std::optional<QString> problem = ending == endingOf(ExportFormat::Csv)
        ? writeExport(taskCsv(timeline), fileName)
        : ending == endingOf(ExportFormat::Trace) ? writeExport(chromeTraceJson(timeline), fileName)
                                                  : writeChart(timeline, fileName, options);
    const QString native = QDir::toNativeSeparators(fileName);
    tell(problem, [native] { return tr("The run is in %1.").arg(native); });
}

void ExportCommands::copyChart()
{
    const QString title = m_parts.run->record().title;
    const auto problem = copyPicture(buildChart(
        m_parts.run->timeline(), {.size = {}, .range = {}, .title = title, .marks = m_parts.chart->marks()->all()}));
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
