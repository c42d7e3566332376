// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/runtime/asyncio/errors.h"
#include "core/runtime/asyncio/suspension.h"
#include "core/runtime/asyncio/task.h"

#include <QByteArray>

#include <functional>
#include <memory>

namespace Playground {

class Connection;
class ServerCore;

/// The connection was at its end before so many bytes had come.
class IncompleteReadError : public std::runtime_error {
public:
    explicit IncompleteReadError(QByteArray partial);
    /// What came.
    const QByteArray &partial() const noexcept { return m_partial; }

private:
    QByteArray m_partial;
};

/// What a reader is asked for.
struct ReadRequest {
    enum class Kind : quint8 { Some, Exactly, Line, All };
    Kind kind;
    qsizetype size = 0;
};

class ReadAwaiter final : public Suspension {
public:
    ReadAwaiter(std::shared_ptr<Connection> connection, ReadRequest request) noexcept;
    bool await_ready() const;
    QByteArray await_resume();

private:
    void begin() override;
    void abandon() noexcept override;

    std::shared_ptr<Connection> m_connection;
    ReadRequest m_request;
};

/// Waits until enough has been written, or until the connection has been closed.
class WriteAwaiter final : public Suspension {
public:
    WriteAwaiter(std::shared_ptr<Connection> connection, bool isClosing) noexcept;
    bool await_ready() const;
    void await_resume();

private:
    void begin() override;
    void abandon() noexcept override;

    std::shared_ptr<Connection> m_connection;
    bool m_isClosing;
};

template <typename Awaiter, typename Argument>
class StreamOperation {
public:
    StreamOperation(std::shared_ptr<Connection> connection, Argument argument) noexcept
        : m_connection(std::move(connection))
        , m_argument(argument)
    {
    }
    Awaiter operator co_await() const { return Awaiter(m_connection, m_argument); }

private:
    std::shared_ptr<Connection> m_connection;
    Argument m_argument;
};

/// The end of a connection that is read from. A handle. One task at a time may wait for data: std::logic_error for a
/// second one. All of these throw ConnectionError when the connection broke, and when cancelled lose no data.
class StreamReader {
public:
    using Operation = StreamOperation<ReadAwaiter, ReadRequest>;

    explicit StreamReader(std::shared_ptr<Connection> connection) noexcept
        : m_connection(std::move(connection))
    {
    }
    /// A line with its "\n"; what is left, perhaps nothing, when the other side has closed before one ended.
    [[nodiscard]] Operation readLine() const { return {m_connection, {ReadRequest::Kind::Line}}; }
    /// So many bytes; throws IncompleteReadError when the other side closes before.
    [[nodiscard]] Operation readExactly(qsizetype size) const
    {
        return {m_connection, {ReadRequest::Kind::Exactly, size}};
    }
    /// All until the other side closes.
    [[nodiscard]] Operation readAll() const { return {m_connection, {ReadRequest::Kind::All}}; }
    /// What there is, up to so many bytes, as soon as there is anything; nothing when the other side has closed.
    [[nodiscard]] Operation read(qsizetype most) const { return {m_connection, {ReadRequest::Kind::Some, most}}; }
    /// True when the other side has closed and everything has been read.
    bool atEnd() const;

private:
    std::shared_ptr<Connection> m_connection;
};

/// The end of a connection that is written to. A handle; the connection is closed when the last handle of it goes.
class StreamWriter {
public:
    using Operation = StreamOperation<WriteAwaiter, bool>;

    explicit StreamWriter(std::shared_ptr<Connection> connection) noexcept
        : m_connection(std::move(connection))
    {
    }
    /// Hands data to the connection, which sends it as the network takes it. Does not wait.
    void write(const QByteArray &data) const;
    /// Suspends while more than 64 KiB wait to be sent, until they are at most 16. Throws ConnectionError when the
    /// connection broke.
    [[nodiscard]] Operation drain() const { return {m_connection, false}; }
    /// Closes the connection when everything has been sent.
    void close() const;
    /// Suspends until it has been closed.
    [[nodiscard]] Operation waitClosed() const { return {m_connection, true}; }
    bool isClosing() const;

private:
    std::shared_ptr<Connection> m_connection;
};

/// Both ends of a connection: `auto [reader, writer] = co_await openConnection("localhost", 8080);`
struct Stream {
    StreamReader reader;
    StreamWriter writer;
};

class ConnectAwaiter final : public Suspension {
public:
    ConnectAwaiter(const QString &host, quint16 port);
    Stream await_resume();

private:
    void begin() override;
    void abandon() noexcept override;

    QString m_host;
    quint16 m_port;
    std::shared_ptr<Connection> m_connection;
};

/// What openConnection() returns.
class Connecting {
public:
    Connecting(const QString &host, quint16 port)
        : m_host(host)
        , m_port(port)
    {
    }
    ConnectAwaiter operator co_await() const { return {m_host, m_port}; }

private:
    QString m_host;
    quint16 m_port;
};

/// Connects, when it is awaited, and gives a reader and a writer. Throws ConnectionError if that fails. Cancelled, it
/// gives up at once.
[[nodiscard]] Connecting openConnection(const QString &host, quint16 port);
[[nodiscard]] Connecting openConnection(const char *host, quint16 port);

class ServerAwaiter final : public Suspension {
public:
    ServerAwaiter(std::shared_ptr<ServerCore> server) noexcept
        : Suspension(Trace::WaitKind::Network)
        , m_server(std::move(server))
    {
    }
    void await_resume();

private:
    void begin() override { }
    std::shared_ptr<ServerCore> m_server;
};

/// What serveForever() returns.
class Serving {
public:
    explicit Serving(std::shared_ptr<ServerCore> server) noexcept
        : m_server(std::move(server))
    {
    }
    ServerAwaiter operator co_await() const { return {m_server}; }

private:
    std::shared_ptr<ServerCore> m_server;
};

/// A server that listens. A handle; it stops listening when the last one goes.
class Server {
public:
    explicit Server(std::shared_ptr<ServerCore> core) noexcept
        : m_core(std::move(core))
    {
    }
    quint16 port() const;
    /// Takes no more connections; those that it has go on.
    void close() const;
    /// Waits until the awaiting task is cancelled, closes the server, and throws Cancelled.
    [[nodiscard]] Serving serveForever() const { return Serving(m_core); }

private:
    std::shared_ptr<ServerCore> m_core;
};

/// Makes a task for a connection.
using ConnectionHandler = std::function<void(const StreamReader &, const StreamWriter &)>;
Server listenFor(ConnectionHandler handler, const QString &host, quint16 port);

/// Listens for connections, from now on, and makes a task of `handler(reader, writer)` for each. With port 0 the system
/// chooses one. Throws ConnectionError if it cannot listen there.
template <typename Handler>
[[nodiscard]] Server startServer(Handler handler, const QString &host, quint16 port, Where where = Where::current())
{
    return listenFor(
        [handler, where](const StreamReader &reader, const StreamWriter &writer) {
            Detail::startTask({}, where, handler, reader, writer);
        },
        host, port);
}

} // namespace Playground
