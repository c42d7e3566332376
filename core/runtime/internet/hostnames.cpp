// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/internet/hostnames.h"

#include "core/runtime/internet/hostprofile.h"

#include <QFile>

#include <array>

#include <arpa/inet.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace Playground {

namespace {

constexpr quint32 Network = 0xc6120000; // 198.18.0.0
constexpr quint32 HostCount = 1U << 17;
/// More names than a program resolves in earnest; one that makes them up in a loop must not eat the memory.
constexpr qsizetype MostNames = 50'000;

QByteArray bytesOf(in_addr address)
{
    return QByteArray(reinterpret_cast<const char *>(&address), sizeof address);
}

/// Addresses that end in 0 or 255 look like a network's own.
bool looksLikeHost(quint32 number)
{
    return (number & 0xff) != 0 && (number & 0xff) != 0xff;
}

} // namespace

bool HostNames::isLocal(const QByteArray &name)
{
    if (m_localNames.isEmpty())
        readLocalNames();
    auto host = name.toLower();
    if (host.endsWith('.'))
        host.chop(1);
    return m_localNames.contains(host) || host.endsWith(".localhost");
}

void HostNames::readLocalNames()
{
    m_localNames = {"localhost", "localhost.localdomain", "ip6-localhost", "ip6-loopback"};
    std::array<char, 256> own {};
    if (::gethostname(own.data(), own.size() - 1) == 0 && own.front() != '\0') {
        const auto name = QByteArray(own.data()).toLower();
        const auto dot = name.indexOf('.');
        m_localNames += {name, dot < 0 ? name : name.first(dot), name + ".local"};
    }
    QFile file(u"/etc/hosts"_s);
    if (!file.open(QIODevice::ReadOnly))
        return;
    const auto lines = file.read(1024 * 1024).split('\n');
    for (const auto &line : lines) {
        const auto comment = line.indexOf('#');
        const auto words = (comment < 0 ? line : line.first(comment)).simplified().split(' ');
        for (qsizetype i = 1; i < words.size(); ++i)
            m_localNames.insert(words[i].toLower());
    }
}

in_addr HostNames::simulatedAddress(const QByteArray &name)
{
    if (const auto known = m_simulated.constFind(name); known != m_simulated.cend())
        return *known;
    auto number = quint32(stableHash(name, 100) % HostCount);
    const auto addressOf = [](quint32 host) { return in_addr {htonl(Network + host)}; };
    const bool isFull = m_simulated.size() >= MostNames;
    while (!looksLikeHost(number) || (!isFull && m_names.contains(bytesOf(addressOf(number)))))
        number = (number + 1) % HostCount;
    if (isFull) {
        learn(bytesOf(addressOf(number)), name);
        return addressOf(number);
    }
    m_simulated.insert(name, addressOf(number));
    learn(bytesOf(addressOf(number)), name);
    return addressOf(number);
}

void HostNames::learn(const QByteArray &address, const QByteArray &name)
{
    if (m_names.size() < 2 * MostNames || m_names.contains(address))
        m_names.insert(address, name);
}

} // namespace Playground
