// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "coroutinetest.h"

#include <QThread>

#include <atomic>
#include <csignal>

using namespace Playground;

namespace {

int square(int value)
{
    return value * value;
}

int complain()
{
    throw std::runtime_error("no milk");
}

// --- a server for lines, and one for pages

Task<> echo(StreamReader reader, StreamWriter writer)
{
    while (true) {
        const QByteArray line = co_await reader.readLine();
        if (line.isEmpty())
            break;
        writer.write("> " + line);
        co_await writer.drain();
    }
    writer.write("bye");
    writer.close();
    co_await writer.waitClosed();
}

Task<> answerPage(StreamReader reader, StreamWriter writer)
{
    const QByteArray request = co_await reader.readLine();
    QByteArray line = request;
    while (line != "\r\n" && !line.isEmpty())
        line = co_await reader.readLine();
    const QByteArray path = request.split(' ').value(1);
    if (path == "/slow")
        co_await sleep(1h);
    if (path == "/cut") {
        writer.write("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nfirst");
    } else {
        const QByteArray status = path == "/" ? "200 OK" : "404 Not Found";
        writer.write("HTTP/1.1 " + status + "\r\nX-Kind: test\r\nContent-Length: 5\r\nConnection: close\r\n\r\nhello");
    }
    co_await writer.drain();
    writer.close();
}

Task<> swallow(StreamReader reader, StreamWriter)
{
    co_await sleep(50ms);
    co_await reader.readAll();
}

QString pageAt(const Server &server, const QString &path)
{
    return u"http://localhost:%1%2"_s.arg(server.port()).arg(path);
}

Task<> fetching(QString url)
{
    co_await fetch(url);
}

Task<> serving(Server server)
{
    co_await server.serveForever();
}

Task<> reading(StreamReader reader)
{
    co_await reader.readLine();
}

Task<> processing(QString program, QStringList arguments)
{
    co_await runProcess(program, arguments);
}

std::atomic<bool> mayGoOn = false;

void block()
{
    while (!mayGoOn)
        QThread::msleep(1);
}

Task<> blocking()
{
    co_await toThread(block);
}

Task<> checkThreads()
{
    const int result = co_await toThread(square, 7);
    CO_COMPARE(result, 49);
    const auto here = QThread::currentThread();
    const auto there = co_await toThread(&QThread::currentThread);
    CO_VERIFY(there != here);
    CO_VERIFY(QThread::currentThread() == here);
    try {
        co_await toThread(complain);
        CO_FAIL("it throws");
    } catch (const std::runtime_error &error) {
        CO_COMPARE(QByteArray(error.what()), QByteArray("no milk"));
    }
    auto task = createTask(blocking);
    co_await sleep(5ms);
    task.cancel();
    const std::vector<TaskHandle<>> all{task};
    co_await wait(all);
    CO_VERIFY(task.cancelled());
    mayGoOn = true;
}

Task<> checkProcesses()
{
    const QString shell = u"/bin/sh"_s;
    const QStringList speak{u"-c"_s, u"cat; echo oops >&2; exit 3"_s};
    const ProcessResult result = co_await runProcess(shell, speak, "hello");
    CO_COMPARE(result.exitCode, 3);
    CO_COMPARE(result.output, QByteArray("hello"));
    CO_COMPARE(result.error, QByteArray("oops\n"));
    CO_VERIFY(!result.succeeded());
    const QStringList die{u"-c"_s, u"kill -TERM $$"_s};
    const ProcessResult killed = co_await runProcess(shell, die);
    CO_COMPARE(killed.exitCode, -SIGTERM);
    const QString missing = u"/no/such/program"_s;
    try {
        co_await runProcess(missing);
        CO_FAIL("there is no such program");
    } catch (const ProcessError &) {
        // As it should be, and at once.
    }
    const QStringList wait{u"-c"_s, u"exec sleep 1000"_s};
    auto task = createTask(processing, shell, wait);
    co_await sleep(20ms);
    task.cancel();
    const std::vector<TaskHandle<>> all{task};
    co_await Playground::wait(all);
    CO_VERIFY(task.cancelled());
}

Task<> checkStreams()
{
    const Server server = startServer(echo, u"localhost"_s, 0);
    CO_VERIFY(server.port() != 0);
    auto [reader, writer] = co_await openConnection("localhost", server.port());
    writer.write("one\ntw");
    QByteArray line = co_await reader.readLine();
    CO_COMPARE(line, QByteArray("> one\n"));
    writer.write("o\n\n");
    QByteArray part = co_await reader.readExactly(4);
    CO_COMPARE(part, QByteArray("> tw"));
    line = co_await reader.readLine();
    CO_COMPARE(line, QByteArray("o\n"));
    line = co_await reader.readLine();
    CO_COMPARE(line, QByteArray("> \n"));
    // A reader that is cancelled loses nothing.
    auto task = createTask(reading, reader);
    co_await sleep(5ms);
    try {
        co_await reader.readLine();
        CO_FAIL("somebody reads already");
    } catch (const std::logic_error &) {
        // As it should be.
    }
    task.cancel();
    co_await sleep(1ms);
    CO_VERIFY(task.cancelled());
    writer.write("three\n");
    line = co_await reader.readLine();
    CO_COMPARE(line, QByteArray("> three\n"));
    CO_VERIFY(!reader.atEnd());
    writer.close();
    co_await writer.waitClosed();
    CO_VERIFY(writer.isClosing());
}

Task<> sayBye(StreamReader, StreamWriter writer)
{
    writer.write("bye");
    co_return;
}

Task<> checkEnds()
{
    const Server server = startServer(sayBye, u"127.0.0.1"_s, 0);
    {
        auto [reader, writer] = co_await openConnection("127.0.0.1", server.port());
        const QByteArray all = co_await reader.readAll();
        CO_COMPARE(all, QByteArray("bye"));
        CO_VERIFY(reader.atEnd());
        const QByteArray nothing = co_await reader.read(10);
        CO_VERIFY(nothing.isEmpty());
    }
    auto [reader, writer] = co_await openConnection("127.0.0.1", server.port());
    try {
        co_await reader.readExactly(10);
        CO_FAIL("there are only three");
    } catch (const IncompleteReadError &error) {
        CO_COMPARE(error.partial(), QByteArray("bye"));
    }
    const quint16 port = server.port();
    server.close();
    try {
        co_await openConnection("127.0.0.1", port);
        CO_FAIL("nobody listens any more");
    } catch (const ConnectionError &) {
        // As it should be.
    }
    const Server other = startServer(sayBye, u"127.0.0.1"_s, 0);
    auto task = createTask(serving, other);
    co_await sleep(1ms);
    task.cancel();
    co_await sleep(1ms);
    CO_VERIFY(task.cancelled());
}

Task<> checkDrain()
{
    const Server server = startServer(swallow, u"localhost"_s, 0);
    auto [reader, writer] = co_await openConnection("localhost", server.port());
    writer.write("little");
    const TurnWatch first;
    co_await writer.drain();
    CO_VERIFY(!first.hasTurned());
    writer.write(QByteArray(32 * 1024 * 1024, 'x'));
    const TurnWatch second;
    co_await writer.drain();
    CO_VERIFY(second.hasTurned());
    writer.close();
    co_await writer.waitClosed();
}

Task<> checkFetch()
{
    const Server server = startServer(answerPage, u"localhost"_s, 0);
    const QString page = pageAt(server, u"/"_s);
    const Response response = co_await fetch(page);
    CO_COMPARE(response.status, 200);
    CO_COMPARE(response.text(), u"hello"_s);
    CO_COMPARE(response.header("x-kind"), QByteArray("test"));
    const QString lost = pageAt(server, u"/lost"_s);
    const Response missing = co_await fetch(lost);
    CO_COMPARE(missing.status, 404);
    CO_VERIFY(!missing.succeeded());
    const QString cut = pageAt(server, u"/cut"_s);
    try {
        co_await fetch(cut);
        CO_FAIL("it breaks off");
    } catch (const NetworkError &) {
        // As it should be.
    }
    auto task = createTask(fetching, pageAt(server, u"/slow"_s));
    co_await sleep(30ms);
    task.cancel();
    const std::vector<TaskHandle<>> all{task};
    co_await wait(all);
    CO_VERIFY(task.cancelled());
    server.close();
    const QString nowhere = u"http://localhost:1/"_s;
    try {
        co_await fetch(nowhere);
        CO_FAIL("nobody is there");
    } catch (const NetworkError &) {
        // As it should be.
    }
}

Task<> checkCallbacks()
{
    QStringList log;
    callSoon([&log] { log << u"soon"_s; });
    callSoon([] { throw std::runtime_error("a callback that fails stops nobody"); });
    auto off = callLater(2ms, [&log] { log << u"off"_s; });
    callLater(3ms, [&log] { log << u"later"_s; });
    CO_VERIFY(log.isEmpty());
    off.cancel();
    CO_VERIFY(off.cancelled());
    co_await sleep(10ms);
    CO_COMPARE(log, (QStringList{u"soon"_s, u"later"_s}));
}

} // namespace

/// What waits for the world: threads, processes, connections. On the real clock.
class TestWorld : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aThreadDoesTheBlocking() { QCOMPARE(runCoroutine(checkThreads), 0); }

    void aProcessIsAwaitedAndKilledWhenItsTaskIsCancelled() { QCOMPARE(runCoroutine(checkProcesses), 0); }

    void linesGoThereAndBack() { QCOMPARE(runCoroutine(checkStreams), 0); }

    void aConnectionsEndIsSeen() { QCOMPARE(runCoroutine(checkEnds), 0); }

    void drainWaitsOnlyWhenMuchIsLeftToSend() { QCOMPARE(runCoroutine(checkDrain), 0); }

    void pagesAreFetched() { QCOMPARE(runCoroutine(checkFetch), 0); }

    void callbacksAreCalledInTheirTurn() { QCOMPARE(runCoroutine(checkCallbacks), 0); }
};

QTEST_GUILESS_MAIN(TestWorld)
#include "tst_world.moc"
