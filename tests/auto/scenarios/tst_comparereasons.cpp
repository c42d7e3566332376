// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/runsession.h"
#include "processpool.h"
#include "tests/auto/insight/claimchecks.h"
#include "tests/auto/insight/randomprograms.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

using namespace Playground;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr quint32 Pairs = 36;
constexpr std::size_t AtOnce = 3;

} // namespace

/// The comparison of real programs: what is said of them is held against what they did.
class CompareReasonsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void everyReasonOfRealProgramsIsTrue();
    void realProgramsDoWhatTheSimulatorTells();
    void anExampleAndItsPartner();
    void languagesAndStreamsAreKeptApart();
    void theFirstBadEndIsTheStatus();
    void programsAreReadBeforeAnyRuns();
    void whatIsWrongIsSaid_data();
    void whatIsWrongIsSaid();

private:
    RunRequest request(const QString &program) const;
    /// Runs programs on the instant clock, a few at a time.
    void runAll(const QStringList &programs, std::vector<std::unique_ptr<RunSession>> &sessions) const;
    QString write(const QString &name, const QString &text) const;
    QString path(const QString &name) const { return m_folder.filePath(name); }
    Ran compare(const QStringList &arguments);
    static QString example(const QString &id) { return sourcePath(u"examples/%1/scenario.py"_s.arg(id)); }

    QTemporaryDir m_folder;
    ProcessPool m_pool{2, 60s};
    std::vector<RandomPrograms::Program> m_programs; ///< in pairs
    std::vector<std::unique_ptr<RunSession>> m_runs; ///< of them
};

void CompareReasonsTest::initTestCase()
{
    QVERIFY(m_folder.isValid());
    QVERIFY2(QFile::exists(builtProgram(u"async-playground"_s)), "the command line program has not been built");
    QStringList files;
    for (quint32 seed = 0; m_programs.size() < 2 * Pairs; ++seed) {
        RandomPrograms::Maker maker(seed);
        const RandomPrograms::Program program = maker.program();
        const RandomPrograms::Program edited = maker.edited(program);
        // Programs whose tasks all wait for each other would never end.
        Timeline first;
        Timeline second;
        RandomPrograms::Simulator(program, Trace::ClockMode::Instant, 0).run(first);
        RandomPrograms::Simulator(edited, Trace::ClockMode::Instant, 0).run(second);
        if (first.outcome().outcome != Outcome::Finished || second.outcome().outcome != Outcome::Finished)
            continue;
        for (const RandomPrograms::Program &one : {program, edited}) {
            m_programs.push_back(one);
            files << write(u"random_%1.py"_s.arg(m_programs.size()), RandomPrograms::pythonOf(one));
        }
    }
    runAll(files, m_runs);
}

RunRequest CompareReasonsTest::request(const QString &program) const
{
    RunRequest request;
    request.program = program;
    request.clock = Trace::ClockMode::Instant;
    request.stdio = Stdio::Piped;
    request.limits.time = 60s;
    request.tools.supervisor = builtProgram(u"async-playground-supervisor"_s);
    request.tools.pythonHost = builtProgram(u"async-playground-python"_s);
    return request;
}

