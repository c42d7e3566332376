// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/gate.h"

#include <QByteArray>
#include <QProcess>
#include <QStringList>

namespace Playground {

/// One run of a compiler, a linker or another tool, with everything that it starts. Used once.
class ToolProcess : public QObject {
    Q_OBJECT
public:
    explicit ToolProcess(QObject *parent = nullptr);
    /// Ends what still runs. Somebody who awaits its end has been told before, by kill() and ended().
    ~ToolProcess() override;
    Q_DISABLE_COPY_MOVE(ToolProcess)

    /// In that folder; with that to read, and messages in English, which is what we understand.
    void start(const QString &program, const QStringList &arguments, const QString &folder,
               const QByteArray &input = {});
    /// Ends it and its children at once; ended() follows.
    void kill();
    /// The same, and waits; whoever awaits ended() is resumed before this returns.
    void killAndWait();

    /// Awaited: resumes when it is over, or could not be started.
    Gate::Awaiter ended() { return m_ended.opened(); }
    bool hasSucceeded() const;
    bool wasStarted() const { return m_process.error() != QProcess::FailedToStart; }
    const QByteArray &output() const { return m_output; }
    /// The beginning of it, where it is very much: a template can make a compiler write for minutes.
    const QByteArray &errors() const { return m_errors; }
    bool wereErrorsCut() const { return m_wereErrorsCut; }

private:
    void readErrors();
    void conclude();

    QProcess m_process;
    QByteArray m_output;
    QByteArray m_errors;
    bool m_wereErrorsCut = false;
    Gate m_ended;
};

} // namespace Playground
