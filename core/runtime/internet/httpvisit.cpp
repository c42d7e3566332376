// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/internet/httpvisit.h"

#include "core/runtime/internet/internet.h"
#include "core/runtime/scenario.h"

#include <QtGlobal>

#include <exception>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace Playground {

using Wake = Channel::Wake;

namespace {

/// How long a host waits for somebody who has begun to speak, or who should take what was sent.
constexpr Trace::Time Patience = 60s;
/// How long a silent host holds a connection, as the machines on the way would at most.
constexpr Trace::Time SilentPatience = 10min;
/// How long the client has to hang up after the last answer.
constexpr Trace::Time FarewellPatience = 5s;

constexpr qint64 PieceSize = 64 * 1024;
constexpr int TricklePieces = 20;

constexpr char TlsHandshake = 0x16;
constexpr quint16 HttpsPort = 443;

/// A fatal TLS alert "handshake_failure", in a record of the version that every client reads.
constexpr char TlsAlert[] = {0x15, 0x03, 0x01, 0x00, 0x02, 0x02, 0x28};

void warnOfTls(const Peer &peer)
{
    const auto text = u"%1:%2 was asked for an encrypted connection (https, TLS), which the simulated internet does not "
                      u"speak. Use http:// (port 80), or run the program on the real network."_s
                          .arg(QString::fromLatin1(peer.host))
                          .arg(peer.port);
    Scenario::instance().record(
        Trace::Warning {Clock::instance().now(), peer.task, Trace::WarningKind::Network, 0, text, {}});
}

} // namespace

HttpVisit::HttpVisit(std::shared_ptr<Channel> channel, Peer peer, PeerLookup lookup)
    : m_channel(std::move(channel))
    , m_peer(std::move(peer))
    , m_lookup(std::move(lookup))
    , m_profile(hostProfile(m_peer.host))
{
}

QCoro::Task<> HttpVisit::run()
{
    if (m_profile.temper == Temper::Silent) {
        co_await sayNothing();
        co_return;
    }
    for (bool goesOn = true; goesOn;) {
        const auto arrival = co_await nextRequest();
        goesOn = false;
        switch (arrival) {
        case Arrival::Request:
            goesOn = co_await answerRequest();
            break;
        case Arrival::Bad:
            co_await refuse(m_parser.failure(), QByteArray());
            break;
        case Arrival::Tls:
            co_await refuseTls();
            break;
        case Arrival::Nothing:
            break;
        }
    }
    co_await leave();
}

/// Reads until a request is complete, or until it is clear that none will be.
QCoro::Task<HttpVisit::Arrival> HttpVisit::nextRequest()
{
    while (!m_parser.isComplete() && m_parser.failure() == 0) {
        if (m_parser.takeContinueWish()) {
            const auto interim = QByteArray("HTTP/1.1 100 Continue\r\n\r\n");
            const bool isSent = co_await send(interim);
            if (!isSent)
                co_return Arrival::Nothing;
        }
        const auto patience = m_parser.hasBegun() || !m_hasReadAnything ? Patience : m_profile.keepAlive;
        const auto wake = co_await m_channel->readable(patience);
        if (wake != Wake::Ready)
            co_return Arrival::Nothing;
        const auto bytes = m_channel->read();
        if (!bytes)
            continue;
        if (bytes->isEmpty())
            co_return Arrival::Nothing;
        if (!m_hasReadAnything && bytes->front() == TlsHandshake)
            co_return Arrival::Tls;
        m_hasReadAnything = true;
        m_parser.feed(*bytes);
    }
    co_return m_parser.isComplete() ? Arrival::Request : Arrival::Bad;
}

/// False when this was the last request of the connection.
QCoro::Task<bool> HttpVisit::answerRequest()
{
    const auto request = m_parser.take();
    if (m_profile.temper == Temper::Reset) {
        const auto wake = co_await m_channel->pause(m_profile.firstByte);
        if (wake != Wake::Stopped)
            m_channel->reset();
        co_return false;
    }
    if (m_peer.port == HttpsPort) {
        co_await refuse(400, "The plain HTTP request was sent to HTTPS port");
        co_return false;
    }
    if (request.method == "CONNECT") {
        warnOfTls(m_peer);
        co_await refuse(501, "The simulated internet does not speak TLS.");
        co_return false;
    }
    // What comes to a proxy names the host that it is meant for.
    const auto target = HttpTarget::of(request.target);
    const auto host = target.host.isEmpty() ? m_profile.host : normalisedHostName(target.host);
    const auto profile = hostProfile(host);
    if (host.isEmpty() || profile.temper == Temper::Unknown || profile.temper == Temper::Refuse) {
        co_await refuse(502, QByteArray());
        co_return false;
    }
    const auto answer = answerTo(request, profile, Internet::wallClock());
    const bool isDelivered = co_await deliver(answer);
    co_return isDelivered && !answer.closes;
}

