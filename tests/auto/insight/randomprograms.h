// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/trace/timeline.h"

#include <QRandomGenerator>
#include <QStringList>

#include <deque>
#include <map>
#include <vector>

/// Small concurrent programs, made at random: as a timeline, told by a loop that works like asyncio's, and as Python.
namespace Playground::RandomPrograms {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Trace::Time;

struct Op {
    enum class Kind { Sleep, Work, Thread, Spawn, Join, Call, Acquire, Release, Put, Get };
    Kind kind = Kind::Sleep;
    std::chrono::milliseconds time{};
    std::size_t function = 0; ///< for Spawn, Join and Call
    int line = 0; ///< its own, so that different awaits differ

    bool operator==(const Op &) const = default;
};

/// A function: a coroutine that is run as a task, awaited within another, or both. Function 0 is main().
struct Function {
    std::vector<Op> ops;
    bool isNamed = true; ///< whether its task is given a name
};

struct Program {
    std::vector<Function> functions;
    QString nameOf(std::size_t function) const { return function == 0 ? u"main"_s : u"part_%1"_s.arg(function); }
};

class Maker {
public:
    explicit Maker(quint32 seed)
        : m_random(seed)
    {
    }

    Program program()
    {
        Program program;
        const int parts = 1 + below(4);
        for (int i = 0; i <= parts; ++i) {
            program.functions.push_back({{}, below(3) > 0});
            if (i == 0)
                continue;
            const int ops = 1 + below(3);
            for (int k = 0; k < ops; ++k)
                program.functions.back().ops.push_back(leaf());
            if (below(5) == 0)
                enclose(program.functions.back().ops);
        }
        if (parts > 1 && below(3) == 0) { // one waits for what another makes
            program.functions[1].ops.insert(program.functions[1].ops.begin(), {Op::Kind::Get, {}, 0, 0});
            program.functions[2].ops.push_back({Op::Kind::Put, {}, 0, 0});
        }
        std::vector<Op> &main = program.functions[0].ops;
        std::vector<std::size_t> spawned;
        for (std::size_t i = 1; i < program.functions.size(); ++i) {
            if (below(3) == 0) {
                main.push_back({Op::Kind::Call, {}, i, 0});
                continue;
            }
            main.push_back({Op::Kind::Spawn, {}, i, 0});
            if (below(3) == 0)
                main.push_back({Op::Kind::Join, {}, i, 0});
            else
                spawned.push_back(i);
            if (below(4) == 0)
                main.push_back(leaf());
        }
        for (const std::size_t i : spawned)
            main.push_back({Op::Kind::Join, {}, i, 0});
        number(program);
        return program;
    }

    /// Another version of it: one place or two are different.
    Program edited(Program program)
    {
        const int edits = 1 + below(2);
        for (int i = 0; i < edits; ++i)
            edit(program);
        number(program);
        return program;
    }

private:
    int below(int limit) { return int(m_random.bounded(limit)); }
    std::chrono::milliseconds time() { return std::chrono::milliseconds(100 * (1 + below(12))); }

    Op leaf()
    {
        constexpr Op::Kind kinds[] = {Op::Kind::Sleep, Op::Kind::Sleep, Op::Kind::Sleep,
                                      Op::Kind::Sleep, Op::Kind::Work,  Op::Kind::Thread};
        return {kinds[below(int(std::size(kinds)))], time(), 0, 0};
    }

    static void enclose(std::vector<Op> &ops)
    {
        ops.insert(ops.begin(), {Op::Kind::Acquire, {}, 0, 0});
        ops.push_back({Op::Kind::Release, {}, 0, 0});
    }

