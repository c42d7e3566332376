// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <atomic>
#include <cerrno>

#include <dlfcn.h>
#include <netdb.h>
#include <sys/socket.h>
#include <sys/types.h>

namespace Playground {

/// Keeps errno as it is over what a scenario must not notice.
class ErrnoKeeper {
public:
    ErrnoKeeper() = default;
    ~ErrnoKeeper() { errno = m_errno; }
    Q_DISABLE_COPY_MOVE(ErrnoKeeper)

private:
    const int m_errno = errno;
};

/// One function of the C library, past whatever stands before it in this process. Found on its first call, without any
/// lock, so that it may be called before main, in a forked child and while it is being found by another thread.
template <typename Function>
class NextFunction {
public:
    constexpr explicit NextFunction(const char *name) : m_name(name) { }

    template <typename... Arguments>
    auto operator()(Arguments... arguments) const
    {
        auto *function = m_function.load(std::memory_order_relaxed);
        if (!function) {
            const ErrnoKeeper keeper;
            function = reinterpret_cast<Function *>(::dlsym(RTLD_NEXT, m_name));
            m_function.store(function, std::memory_order_relaxed);
        }
        return function(arguments...);
    }

private:
    const char *m_name;
    mutable std::atomic<Function *> m_function = nullptr;
};

/// The C library's own functions, for the code that stands before them.
namespace Libc {
inline constinit NextFunction<int(const char *, const char *, const addrinfo *, addrinfo **)> getaddrinfo("getaddrinfo");
inline constinit NextFunction<int(const char *, hostent *, char *, size_t, hostent **, int *)>
    gethostbyname_r("gethostbyname_r");
inline constinit NextFunction<hostent *(const char *)> gethostbyname("gethostbyname");
inline constinit NextFunction<int(const void *, socklen_t, int, hostent *, char *, size_t, hostent **, int *)>
    gethostbyaddr_r("gethostbyaddr_r");
inline constinit NextFunction<int(const sockaddr *, socklen_t, char *, socklen_t, char *, socklen_t, int)>
    getnameinfo("getnameinfo");
inline constinit NextFunction<int(int, const sockaddr *, socklen_t)> connect("connect");
inline constinit NextFunction<int(int, sockaddr *, socklen_t *)> getpeername("getpeername");
inline constinit NextFunction<int(int, int, int, void *, socklen_t *)> getsockopt("getsockopt");
inline constinit NextFunction<ssize_t(int, void *, size_t)> read("read");
inline constinit NextFunction<ssize_t(int, void *, size_t, int)> recv("recv");
inline constinit NextFunction<ssize_t(int, void *, size_t, int, sockaddr *, socklen_t *)> recvfrom("recvfrom");
inline constinit NextFunction<ssize_t(int, msghdr *, int)> recvmsg("recvmsg");
inline constinit NextFunction<ssize_t(int, const void *, size_t)> write("write");
inline constinit NextFunction<ssize_t(int, const void *, size_t, int)> send("send");
inline constinit NextFunction<ssize_t(int, const void *, size_t, int, const sockaddr *, socklen_t)> sendto("sendto");
inline constinit NextFunction<ssize_t(int, const msghdr *, int)> sendmsg("sendmsg");
inline constinit NextFunction<int(int)> close("close");
} // namespace Libc

} // namespace Playground
