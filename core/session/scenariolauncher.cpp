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

/// Reports that people can read; and mistakes that only show when the function has returned or at the end are looked
/// for as well.
QString sanitizerOptions(const RunLimits &limits)
{
    return u"color=never:print_legend=false:detect_leaks=true:detect_stack_use_after_return=true:"
           "stack_trace_format='    #%n %f %L':max_allocation_size_mb=%1"_s.arg(
               std::max<qint64>(1, limits.memory / (1024 * 1024)));
}

/// A program in C++ has its command line for itself: see core/runtime/asyncio/environment.h.
LaunchCommand cppCommand(const RunRequest &request, int traceDescriptor, const QString &sourceFile)
{
    const QString source = sourceFile.isEmpty() ? QFileInfo(request.program).absoluteFilePath() : sourceFile;
    LaunchCommand command{request.executable, request.arguments};
    const auto set = [&](const QString &name, const QString &value) {
        command.environment << u"%1=%2"_s.arg(name, value);
    };
    set(u"ASYNC_PLAYGROUND_TRACE"_s, QString::number(traceDescriptor));
    set(u"ASYNC_PLAYGROUND_CLOCK"_s, nameOf(request.clock));
    set(u"ASYNC_PLAYGROUND_SPEED"_s, QString::number(request.speed, 'g', 17));
    set(u"ASYNC_PLAYGROUND_NETWORK"_s, nameOf(request.network));
    set(u"ASYNC_PLAYGROUND_PROGRAM"_s, request.program);
    set(u"ASYNC_PLAYGROUND_SOURCE"_s, source);
    if (request.isSanitized) {
        set(u"ASAN_OPTIONS"_s, sanitizerOptions(request.limits));
        command.reservesAddresses = true;
    }
    return command;
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

QString languageOf(const QString &fileName)
{
    return scenarioLanguage(fileName) == ScenarioLanguage::Cpp ? u"cpp"_s : u"python"_s;
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
