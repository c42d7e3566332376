// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/compareflow.h"
#include "app/comparetable.h"
#include "app/exitstatus.h"
#include "app/message.h"
#include "app/outputfile.h"
#include "core/insight/comparisonsummary.h"
#include "core/insight/diagnoses.h"
#include "ui/gantt/comparechart.h"

#include <QCoreApplication>

#include <cstdio>

namespace Playground {
namespace {

using namespace Qt::StringLiterals;

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(CompareCommand)
};

/// Standard output is the comparison's: what the programs print goes to standard error, as it comes.
void passOn(const QByteArray &bytes)
{
    std::fwrite(bytes.constData(), 1, std::size_t(bytes.size()), stderr);
}

} // namespace

CompareFlow::CompareFlow(CompareCommand command, QString language)
    : m_command(std::move(command))
    , m_language(std::move(language))
    , m_titles(titlesOf(m_command.programs))
{
}

QCoro::Task<int> CompareFlow::run()
{
    if (!readPrograms() || !checkTargets({m_command.summaryFile}, m_command.chartFile, m_command.programs))
        co_return ExitStatus::Usage;
    int exitCode = 0;
    for (std::size_t run = 0; run < m_programs.size(); ++run) {
        ProgramRun &program = *m_programs[run];
        const bool isBuilt = co_await program.build(m_language);
        if (!isBuilt)
            co_return ExitStatus::Usage;
        if (!program.isSaved())
            announce(run);
        co_await program.run();
        program.explain(m_language);
        const int own = program.timeline().outcome().exitCode;
        if (!program.wasStarted() || program.wasInterrupted())
            co_return own; // there is nothing to compare with, or no wish to
        exitCode = exitCode != 0 ? exitCode : own;
    }
    const bool isWritten = tellComparison();
    co_return isWritten || exitCode != 0 ? exitCode : ExitStatus::NotWritten;
}

bool CompareFlow::readPrograms()
{
    for (const QString &file : std::as_const(m_command.programs)) {
        RunRequest request = m_command.request;
        request.program = file;
        request.stdio = Stdio::Piped;
        m_programs.push_back(std::make_unique<ProgramRun>(request));
        ProgramRun &program = *m_programs.back();
        if (!program.read())
            return false;
        RunSession *session = &program.session();
        QObject::connect(session, &RunSession::outputArrived, session,
                         [](Trace::OutputStream, const QByteArray &bytes) { passOn(bytes); });
    }
    return true;
}

void CompareFlow::announce(std::size_t run) const
{
    //: Above what a program prints: %1 is the letter of its run, %2 its name
    const QString heading = Texts::tr("%1, %2, prints:").arg(Comparison::letterOf(run), m_titles.at(qsizetype(run)));
    passOn((run > 0 ? u"\n"_s : QString()).toUtf8());
    say(heading);
}

bool CompareFlow::tellComparison() const
{
    std::vector<ComparedRun> runs;
    for (const auto &program : m_programs)
        runs.push_back({&program->timeline(), program->text()});
    const Comparison comparison(runs);
    const bool isPrinted = print(comparisonText(comparison, m_titles, m_language));
    return writeResults(comparison) && isPrinted;
}

bool CompareFlow::writeResults(const Comparison &comparison) const
{
    bool isWritten = true;
    if (!m_command.summaryFile.isEmpty()) {
        std::vector<QList<Diagnosis>> diagnoses;
        for (const auto &program : m_programs)
            diagnoses.push_back(diagnose(program->timeline(), program->text()));
        isWritten = !tell(writeFile(m_command.summaryFile, comparisonJson(comparison, diagnoses))) && isWritten;
    }
    if (!m_command.chartFile.isEmpty()) {
        CompareChartOptions options;
        options.titles = m_titles;
        options.language = m_language;
        options.paper = m_command.paper;
        isWritten = !tell(writeComparisonChart(comparison, m_command.chartFile, options)) && isWritten;
    }
    return isWritten;
}

} // namespace Playground
