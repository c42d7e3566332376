// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <utility>

#include <netdb.h>
#include <sys/socket.h>

/// A client that is written as blocking programs are: by the C library alone.
class Client {
public:
    Client() = default;
    explicit Client(int socket) : m_socket(socket) { }
    Client(Client &&other) noexcept : m_socket(std::exchange(other.m_socket, -1)) { }
    Client &operator=(Client &&other) noexcept;
    ~Client() { hangUp(); }

    /// Resolves and connects; check error().
    static Client to(const char *host, const char *port = "80");
    /// "198.18.4.7" for a name, empty if it has no address.
    static QByteArray addressOf(const char *host, int family = AF_INET, int *error = nullptr);
    static QByteArray fetch(const char *host, const QByteArray &path = "/");

    int socket() const { return m_socket; }
    int error() const { return m_error; } ///< errno of what failed last
    int lookupError() const { return m_lookupError; }

    bool send(const QByteArray &bytes);
    /// What is there next; empty at the end and on an error.
    QByteArray receive();
    QByteArray receiveUntil(const QByteArray &end);
    QByteArray receiveAll();
    /// One whole answer with its body, by its Content-Length.
    QByteArray receiveAnswer();
    void hangUp();

private:
    int m_socket = -1;
    int m_error = 0;
    int m_lookupError = 0;
    QByteArray m_unread;
};

QByteArray get(const QByteArray &path, const QByteArray &version = "1.1", const QByteArray &more = {});
