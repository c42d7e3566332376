// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/trace/events.h"

#include <QByteArray>

#include <functional>
#include <optional>

#include <netinet/in.h>

namespace Playground {

/// Who a connection to the simulated internet was meant for.
struct Peer {
    QByteArray host;          ///< a name, or a numeric address
    in_addr address {};       ///< the address that the program believes to have connected to
    quint16 port = 0;         ///< of that address
    quint16 fromPort = 0;     ///< the program's end of the connection
    quint16 serverPort = 0;   ///< where the connection really went, on loopback
    Trace::TaskId task {};    ///< who connected
};

/// Finds a connection by the port that it comes from; nullopt for a stranger, and once the program has closed its end.
/// Called from the server's thread.
using PeerLookup = std::function<std::optional<Peer>(quint16 fromPort)>;

} // namespace Playground
