// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "processpool.h"

#include <QDir>
#include <QFile>
#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <optional>
#include <vector>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// A tutorial's program and what is known of its run.
struct Seed {
    const char *name;
    std::chrono::milliseconds total;
    const char *diagnosis = nullptr; ///< what must be said of it, where something must
};

constexpr Seed Seeds[] = {
    {"seed0_sleep_alone", 10s, "one-task-alone"},
    {"seed0_sequential_awaits", 5s, "sequential-waits"},
    {"seed0_await_create_task_at_once", 5s, "awaited-at-once"},
    {"seed0_create_task", 3s, "waits-overlap"},
    {"seed1_run_until_complete", 0s, "missing-import"},
    {"seed1_loop_create_task", 0s},
    {"seed1_asyncio_run", 2s, "one-task-alone"},
    {"seed2_asyncio_run", 1s, "one-task-alone"},
    {"seed2_await", 3s, "sequential-waits"},
    {"seed2_create_task", 2s, "waits-overlap"},
    {"seed2_return_values", 2s, "waits-overlap"},
    {"seed2_gather_tasks", 2s, "waits-overlap"},
    {"seed2_gather_coroutines", 2s, "waits-overlap"},
    {"seed3_get_event_loop", 1s, "one-task-alone"},
    {"seed3_gather_two", 1s, "waits-overlap"},
    {"seed3_create_task", 2s, "waits-overlap"},
    {"seed3_gather_results", 2s, "waits-overlap"},
    {"seed3_wait_all_completed", 0s, "wait-needs-tasks"},
    {"seed3_as_completed", 2s, "waits-overlap"},
    {"seed4_hello_again", 1s, "one-task-alone"},
    {"seed4_gather_same_thread", 1s, "waits-overlap"},
};

constexpr char NetworkSeed[] = "seed4_wget_three_hosts";

/// Moments and addresses differ from run to run.
QByteArray withoutClocks(const QByteArray &text)
{
    static const QRegularExpression clocks(
        u"\\d\\d:\\d\\d:\\d\\d|time\\.struct_time\\([^)]*\\)|(?<=Time: )[0-9.e-]+"_s);
    return QString::fromUtf8(withoutAddresses(text)).replace(clocks, u"<clock>"_s).toUtf8();
}

/// The words of an error without the place where it came up.
QByteArray errorOf(const Ran &ran)
{
    static const QRegularExpression error(u"^\\w*(?:Error|Exception|Interrupt)\\b.*$"_s,
                                          QRegularExpression::MultilineOption);
    return error.match(QString::fromUtf8(ran.err)).captured().toUtf8();
}

QByteArrayList sortedLines(const QByteArray &text)
{
    QByteArrayList lines = text.split('\n');
    std::sort(lines.begin(), lines.end());
    return lines;
}

struct NetworkWaits {
    double from = 0;
    double to = 0;
};

} // namespace

/// The programs of the tutorials, as a reader copies them from the page, without a change.
class SeedsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void runsAsUnderCPython_data() { rows(); }
    void runsAsUnderCPython();
    void takesTheTimeItShould_data() { rows(); }
    void takesTheTimeItShould();
    void isExactOnTheInstantClock_data() { rows(); }
    void isExactOnTheInstantClock();
    void isExplained_data() { rows(); }
    void isExplained();
    void theSameBytesEachTime();
    void threeHostsAreFetchedAtOnce();

private:
    struct Runs {
        int reference = 0;
        int real = 0;
        int instant = 0;
    };
    static void rows();
    QString summaryFile(const QString &name) const { return m_folder.filePath(name + u".json"_s); }
    QJsonObject summary(const QString &name) const;
    int run(const QString &name, const QStringList &options, const QString &label);
    QString pastable(const QString &name) const;

    QDir m_seeds;
    QTemporaryDir m_folder;
    QHash<QString, Runs> m_runs;
    int m_again = 0;
    int m_network = 0;
    ProcessPool m_pool{4, 40s};
};

void SeedsTest::rows()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("total");
    QTest::addColumn<QString>("diagnosis");
    for (const Seed &seed : Seeds)
        QTest::newRow(seed.name) << QString::fromLatin1(seed.name) << int(seed.total.count())
                                 << QString::fromLatin1(seed.diagnosis);
}

