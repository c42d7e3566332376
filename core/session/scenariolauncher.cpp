// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/scenariolauncher.h"

#include "core/trace/names.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

namespace Playground {
namespace {

using namespace Qt::StringLiterals;

QString toolPath(const QString &name)
{
    const QDir beside(QCoreApplication::applicationDirPath());
    const QString installed = beside.filePath(u"../libexec/async-playground/"_s + name);
    return QFileInfo::exists(installed) && !beside.exists(name) ? QDir::cleanPath(installed) : beside.filePath(name);
}

QString hostOf(ScenarioLanguage language, const RunTools &tools)
{
    switch (language) {
    case ScenarioLanguage::Python:
        return tools.pythonHost;
    }
    Q_UNREACHABLE();
}

} // namespace

RunTools RunTools::ofApplication()
{
    return {toolPath(u"async-playground-supervisor"_s), toolPath(u"async-playground-python"_s)};
}

std::optional<ScenarioLanguage> scenarioLanguage(const QString &fileName)
{
    if (fileName.endsWith(u".py"_s, Qt::CaseInsensitive) || fileName.endsWith(u".pyw"_s, Qt::CaseInsensitive))
        return ScenarioLanguage::Python;
    return std::nullopt;
}

QStringList scenarioEndings()
{
    return {u".py"_s};
}

LaunchCommand launchCommand(const RunRequest &request, ScenarioLanguage language, int traceDescriptor,
                            const QString &sourceFile)
{
    LaunchCommand command{hostOf(language, request.tools),
                          {u"--trace"_s, QString::number(traceDescriptor), u"--clock"_s, nameOf(request.clock),
                           u"--speed"_s, QString::number(request.speed, 'g', 17), u"--network"_s,
                           nameOf(request.network)}};
    if (!sourceFile.isEmpty())
        command.arguments << u"--source"_s << sourceFile;
    command.arguments << u"--"_s << request.program << request.arguments;
    return command;
}

} // namespace Playground
