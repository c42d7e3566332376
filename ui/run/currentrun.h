// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/runsession.h"
#include "ui/run/runview.h"

#include <QList>
#include <QTimer>

#include <chrono>
#include <memory>

namespace Playground {

/// The run that the window shows: the live one, or else the latest. Between the events of a live run its time goes on,
/// and it changes at the screen's rate, however many events there are.
class CurrentRun : public RunView {
    Q_OBJECT
public:
    explicit CurrentRun(QObject *parent = nullptr);
    /// Ends a live run, and waits until its processes are gone.
    ~CurrentRun() override;
    Q_DISABLE_COPY_MOVE(CurrentRun)

    /// A live run is ended first, and the new one starts when its processes are gone.
    void start(const RunRequest &request);
    /// The processes are gone within a second. Does nothing without a live run.
    void stop();
    /// Back to Phase::None; a live run is ended.
    void clear();

    Phase phase() const override { return m_phase; }
    /// True in the phases Starting and Live.
    bool isActive() const { return m_phase == Phase::Starting || m_phase == Phase::Live; }
    /// True from stop() until the run has ended.
    bool isStopping() const override { return m_isStopping; }

    const Timeline &timeline() const override;
    Trace::Time now() const override { return m_now; }
    /// The figures up to now().
    Totals totals() const;
    /// What is being run, or was. Nothing asked for in Phase::None.
    const RunRequest &request() const;

    QStringList messages() const override;
    bool couldNotStart() const override;

    /// What the program reads from its standard input.
    void writeInput(const QByteArray &bytes);
    void closeInput();
    /// Whether the program is held up by reading it, as far as can be told. Looks at the process: not for every frame.
    bool waitsForInput() const;

private:
    void begin();
    void setPhase(Phase phase);
    void noteTimeline();
    void advance();
    void conclude();
    void discard();

    std::unique_ptr<RunSession> m_session;
    RunRequest m_request;
    bool m_hasNext = false; ///< m_request waits for the end of the run before
    Phase m_phase = Phase::None;
    bool m_isStopping = false;
    QTimer m_frame;
    Trace::Time m_now{};
    quint64 m_shownRevision = 0;
    /// The scenario's time less the world's, times the speed; the largest seen, which is the one that was delayed
    /// least.
    std::optional<Trace::Time> m_offset;
};

} // namespace Playground
