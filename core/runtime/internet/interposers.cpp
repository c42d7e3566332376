// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Functions of the C library that the program which links this file defines itself. The dynamic linker finds them
// first, for the program and for every library in its process; they ask the NetworkGate and go on to the library's own.
// They run before main, in forked children and in every thread; a descriptor that is not watched costs one load.
#undef _FORTIFY_SOURCE

#include "core/runtime/internet/descriptorwatch.h"
#include "core/runtime/internet/libc.h"
#include "core/runtime/internet/networkgate.h"

#include <algorithm>
#include <array>

#include <unistd.h>

using Playground::DescriptorWatch;
using Playground::NetworkGate;
using Playground::Watched;
namespace Libc = Playground::Libc;

namespace {

/// After bytes were asked for: `count` is what the library's function returned.
ssize_t noteReceived(int descriptor, size_t size, ssize_t count)
{
    if (DescriptorWatch::isWatched(descriptor) && size > 0) [[unlikely]]
        NetworkGate::instance().log().received(descriptor, count);
    return count;
}

ssize_t noteSent(int descriptor, ssize_t count)
{
    if (count > 0 && DescriptorWatch::isWatched(descriptor)) [[unlikely]]
        NetworkGate::instance().log().sent(descriptor);
    return count;
}

/// Whether what is about to be sent is a datagram that stays here; then `result` is the function's result.
bool staysHere(int descriptor, const sockaddr *address, socklen_t length, size_t size, ssize_t &result)
{
    const bool mayBe = (address && NetworkGate::isOpen()) || DescriptorWatch::of(descriptor) == Watched::Datagram;
    if (!mayBe) [[likely]]
        return false;
    switch (NetworkGate::instance().fateOfDatagram(descriptor, address, length)) {
    case NetworkGate::Datagram::Passes:
        return false;
    case NetworkGate::Datagram::IsLost:
        result = ssize_t(size);
        return true;
    case NetworkGate::Datagram::IsUnreachable:
        errno = ENETUNREACH;
        result = -1;
        return true;
    }
    return false;
}

size_t sizeOf(const msghdr *message)
{
    size_t size = 0;
    for (size_t i = 0; i < message->msg_iovlen; ++i)
        size += message->msg_iov[i].iov_len;
    return size;
}

} // namespace

#define PLAYGROUND_INTERPOSER extern "C" __attribute__((visibility("default")))

PLAYGROUND_INTERPOSER int getaddrinfo(const char *node, const char *service, const addrinfo *hints, addrinfo **result)
{
    return NetworkGate::isOpen() ? NetworkGate::instance().getaddrinfo(node, service, hints, result)
                                 : Libc::getaddrinfo(node, service, hints, result);
}

PLAYGROUND_INTERPOSER int gethostbyname_r(const char *name, hostent *entry, char *buffer, size_t size, hostent **result,
                                          int *error)
{
    return NetworkGate::isOpen() ? NetworkGate::instance().gethostbyname_r(name, entry, buffer, size, result, error)
                                 : Libc::gethostbyname_r(name, entry, buffer, size, result, error);
}

PLAYGROUND_INTERPOSER hostent *gethostbyname(const char *name)
{
    if (!NetworkGate::isOpen())
        return Libc::gethostbyname(name);
    static thread_local std::array<char, 8192> buffer;
    static thread_local hostent entry;
    hostent *result = nullptr;
    int error = 0;
    NetworkGate::instance().gethostbyname_r(name, &entry, buffer.data(), buffer.size(), &result, &error);
    h_errno = error;
    return result;
}

PLAYGROUND_INTERPOSER int gethostbyaddr_r(const void *address, socklen_t length, int family, hostent *entry,
                                          char *buffer, size_t size, hostent **result, int *error)
{
    return NetworkGate::isOpen()
        ? NetworkGate::instance().gethostbyaddr_r(address, length, family, entry, buffer, size, result, error)
        : Libc::gethostbyaddr_r(address, length, family, entry, buffer, size, result, error);
}