    void edit(Program &program)
    {
        const auto where = std::size_t(below(int(program.functions.size())));
        std::vector<Op> &ops = program.functions[where].ops;
        if (ops.empty())
            return;
        const auto at = std::size_t(below(int(ops.size())));
        Op &op = ops[at];
        switch (op.kind) {
        case Op::Kind::Sleep:
        case Op::Kind::Work:
        case Op::Kind::Thread:
            switch (below(5)) {
            case 0:
                op.time = time();
                return;
            case 1:
                op.kind = op.kind == Op::Kind::Work ? Op::Kind::Thread : Op::Kind::Work;
                return;
            case 2:
                op.kind = op.kind == Op::Kind::Sleep ? Op::Kind::Work : Op::Kind::Sleep;
                return;
            case 3:
                ops.insert(ops.begin() + std::ptrdiff_t(at), leaf());
                return;
            default:
                if (ops.size() > 1)
                    ops.erase(ops.begin() + std::ptrdiff_t(at));
                return;
            }
        case Op::Kind::Call: { // into a task that is awaited at the end
            const std::size_t function = op.function;
            op.kind = Op::Kind::Spawn;
            ops.push_back({Op::Kind::Join, {}, function, 0});
            return;
        }
        case Op::Kind::Spawn: { // awaited in place
            const std::size_t function = op.function;
            op.kind = Op::Kind::Call;
            std::erase_if(ops, [function](const Op &o) { return o.kind == Op::Kind::Join && o.function == function; });
            return;
        }
        case Op::Kind::Join: { // at the end
            const Op join = op;
            ops.erase(ops.begin() + std::ptrdiff_t(at));
            ops.push_back(join);
            return;
        }
        case Op::Kind::Acquire:
        case Op::Kind::Release:
        case Op::Kind::Put:
        case Op::Kind::Get:
            return;
        }
    }

    static void number(Program &program)
    {
        int line = 1;
        for (Function &function : program.functions) {
            for (Op &op : function.ops) {
                if (op.line == 0)
                    op.line = line;
                ++line;
            }
        }
    }

    QRandomGenerator m_random;
};

/// Runs a program on a loop that does what asyncio's does: one thing at a time, in the order in which tasks are ready.
class Simulator {
public:
    Simulator(const Program &program, Trace::ClockMode clock, quint32 seed)
        : m_program(program)
        , m_clock(clock)
        , m_random(seed)
    {
    }
    Q_DISABLE_COPY_MOVE(Simulator)

    void run(Timeline &timeline)
    {
        m_timeline = &timeline;
        Trace::RunStarted started;
        started.language = u"python"_s;
        started.program = u"random.py"_s;
        started.clock = m_clock;
        add(started);
        create(0, Trace::TaskId::None);
        while (!m_tasks[0].isFinished && goOn()) { }
        const bool isWhole = m_tasks[0].isFinished;
        for (Task &task : m_tasks) {
            if (!task.isFinished)
                add(Trace::TaskFinished{m_now, task.id, Trace::FinishState::Cancelled, {}, 0});
        }
        RunOutcome outcome;
        outcome.outcome = isWhole ? Outcome::Finished : Outcome::Stopped;
        if (isWhole)
            add(Trace::RunFinished{m_now, 0});
        timeline.finish(outcome, false);
    }

private:
    struct Frame {
        std::size_t function = 0;
        std::size_t next = 0;
    };
    struct Task {
        Trace::TaskId id{};
        std::size_t function = 0;
        std::vector<Frame> frames;
        std::vector<std::size_t> joiners;
        bool isFinished = false;
    };

    bool goOn()
    {
        while (!m_timers.empty() && m_timers.begin()->first <= m_now) {
            const std::size_t task = m_timers.begin()->second;
            m_timers.erase(m_timers.begin());
            wake(task, Trace::TaskId::None);
        }
        if (m_ready.empty()) {
            if (m_timers.empty())
                return false; // all wait for each other
            add(Trace::LoopIdle{m_now, {}});
            m_now = m_timers.begin()->first;
            add(Trace::LoopBusy{m_now, {}});
            return true;
        }
        const std::size_t task = m_ready.front();
        m_ready.pop_front();
        step(task);
        return true;
    }

