// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace Playground {

/// Something that a run shows and that a person should be told of, in both languages.
struct Diagnosis {
    QString id;
    int line = 0; ///< in the scenario's file, from 1; 0 where it belongs to no line
    QString zhCN;
    QString en;

    bool operator==(const Diagnosis &) const = default;
};

} // namespace Playground