PLAYGROUND_INTERPOSER int getnameinfo(const sockaddr *address, socklen_t length, char *host, socklen_t hostSize,
                                      char *service, socklen_t serviceSize, int flags)
{
    return NetworkGate::isOpen()
        ? NetworkGate::instance().getnameinfo(address, length, host, hostSize, service, serviceSize, flags)
        : Libc::getnameinfo(address, length, host, hostSize, service, serviceSize, flags);
}

PLAYGROUND_INTERPOSER int connect(int descriptor, const sockaddr *address, socklen_t length)
{
    return NetworkGate::isOpen() ? NetworkGate::instance().connect(descriptor, address, length)
                                 : Libc::connect(descriptor, address, length);
}

PLAYGROUND_INTERPOSER int getpeername(int descriptor, sockaddr *address, socklen_t *length) noexcept
{
    const socklen_t room = length ? *length : 0;
    const int result = Libc::getpeername(descriptor, address, length);
    if (result == 0 && NetworkGate::isOpen())
        NetworkGate::instance().correctPeerName(descriptor, address, std::min(room, *length));
    return result;
}

PLAYGROUND_INTERPOSER int getsockopt(int descriptor, int level, int option, void *value, socklen_t *length) noexcept
{
    const int result = Libc::getsockopt(descriptor, level, option, value, length);
    if (result == 0 && level == SOL_SOCKET && option == SO_ERROR && *length >= socklen_t(sizeof(int))
        && DescriptorWatch::isWatched(descriptor))
        NetworkGate::instance().toldError(descriptor, *static_cast<const int *>(value));
    return result;
}

PLAYGROUND_INTERPOSER ssize_t read(int descriptor, void *buffer, size_t size)
{
    return noteReceived(descriptor, size, Libc::read(descriptor, buffer, size));
}

PLAYGROUND_INTERPOSER ssize_t recv(int descriptor, void *buffer, size_t size, int flags)
{
    return noteReceived(descriptor, size, Libc::recv(descriptor, buffer, size, flags));
}

PLAYGROUND_INTERPOSER ssize_t recvfrom(int descriptor, void *buffer, size_t size, int flags, sockaddr *address,
                                       socklen_t *length)
{
    return noteReceived(descriptor, size, Libc::recvfrom(descriptor, buffer, size, flags, address, length));
}

PLAYGROUND_INTERPOSER ssize_t recvmsg(int descriptor, msghdr *message, int flags)
{
    const size_t size = DescriptorWatch::isWatched(descriptor) ? sizeOf(message) : 0;
    return noteReceived(descriptor, size, Libc::recvmsg(descriptor, message, flags));
}

PLAYGROUND_INTERPOSER ssize_t write(int descriptor, const void *buffer, size_t size)
{
    ssize_t result = 0;
    if (staysHere(descriptor, nullptr, 0, size, result))
        return result;
    return noteSent(descriptor, Libc::write(descriptor, buffer, size));
}

PLAYGROUND_INTERPOSER ssize_t send(int descriptor, const void *buffer, size_t size, int flags)
{
    ssize_t result = 0;
    if (staysHere(descriptor, nullptr, 0, size, result))
        return result;
    return noteSent(descriptor, Libc::send(descriptor, buffer, size, flags));
}

PLAYGROUND_INTERPOSER ssize_t sendto(int descriptor, const void *buffer, size_t size, int flags, const sockaddr *address,
                                     socklen_t length)
{
    ssize_t result = 0;
    if (staysHere(descriptor, address, length, size, result))
        return result;
    return noteSent(descriptor, Libc::sendto(descriptor, buffer, size, flags, address, length));
}

PLAYGROUND_INTERPOSER ssize_t sendmsg(int descriptor, const msghdr *message, int flags)
{
    ssize_t result = 0;
    const auto *address = static_cast<const sockaddr *>(message->msg_name);
    if (staysHere(descriptor, address, message->msg_namelen, sizeOf(message), result))
        return result;
    return noteSent(descriptor, Libc::sendmsg(descriptor, message, flags));
}

PLAYGROUND_INTERPOSER int close(int descriptor)
{
    if (DescriptorWatch::isWatched(descriptor)) [[unlikely]]
        NetworkGate::instance().closing(descriptor);
    return Libc::close(descriptor);
}
