// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/insight/taskcsv.h"
#include "core/trace/timeline.h"

#include <QStringList>
#include <QTest>

#include <vector>

using namespace Playground;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class TestTaskCsv : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aRunWithoutTasksHasAHeadingOnly();
    void eachTaskHasARow();
    void nothingIsAFormula_data();
    void nothingIsAFormula();
    void someRowsArePastedIntoASpreadsheet();
};

void TestTaskCsv::aRunWithoutTasksHasAHeadingOnly()
{
    const QByteArray csv = taskCsv(Timeline());
    QVERIFY(csv.startsWith("\xEF\xBB\xBFname,"));
    QCOMPARE(csv.count("\r\n"), 1);
}

void TestTaskCsv::eachTaskHasARow()
{
    Timeline timeline;
    const auto task = [](int id) { return Trace::TaskId(id); };
    const std::vector<Trace::Event> events{
        Trace::RunStarted{},
        Trace::TaskCreated{0s, task(1), {}, {}, 0, u"main"_s, u"main"_s},
        Trace::TaskCreated{1s, task(2), task(1), {}, 0, u"狗, \"dog\""_s, u"run"_s},
    };
    timeline.append(events);
    const QStringList rows = QString::fromUtf8(taskCsv(timeline)).split(u"\r\n"_s, Qt::SkipEmptyParts);
    QCOMPARE(rows.size(), 3);
    QVERIFY2(rows[1].startsWith(u"main,main,,ready,0.000000000,,,"_s), qPrintable(rows[1]));
    QVERIFY2(rows[2].startsWith(u"\"狗, \"\"dog\"\"\",run,main,ready,1.000000000,,,"_s), qPrintable(rows[2]));
}

void TestTaskCsv::nothingIsAFormula_data()
{
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("field");
    const auto row = [](const char *value, const char *field) {
        QTest::newRow(value) << QString::fromUtf8(value) << QString::fromUtf8(field);
    };
    row("=1+1", "'=1+1");
    row("=HYPERLINK(\"http://x\",\"y\")", "\"'=HYPERLINK(\"\"http://x\"\",\"\"y\"\")\"");
    row("+cmd|' /C calc'!A0", "'+cmd|' /C calc'!A0");
    row("-2+3", "'-2+3");
    row("@SUM(A1)", "'@SUM(A1)");
    row("\t=1", "\"'\t=1\"");
    row("\r=1", "\"'\r=1\"");
    row("＝1+1", "'＝1+1");
    row("-5", "-5");
    row("-1.5e-07", "-1.5e-07");
    row("+3", "+3");
    row("5 = 5", "5 = 5");
    row("'woof'", "'woof'");
    row("ValueError: -1", "ValueError: -1");
}

void TestTaskCsv::nothingIsAFormula()
{
    QFETCH(const QString, value);
    QFETCH(const QString, field);
    Timeline timeline;
    const Trace::TaskId id{1};
    const std::vector<Trace::Event> events{Trace::RunStarted{}, Trace::TaskCreated{0s, id, {}, {}, 0, value, u"main"_s},
                                           Trace::TaskFinished{1s, id, Trace::FinishState::Done, value, 0}};
    timeline.append(events);
    const QString csv = QString::fromUtf8(taskCsv(timeline));
    const QString row = csv.sliced(csv.indexOf(u"\r\n"_s) + 2);
    QVERIFY2(row.startsWith(field + u",main,"_s), qPrintable(row));
    QVERIFY2(row.endsWith(u',' + field + u"\r\n"_s), qPrintable(row));
}

void TestTaskCsv::someRowsArePastedIntoASpreadsheet()
{
    Timeline timeline;
    const auto task = [](int id) { return Trace::TaskId(id); };
    const std::vector<Trace::Event> events{
        Trace::RunStarted{},
        Trace::TaskCreated{0s, task(1), {}, {}, 0, u"main"_s, u"main"_s},
        Trace::TaskCreated{1s, task(2), task(1), {}, 0, u"dog\tand\ncat"_s, u"run"_s},
        Trace::TaskCreated{1s, task(3), task(1), {}, 0, u"bird"_s, u"run"_s},
    };
    timeline.append(events);
    const QStringList rows = taskRows(timeline, {task(3), task(9), task(2)}).split(u'\n', Qt::SkipEmptyParts);
    QCOMPARE(rows.size(), 3);
    QVERIFY2(rows[0].startsWith(u"name\tcoroutine\tparent\tstate\tcreated_s\t"_s), qPrintable(rows[0]));
    QVERIFY2(rows[1].startsWith(u"bird\trun\tmain\tready\t1.000000000\t"_s), qPrintable(rows[1]));
    QVERIFY2(rows[2].startsWith(u"dog and cat\trun\t"_s), qPrintable(rows[2]));
    for (const QString &row : rows)
        QCOMPARE(row.count(u'\t'), 10);
}

QTEST_GUILESS_MAIN(TestTaskCsv)
#include "tst_taskcsv.moc"
