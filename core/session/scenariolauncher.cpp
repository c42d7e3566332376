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

LaunchCommand pythonCommand(const RunRequest &request, int traceDescriptor, const QString &sourceFile)
{
    LaunchCommand command{request.tools.pythonHost,
                          {u"--trace"_s, QString::number(traceDescriptor), u"--clock"_s, nameOf(request.clock),
                           u"--speed"_s, QString::number(request.speed, 'g', 17), u"--network"_s,
                           nameOf(request.network)}};
    if (!sourceFile.isEmpty())
        command.arguments << u"--source"_s << sourceFile;
    command.arguments << u"--"_s << request.program << request.arguments;
    return command;
}

/// A program in C++ has its command line for itself: see core/runtime/asyncio/environment.h.
LaunchCommand cppCommand(const RunRequest &request, int traceDescriptor, const QString &sourceFile)
{
    const QString source = sourceFile.isEmpty() ? QFileInfo(request.program).absoluteFilePath() : sourceFile;
    const auto setting = [](const QString &name, const QString &value) {
        return u"ASYNC_PLAYGROUND_%1=%2"_s.arg(name, value);
    };
    return {request.executable,
            request.arguments,
            {setting(u"TRACE"_s, QString::number(traceDescriptor)), setting(u"CLOCK"_s, nameOf(request.clock)),
             setting(u"SPEED"_s, QString::number(request.speed, 'g', 17)),
             setting(u"NETWORK"_s, nameOf(request.network)), setting(u"PROGRAM"_s, request.program),
             setting(u"SOURCE"_s, source)}};
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
    if (fileName.endsWith(u".cpp"_s, Qt::CaseInsensitive))
        return ScenarioLanguage::Cpp;
    return std::nullopt;
}

QStringList scenarioEndings()
{
    return {u".py"_s, u".cpp"_s};
}

LaunchCommand launchCommand(const RunRequest &request, ScenarioLanguage language, int traceDescriptor,
                            const QString &sourceFile)
{
    switch (language) {
    case ScenarioLanguage::Python:
        return pythonCommand(request, traceDescriptor, sourceFile);
    case ScenarioLanguage::Cpp:
        return cppCommand(request, traceDescriptor, sourceFile);
    }
    Q_UNREACHABLE();
}

} // namespace Playground
