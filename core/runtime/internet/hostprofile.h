// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/runtime/internet/httprequest.h"
#include "core/trace/events.h"

namespace Playground {

/// What a simulated host does with those who call.
enum class Temper : quint8 {
    Steady,  ///< answers
    Trickle, ///< answers a few bytes at a time
    Refuse,  ///< refuses connections
    Reset,   ///< resets the connection after the request
    Silent,  ///< accepts and never answers
    Unknown  ///< has no address
};

/// All that the simulated internet knows of a host. Made from the host's name alone, so it is the same in every run.
struct HostProfile {
    QByteArray host;
    Temper temper = Temper::Steady;
    Trace::Time resolve {};   ///< how long looking up its address takes
    Trace::Time firstByte {}; ///< from the end of a request to the first byte of its answer
    Trace::Time spread {};    ///< from the first byte of a body to its last
    Trace::Time keepAlive {}; ///< how long it holds a connection on which nothing is asked
    qint64 bodySize = 0;      ///< of its front page
    bool speaksJson = false;  ///< answers programs, not people
    QByteArray server;
    QByteArray redirect;      ///< where its front page really is; empty if it is where one asks for it
    QList<HttpHeader> extraHeaders;
};

/// `host` is a name as normalisedHostName() has it, or a numeric address.
HostProfile hostProfile(const QByteArray &host);

/// Lower case, without the dot of the root. Empty when no host can have that name.
QByteArray normalisedHostName(const QByteArray &name);

/// A number that depends on the text and on nothing else; `purpose` gives one text several numbers.
quint64 stableHash(const QByteArray &text, quint64 purpose);

} // namespace Playground
