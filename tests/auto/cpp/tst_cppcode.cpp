// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cpp/cppcode.h"

#include <QTest>

using namespace Playground;
using namespace Qt::StringLiterals;

class TestCppCode : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void onlyCodeStays_data();
    void onlyCodeStays();
};

void TestCppCode::onlyCodeStays_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("code");
    QTest::newRow("nothing") << u""_s << u""_s;
    QTest::newRow("code") << u"f(a, b);"_s << u"f(a, b);"_s;
    QTest::newRow("comment") << u"a; // \"b\"\nc;"_s << u"a;       \nc;"_s;
    QTest::newRow("comment over lines") << u"a /* {\n} */ b"_s << u"a     \n     b"_s;
    QTest::newRow("comment without end") << u"a /* {\n}"_s << u"a     \n "_s;
    QTest::newRow("string") << u"f(\"// {\\\"\");"_s << u"f(        );"_s;
    QTest::newRow("string without end") << u"f(\"{\n};"_s << u"f(  \n};"_s;
    QTest::newRow("raw string") << u"R\"x({\")\n\")x\" }"_s << u"       \n     }"_s;
    QTest::newRow("letter") << u"c = '{';"_s << u"c =    ;"_s;
    QTest::newRow("quotation mark as a letter") << u"c = '\\''; {"_s << u"c =     ; {"_s;
    QTest::newRow("letter with a prefix") << u"u8'{' x"_s << u"u8    x"_s;
    QTest::newRow("number with separators") << u"1'000'000 '{'"_s << u"1'000'000    "_s;
    QTest::newRow("hexadecimal number") << u"0xFF'00'AA {"_s << u"0xFF'00'AA {"_s;
}

void TestCppCode::onlyCodeStays()
{
    QFETCH(const QString, text);
    QFETCH(const QString, code);
    QCOMPARE(cppCodeOnly(text), code);
}

QTEST_GUILESS_MAIN(TestCppCode)
#include "tst_cppcode.moc"
