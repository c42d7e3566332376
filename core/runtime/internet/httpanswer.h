// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/runtime/internet/hostprofile.h"
#include "core/runtime/internet/httprequest.h"
#include "core/trace/events.h"

#include <QDateTime>

namespace Playground {

/// What a simulated host answers, and how fast.
struct HttpAnswer {
    int status = 200;
    QList<HttpHeader> headers;
    QByteArray start;          ///< the first bytes of the body
    QByteArray filler;         ///< repeated after them until `size` bytes are sent
    qint64 size = 0;           ///< of the body
    bool sendsBody = true;     ///< false for HEAD, and where a body is not allowed
    bool closes = false;       ///< whether the connection ends after it
    Trace::Time firstByte {};  ///< see HostProfile
    Trace::Time spread {};     ///< see HostProfile

    /// Status line and headers, up to and with the empty line.
    QByteArray head() const;
    /// `count` bytes of the body from `offset` on; fewer at its end.
    QByteArray body(qint64 offset, qint64 count) const;
};

/// The parts of what a request asks for.
struct HttpTarget {
    QByteArray host;   ///< where the request names one by itself, as clients of a proxy do; otherwise empty
    QByteArray path;   ///< starts with '/'; percent-encoded
    QByteArray query;  ///< after the '?'

    static HttpTarget of(const QByteArray &requestTarget);
};

/// `docs/simulated-internet.md` lists what can be asked for. `now` is for the Date header.
HttpAnswer answerTo(const HttpRequest &request, const HostProfile &profile, const QDateTime &now);

/// The answer to a request that is none, or that the host will not serve; it ends the connection.
HttpAnswer refusal(int status, const HostProfile &profile, const QDateTime &now, const QByteArray &reason = {});

/// "Not Found" for 404.
QByteArray reasonPhrase(int status);

} // namespace Playground
