// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "remains.h"

#include <QElapsedTimer>
#include <QProcess>
#include <QTest>

#include <array>
#include <csignal>

#include <fcntl.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// The supervisor as a program, between two pipes.
class Supervised {
public:
    Supervised(const QStringList &command, const QStringList &options = {})
    {
        int control[2]{};
        int report[2]{};
        [[maybe_unused]] const bool made = pipe2(control, O_CLOEXEC) == 0 && pipe2(report, O_CLOEXEC) == 0;
        m_control = control[1];
        m_report = report[0];
        const std::array kept{control[0], report[1]};
        m_process.setChildProcessModifier([kept] {
            setpgid(0, 0); // as a shell does it for a job
            for (const int each : kept)
                fcntl(each, F_SETFD, 0);
        });
        m_process.setProgram(qEnvironmentVariable("PLAYGROUND_BIN") + u"/async-playground-supervisor"_s);
        m_process.setArguments(
            QStringList{u"--control"_s, QString::number(control[0]), u"--report"_s, QString::number(report[1])}
            + options + QStringList{u"--"_s} + command);
        m_ownDescriptors = QByteArray::number(control[0]) + ' ' + QByteArray::number(report[1]);
        m_process.start();
        close(control[0]);
        close(report[1]);
    }

    ~Supervised()
    {
        closeControl();
        m_process.waitForFinished(10'000);
        close(m_report);
    }

    void closeControl()
    {
        if (m_control >= 0)
            close(m_control);
        m_control = -1;
    }

    /// The numbers of the two that the supervisor has.
    QByteArray ownDescriptors() const { return m_ownDescriptors; }

    /// As a terminal sends Ctrl+C.
    void signalGroup(int signal) { QCOMPARE(killpg(static_cast<pid_t>(m_process.processId()), signal), 0); }

    void write(const QByteArray &text) { m_process.write(text); }

    void control(char byte) { QCOMPARE(::write(m_control, &byte, 1), 1); }

    /// Waits for a line of the program's output.
    QByteArray line()
    {
        while (!m_process.canReadLine() && m_process.waitForReadyRead(10'000)) { }
        return m_process.readLine().trimmed();
    }

    /// The exit status, as a shell has it; -1 when the supervisor itself was killed, -2 when it did not end.
    int status()
    {
        if (m_process.state() != QProcess::NotRunning && !m_process.waitForFinished(10'000))
            return -2;
        return m_process.exitStatus() == QProcess::NormalExit ? m_process.exitCode() : -1;
    }

    QByteArray errorOutput() { return m_process.readAllStandardError(); }

    /// The report from its beginning to its end.
    QList<QByteArray> report()
    {
        QByteArray text;
        std::array<char, 4096> piece;
        for (ssize_t size = 0; (size = read(m_report, piece.data(), piece.size())) > 0;)
            text.append(piece.data(), size);
        return text.trimmed().split('\n');
    }

private:
    QProcess m_process;
    QByteArray m_ownDescriptors;
    int m_control = -1;
    int m_report = -1;
};

QStringList python(const char *program)
{
    return {u"/usr/bin/python3"_s, u"-u"_s, u"-c"_s, QString::fromUtf8(program)};
}

QStringList shell(const char *program)
{
    return {u"/bin/sh"_s, u"-c"_s, QString::fromUtf8(program)};
}

} // namespace

class TestSupervisor : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void mirrorsTheProgramsEnd_data();
    void mirrorsTheProgramsEnd();
    void saysWhyAProgramCannotBeStarted();
    void passesTheDescriptorsThatItWasToldOfAndNotItsOwn();
    void leavesNothingBehindAProgramThatEnds_data();
    void leavesNothingBehindAProgramThatEnds();
    void endsEverythingWhenTheApplicationIsGone_data();
    void endsEverythingWhenTheApplicationIsGone();
    void killingItFreesNobody_data();
    void killingItFreesNobody();
    void tooMuchMemoryEndsAll();
    void oneGreedyAllocationFailsAsSuch();
    void sharedMemoryCountsOnce();
    void tooManyProcessesEndAll();
    void handsOnASignalOnce();
    void theProgramHasTheSignalsThatTheApplicationHad();
    void anOwnSessionKeepsSignalsApart();
};

void TestSupervisor::mirrorsTheProgramsEnd_data()
{
    QTest::addColumn<QStringList>("command");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("said");
    QTest::newRow("well") << shell("exit 0") << 0 << QByteArray("exit 0");
    QTest::newRow("exit code") << shell("exit 7") << 7 << QByteArray("exit 7");
    QTest::newRow("signal") << shell("kill -SEGV $$") << 128 + SIGSEGV << QByteArray("signal 11");
    QTest::newRow("termination") << shell("kill $$") << 128 + SIGTERM << QByteArray("signal 15");
}

void TestSupervisor::mirrorsTheProgramsEnd()
{
    QFETCH(const QStringList, command);
    QFETCH(const int, status);
    QFETCH(const QByteArray, said);
    Supervised run(command);
    QCOMPARE(run.status(), status);
    const QList<QByteArray> report = run.report();
    QVERIFY(report.first().startsWith("started "));
    QCOMPARE(report.at(1), said);
    QCOMPARE(report.last(), QByteArray("end"));
}

void TestSupervisor::saysWhyAProgramCannotBeStarted()
{
    Supervised run({u"/nowhere/at/all"_s});
    QCOMPARE(run.status(), 127);
    QCOMPARE(run.report(), (QList<QByteArray>{"failed " + QByteArray::number(ENOENT), "end"}));
}

void TestSupervisor::passesTheDescriptorsThatItWasToldOfAndNotItsOwn()
{
    int ends[2]{};
    QCOMPARE(pipe2(ends, O_CLOEXEC), 0);
    const int writingEnd = dup(ends[1]); // inherited
    close(ends[1]);
    Supervised run(python("import os, sys\n"
                          "number = int(input())\n"
                          "os.write(number, b'here')\n"
                          "def is_open(number):\n"
                          "    try: os.fstat(number)\n"
                          "    except OSError: return False\n"
                          "    return True\n"
                          "print([is_open(int(number)) for number in input().split()])"),
                   {u"--pass"_s, QString::number(writingEnd)});
    close(writingEnd);
    run.write(QByteArray::number(writingEnd) + '\n' + run.ownDescriptors() + '\n');
    QCOMPARE(run.line(), QByteArray("[False, False]"));
    QCOMPARE(run.status(), 0);
    char text[8]{};
    QCOMPARE(read(ends[0], text, sizeof text), 4);
    QCOMPARE(read(ends[0], text, sizeof text), 0); // nobody else has kept the writing end
    close(ends[0]);
}

void TestSupervisor::leavesNothingBehindAProgramThatEnds_data()
{
    QTest::addColumn<QStringList>("command");
    QTest::newRow("child in the background") << shell("sleep 1000 & exit 3");
    QTest::newRow("ten forked children") << python("import os, time\n"
                                                   "for i in range(10):\n"
                                                   "    if os.fork() == 0: time.sleep(1000)\n"
                                                   "os._exit(3)");
    QTest::newRow("daemons") << python("import os, time\n"
                                       "for i in range(3):\n"
                                       "    if os.fork() == 0:\n"
                                       "        os.setsid()\n"
                                       "        if os.fork() == 0: time.sleep(1000)\n"
                                       "        os._exit(0)\n"
                                       "    os.wait()\n"
                                       "os._exit(3)");
    QTest::newRow("children of threads that ignore signals")
        << python("import os, signal, threading, time\n"
                  "for number in (1, 2, 3, 15): signal.signal(number, signal.SIG_IGN)\n"
                  "def start():\n"
                  "    if os.fork() == 0: time.sleep(1000)\n"
                  "threads = [threading.Thread(target=start) for i in range(5)]\n"
                  "[thread.start() for thread in threads]\n"
                  "[thread.join() for thread in threads]\n"
                  "os._exit(3)");
    QTest::newRow("a stopped child") << python("import os, signal, time\n"
                                               "child = os.fork()\n"
                                               "if child == 0: time.sleep(1000)\n"
                                               "os.kill(child, signal.SIGSTOP)\n"
                                               "os._exit(3)");
}

void TestSupervisor::leavesNothingBehindAProgramThatEnds()
{
    QFETCH(const QStringList, command);
    const Mark mark;
    Supervised run(command);
    QCOMPARE(run.status(), 3);
    QCOMPARE(run.report().last(), QByteArray("end"));
    QCOMPARE(mark.count(), 0);
}

void TestSupervisor::endsEverythingWhenTheApplicationIsGone_data()
{
    QTest::addColumn<QStringList>("command");
    QTest::newRow("busy for ever") << python("print('ready')\nwhile True: pass");
    QTest::newRow("ignores what can be ignored")
        << python("import signal\n"
                  "for number in (1, 2, 3, 15): signal.signal(number, signal.SIG_IGN)\n"
                  "print('ready')\n"
                  "while True: signal.pause()");
    QTest::newRow("always a new process") << python("import os, sys\n"
                                                    "print('ready')\n"
                                                    "while True:\n"
                                                    "    if os.fork() == 0:\n"
                                                    "        os.setsid()\n"
                                                    "        os._exit(0)\n"
                                                    "    try: os.waitpid(-1, os.WNOHANG)\n"
                                                    "    except ChildProcessError: pass");
    QTest::newRow("stops its parent") << python("import os, signal\n"
                                                "os.kill(os.getppid(), signal.SIGSTOP)\n"
                                                "print('ready')\n"
                                                "while True: pass");
}

void TestSupervisor::endsEverythingWhenTheApplicationIsGone()
{
    QFETCH(const QStringList, command);
    const Mark mark;
    Supervised run(command);
    QCOMPARE(run.line(), QByteArray("ready"));
    run.closeControl();
    QCOMPARE(run.report().last(), QByteArray("end"));
    QCOMPARE(run.status(), 128 + SIGKILL);
    QCOMPARE(mark.count(), 0);
}

void TestSupervisor::killingItFreesNobody_data()
{
    QTest::addColumn<QByteArray>("victim");
    QTest::addColumn<QByteArray>("said");
    QTest::newRow("the program's parent") << QByteArray("os.getppid()") << QByteArray("lost 9");
    QTest::newRow("the parent's parent") << QByteArray(
        "int(open(f'/proc/{os.getppid()}/stat').read().rsplit(')')[1].split()[1])")
                                         << QByteArray("signal 9");
}

void TestSupervisor::killingItFreesNobody()
{
    QFETCH(const QByteArray, victim);
    QFETCH(const QByteArray, said);
    const Mark mark;
    const QByteArray program = "import os, time\n"
                               "if os.fork() == 0:\n"
                               "    os.setsid()\n"
                               "    time.sleep(1000)\n"
                               "os.kill("
        + victim
        + ", 9)\n"
          "time.sleep(1000)";
    Supervised run(python(program.constData()));
    const QList<QByteArray> report = run.report();
    QVERIFY2(report.contains(said), report.join('|').constData());
    QCOMPARE(mark.count(), 0);
}

void TestSupervisor::tooMuchMemoryEndsAll()
{
    const Mark mark;
    Supervised run(python("import os, time\n"
                          "for i in range(4):\n"
                          "    if os.fork() == 0:\n"
                          "        kept = bytearray(b'x' * (50 << 20))\n"
                          "        time.sleep(1000)\n"
                          "time.sleep(1000)"),
                   {u"--memory"_s, QString::number(128 << 20)});
    QCOMPARE(run.status(), 128 + SIGKILL);
    QVERIFY(run.report().contains("limit memory " + QByteArray::number(128 << 20)));
    QCOMPARE(mark.count(), 0);
}

void TestSupervisor::oneGreedyAllocationFailsAsSuch()
{
#if defined(__SANITIZE_ADDRESS__)
    QSKIP("the sanitizer reserves more addresses than any limit allows");
#endif
    Supervised run(python("bytearray(200 << 20)"), {u"--memory"_s, QString::number(128 << 20)});
    QCOMPARE(run.status(), 1);
    QVERIFY(run.errorOutput().contains("MemoryError"));
    QVERIFY(run.report().contains("exit 1"));
}

void TestSupervisor::sharedMemoryCountsOnce()
{
    Supervised run(python("import os, time\n"
                          "kept = bytearray(b'x' * (50 << 20))\n"
                          "for i in range(8):\n"
                          "    if os.fork() == 0: time.sleep(1000)\n"
                          "time.sleep(0.3)"), // some looks at the limits
                   {u"--memory"_s, QString::number(160 << 20)});
    QCOMPARE(run.status(), 0);
}

void TestSupervisor::tooManyProcessesEndAll()
{
    const Mark mark;
    Supervised run(python("import os, time\n"
                          "for i in range(40):\n"
                          "    if os.fork() == 0: time.sleep(1000)\n"
                          "time.sleep(1000)"),
                   {u"--processes"_s, u"20"_s});
    QCOMPARE(run.status(), 128 + SIGKILL);
    QVERIFY(run.report().contains("limit processes 20"));
    QCOMPARE(mark.count(), 0);
}

void TestSupervisor::handsOnASignalOnce()
{
    Supervised run(python("import signal\n"
                          "count = 0\n"
                          "def note(number, frame):\n"
                          "    global count\n"
                          "    count += 1\n"
                          "    print('seen', count)\n"
                          "signal.signal(signal.SIGINT, note)\n"
                          "signal.signal(signal.SIGTERM, lambda *_: exit(count))\n"
                          "print('ready')\n"
                          "while True: signal.pause()"));
    QCOMPARE(run.line(), QByteArray("ready"));
    run.control('i'); // only the application received it
    QCOMPARE(run.line(), QByteArray("seen 1"));
    run.signalGroup(SIGINT); // everybody received it
    QCOMPARE(run.line(), QByteArray("seen 2"));
    run.control('i');
    run.control('t');
    QCOMPARE(run.status(), 2);
}

void TestSupervisor::theProgramHasTheSignalsThatTheApplicationHad()
{
    Supervised run(python("import signal\n"
                          "print([number for number in (1, 3, 10, 12, 13, 15, 17, 20, 21, 22)\n"
                          "       if signal.getsignal(number) != signal.SIG_DFL and number != 13],\n"
                          "      sorted(signal.pthread_sigmask(signal.SIG_BLOCK, [])))"));
    QCOMPARE(run.line(), QByteArray("[] []"));
}

void TestSupervisor::anOwnSessionKeepsSignalsApart()
{
    Supervised run(python("import os, signal, time\nos.kill(0, signal.SIGKILL)\ntime.sleep(1000)"),
                   {u"--own-session"_s});
    QCOMPARE(run.status(), 128 + SIGKILL);
    QVERIFY(run.report().contains("signal 9"));
}

QTEST_GUILESS_MAIN(TestSupervisor)
#include "tst_supervisor.moc"
