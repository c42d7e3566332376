// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/experiment.h"

namespace Playground {

std::optional<QString> applied(const ProgramChange &experiment, const QString &original)
{
    QString text = original;
    for (const Replacement &step : experiment) {
        const qsizetype at = step.replace.isEmpty() ? -1 : text.indexOf(step.replace);
        if (at < 0 || text.indexOf(step.replace, at + 1) >= 0)
            return std::nullopt;
        text.replace(at, step.replace.size(), step.with);
    }
    return text;
}

} // namespace Playground
