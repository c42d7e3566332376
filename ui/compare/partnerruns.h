// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/run/currentrun.h"

#include <array>

namespace Playground {

class ComparedRuns;

/// Runs two programs in order to compare them. Both are shown while they run; when both have ended they take the place
/// of what was compared before.
class PartnerRuns : public QObject {
    Q_OBJECT
public:
    enum class Order {
        InTurn, ///< the second when the first has ended
        AtOnce
    };

    struct Program {
        RunRequest request;
        RunSubject subject;
    };

    /// `runs` gets both runs at the end, and outlives this object.
    explicit PartnerRuns(ComparedRuns *runs, QObject *parent = nullptr);
    Q_DISABLE_COPY_MOVE(PartnerRuns)

    /// The first is the baseline. Does nothing while two programs run.
    void start(const Program &first, const Program &second, Order order);

    bool isActive() const { return m_isActive; }
    /// True from stop() until both have ended.
    bool isStopping() const { return m_isStopping; }
    /// 0 or 1. In Phase::None while it has not begun.
    const RunView &run(int index) const { return m_runs[size_t(index)]; }
    const Program &program(int index) const { return m_programs[size_t(index)]; }

public Q_SLOTS:
    /// The processes are gone within a second; what was compared before remains.
    void stop();

Q_SIGNALS:
    void started();
    /// One of the two has got further. At most 60 times a second for each.
    void advanced();
    /// ComparedRuns has both.
    void finished();
    /// By stop().
    void stopped();
    /// One of them could not be run: why, in one or more lines for people.
    void failed(const QString &text);

private:
    void notePhase(size_t index);
    void conclude();
    void end();

    ComparedRuns *m_compared;
    std::array<CurrentRun, 2> m_runs;
    std::array<Program, 2> m_programs;
    std::array<bool, 2> m_hasEnded{};
    bool m_isActive = false;
    bool m_isStopping = false;
};

} // namespace Playground
