// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/run/comparedruns.h"

#include <QSignalSpy>
#include <QTest>

using namespace Playground;
using namespace Qt::StringLiterals;

namespace {

RunRecord runCalled(const QString &title)
{
    RunRecord run;
    run.title = title;
    run.timeline = std::make_shared<const Timeline>();
    return run;
}

QString titles(const ComparedRuns &runs)
{
    QString text;
    for (const RunRecord &run : runs.runs())
        text += run.title;
    return text;
}

} // namespace

class ComparedRunsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void takesUpToFour()
    {
        ComparedRuns runs;
        QSignalSpy changes(&runs, &ComparedRuns::changed);
        QVERIFY(!runs.pin(RunRecord()));
        for (const QString &title : {u"a"_s, u"b"_s, u"c"_s, u"d"_s})
            QVERIFY(runs.pin(runCalled(title)));
        QVERIFY(runs.isFull());
        QVERIFY(!runs.pin(runCalled(u"e"_s)));
        QCOMPARE(titles(runs), u"abcd"_s);
        QCOMPARE(changes.count(), 4);
    }

    void changesTheOrder()
    {
        ComparedRuns runs;
        for (const QString &title : {u"a"_s, u"b"_s, u"c"_s})
            runs.pin(runCalled(title));
        QSignalSpy changes(&runs, &ComparedRuns::changed);
        runs.moveToBaseline(0);
        QCOMPARE(changes.count(), 0);
        runs.moveToBaseline(2);
        QCOMPARE(titles(runs), u"cab"_s);
        runs.unpin(1);
        QCOMPARE(titles(runs), u"cb"_s);
        runs.replace(1, runCalled(u"d"_s));
        QCOMPARE(titles(runs), u"cd"_s);
        runs.clear();
        QCOMPARE(titles(runs), u""_s);
        QCOMPARE(changes.count(), 4);
        runs.clear();
        QCOMPARE(changes.count(), 4);
    }
};

QTEST_GUILESS_MAIN(ComparedRunsTest)
#include "tst_comparedruns.moc"
