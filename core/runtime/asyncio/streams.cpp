// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/asyncio/streams.h"

#include <QHostAddress>
#include <QTcpServer>
#include <QTcpSocket>

#include <utility>

using namespace Qt::StringLiterals;

namespace Playground {

namespace {

constexpr qint64 HighWater = 64 * 1024;
constexpr qint64 LowWater = 16 * 1024;

} // namespace

/// A socket, what has come by it, and who waits for it.
class Connection {
public:
    explicit Connection(QTcpSocket *socket)
        : m_socket(socket)
    {
        // asyncio does so, too.
        m_socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
        QObject::connect(m_socket, &QTcpSocket::connected, m_socket, [this] { wake(m_connecting); });
        QObject::connect(m_socket, &QTcpSocket::readyRead, m_socket, [this] { take(); });
        QObject::connect(m_socket, &QTcpSocket::bytesWritten, m_socket, [this] {
            if (isDrained())
                wake(m_writing);
        });
        QObject::connect(m_socket, &QTcpSocket::disconnected, m_socket, [this] { end(); });
        QObject::connect(m_socket, &QTcpSocket::errorOccurred, m_socket, [this] { end(); });
        if (m_socket->bytesAvailable() > 0)
            take();
    }

    ~Connection()
    {
        m_socket->disconnect();
        if (m_socket->state() == QAbstractSocket::UnconnectedState || m_socket->bytesToWrite() == 0) {
            m_socket->deleteLater();
            return;
        }
        // What was written is sent nevertheless.
        QObject::connect(m_socket, &QTcpSocket::disconnected, m_socket, &QObject::deleteLater);
        m_socket->disconnectFromHost();
    }
    Q_DISABLE_COPY_MOVE(Connection)

    bool hasEnded() const noexcept { return m_hasEnded; }
    bool isConnected() const { return m_socket->state() == QAbstractSocket::ConnectedState; }
    bool isDrained() const { return m_socket->bytesToWrite() <= LowWater; }
    bool isOverfull() const { return m_socket->bytesToWrite() > HighWater; }
    bool isClosing() const noexcept { return m_isClosing; }
    bool isClosed() const { return m_socket->state() == QAbstractSocket::UnconnectedState; }
    bool isExhausted() const noexcept { return m_hasEnded && m_received.isEmpty(); }

    void open(const QString &host, quint16 port) { m_socket->connectToHost(host, port); }
    void abort() { m_socket->abort(); }
    void write(const QByteArray &data) { m_socket->write(data); }
    void close()
    {
        m_isClosing = true;
        m_socket->disconnectFromHost();
    }

    bool canAnswer(const ReadRequest &request) const
    {
        if (m_hasEnded)
            return true;
        switch (request.kind) {
        case ReadRequest::Kind::Some:
            return !m_received.isEmpty() || request.size == 0;
        case ReadRequest::Kind::Exactly:
            return m_received.size() >= request.size;
        case ReadRequest::Kind::Line:
            return m_received.indexOf('\n') >= 0;
        case ReadRequest::Kind::All:
            return false;
        }
        Q_UNREACHABLE();
    }

    QByteArray answer(const ReadRequest &request)
    {
        if (m_isBroken)
            throwError();
        switch (request.kind) {
        case ReadRequest::Kind::Some:
            return takeFirst(request.size);
        case ReadRequest::Kind::Exactly:
            if (m_received.size() < request.size)
                throw IncompleteReadError(takeFirst(m_received.size()));
            return takeFirst(request.size);
        case ReadRequest::Kind::Line: {
            const qsizetype end = m_received.indexOf('\n');
            return takeFirst(end < 0 ? m_received.size() : end + 1);
        }
        case ReadRequest::Kind::All:
            return takeFirst(m_received.size());
        }
        Q_UNREACHABLE();
    }

    [[noreturn]] void throwError() const { throw ConnectionError(m_socket->errorString().toStdString()); }
    bool isBroken() const noexcept { return m_isBroken; }

    void waitForConnection(Suspension *waiter) noexcept { m_connecting = waiter; }
    void waitForData(Suspension *waiter, const ReadRequest &request)
    {
        if (m_reading)
            throw std::logic_error("another task is reading from this connection already");
        m_reading = waiter;
        m_request = request;
    }
    void stopReading() noexcept { m_reading = nullptr; }
    void waitForWriting(Suspension *waiter)
    {
        if (m_writing)
            throw std::logic_error("another task waits for this connection already");
        m_writing = waiter;
    }
    void stopWriting() noexcept { m_writing = nullptr; }

private:
    static void wake(Suspension *&waiter)
    {
        if (Suspension *woken = std::exchange(waiter, nullptr))
            woken->wake();
    }

    void take()
    {
        m_received += m_socket->readAll();
        if (m_reading && canAnswer(m_request))
            wake(m_reading);
    }

    void end()
    {
        m_received += m_socket->readAll();
        const auto error = m_socket->error();
        m_isBroken = error != QAbstractSocket::UnknownSocketError && error != QAbstractSocket::RemoteHostClosedError;
        m_hasEnded = true;
        wake(m_connecting);
        wake(m_reading);
        wake(m_writing);
    }

