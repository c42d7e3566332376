// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cpp/cppbuild.h"
#include "core/session/gate.h"
#include "core/session/runsession.h"

#include <QCoroTask>

#include <memory>
#include <optional>

namespace Playground {

/// One program that a command runs: read, mended, run to its end, and explained on standard error. Or a saved run,
/// which is only read, and not run again. Used once.
class ProgramRun {
public:
    explicit ProgramRun(RunRequest request);
    Q_DISABLE_COPY_MOVE(ProgramRun)

    /// False when the file cannot be run; it has been said then.
    bool read();
    /// Builds what was read where its language asks for that. False when that did not work out; it has been said then.
    QCoro::Task<bool> build(QString language);
    /// Runs what was read. Signals that would end this process are passed on to the program meanwhile.
    QCoro::Task<> run();
    /// Says what is to be said of the end, and what was noticed.
    void explain(const QString &language) const;

    /// Whether it was read only.
    bool isSaved() const { return m_saved.has_value(); }
    /// Whether a process came about at all: without one there are no results.
    bool wasStarted() const;
    /// Whether a person sent a signal while it ran.
    bool wasInterrupted() const { return m_wasInterrupted; }
    /// What came of it, with the program's text as it ran.
    RunRecord record() const;
    const QString &text() const { return m_text; }
    const Timeline &timeline() const { return m_saved ? *m_saved->timeline : m_session.timeline(); }
    RunSession &session() { return m_session; }

private:
    bool readSaved();

    RunRequest m_request;
    QString m_text;
    std::optional<RunRecord> m_saved; ///< what is not run
    std::unique_ptr<CppToolchain> m_toolchain; ///< for a program in C++
    std::unique_ptr<CppBuild> m_build;
    Gate m_built;
    RunSession m_session;
    Gate m_ended;
    bool m_wasInterrupted = false;
};

} // namespace Playground
