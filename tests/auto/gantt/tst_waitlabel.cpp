// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/gantt/waitlabel.h"

#include <QTest>

using namespace Playground;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class WaitLabelTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aCallIsShortened_data()
    {
        QTest::addColumn<QString>("await");
        QTest::addColumn<QString>("label");
        QTest::newRow("nothing") << QString() << QString();
        QTest::newRow("a call of asyncio") << u"await asyncio.gather(a, b)"_s << u"gather(a, b)"_s;
        QTest::newRow("a call") << u"await start_run(2, \"dog\")"_s << u"start_run(2, \"dog\")"_s;
        QTest::newRow("a method") << u"await self.queue.get()"_s << u"self.queue.get()"_s;
        QTest::newRow("a name stays whole") << u"await dog"_s << u"await dog"_s;
        QTest::newRow("an element stays whole") << u"await tasks[0]"_s << u"await tasks[0]"_s;
        QTest::newRow("a loop stays whole") << u"async for line in reader"_s << u"async for line in reader"_s;
        QTest::newRow("calls within a call")
            << u"await asyncio.gather(asyncio.sleep(1), asyncio.sleep(2))"_s << u"gather(sleep(1), sleep(2))"_s;
        QTest::newRow("a block") << u"async with asyncio.TaskGroup() as group"_s
                                 << u"with TaskGroup() as group"_s;
        QTest::newRow("several lines") << u"await asyncio.gather(\n    a,\n    b)"_s << u"gather( a, b)"_s;
        QTest::newRow("C++") << u"co_await Playground::sleep(delay)"_s << u"sleep(delay)"_s;
        QTest::newRow("a name that begins like the keyword") << u"await awaiter()"_s << u"awaiter()"_s;
    }

    void aCallIsShortened()
    {
        QFETCH(QString, await);
        QFETCH(QString, label);
        QCOMPARE(callLabel(await), label);
    }

    void aSleepSaysHowLong_data()
    {
        QTest::addColumn<QString>("await");
        QTest::addColumn<QString>("label");
        QTest::newRow("a name") << u"await asyncio.sleep(delay)"_s << u"sleep(2)"_s;
        QTest::newRow("a bare name") << u"await sleep(delay)"_s << u"sleep(2)"_s;
        QTest::newRow("an expression") << u"await asyncio.sleep(random.random() * 4)"_s << u"sleep(2)"_s;
        QTest::newRow("a number stays as it is written") << u"await asyncio.sleep(2.000)"_s << u"sleep(2.000)"_s;
        QTest::newRow("a C++ number") << u"co_await sleep(2000ms)"_s << u"sleep(2000ms)"_s;
        QTest::newRow("another call that sleeps inside") << u"await start_run(delay)"_s << u"start_run(delay)"_s;
        QTest::newRow("a name that ends like it") << u"await oversleep(delay)"_s << u"oversleep(delay)"_s;
    }

    void aSleepSaysHowLong()
    {
        QFETCH(QString, await);
        QFETCH(QString, label);
        QCOMPARE(callLabel(await, 1'999'980us), label); // the deadline was set 20 µs before the task suspended
    }

    void shortSleepsAreExact()
    {
        QCOMPARE(callLabel(u"await sleep(x)"_s, 500ms), u"sleep(0.5)"_s);
        QCOMPARE(callLabel(u"await sleep(x)"_s, 1ms), u"sleep(0.001)"_s);
        QCOMPARE(callLabel(u"await sleep(x)"_s, 0s), u"sleep(0)"_s);
        QCOMPARE(callLabel(u"await sleep(x)"_s, 3600s), u"sleep(3600)"_s);
    }
};

QTEST_GUILESS_MAIN(WaitLabelTest)
#include "tst_waitlabel.moc"
