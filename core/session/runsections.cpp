// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/runsections.h"
#include "core/trace/packing.h"

#include <QCborMap>
#include <QCborValue>
#include <QFileInfo>
#include <QtEndian>

#include <cmath>
#include <limits>

namespace Playground {
namespace {

using namespace Qt::StringLiterals;
using Trace::Time;

/// Of the length of a block.
constexpr qsizetype NumberSize = 4;
/// Of the program's text.
constexpr qsizetype MostSource = 32 * 1024 * 1024;
/// Names and the like; all of them must fit into one block.
constexpr qsizetype MostText = 1000;

/// With its distance from UTC, so that it is the same moment elsewhere.
QString timeText(const QDateTime &moment)
{
    return moment.toOffsetFromUtc(moment.offsetFromUtc()).toString(Qt::ISODateWithMs);
}

void addNumber(QByteArray &out, quint32 number)
{
    char bytes[NumberSize];
    qToBigEndian(number, bytes);
    out.append(bytes, NumberSize);
}

void addBlock(QByteArray &out, const QByteArray &block)
{
    addNumber(out, quint32(block.size()));
    out.append(block);
}

void endSection(QByteArray &out)
{
    addNumber(out, 0);
}

void addSection(QByteArray &out, QByteArrayView bytes)
{
    for (qsizetype from = 0; from < bytes.size(); from += BlockSize)
        addBlock(out, packed(bytes.sliced(from, std::min(BlockSize, bytes.size() - from))));
    endSection(out);
}

QCborMap requestMap(const RunRequest &request)
{
    QCborMap map{{u"program"_s, QFileInfo(request.program).fileName().right(MostText)},
                 {u"clock"_s, int(request.clock)},
                 {u"speed"_s, request.speed},
                 {u"network"_s, int(request.network)},
                 {u"memory"_s, request.limits.memory},
                 {u"processes"_s, request.limits.processes},
                 {u"sanitized"_s, request.isSanitized}};
    if (request.limits.time)
        map.insert(u"timeLimitMs"_s, qint64(request.limits.time->count()));
    return map;
}

QCborMap reportMap(const RunReport &report)
{
    const ProcessEnd &end = report.end;
    QCborMap map{{u"end"_s, int(end.kind)},
                 {u"number"_s, end.number},
                 {u"limit"_s, int(end.limit)},
                 {u"limitValue"_s, end.limitValue},
                 {u"peakMemory"_s, end.peakMemory},
                 {u"left"_s, end.left},
                 {u"traceStatus"_s, int(report.traceStatus)},
                 {u"traceVersion"_s, report.traceVersion}};
    if (report.lastMoment) {
        map.insert(u"lastTask"_s, report.lastMoment->task.left(MostText));
        map.insert(u"lastLine"_s, report.lastMoment->line);
    }
    return map;
}

QCborMap outcomeMap(const Timeline &timeline)
{
    const RunOutcome &outcome = timeline.outcome();
    return {{u"outcome"_s, int(outcome.outcome)},
            {u"exitCode"_s, outcome.exitCode},
            {u"signal"_s, outcome.signal},
            {u"limit"_s, int(outcome.limit)},
            {u"limitValue"_s, outcome.limitValue},
            {u"traceWasCut"_s, timeline.traceWasCut()},
            {u"lastNs"_s, qint64(timeline.now().count())}};
}

/// Looks values up in a map; what is missing or is not what it should be is remembered.
class Lookup {
public:
    explicit Lookup(const QCborMap &map)
        : m_map(map)
    {
    }

    bool isGood() const { return m_isGood; }
    bool has(QLatin1StringView name) const { return m_map.contains(name); }

    qint64 number(QLatin1StringView name, qint64 least, qint64 most)
    {
        const QCborValue value = m_map.value(name);
        // A number that is none of the integers has no value as one.
        if (!value.isInteger() || value.toInteger() < least || value.toInteger() > most) {
            m_isGood = false;
            return least;
        }
        return value.toInteger();
    }

