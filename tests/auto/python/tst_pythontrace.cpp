// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/runsession.h"

#include <QSignalSpy>
#include <QTest>

#include <memory>

using namespace Playground;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Trace::WaitKind;

namespace {

constexpr int Patience = 30'000; // ms; a machine may be busy

/// A program of the tests, run by the real host on the instant clock, and what its trace says.
class Run {
public:
    explicit Run(const char *text)
    {
        const QString bin = qEnvironmentVariable("PLAYGROUND_BIN");
        RunRequest request;
        request.program = u"program.py"_s;
        request.source = QByteArray("import asyncio, time\n") + text;
        request.clock = Trace::ClockMode::Instant;
        request.stdio = Stdio::Piped;
        request.tools = {bin + u"/async-playground-supervisor"_s, bin + u"/async-playground-python"_s};
        QObject::connect(&m_session, &RunSession::outputArrived, &m_session,
                         [this](Trace::OutputStream, const QByteArray &bytes) { m_printed += bytes; });
        QSignalSpy ended(&m_session, &RunSession::ended);
        m_session.start(request);
        m_hasEnded = !m_session.isRunning() || ended.wait(Patience);
    }

    bool hasEnded() const { return m_hasEnded; }
    QByteArray printed() const { return m_printed; }
    const Timeline &timeline() const { return m_session.timeline(); }

    /// The only task of that name, or of a coroutine of that name.
    const TaskRecord &task(const QString &name) const
    {
        static const TaskRecord none;
        for (const auto &task : timeline().tasks()) {
            if (task.name == name || task.coroutine == name)
                return task;
        }
        return none;
    }

    /// "sleep await asyncio.sleep(1) line 5": the waits of a task, with the innermost await of each.
    QStringList waits(const QString &name) const
    {
        QStringList result;
        for (const auto &wait : task(name).waits) {
            const auto call = timeline().innermost(wait.site);
            result.append(u"%1 %2 line %3"_s.arg(
                QString::fromLatin1(QMetaEnum::fromType<WaitKind>().valueToKey(int(wait.kind))).toLower(), call.text,
                QString::number(call.line)));
        }
        return result;
    }

    QString nameOf(Trace::TaskId id) const
    {
        const auto *task = timeline().task(id);
        return task ? task->name : u"loop"_s;
    }

private:
    RunSession m_session;
    QByteArray m_printed;
    bool m_hasEnded = false;
};

std::chrono::milliseconds ms(Trace::Time time)
{
    return std::chrono::duration_cast<std::chrono::milliseconds>(time);
}

} // namespace

