// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/programrun.h"
#include "app/buildmessages.h"
#include "app/message.h"
#include "app/runresults.h"
#include "app/terminationsignals.h"
#include "core/session/runfile.h"
#include "core/session/scenariofile.h"
#include "core/session/scenariolauncher.h"

#include <QFileInfo>

#include <cstdio>

namespace Playground {

ProgramRun::ProgramRun(RunRequest request)
    : m_request(std::move(request))
{
}

bool ProgramRun::read()
{
    if (isRunFile(m_request.program))
        return readSaved();
    const auto read = readScenario(m_request.program);
    if (const auto *problem = std::get_if<ScenarioProblem>(&read)) {
        say(problem->text);
        return false;
    }
    const auto &scenario = std::get<ScenarioFile>(read);
    m_text = scenario.text;
    if (scenario.mended.isChanged()) {
        say(mendingNote(m_request.program, scenario.mended));
        m_text = scenario.mended.text;
        m_request.source = m_text.toUtf8();
    }
    return true;
}

bool ProgramRun::readSaved()
{
    const auto read = readRunFile(m_request.program);
    if (const auto *problem = std::get_if<RunFileProblem>(&read)) {
        say(problem->text);
        return false;
    }
    m_saved = std::get<RunRecord>(read);
    m_text = m_saved->text();
    return true;
}

QCoro::Task<bool> ProgramRun::build(QString language)
{
    if (m_saved || scenarioLanguage(m_request.program) != ScenarioLanguage::Cpp)
        co_return true;
    m_toolchain = std::make_unique<CppToolchain>();
    m_build = std::make_unique<CppBuild>(m_toolchain.get());
    QObject::connect(m_build.get(), &CppBuild::ended, m_build.get(), [this] { m_built.open(); });
    CppBuildRequest request;
    request.text = m_text.toUtf8();
    request.folder = QFileInfo(m_request.program).absolutePath();
    request.isSanitized = m_request.isSanitized;
    m_build->start(request);
    co_await m_built.opened();
    const CppBuildResult &result = m_build->result();
    if (!result.problem.isEmpty())
        say(result.problem);
    const QByteArray messages = buildMessages(result.diagnostics, m_request.program, m_text, language).toUtf8();
    std::fwrite(messages.constData(), 1, std::size_t(messages.size()), stderr);
    m_request.executable = result.program;
    co_return result.outcome == CppBuildResult::Outcome::Built;
}

QCoro::Task<> ProgramRun::run()
{
    if (m_saved)
        co_return;
    TerminationSignals signals;
    QObject::connect(&signals, &TerminationSignals::interrupted, &m_session, [this] {
        m_wasInterrupted = true;
        m_session.interrupt();
    });
    QObject::connect(&signals, &TerminationSignals::terminated, &m_session, [this] {
        m_wasInterrupted = true;
        m_session.terminate();
    });
    QObject::connect(&m_session, &RunSession::ended, &m_session, [this] { m_ended.open(); });
    m_session.start(m_request);
    if (m_request.stdio == Stdio::Piped)
        m_session.closeInput(); // nobody is there to type
    co_await m_ended.opened();
}

void ProgramRun::explain(const QString &language) const
{
    explainRun(record(), language);
}

bool ProgramRun::wasStarted() const
{
    return m_saved || m_session.report().end.kind != ProcessEnd::Kind::NotStarted;
}

RunRecord ProgramRun::record() const
{
    if (m_saved)
        return *m_saved;
    RunRecord record = m_session.record();
    record.title = QFileInfo(m_request.program).fileName();
    record.request.source = m_text.toUtf8();
    return record;
}

} // namespace Playground
