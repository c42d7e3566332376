// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cpp/cppcompiler.h"
#include "core/cpp/toolprocess.h"

#include <QCoroTask>

#include <QObject>

#include <optional>

namespace Playground {

/// Looks for a compiler that C++ scenarios can be built with.
class CompilerSearch : public QObject {
    Q_OBJECT
public:
    /// In those folders, or in those of PATH.
    explicit CompilerSearch(const QStringList &folders = {}, QObject *parent = nullptr);
    ~CompilerSearch() override;
    Q_DISABLE_COPY_MOVE(CompilerSearch)

    /// Begins, unless it is under way or has found one: what was missing may have been installed since. finished() is
    /// emitted later, never from within.
    void start();
    bool isFinished() const { return m_isFinished; }

    const std::optional<CppCompiler> &compiler() const { return m_compiler; }
    /// What to install, and how; for people. Empty when a compiler was found.
    QString missingText() const;

Q_SIGNALS:
    void finished();

private:
    QCoro::Task<> search();
    QStringList candidates() const;

    QStringList m_folders;
    std::optional<CppCompiler> m_compiler;
    std::optional<CppCompiler> m_unfit; ///< the first that is too old
    std::optional<ToolProcess> m_process;
    std::optional<QCoro::Task<>> m_flow;
    bool m_isAbandoned = false;
    bool m_isFinished = false;
};

} // namespace Playground
