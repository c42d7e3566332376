// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/trace/tracestream.h"
#include "core/trace/tracewriter.h"

#include <QFile>
#include <QTemporaryFile>
#include <QTest>

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <atomic>
#include <chrono>
#include <thread>

using namespace Playground;
using namespace Playground::Trace;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// What a test waits for at most; only a failure takes so long.
constexpr auto Patience = 20s;

/// A pipe whose writing end goes to a writer, and the reader of its other end.
class TracePipe {
public:
    TracePipe()
    {
        int ends[2];
        if (pipe2(ends, O_CLOEXEC) != 0)
            qFatal("no pipe");
        m_readEnd = ends[0];
        m_writeEnd = ends[1];
    }
    ~TracePipe() { closeReader(); }
    Q_DISABLE_COPY_MOVE(TracePipe)

    int writeEnd() const { return m_writeEnd; }

    void closeReader()
    {
        if (m_readEnd >= 0)
            close(m_readEnd);
        m_readEnd = -1;
    }

    /// Reads until so many events have come, or the end, or patience runs out.
    const std::vector<Event> &waitForEvents(std::size_t count)
    {
        while (m_events.size() < count && readSome()) { }
        return m_events;
    }

    /// Reads to the end of the stream; false if it does not come.
    bool waitForEnd()
    {
        while (readSome()) { }
        return m_ended;
    }

    bool hasBytes() const
    {
        pollfd readable {m_readEnd, POLLIN, 0};
        return poll(&readable, 1, 0) == 1;
    }

    const std::vector<Event> &events() const { return m_events; }

private:
    bool readSome()
    {
        pollfd readable {m_readEnd, POLLIN, 0};
        if (poll(&readable, 1, int(std::chrono::milliseconds(Patience).count())) != 1)
            return false;
        QByteArray bytes(65536, Qt::Uninitialized);
        const ssize_t size = read(m_readEnd, bytes.data(), size_t(bytes.size()));
        m_ended = size == 0;
        if (size <= 0)
            return false;
        for (Event &event : m_reader.read(bytes.first(size)))
            m_events.push_back(std::move(event));
        return m_reader.status() == TraceReader::Status::Reading;
    }

    int m_readEnd = -1;
    int m_writeEnd = -1;
    bool m_ended = false;
    TraceReader m_reader;
    std::vector<Event> m_events;
};

Event resumed(quint32 task)
{
    return TaskResumed {Time(task), TaskId {task}};
}

/// The exit code of a child, or -1 if it does not end by itself.
int exitCodeOf(pid_t child)
{
    const auto deadline = std::chrono::steady_clock::now() + Patience;
    int status = 0;
    while (waitpid(child, &status, WNOHANG) == 0) {
        if (std::chrono::steady_clock::now() > deadline) {
            kill(child, SIGKILL);
            waitpid(child, &status, 0);
            return -1;
        }
        std::this_thread::sleep_for(1ms);
    }
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

} // namespace

class tst_TraceWriter : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everythingArrivesInOrder();
    void itArrivesWhileTheRecordingThreadDoesNothing();
    void eventsOfSeveralThreadsAllArrive();
    void flushHandsOverWhatWasRecorded();
    void theEndOfTheWriterEndsTheStream();
    void aForkedChildIsSilent();
    void aForkedChildDoesNotKeepTheStreamOpen();
    void aForkNeverHangsWhileOthersRecord();
    void whenTheReaderIsGoneRecordingGoesOn();
    void aReaderThatDoesNotReadHoldsTheRecorderBack();
    void aDescriptorThatStandsForAnotherFileIsLeftAlone();
    void aWriterWithoutDescriptorDropsEverything();
    void noSignalIsHandledByTheSendingThread();
};

void tst_TraceWriter::everythingArrivesInOrder()
{
    constexpr quint32 Count = 50'000;
    TracePipe pipe;
    TraceWriter writer(pipe.writeEnd());
    QVERIFY(writer.isEnabled());
    std::thread recorder([&writer] {
        for (quint32 i = 1; i <= Count; ++i)
            writer.record(resumed(i));
    });
    const std::vector<Event> &events = pipe.waitForEvents(Count);
    recorder.join();
    QCOMPARE(events.size(), std::size_t(Count));
    for (quint32 i = 1; i <= Count; ++i)
        QVERIFY(events[i - 1] == resumed(i));
}

