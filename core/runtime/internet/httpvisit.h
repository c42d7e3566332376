// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/runtime/internet/channel.h"
#include "core/runtime/internet/hostprofile.h"
#include "core/runtime/internet/httpanswer.h"
#include "core/runtime/internet/httprequest.h"
#include "core/runtime/internet/peer.h"

#include <QCoroTask>

#include <memory>

namespace Playground {

/// One connection to a simulated host, from accept to close.
class HttpVisit {
public:
    HttpVisit(std::shared_ptr<Channel> channel, Peer peer, PeerLookup lookup);
    Q_DISABLE_COPY_MOVE(HttpVisit)

    QCoro::Task<> run();

private:
    enum class Arrival : quint8 { Request, Bad, Tls, Nothing };

    QCoro::Task<Arrival> nextRequest();
    QCoro::Task<bool> answerRequest();
    QCoro::Task<> refuse(int status, QByteArray reason);
    QCoro::Task<bool> deliver(HttpAnswer answer);
    QCoro::Task<bool> deliverBody(HttpAnswer answer);
    QCoro::Task<bool> send(QByteArray bytes);
    QCoro::Task<> sayNothing();
    QCoro::Task<> refuseTls();
    QCoro::Task<> leave();

    std::shared_ptr<Channel> m_channel;
    const Peer m_peer;
    const PeerLookup m_lookup;
    const HostProfile m_profile;
    HttpParser m_parser;
    bool m_hasReadAnything = false;
};

/// Runs a visit and keeps it until it ends.
QCoro::Task<> visit(std::unique_ptr<HttpVisit> visit);

} // namespace Playground
