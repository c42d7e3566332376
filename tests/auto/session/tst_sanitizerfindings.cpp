// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/sanitizerfindings.h"

#include <QTest>

using namespace Playground;
using namespace Qt::StringLiterals;

namespace {

/// As clang 14 writes it, shortened.
const QString UseAfterFree = uR"(working
=================================================================
==31004==ERROR: AddressSanitizer: heap-use-after-free on address 0x602000000890 at pc 0x5555556a718a bp 0x7 sp 0x7
READ of size 4 at 0x602000000890 thread T0
    #0 0x5555556a7189 in make_value<int &> /usr/include/fmt/core.h:1735:47
    #1 0x5555556a1de7 in void Playground::print<int&>(int&) /work/core/runtime/asyncio/print.h:24:36
    #2 0x7ffff67b8019 in QtPrivate::convert ./src/corelib/text/qstring.cpp:812:5
    #3 0x55555569d422 in asyncMain() (.resume) ./scenario.cpp:8:5
    #4 0x5555556b75ef in Playground::Suspension::run() scenario.cpp
    #5 0x55555569cbef in main ./scenario.cpp:11:43

0x602000000890 is located 0 bytes inside of 4-byte region [0x602000000890,0x602000000894)
freed by thread T0 here:
    #0 0x555555699e4d in operator delete(void*) (/cache/scenario+0x145e4d) (BuildId: 08f9)
    #1 0x55555569c194 in asyncMain() ./scenario.cpp:6:5
    #2 0x5555556ab1bb in QCoro::Task<void> std::__invoke_impl /usr/include/invoke.h:61:14

previously allocated by thread T0 here:
    #0 0x5555556995ed in operator new(unsigned long) (/cache/scenario+0x1455ed) (BuildId: 08f9)
    #1 0x55555569c0d7 in asyncMain() ./scenario.cpp:5:17

SUMMARY: AddressSanitizer: heap-use-after-free /usr/include/fmt/core.h:1735:47 in make_value<int &>
==31004==ABORTING
)"_s;

const QString UseAfterReturn =
    uR"(==31053==ERROR: AddressSanitizer: stack-use-after-return on address 0x7ffff2900360 at pc 0x5 bp 0x7 sp 0x7
READ of size 4 at 0x7ffff2900360 thread T0
    #0 0x5555556ae929 in make_value<int &> /usr/include/fmt/core.h:1735:47
    #1 0x55555569f208 in asyncMain() ./scenario.cpp:21:5

Address 0x7ffff2900360 is located in stack of thread T0 at offset 32 in frame
    #0 0x55555569d5af in number() ./scenario.cpp:4

  This frame has 1 object(s):
    [32, 36) 'three' (line 5) <== Memory access at offset 32 is inside this variable
SUMMARY: AddressSanitizer: stack-use-after-return /usr/include/fmt/core.h:1735:47 in make_value
)"_s;

const QString Leaks = uR"(==31018==ERROR: LeakSanitizer: detected memory leaks

Direct leak of 4 byte(s) in 1 object(s) allocated from:
    #0 0x555555698ded in operator new(unsigned long) (/cache/scenario+0x144ded) (BuildId: 1)
    #1 0x55555569b836 in asyncMain() ./scenario.cpp:5:18

Direct leak of 40 byte(s) in 1 object(s) allocated from:
    #0 0x555555698ded in operator new(unsigned long) (/cache/scenario+0x144ded) (BuildId: 1)
    #1 0x55555569b836 in serve(int) ./scenario.cpp:12:9
    #2 0x55555569b840 in asyncMain() ./scenario.cpp:6:3

Indirect leak of 7 byte(s) in 1 object(s) allocated from:
    #0 0x555555698ded in operator new(unsigned long) (/cache/scenario+0x144ded) (BuildId: 1)
    #1 0x55555569b836 in asyncMain() ./scenario.cpp:8:18

Direct leak of 8 byte(s) in 2 object(s) allocated from:
    #0 0x555555698ded in operator new[](unsigned long) (/cache/scenario+0x144ded) (BuildId: 1)
    #1 0x55555569b836 in asyncMain() ./scenario.cpp:5:30

SUMMARY: AddressSanitizer: 59 byte(s) leaked in 5 allocation(s).
)"_s;

const QString NullPointer =
    uR"(==7==ERROR: AddressSanitizer: SEGV on unknown address 0x000000000000 (pc 0x5 bp 0x7 sp 0x7 T0)
==7==The signal is caused by a READ memory access.
==7==Hint: address points to the zero page.
    #0 0x55555569f208 in asyncMain() ./scenario.cpp:9:12

AddressSanitizer can not provide additional info.
)"_s;

} // namespace

class TestSanitizerFindings : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void anErrorHasItsPlaces_data()
    {
        QTest::addColumn<QString>("output");
        QTest::addColumn<QString>("kind");
        QTest::addColumn<int>("line");
        QTest::addColumn<int>("earlierLine");
        QTest::addColumn<QString>("variable");
        QTest::addColumn<QString>("text");
        QTest::newRow("freed") << UseAfterFree << u"heap-use-after-free"_s << 8 << 6 << QString()
                               << u"Line 8 uses memory that line 6 has already freed. "
                                  "The address sanitizer calls this heap-use-after-free."_s;
        QTest::newRow("returned") << UseAfterReturn << u"stack-use-after-return"_s << 21 << 5 << u"three"_s
                                  << u"Line 21 uses the variable three of line 5, but its function has already "
                                     "returned. The address sanitizer calls this stack-use-after-return."_s;
        QTest::newRow("nothing there") << NullPointer << u"SEGV"_s << 9 << 0 << QString()
                                       << u"Line 9 uses an address where there is nothing. Is it a null pointer? "
                                          "The address sanitizer calls this SEGV."_s;
    }

    void anErrorHasItsPlaces()
    {
        QFETCH(const QString, output);
        const auto findings = understandSanitizer(output);
        QCOMPARE(findings.size(), 1U);
        QTEST(findings[0].kind, "kind");
        QTEST(findings[0].line, "line");
        QTEST(findings[0].earlierLine, "earlierLine");
        QTEST(findings[0].variable, "variable");
        QTEST(sanitizerText(findings[0]), "text");
    }

    void leaksOfOneLineAreOne()
    {
        const auto findings = understandSanitizer(Leaks);
        QCOMPARE(findings.size(), 2U);
        QCOMPARE(findings[0], (SanitizerFinding{u"leak"_s, 5, 0, {}, 12}));
        QCOMPARE(findings[1], (SanitizerFinding{u"leak"_s, 12, 0, {}, 40}));
        QVERIFY(sanitizerText(findings[0]).contains(u"12 byte(s) that line 5 allocated"_s));
    }

    void otherOutputIsNone()
    {
        QVERIFY(understandSanitizer(u"    #1 a call in my.cpp:5\nERROR: something\n'x' (line 3)\n"_s).empty());
        QVERIFY(understandSanitizer({}).empty());
    }
};

QTEST_GUILESS_MAIN(TestSanitizerFindings)
#include "tst_sanitizerfindings.moc"
