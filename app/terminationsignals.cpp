// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/terminationsignals.h"

#include <array>
#include <cerrno>
#include <csignal>

#include <fcntl.h>
#include <unistd.h>

namespace Playground {
namespace {

constexpr std::array Handled{SIGINT, SIGTERM, SIGHUP, SIGQUIT};

// What a signal handler can reach: it must be known without an object.
int theWriteEnd = -1;
std::array<struct sigaction, Handled.size()> thePrevious;

void passOn(int signal)
{
    const int error = errno;
    const char byte = static_cast<char>(signal);
    [[maybe_unused]] const ssize_t written = write(theWriteEnd, &byte, 1);
    errno = error;
}

} // namespace

TerminationSignals::TerminationSignals(QObject *parent)
    : QObject(parent)
{
    int ends[2]{};
    if (pipe2(ends, O_CLOEXEC | O_NONBLOCK) != 0)
        return; // then the signals do what they always did
    m_readEnd = ends[0];
    theWriteEnd = ends[1];
    m_notifier = std::make_unique<QSocketNotifier>(m_readEnd, QSocketNotifier::Read);
    connect(m_notifier.get(), &QSocketNotifier::activated, this, &TerminationSignals::readSignals);

    struct sigaction action { };
    action.sa_handler = passOn; // a handler, unlike an ignored signal, is not inherited by the programs that we start
    action.sa_flags = SA_RESTART;
    for (std::size_t each = 0; each < Handled.size(); ++each) {
        sigaction(Handled[each], nullptr, &thePrevious[each]);
        if (thePrevious[each].sa_handler != SIG_IGN)
            sigaction(Handled[each], &action, nullptr);
    }
}

TerminationSignals::~TerminationSignals()
{
    if (m_readEnd < 0)
        return;
    for (std::size_t each = 0; each < Handled.size(); ++each)
        sigaction(Handled[each], &thePrevious[each], nullptr);
    m_notifier.reset();
    close(m_readEnd);
    close(theWriteEnd);
    theWriteEnd = -1;
}

void TerminationSignals::readSignals()
{
    char byte = 0;
    while (read(m_readEnd, &byte, 1) == 1) {
        if (byte == SIGINT)
            Q_EMIT interrupted();
        else if (byte == SIGTERM || byte == SIGHUP)
            Q_EMIT terminated();
    }
}

} // namespace Playground
