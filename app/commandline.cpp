// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commandline.h"
#include "core/insight/comparison.h"
#include "core/session/runfile.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <cmath>
#include <functional>
#include <optional>
#include <vector>

namespace Playground {
namespace {

using namespace Qt::StringLiterals;

struct CommandLine {
    Q_DECLARE_TR_FUNCTIONS(CommandLine)
};

constexpr double SlowestSpeed = 0.01;
constexpr double FastestSpeed = 1000;
constexpr double LongestTimeLimit = 7 * 24 * 3600;
constexpr qsizetype MostCompared = qsizetype(Comparison::MostRuns);
constexpr int SmallestMemory = 64;
constexpr int LargestMemory = 1024 * 1024;

/// An option with a value. `take` returns a complaint, or nothing when the value is good.
struct Option {
    QString name;
    std::function<std::optional<QString>(const QString &value)> take;
};

std::optional<QString> takeSpeed(const QString &value, RunRequest &request)
{
    if (value == u"instant"_s) {
        request.clock = Trace::ClockMode::Instant;
        request.speed = 1.0;
        return std::nullopt;
    }
    bool isNumber = false;
    const double speed = value.toDouble(&isNumber);
    if (!isNumber || !(speed >= SlowestSpeed && speed <= FastestSpeed))
        return CommandLine::tr("--speed takes a number from 0.01 to 1000, or the word instant, but not “%1”.")
            .arg(value);
    request.clock = speed == 1.0 ? Trace::ClockMode::Real : Trace::ClockMode::Scaled;
    request.speed = speed;
    return std::nullopt;
}

std::optional<QString> takeNetwork(const QString &value, RunRequest &request)
{
    if (value == u"simulated"_s)
        request.network = Trace::NetworkMode::Simulated;
    else if (value == u"real"_s)
        request.network = Trace::NetworkMode::Real;
    else if (value == u"none"_s)
        request.network = Trace::NetworkMode::None;
    else
        return CommandLine::tr("--network takes simulated, real or none, but not “%1”.").arg(value);
    return std::nullopt;
}

std::optional<QString> takeTimeLimit(const QString &value, RunRequest &request)
{
    bool isNumber = false;
    const double seconds = value.toDouble(&isNumber);
    if (!isNumber || !(seconds > 0 && seconds <= LongestTimeLimit))
        return CommandLine::tr("--timeout takes a number of seconds above zero and of at most a week, but not “%1”.")
            .arg(value);
    request.limits.time = std::chrono::ceil<std::chrono::milliseconds>(std::chrono::duration<double>(seconds));
    return std::nullopt;
}

std::optional<QString> takeMemoryLimit(const QString &value, RunRequest &request)
{
    bool isNumber = false;
    const int mebibytes = value.toInt(&isNumber);
    if (!isNumber || mebibytes < SmallestMemory || mebibytes > LargestMemory)
        return CommandLine::tr("--memory takes a whole number of MiB from %1 to %2, but not “%3”.")
            .arg(SmallestMemory)
            .arg(LargestMemory)
            .arg(value);
    request.limits.memory = qint64(mebibytes) * 1024 * 1024;
    return std::nullopt;
}

std::optional<QString> takeLanguage(const QString &value)
{
    if (value == u"zh_CN"_s || value == u"en"_s)
        return std::nullopt;
    return CommandLine::tr("--language takes zh_CN or en, but not “%1”.").arg(value);
}

std::optional<QString> takeFile(const QString &option, const QString &value, QString &file)
{
    if (value.isEmpty())
        return CommandLine::tr("%1 needs the name of a file.").arg(option);
    file = value;
    return std::nullopt;
}

const Option *findOption(const std::vector<Option> &options, const QString &name)
{
    const auto found =
        std::find_if(options.begin(), options.end(), [&](const Option &option) { return option.name == name; });
    return found == options.end() ? nullptr : &*found;
}

QString seeHelp(const QString &text)
{
    return CommandLine::tr("%1 %2", "two sentences")
        .arg(text, CommandLine::tr("“async-playground --help” lists what there is."));
}

/// Goes through the arguments: options with their values ("--name value" or "--name=value") to their takers, all others
/// into `others`. Returns the first complaint.
std::optional<QString> takeOptions(const QStringList &arguments, const std::vector<Option> &options,
                                   QStringList &others)
{
    for (qsizetype at = 0; at < arguments.size(); ++at) {
        const QString &argument = arguments.at(at);
        if (!argument.startsWith(u'-') || argument == u"-"_s) {
            others << argument;
            continue;
        }
        const qsizetype equals = argument.indexOf(u'=');
        const QString name = equals < 0 ? argument : argument.first(equals);
        const Option *option = findOption(options, name);
        if (!option)
            return seeHelp(CommandLine::tr("There is no option %1 here.").arg(name));
        if (equals < 0 && at + 1 >= arguments.size())
            return CommandLine::tr("%1 needs a value.").arg(name);
        const QString value = equals < 0 ? arguments.at(++at) : argument.sliced(equals + 1);
        if (const auto complaint = option->take(value))
            return complaint;
    }
    return std::nullopt;
}

/// Up to "--": what is meant for us; behind it: what is meant for the scenario.
QStringList ownPart(const QStringList &arguments)
{
    return arguments.first(arguments.contains(u"--"_s) ? arguments.indexOf(u"--"_s) : arguments.size());
}

/// An option that names a file to write.
Option fileOption(const QString &name, QString &file)
{
    return {name, [name, &file](const QString &value) { return takeFile(name, value, file); }};
}

std::optional<QString> takePaper(const QString &value, Paper &paper)
{
    if (value == u"slide"_s)
        paper = Paper::Slide;
    else if (value == u"a4"_s)
        paper = Paper::A4Landscape;
    else if (value == u"a4-portrait"_s)
        paper = Paper::A4Portrait;
    else
        return CommandLine::tr("--paper takes slide, a4 or a4-portrait, but not “%1”.").arg(value);
    return std::nullopt;
}

Option paperOption(Paper &paper)
{
    return {u"--paper"_s, [&paper](const QString &value) { return takePaper(value, paper); }};
}

/// What all commands understand that run programs.
std::vector<Option> runOptions(RunRequest &request, QString &summaryFile, QString &chartFile, Paper &paper)
{
    return {
        {u"--speed"_s, [&](const QString &value) { return takeSpeed(value, request); }},
        {u"--network"_s, [&](const QString &value) { return takeNetwork(value, request); }},
        {u"--timeout"_s, [&](const QString &value) { return takeTimeLimit(value, request); }},
        {u"--memory"_s, [&](const QString &value) { return takeMemoryLimit(value, request); }},
        fileOption(u"--summary"_s, summaryFile),
        fileOption(u"--chart"_s, chartFile),
        paperOption(paper),
        {u"--language"_s, takeLanguage},
    };
}

Command parseRun(const QStringList &arguments)
{
    RunCommand command;
    RunRequest &request = command.request;
    std::vector<Option> options =
        runOptions(request, command.results.summary, command.results.chart, command.results.paper);
    options.push_back(fileOption(u"--trace"_s, command.results.trace));
    options.push_back(fileOption(u"--record"_s, command.results.record));
    QStringList own = ownPart(arguments);
    const qsizetype ownSize = own.size();
    request.isSanitized = own.removeAll(u"--sanitize"_s) > 0;
    QStringList files;
    if (const auto complaint = takeOptions(own, options, files))
        return UsageProblem{*complaint};
    if (files.isEmpty())
        return UsageProblem{CommandLine::tr("“run” needs the file of a program: async-playground run FILE")};
    if (files.size() > 1)
        return UsageProblem{CommandLine::tr("“run” takes one file, but here is %1 as well. "
                                            "Arguments for the program go behind “--”.")
                                .arg(files.at(1))};
    if (isRunFile(files.first()))
        return UsageProblem{
            CommandLine::tr("%1 is a saved run, and no program: async-playground show %1").arg(files.first())};
    request.program = files.first();
    request.arguments = arguments.sliced(std::min(ownSize + 1, arguments.size()));
    return command;
}

Command parseShow(const QStringList &arguments)
{
    ShowCommand command;
    ResultFiles &results = command.results;
    const std::vector<Option> options{fileOption(u"--summary"_s, results.summary),
                                      fileOption(u"--trace"_s, results.trace),
                                      fileOption(u"--chart"_s, results.chart),
                                      paperOption(results.paper),
                                      {u"--language"_s, takeLanguage}};
    QStringList files;
    if (const auto complaint = takeOptions(arguments, options, files))
        return UsageProblem{*complaint};
    if (files.size() != 1)
        return UsageProblem{
            CommandLine::tr("“show” needs the file of one saved run: async-playground show FILE.aprun")};
    command.file = files.first();
    return command;
}

Command parseCompare(const QStringList &arguments)
{
    CompareCommand command;
    const std::vector<Option> options =
        runOptions(command.request, command.summaryFile, command.chartFile, command.paper);
    if (const auto complaint = takeOptions(arguments, options, command.programs))
        return UsageProblem{*complaint};
    if (command.programs.size() < 2)
        return UsageProblem{CommandLine::tr("“compare” needs the files of two programs or more: "
                                            "async-playground compare FILE FILE")};
    if (command.programs.size() > MostCompared)
        return UsageProblem{CommandLine::tr("“compare” takes %1 programs at most, but here are %2.")
                                .arg(MostCompared)
                                .arg(command.programs.size())};
    return command;
}

Command parseExamples(QStringList arguments)
{
    const bool asJson = arguments.removeAll(u"--json"_s) > 0;
    QStringList others;
    if (const auto complaint = takeOptions(arguments, {{u"--language"_s, takeLanguage}}, others))
        return UsageProblem{*complaint};
    if (!others.isEmpty())
        return UsageProblem{CommandLine::tr("“examples” takes no argument, but here is “%1”.").arg(others.first())};
    return ExamplesCommand{asJson};
}

Command parseWindow(QStringList arguments)
{
    OpeningRequest request;
    request.isRunning = arguments.removeAll(u"--run"_s) > 0;
    const auto takeExample = [&](const QString &value) {
        request.example = value;
        return std::optional<QString>();
    };
    const auto takeWindowLanguage = [&](const QString &value) {
        request.language = value;
        return takeLanguage(value);
    };
    QStringList files;
    if (const auto complaint =
            takeOptions(arguments, {{u"--example"_s, takeExample}, {u"--language"_s, takeWindowLanguage}}, files))
        return UsageProblem{*complaint};
    if (!files.isEmpty() && !QFileInfo::exists(files.first()))
        return UsageProblem{seeHelp(CommandLine::tr("There is no command and no file “%1”.").arg(files.first()))};
    if (files.size() > 1 || (!files.isEmpty() && !request.example.isEmpty()))
        return UsageProblem{
            CommandLine::tr("The window opens one program at a time, but here is %1 as well.").arg(files.last())};
    if (files.isEmpty())
        return WindowCommand{request};
    request.file = QFileInfo(files.first()).absoluteFilePath();
    return WindowCommand{request};
}

/// The value of an option wherever it is among the arguments for us.
QString valueOf(const QString &option, const QStringList &arguments)
{
    const QStringList own = ownPart(arguments);
    for (qsizetype at = 0; at < own.size(); ++at) {
        if (own.at(at) == option && at + 1 < own.size())
            return own.at(at + 1);
        if (own.at(at).startsWith(option + u'='))
            return own.at(at).sliced(option.size() + 1);
    }
    return {};
}

QString environmentLocale()
{
    for (const char *variable : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
        const QString value = qEnvironmentVariable(variable);
        if (!value.isEmpty())
            return value;
    }
    return {};
}

} // namespace

Command parseCommandLine(const QStringList &arguments)
{
    const QStringList own = ownPart(arguments);
    if (own.contains(u"--help"_s) || own.contains(u"-h"_s))
        return HelpCommand{};
    if (own.contains(u"--version"_s))
        return VersionCommand{};
    const QString command = arguments.value(0);
    if (command == u"run"_s)
        return parseRun(arguments.sliced(1));
    if (command == u"show"_s)
        return parseShow(own.sliced(1));
    if (command == u"compare"_s)
        return parseCompare(own.sliced(1));
    if (command == u"examples"_s)
        return parseExamples(arguments.sliced(1));
    return parseWindow(own);
}

QString requestedLanguage(const QStringList &arguments)
{
    const QString option = valueOf(u"--language"_s, arguments);
    const QString wanted = option.isEmpty() ? environmentLocale() : option;
    return wanted.startsWith(u"zh"_s) ? u"zh_CN"_s : u"en"_s;
}

bool wantsWindow(const QStringList &arguments)
{
    return std::holds_alternative<WindowCommand>(parseCommandLine(arguments));
}

bool wantsChart(const QStringList &arguments)
{
    return !valueOf(u"--chart"_s, arguments).isEmpty();
}

QString usageText()
{
    return CommandLine::tr(
        "Usage: async-playground [FILE | --example ID] [--run]       open the window, with a program or an example\n"
        "       async-playground run FILE [OPTION]… [-- ARGUMENT…]   run a program without the window\n"
        "       async-playground compare FILE FILE… [OPTION]…        run two to four programs and compare the runs;\n"
        "                                                           saved runs are taken as they are\n"
        "       async-playground show FILE.aprun [OPTION]…           tell of a saved run, without running anything\n"
        "       async-playground examples [--json]                  list the examples that come along\n"
        "       async-playground --help | --version\n"
        "\n"
        "Options of run and compare; show has --summary, --trace, --chart, --paper and --language:\n"
        "  --speed X|instant            let the program's clock run X times as fast, or skip all waiting\n"
        "  --network simulated|real|none\n"
        "                               answer for all hosts within the program (default), use the real\n"
        "                               network, or none at all\n"
        "  --timeout S                  end the program after S seconds\n"
        "  --memory MIB                 memory for the program and all that it starts (default 1024)\n"
        "  --record FILE.aprun          save the run with its program, to be opened in the window or shown\n"
        "                               and compared without running it again; with run only\n"
        "  --summary FILE.json          write what happened: tasks, waits, figures, diagnoses\n"
        "  --trace FILE.json            write a trace for Perfetto (ui.perfetto.dev); not with compare\n"
        "  --chart FILE.svg|.png|.pdf   draw the chart of the tasks; of all runs on one time axis\n"
        "  --paper slide|a4|a4-portrait draw it for a slide or for paper, which a PDF has several pages of\n"
        "                               where there are many tasks (default: as large as it is)\n"
        "  --sanitize                   build a program in C++ with the address sanitizer, which tells of\n"
        "                               memory used wrongly, and where; not with compare\n"
        "  --language zh_CN|en          the language of everything that is said (default: the system's)\n"
        "\n"
        "The program's own input, output and exit status are passed through. Exit status 124: the time\n"
        "limit was reached. 2: the command line is wrong, or FILE cannot be opened or run or, in C++, does not\n"
        "compile. 3: the program ended well, but a file asked for could not be written. 127: it could\n"
        "not be started.\n"
        "\n"
        "compare runs its programs one after the other, without input. The comparison goes to standard\n"
        "output, what the programs print to standard error. Its exit status is that of the first program\n"
        "that did not end well.\n");
}

} // namespace Playground
