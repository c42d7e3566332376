// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace Playground {

/// What the application is to begin with.
struct OpeningRequest {
    QString file{}; ///< absolute; empty where an example is asked for, or nothing
    QString example{}; ///< id
    QString language{}; ///< "zh_CN" or "en"; empty: as the last time, or as the system speaks
    bool isRunning = false; ///< run it at once
};

} // namespace Playground
