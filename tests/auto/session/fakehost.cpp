// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
/// A scenario host that speaks the same protocol as the real ones and does what a line of words says: the peer for
/// tests of the session's side, which must stand whatever a host does.
///
///     fakehost --trace FD … -- PROGRAM WORD…
#include "core/trace/tracestream.h"
#include "core/trace/tracewriter.h"

#include <QByteArray>
#include <QList>

#include <csignal>
#include <cstdlib>
#include <memory>

#include <unistd.h>

using namespace Playground;
using namespace Playground::Trace;
using namespace Qt::StringLiterals;

namespace {

class FakeHost {
public:
    explicit FakeHost(int trace)
        : m_trace(trace)
        , m_writer(std::make_unique<TraceWriter>(dup(trace)))
    {
    }

    void perform(const QByteArray &word)
    {
        const QByteArray verb = word.split(':').first();
        const QByteArray value = word.sliced(std::min(verb.size() + 1, word.size()));
        if (verb == "start")
            m_writer->record(RunStarted{Time{}, u"python"_s, u"fake"_s, u"fake.py"_s});
        else if (verb == "dog")
            startDog();
        else if (verb == "tasks")
            finishTasks(value.toInt());
        else if (verb == "output")
            print(value.toInt());
        else if (verb == "finish")
            m_writer->record(RunFinished{at(), 0});
        else if (verb == "send")
            m_writer->flush();
        else if (verb == "raw")
            writeRaw(value == "version" ? otherVersion() : value);
        else if (verb == "sleep")
            ::pause();
        else if (verb == "spin")
            for (;;) { }
        else if (verb == "signal")
            raise(value.toInt());
        else if (verb == "exit")
            end(value.toInt());
    }

    void end(int code)
    {
        m_writer.reset();
        std::_Exit(code);
    }

private:
    static constexpr std::chrono::nanoseconds Step{1000};

    Time at() { return m_now += Step; }

    /// A task that waited in line 7 and is running now.
    void startDog()
    {
        m_writer->record(TaskCreated{at(), TaskId{1}, {}, {}, 3, u"dog"_s, u"start_run"_s});
        m_writer->record(TaskResumed{at(), TaskId{1}});
        m_writer->record(SiteDefined{SiteId{1}, {CallSite{u"start_run"_s, u"await asyncio.sleep(2)"_s, 7}}});
        m_writer->record(TaskSuspended{at(), TaskId{1}, SiteId{1}, WaitKind::Sleep});
        m_writer->record(TaskWoken{at(), TaskId{1}, {}});
        m_writer->record(TaskResumed{at(), TaskId{1}});
    }

    void finishTasks(int count)
    {
        for (int each = 1; each <= count; ++each) {
            const TaskId task{static_cast<quint32>(each)};
            m_writer->record(TaskCreated{at(), task, {}, {}, 1, u"t"_s, u"f"_s});
            m_writer->record(TaskResumed{at(), task});
            m_writer->record(TaskFinished{at(), task, FinishState::Done, {}, 0});
        }
    }

    void print(int mebibytes)
    {
        for (int each = 0; each < mebibytes * 1024; ++each)
            m_writer->record(Output{at(), {}, OutputStream::Out, QByteArray(1024, 'x')});
    }

    void writeRaw(const QByteArray &bytes) const
    {
        [[maybe_unused]] const auto written = write(m_trace, bytes.constData(), std::size_t(bytes.size()));
    }

    static QByteArray otherVersion()
    {
        QByteArray header = TraceEncoder::header();
        header[header.size() - 1] = char(header.back() + 1);
        return header;
    }

    int m_trace;
    std::unique_ptr<TraceWriter> m_writer;
    Time m_now{};
};

} // namespace

int main(int count, char **arguments)
{
    const QList<QByteArray> words(arguments + 1, arguments + count);
    FakeHost host(words.at(words.indexOf("--trace") + 1).toInt());
    for (const QByteArray &word : words.sliced(words.indexOf("--") + 2))
        host.perform(word);
    host.end(0);
}
