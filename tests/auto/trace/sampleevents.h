// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/trace/events.h"

#include <QRandomGenerator>

#include <array>
#include <chrono>
#include <vector>

namespace Playground::Samples {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace Trace;

/// One event of each type with a value of its own in every field.
inline std::vector<Event> oneOfEach()
{
    const std::vector<Event> events {
        RunStarted {1ns, u"python"_s, u"CPython 3.11.2"_s, u"课堂/dog.py"_s, ClockMode::Scaled, 2.5, NetworkMode::Real},
        TaskCreated {23ns, TaskId {1}, TaskId::None, LoopId {1}, 24, u"Task-1 \U0001F436"_s, u"start_run"_s},
        TaskRenamed {255ns, TaskId {24}, u"小狗"_s},
        TaskWoken {256ns, TaskId {255}, TaskId {256}},
        TaskResumed {65'535ns, TaskId {65'536}},
        TaskSuspended {65'536ns, TaskId {4'294'967'295}, SiteId {70'000}, WaitKind::Queue, TaskId {3}, Open},
        TaskSuspended {1h, TaskId {2}, SiteId::None, WaitKind::Sleep, TaskId::None, 2h},
        TaskFinished {4'294'967'296ns, TaskId {2}, FinishState::Failed, u"ValueError: \"x\"\n"_s, 12},
        SiteDefined {SiteId {7}, {{u"main"_s, u"await run()"_s, 9}, {u"run"_s, u"await asyncio.sleep(1)"_s, 3}}},
        SiteDefined {SiteId {8}, {}},
        LoopIdle {5s, LoopId {3}},
        LoopBusy {6s, LoopId::Main},
        CallbackRan {7s, 8s, LoopId::Main, 40, u"on_timer"_s},
        Output {9s, TaskId {2}, OutputStream::Error, QByteArray("\xff\x00text\n", 7)},
        NetworkProgress {10s, TaskId {2}, 5, NetworkPhase::FirstByte, u"www.sina.com.cn:80"_s},
        Warning {11s, TaskId {2}, WarningKind::Uncaught, 17, u"RuntimeWarning: …"_s, {1, 2, 3}},
        RunFinished {12s, -11},
    };
    return events;
}

/// Any event, on few tasks, loops and connections, so that events of a sequence have to do with each other.
class RandomEvents {
public:
    explicit RandomEvents(quint32 seed) : m_random(seed) { }

    Event next()
    {
        switch (below(32)) {
        case 0:
            return RunStarted {time(), u"python"_s, {}, {}, ClockMode(below(3)), 1.0, NetworkMode(below(3))};
        case 1:
            return below(20) == 0 ? Event(RunFinished {time(), below(3)}) : Event(LoopBusy {time(), loop()});
        case 2:
        case 3:
        case 4:
            return TaskCreated {time(), task(), task(), loop(), below(9), u"t"_s, u"work"_s};
        case 5:
            return TaskRenamed {time(), task(), u"renamed"_s};
        case 6:
            return SiteDefined {SiteId(quint32(below(4))), {{u"f"_s, u"await g()"_s, below(9)}}};
        case 7:
            return LoopIdle {time(), loop()};
        case 8:
            return LoopBusy {time(), loop()};
        case 9:
            return CallbackRan {time(), time(), loop(), below(9), u"callback"_s};
        case 10:
            return Output {time(), task(), OutputStream(below(2)), QByteArray(below(30), 'x')};
        case 11:
            return NetworkProgress {time(), task(), quint32(below(3)), NetworkPhase(below(6)), u"host"_s};
        case 12:
            return Warning {time(), task(), WarningKind(below(9)), below(9), u"text"_s, {}};
        case 13:
            return TaskFinished {time(), task(), FinishState(below(3)), u"42"_s, 0};
        case 14:
        case 15:
        case 16:
        case 17:
        case 18:
        case 19:
            return TaskWoken {time(), task(), task()};
        case 20:
        case 21:
        case 22:
        case 23:
        case 24:
        case 25:
            return TaskSuspended {time(), task(), SiteId(quint32(below(4))), WaitKind(below(11)), task(),
                                  below(2) == 0 ? Open : m_now + Time(below(20) - 5)};
        default:
            return TaskResumed {time(), task()};
        }
    }

private:
    int below(int limit) { return int(m_random.bounded(limit)); }
    TaskId task() { return TaskId(quint32(below(6))); }
    LoopId loop() { return LoopId(quint32(below(2))); }

    /// Mostly goes on, sometimes stands still, seldom runs back or far ahead.
    Time time()
    {
        if (below(200) == 0)
            return std::array {Time(-5), Time {}, Time::min(), m_now - Time(7)}[std::size_t(below(4))];
        m_now += Time(below(4));
        return m_now;
    }

    QRandomGenerator m_random;
    Time m_now {};
};

} // namespace Playground::Samples
