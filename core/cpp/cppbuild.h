// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cpp/cppdiagnostics.h"
#include "core/cpp/cpptoolchain.h"

#include <QCoroTask>

#include <QObject>

#include <optional>

namespace Playground {

/// What to build.
struct CppBuildRequest {
    QByteArray text; ///< the scenario, UTF-8
    QString folder; ///< where its own files that it includes by #include "…" are; may be empty
    bool isSanitized = false; ///< with the address sanitizer
};

struct CppBuildResult {
    enum class Outcome : quint8 {
        Built,
        Wrong, ///< the text does not compile: see the diagnostics
        Stopped, ///< by a person
        Impossible ///< whatever the text: no compiler, nowhere to write; see the problem
    };

    Outcome outcome = Outcome::Impossible;
    QString program; ///< the executable, absolute
    bool wasThere = false; ///< nothing had to be compiled
    QList<CppDiagnostic> diagnostics; ///< with Wrong the errors; warnings too
    QString fullText; ///< all that the compiler and the linker said
    QString problem; ///< for people
};

/// One build of a scenario. Used once.
class CppBuild : public QObject {
    Q_OBJECT
public:
    enum class Stage : quint8 { Preparing, Compiling, Linking };
    Q_ENUM(Stage)

    /// The name that the text has for the compiler, and thus in its messages.
    static QString sourceName();

    explicit CppBuild(CppToolchain *toolchain, QObject *parent = nullptr);
    /// A build that is going on is broken off.
    ~CppBuild() override;
    Q_DISABLE_COPY_MOVE(CppBuild)

    /// ended() is emitted later, never from within.
    void start(const CppBuildRequest &request);
    /// Ends the compiler and everything it has started; ended() follows. A header that is being prepared goes on.
    void stop();

    bool isRunning() const { return m_isRunning; }
    const CppBuildResult &result() const { return m_result; }

Q_SIGNALS:
    /// Only of what really has to be done.
    void stageBegan(Playground::CppBuild::Stage stage);
    void ended();

private:
    QCoro::Task<> build();

    bool usesHeader() const;
    bool needsHeader();
    bool isEnding() const { return m_isAbandoned || m_isStopped; }
    QString key() const;
    bool takePrebuilt();
    bool findCached();
    bool openFolder();
    void compile();
    void link();
    bool isHeaderStale() const;
    bool lacksSanitizer() const;
    void takeMessages(const QByteArray &output);
    bool keepMessages() const;
    void take(const CachedBuild &built);
    void keep();
    void reject();
    void refuse(const QString &problem);
    void conclude();

    CppToolchain *m_toolchain;
    PrecompiledHeader *m_header = nullptr;
    CppBuildRequest m_request;
    CppBuildResult m_result;
    QByteArray m_output; ///< of the compiler and the linker
    std::unique_ptr<QTemporaryDir> m_folder;
    Gate m_prepared;
    std::optional<ToolProcess> m_process;
    std::optional<QCoro::Task<>> m_flow;
    bool m_isRunning = false;
    bool m_isStopped = false;
    bool m_isAbandoned = false;
};

} // namespace Playground
