// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/runtime/asyncio/suspension.h"

#include <QByteArray>
#include <QList>
#include <QPointer>
#include <QUrl>

#include <stdexcept>
#include <utility>

class QNetworkReply;

namespace Playground {

/// There was no answer.
class NetworkError : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

/// What a server has answered.
struct Response {
    int status = 0; ///< 200 and the like
    QUrl url; ///< where it came from in the end
    QList<std::pair<QByteArray, QByteArray>> headers;
    QByteArray body;

    /// True for a status of 200 to 299.
    bool succeeded() const noexcept { return status >= 200 && status < 300; }
    /// A header's value, its name in any case; empty if there is none.
    QByteArray header(const QByteArray &name) const;
    QString text() const { return QString::fromUtf8(body); }
};

class FetchAwaiter final : public Suspension {
public:
    explicit FetchAwaiter(const QUrl &url);
    ~FetchAwaiter() override;
    Response await_resume();

private:
    void begin() override;
    void abandon() noexcept override;

    QUrl m_url;
    QPointer<QNetworkReply> m_reply;
};

/// What fetch() returns.
class Fetch {
public:
    explicit Fetch(const QUrl &url)
        : m_url(url)
    {
    }
    FetchAwaiter operator co_await() const { return FetchAwaiter(m_url); }

private:
    QUrl m_url;
};

/// Asks a server for a page, when it is awaited, and suspends until the whole answer is there. Follows redirections. An
/// answer that says "not found" is an answer: look at its status. Without one, it throws NetworkError. Cancelled, it
/// drops the connection and throws Cancelled at once. All fetches of a thread share one QNetworkAccessManager, which
/// outlives them.
[[nodiscard]] Fetch fetch(const QUrl &url);
[[nodiscard]] Fetch fetch(const QString &url);
[[nodiscard]] Fetch fetch(const char *url);

} // namespace Playground