void SeedsTest::initTestCase()
{
    m_seeds.setPath(sourcePath(u"../shared/seeds"_s));
    if (!m_seeds.exists())
        QSKIP("the tutorials' programs are not beside this source tree (../shared/seeds)");
    QVERIFY(m_folder.isValid());
    QVERIFY2(QFile::exists(builtProgram(u"async-playground"_s)), "the command line program has not been built");
    for (const Seed &seed : Seeds) {
        const QString name = QString::fromLatin1(seed.name);
        QVERIFY2(m_seeds.exists(name + u".py"_s), seed.name);
        Runs runs;
        runs.real = run(name, {}, name + u".real"_s);
        runs.reference = m_pool.add(systemPython(), {pastable(name)});
        m_runs.insert(name, runs);
    }
    for (const Seed &seed : Seeds) {
        const QString name = QString::fromLatin1(seed.name);
        m_runs[name].instant = run(name, {u"--speed"_s, u"instant"_s}, name + u".instant"_s);
    }
    m_again = run(u"seed0_create_task"_s, {u"--speed"_s, u"instant"_s}, u"again"_s);
    m_network = run(QString::fromLatin1(NetworkSeed), {}, u"network"_s);
}

int SeedsTest::run(const QString &name, const QStringList &options, const QString &label)
{
    const QStringList arguments = QStringList{u"run"_s, m_seeds.filePath(name + u".py"_s)} + options
        + QStringList{u"--summary"_s, summaryFile(label)};
    return m_pool.add(builtProgram(u"async-playground"_s), arguments);
}

/// The file for CPython: the seed itself, or a copy in which the page's no-break spaces are spaces.
QString SeedsTest::pastable(const QString &name) const
{
    const QString original = m_seeds.filePath(name + u".py"_s);
    QString text = QString::fromUtf8(contentsOf(original));
    if (!text.contains(QChar::Nbsp))
        return original;
    QFile copy(m_folder.filePath(name + u".py"_s));
    if (copy.open(QIODevice::WriteOnly))
        copy.write(text.replace(QChar::Nbsp, u' ').toUtf8());
    return copy.fileName();
}

QJsonObject SeedsTest::summary(const QString &name) const
{
    return QJsonDocument::fromJson(contentsOf(summaryFile(name))).object();
}

void SeedsTest::runsAsUnderCPython()
{
    QFETCH(QString, name);
    const Ran expected = m_pool.result(m_runs.value(name).reference);
    const Ran actual = m_pool.result(m_runs.value(name).real);
    QVERIFY2(!actual.hung, actual.err.constData());
    if (name == u"seed3_as_completed"_s) // CPython starts these two in the order of their addresses
        QCOMPARE(sortedLines(actual.out), sortedLines(expected.out));
    else
        QCOMPARE(withoutClocks(actual.out), withoutClocks(expected.out));
    QCOMPARE(errorOf(actual), errorOf(expected));
    QCOMPARE(actual.exitCode, expected.exitCode);
}

void SeedsTest::takesTheTimeItShould()
{
    QFETCH(QString, name);
    QFETCH(int, total);
    // 50 ms a second; a program that does nothing takes no second at all, but must be loaded.
    const double slack = std::max(100.0, total * 0.05);
    const auto isPunctual = [&](const QJsonObject &json) {
        const double wall = json.value(u"wallMs"_s).toDouble(-1);
        return wall >= total - 2 && wall <= total + slack;
    };
    m_pool.result(m_runs.value(name).real);
    QJsonObject json = summary(name + u".real"_s);
    if (!isPunctual(json)) {
        m_pool.again(m_runs.value(name).real);
        json = summary(name + u".real"_s);
    }
    QVERIFY(!json.isEmpty());
    QVERIFY2(isPunctual(json), qPrintable(u"%1 ms instead of %2"_s.arg(json.value(u"wallMs"_s).toDouble()).arg(total)));
    QCOMPARE(json.value(u"outcome"_s).toString(), json.value(u"exitCode"_s).toInt() == 0 ? u"finished"_s : u"failed"_s);
}

