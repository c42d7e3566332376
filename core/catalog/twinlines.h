// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

namespace Playground {

/// Two lines of an example's programs that do the same; counted from 1.
struct TwinLine {
    int python = 0;
    int cpp = 0;

    bool operator==(const TwinLine &) const = default;
};

/// The line of the program in the other language that stands for a line of the one in `language`: its twin, or as far
/// behind the twin of a line before it, but not as far as the next one. 1 where all twins come later.
int twinLine(const QList<TwinLine> &twins, const QString &language, int line);

} // namespace Playground
