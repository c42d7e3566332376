// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commandline.h"
#include "app/compareflow.h"
#include "app/examplesflow.h"
#include "app/exitstatus.h"
#include "app/message.h"
#include "app/runflow.h"
#include "app/showrun.h"
#include "app/windowflow.h"
#include "translations/translations.h"

#include <QCoroTask>

#include <QApplication>
#include <QGuiApplication>
#include <QMetaObject>
#include <QScopeGuard>

#include <cstdlib>
#include <exception>
#include <memory>
#include <optional>

namespace Playground {
namespace {

using namespace Qt::StringLiterals;

/// While Qt starts it warns of an environment that does not ask for UTF-8, and takes UTF-8 all the same; and of one
/// that has no folder for a desktop session, and does without. Standard error is the scenario's: only what is fatal is
/// said.
void sayWhatIsFatal(QtMsgType type, const QMessageLogContext &, const QString &text)
{
    if (type == QtFatalMsg)
        say(text);
}

/// For pictures no display is needed, and nothing but they and the window needs Qt's graphics at all. The arguments are
/// ours, not Qt's.
std::unique_ptr<QCoreApplication> createApplication(char *program, const QStringList &given)
{
    const QtMessageHandler usual = qInstallMessageHandler(sayWhatIsFatal);
    const auto restore = qScopeGuard([usual] { qInstallMessageHandler(usual); });
    static char platformOption[] = "-platform";
    static char platform[] = "offscreen";
    static char *arguments[]{program, platformOption, platform, nullptr};
    static int count = 1;
    if (wantsWindow(given) && hasDisplay())
        return std::make_unique<QApplication>(count, arguments);
    if (!wantsChart(given))
        return std::make_unique<QCoreApplication>(count, arguments);
    count = 3;
    return std::make_unique<QGuiApplication>(count, arguments);
}

template <typename Flow>
QCoro::Task<> runToEnd(Flow *flow)
{
    int status = ExitStatus::Internal;
    try {
        status = co_await flow->run();
    } catch (const std::exception &error) {
        say(QString::fromLocal8Bit(error.what()));
    }
    QCoreApplication::exit(status);
}

/// Carries out a command that takes its time.
template <typename Flow, typename FlowCommand>
int execute(const FlowCommand &command, const QString &language)
{
    Flow flow(command, language);
    std::optional<QCoro::Task<>> running;
    QMetaObject::invokeMethod(
        QCoreApplication::instance(), [&] { running.emplace(runToEnd(&flow)); }, Qt::QueuedConnection);
    return QCoreApplication::exec();
}

int execute(const Command &command, const QString &language)
{
    if (const auto *window = std::get_if<WindowCommand>(&command))
        return openWindow(window->request);
    if (std::holds_alternative<HelpCommand>(command))
        return print(usageText()) ? EXIT_SUCCESS : EXIT_FAILURE;
    if (std::holds_alternative<VersionCommand>(command))
        return print(u"async-playground %1\n"_s.arg(QCoreApplication::applicationVersion())) ? EXIT_SUCCESS
                                                                                             : EXIT_FAILURE;
    if (const auto *examples = std::get_if<ExamplesCommand>(&command))
        return listExamples(*examples, language);
    if (const auto *run = std::get_if<RunCommand>(&command))
        return execute<RunFlow>(*run, language);
    if (const auto *show = std::get_if<ShowCommand>(&command))
        return showRun(*show, language);
    if (const auto *compare = std::get_if<CompareCommand>(&command))
        return execute<CompareFlow>(*compare, language);
    say(std::get<UsageProblem>(command).text);
    return ExitStatus::Usage;
}

} // namespace
} // namespace Playground

int main(int count, char **arguments)
{
    using namespace Playground;
    QStringList given;
    for (int each = 1; each < count; ++each)
        given << QString::fromUtf8(arguments[each]);
    const auto application = createApplication(arguments[0], given);
    QCoreApplication::setApplicationName(u"async-playground"_s);
    QCoreApplication::setApplicationVersion(QString::fromUtf8(PLAYGROUND_VERSION));
    const QString language = requestedLanguage(given);
    installLanguage(language);
    return execute(parseCommandLine(given), language);
}
