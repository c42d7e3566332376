// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/trace/tracestream.h"

#include <QtEndian>

#include <algorithm>
#include <array>
#include <limits>
#include <tuple>
#include <type_traits>
#include <utility>

// CBOR is written and read by hand here: the scenario pays for every event while it runs, and QCborStreamWriter and
// QCborStreamReader need a device or a parser of their own for each item of a sequence. Only the few forms that the
// trace uses are known; that they are CBOR is tested against Qt's own reader.
namespace Playground {

namespace {

using namespace Trace;

constexpr QByteArrayView FormatName("async-playground trace");

// Longer text is cut (or, for output, split) by the encoder and not believed by the reader.
constexpr qsizetype MaxText = 1 << 20;
constexpr qsizetype MaxList = 4096;

enum Major : quint8 { Unsigned = 0, Negative = 1, Bytes = 2, Text = 3, Array = 4, Simple = 7 };
constexpr quint8 Null = 22;
constexpr quint8 Float64 = 27;

constexpr ClockMode lastOf(ClockMode) { return ClockMode::Instant; }
constexpr NetworkMode lastOf(NetworkMode) { return NetworkMode::None; }
constexpr WaitKind lastOf(WaitKind) { return WaitKind::Other; }
constexpr FinishState lastOf(FinishState) { return FinishState::Cancelled; }
constexpr OutputStream lastOf(OutputStream) { return OutputStream::Error; }
constexpr NetworkPhase lastOf(NetworkPhase) { return NetworkPhase::Failed; }
constexpr WarningKind lastOf(WarningKind) { return WarningKind::Other; }
constexpr TaskId lastOf(TaskId) { return TaskId {std::numeric_limits<quint32>::max()}; }
constexpr SiteId lastOf(SiteId) { return SiteId {std::numeric_limits<quint32>::max()}; }
constexpr LoopId lastOf(LoopId) { return LoopId {std::numeric_limits<quint32>::max()}; }

// The fields of each event in the order in which they stand in the stream: writing and reading cannot disagree.
template<typename E>
auto fieldsOf(E &e)
{
    using Plain = std::remove_const_t<E>;
    if constexpr (std::is_same_v<Plain, RunStarted>)
        return std::tie(e.at, e.language, e.runtime, e.program, e.clock, e.speed, e.network);
    else if constexpr (std::is_same_v<Plain, RunFinished>)
        return std::tie(e.at, e.exitCode);
    else if constexpr (std::is_same_v<Plain, TaskCreated>)
        return std::tie(e.at, e.task, e.parent, e.loop, e.line, e.name, e.coroutine);
    else if constexpr (std::is_same_v<Plain, TaskRenamed>)
        return std::tie(e.at, e.task, e.name);
    else if constexpr (std::is_same_v<Plain, TaskWoken>)
        return std::tie(e.at, e.task, e.by);
    else if constexpr (std::is_same_v<Plain, TaskResumed>)
        return std::tie(e.at, e.task);
    else if constexpr (std::is_same_v<Plain, TaskSuspended>)
        return std::tie(e.at, e.task, e.site, e.kind, e.on, e.until);
    else if constexpr (std::is_same_v<Plain, TaskFinished>)
        return std::tie(e.at, e.task, e.state, e.value, e.line);
    else if constexpr (std::is_same_v<Plain, SiteDefined>)
        return std::tie(e.site, e.calls);
    else if constexpr (std::is_same_v<Plain, LoopIdle> || std::is_same_v<Plain, LoopBusy>)
        return std::tie(e.at, e.loop);
    else if constexpr (std::is_same_v<Plain, CallbackRan>)
        return std::tie(e.at, e.until, e.loop, e.line, e.label);
    else if constexpr (std::is_same_v<Plain, Output>)
        return std::tie(e.at, e.task, e.stream, e.text);
    else if constexpr (std::is_same_v<Plain, NetworkProgress>)
        return std::tie(e.at, e.task, e.connection, e.phase, e.host);
    else if constexpr (std::is_same_v<Plain, Warning>)
        return std::tie(e.at, e.task, e.kind, e.line, e.text, e.callLines);
    else if constexpr (std::is_same_v<Plain, CallSite>)
        return std::tie(e.function, e.text, e.line);
}

/// Gathers the small parts of an event until flush(), because the byte array is slow in taking single bytes.
class Writer {
public:
    explicit Writer(QByteArray &out) : m_out(out) { }

