// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/insight/comparison.h"
#include "core/session/runrecord.h"

#include <QList>
#include <QObject>

namespace Playground {

/// The runs that a person keeps to compare: at most Comparison::MostRuns, lettered in order. The first is the baseline,
/// the one that the others are compared with.
class ComparedRuns : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;

    const QList<RunRecord> &runs() const { return m_runs; }
    bool isFull() const { return m_runs.size() >= qsizetype(Comparison::MostRuns); }

    /// Adds a run behind the others. False, and nothing changes, when there is no room or the run is not valid.
    bool pin(const RunRecord &run);
    /// The others move up.
    void unpin(qsizetype index);
    /// The run must be valid.
    void replace(qsizetype index, const RunRecord &run);
    /// The others keep their order.
    void moveToBaseline(qsizetype index);
    /// In the place of those that are there. All must be valid, and no more than there is room for.
    void set(const QList<RunRecord> &runs);
    void clear();

Q_SIGNALS:
    void changed();

private:
    QList<RunRecord> m_runs;
};

} // namespace Playground
