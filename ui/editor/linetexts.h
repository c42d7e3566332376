// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/editor/linewaits.h"
#include "ui/editor/livelines.h"

#include <QString>

/// What the editor says beside its lines, in the language of the application's translator.
namespace Playground {

/// What a task does at a line: "0.59 s to go", "waiting for cat", "network, 0.12 s".
QString standingText(const Timeline &timeline, const LineTask &task, Trace::Time now);

/// How often and how long it was waited at a line, in a few lines for a tool tip.
QString factsText(const Timeline &timeline, const LineFacts &facts);

} // namespace Playground
