// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/insight/sourcetext.h"

#include <QTest>

using namespace Playground;
using namespace Qt::StringLiterals;

class SourceTextTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void findsTheOnlyCallOnALine_data();
    void findsTheOnlyCallOnALine();
    void findsABlockingCallInItsFunction();
    void isSilentAboutSeveralBlockingCalls();
    void seesNoCodeInCommentsAndStrings();
    void findsABlockingCallInACppFunction();
    void knowsWhichAwaitsLedToTheWaits_data();
    void knowsWhichAwaitsLedToTheWaits();
    void knowsWhatAProgramBinds_data();
    void knowsWhatAProgramBinds();
    void listsModulesUsedWithoutImport();
    void emptyTextAnswersNothing();
};

void SourceTextTest::findsTheOnlyCallOnALine_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("function");
    QTest::addColumn<QString>("call");
    QTest::newRow("as an argument") << u"    t = asyncio.create_task(run(2, 'dog'), name='x')"_s << u"run"_s
                                    << u"run(2, 'dog')"_s;
    QTest::newRow("a method") << u"loop.create_task(self.fetch(host))"_s << u"fetch"_s << u"self.fetch(host)"_s;
    QTest::newRow("nested parentheses") << u"go(run((1, 2), f(3)))"_s << u"run"_s << u"run((1, 2), f(3))"_s;
    QTest::newRow("a parenthesis in a string") << u"go(run(':)'))"_s << u"run"_s << u"run(':)')"_s;
    QTest::newRow("Chinese") << u"create_task(跑(2, '狗'))"_s << u"跑"_s << u"跑(2, '狗')"_s;
    QTest::newRow("two calls are none") << u"gather(run(1), run(2))"_s << u"run"_s << QString();
    QTest::newRow("open at the line's end") << u"create_task(run("_s << u"run"_s << QString();
    QTest::newRow("a longer name") << u"create_task(rerun(1))"_s << u"run"_s << QString();
    QTest::newRow("in a comment") << u"pass # run(1)"_s << u"run"_s << QString();
    QTest::newRow("no function") << u"create_task(run(1))"_s << QString() << QString();
}

void SourceTextTest::findsTheOnlyCallOnALine()
{
    QFETCH(QString, line);
    QFETCH(QString, function);
    QTEST(SourceText(u"\n"_s + line).callOn(2, function), "call");
}

void SourceTextTest::findsABlockingCallInItsFunction()
{
    const SourceText text(u"import time\n"
                          "async def other():\n"
                          "    time.sleep(1)\n"
                          "async def work(d):\n"
                          "    # time.sleep(5)\n"
                          "    if d:\n"
                          "        time.sleep(d * 2)\n"
                          "\n"
                          "time.sleep(9)\n"_s);
    const auto found = text.blockingCallIn(u"work"_s);
    QVERIFY(found.has_value());
    QCOMPARE(found->line, 7);
    QCOMPARE(found->text, u"time.sleep(d * 2)"_s);
    QVERIFY(!text.blockingCallIn(u"main"_s).has_value());
}

void SourceTextTest::isSilentAboutSeveralBlockingCalls()
{
    QVERIFY(!SourceText(u"def f():\n    time.sleep(1)\n    time.sleep(2)\n"_s).blockingCallIn(u"f"_s).has_value());
    QVERIFY(!SourceText(u"def f():\n    time.sleep(1)\nclass A:\n    def f(self):\n        pass\n"_s)
                 .blockingCallIn(u"f"_s)
                 .has_value());
}

void SourceTextTest::seesNoCodeInCommentsAndStrings()
{
    const SourceText text(u"a = 'x.cancel()' # y.cancel()\n\"\"\"\nz.cancel()\n\"\"\"\nb = '\\'w.cancel()'\n"_s);
    QVERIFY(!text.contains(u".cancel("_s));
    QVERIFY(SourceText(u"'''doc'''\nt.cancel()"_s).contains(u".cancel("_s));
}

void SourceTextTest::findsABlockingCallInACppFunction()
{
    const SourceText text(u"Task<> other(); // blockFor(9s)\n"
                          "Task<> work()\n"
                          "{\n"
                          "    /* blockFor(1s); */ auto text = \"blockFor(2s)\";\n"
                          "    if (true) {\n"
                          "        std::this_thread::sleep_for(1'000ms);\n"
                          "    }\n"
                          "}\n"
                          "Task<> other()\n"
                          "{\n"
                          "    blockFor(1s);\n"
                          "    blockFor(2s);\n"
                          "}\n"_s,
                          u"cpp"_s);
    const auto found = text.blockingCallIn(u"work"_s);
    QVERIFY(found.has_value());
    QCOMPARE(found->line, 6);
    QCOMPARE(found->text, u"std::this_thread::sleep_for(1'000ms)"_s);
    QVERIFY(!text.blockingCallIn(u"other"_s));
    QVERIFY(!text.blockingCallIn(u"nobody"_s));
}

