// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/python/qtpoller.h"

#include "core/python/signalwakeup.h"
#include "core/runtime/scenario.h"

#include <QEventLoop>
#include <QThread>

#include <array>
#include <cerrno>
#include <system_error>

#include <sys/epoll.h>
#include <unistd.h>

namespace Playground {

namespace {

constexpr int MostEvents = 256;

[[noreturn]] void throwErrno()
{
    throw std::system_error(errno, std::generic_category());
}

} // namespace

QtPoller::QtPoller()
    : m_epoll(::epoll_create1(EPOLL_CLOEXEC))
{
    if (m_epoll < 0)
        throwErrno();
    control(EPOLL_CTL_ADD, m_alarm.fileDescriptor(), EPOLLIN);
    control(EPOLL_CTL_ADD, SignalWakeUp::fileDescriptor(), EPOLLIN);
}

QtPoller::~QtPoller()
{
    m_notifier.reset();
    ::close(m_epoll);
}

void QtPoller::add(int fileDescriptor, uint events)
{
    control(EPOLL_CTL_ADD, fileDescriptor, events);
}

void QtPoller::modify(int fileDescriptor, uint events)
{
    control(EPOLL_CTL_MOD, fileDescriptor, events);
}

void QtPoller::remove(int fileDescriptor)
{
    epoll_event event{};
    ::epoll_ctl(m_epoll, EPOLL_CTL_DEL, fileDescriptor, &event);
}

void QtPoller::control(int operation, int fileDescriptor, uint events)
{
    epoll_event event{};
    event.events = events;
    event.data.fd = fileDescriptor;
    if (::epoll_ctl(m_epoll, operation, fileDescriptor, &event) != 0)
        throwErrno();
}

QtPoller::Ready QtPoller::ready()
{
    std::array<epoll_event, MostEvents> events;
    const int count = ::epoll_wait(m_epoll, events.data(), MostEvents, 0);
    if (count < 0 && errno != EINTR)
        throwErrno();
    Ready result;
    for (int i = 0; i < count; ++i) {
        const auto &event = events[size_t(i)];
        if (event.data.fd != m_alarm.fileDescriptor() && event.data.fd != SignalWakeUp::fileDescriptor())
            result.emplace_back(event.data.fd, event.events);
    }
    return result;
}

void QtPoller::wait(Trace::Time deadline)
{
    auto &clock = Clock::instance();
    const auto loop = Scenario::currentLoop();
    Scenario::instance().record(Trace::LoopIdle{clock.now(), loop});
    if (deadline == Trace::Open || !clock.jumpIfAlone(deadline)) {
        if (deadline == Trace::Open)
            m_alarm.waitWithoutEnd();
        else
            m_alarm.set(deadline);
        if (Scenario::instance().isForkedChild())
            waitWithoutEventLoop();
        else
            waitInEventLoop();
        m_alarm.set(Trace::Open);
        m_alarm.clear();
    }
    Scenario::instance().record(Trace::LoopBusy{clock.now(), loop});
}

void QtPoller::waitInEventLoop()
{
    // Makes the event dispatcher of a thread that has none yet.
    QEventLoop loop;
    auto &notifier = notifierOfThisThread();
    m_isReady = false;
    notifier.setEnabled(true);
    while (!m_isReady)
        loop.processEvents(QEventLoop::WaitForMoreEvents);
    notifier.setEnabled(false);
}

/// In a forked child, whose event dispatcher still shares its parent's descriptors.
void QtPoller::waitWithoutEventLoop()
{
    epoll_event event{};
    ::epoll_wait(m_epoll, &event, 1, -1);
}

/// A notifier works in the thread that it was made in, and a loop may be made in one thread and run in another.
QSocketNotifier &QtPoller::notifierOfThisThread()
{
    if (!m_notifier || m_notifier->thread() != QThread::currentThread()) {
        m_notifier = std::make_unique<QSocketNotifier>(m_epoll, QSocketNotifier::Read);
        QObject::connect(m_notifier.get(), &QSocketNotifier::activated, m_notifier.get(), [this] { m_isReady = true; });
    }
    return *m_notifier;
}

} // namespace Playground
