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

QTEST_GUILESS_MAIN(TestTaskCsv)
#include "tst_taskcsv.moc"