    int integer(QLatin1StringView name)
    {
        return int(number(name, std::numeric_limits<int>::min(), std::numeric_limits<int>::max()));
    }

    qint64 positive(QLatin1StringView name) { return number(name, 0, std::numeric_limits<qint64>::max()); }

    template <typename E>
    E oneUpTo(QLatin1StringView name, E last)
    {
        return E(number(name, 0, qint64(last)));
    }

    double real(QLatin1StringView name)
    {
        const QCborValue value = m_map.value(name);
        m_isGood = m_isGood && (value.isDouble() || value.isInteger());
        return value.toDouble();
    }

    bool yes(QLatin1StringView name)
    {
        const QCborValue value = m_map.value(name);
        m_isGood = m_isGood && value.isBool();
        return value.toBool();
    }

    QString text(QLatin1StringView name)
    {
        const QCborValue value = m_map.value(name);
        m_isGood = m_isGood && value.isString();
        return value.toString();
    }

    Lookup map(QLatin1StringView name)
    {
        const QCborValue value = m_map.value(name);
        m_isGood = m_isGood && value.isMap();
        return Lookup(value.toMap());
    }

private:
    QCborMap m_map;
    bool m_isGood = true;
};

bool readRequest(Lookup map, RunRequest &request)
{
    request.program = QFileInfo(map.text("program"_L1)).fileName();
    request.clock = map.oneUpTo("clock"_L1, Trace::ClockMode::Instant);
    request.speed = map.real("speed"_L1);
    request.network = map.oneUpTo("network"_L1, Trace::NetworkMode::None);
    request.limits.memory = map.positive("memory"_L1);
    request.limits.processes = map.integer("processes"_L1);
    request.isSanitized = map.yes("sanitized"_L1);
    if (map.has("timeLimitMs"_L1))
        request.limits.time = std::chrono::milliseconds(map.positive("timeLimitMs"_L1));
    const bool isSpeed = std::isfinite(request.speed) && request.speed > 0;
    return map.isGood() && isSpeed && scenarioLanguage(request.program).has_value();
}

bool readReport(Lookup map, RunReport &report)
{
    report.end.kind = map.oneUpTo("end"_L1, ProcessEnd::Kind::Lost);
    report.end.number = map.integer("number"_L1);
    report.end.limit = map.oneUpTo("limit"_L1, Limit::Processes);
    report.end.limitValue = map.positive("limitValue"_L1);
    report.end.peakMemory = map.positive("peakMemory"_L1);
    report.end.left = map.integer("left"_L1);
    report.traceStatus = map.oneUpTo("traceStatus"_L1, TraceReader::Status::Damaged);
    report.traceVersion = map.integer("traceVersion"_L1);
    if (map.has("lastTask"_L1))
        report.lastMoment = LastMoment{map.text("lastTask"_L1), map.integer("lastLine"_L1)};
    return map.isGood() && report.end.kind != ProcessEnd::Kind::NotStarted;
}

struct Ending {
    RunOutcome outcome;
    bool traceWasCut = false;
    Time last{};
};

bool readEnding(Lookup map, Ending &ending)
{
    ending.outcome.outcome = map.oneUpTo("outcome"_L1, Outcome::Crashed);
    ending.outcome.exitCode = map.integer("exitCode"_L1);
    ending.outcome.signal = map.integer("signal"_L1);
    ending.outcome.limit = map.oneUpTo("limit"_L1, Limit::Processes);
    ending.outcome.limitValue = map.positive("limitValue"_L1);
    ending.traceWasCut = map.yes("traceWasCut"_L1);
    ending.last = Time(map.number("lastNs"_L1, 0, Trace::Open.count() - 1));
    return map.isGood() && ending.outcome.outcome != Outcome::Running;
}

class RunReader {
public:
    explicit RunReader(QByteArrayView bytes)
        : m_bytes(bytes)
    {
    }

