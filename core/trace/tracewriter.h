// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/trace/events.h"

#include <memory>

namespace Playground {

/// Sends the events of a scenario process to whoever reads its trace.
///
/// record() may be called from any thread, costs well under a microsecond and never waits for the reader, unless
/// `backlog` events are already unsent: then it waits, as a write to a full pipe would. A thread of the writer's own
/// encodes and sends what was recorded within 15 ms, also while the recording thread is blocked.
/// After a fork, the child's copy is silent: it closes its end and records nothing.
class TraceWriter {
public:
    /// Takes ownership of the file descriptor, which must be writable; a negative one makes a writer that drops all.
    explicit TraceWriter(int fileDescriptor);
    /// Sends what is left and closes the descriptor.
    ~TraceWriter();
    Q_DISABLE_COPY_MOVE(TraceWriter)

    void record(Trace::Event &&event);
    /// Waits until everything recorded so far has been handed to the descriptor.
    void flush();
    bool isEnabled() const;

    /// Kernel id of the sending thread, for those who need to know that the process is otherwise at rest; 0 if none.
    int threadId() const;

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace Playground
