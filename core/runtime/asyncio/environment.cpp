// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/asyncio/environment.h"

#include "core/trace/names.h"

#include <QFile>

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <utility>

#include <fcntl.h>

using namespace Qt::StringLiterals;

namespace Playground {

namespace {

constexpr int UsageError = 2;

[[noreturn]] void fail(const char *variable, const QString &complaint)
{
    std::fprintf(stderr, "%s: %s\n", variable, qPrintable(complaint));
    std::exit(UsageError);
}

QString takeVariable(const char *name)
{
    const QString value = qEnvironmentVariable(name);
    qunsetenv(name);
    return value;
}

template <typename Enum>
Enum takeEnumerator(const char *variable, Enum fallback, std::initializer_list<Enum> all)
{
    const QString value = takeVariable(variable);
    if (value.isEmpty())
        return fallback;
    for (const Enum each : all) {
        if (value.compare(nameOf(each), Qt::CaseInsensitive) == 0)
            return each;
    }
    fail(variable, u"there is no “%1”"_s.arg(value));
}

int takeTraceDescriptor()
{
    constexpr auto variable = "ASYNC_PLAYGROUND_TRACE";
    const QString value = takeVariable(variable);
    if (value.isEmpty())
        return -1;
    bool isNumber = false;
    const int number = value.toInt(&isNumber);
    if (isNumber)
        return number;
    const int file = ::open(QFile::encodeName(value).constData(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
    if (file < 0)
        fail(variable, u"%1: %2"_s.arg(value, QString::fromLocal8Bit(std::strerror(errno))));
    return file;
}

double takeSpeed()
{
    constexpr auto variable = "ASYNC_PLAYGROUND_SPEED";
    const QString value = takeVariable(variable);
    if (value.isEmpty())
        return 1.0;
    bool isNumber = false;
    const double speed = value.toDouble(&isNumber);
    if (!isNumber || !(speed > 0))
        fail(variable, u"“%1” is no speed"_s.arg(value));
    return speed;
}

} // namespace

ScenarioEnvironment ScenarioEnvironment::take(const QString &program)
{
    using Trace::ClockMode;
    using Trace::NetworkMode;
    ScenarioEnvironment environment;
    auto &options = environment.options;
    options.language = u"cpp"_s;
    options.runtime = "Qt "_L1 + QLatin1StringView(qVersion());
    options.clock = takeEnumerator("ASYNC_PLAYGROUND_CLOCK", ClockMode::Real,
                                   {ClockMode::Real, ClockMode::Scaled, ClockMode::Instant});
    options.speed = takeSpeed();
    options.network = takeEnumerator("ASYNC_PLAYGROUND_NETWORK", NetworkMode::Real,
                                     {NetworkMode::Simulated, NetworkMode::Real, NetworkMode::None});
    const QString known = takeVariable("ASYNC_PLAYGROUND_PROGRAM");
    options.program = known.isEmpty() ? program : known;
    environment.source = takeVariable("ASYNC_PLAYGROUND_SOURCE");
    options.traceDescriptor = takeTraceDescriptor();
    return environment;
}

NetworkStarter &networkStarter() noexcept
{
    static constinit NetworkStarter starter = nullptr;
    return starter;
}

} // namespace Playground