void tst_TraceWriter::itArrivesWhileTheRecordingThreadDoesNothing()
{
    TracePipe pipe;
    TraceWriter writer(pipe.writeEnd());
    // This thread only waits for the reader; nothing but the writer's own thread can send.
    for (quint32 i = 1; i <= 3; ++i) {
        writer.record(resumed(i));
        QCOMPARE(pipe.waitForEvents(i).size(), std::size_t(i));
    }
}

void tst_TraceWriter::eventsOfSeveralThreadsAllArrive()
{
    constexpr quint32 Count = 20'000;
    TracePipe pipe;
    TraceWriter writer(pipe.writeEnd());
    std::vector<std::thread> recorders;
    for (quint32 first : {0u, Count, 2 * Count}) {
        recorders.emplace_back([&writer, first] {
            for (quint32 i = 1; i <= Count; ++i)
                writer.record(resumed(first + i));
        });
    }
    const std::vector<Event> events = pipe.waitForEvents(3 * Count);
    for (std::thread &recorder : recorders)
        recorder.join();

    QCOMPARE(events.size(), std::size_t(3 * Count));
    quint32 last[3] = {0, Count, 2 * Count};
    for (const Event &event : events) {
        const auto task = quint32(std::get<TaskResumed>(event).task);
        QCOMPARE(task, ++last[(task - 1) / Count]);
    }
}

void tst_TraceWriter::flushHandsOverWhatWasRecorded()
{
    TracePipe pipe;
    TraceWriter writer(pipe.writeEnd());
    writer.record(resumed(1));
    writer.flush();
    QVERIFY(pipe.hasBytes());
    writer.flush(); // and again, with nothing to do
    QCOMPARE(pipe.waitForEvents(1).size(), 1u);
}

void tst_TraceWriter::theEndOfTheWriterEndsTheStream()
{
    TracePipe pipe;
    {
        TraceWriter writer(pipe.writeEnd());
        for (quint32 i = 1; i <= 1000; ++i)
            writer.record(resumed(i));
    }
    QVERIFY(pipe.waitForEnd());
    QCOMPARE(pipe.events().size(), 1000u);
}

void tst_TraceWriter::aForkedChildIsSilent()
{
    TracePipe pipe;
    auto writer = std::make_unique<TraceWriter>(pipe.writeEnd());
    writer->record(resumed(1));
    const pid_t child = fork();
    if (child == 0) {
        const bool enabled = writer->isEnabled();
        for (quint32 i = 0; i < 1'000'000; ++i)
            writer->record(resumed(99));
        writer->flush();
        writer.reset();
        _exit(enabled ? 1 : 7);
    }
    QCOMPARE(exitCodeOf(child), 7);
    writer->record(resumed(2));
    writer.reset();
    QVERIFY(pipe.waitForEnd());
    QVERIFY((pipe.events() == std::vector<Event> {resumed(1), resumed(2)}));
}

void tst_TraceWriter::aForkedChildDoesNotKeepTheStreamOpen()
{
    TracePipe pipe;
    auto writer = std::make_unique<TraceWriter>(pipe.writeEnd());
    const pid_t child = fork();
    if (child == 0) {
        pause();
        _exit(0);
    }
    writer.reset();
    QVERIFY(pipe.waitForEnd());
    QCOMPARE(waitpid(child, nullptr, WNOHANG), 0);
    kill(child, SIGKILL);
    waitpid(child, nullptr, 0);
}

