// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/gate.h"
#include "core/session/outputpipe.h"
#include "core/session/runrequest.h"
#include "core/session/scenariolauncher.h"
#include "core/trace/runoutcome.h"

#include <QByteArray>
#include <QObject>
#include <QProcess>

#include <memory>

QT_FORWARD_DECLARE_CLASS(QSocketNotifier)

namespace Playground {

/// What the system says of the end of a scenario's process.
struct ProcessEnd {
    enum class Kind {
        NotStarted, ///< `number` is errno, `program` what could not be started
        Exited, ///< `number` is the exit code
        Signalled, ///< `number` is the signal
        Lost ///< unknown, because the supervisor was killed; `number` is the signal
    };
    Kind kind = Kind::Lost;
    int number = 0;
    QString program;
    Limit limit = Limit::None; ///< the limit beyond which everything was killed
    qint64 limitValue = 0;
    qint64 peakMemory = 0; ///< bytes, of all processes of the run together, as far as it was looked at
    int left = 0; ///< processes that could not be ended
};

/// Starts a scenario's process under the supervisor's watch and ends it, with everything that it has started.
/// Used once.
class ScenarioProcess : public QObject {
    Q_OBJECT
public:
    explicit ScenarioProcess(QObject *parent = nullptr);
    /// Ends the processes and waits until they are gone.
    ~ScenarioProcess() override;
    Q_DISABLE_COPY_MOVE(ScenarioProcess)

    /// Starts the command, which keeps `descriptor` open under the same number. What goes wrong shows in end().
    void start(const LaunchCommand &command, const RunTools &tools, const RunLimits &limits, Stdio stdio,
               int descriptor);

    /// Asks for the end of all processes; they are gone soon after. Does nothing when there are none.
    void stop();
    /// The same, and waits until they are gone.
    void stopAndWait();

    /// Hands on a signal that this process received, unless its whole process group did.
    void interrupt();
    void terminate();

    /// With Stdio::Piped: what the scenario reads from its standard input.
    void writeInput(const QByteArray &bytes);
    void closeInput();
    /// While a stream is paused, the scenario may have to wait with writing to it.
    void setOutputPaused(Trace::OutputStream stream, bool isPaused);
    /// Whether the scenario's own process is held up in reading its standard input, as far as can be told.
    bool waitsForInput() const;

    /// Awaited: resumes when no process of the run is left.
    Gate::Awaiter untilEnded() { return m_ended.opened(); }
    bool hasEnded() const { return m_ended.isOpen(); }
    const ProcessEnd &end() const { return m_end; }

Q_SIGNALS:
    void started();
    void ended();
    /// With Stdio::Piped.
    void outputArrived(Playground::Trace::OutputStream stream, const QByteArray &bytes);

private:
    bool openPipes(Stdio stdio);
    QStringList supervisorArguments(const LaunchCommand &command, const RunLimits &limits, Stdio stdio,
                                    int descriptor) const;
    void connectProcess(Stdio stdio);
    void readReport();
    void understandReport(const QByteArray &line);
    void fail(const QString &program, int error);
    void finishWhenAllIsSaid();
    void closeControl();
    void sendControl(char command);

    QProcess m_process;
    std::unique_ptr<QSocketNotifier> m_reportNotifier;
    int m_control = -1; ///< our end
    int m_report = -1; ///< our end
    int m_controlForChild = -1;
    int m_reportForChild = -1;
    OutputPipe m_output;
    OutputPipe m_errors;
    qint64 m_processId = 0; ///< the scenario's; 0 while it is not known
    QByteArray m_reportText; ///< the line that has not arrived in full
    bool m_isProcessRunning = false;
    QString m_program;
    ProcessEnd m_end;
    Gate m_ended;
};

} // namespace Playground
