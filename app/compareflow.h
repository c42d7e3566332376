// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/commandline.h"
#include "app/programrun.h"
#include "core/insight/comparison.h"

#include <QCoroTask>

#include <memory>
#include <vector>

namespace Playground {

/// `async-playground compare`: several runs, one after the other, and what they have to do with each other.
class CompareFlow {
public:
    CompareFlow(CompareCommand command, QString language);
    Q_DISABLE_COPY_MOVE(CompareFlow)

    /// From the files to the chart. Returns the status to exit with.
    QCoro::Task<int> run();

private:
    bool readPrograms();
    void announce(std::size_t run) const;
    bool tellComparison() const;
    bool writeResults(const Comparison &comparison) const;

    CompareCommand m_command;
    QString m_language;
    QStringList m_titles;
    std::vector<std::unique_ptr<ProgramRun>> m_programs;
};

} // namespace Playground
