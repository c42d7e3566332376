// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/runflow.h"
#include "app/message.h"
#include "app/outputfile.h"
#include "app/terminationsignals.h"
#include "core/insight/diagnoses.h"
#include "core/session/runmessages.h"
#include "core/session/scenariofile.h"
#include "core/trace/chrometrace.h"
#include "core/trace/summary.h"
#include "ui/gantt/chartexport.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <algorithm>

namespace Playground {
namespace {

using namespace Qt::StringLiterals;

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(RunCommand)
};

constexpr int UsageError = 2;
constexpr int NotWritten = 3;

bool hasChartEnding(const QString &fileName)
{
    static const QStringList endings{u".svg"_s, u".png"_s, u".pdf"_s};
    return std::any_of(endings.begin(), endings.end(),
                       [&](const QString &ending) { return fileName.endsWith(ending, Qt::CaseInsensitive); });
}

bool tell(const std::optional<QString> &complaint)
{
    if (complaint)
        say(*complaint);
    return complaint.has_value();
}

} // namespace

RunFlow::RunFlow(RunCommand command, QString language)
    : m_command(std::move(command))
    , m_language(std::move(language))
{
}

QCoro::Task<int> RunFlow::run()
{
    if (!readProgram() || !checkTargets())
        co_return UsageError;

    TerminationSignals signals;
    QObject::connect(&signals, &TerminationSignals::interrupted, &m_session, &RunSession::interrupt);
    QObject::connect(&signals, &TerminationSignals::terminated, &m_session, &RunSession::terminate);
    QObject::connect(&m_session, &RunSession::ended, &m_session, [this] { m_ended.open(); });
    m_session.start(m_command.request);
    co_await m_ended.opened();

    explain();
    const RunOutcome &outcome = m_session.timeline().outcome();
    const bool isWritten = writeResults();
    co_return isWritten || outcome.exitCode != 0 ? outcome.exitCode : NotWritten;
}

bool RunFlow::readProgram()
{
    const QString &fileName = m_command.request.program;
    const auto read = readScenario(fileName);
    if (const auto *problem = std::get_if<ScenarioProblem>(&read)) {
        say(problem->text);
        return false;
    }
    const auto &scenario = std::get<ScenarioFile>(read);
    m_text = scenario.text;
    if (scenario.mended.isChanged()) {
        say(mendingNote(fileName, scenario.mended));
        m_text = scenario.mended.text;
        m_command.request.source = m_text.toUtf8();
    }
    return true;
}

bool RunFlow::checkTargets() const
{
    QStringList targets{m_command.summaryFile, m_command.traceFile, m_command.chartFile};
    targets.removeAll(QString());
    QStringList known{QFileInfo(m_command.request.program).canonicalFilePath()};
    for (const QString &target : targets) {
        if (tell(complaintAboutTarget(target)))
            return false;
        const QFileInfo info(target);
        const QString path = info.exists() ? info.canonicalFilePath() : info.absoluteFilePath();
        if (known.contains(path) && (!info.exists() || info.isFile())) {
            say(Texts::tr("%1 would be overwritten: it is the program itself, or named for something else too.")
                    .arg(target));
            return false;
        }
        known << path;
    }
    if (!m_command.chartFile.isEmpty() && !hasChartEnding(m_command.chartFile)) {
        say(Texts::tr("%1 has no ending that tells how to draw a chart. It can end in .svg, .png or .pdf.")
                .arg(m_command.chartFile));
        return false;
    }
    return true;
}

void RunFlow::explain() const
{
    const QStringList messages = runMessages(m_session);
    for (const QString &message : messages)
        say(message);
    if (ranOutOfMemory(m_session))
        say(Texts::tr("The option --memory allows more."));
    const QList<Diagnosis> diagnoses = diagnose(m_session.timeline(), m_text);
    for (const Diagnosis &diagnosis : diagnoses) {
        const QString &text = m_language == u"zh_CN"_s ? diagnosis.zhCN : diagnosis.en;
        //: %1 is the number of a line, %2 what is to be said of it
        say(diagnosis.line > 0 ? Texts::tr("line %1: %2").arg(diagnosis.line).arg(text) : text);
    }
}

bool RunFlow::writeResults() const
{
    if (m_session.report().end.kind == ProcessEnd::Kind::NotStarted)
        return true; // there is nothing to write, and it has been said why
    const Timeline &timeline = m_session.timeline();
    bool isWritten = true;
    if (!m_command.summaryFile.isEmpty())
        isWritten =
            !tell(writeFile(m_command.summaryFile, summaryJson(timeline, diagnose(timeline, m_text)))) && isWritten;
    if (!m_command.traceFile.isEmpty())
        isWritten = !tell(writeFile(m_command.traceFile, chromeTraceJson(timeline))) && isWritten;
    if (!m_command.chartFile.isEmpty()) {
        const ChartOptions options;
        isWritten = !tell(writeChart(timeline, m_command.chartFile, options)) && isWritten;
    }
    return isWritten;
}

} // namespace Playground