    void step(std::size_t index)
    {
        add(Trace::TaskResumed{m_now, m_tasks[index].id});
        jitter();
        for (;;) {
            std::vector<Frame> &frames = m_tasks[index].frames;
            if (frames.back().next == m_program.functions[frames.back().function].ops.size()) {
                frames.pop_back();
                if (frames.empty()) {
                    finish(index);
                    return;
                }
                continue;
            }
            const Op &op = m_program.functions[frames.back().function].ops[frames.back().next++];
            if (!perform(index, op))
                return;
        }
    }

    /// False when the task gave the thread back.
    bool perform(std::size_t index, const Op &op)
    {
        switch (op.kind) {
        case Op::Kind::Work:
            m_now += op.time;
            return true;
        case Op::Kind::Sleep:
            suspend(index, Trace::WaitKind::Sleep, u"await asyncio.sleep(%1)"_s.arg(op.time.count()), {},
                    m_now + op.time);
            m_timers.emplace(m_now + op.time, index);
            return false;
        case Op::Kind::Thread:
            suspend(index, Trace::WaitKind::Thread, u"await asyncio.to_thread(%1)"_s.arg(op.time.count()));
            m_timers.emplace(m_now + op.time, index);
            return false;
        case Op::Kind::Spawn:
            create(op.function, m_tasks[index].id);
            return true;
        case Op::Kind::Call:
            m_tasks[index].frames.push_back({op.function, 0});
            return true;
        case Op::Kind::Join: {
            const std::size_t child = m_taskOf.at(op.function);
            if (m_tasks[child].isFinished)
                return true;
            m_tasks[child].joiners.push_back(index);
            suspend(index, Trace::WaitKind::Task, u"await task"_s, m_tasks[child].id);
            return false;
        }
        case Op::Kind::Acquire:
            if (!m_isLocked) {
                m_isLocked = true;
                return true;
            }
            m_lockers.push_back(index);
            suspend(index, Trace::WaitKind::Lock, u"await lock.acquire()"_s);
            return false;
        case Op::Kind::Release:
            m_isLocked = !m_lockers.empty(); // it goes to the next
            if (m_isLocked) {
                const std::size_t next = m_lockers.front();
                m_lockers.pop_front();
                wake(next, m_tasks[index].id);
            }
            return true;
        case Op::Kind::Put:
            if (m_getters.empty()) {
                ++m_items;
                return true;
            }
            wake(m_getters.front(), m_tasks[index].id);
            m_getters.pop_front();
            return true;
        case Op::Kind::Get:
            if (m_items > 0) {
                --m_items;
                return true;
            }
            m_getters.push_back(index);
            suspend(index, Trace::WaitKind::Queue, u"await queue.get()"_s);
            return false;
        }
        return true;
    }

    void suspend(std::size_t index, Trace::WaitKind kind, const QString &text, Trace::TaskId on = {},
                 Time until = Trace::Open)
    {
        QList<Trace::CallSite> calls;
        for (std::size_t i = 0; i < m_tasks[index].frames.size(); ++i) {
            const Frame &frame = m_tasks[index].frames[i];
            const bool isLast = i + 1 == m_tasks[index].frames.size();
            const Op &at = m_program.functions[frame.function].ops[frame.next - 1];
            calls.append({m_program.nameOf(frame.function),
                          isLast ? text : u"await %1()"_s.arg(m_program.nameOf(at.function)), at.line});
        }
        const auto site = Trace::SiteId(++m_sites);
        add(Trace::SiteDefined{site, calls});
        add(Trace::TaskSuspended{m_now, m_tasks[index].id, site, kind, on, until});
    }

    void create(std::size_t function, Trace::TaskId parent)
    {
        const auto id = Trace::TaskId(quint32(m_tasks.size() + 1));
        const bool isNamed = function != 0 && m_program.functions[function].isNamed;
        m_taskOf[function] = m_tasks.size();
        m_tasks.push_back({id, function, {{function, 0}}, {}, false});
        add(Trace::TaskCreated{m_now,
                               id,
                               parent,
                               {},
                               1,
                               isNamed ? u"name_%1"_s.arg(function) : u"Task-%1"_s.arg(quint32(id)),
                               m_program.nameOf(function)});
        m_ready.push_back(m_tasks.size() - 1);
    }