void tst_TraceWriter::aForkNeverHangsWhileOthersRecord()
{
    TracePipe pipe;
    auto writer = std::make_unique<TraceWriter>(pipe.writeEnd());
    std::atomic<bool> stop = false;
    std::thread reader([&pipe] { pipe.waitForEnd(); });
    std::thread recorder([&] {
        while (!stop)
            writer->record(resumed(1));
    });
    int failures = 0;
    for (int i = 0; i < 50; ++i) {
        const pid_t child = fork();
        if (child == 0) {
            writer->record(resumed(2));
            writer->flush();
            writer.reset();
            _exit(0);
        }
        failures += exitCodeOf(child) != 0;
    }
    stop = true;
    recorder.join();
    writer.reset();
    reader.join();
    QCOMPARE(failures, 0);
    QVERIFY(std::find(pipe.events().begin(), pipe.events().end(), resumed(2)) == pipe.events().end());
}

void tst_TraceWriter::whenTheReaderIsGoneRecordingGoesOn()
{
    TracePipe pipe;
    TraceWriter writer(pipe.writeEnd());
    pipe.closeReader();
    writer.record(resumed(1));
    QTRY_VERIFY(!writer.isEnabled());
    for (quint32 i = 0; i < 1'000'000; ++i)
        writer.record(resumed(i));
    writer.flush();
}

void tst_TraceWriter::aReaderThatDoesNotReadHoldsTheRecorderBack()
{
    constexpr quint32 Count = 300'000;
    TracePipe pipe;
    TraceWriter writer(pipe.writeEnd());
    std::atomic<quint32> recorded = 0;
    std::thread recorder([&] {
        for (quint32 i = 1; i <= Count; ++i) {
            writer.record(resumed(i));
            recorded = i;
        }
    });
    // Until nothing moves any more: what is not read does not pile up.
    QTRY_VERIFY_WITH_TIMEOUT(recorded >= 100'000, 30'000);
    quint32 before = 0;
    do {
        before = recorded;
        QTest::qWait(300);
    } while (recorded != before);
    const std::size_t arrived = pipe.waitForEvents(Count).size();
    recorder.join();
    QVERIFY2(before < 250'000, qPrintable(QString::number(before)));
    QCOMPARE(arrived, std::size_t(Count));
}

void tst_TraceWriter::aDescriptorThatStandsForAnotherFileIsLeftAlone()
{
    QTemporaryFile file;
    QVERIFY(file.open());
    TracePipe pipe;
    {
        TraceWriter writer(pipe.writeEnd());
        writer.record(resumed(1));
        writer.flush();
        // As a program does that closes "all" descriptors and opens files of its own.
        QVERIFY(dup2(file.handle(), pipe.writeEnd()) >= 0);
        writer.record(resumed(2));
        writer.flush();
        QTRY_VERIFY(!writer.isEnabled());
    }
    QCOMPARE(QFileInfo(file.fileName()).size(), 0);
    QVERIFY(fcntl(pipe.writeEnd(), F_GETFD) >= 0);
    close(pipe.writeEnd());
    QVERIFY(pipe.waitForEnd());
    QVERIFY(pipe.events() == std::vector<Event> {resumed(1)});
}

void tst_TraceWriter::aWriterWithoutDescriptorDropsEverything()
{
    TraceWriter writer(-1);
    QVERIFY(!writer.isEnabled());
    QCOMPARE(writer.threadId(), 0);
    writer.record(resumed(1));
    writer.flush();
}

void tst_TraceWriter::noSignalIsHandledByTheSendingThread()
{
    TracePipe pipe;
    TraceWriter writer(pipe.writeEnd());
    QVERIFY(writer.threadId() > 0);
    QFile status(u"/proc/self/task/%1/status"_s.arg(writer.threadId()));
    QVERIFY(status.open(QIODevice::ReadOnly));
    quint64 blocked = 0;
    for (const QByteArray &line : status.readAll().split('\n')) {
        if (line.startsWith("SigBlk:"))
            blocked = line.mid(7).trimmed().toULongLong(nullptr, 16);
    }
    for (const int signal : {SIGINT, SIGTERM, SIGALRM, SIGCHLD, SIGPIPE, SIGUSR1})
        QVERIFY(blocked & (1ull << (signal - 1)));

    sigset_t ours;
    pthread_sigmask(SIG_SETMASK, nullptr, &ours);
    QVERIFY(!sigismember(&ours, SIGINT));
}

QTEST_GUILESS_MAIN(tst_TraceWriter)
#include "tst_tracewriter.moc"
