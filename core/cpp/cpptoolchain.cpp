// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cpp/cpptoolchain.h"

namespace Playground {

CppToolchain::CppToolchain(const CppKit &kit, const QStringList &compilerFolders, const QString &cacheFolder,
                           QObject *parent)
    : QObject(parent)
    , m_kit(kit)
    , m_cache(cacheFolder)
    , m_search(compilerFolders)
    , m_header(&m_kit, &m_search, &m_cache, false)
    , m_sanitizedHeader(&m_kit, &m_search, &m_cache, true)
{
}

} // namespace Playground
