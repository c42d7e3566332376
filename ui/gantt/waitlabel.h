// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/trace/timeline.h"

#include <QStringList>

namespace Playground {

/// The text of an await expression as a label on a bar: "await asyncio.sleep(2)" is "sleep(2)", but "await dog", where
/// dog is no call, stays whole. The library's name is left out everywhere. `slept` is the duration asked for, where the
/// wait is a sleep whose deadline is known; it replaces an argument that is no number: "await asyncio.sleep(delay)" is
/// "sleep(2)". Empty for an empty text.
QString callLabel(const QString &await, std::optional<Trace::Time> slept = std::nullopt);

/// What may stand on the bar of a wait, from the most telling to the shortest; empty where nothing is known of it.
/// It is what the task itself awaits: the outermost call of the wait's site. `host` is the peer of a network wait, or
/// empty.
QStringList waitLabels(const Timeline &timeline, const Wait &wait, const QString &host);

} // namespace Playground