void CompareReasonsTest::runAll(const QStringList &programs, std::vector<std::unique_ptr<RunSession>> &sessions) const
{
    std::size_t running = 0;
    for (const QString &program : programs) {
        sessions.push_back(std::make_unique<RunSession>());
        RunSession *session = sessions.back().get();
        connect(session, &RunSession::ended, session, [&running] { --running; });
        ++running;
        session->start(request(program));
        session->closeInput();
        QTRY_VERIFY_WITH_TIMEOUT(running < AtOnce, 60'000);
    }
    QTRY_VERIFY_WITH_TIMEOUT(running == 0, 60'000);
}

QString CompareReasonsTest::write(const QString &name, const QString &text) const
{
    QFile file(path(name));
    if (file.open(QIODevice::WriteOnly))
        file.write(text.toUtf8());
    return file.fileName();
}

Ran CompareReasonsTest::compare(const QStringList &arguments)
{
    return m_pool.result(m_pool.add(builtProgram(u"async-playground"_s), QStringList{u"compare"_s} + arguments));
}

void CompareReasonsTest::everyReasonOfRealProgramsIsTrue()
{
    int told = 0;
    for (std::size_t i = 0; i + 1 < m_runs.size(); i += 2) {
        const Timeline &first = m_runs[i]->timeline();
        const Timeline &second = m_runs[i + 1]->timeline();
        const QString where =
            u"programs %1 and %2: "_s.arg(m_runs[i]->request().program, m_runs[i + 1]->request().program);
        QCOMPARE(first.outcome().outcome, Outcome::Finished);
        QCOMPARE(second.outcome().outcome, Outcome::Finished);
        const Comparison comparison({{&first, RandomPrograms::pythonOf(m_programs[i])},
                                     {&second, RandomPrograms::pythonOf(m_programs[i + 1])}});
        for (std::size_t run = 0; run < 2; ++run) {
            const QString complaint = ClaimChecks::complaintOn(comparison.timeline(run), comparison.path(run));
            QVERIFY2(complaint.isEmpty(), qPrintable(where + complaint));
        }
        for (const auto &[a, b] : {std::pair<std::size_t, std::size_t>(0, 1), {1, 0}}) {
            const auto claims = findReasons(comparison, a, b);
            const QString complaint = ClaimChecks::complaintOn(comparison, claims);
            QVERIFY2(complaint.isEmpty(), qPrintable(where + complaint));
            told += claims.empty() ? 0 : 1;
        }
    }
    QVERIFY2(told > int(Pairs), qPrintable(QString::number(told)));
}

/// So that what holds of thousands of simulated programs means something for real ones.
void CompareReasonsTest::realProgramsDoWhatTheSimulatorTells()
{
    int alike = 0;
    for (std::size_t i = 0; i < m_runs.size(); ++i) {
        Timeline told;
        RandomPrograms::Simulator(m_programs[i], Trace::ClockMode::Instant, 0).run(told);
        const Trace::Time difference = m_runs[i]->timeline().totals().wall - told.totals().wall;
        // A thread that sleeps may wake a little late even on a clock that leaps.
        alike += std::chrono::abs(difference) <= 20ms ? 1 : 0;
    }
    QVERIFY2(alike * 10 >= int(m_runs.size()) * 9, qPrintable(u"%1 of %2"_s.arg(alike).arg(m_runs.size())));
}

void CompareReasonsTest::anExampleAndItsPartner()
{
    const Ran ran =
        compare({example(u"sequential"_s), example(u"create_task"_s), u"--speed"_s, u"instant"_s, u"--summary"_s,
                 path(u"s.json"_s), u"--chart"_s, path(u"c.svg"_s), u"--language"_s, u"en"_s});
    QVERIFY2(ran.exitCode == 0, ran.err.constData());
    const QString out = QString::fromUtf8(ran.out);
    QVERIFY2(out.contains(u"5.00 s → 3.00 s · 1.67×\n"_s), ran.out.constData());
    QVERIFY(out.contains(u"A   sequential    5.00 s    5.00 s          1.00       1\n"_s));
    QVERIFY(out.contains(u"main   5.00 s   3.00 s   −2.00 s\n"_s));
    QVERIFY(out.contains(u"so the total is that of the longest, cat (3.00 s)."_s));

    const QJsonObject json = QJsonDocument::fromJson(contentsOf(path(u"s.json"_s))).object();
    QCOMPARE(json[u"runs"_s].toArray().size(), 2);
    QCOMPARE(json[u"runs"_s][0][u"wallMs"_s].toDouble(), 5000.0);
    QCOMPARE(json[u"runs"_s][1][u"wallMs"_s].toDouble(), 3000.0);
    QVERIFY(!json[u"runs"_s][0][u"diagnoses"_s].toArray().isEmpty());
    QCOMPARE(json[u"ratio"_s].toDouble(), 1.666667);
    QCOMPARE(json[u"matched"_s].toArray().size(), 1);
    QCOMPARE(json[u"matched"_s][0][u"name"_s].toString(), u"main"_s);
    QCOMPARE(json[u"matched"_s][0][u"differenceMs"_s].toDouble(), -2000.0);
    QCOMPARE(json[u"reason"_s][u"id"_s].toString(), u"waits-overlap"_s);
    QVERIFY(json[u"reason"_s][u"zh_CN"_s].toString().contains(u"首尾相接"_s));
    QVERIFY(json[u"reason"_s][u"en"_s].toString().contains(u"stand end to end"_s));
    QCOMPARE(json[u"leastPossibleMs"_s].toArray(), (QJsonArray{5000, 3000}));
    QVERIFY(contentsOf(path(u"c.svg"_s)).contains("B · create_task"));
}

void CompareReasonsTest::languagesAndStreamsAreKeptApart()
{
    const QString one = write(u"one.py"_s, u"print('from one')\n"_s);
    const QString two = write(u"two.py"_s, u"import sys\nprint('from two', file=sys.stderr)\nsys.stdin.read()\n"_s);
    const Ran ran = compare({one, two, u"--language"_s, u"zh_CN"_s, u"--speed"_s, u"instant"_s});
    QCOMPARE(ran.exitCode, 0);
    QVERIFY(!ran.out.contains("from "));
    QVERIFY(ran.out.contains("用时"));
    QVERIFY(ran.err.indexOf("from one") > 0);
    QVERIFY(ran.err.indexOf("from two") > ran.err.indexOf("from one"));
    QVERIFY(ran.out.contains("A   one.py"));
}

void CompareReasonsTest::theFirstBadEndIsTheStatus()
{
    const QString good = write(u"good.py"_s, u"print('good')\n"_s);
    const QString bad = write(u"bad.py"_s, u"raise SystemExit(9)\n"_s);
    const QString worse = write(u"worse.py"_s, u"raise SystemExit(7)\n"_s);
    const QString endless = write(u"endless.py"_s, u"while True: pass\n"_s);
    const Ran ran = compare({good, bad, worse, u"--language"_s, u"en"_s});
    QCOMPARE(ran.exitCode, 9);
    QVERIFY2(ran.out.contains("B ended with an error"), ran.out.constData());
    QVERIFY2(ran.out.contains("C ended with an error"), ran.out.constData());
    const Ran late = compare({good, endless, u"--timeout"_s, u"0.5"_s, u"--language"_s, u"en"_s});
    QCOMPARE(late.exitCode, 124);
    QVERIFY2(late.out.contains("B reached its time limit"), late.out.constData());
    QCOMPARE(compare({good, good, u"--summary"_s, u"/dev/full"_s}).exitCode, 3);
}

void CompareReasonsTest::programsAreReadBeforeAnyRuns()
{
    const QString good = write(u"good.py"_s, u"print('good')\n"_s);
    const Ran ran = compare({good, path(u"missing.py"_s), u"--language"_s, u"en"_s});
    QCOMPARE(ran.exitCode, 2);
    QVERIFY(ran.out.isEmpty());
    QVERIFY2(ran.err.contains("missing.py cannot be read"), ran.err.constData());
    QVERIFY(!ran.err.contains("good\n"));
}

void CompareReasonsTest::whatIsWrongIsSaid_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QByteArray>("said");
    QTest::newRow("none") << QStringList() << QByteArray("two programs or more");
    QTest::newRow("one") << QStringList{u"a.py"_s} << QByteArray("two programs or more");
    QTest::newRow("five") << QStringList{u"a"_s, u"b"_s, u"c"_s, u"d"_s, u"e"_s}
                          << QByteArray("takes 4 programs at most");
    QTest::newRow("an option of run") << QStringList{u"a.py"_s, u"b.py"_s, u"--trace"_s, u"t"_s}
                                      << QByteArray("--trace");
    QTest::newRow("no speed") << QStringList{u"a.py"_s, u"b.py"_s, u"--speed"_s, u"0"_s} << QByteArray("--speed takes");
}

void CompareReasonsTest::whatIsWrongIsSaid()
{
    QFETCH(QStringList, arguments);
    QFETCH(QByteArray, said);
    const Ran ran = compare(arguments + QStringList{u"--language"_s, u"en"_s});
    QCOMPARE(ran.exitCode, 2);
    QVERIFY(ran.out.isEmpty());
    QVERIFY2(ran.err.contains(said), ran.err.constData());
}

QTEST_GUILESS_MAIN(CompareReasonsTest)
#include "tst_comparereasons.moc"
