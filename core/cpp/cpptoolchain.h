// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cpp/precompiledheader.h"

namespace Playground {

/// Everything that C++ scenarios are built with, found and prepared once for the whole application. Outlives all
/// builds.
class CppToolchain : public QObject {
    Q_OBJECT
public:
    /// With other places than the application's own, for tests: the compilers' folders, and the cache's.
    explicit CppToolchain(const CppKit &kit = CppKit::ofApplication(), const QStringList &compilerFolders = {},
                          const QString &cacheFolder = {}, QObject *parent = nullptr);
    Q_DISABLE_COPY_MOVE(CppToolchain)

    /// Looks for the compiler and precompiles the header in the background, so that the first build need not.
    void prepare(bool isSanitized = false) { header(isSanitized).prepare(); }

    const CppKit &kit() const { return m_kit; }
    const BuildCache &cache() const { return m_cache; }
    CompilerSearch &search() { return m_search; }
    /// For programs with the address sanitizer, or without.
    PrecompiledHeader &header(bool isSanitized) { return isSanitized ? m_sanitizedHeader : m_header; }

private:
    CppKit m_kit;
    BuildCache m_cache;
    CompilerSearch m_search;
    PrecompiledHeader m_header;
    PrecompiledHeader m_sanitizedHeader;
};

} // namespace Playground