class TestPythonTrace : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void tasksHaveTheirNamesParentsAndTheLineOfTheirCreation()
    {
        const Run run(R"(async def work(): pass
async def main():
    await asyncio.create_task(work(), name='dog')
asyncio.run(main())
)");
        QVERIFY(run.hasEnded());
        QCOMPARE(run.timeline().tasks().size(), size_t(2));
        const auto &main = run.task(u"main"_s);
        const auto &dog = run.task(u"dog"_s);
        QCOMPARE(main.name, u"Task-1"_s);
        QCOMPARE(main.parent, Trace::TaskId::None);
        QCOMPARE(main.line, 5);
        QCOMPARE(dog.coroutine, u"work"_s);
        QCOMPARE(dog.parent, main.id);
        QCOMPARE(dog.line, 4);
    }

    void aTaskThatIsRenamedShowsItsLastName()
    {
        const Run run(R"(async def main():
    asyncio.current_task().set_name('boss')
asyncio.run(main())
)");
        QCOMPARE(run.task(u"main"_s).name, u"boss"_s);
    }

    void eachKindOfWaitShowsAsItself_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QStringList>("waits");
        const auto row = [](const char *name, const char *body, const QStringList &waits) {
            QTest::newRow(name) << QByteArray(body) << waits;
        };
        row("sleep", "    await asyncio.sleep(1)\n", {u"sleep await asyncio.sleep(1) line 4"_s});
        row("sleep of nothing is no wait", "    await asyncio.sleep(0)\n", {});
        row("task", "    t = asyncio.create_task(other())\n    await t\n", {u"task await t line 5"_s});
        row("gather", "    await asyncio.gather(\n        other(),\n        other(),\n    )\n",
            {u"task await asyncio.gather(other(), other()) line 4"_s});
        row("wait", "    await asyncio.wait([asyncio.create_task(other())])\n",
            {u"task await asyncio.wait([asyncio.create_task(other())]) line 4"_s});
        row("wait_for", "    await asyncio.wait_for(other(), 5)\n",
            {u"task await asyncio.wait_for(other(), 5) line 4"_s});
        row("task group", "    async with asyncio.TaskGroup() as group:\n        group.create_task(other())\n",
            {u"task async with asyncio.TaskGroup() as group line 4"_s});
        row("future",
            "    f = asyncio.get_running_loop().create_future()\n    asyncio.get_running_loop().call_later(1, "
            "f.set_result, 1)\n    await f\n",
            {u"future await f line 6"_s});
        row("queue",
            "    q = asyncio.Queue()\n    asyncio.get_running_loop().call_later(1, q.put_nowait, 1)\n    await "
            "q.get()\n",
            {u"queue await q.get() line 6"_s});
        row("event",
            "    e = asyncio.Event()\n    asyncio.get_running_loop().call_later(1, e.set)\n    await e.wait()\n",
            {u"lock await e.wait() line 6"_s});
        row("thread", "    await asyncio.to_thread(time.sleep, 1)\n",
            {u"thread await asyncio.to_thread(time.sleep, 1) line 4"_s});
        row("executor", "    await asyncio.get_running_loop().run_in_executor(None, time.sleep, 1)\n",
            {u"thread await asyncio.get_running_loop().run_in_executor(None, time.sleep, 1) line 4"_s});
        row("nested", "    await nested()\n", {u"sleep await asyncio.sleep(1) line 5"_s});
        row("async generator", "    async for x in numbers():\n        pass\n",
            {u"sleep await asyncio.sleep(1) line 8"_s});
    }

    void eachKindOfWaitShowsAsItself()
    {
        QFETCH(QByteArray, body);
        QFETCH(QStringList, waits);
        const QByteArray text = "async def other(): await asyncio.sleep(1)\nasync def main():\n" + body
            + "async def nested(): await asyncio.sleep(1)\n"
              "async def numbers():\n    await asyncio.sleep(1)\n    yield 1\n";
        const Run run((text + "asyncio.run(main())\n").constData());
        QVERIFY(run.hasEnded());
        QCOMPARE(run.timeline().outcome().exitCode, 0);
        QCOMPARE(run.waits(u"main"_s), waits);
    }

    void aSubprocessShowsAsProcessAlsoWhenItsStreamIsRead()
    {
        const Run run(R"(async def main():
    p = await asyncio.create_subprocess_exec('/bin/sh', '-c', 'sleep 0.05; echo hello', stdout=asyncio.subprocess.PIPE)
    await p.stdout.readline()
    await p.wait()
asyncio.run(main())
)");
        for (const auto &wait : run.task(u"main"_s).waits)
            QCOMPARE(wait.kind, WaitKind::Process);
        QVERIFY(run.waits(u"main"_s).contains(u"process await p.stdout.readline() line 4"_s));
    }

    void aConnectionShowsAsNetwork()
    {
        const Run run(R"(async def main():
    reader, writer = await asyncio.open_connection('www.example.com', 80)
    writer.write(b'GET / HTTP/1.0\r\nHost: www.example.com\r\n\r\n')
    await reader.readline()
    writer.close()
asyncio.run(main())
)");
        const auto waits = run.waits(u"main"_s);
        QVERIFY2(waits.contains(u"network await reader.readline() line 5"_s), qPrintable(waits.join(u'\n')));
        QVERIFY(!run.timeline().networkPhases().empty());
        QCOMPARE(run.timeline().networkPhases().front().task, run.task(u"main"_s).id);
    }

    void aNestedCallIsFollowedFromTheOutermostCoroutine()
    {
        const Run run(R"(async def inner():
    await asyncio.sleep(1)
async def main():
    await inner()
asyncio.run(main())
)");
        const auto &waits = run.task(u"main"_s).waits;
        QCOMPARE(waits.size(), size_t(1));
        const auto &calls = run.timeline().site(waits.front().site);
        QCOMPARE(calls.size(), 2);
        QCOMPARE(calls.at(0), (Trace::CallSite{u"main"_s, u"await inner()"_s, 5}));
        QCOMPARE(calls.at(1), (Trace::CallSite{u"inner"_s, u"await asyncio.sleep(1)"_s, 3}));
    }

    void whoWokeATaskIsKnown()
    {
        const Run run(R"(async def producer(q):
    await asyncio.sleep(1)
    q.put_nowait(1)
async def child(delay): await asyncio.sleep(delay)
async def main():
    q = asyncio.Queue()
    p = asyncio.create_task(producer(q), name='producer')
    await q.get()
    await asyncio.gather(asyncio.create_task(child(2), name='slow'), asyncio.create_task(child(1), name='quick'))
    await asyncio.create_task(child(1), name='last')
    await asyncio.sleep(1)
asyncio.run(main())
)");
        const auto &waits = run.task(u"main"_s).waits;
        QCOMPARE(waits.size(), size_t(4));
        QCOMPARE(run.nameOf(waits[0].wokenBy), u"producer"_s);
        QCOMPARE(run.nameOf(waits[1].wokenBy), u"slow"_s);
        QCOMPARE(run.nameOf(waits[2].wokenBy), u"last"_s);
        QCOMPARE(run.nameOf(waits[2].on), u"last"_s);
        QCOMPARE(run.nameOf(waits[3].wokenBy), u"loop"_s);
    }

    void sleepsOfOneDeadlineWakeInTheOrderOfTheirCreation()
    {
        const Run run(R"(async def work(i):
    await asyncio.sleep(1)
    print(i, end=' ')
async def main():
    await asyncio.gather(*(work(i) for i in range(40)))
asyncio.run(main())
)");
        QByteArray expected;
        for (int i = 0; i < 40; ++i)
            expected += QByteArray::number(i) + ' ';
        QCOMPARE(run.printed(), expected);
    }

    void setsOfTasksHaveTheSameOrderInEachRun()
    {
        const char *text = R"(async def work(i):
    await asyncio.sleep(1)
    return i
async def main():
    done, _ = await asyncio.wait([asyncio.create_task(work(i)) for i in range(30)])
    print([t.result() for t in done])
    for next_one in asyncio.as_completed([work(i) for i in range(9)]):
        print(await next_one, end=' ')
asyncio.run(main())
)";
        const Run first(text);
        const Run second(text);
        QVERIFY(first.printed().contains("29"));
        QVERIFY(first.printed().endsWith("0 1 2 3 4 5 6 7 8 "));
        QCOMPARE(first.printed(), second.printed());
    }

    void aSleeperStarvesWhileAnotherTaskBlocksTheLoop()
    {
        const Run run(R"(async def sleeper(): await asyncio.sleep(1)
async def blocker(): time.sleep(3)
async def main():
    await asyncio.gather(asyncio.create_task(sleeper()), asyncio.create_task(blocker()))
asyncio.run(main())
)");
        const auto &sleeper = run.task(u"sleeper"_s);
        QCOMPARE(ms(run.timeline().timeIn(run.task(u"blocker"_s), SpanState::Running)), 3000ms);
        QCOMPARE(ms(run.timeline().timeIn(sleeper, SpanState::Waiting)), 1000ms);
        QCOMPARE(ms(run.timeline().timeIn(sleeper, SpanState::Ready)), 2000ms);
        QCOMPARE(ms(run.timeline().totals().longestBlock), 3000ms);
    }

    void resultsErrorsAndCancellationsAreTold()
    {
        const Run run(R"(class Loud:
    def __repr__(self): print('never'); return 'Loud'
async def good(): return {'a': [1, 'x'], 'b': Loud()}
async def bad():
    raise ValueError('no good')
async def main():
    c = asyncio.create_task(asyncio.sleep(9), name='c')
    await asyncio.sleep(0)
    c.cancel()
    await asyncio.gather(good(), bad(), c, return_exceptions=True)
asyncio.run(main())
)");
        QCOMPARE(run.task(u"good"_s).value, u"{'a': [1, 'x'], 'b': Loud(…)}"_s);
        QCOMPARE(run.task(u"good"_s).state, TaskState::Done);
        QCOMPARE(run.task(u"bad"_s).value, u"ValueError: no good"_s);
        QCOMPARE(run.task(u"bad"_s).errorLine, 6);
        QCOMPARE(run.task(u"bad"_s).state, TaskState::Failed);
        QCOMPARE(run.task(u"c"_s).state, TaskState::Cancelled);
        QCOMPARE(run.printed(), QByteArray());
    }

    void complaintsOfTheInterpreterReachTheTraceWithTheirLine_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<Trace::WarningKind>("kind");
        QTest::addColumn<int>("line");
        QTest::newRow("never awaited") << QByteArray(
            "async def f(): pass\nasync def main():\n    f()\nasyncio.run(main())\n")
                                       << Trace::WarningKind::NeverAwaited << 4;
        QTest::newRow("never retrieved") << QByteArray(
            "async def f():\n    raise ValueError('x')\nasync def main():\n    asyncio.create_task(f())\n    await "
            "asyncio.sleep(1)\nasyncio.run(main())\n")
                                         << Trace::WarningKind::NeverRetrieved << 3;
        QTest::newRow("destroyed pending")
            << QByteArray("import gc\nasync def f(): await asyncio.get_running_loop().create_future()\nasync def "
                          "main():\n    asyncio.create_task(f())\n"
                          "    await asyncio.sleep(1)\n    gc.collect()\nasyncio.run(main())\n")
            << Trace::WarningKind::DestroyedPending << 0;
        QTest::newRow("callback") << QByteArray(
            "def f(): raise ValueError('x')\nasync def main():\n    asyncio.get_running_loop().call_soon(f)\n    await "
            "asyncio.sleep(1)\nasyncio.run(main())\n")
                                  << Trace::WarningKind::Callback << 2;
        QTest::newRow("uncaught") << QByteArray("def f():\n    raise ValueError('x')\nf()\n")
                                  << Trace::WarningKind::Uncaught << 3;
        QTest::newRow("syntax error") << QByteArray("x = 1\nasync def f(:\n    pass\n") << Trace::WarningKind::Uncaught
                                      << 3;
    }

    void complaintsOfTheInterpreterReachTheTraceWithTheirLine()
    {
        QFETCH(QByteArray, text);
        QFETCH(Trace::WarningKind, kind);
        QFETCH(int, line);
        const Run run(text.constData());
        QCOMPARE(run.timeline().warnings().size(), size_t(1));
        QCOMPARE(run.timeline().warnings().front().kind, kind);
        QCOMPARE(run.timeline().warnings().front().line, line);
    }

    void anUncaughtExceptionTellsTheWayToIt()
    {
        const Run run("def g():\n    raise ValueError('x')\ndef f():\n    g()\nf()\n");
        QCOMPARE(run.timeline().warnings().front().callLines, (QList<int>{6, 5, 3}));
        QCOMPARE(run.timeline().warnings().front().text, u"ValueError: x"_s);
    }

    void aTaskThatNobodyRefersToIsCollected()
    {
        const Run run(R"(import weakref
async def f(): pass
async def main():
    t = asyncio.create_task(f())
    r = weakref.ref(t)
    await t
    del t
    await asyncio.sleep(0)
    print(r())
asyncio.run(main())
)");
        QCOMPARE(run.printed(), QByteArray("None\n"));
    }

    void eachLoopInAThreadHasALaneOfItsOwn()
    {
        const Run run(R"(import threading
async def work(): await asyncio.sleep(1)
threads = [threading.Thread(target=lambda: asyncio.run(work())) for _ in range(2)]
asyncio.run(work())
for t in threads: t.start()
for t in threads: t.join()
)");
        QCOMPARE(run.timeline().loops().size(), size_t(3));
        QCOMPARE(run.timeline().tasks().size(), size_t(3));
        QCOMPARE(ms(run.timeline().totals().wall), 2000ms);
    }

    void theClocksOfThePythonModulesFollowTheScenario()
    {
        const Run run(R"(import datetime
async def main():
    a = time.time(), time.monotonic(), time.perf_counter(), datetime.datetime.now()
    await asyncio.sleep(90)
    time.sleep(10)
    b = time.time(), time.monotonic(), time.perf_counter(), datetime.datetime.now()
    print(*(round(y - x, 3) for x, y in list(zip(a, b))[:3]), round((b[3] - a[3]).total_seconds(), 3))
asyncio.run(main())
)");
        QCOMPARE(run.printed(), QByteArray("100.0 100.0 100.0 100.0\n"));
        QCOMPARE(ms(run.timeline().totals().wall), 100'000ms);
    }

    void outputBelongsToTheTaskThatPrintedIt()
    {
        const Run run(R"(async def main():
    print('inside')
asyncio.run(main())
print('outside')
)");
        const auto &output = run.timeline().output();
        QCOMPARE(output.size(), size_t(2));
        QCOMPARE(output[0].text, QByteArray("inside\n"));
        QCOMPARE(output[0].task, run.task(u"main"_s).id);
        QCOMPARE(output[1].task, Trace::TaskId::None);
    }
};

QTEST_GUILESS_MAIN(TestPythonTrace)
#include "tst_pythontrace.moc"
