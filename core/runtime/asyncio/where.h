// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace Playground {

/// A place in the source, taken by a defaulted parameter, so that the trace can tell the line. As std::source_location,
/// which clang 14 lacks.
struct Where {
    const char *file = "";
    const char *function = "";
    int line = 0;

    static constexpr Where current(const char *file = __builtin_FILE(), const char *function = __builtin_FUNCTION(),
                                   int line = __builtin_LINE()) noexcept
    {
        return {file, function, line};
    }
};

} // namespace Playground
