// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/insight/comparison.h"
#include "core/insight/linediff.h"
#include "core/session/runrecord.h"
#include "core/trace/diagnosis.h"

#include <QFutureWatcher>
#include <QList>
#include <QObject>

#include <memory>

namespace Playground {

/// What differs between the programs of two runs.
struct SourceDifference {
    QStringList before;
    QStringList after;
    std::vector<DiffLine> lines; ///< empty where the texts are too long for it: then `isTooLong`
    bool isTooLong = false;

    bool isSame() const { return before == after; }
};

SourceDifference differenceOf(const QString &before, const QString &after);

/// Runs beside each other with all that a person is told of them. Keeps the runs, and is never changed.
class ComparisonResult {
public:
    /// Two to four valid runs; the first is the baseline. Takes its time.
    explicit ComparisonResult(const QList<RunRecord> &runs);
    Q_DISABLE_COPY_MOVE(ComparisonResult)

    const QList<RunRecord> &runs() const { return m_runs; }
    const Comparison &comparison() const { return m_comparison; }
    /// Why a further run took another time than the first. `run` counts from 1.
    const Diagnosis &reason(std::size_t run) const { return m_reasons[run - 1]; }
    const SourceDifference &difference(std::size_t run) const { return m_differences[run - 1]; }

private:
    QList<RunRecord> m_runs;
    Comparison m_comparison;
    std::vector<Diagnosis> m_reasons;
    std::vector<SourceDifference> m_differences;
};

/// Works comparisons out in a thread of their own. The latest wish holds; results that were overtaken are dropped.
class ComparisonWorker : public QObject {
    Q_OBJECT
public:
    explicit ComparisonWorker(QObject *parent = nullptr);

    /// Fewer than two runs have no result; then it is known at once.
    void compare(const QList<RunRecord> &runs);
    bool isBusy() const { return m_isBusy; }
    /// Of the runs that were asked for last; null as long as there is none.
    const std::shared_ptr<const ComparisonResult> &result() const { return m_result; }

Q_SIGNALS:
    /// There is another result, or there is none now.
    void changed();

private:
    using Result = std::shared_ptr<const ComparisonResult>;

    void take();

    QFutureWatcher<Result> m_watcher;
    Result m_result;
    bool m_isBusy = false;
};

} // namespace Playground