    /// Nothing where the bytes are no run.
    std::optional<RunRecord> read()
    {
        const bool isRead = readAbout() && readSource() && readTrace() && m_position == m_bytes.size();
        return isRead ? std::optional(m_run) : std::nullopt;
    }

private:
    /// The next block; an empty one at the end of a section, nothing where there is no such thing.
    std::optional<QByteArray> block()
    {
        if (m_bytes.size() - m_position < NumberSize)
            return std::nullopt;
        const auto size = qsizetype(qFromBigEndian<quint32>(m_bytes.data() + m_position));
        m_position += NumberSize;
        if (size > MostPackedSize || m_bytes.size() - m_position < size)
            return std::nullopt;
        m_position += size;
        return m_bytes.sliced(m_position - size, size).toByteArray();
    }

    /// A whole section of at most so many bytes, unpacked.
    std::optional<QByteArray> section(qsizetype most)
    {
        QByteArray bytes;
        for (;;) {
            const std::optional<QByteArray> next = block();
            if (!next)
                return std::nullopt;
            if (next->isEmpty())
                return bytes;
            const std::optional<QByteArray> more = unpacked(*next);
            if (!more || bytes.size() + more->size() > most)
                return std::nullopt;
            bytes.append(*more);
        }
    }

    bool readAbout()
    {
        const std::optional<QByteArray> bytes = section(BlockSize);
        if (!bytes)
            return false;
        QCborParserError error;
        const QCborValue value = QCborValue::fromCbor(*bytes, &error);
        if (error.error != QCborError::NoError || !value.isMap())
            return false;
        Lookup about(value.toMap());
        m_run.title = about.text("title"_L1);
        m_run.example = about.text("example"_L1);
        m_run.startedAt = QDateTime::fromString(about.text("startedAt"_L1), Qt::ISODateWithMs);
        m_run.report.isCut = about.yes("isCut"_L1);
        const bool isGood = readRequest(about.map("request"_L1), m_run.request)
            && readReport(about.map("report"_L1), m_run.report) && readEnding(about.map("outcome"_L1), m_ending);
        return isGood && about.isGood();
    }

    bool readSource()
    {
        m_run.request.source = section(MostSource);
        return m_run.request.source.has_value();
    }

    bool readTrace()
    {
        const auto timeline = std::make_shared<Timeline>();
        const auto log = std::make_shared<TraceLog>();
        TraceReader reader;
        for (;;) {
            const std::optional<QByteArray> next = block();
            if (!next)
                return false;
            if (next->isEmpty())
                break;
            const std::optional<QByteArray> bytes = unpacked(*next);
            if (!bytes || !log->appendPacked(*next, bytes->size()))
                return false;
            timeline->append(reader.read(*bytes));
            if (reader.status() != TraceReader::Status::Reading)
                return false;
        }
        if (reader.hasPartialEvent())
            return false;
        // Where the file has not all of the run, it is not known of anything that it went on.
        timeline->finish(m_ending.outcome, m_ending.traceWasCut || m_run.report.isCut,
                         m_run.report.isCut ? Time{} : m_ending.last);
        if (m_run.report.isCut)
            log->cut();
        m_run.timeline = timeline;
        m_run.trace = log;
        return true;
    }

    QByteArrayView m_bytes;
    qsizetype m_position = 0;
    RunRecord m_run;
    Ending m_ending;
};

} // namespace

QByteArray runSections(const RunRecord &run)
{
    const QCborMap about{{u"title"_s, run.title.left(MostText)},    {u"example"_s, run.example.left(MostText)},
                         {u"startedAt"_s, timeText(run.startedAt)}, {u"isCut"_s, run.trace->isCut()},
                         {u"request"_s, requestMap(run.request)},   {u"report"_s, reportMap(run.report)},
                         {u"outcome"_s, outcomeMap(*run.timeline)}};
    QByteArray bytes;
    addSection(bytes, about.toCborValue().toCbor());
    addSection(bytes, run.request.source.value_or(QByteArray()).left(MostSource));
    for (const QByteArray &block : run.trace->blocks())
        addBlock(bytes, block);
    endSection(bytes);
    return bytes;
}

std::optional<RunRecord> readRunSections(QByteArrayView bytes)
{
    return RunReader(bytes).read();
}

} // namespace Playground
