// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHash>
#include <QSet>

#include <netinet/in.h>

namespace Playground {

/// Which address belongs to which name. Not thread-safe.
class HostNames {
public:
    /// True for names that this machine answers by itself: localhost, its own, and those in /etc/hosts.
    bool isLocal(const QByteArray &name);

    /// The address of a simulated host, in 198.18.0.0/15, derived from its name. Two names that would share one get
    /// different ones, the later one the next that is free.
    in_addr simulatedAddress(const QByteArray &name);

    /// Remembers what a name was resolved to; `address` as Endpoint::bytes() has it.
    void learn(const QByteArray &address, const QByteArray &name);
    /// The name last resolved to that address; empty if it never was.
    QByteArray nameOf(const QByteArray &address) const { return m_names.value(address); }

private:
    void readLocalNames();

    QHash<QByteArray, QByteArray> m_names;
    QHash<QByteArray, in_addr> m_simulated;
    QSet<QByteArray> m_localNames; ///< read on first use; never empty then
};

} // namespace Playground
