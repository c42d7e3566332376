// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/trace/timeline.h"
#include "ui/editor/linemessage.h"

#include <set>
#include <vector>

namespace Playground {

/// What went wrong in a run, by lines of its program.
struct RunComplaints {
    std::vector<LineMessage> messages; ///< by line; one for a line, the gravest and then the first of it
    std::set<int> calls; ///< lines on the way to the exception that ended the program, without its own

    bool operator==(const RunComplaints &) const = default;
};

/// Of what the timeline tells so far; what has no line is left out.
RunComplaints runComplaints(const Timeline &timeline);

} // namespace Playground
