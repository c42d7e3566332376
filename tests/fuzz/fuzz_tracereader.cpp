// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Whatever the bytes are: reading them fails in an orderly way, and the timeline of what was read keeps its rules.
#include "core/trace/chrometrace.h"
#include "core/trace/summary.h"
#include "core/trace/timeline.h"
#include "core/trace/tracestream.h"

#include <QJsonDocument>

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <random>

using namespace Playground;

namespace {

void require(bool rule)
{
    if (!rule)
        std::abort();
}

void checkTask(const Timeline &timeline, const TaskRecord &task)
{
    Trace::Time next = task.created;
    for (const Span &span : task.spans) {
        require(span.from == next && span.to >= span.from);
        require(span.to != Trace::Open || (timeline.isLive() && &span == &task.spans.back()));
        require((span.state == SpanState::Waiting) == (span.wait >= 0));
        require(span.wait < qint32(task.waits.size()));
        next = span.to;
    }
    for (const Wait &wait : task.waits)
        require(wait.to >= wait.from);
}

void check(const Timeline &timeline)
{
    for (const TaskRecord &task : timeline.tasks())
        checkTask(timeline, task);
    require(timeline.treeOrder().size() == timeline.tasks().size());
    const Totals totals = timeline.totals();
    require(totals.wall >= Trace::Time {} && totals.waiting >= Trace::Time {} && totals.running >= Trace::Time {});
    require(totals.loopBusy >= Trace::Time {} && totals.loopBusy <= totals.wall);
}

bool isJson(const QByteArray &text)
{
    QJsonParseError error;
    QJsonDocument::fromJson(text, &error);
    return error.error == QJsonParseError::NoError;
}

} // namespace

/// The first byte says in which pieces the others arrive, and whether a header is put before them.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    if (size == 0)
        return 0;
    std::minstd_rand pieces(1u + (data[0] & 0x7f));
    QByteArray bytes(reinterpret_cast<const char *>(data + 1), qsizetype(size - 1));
    if (data[0] & 0x80)
        bytes.prepend(TraceEncoder::header());

    TraceReader reader;
    Timeline timeline({.tasks = 50, .spans = 500, .outputBytes = 2000});
    for (qsizetype from = 0; from < bytes.size();) {
        const qsizetype length = std::min<qsizetype>(bytes.size() - from, 1 + qsizetype(pieces() % 64));
        timeline.append(reader.read(bytes.mid(from, length)));
        from += length;
    }
    check(timeline);
    timeline.finish({.outcome = Outcome::Crashed}, reader.hasPartialEvent());
    check(timeline);
    require(isJson(summaryJson(timeline, {})));
    require(isJson(chromeTraceJson(timeline)));
    return 0;
}