void SourceTextTest::knowsWhichAwaitsLedToTheWaits_data()
{
    QTest::addColumn<QString>("runBody");
    QTest::addColumn<QString>("mainBody");
    QTest::addColumn<int>("waits");
    QTest::addColumn<QString>("awaits");
    const QString one = u"    co_await sleep(2s);\n"_s;
    const QString two = u"    co_await run(2s); // run(4s)\n    co_await run(3s);\n"_s;
    QTest::newRow("two") << one << two << 2 << u"7: co_await run(2s), 8: co_await run(3s)"_s;
    QTest::newRow("not as many") << one << two << 3 << QString();
    QTest::newRow("one of two waits") << one + one << two << 2 << QString();
    QTest::newRow("a loop in it") << u"    while (true)\n"_s + one << two << 2 << QString();
    QTest::newRow("a loop around it") << one << u"    for (;;)\n"_s + two << 2 << QString();
    QTest::newRow("called elsewhere") << one << two + u"    createTask(other, run(1s));\n"_s << 2 << QString();
}

void SourceTextTest::knowsWhichAwaitsLedToTheWaits()
{
    QFETCH(QString, runBody);
    QFETCH(QString, mainBody);
    QFETCH(int, waits);
    const SourceText text(u"Task<> run(seconds delay)\n{\n%1}\nTask<> asyncMain()\n{\n%2}\n"_s.arg(runBody, mainBody),
                          u"cpp"_s);
    QStringList said;
    const auto found = text.awaitsIn(u"asyncMain"_s, u"run"_s, waits);
    for (const SourceText::Found &each : found)
        said << u"%1: %2"_s.arg(each.line).arg(each.text);
    QTEST(said.join(u", "_s), "awaits");
}

void SourceTextTest::knowsWhatAProgramBinds_data()
{
    QTest::addColumn<QString>("source");
    QTest::addColumn<bool>("binds");
    QTest::newRow("import") << u"import asyncio, time"_s << true;
    QTest::newRow("from import") << u"from x import time"_s << true;
    QTest::newRow("star import") << u"from x import *"_s << true;
    QTest::newRow("as") << u"import clock as time"_s << true;
    QTest::newRow("assignment") << u"time = 5"_s << true;
    QTest::newRow("parameter") << u"def f(a, time): pass"_s << true;
    QTest::newRow("loop") << u"for time in x: pass"_s << true;
    QTest::newRow("unpacking") << u"time, b = f()"_s << true;
    QTest::newRow("used only") << u"print(time.localtime())"_s << false;
    QTest::newRow("compared") << u"if time == 5: pass"_s << false;
    QTest::newRow("an attribute of that name") << u"x.time = 5"_s << false;
    QTest::newRow("in a comment") << u"# import time"_s << false;
    QTest::newRow("a longer name") << u"import timeit"_s << false;
    QTest::newRow("from the module itself") << u"from time import sleep"_s << false;
}

void SourceTextTest::knowsWhatAProgramBinds()
{
    QFETCH(QString, source);
    QTEST(SourceText(source).binds(u"time"_s), "binds");
}

void SourceTextTest::listsModulesUsedWithoutImport()
{
    const SourceText text(u"import json\nx = asyncio.get_event_loop()\nprint(time.localtime(), json.dumps(1))\n"
                          "time.sleep(1)\nmine.time.x()\nunknown.y()\n"_s);
    QCOMPARE(text.unimportedModules(), QStringList({u"asyncio"_s, u"time"_s}));
}

void SourceTextTest::emptyTextAnswersNothing()
{
    const SourceText text{QString()};
    QVERIFY(text.isEmpty());
    QVERIFY(text.callOn(1, u"f"_s).isEmpty());
    QVERIFY(text.callOn(0, u"f"_s).isEmpty());
    QVERIFY(text.unimportedModules().isEmpty());
    QVERIFY(!text.binds(u"time"_s));
}

QTEST_GUILESS_MAIN(SourceTextTest)
#include "tst_sourcetext.moc"