    void head(Major major, quint64 value)
    {
        char *to = room();
        const auto type = quint8(major << 5);
        if (value < 24) {
            *to = char(type | value);
            m_size += 1;
        } else if (value <= 0xff) {
            *to = char(type | 24);
            to[1] = char(value);
            m_size += 2;
        } else if (value <= 0xffff) {
            *to = char(type | 25);
            qToBigEndian(quint16(value), to + 1);
            m_size += 3;
        } else if (value <= 0xffffffff) {
            *to = char(type | 26);
            qToBigEndian(quint32(value), to + 1);
            m_size += 5;
        } else {
            *to = char(type | 27);
            qToBigEndian(value, to + 1);
            m_size += 9;
        }
    }

    void value(qint64 number)
    {
        if (number < 0)
            head(Negative, quint64(~number));
        else
            head(Unsigned, quint64(number));
    }
    void value(int number) { value(qint64(number)); }
    void value(quint32 number) { head(Unsigned, number); }

    void value(Time time)
    {
        if (time == Open)
            head(Simple, Null);
        else
            value(qint64(time.count()));
    }

    void value(double number)
    {
        char *to = room();
        *to = char(Simple << 5 | Float64);
        qToBigEndian(number, to + 1);
        m_size += MaxHead;
    }

    template<typename E>
        requires std::is_enum_v<E>
    void value(E number)
    {
        head(Unsigned, quint64(number));
    }

    void value(const QByteArray &bytes)
    {
        head(Bytes, quint64(bytes.size()));
        append(bytes);
    }

    void value(const QString &text)
    {
        constexpr qsizetype MaxUnits = MaxText / 3; // UTF-8 needs at most three bytes for a UTF-16 unit
        const QByteArray utf8 = text.size() > MaxUnits ? (text.left(MaxUnits - 1) + QChar(0x2026)).toUtf8() : text.toUtf8();
        head(Text, quint64(utf8.size()));
        append(utf8);
    }

    template<typename T>
    void value(const QList<T> &list)
    {
        // The innermost entries stand at the end and say the most.
        const qsizetype first = std::max<qsizetype>(0, list.size() - MaxList);
        head(Array, quint64(list.size() - first));
        for (qsizetype i = first; i < list.size(); ++i)
            value(list.at(i));
    }

    void value(const CallSite &call) { array(fieldsOf(call)); }

    template<typename... Before, typename... Fields>
    void array(const std::tuple<Fields &...> &fields, Before... before)
    {
        head(Array, sizeof...(Before) + sizeof...(Fields));
        (head(Unsigned, before), ...);
        std::apply([this](const Fields &...field) { (value(field), ...); }, fields);
    }

    void append(QByteArrayView bytes)
    {
        flush();
        m_out.append(bytes.data(), bytes.size());
    }

    void flush()
    {
        m_out.append(m_buffer.data(), m_size);
        m_size = 0;
    }

private:
    static constexpr qsizetype MaxHead = 9;

    /// A place for one more head.
    char *room()
    {
        if (qsizetype(m_buffer.size()) - m_size < MaxHead)
            flush();
        return m_buffer.data() + m_size;
    }

    QByteArray &m_out;
    std::array<char, 96> m_buffer;
    qsizetype m_size = 0;
};

/// Reads values one after another; after the first that is bad or incomplete, all others are left as they are.
class Cursor {
public:
    enum class State { Good, Short, Bad };

    Cursor(const QByteArray &bytes, qsizetype position) : m_bytes(bytes), m_position(position) { }

