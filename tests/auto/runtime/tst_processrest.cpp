// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/processrest.h"

#include <QTest>

#include <array>
#include <atomic>
#include <thread>

#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace Playground;

namespace {

/// A thread that is blocked in a read until told to end.
class BlockedThread {
public:
    BlockedThread()
    {
        [[maybe_unused]] const int result = ::pipe(m_ends.data());
        m_thread = std::thread([this] {
            m_id = int(::syscall(SYS_gettid));
            char byte = 0;
            [[maybe_unused]] const auto count = ::read(m_ends[0], &byte, 1);
        });
        while (m_id == 0)
            std::this_thread::yield();
    }

    ~BlockedThread()
    {
        [[maybe_unused]] const auto count = ::write(m_ends[1], "x", 1);
        m_thread.join();
    }

    int id() const { return m_id; }

private:
    std::array<int, 2> m_ends{};
    std::atomic<int> m_id = 0;
    std::thread m_thread;
};

} // namespace

class TestProcessRest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theCallingThreadIsNeverAtRest()
    {
        ProcessRest rest;
        QVERIFY(!rest.isAtRest());
    }

    void withTheCallerExemptAndTheOthersBlockedItIs()
    {
        ProcessRest rest;
        rest.exempt(int(::syscall(SYS_gettid)));
        const BlockedThread blocked;
        QTRY_VERIFY(rest.isAtRest());
    }

    void aThreadThatComputesKeepsItFromRest()
    {
        ProcessRest rest;
        rest.exempt(int(::syscall(SYS_gettid)));
        std::atomic<bool> stop = false;
        std::thread busy([&] {
            while (!stop) { }
        });
        const bool wasAtRest = rest.isAtRest();
        stop = true;
        busy.join();
        QVERIFY(!wasAtRest);
    }

    void anExemptThreadDoesNotCountAsAnother()
    {
        // In a child process, which does not have the threads of the test's harness.
        const pid_t child = ::fork();
        if (child == 0) {
            ProcessRest rest;
            const bool alone = rest.isOnlyThread();
            const BlockedThread blocked;
            const bool withAnother = rest.isOnlyThread();
            rest.exempt(blocked.id());
            ::_exit(alone && !withAnother && rest.isOnlyThread() ? 0 : 1);
        }
        int status = -1;
        ::waitpid(child, &status, 0);
        QCOMPARE(status, 0);
    }

    void itKnowsOfAChildUntilItHasBeenWaitedFor()
    {
        QVERIFY(!ProcessRest::hasChildren());
        const pid_t child = ::fork();
        if (child == 0)
            ::_exit(0);
        QVERIFY(ProcessRest::hasChildren());
        ::waitpid(child, nullptr, 0);
        QVERIFY(!ProcessRest::hasChildren());
    }
};

QTEST_GUILESS_MAIN(TestProcessRest)
#include "tst_processrest.moc"
