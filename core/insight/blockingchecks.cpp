// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/insight/checks.h"
#include "core/insight/runfacts.h"

#include <algorithm>

namespace Playground {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace Trace;

namespace {

/// asyncio's own debug mode complains from here on.
constexpr Time LongBlock = 100ms;
/// The longest blocks are looked at, until one is found that kept somebody waiting.
constexpr std::size_t Candidates = 8;

/// A stretch in which a task or a plain callback had a loop's thread.
struct Block {
    LoopId loop{};
    Time from{};
    Time to{};
    TaskId task{};
    int line = 0;
    QString label;
};

std::vector<Block> longestBlocks(const Timeline &timeline)
{
    std::vector<Block> blocks;
    for (std::size_t i = 0; i < timeline.loops().size(); ++i) {
        const LoopRecord &loop = timeline.loops()[i];
        for (const LoopTurn &turn : loop.turns) {
            const Time to = std::min(turn.to, timeline.now());
            if (to - turn.from >= LongBlock)
                blocks.push_back({LoopId(i), turn.from, to, turn.task, 0, {}});
        }
        for (const LoopStretch &stretch : loop.stretches) {
            if (stretch.kind == LoopStretch::Kind::Callback && stretch.to - stretch.from >= LongBlock)
                blocks.push_back({LoopId(i), stretch.from, stretch.to, TaskId::None, stretch.line, stretch.label});
        }
    }
    const std::size_t kept = std::min(Candidates, blocks.size());
    std::partial_sort(blocks.begin(), blocks.begin() + std::ptrdiff_t(kept), blocks.end(),
                      [](const Block &a, const Block &b) { return a.to - a.from > b.to - b.from; });
    blocks.resize(kept);
    return blocks;
}

/// How long a task was ready during a block: it could have run, had the thread been free.
Time readyDuring(const TaskRecord &task, const Block &block)
{
    Time ready{};
    auto span = std::lower_bound(task.spans.begin(), task.spans.end(), block.from,
                                 [](const Span &s, Time at) { return s.to <= at; });
    for (; span != task.spans.end() && span->from < block.to; ++span) {
        if (span->state == SpanState::Ready)
            ready += std::min(span->to, block.to) - std::max(span->from, block.from);
    }
    return ready;
}

struct Victims {
    int count = 0;
    const TaskRecord *worst = nullptr;
    Time worstReady{};
};

Victims victimsOf(const Block &block, const Timeline &timeline)
{
    Victims victims;
    for (const TaskRecord &task : timeline.tasks()) {
        if (task.id == block.task || task.loop != block.loop)
            continue;
        const Time ready = readyDuring(task, block);
        if (ready * 10 < block.to - block.from)
            continue;
        ++victims.count;
        if (ready > victims.worstReady) {
            victims.worst = &task;
            victims.worstReady = ready;
        }
    }
    return victims;
}

/// The call in the task's code that is known to block, where there is exactly one.
std::optional<SourceText::Found> culprit(const RunFacts &facts, const TaskRecord &task)
{
    return facts.source().blockingCallIn(task.coroutine.sliced(task.coroutine.lastIndexOf(u'.') + 1));
}

/// The line of the await after which a task had its long turn; its creation's if it had never waited before.
int lineBefore(const Timeline &timeline, const TaskRecord &task, Time at)
{
    int line = task.line;
    for (const Wait &wait : task.waits) {
        if (wait.from >= at)
            break;
        if (const int known = timeline.innermost(wait.site).line; known > 0)
            line = known;
    }
    return line;
}

} // namespace

QList<Diagnosis> findBlockedLoop(const RunFacts &facts)
{
    for (const Block &block : longestBlocks(facts.timeline())) {
        const Victims victims = victimsOf(block, facts.timeline());
        if (!victims.worst)
            continue;
        const TaskRecord *task = facts.timeline().task(block.task);
        const QString holder = task ? facts.nameOf(*task) : block.label;
        if (holder.isEmpty())
            continue;
        const QString victim = facts.nameOf(*victims.worst);
        const QString count = QString::number(victims.count);

        QString zh = u"%1 从 %2起一口气占住线程 %3，中间没有让出控制权。"_s.arg(holder, secondsZh(block.from),
                                                                                secondsZh(block.to - block.from));
        QString en = u"%1 held the thread for %3 from %2 on without once giving up control. "_s.arg(
            holder, secondsEn(block.from), secondsEn(block.to - block.from));
        if (victims.count == 1) {
            zh += u"%1 早已就绪，却白等了 %2。"_s.arg(victim, secondsZh(victims.worstReady));
            en += u"%1 was ready and could not run for %2."_s.arg(victim, secondsEn(victims.worstReady));
        } else {
            zh += u"%1 个任务已经就绪却轮不到，其中 %2 白等了 %3。"_s.arg(count, victim, secondsZh(victims.worstReady));
            en += u"%1 tasks were ready and could not run, %2 for %3."_s.arg(count, victim,
                                                                             secondsEn(victims.worstReady));
        }
        int line = task ? lineBefore(facts.timeline(), *task, block.from) : block.line;
        if (const auto call = task ? culprit(facts, *task) : std::nullopt) {
            line = call->line;
            const bool sleeps = call->text.startsWith(u"time.sleep"_s) || call->text.startsWith(u"blockFor"_s)
                || call->text.contains(u"sleep_"_s) || call->text.startsWith(u"QThread::"_s);
            const QString sleep = facts.isCpp() ? u"co_await sleep(…)"_s : u"await asyncio.sleep(…)"_s;
            const QString thread = facts.isCpp() ? u"co_await toThread(…)"_s : u"await asyncio.to_thread(…)"_s;
            zh += u"它的代码里有阻塞调用 %1（第 %2 行）：%3。"_s.arg(
                call->text, QString::number(call->line),
                (sleeps ? u"改用 %1"_s : u"放进线程，%1"_s).arg(sleeps ? sleep : thread));
            en += u" Its code has a blocking call, %1 on line %2: %3."_s.arg(
                call->text, QString::number(call->line),
                (sleeps ? u"use %1 instead"_s : u"run it in a thread with %1"_s).arg(sleeps ? sleep : thread));
        }
        return {{u"loop-blocked"_s, line, zh, en}};
    }
    return {};
}

} // namespace Playground
