// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/showrun.h"
#include "app/exitstatus.h"
#include "app/message.h"
#include "app/runresults.h"
#include "core/insight/runtotals.h"
#include "core/session/runfile.h"

#include <cstdlib>

namespace Playground {

using namespace Qt::StringLiterals;

int showRun(const ShowCommand &command, const QString &language)
{
    const auto read = readRunFile(command.file);
    if (const auto *problem = std::get_if<RunFileProblem>(&read)) {
        say(problem->text);
        return ExitStatus::Usage;
    }
    if (!checkTargets(command.results, {command.file}))
        return ExitStatus::Usage;
    const auto &run = std::get<RunRecord>(read);
    const Diagnosis totals = runTotals(*run.timeline);
    const QString when = run.startedAt.toLocalTime().toString(u"yyyy-MM-dd HH:mm"_s);
    const bool isPrinted =
        print(u"%1 · %2 · %3\n%4\n"_s.arg(run.title, run.language() == u"cpp" ? u"C++"_s : u"Python"_s, when,
                                          language == u"zh_CN" ? totals.zhCN : totals.en));
    explainRun(run, language);
    const bool isWritten = writeResults(run, command.results);
    return isPrinted && isWritten ? EXIT_SUCCESS : ExitStatus::NotWritten;
}

} // namespace Playground
