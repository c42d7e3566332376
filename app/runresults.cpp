// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/runresults.h"
#include "app/message.h"
#include "app/outputfile.h"
#include "core/insight/diagnoses.h"
#include "core/session/runfile.h"
#include "core/session/runmessages.h"
#include "core/trace/chrometrace.h"
#include "core/trace/summary.h"
#include "ui/gantt/chartexport.h"

#include <QCoreApplication>

namespace Playground {
namespace {

using namespace Qt::StringLiterals;

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(RunCommand)
};

} // namespace

bool checkTargets(const ResultFiles &results, const QStringList &programs)
{
    return checkTargets({results.summary, results.trace, results.record}, results.chart, programs);
}

void explainRun(const RunRecord &run, const QString &language)
{
    const QStringList messages = runMessages(run);
    for (const QString &message : messages)
        say(message);
    if (ranOutOfMemory(run))
        say(Texts::tr("The option --memory allows more."));
    const QList<Diagnosis> found = diagnose(*run.timeline, run.text());
    for (const Diagnosis &diagnosis : found) {
        const QString &text = language == u"zh_CN"_s ? diagnosis.zhCN : diagnosis.en;
        //: %1 is the number of a line, %2 what is to be said of it
        say(diagnosis.line > 0 ? Texts::tr("line %1: %2").arg(diagnosis.line).arg(text) : text);
    }
}

bool writeResults(const RunRecord &run, const ResultFiles &results)
{
    bool isWritten = true;
    const auto write = [&](const QString &fileName, const QByteArray &contents) {
        isWritten = !tell(writeFile(fileName, contents)) && isWritten;
    };
    if (!results.summary.isEmpty())
        write(results.summary, summaryJson(*run.timeline, diagnose(*run.timeline, run.text())));
    if (!results.trace.isEmpty())
        write(results.trace, chromeTraceJson(*run.timeline));
    if (!results.record.isEmpty()) {
        write(results.record, runFileBytes(run));
        if (run.trace->isCut())
            say(Texts::tr("So much happened that %1 has only the beginning of the run.").arg(results.record));
    }
    if (!results.chart.isEmpty()) {
        ChartOptions options;
        options.paper = results.paper;
        isWritten = !tell(writeChart(*run.timeline, results.chart, options)) && isWritten;
    }
    return isWritten;
}

} // namespace Playground