void SeedsTest::isExactOnTheInstantClock()
{
    QFETCH(QString, name);
    QFETCH(int, total);
    const Ran real = m_pool.result(m_runs.value(name).real);
    const Ran instant = m_pool.result(m_runs.value(name).instant);
    QCOMPARE(withoutClocks(instant.out), withoutClocks(real.out));
    QCOMPARE(instant.exitCode, real.exitCode);
    const QJsonObject json = summary(name + u".instant"_s);
    QCOMPARE(json.value(u"clock"_s).toString(), u"instant"_s);
    QCOMPARE(json.value(u"wallMs"_s).toDouble(-1), double(total));
}

void SeedsTest::isExplained()
{
    QFETCH(QString, name);
    QFETCH(QString, diagnosis);
    m_pool.result(m_runs.value(name).real);
    m_pool.result(m_runs.value(name).instant);
    for (const QString &label : {name + u".real"_s, name + u".instant"_s}) {
        QStringList ids;
        const QJsonArray diagnoses = summary(label).value(u"diagnoses"_s).toArray();
        for (const QJsonValue &value : diagnoses) {
            ids.append(value[u"id"_s].toString());
            QVERIFY(!value[u"zh_CN"_s].toString().isEmpty());
            QVERIFY(!value[u"en"_s].toString().isEmpty());
        }
        QCOMPARE(ids, diagnosis.isEmpty() ? QStringList() : QStringList{diagnosis});
    }
}

void SeedsTest::theSameBytesEachTime()
{
    m_pool.result(m_again);
    m_pool.result(m_runs.value(u"seed0_create_task"_s).instant);
    const QByteArray first = contentsOf(summaryFile(u"seed0_create_task.instant"_s));
    QVERIFY(!first.isEmpty());
    QCOMPARE(contentsOf(summaryFile(u"again"_s)), first);
}

void SeedsTest::threeHostsAreFetchedAtOnce()
{
    const Ran ran = m_pool.result(m_network);
    QCOMPARE(ran.exitCode, 0);
    const QString out = QString::fromUtf8(ran.out);
    const QStringList hosts{u"www.sina.com.cn"_s, u"www.sohu.com"_s, u"www.163.com"_s};
    for (const QString &host : hosts) {
        QVERIFY2(out.contains(u"wget %1..."_s.arg(host)), qPrintable(out));
        QVERIFY2(out.contains(u"%1 header > HTTP/1."_s.arg(host)), qPrintable(out));
        QVERIFY2(out.contains(u"Done %1."_s.arg(host)), qPrintable(out));
    }

    std::vector<NetworkWaits> fetches;
    const QJsonArray tasks = summary(u"network"_s).value(u"tasks"_s).toArray();
    for (const QJsonValue &task : tasks) {
        std::optional<NetworkWaits> fetch;
        const QJsonArray waits = task[u"waits"_s].toArray();
        for (const QJsonValue &wait : waits) {
            if (wait[u"kind"_s].toString() != u"network"_s)
                continue;
            if (!fetch)
                fetch = NetworkWaits{wait[u"fromMs"_s].toDouble(), 0};
            fetch->to = wait[u"toMs"_s].toDouble();
        }
        if (fetch)
            fetches.push_back(*fetch);
    }
    QCOMPARE(fetches.size(), std::size_t(3));
    const auto later = std::max_element(fetches.begin(), fetches.end(),
                                        [](const NetworkWaits &a, const NetworkWaits &b) { return a.from < b.from; });
    const auto sooner = std::min_element(fetches.begin(), fetches.end(),
                                         [](const NetworkWaits &a, const NetworkWaits &b) { return a.to < b.to; });
    QVERIFY2(later->from < sooner->to, "the three fetches do not overlap");
    const auto ends = std::minmax_element(fetches.begin(), fetches.end(),
                                          [](const NetworkWaits &a, const NetworkWaits &b) { return a.to < b.to; });
    QVERIFY2(ends.second->to - ends.first->to > 10, "each host has a delay of its own");
}

QTEST_GUILESS_MAIN(SeedsTest)
#include "tst_seeds.moc"
