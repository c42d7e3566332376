// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

#include <optional>

namespace Playground {

/// One place of a program, and what to write there instead.
struct Replacement {
    QString replace;
    QString with;

    bool operator==(const Replacement &) const = default;
};

/// A change that an explanation suggests trying.
using ProgramChange = QList<Replacement>;

/// The program with the change made, replacement by replacement. Nothing where one of the places does not occur
/// exactly once.
std::optional<QString> applied(const ProgramChange &experiment, const QString &original);

} // namespace Playground
