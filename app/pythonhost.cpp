// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// async-playground-python: the process in which a Python scenario runs.
#include "core/python/interpreter.h"
#include "core/python/syntax.h"
#include "core/runtime/internet/internet.h"
#include "core/runtime/scenario.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QFile>
#include <QMetaEnum>

#include <cstdio>
#include <cstdlib>

#include <pthread.h>
#include <sys/resource.h>

using namespace Playground;
using namespace Qt::StringLiterals;

namespace {

constexpr int UsageError = 2;
/// The system's default counts against the run's memory limit with 8 MiB a thread, which would allow but a hundred.
constexpr size_t ThreadStackSize = 2 * 1024 * 1024;

[[noreturn]] void fail(const QString &message)
{
    std::fprintf(stderr, "async-playground-python: %s\n", qPrintable(message));
    std::exit(UsageError);
}

/// The enumerator whose name is `word`, in any case.
template <typename Enum>
Enum enumerator(const QString &word)
{
    const auto meta = QMetaEnum::fromType<Enum>();
    for (int i = 0; i < meta.keyCount(); ++i) {
        if (word.compare(QLatin1StringView(meta.key(i)), Qt::CaseInsensitive) == 0)
            return Enum(meta.value(i));
    }
    fail(u"unknown value: "_s + word);
}

void recordEnd(int status, void *)
{
    Scenario::instance().finish(status);
}

/// Of threads that are made from now on and do not say otherwise.
void limitThreadStacks()
{
    pthread_attr_t attributes;
    pthread_attr_init(&attributes);
    pthread_attr_setstacksize(&attributes, ThreadStackSize);
    pthread_setattr_default_np(&attributes);
    pthread_attr_destroy(&attributes);
}

/// A text that costs the compiler more than this is not looked at to the end.
void limitCheck()
{
    constexpr rlim_t cpuSeconds = 5;
    [[maybe_unused]] constexpr rlim_t memory = rlim_t(512) * 1024 * 1024;
    const rlimit time{cpuSeconds, cpuSeconds};
    setrlimit(RLIMIT_CPU, &time);
#if !defined(__SANITIZE_ADDRESS__) // which takes more of the address space than there is memory
    const rlimit space{memory, memory};
    setrlimit(RLIMIT_AS, &space);
#endif
    const rlimit none{0, 0};
    setrlimit(RLIMIT_CORE, &none);
}

/// Standard input is a program; what is wrong with it comes out as JSON.
int check()
{
    limitCheck();
    QFile input;
    QFile output;
    if (!input.open(stdin, QIODevice::ReadOnly) || !output.open(stdout, QIODevice::WriteOnly))
        fail(u"no standard input or output"_s);
    const QByteArray report = checkSyntax(input.readAll()) + '\n';
    return output.write(report) == report.size() && output.flush() ? EXIT_SUCCESS : EXIT_FAILURE;
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    parser.setApplicationDescription(u"Runs a Python scenario on the Qt event loop. Started by async-playground."_s);
    parser.addHelpOption();
    parser.addOptions({
        {u"trace"_s, u"File descriptor to write the trace to."_s, u"FD"_s, u"-1"_s},
        {u"clock"_s, u"real, scaled or instant."_s, u"MODE"_s, u"real"_s},
        {u"speed"_s, u"How many times as fast the scaled clock goes."_s, u"X"_s, u"1"_s},
        {u"network"_s, u"simulated, real or none."_s, u"MODE"_s, u"simulated"_s},
        {u"check"_s, u"Compile the text on standard input, do not run it, and say as JSON what is wrong with it."_s},
        {u"source"_s, u"File to read the program's text from, in place of FILE."_s, u"FILE"_s},
    });
    parser.addPositionalArgument(u"file"_s, u"The program."_s, u"FILE"_s);
    parser.addPositionalArgument(u"arguments"_s, u"What the program finds in sys.argv."_s, u"[ARGUMENTS…]"_s);
    parser.setOptionsAfterPositionalArgumentsMode(QCommandLineParser::ParseAsPositionalArguments);
    parser.process(application);
    if (parser.isSet(u"check"_s))
        return check();
    auto arguments = parser.positionalArguments();
    if (arguments.isEmpty())
        fail(u"no program given"_s);

    const QString file = arguments.takeFirst();
    QFile source(parser.isSet(u"source"_s) ? parser.value(u"source"_s) : file);
    if (!source.open(QIODevice::ReadOnly))
        fail(u"%1: %2"_s.arg(source.fileName(), source.errorString()));
    const PythonProgram program{file, source.readAll(), arguments};

    limitThreadStacks();
    Scenario::instance().start(
        {u"python"_s, Interpreter::description(), file, enumerator<Trace::ClockMode>(parser.value(u"clock"_s)),
         parser.value(u"speed"_s).toDouble(), enumerator<Trace::NetworkMode>(parser.value(u"network"_s)),
         parser.value(u"trace"_s).toInt()});
    Internet::start(Scenario::instance().options().network);
    // Also reached when the program leaves by sys.exit().
    ::on_exit(recordEnd, nullptr);
    return Interpreter::run(program);
}