    State state() const { return m_state; }
    qsizetype position() const { return m_position; }

    void fail() { m_state = State::Bad; }

    /// A head of one type, of which the argument may be at most `max`.
    quint64 head(Major major, quint64 max)
    {
        const auto [found, argument] = anyHead();
        if (m_state == State::Good && (found != major || argument > max))
            fail();
        return m_state == State::Good ? argument : 0;
    }

    void value(qint64 &number)
    {
        const auto [major, argument] = anyHead();
        setInteger(number, major, argument);
    }

    void value(int &number)
    {
        qint64 wide = 0;
        value(wide);
        if (wide < std::numeric_limits<int>::min() || wide > std::numeric_limits<int>::max())
            fail();
        else
            number = int(wide);
    }

    void value(quint32 &number) { number = quint32(head(Unsigned, std::numeric_limits<quint32>::max())); }

    void value(Time &time)
    {
        const auto [major, argument] = anyHead();
        if (major == Simple && argument == Null) {
            time = Open;
            return;
        }
        qint64 nanoseconds = 0;
        setInteger(nanoseconds, major, argument);
        time = Time(nanoseconds);
    }

    void value(double &number)
    {
        if (const char *bytes = take(9)) {
            if (quint8(bytes[0]) == quint8(Simple << 5 | Float64))
                number = qFromBigEndian<double>(bytes + 1);
            else
                fail();
        }
    }

    template<typename E>
        requires std::is_enum_v<E>
    void value(E &number)
    {
        number = E(head(Unsigned, quint64(lastOf(E {}))));
    }

    void value(QByteArray &bytes)
    {
        const auto size = qsizetype(head(Bytes, MaxText));
        if (const char *data = take(size))
            bytes = QByteArray(data, size);
    }

    void value(QString &text)
    {
        const auto size = qsizetype(head(Text, MaxText));
        if (const char *data = take(size))
            text = QString::fromUtf8(data, size);
    }

    template<typename T>
    void value(QList<T> &list)
    {
        for (quint64 left = head(Array, MaxList); left > 0 && m_state == State::Good; --left)
            value(list.emplaceBack());
    }

    void value(CallSite &call)
    {
        if (head(Array, 3) != 3)
            failUnlessShort();
        fields(fieldsOf(call));
    }

    template<typename... Fields>
    void fields(const std::tuple<Fields &...> &fields)
    {
        std::apply([this](Fields &...field) { (value(field), ...); }, fields);
    }

    void failUnlessShort()
    {
        if (m_state != State::Short)
            fail();
    }

private:
    struct Head {
        quint8 major = 0xff;
        quint64 argument = 0;
    };

    /// The next `size` bytes, or nullptr where they are not there (or not to be read any more).
    const char *take(qsizetype size)
    {
        if (m_state != State::Good)
            return nullptr;
        if (m_bytes.size() - m_position < size) {
            m_state = State::Short;
            return nullptr;
        }
        const char *data = m_bytes.constData() + m_position;
        m_position += size;
        return data;
    }

    Head anyHead()
    {
        const char *first = take(1);
        if (!first)
            return {};
        const auto major = quint8(quint8(*first) >> 5);
        const auto info = quint8(quint8(*first) & 0x1f);
        if (info < 24)
            return {major, info};
        if (info > 27 || major == Simple) {
            fail();
            return {};
        }
        const char *data = take(qsizetype(1) << (info - 24));
        if (!data)
            return {};
        switch (info) {
        case 24:
            return {major, quint8(*data)};
        case 25:
            return {major, qFromBigEndian<quint16>(data)};
        case 26:
            return {major, qFromBigEndian<quint32>(data)};
        }
        return {major, qFromBigEndian<quint64>(data)};
    }

    void setInteger(qint64 &number, quint8 major, quint64 argument)
    {
        if (m_state != State::Good)
            return;
        if ((major != Unsigned && major != Negative) || argument > quint64(std::numeric_limits<qint64>::max()))
            fail();
        else
            number = major == Unsigned ? qint64(argument) : ~qint64(argument);
    }

