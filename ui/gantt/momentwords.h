// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/insight/moment.h"
#include "ui/gantt/charttext.h"

#include <optional>
#include <vector>

namespace Playground {

/// A few words of a line, behind the chip of the task that they speak of.
struct MomentWords {
    std::optional<qsizetype> chip; ///< the task's number in order of creation
    QString text;
    ColorRole color = ColorRole::Text;

    bool operator==(const MomentWords &) const = default;
};

/// What a run was doing at a moment, on one line in the order of importance: who had the thread, who stood in the
/// loop's queue, how many waited and were over. Of a long queue the first few.
std::vector<MomentWords> momentWords(const Timeline &timeline, const RunMoment &moment);

/// All of it for those who are read to, and who have room: the whole queue.
QString momentSentence(const Timeline &timeline, const RunMoment &moment);

} // namespace Playground
