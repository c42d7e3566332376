// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/trace/tracestream.h"

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace Playground;
using namespace Playground::Trace;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

template <typename Kind>
std::vector<Kind> eventsOf(const std::vector<Trace::Event> &events)
{
    std::vector<Kind> result;
    for (const auto &event : events) {
        if (const auto *each = std::get_if<Kind>(&event))
            result.push_back(*each);
    }
    return result;
}

int lineOfMark(const QString &mark)
{
    QFile source(QString::fromUtf8(SCENARIO));
    if (!source.open(QIODevice::ReadOnly))
        return -1;
    const auto lines = QString::fromUtf8(source.readAll()).split(u'\n');
    for (int i = 0; i < lines.size(); ++i) {
        if (lines.at(i).endsWith(u"// mark: "_s + mark))
            return i + 1;
    }
    return -1;
}

} // namespace

/// What a C++ scenario tells of itself when one environment variable asks it to.
class TestScenarioTrace : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QTemporaryDir scratch;
        const QString trace = scratch.filePath(u"trace"_s);
        QProcess process;
        auto environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"ASYNC_PLAYGROUND_TRACE"_s, trace);
        environment.insert(u"ASYNC_PLAYGROUND_CLOCK"_s, u"instant"_s);
        environment.insert(u"ASYNC_PLAYGROUND_NETWORK"_s, u"simulated"_s);
        process.setProcessEnvironment(environment);
        process.start(QCoreApplication::applicationDirPath() + u"/animals"_s, QStringList());
        QVERIFY(process.waitForFinished(60'000));
        QCOMPARE(QString::fromUtf8(process.readAllStandardError()), QString());
        QCOMPARE(process.exitCode(), 0);
        m_output = process.readAllStandardOutput();
        QFile file(trace);
        QVERIFY(file.open(QIODevice::ReadOnly));
        TraceReader reader;
        m_events = reader.read(file.readAll());
        QVERIFY(reader.status() == TraceReader::Status::Reading);
        QVERIFY(!reader.hasPartialEvent());
    }

    void itBeginsAndEnds()
    {
        const auto *started = std::get_if<RunStarted>(&m_events.front());
        QVERIFY(started);
        QCOMPARE(started->language, u"cpp"_s);
        QCOMPARE(started->program, QString::fromUtf8(SCENARIO));
        QVERIFY(started->clock == ClockMode::Instant);
        QVERIFY(started->network == NetworkMode::Simulated);
        const auto *finished = std::get_if<RunFinished>(&m_events.back());
        QVERIFY(finished);
        QCOMPARE(finished->exitCode, 0);
        QVERIFY(finished->at >= 4s);
    }

    void itHasEveryTaskWithItsNames()
    {
        const auto created = eventsOf<TaskCreated>(m_events);
        QCOMPARE(created.size(), size_t(4));
        QCOMPARE(created[0].name, u"Task-1"_s);
        QCOMPARE(created[0].coroutine, u"asyncMain"_s);
        QVERIFY(created[0].parent == TaskId::None);
        QCOMPARE(created[1].name, u"dog"_s);
        QCOMPARE(created[1].coroutine, u"startRun"_s);
        QCOMPARE(created[1].line, lineOfMark(u"create"_s));
        QVERIFY(created[1].parent == created[0].task);
        QCOMPARE(created[2].name, u"Task-2"_s);
        QCOMPARE(created[2].line, lineOfMark(u"create"_s) + 1);
        QCOMPARE(created[3].coroutine, u"consume"_s);
    }

    void everyWaitHasItsLineItsTextAndItsKind_data()
    {
        QTest::addColumn<QString>("task");
        QTest::addColumn<int>("which");
        QTest::addColumn<WaitKind>("kind");
        QTest::addColumn<int>("line");
        QTest::addColumn<QString>("text");
        QTest::newRow("sleep") << u"dog"_s << 0 << WaitKind::Sleep << lineOfMark(u"run"_s)
                               << u"co_await sleep(delay)"_s;
        QTest::newRow("gather") << u"Task-1"_s << 0 << WaitKind::Task << lineOfMark(u"gather"_s)
                                << u"co_await gather(dog, cat)"_s;
        QTest::newRow("a called coroutine's")
            << u"Task-1"_s << 1 << WaitKind::Sleep << lineOfMark(u"run"_s) << u"co_await sleep(delay)"_s;
        QTest::newRow("task") << u"Task-1"_s << 2 << WaitKind::Task << lineOfMark(u"consumer"_s)
                              << u"co_await consumer"_s;
        QTest::newRow("queue") << u"consumer"_s << 0 << WaitKind::Queue << lineOfMark(u"get"_s)
                               << u"co_await queue.get()"_s;
        QTest::newRow("fetch") << u"Task-1"_s << 3 << WaitKind::Network << lineOfMark(u"fetch"_s)
                               << u"co_await fetch(\"http://www.debian.org/\")"_s;
    }

    void everyWaitHasItsLineItsTextAndItsKind()
    {
        QFETCH(QString, task);
        QFETCH(int, which);
        QFETCH(WaitKind, kind);
        QFETCH(int, line);
        QFETCH(QString, text);
        std::vector<TaskSuspended> waits;
        for (const auto &each : eventsOf<TaskSuspended>(m_events)) {
            if (each.task == idOf(task))
                waits.push_back(each);
        }
        QVERIFY(int(waits.size()) > which);
        const auto &wait = waits[size_t(which)];
        QVERIFY(wait.kind == kind);
        for (const auto &site : eventsOf<SiteDefined>(m_events)) {
            if (site.site == wait.site) {
                QCOMPARE(site.calls.last().text, text);
                QCOMPARE(site.calls.last().line, line);
            }
        }
        QVERIFY(wait.site != SiteId::None);
    }

    void everyTaskEndsAsItDid()
    {
        for (const auto &finished : eventsOf<TaskFinished>(m_events)) {
            if (finished.task == idOf(u"consumer"_s)) {
                QVERIFY(finished.state == FinishState::Failed);
                QCOMPARE(finished.value, u"std::runtime_error: sour"_s);
            } else if (finished.task == idOf(u"dog"_s)) {
                QVERIFY(finished.at == 2s);
                QCOMPARE(finished.value, u"\"dog\""_s);
            } else {
                QVERIFY(finished.state == FinishState::Done);
            }
        }
    }

    void aTaskIsWokenByTheOneThatBroughtItAbout()
    {
        bool isTold = false;
        for (const auto &woken : eventsOf<TaskWoken>(m_events))
            isTold |= woken.task == idOf(u"consumer"_s) && woken.by == idOf(u"Task-1"_s);
        QVERIFY(isTold);
    }

    void whatIsPrintedIsItsTasks()
    {
        QByteArray printed;
        for (const auto &output : eventsOf<Output>(m_events)) {
            if (output.text.startsWith("dog"))
                QVERIFY(output.task == idOf(u"dog"_s));
            printed += output.text;
        }
        QCOMPARE(QString::fromUtf8(printed), QString::fromUtf8(m_output));
        QVERIFY(m_output.startsWith("dog sets off\ncat sets off\n"));
        QVERIFY(m_output.endsWith("sour\n200\nprintf 1\ncout 2\nunfinished"));
    }

private:
    TaskId idOf(const QString &name) const
    {
        for (const auto &created : eventsOf<TaskCreated>(m_events)) {
            if (created.name == name)
                return created.task;
        }
        return TaskId::None;
    }

    std::vector<Trace::Event> m_events;
    QByteArray m_output;
};

QTEST_GUILESS_MAIN(TestScenarioTrace)
#include "tst_scenariotrace.moc"