    void wake(std::size_t index, Trace::TaskId by)
    {
        add(Trace::TaskWoken{m_now, m_tasks[index].id, by});
        m_ready.push_back(index);
    }

    void finish(std::size_t index)
    {
        m_tasks[index].isFinished = true;
        for (const std::size_t joiner : m_tasks[index].joiners)
            wake(joiner, m_tasks[index].id);
        add(Trace::TaskFinished{m_now, m_tasks[index].id, Trace::FinishState::Done, {}, 0});
    }

    /// On a clock of the world nothing takes no time.
    void jitter()
    {
        if (m_clock != Trace::ClockMode::Instant)
            m_now += std::chrono::microseconds(m_random.bounded(300));
    }

    void add(const Trace::Event &event) { m_timeline->append(std::span(&event, 1)); }

    const Program &m_program;
    Trace::ClockMode m_clock;
    QRandomGenerator m_random;
    Timeline *m_timeline = nullptr;
    Time m_now{};
    std::vector<Task> m_tasks;
    std::map<std::size_t, std::size_t> m_taskOf; ///< by function
    std::deque<std::size_t> m_ready;
    std::multimap<Time, std::size_t> m_timers;
    std::deque<std::size_t> m_lockers;
    std::deque<std::size_t> m_getters;
    bool m_isLocked = false;
    int m_items = 0;
    quint32 m_sites = 0;
};

/// The program's text for asyncio.
inline QString pythonOf(const Program &program)
{
    QStringList lines{u"import asyncio"_s, u"import time"_s, {}};
    const auto seconds = [](std::chrono::milliseconds time) { return QString::number(double(time.count()) / 1000); };
    for (std::size_t f = program.functions.size(); f-- > 0;) {
        lines << u"async def %1(lock, queue):"_s.arg(program.nameOf(f));
        if (program.functions[f].ops.empty())
            lines << u"    pass"_s;
        for (const Op &op : program.functions[f].ops) {
            const QString callee = program.nameOf(op.function);
            switch (op.kind) {
            case Op::Kind::Sleep:
                lines << u"    await asyncio.sleep(%1)"_s.arg(seconds(op.time));
                break;
            case Op::Kind::Work:
                lines << u"    time.sleep(%1)"_s.arg(seconds(op.time));
                break;
            case Op::Kind::Thread:
                lines << u"    await asyncio.to_thread(time.sleep, %1)"_s.arg(seconds(op.time));
                break;
            case Op::Kind::Spawn:
                lines << u"    %1_task = asyncio.create_task(%1(lock, queue)%2)"_s.arg(
                    callee,
                    program.functions[op.function].isNamed ? u", name=\"name_%1\""_s.arg(op.function) : QString());
                break;
            case Op::Kind::Join:
                lines << u"    await %1_task"_s.arg(callee);
                break;
            case Op::Kind::Call:
                lines << u"    await %1(lock, queue)"_s.arg(callee);
                break;
            case Op::Kind::Acquire:
                lines << u"    await lock.acquire()"_s;
                break;
            case Op::Kind::Release:
                lines << u"    lock.release()"_s;
                break;
            case Op::Kind::Put:
                lines << u"    queue.put_nowait(1)"_s;
                break;
            case Op::Kind::Get:
                lines << u"    await queue.get()"_s;
                break;
            }
        }
        lines << QString() << QString();
    }
    lines << u"async def start():"_s << u"    await main(asyncio.Lock(), asyncio.Queue())"_s << QString()
          << u"asyncio.run(start())"_s << QString();
    return lines.join(u'\n');
}

} // namespace Playground::RandomPrograms
