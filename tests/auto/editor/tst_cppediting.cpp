// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editor/codelines.h"
#include "ui/editor/cppediting.h"

#include <QTest>

using namespace Playground;
using namespace Qt::StringLiterals;

class TestCppEditing : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void indentation_data();
    void indentation();
    void closingBraces_data();
    void closingBraces();
    void comments();
    void definitions();
};

void TestCppEditing::indentation_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<int>("spaces");
    QTest::newRow("nothing") << u""_s << 0;
    QTest::newRow("plain") << u"int x = 1;"_s << 0;
    QTest::newRow("as deep") << u"    co_await sleep(1s);"_s << 4;
    QTest::newRow("a head without its brace") << u"Task<> main()"_s << 0;
    QTest::newRow("behind a brace") << u"Task<> main()\n{"_s << 4;
    QTest::newRow("behind a brace at the end") << u"    if (x) {"_s << 8;
    QTest::newRow("brace and comment") << u"    if (x) { // why"_s << 8;
    QTest::newRow("brace in a comment") << u"    x(); // {"_s << 4;
    QTest::newRow("brace in a string") << u"    print(\"{\");"_s << 4;
    QTest::newRow("brace in a raw string") << u"    print(R\"({)\");"_s << 4;
    QTest::newRow("brace as a letter") << u"    c = '{';"_s << 4;
    QTest::newRow("brace as a letter with a prefix") << u"    c = u8'{';"_s << 4;
    QTest::newRow("number with separators") << u"    n = 1'000'000;"_s << 4;
    QTest::newRow("behind a closed block") << u"    if (x) {\n        y();\n    }"_s << 4;
    QTest::newRow("label") << u"    case 1:"_s << 8;
    QTest::newRow("scope operator") << u"    std::"_s << 4;
    QTest::newRow("open bracket") << u"    print("_s << 8;
    QTest::newRow("open bracket with more behind it") << u"f(1,"_s << 2;
    QTest::newRow("a closed bracket goes back") << u"    f(1,\n      2);"_s << 4;
    QTest::newRow("one statement behind an if") << u"    if (x)"_s << 8;
    QTest::newRow("and back") << u"    if (x)\n        y();"_s << 4;
    QTest::newRow("directive") << u"#include <chrono>"_s << 0;
    QTest::newRow("in a lambda") << u"    auto f = [] {"_s << 8;
}

void TestCppEditing::indentation()
{
    QFETCH(const QString, before);
    QFETCH(const int, spaces);
    QCOMPARE(cppIndentationAfter(before), QString(spaces, u' '));
}

void TestCppEditing::closingBraces_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<int>("spaces");
    QTest::newRow("nothing to close") << u"x;\n"_s << 0;
    QTest::newRow("a function") << u"void f()\n{\n    x();\n"_s << 0;
    QTest::newRow("the inner block") << u"void f()\n{\n    if (x) {\n        y();\n"_s << 4;
    QTest::newRow("the outer block") << u"void f()\n{\n    if (x) {\n    }\n"_s << 0;
}

void TestCppEditing::closingBraces()
{
    QFETCH(const QString, before);
    QFETCH(const int, spaces);
    QCOMPARE(cppClosingIndentation(before), QString(spaces, u' '));
}

void TestCppEditing::comments()
{
    const QStringList code{u"    x();"_s, u""_s, u"        y();"_s};
    const QStringList commented{u"    // x();"_s, u""_s, u"    //     y();"_s};
    QCOMPARE(withCommentsToggled(code, u"//"_s), commented);
    QCOMPARE(withCommentsToggled(commented, u"//"_s), code);
}

void TestCppEditing::definitions()
{
    const QString source = u"#include <playground/asyncio.h>\n"
                           "// Task<> notMe() {\n"
                           "Task<> startRun(seconds delay, std::string name)\n"
                           "{\n"
                           "}\n"
                           "Task<> later();\n"
                           "static Task<std::vector<int>> weigh(int n) {\n"
                           "}\n"
                           "int main() { return run(asyncMain); }\n"_s;
    const std::map<QString, int> expected{{u"startRun"_s, 3}, {u"weigh"_s, 7}};
    QCOMPARE(cppDefinitionLines(source), expected);
}

QTEST_GUILESS_MAIN(TestCppEditing)
#include "tst_cppediting.moc"
