// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/runflow.h"
#include "app/exitstatus.h"
#include "app/outputfile.h"
#include "core/trace/chrometrace.h"
#include "core/trace/summary.h"
#include "ui/gantt/chartexport.h"

namespace Playground {

RunFlow::RunFlow(RunCommand command, QString language)
    : m_command(std::move(command))
    , m_language(std::move(language))
    , m_program(m_command.request)
{
}

QCoro::Task<int> RunFlow::run()
{
    if (!m_program.read()
        || !checkTargets({m_command.summaryFile, m_command.traceFile}, m_command.chartFile,
                         {m_command.request.program}))
        co_return ExitStatus::Usage;
    const bool isBuilt = co_await m_program.build(m_language);
    if (!isBuilt)
        co_return ExitStatus::Usage;
    co_await m_program.run();
    m_program.explain(m_language);
    const int exitCode = m_program.timeline().outcome().exitCode;
    const bool isWritten = writeResults();
    co_return isWritten || exitCode != 0 ? exitCode : ExitStatus::NotWritten;
}

bool RunFlow::writeResults() const
{
    if (!m_program.wasStarted())
        return true; // there is nothing to write, and it has been said why
    const Timeline &timeline = m_program.timeline();
    bool isWritten = true;
    if (!m_command.summaryFile.isEmpty())
        isWritten = !tell(writeFile(m_command.summaryFile, summaryJson(timeline, m_program.diagnoses()))) && isWritten;
    if (!m_command.traceFile.isEmpty())
        isWritten = !tell(writeFile(m_command.traceFile, chromeTraceJson(timeline))) && isWritten;
    if (!m_command.chartFile.isEmpty()) {
        const ChartOptions options;
        isWritten = !tell(writeChart(timeline, m_command.chartFile, options)) && isWritten;
    }
    return isWritten;
}

} // namespace Playground
