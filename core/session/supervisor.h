// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

namespace Playground {

struct SupervisorOptions {
    int control = -1; ///< see supervision.h
    int report = -1;
    std::vector<int> passed; ///< descriptors that the program keeps, besides the standard ones
    std::uint64_t memory = 1024ULL * 1024 * 1024;
    int processes = 256;
    int openFiles = 4096;
    bool ownSession = false; ///< out of reach of the terminal's signals, and the application out of the program's
    bool anyAddresses =
        false; ///< the program reserves addresses without end; what it uses of them is limited all the same
    char **command = nullptr; ///< the program and its arguments, ended by a null pointer
};

/// Runs a program and stands between it and the application, so that nothing of it is left running, whatever it does:
/// everything that it starts is found again here when it loses its parent, and is killed as soon as the program's own
/// process has ended, a limit is exceeded, or the application asks for it or is gone.
///
/// It is two processes, of which each notices the end of the other, so that killing one frees nobody.
/// Returns the status to exit with: the program's own, or 128 and the signal that ended it.
int supervise(const SupervisorOptions &options);

} // namespace Playground
