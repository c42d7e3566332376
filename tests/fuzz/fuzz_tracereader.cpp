// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Whatever the bytes are: reading them fails in an orderly way, and the timeline of what was read keeps its rules.
#include "core/trace/chrometrace.h"
#include "core/trace/summary.h"
#include "core/trace/tracestream.h"
#include "tests/fuzz/timelinerules.h"

#include <QJsonDocument>

#include <algorithm>
#include <cstdint>
#include <random>

using namespace Playground;

namespace {

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
    checkTimeline(timeline);
    timeline.finish({.outcome = Outcome::Crashed}, reader.hasPartialEvent());
    checkTimeline(timeline);
    require(isJson(summaryJson(timeline, {})));
    require(isJson(chromeTraceJson(timeline)));
    return 0;
}
