// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/trace/events.h"

#include <memory>
#include <optional>

namespace Playground {

class TraceWriter;

/// How the process that started a scenario wants it to run.
struct ScenarioOptions {
    QString language;
    QString runtime;
    QString program;
    Trace::ClockMode clock = Trace::ClockMode::Real;
    double speed = 1.0;
    Trace::NetworkMode network = Trace::NetworkMode::Simulated;
    int traceDescriptor = -1; ///< where to write the trace; negative for none
};

/// The run that this process is: its options, its trace and, for each thread, the task that has it.
/// One for the process; all members from any thread.
class Scenario {
public:
    static Scenario &instance();

    /// Starts clock and trace. Once, before the scenario's own code.
    void start(const ScenarioOptions &options);
    /// Everything is loaded and the scenario's own code comes next: its time counts from here.
    void begin();
    /// The scenario's own code is over and unloading comes next: its time counts up to here.
    void end();
    /// Records the end of the run, which is now unless end() has been called, and sends what is left of the trace.
    void finish(int exitCode);

    const ScenarioOptions &options() const { return m_options; }
    bool isTraced() const;
    /// True in a process that the scenario forked: it is not traced, and has only the thread that forked.
    bool isForkedChild() const { return m_isForkedChild; }

    void record(Trace::Event &&event);
    void flush();

    /// The task whose step runs in the calling thread; None between steps.
    static Trace::TaskId currentTask() noexcept;
    static void setCurrentTask(Trace::TaskId task) noexcept;

    /// The calling thread's number as one that runs a loop; numbers it if it has none yet.
    static Trace::LoopId currentLoop() noexcept;

private:
    Scenario();
    ~Scenario();
    Q_DISABLE_COPY_MOVE(Scenario)
    ScenarioOptions m_options;
    std::unique_ptr<TraceWriter> m_writer;
    bool m_isForkedChild = false;
    std::optional<Trace::Time> m_ended;
};

} // namespace Playground