QCoro::Task<> HttpVisit::refuse(int status, QByteArray reason)
{
    const auto answer = refusal(status, m_profile, Internet::wallClock(), reason);
    co_await deliver(answer);
}

QCoro::Task<bool> HttpVisit::deliver(HttpAnswer answer)
{
    const auto wake = co_await m_channel->pause(answer.firstByte);
    if (wake == Wake::Stopped)
        co_return false;
    const auto head = answer.head();
    const bool isSent = co_await send(head);
    if (!isSent || !answer.sendsBody)
        co_return isSent;
    co_return co_await deliverBody(answer);
}

QCoro::Task<bool> HttpVisit::deliverBody(HttpAnswer answer)
{
    const bool trickles = answer.spread > 0s;
    const auto piece = trickles ? std::max<qint64>(1, (answer.size + TricklePieces - 1) / TricklePieces) : PieceSize;
    const auto pieces = (answer.size + piece - 1) / piece;
    const auto begin = Clock::instance().now();
    for (qint64 offset = 0; offset < answer.size; offset += piece) {
        // The first piece goes with the head, the last one at the end of the spread.
        if (trickles && offset > 0) {
            const auto due = begin + answer.spread * (offset / piece) / (pieces - 1);
            const auto wake = co_await m_channel->pause(due - Clock::instance().now());
            if (wake == Wake::Stopped)
                co_return false;
        }
        const auto bytes = answer.body(offset, piece);
        const bool isSent = co_await send(bytes);
        if (!isSent)
            co_return false;
    }
    co_return true;
}

/// False when the peer is gone, or takes nothing any more.
QCoro::Task<bool> HttpVisit::send(QByteArray bytes)
{
    while (!bytes.isEmpty()) {
        const auto count = m_channel->write(bytes);
        if (count < 0)
            co_return false;
        bytes.remove(0, count);
        if (bytes.isEmpty())
            break;
        const auto wake = co_await m_channel->writable(Patience);
        if (wake != Wake::Ready)
            co_return false;
    }
    co_return true;
}

/// Takes what comes and never answers. Who has closed the sending half only may still be waiting for an answer.
QCoro::Task<> HttpVisit::sayNothing()
{
    const auto end = Clock::instance().now() + SilentPatience;
    bool hasEnded = false;
    while (!hasEnded && Clock::instance().now() < end) {
        const auto wake = co_await m_channel->readable(end - Clock::instance().now());
        if (wake == Wake::Stopped)
            co_return;
        const auto bytes = m_channel->read();
        hasEnded = bytes && bytes->isEmpty();
    }
    const auto rest = end - Clock::instance().now();
    if (rest > 0s && m_lookup(m_peer.fromPort))
        co_await m_channel->pause(rest);
}

QCoro::Task<> HttpVisit::refuseTls()
{
    warnOfTls(m_peer);
    const auto alert = QByteArray(TlsAlert, sizeof TlsAlert);
    co_await send(alert);
}

/// Says goodbye and lets the client take what is on its way: a close with unread bytes would destroy it.
QCoro::Task<> HttpVisit::leave()
{
    if (!m_channel->isOpen())
        co_return;
    m_channel->endWriting();
    const auto end = Clock::instance().now() + FarewellPatience;
    while (Clock::instance().now() < end) {
        const auto wake = co_await m_channel->readable(end - Clock::instance().now());
        const auto bytes = wake == Wake::Ready ? m_channel->read() : QByteArray();
        if (bytes && bytes->isEmpty())
            co_return;
    }
}

QCoro::Task<> visit(std::unique_ptr<HttpVisit> visit)
{
    try {
        co_await visit->run();
    } catch (const std::exception &error) {
        qWarning("The simulated internet lost a connection: %s", error.what());
    }
}

} // namespace Playground
