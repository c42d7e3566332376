// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <playground/asyncio.h>

#include <QTest>
#include <QTimer>

#include <cstdio>
#include <cstdlib>

// QVERIFY and QCOMPARE leave by `return`, which a coroutine cannot.
#define CO_VERIFY(condition) \
    do { \
        if (!QTest::qVerify(static_cast<bool>(condition), #condition, "", __FILE__, __LINE__)) \
            co_return; \
    } while (false)
#define CO_COMPARE(actual, expected) \
    do { \
        if (!QTest::qCompare(actual, expected, #actual, #expected, __FILE__, __LINE__)) \
            co_return; \
    } while (false)
#define CO_FAIL(message) \
    do { \
        QTest::qFail(message, __FILE__, __LINE__); \
        co_return; \
    } while (false)

namespace Playground {

/// Before the first runCoroutine(): all of the process's runs are on the instant clock.
inline void useInstantClock()
{
    qputenv("ASYNC_PLAYGROUND_CLOCK", "instant");
}

/// Runs a coroutine as a main task. One that hangs ends the test instead of waiting for ever, in the world's time.
template <typename Main>
int runCoroutine(Main main)
{
    QTimer watchdog;
    watchdog.setSingleShot(true);
    QObject::connect(&watchdog, &QTimer::timeout, &watchdog, [] {
        std::fputs("the coroutine hangs\n", stderr);
        std::abort();
    });
    watchdog.start(std::chrono::seconds(60));
    return run(main);
}

/// Tells whether the loop had a turn since it was made: between it and the look lies an await that did suspend, or did
/// not.
class TurnWatch {
public:
    TurnWatch()
        : m_callback(callSoon([turned = m_turned] { *turned = true; }))
    {
    }
    ~TurnWatch() { m_callback.cancel(); }
    Q_DISABLE_COPY_MOVE(TurnWatch)

    bool hasTurned() const { return *m_turned; }

private:
    std::shared_ptr<bool> m_turned = std::make_shared<bool>(false);
    CallbackHandle m_callback;
};

} // namespace Playground
