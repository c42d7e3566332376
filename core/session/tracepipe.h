// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/gate.h"
#include "core/session/pipe.h"

#include <QByteArray>
#include <QObject>

#include <memory>
#include <optional>

QT_FORWARD_DECLARE_CLASS(QSocketNotifier)

namespace Playground {

/// The way of a trace from the scenario's process into this one. Neither end is inherited by other processes, unless
/// somebody sees to it.
class TracePipe {
public:
    TracePipe();
    ~TracePipe();
    Q_DISABLE_COPY_MOVE(TracePipe)

    /// False, with errno, when the system has no more descriptors.
    bool open();

    int writeEnd() const { return m_pipe.writeEnd(); }
    /// Once the scenario has it: the pipe ends when nobody has it any more.
    void closeWriteEnd() { m_pipe.closeWriteEnd(); }

    /// Awaited: resumes from the event loop as soon as read() has something to say.
    Gate::Awaiter readable();

    /// The next piece of the trace, of a size that takes little time to deal with; nothing at the end of it.
    std::optional<QByteArray> read();

    /// Whether there is anything in the pipe that has not been read.
    bool hasMore() const;

    /// The scenario is gone: the trace ends with what is in the pipe now, whoever may still hold its other end.
    void noMoreWriters();

private:
    Pipe m_pipe;
    bool m_hasWriters = true;
    Gate m_readable;
    std::unique_ptr<QSocketNotifier> m_notifier;
};

} // namespace Playground
