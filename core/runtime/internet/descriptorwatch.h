// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <array>
#include <atomic>

namespace Playground {

/// How far a watched descriptor is.
enum class Watched : quint8 {
    Nothing,    ///< not watched: a file, a pipe, a listening or an unconnected socket
    Connecting, ///< connect() was called and is not known to have ended
    Waiting,    ///< connected; no byte has come since the last one was sent
    Receiving,  ///< bytes are coming
    Datagram    ///< a datagram socket that was connected to somewhere outside
};

/// Which descriptors of this process are network connections, in a table that any thread may look into at the cost of
/// one load. It ends at 65536, more than a machine has ports for: descriptors beyond are merely not watched.
class DescriptorWatch {
public:
    static Watched of(int descriptor) noexcept
    {
        return covers(descriptor) ? s_states[size_t(descriptor)].load(std::memory_order_relaxed) : Watched::Nothing;
    }
    static bool isWatched(int descriptor) noexcept { return of(descriptor) != Watched::Nothing; }

    static void set(int descriptor, Watched state) noexcept
    {
        if (covers(descriptor))
            s_states[size_t(descriptor)].store(state, std::memory_order_relaxed);
    }
    static bool covers(int descriptor) noexcept { return descriptor >= 0 && size_t(descriptor) < s_states.size(); }

private:
    static inline constinit std::array<std::atomic<Watched>, 65536> s_states {};
};

} // namespace Playground
