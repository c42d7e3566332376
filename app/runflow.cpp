// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/runflow.h"
#include "app/exitstatus.h"
#include "app/runresults.h"

namespace Playground {

RunFlow::RunFlow(RunCommand command, QString language)
    : m_command(std::move(command))
    , m_language(std::move(language))
    , m_program(m_command.request)
{
}

QCoro::Task<int> RunFlow::run()
{
    if (!m_program.read() || !checkTargets(m_command.results, {m_command.request.program}))
        co_return ExitStatus::Usage;
    const bool isBuilt = co_await m_program.build(m_language);
    if (!isBuilt)
        co_return ExitStatus::Usage;
    co_await m_program.run();
    m_program.explain(m_language);
    const int exitCode = m_program.timeline().outcome().exitCode;
    // Where nothing ran there is nothing to write, and it has been said why.
    const bool isWritten = !m_program.wasStarted() || writeResults(m_program.record(), m_command.results);
    co_return isWritten || exitCode != 0 ? exitCode : ExitStatus::NotWritten;
}

} // namespace Playground
