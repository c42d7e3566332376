// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cpp/cppbuild.h"
#include "core/session/runsession.h"
#include "ui/run/runview.h"

#include <QList>
#include <QTimer>

#include <chrono>
#include <memory>

namespace Playground {

/// The run that the window shows: the live one, or else the latest, or one that ended elsewhere. A program in C++ is
/// built before it runs, where it was not built before. Between the events of a live run its time goes on,
/// and it changes at the screen's rate, however many events there are.
class CurrentRun : public RunView {
    Q_OBJECT
public:
    /// Programs in C++ are built with the application's own toolchain, or with another one.
    explicit CurrentRun(QObject *parent = nullptr);
    explicit CurrentRun(std::unique_ptr<CppToolchain> toolchain, QObject *parent = nullptr);
    /// Ends a live run, and waits until its processes are gone.
    ~CurrentRun() override;
    Q_DISABLE_COPY_MOVE(CurrentRun)

    /// A live run is ended first, and the new one starts when its processes are gone.
    void start(const RunRequest &request, const RunSubject &subject = {});
    /// The processes are gone within a second, those of a compiler as well. Does nothing without a live run.
    void stop();
    /// Puts a run that has ended on the screen, wherever it was made. The record must be valid. A live run is ended.
    void show(const RunRecord &record);
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
    const RunRequest &request() const { return m_run.request; }
    /// What can be kept of a run that has ended. Not valid before, and of a program that could not be started.
    RunRecord record() const;

    QStringList messages() const override;
    bool couldNotStart() const override;
    StartStep startStep() const override { return m_step; }
    const CppBuildResult *build() const override { return m_built ? &*m_built : nullptr; }

    /// What the program reads from its standard input.
    void writeInput(const QByteArray &bytes);
    void closeInput();
    /// Whether the program is held up by reading it, as far as can be told. Looks at the process: not for every frame.
    bool waitsForInput() const;

public Q_SLOTS:
    /// Prepares in the background what the first program in C++ would have to wait for otherwise: for programs with the
    /// address sanitizer, or without. Costs nothing when it is there.
    void prepareForCpp(bool isSanitized = false);

private:
    void begin();
    void startBuild();
    void noteStage(CppBuild::Stage stage);
    void concludeBuild();
    void setStep(StartStep step);
    void setPhase(Phase phase);
    void noteTimeline();
    void advance();
    void conclude();
    void discard();
    void discardBuild();
    CppToolchain *toolchain();

    struct Next {
        RunRequest request;
        RunSubject subject;
    };

    std::unique_ptr<CppToolchain> m_toolchain; ///< outlives all builds
    QObject m_formerBuilds; ///< their parent, until they have come to their end
    std::unique_ptr<CppBuild> m_build;
    std::optional<CppBuildResult> m_built;
    StartStep m_step = StartStep::Launching;
    std::unique_ptr<RunSession> m_session; ///< of a run that was started here
    RunRecord m_run; ///< the run on the screen; with its report and timeline once it has ended
    std::optional<Next> m_next; ///< waits for the end of the run before
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
