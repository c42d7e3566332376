// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cpp/buildcache.h"
#include "core/cpp/compilersearch.h"
#include "core/cpp/cppkit.h"
#include "core/cpp/toolprocess.h"
#include "core/session/gate.h"

#include <QCoroTask>

#include <QObject>

#include <optional>

namespace Playground {

/// The vocabulary's umbrella header, precompiled once for all scenarios and kept in the cache.
class PrecompiledHeader : public QObject {
    Q_OBJECT
public:
    /// All of them outlive this.
    PrecompiledHeader(const CppKit *kit, CompilerSearch *search, const BuildCache *cache, bool isSanitized,
                      QObject *parent = nullptr);
    ~PrecompiledHeader() override;
    Q_DISABLE_COPY_MOVE(PrecompiledHeader)

    /// Begins, unless it is under way or ready. finished() is emitted later, never from within.
    void prepare();
    /// It turned out to be no good: it is prepared anew next time.
    void discard();

    bool isFinished() const { return m_state == State::Ready || m_state == State::Failed; }
    bool isReady() const { return m_state == State::Ready; }

    /// How the compiler is told to use it.
    QStringList arguments() const;
    /// Names what it holds, and what it was made with.
    const QString &identity() const { return m_identity; }
    /// Why there is none, for people; and what the compiler said.
    const QString &problem() const { return m_problem; }
    const QString &compilerText() const { return m_compilerText; }

Q_SIGNALS:
    void finished();

private:
    enum class State : quint8 { Unprepared, Preparing, Ready, Failed };

    QCoro::Task<> build();
    QString keyText() const;
    QList<BuildDependency> dependencies(const QString &listFile) const;
    void take(const CachedBuild &build);
    void conclude(State state);
    void fail(const QString &problem);

    const CppKit *m_kit;
    CompilerSearch *m_search;
    const BuildCache *m_cache;
    bool m_isSanitized;
    State m_state = State::Unprepared;
    QString m_key;
    QString m_folder;
    QString m_identity;
    QString m_problem;
    QString m_compilerText;
    Gate m_searched;
    std::optional<ToolProcess> m_process;
    std::optional<QCoro::Task<>> m_flow;
    bool m_isAbandoned = false;
};

} // namespace Playground
