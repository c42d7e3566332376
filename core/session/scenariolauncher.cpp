// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/scenariolauncher.h"

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

QString clockName(Trace::ClockMode mode)
{
    switch (mode) {
    case Trace::ClockMode::Real:
        return u"real"_s;
    case Trace::ClockMode::Scaled:
        return u"scaled"_s;
    case Trace::ClockMode::Instant:
        return u"instant"_s;
    }
    Q_UNREACHABLE();
}

QString networkName(Trace::NetworkMode mode)
{
    switch (mode) {
    case Trace::NetworkMode::Simulated:
        return u"simulated"_s;
    case Trace::NetworkMode::Real:
        return u"real"_s;
    case Trace::NetworkMode::None:
        return u"none"_s;
    }
    Q_UNREACHABLE();
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
                          {u"--trace"_s, QString::number(traceDescriptor), u"--clock"_s, clockName(request.clock),
                           u"--speed"_s, QString::number(request.speed, 'g', 17), u"--network"_s,
                           networkName(request.network)}};
    if (!sourceFile.isEmpty())
        command.arguments << u"--source"_s << sourceFile;
    command.arguments << u"--"_s << request.program << request.arguments;
    return command;
}

} // namespace Playground
