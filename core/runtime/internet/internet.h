// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/trace/events.h"

#include <QDateTime>

namespace Playground {

/// The network as a scenario meets it: simulated, real, or none.
///
/// It works at the level of the C library. A program that links `playground_internet_interposers` has its calls of
/// getaddrinfo, connect, recv and their like, and those of every library in the process, pass through here first:
/// asyncio's streams, blocking sockets in threads, urllib and Qt's own sockets all meet the same network unchanged.
///
/// - Simulated: every host name has an address in 198.18.0.0/15 (set aside for such purposes by RFC 2544), and
///   connections to it, or to any other address outside this machine, are answered by a server in a thread of this
///   process, over a real loopback socket and on the scenario's clock. `docs/simulated-internet.md` lists the hosts.
/// - Real: nothing is changed.
/// - None: as on a machine without a network.
///
/// What is local (localhost, this machine's names and addresses, Unix sockets) is left alone in all three. In all
/// three, names being resolved and connections enter the trace with their phases.
class Internet {
public:
    /// Call it once the scenario's clock runs, before the scenario's own code; until then everything passes through.
    /// Called again, it changes the mode for what begins afterwards.
    static void start(Trace::NetworkMode mode);

    /// Ends the simulated server and all of its connections, and lets everything pass through again. Done by itself
    /// at exit.
    static void stop();

    /// Date and time of day in the scenario, UTC.
    static QDateTime wallClock();

    /// Connections to simulated hosts that have not ended yet.
    static int visits();
};

} // namespace Playground