    QByteArray takeFirst(qsizetype size)
    {
        const QByteArray first = m_received.first(std::min(size, m_received.size()));
        m_received.remove(0, first.size());
        return first;
    }

    QTcpSocket *m_socket; ///< goes when it has sent what it has
    QByteArray m_received;
    Suspension *m_connecting = nullptr;
    Suspension *m_reading = nullptr;
    Suspension *m_writing = nullptr;
    ReadRequest m_request{ReadRequest::Kind::All};
    bool m_hasEnded = false;
    bool m_isBroken = false;
    bool m_isClosing = false;
};

IncompleteReadError::IncompleteReadError(QByteArray partial)
    : std::runtime_error("the connection was closed after " + std::to_string(partial.size()) + " bytes")
    , m_partial(std::move(partial))
{
}

ReadAwaiter::ReadAwaiter(std::shared_ptr<Connection> connection, ReadRequest request) noexcept
    : Suspension(Trace::WaitKind::Network)
    , m_connection(std::move(connection))
    , m_request(request)
{
}

bool ReadAwaiter::await_ready() const
{
    return m_connection->canAnswer(m_request);
}

void ReadAwaiter::begin()
{
    m_connection->waitForData(this, m_request);
}

void ReadAwaiter::abandon() noexcept
{
    m_connection->stopReading();
}

QByteArray ReadAwaiter::await_resume()
{
    throwIfCancelled();
    return m_connection->answer(m_request);
}

WriteAwaiter::WriteAwaiter(std::shared_ptr<Connection> connection, bool isClosing) noexcept
    : Suspension(Trace::WaitKind::Network)
    , m_connection(std::move(connection))
    , m_isClosing(isClosing)
{
}

bool WriteAwaiter::await_ready() const
{
    return m_isClosing ? m_connection->isClosed() : m_connection->hasEnded() || !m_connection->isOverfull();
}

void WriteAwaiter::begin()
{
    m_connection->waitForWriting(this);
}

void WriteAwaiter::abandon() noexcept
{
    m_connection->stopWriting();
}

void WriteAwaiter::await_resume()
{
    throwIfCancelled();
    if (m_connection->isBroken())
        m_connection->throwError();
}

bool StreamReader::atEnd() const
{
    return m_connection->isExhausted();
}

void StreamWriter::write(const QByteArray &data) const
{
    m_connection->write(data);
}

void StreamWriter::close() const
{
    m_connection->close();
}

bool StreamWriter::isClosing() const
{
    return m_connection->isClosing();
}

ConnectAwaiter::ConnectAwaiter(const QString &host, quint16 port)
    : Suspension(Trace::WaitKind::Network)
    , m_host(host)
    , m_port(port)
{
}

void ConnectAwaiter::begin()
{
    m_connection = std::make_shared<Connection>(new QTcpSocket);
    m_connection->waitForConnection(this);
    m_connection->open(m_host, m_port);
}

void ConnectAwaiter::abandon() noexcept
{
    m_connection->waitForConnection(nullptr);
    m_connection->abort();
}

Stream ConnectAwaiter::await_resume()
{
    throwIfCancelled();
    if (!m_connection->isConnected())
        m_connection->throwError();
    return {StreamReader(m_connection), StreamWriter(m_connection)};
}

Connecting openConnection(const QString &host, quint16 port)
{
    return {host, port};
}

Connecting openConnection(const char *host, quint16 port)
{
    return {QString::fromUtf8(host), port};
}

class ServerCore {
public:
    ServerCore(ConnectionHandler handler, const QString &host, quint16 port)
        : m_handler(std::move(handler))
    {
        const QHostAddress address = addressOf(host);
        if (!m_server.listen(address, port))
            throw ConnectionError(host.toStdString() + ": " + m_server.errorString().toStdString());
        QObject::connect(&m_server, &QTcpServer::newConnection, &m_server, [this] { accept(); });
    }

    quint16 port() const { return m_server.serverPort(); }
    void close() { m_server.close(); }

private:
    static QHostAddress addressOf(const QString &host)
    {
        if (host.isEmpty())
            return QHostAddress(QHostAddress::Any);
        if (host == "localhost"_L1)
            return QHostAddress(QHostAddress::LocalHost);
        return QHostAddress(host);
    }

    void accept()
    {
        while (QTcpSocket *socket = m_server.nextPendingConnection()) {
            socket->setParent(nullptr);
            const auto connection = std::make_shared<Connection>(socket);
            m_handler(StreamReader(connection), StreamWriter(connection));
        }
    }

    QTcpServer m_server;
    ConnectionHandler m_handler;
};

void ServerAwaiter::await_resume()
{
    m_server->close();
    throwIfCancelled();
}

quint16 Server::port() const
{
    return m_core->port();
}

void Server::close() const
{
    m_core->close();
}

Server listenFor(ConnectionHandler handler, const QString &host, quint16 port)
{
    return Server(std::make_shared<ServerCore>(std::move(handler), host, port));
}

} // namespace Playground
