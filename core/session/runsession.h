// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/runrecord.h"
#include "core/session/scenarioprocess.h"
#include "core/session/tracepipe.h"
#include "core/session/untracedoutput.h"
#include "core/trace/tracestream.h"

#include <QCoroTask>

#include <QObject>
#include <QTemporaryDir>
#include <QTimer>

#include <array>
#include <chrono>
#include <memory>
#include <optional>
#include <vector>

namespace Playground {

/// One run of a scenario from its start to its end. Used once.
class RunSession : public QObject {
    Q_OBJECT
public:
    explicit RunSession(QObject *parent = nullptr);
    /// Ends a run that is still going on, and waits until its processes are gone. Not from within a slot of the
    /// session's own signals: use deleteLater() there.
    ~RunSession() override;
    Q_DISABLE_COPY_MOVE(RunSession)

    /// What cannot be started has ended() emitted as well, perhaps from within this call.
    void start(const RunRequest &request);

    /// In the place of start(), for a program that could not be built, or that nobody wants to see run any more.
    void giveUp(const RunRequest &request, Outcome outcome);

    /// All processes of the run are gone within a second, whatever they do; then ended() is emitted.
    void stop();

    /// Hand on SIGINT and SIGTERM, which this process received. The scenario may do what it likes with them.
    void interrupt();
    void terminate();

    /// With Stdio::Piped: what the scenario reads from its standard input.
    void writeInput(const QByteArray &bytes) { m_process.writeInput(bytes); }
    void closeInput() { m_process.closeInput(); }
    /// Whether the scenario is held up by reading it, as far as can be told. Looks at the process.
    bool waitsForInput() const { return m_process.waitsForInput(); }

    const RunRequest &request() const { return m_request; }
    const Timeline &timeline() const { return *m_timeline; }
    const RunReport &report() const { return m_report; }
    /// What can be kept of it, once it has ended; of no title and no example.
    RunRecord record() const { return {{}, {}, m_request, m_report, m_timeline, m_log, m_began}; }
    bool isRunning() const { return m_isRunning; }

Q_SIGNALS:
    /// The timeline has grown: many times a second in a busy run.
    void timelineChanged();
    /// With Stdio::Piped: the bytes as they come by the pipe. Where the trace does not have them, the timeline gets
    /// them as output of no task.
    void outputArrived(Playground::Trace::OutputStream stream, const QByteArray &bytes);
    /// Everything is in the timeline, and no process is left.
    void ended();

private:
    /// The run, from start to end.
    QCoro::Task<> run();

    bool prepareSource(QString &sourceFile);
    bool startProcess();
    void take(const QByteArray &piece);
    void conclude();
    void append(std::vector<Trace::Event> events);
    void noteClock();
    Trace::Time presentMoment() const;
    void takeOutput(Trace::OutputStream stream, const QByteArray &bytes);
    void compareOutput(Trace::OutputStream stream);
    void settleOutput();
    RunOutcome outcome() const;
    Trace::Time lastKnownMoment() const;
    bool wasEndedByUs() const;
    std::optional<LastMoment> lastMoment() const;
    void endTimeLimit();

    RunRequest m_request;
    std::shared_ptr<Timeline> m_timeline = std::make_shared<Timeline>();
    std::shared_ptr<TraceLog> m_log = std::make_shared<TraceLog>(); ///< of all that is in the timeline
    QDateTime m_began;
    TraceReader m_reader;
    RunReport m_report;
    /// A stream of the scenario, held against the trace.
    struct Compared {
        UntracedOutput output;
        /// How much had arrived by the last looks at it at which the trace had been read to its end.
        quint64 latest = 0;
        quint64 earlier = 0;
    };
    std::array<Compared, 2> m_streams;
    QTimer m_settling;
    std::optional<Trace::Time> m_clockOffset; ///< the scenario's time less the world's, times its speed
    std::optional<QTemporaryDir> m_scratch;
    TracePipe m_trace;
    ScenarioProcess m_process;
    QTimer m_timeLimit;
    QCoro::Task<> m_flow;
    bool m_isRunning = false;
    bool m_isAbandoned = false;
    bool m_wasInterrupted = false; ///< a person sent a signal
    bool m_sawFinish = false; ///< the trace has its last event
    std::optional<std::chrono::steady_clock::time_point> m_startedAt; ///< when the scenario first said something
    std::chrono::nanoseconds m_lasted{}; ///< from then until its process had ended
    Outcome m_reasonToStop = Outcome::Running;
};

} // namespace Playground
