// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

namespace Playground {

/// Something that was noticed in a run and is worth telling a learner, in both languages.
struct Diagnosis {
    QString id;   ///< stable name of the kind of finding
    int line = 0; ///< in the scenario's file; 0 where it belongs to no line
    QString zhCN;
    QString en;

    bool operator==(const Diagnosis &) const = default;
};

} // namespace Playground