    const QByteArray &m_bytes;
    qsizetype m_position = 0;
    State m_state = State::Good;
};

template<typename E>
Event readEvent(Cursor &cursor, quint64 fieldCount)
{
    E event;
    const auto fields = fieldsOf(event);
    if (fieldCount != std::tuple_size_v<decltype(fields)>)
        cursor.fail();
    cursor.fields(fields);
    return event;
}

using EventReader = Event (*)(Cursor &, quint64);

template<std::size_t... Index>
constexpr auto eventReaders(std::index_sequence<Index...>)
{
    return std::array<EventReader, sizeof...(Index)> {readEvent<std::variant_alternative_t<Index, Event>>...};
}

Event readEvent(Cursor &cursor)
{
    static constexpr auto readers = eventReaders(std::make_index_sequence<std::variant_size_v<Event>>());
    constexpr quint64 MaxFields = 16;
    const quint64 size = cursor.head(Array, MaxFields);
    const quint64 type = cursor.head(Unsigned, readers.size() - 1);
    if (cursor.state() != Cursor::State::Good)
        return {};
    return readers[type](cursor, size - 1);
}

/// The bytes of a header up to its version.
QByteArray headerStart()
{
    QByteArray bytes;
    Writer writer(bytes);
    writer.head(Array, 2);
    writer.head(Text, quint64(FormatName.size()));
    writer.append(FormatName);
    return bytes;
}

} // namespace

QByteArray TraceEncoder::header()
{
    QByteArray bytes = headerStart();
    Writer writer(bytes);
    writer.value(TraceVersion);
    writer.flush();
    return bytes;
}

void TraceEncoder::encode(const Event &event, QByteArray &out)
{
    const auto *output = std::get_if<Output>(&event);
    if (output && output->text.size() > MaxText) {
        for (qsizetype from = 0; from < output->text.size(); from += MaxText)
            encode(Output {output->at, output->task, output->stream, output->text.mid(from, MaxText)}, out);
        return;
    }
    Writer writer(out);
    std::visit([&](const auto &e) { writer.array(fieldsOf(e), quint64(event.index())); }, event);
    writer.flush();
}

std::vector<Event> TraceReader::read(const QByteArray &bytes)
{
    std::vector<Event> events;
    if (m_status != Status::Reading)
        return events;
    m_pending.append(bytes);

    qsizetype done = m_headerSeen ? 0 : readHeader();
    while (m_headerSeen && m_status == Status::Reading && done < m_pending.size()) {
        // An event that is not whole yet is tried again with the next bytes. That is cheap: lengths come first.
        Cursor cursor(m_pending, done);
        Event event = readEvent(cursor);
        if (cursor.state() == Cursor::State::Bad)
            m_status = Status::Damaged;
        if (cursor.state() != Cursor::State::Good)
            break;
        events.push_back(std::move(event));
        done = cursor.position();
    }
    if (m_status != Status::Reading)
        m_pending.clear();
    else if (done > 0)
        m_pending = m_pending.sliced(done);
    return events;
}

/// Returns how many bytes the header took; 0 while it is incomplete or when it is none.
qsizetype TraceReader::readHeader()
{
    static const QByteArray start = headerStart();
    const qsizetype known = std::min(start.size(), m_pending.size());
    if (QByteArrayView(m_pending).first(known) != QByteArrayView(start).first(known)) {
        m_status = Status::NotATrace;
        return 0;
    }
    Cursor cursor(m_pending, start.size());
    if (known == start.size())
        cursor.value(m_version);
    if (known < start.size() || cursor.state() == Cursor::State::Short)
        return 0;
    if (cursor.state() == Cursor::State::Bad)
        m_status = Status::NotATrace;
    else if (m_version != TraceVersion)
        m_status = Status::WrongVersion;
    else
        m_headerSeen = true;
    return cursor.position();
}

} // namespace Playground
