// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/trace/events.h"

#include <QByteArray>
#include <QString>

#include <vector>

namespace Playground {

class Timeline;

/// The tasks of a run as a table for other programs (RFC 4180), in order of creation: name, coroutine, parent, state,
/// when it was created, first ran and ended, how long it ran, was ready and waited, and its result or error. Times are
/// seconds of the run, with the figures of a nanosecond; what there is not is empty. What a spreadsheet would take for a
/// formula stands behind an apostrophe. UTF-8 with a byte order mark,
/// without which Excel takes Chinese for something else.
QByteArray taskCsv(const Timeline &timeline);

/// Some of these rows below the same heading, divided by tabs: what a spreadsheet takes when it is pasted. Tasks that
/// are not known are left out.
QString taskRows(const Timeline &timeline, const std::vector<Trace::TaskId> &tasks);

} // namespace Playground
