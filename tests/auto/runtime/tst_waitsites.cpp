// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/asyncio/waitsites.h"

#include <QTest>

using namespace Playground;
using namespace Qt::StringLiterals;

namespace {

const auto Source = uR"(Task<> brew(QString drink)
{
    print("co_await is a word here");
    co_await sleep(2s); // co_await again
    const auto tray = co_await gather(
        createTask(brew, u"tea, or not;"_s),
        createTask(brew, u"cocoa"_s));
    auto nap = sleep(1'000ms);
    weigh(co_await dog, co_await cat);
    co_await log([] { print("{}", 1); });
}
)"_s;

} // namespace

class TestWaitSites : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void anAwaitIsFoundByAnyOfItsLines_data()
    {
        QTest::addColumn<int>("line");
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("begins");
        const auto gathering =
            u"co_await gather(createTask(brew, u\"tea, or not;\"_s), createTask(brew, u\"cocoa\"_s))"_s;
        QTest::newRow("one line") << 4 << u"co_await sleep(2s)"_s << 4;
        QTest::newRow("first of three") << 5 << gathering << 5;
        QTest::newRow("last of three") << 7 << gathering << 5;
        QTest::newRow("no await") << 8 << u"auto nap = sleep(1'000ms)"_s << 8;
        QTest::newRow("the last of two") << 9 << u"co_await cat"_s << 9;
        QTest::newRow("braces within") << 10 << u"co_await log([] { print(\"{}\", 1); })"_s << 10;
        QTest::newRow("beyond the end") << 99 << QString() << 0;
        QTest::newRow("line zero") << 0 << QString() << 0;
    }

    void anAwaitIsFoundByAnyOfItsLines()
    {
        QFETCH(int, line);
        QFETCH(QString, text);
        QFETCH(int, begins);
        const auto found = findAwaitExpression(Source, line);
        QCOMPARE(found.text, text);
        QCOMPARE(found.line, begins);
    }

    void nothingIsFoundInNothing() { QVERIFY(findAwaitExpression({}, 1).text.isEmpty()); }
};

QTEST_GUILESS_MAIN(TestWaitSites)
#include "tst_waitsites.moc"
