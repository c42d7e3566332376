// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client.h"

#include <array>
#include <cerrno>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <unistd.h>

Client &Client::operator=(Client &&other) noexcept
{
    hangUp();
    m_socket = std::exchange(other.m_socket, -1);
    m_unread = std::exchange(other.m_unread, {});
    return *this;
}

Client Client::to(const char *host, const char *port)
{
    Client client;
    addrinfo hints {};
    hints.ai_socktype = SOCK_STREAM;
    addrinfo *list = nullptr;
    client.m_lookupError = ::getaddrinfo(host, port, &hints, &list);
    if (client.m_lookupError != 0)
        return client;
    client.m_socket = ::socket(list->ai_family, list->ai_socktype | SOCK_CLOEXEC, list->ai_protocol);
    if (::connect(client.m_socket, list->ai_addr, list->ai_addrlen) < 0)
        client.m_error = errno;
    ::freeaddrinfo(list);
    return client;
}

QByteArray Client::addressOf(const char *host, int family, int *error)
{
    addrinfo hints {};
    hints.ai_socktype = SOCK_STREAM;
    hints.ai_family = family;
    addrinfo *list = nullptr;
    const int result = ::getaddrinfo(host, nullptr, &hints, &list);
    if (error)
        *error = result;
    if (result != 0)
        return {};
    std::array<char, INET6_ADDRSTRLEN> text {};
    ::getnameinfo(list->ai_addr, list->ai_addrlen, text.data(), text.size(), nullptr, 0, NI_NUMERICHOST);
    ::freeaddrinfo(list);
    return text.data();
}

QByteArray Client::fetch(const char *host, const QByteArray &path)
{
    auto client = to(host);
    client.send(get(path, "1.0", QByteArray("Host: ") + host + "\r\n"));
    return client.receiveAll();
}

bool Client::send(const QByteArray &bytes)
{
    for (qsizetype sent = 0; sent < bytes.size();) {
        const auto count = ::send(m_socket, bytes.constData() + sent, size_t(bytes.size() - sent), MSG_NOSIGNAL);
        if (count < 0) {
            m_error = errno;
            return false;
        }
        sent += count;
    }
    return true;
}

QByteArray Client::receive()
{
    if (!m_unread.isEmpty())
        return std::exchange(m_unread, {});
    std::array<char, 4096> buffer;
    const auto count = ::recv(m_socket, buffer.data(), buffer.size(), 0);
    if (count < 0)
        m_error = errno;
    return QByteArray(buffer.data(), std::max<qsizetype>(count, 0));
}

QByteArray Client::receiveUntil(const QByteArray &end)
{
    QByteArray bytes;
    while (!bytes.contains(end)) {
        const auto more = receive();
        if (more.isEmpty())
            return bytes;
        bytes += more;
    }
    const auto length = bytes.indexOf(end) + end.size();
    m_unread = bytes.sliced(length) + m_unread;
    return bytes.first(length);
}

QByteArray Client::receiveAll()
{
    QByteArray bytes;
    for (auto more = receive(); !more.isEmpty(); more = receive())
        bytes += more;
    return bytes;
}

QByteArray Client::receiveAnswer()
{
    auto answer = receiveUntil("\r\n\r\n");
    const auto at = answer.indexOf("\r\nContent-Length: ");
    if (at < 0)
        return answer;
    const auto number = answer.sliced(at + 18);
    auto missing = number.first(number.indexOf('\r')).toLongLong();
    while (missing > 0) {
        const auto more = receive();
        if (more.isEmpty())
            break;
        answer += more.first(std::min(missing, more.size()));
        m_unread = more.sliced(std::min(missing, more.size()));
        missing -= std::min(missing, more.size());
    }
    return answer;
}

void Client::hangUp()
{
    if (m_socket >= 0)
        ::close(std::exchange(m_socket, -1));
}

QByteArray get(const QByteArray &path, const QByteArray &version, const QByteArray &more)
{
    const auto host = version == "1.1" ? QByteArray("Host: somewhere\r\n") : QByteArray();
    return "GET " + path + " HTTP/" + version + "\r\n" + host + more + "\r\n";
}
