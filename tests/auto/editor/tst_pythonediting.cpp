// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editor/codelines.h"
#include "ui/editor/pythonediting.h"

#include <QTest>

using namespace Playground;
using namespace Qt::StringLiterals;

class TestPythonEditing : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void indentation_data();
    void indentation();
    void comments_data();
    void comments();
    void definitions();
};

void TestPythonEditing::indentation_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<int>("spaces");
    QTest::newRow("nothing") << u""_s << 0;
    QTest::newRow("plain") << u"x = 1"_s << 0;
    QTest::newRow("as deep") << u"    x = 1"_s << 4;
    QTest::newRow("after a colon") << u"async def main():"_s << 4;
    QTest::newRow("colon and comment") << u"    if x:  # why"_s << 8;
    QTest::newRow("colon in a comment") << u"x = 1  # so:"_s << 0;
    QTest::newRow("colon in a string") << u"x = 'so:'"_s << 0;
    QTest::newRow("after a slice") << u"    x = a[1:]"_s << 4;
    QTest::newRow("return") << u"    return 1"_s << 0;
    QTest::newRow("deep return") << u"        return"_s << 4;
    QTest::newRow("pass, break, continue, raise") << u"    raise ValueError"_s << 0;
    QTest::newRow("a name that begins so") << u"    returned = 1"_s << 4;
    QTest::newRow("open bracket") << u"x = f("_s << 4;
    QTest::newRow("open bracket with more behind it") << u"x = f(1,"_s << 6;
    QTest::newRow("further lines in a bracket") << u"x = f(\n    1,"_s << 4;
    QTest::newRow("aligned further lines") << u"x = f(1,\n      2,"_s << 6;
    QTest::newRow("a closed bracket goes back") << u"    x = f(1,\n          2)"_s << 4;
    QTest::newRow("a head over two lines") << u"def f(a,\n      b):"_s << 4;
    QTest::newRow("return over two lines") << u"    return f(1,\n             2)"_s << 0;
    QTest::newRow("in a text of three quotes") << u"x = '''\n  two:"_s << 2;
    QTest::newRow("after such a text") << u"    x = '''\n  two'''"_s << 4;
    QTest::newRow("brackets in a string") << u"x = '('"_s << 0;
}

void TestPythonEditing::indentation()
{
    QFETCH(const QString, before);
    QFETCH(const int, spaces);
    QCOMPARE(pythonIndentationAfter(before), QString(spaces, u' '));
}

void TestPythonEditing::comments_data()
{
    QTest::addColumn<QStringList>("lines");
    QTest::addColumn<QStringList>("toggled");
    QTest::newRow("one") << QStringList{u"x = 1"_s} << QStringList{u"# x = 1"_s};
    QTest::newRow("and back") << QStringList{u"# x = 1"_s} << QStringList{u"x = 1"_s};
    QTest::newRow("at the shallowest") << QStringList{u"    if x:"_s, u""_s, u"        y"_s}
                                       << QStringList{u"    # if x:"_s, u""_s, u"    #     y"_s};
    QTest::newRow("back with blank lines")
        << QStringList{u"    # if x:"_s, u""_s, u"    #     y"_s} << QStringList{u"    if x:"_s, u""_s, u"        y"_s};
    QTest::newRow("some are comments") << QStringList{u"# x"_s, u"y"_s} << QStringList{u"# # x"_s, u"# y"_s};
    QTest::newRow("without a space") << QStringList{u"#x"_s} << QStringList{u"x"_s};
    QTest::newRow("blank") << QStringList{u"  "_s} << QStringList{u"  "_s};
}

void TestPythonEditing::comments()
{
    QFETCH(const QStringList, lines);
    QFETCH(const QStringList, toggled);
    QCOMPARE(withCommentsToggled(lines, u"#"_s), toggled);
}

void TestPythonEditing::definitions()
{
    const QString source = u"import asyncio\n"
                           "class Shop:\n"
                           "    async def serve(self):\n"
                           "        pass\n"
                           "async def main():\n"
                           "    async def 工人():\n"
                           "        pass\n"
                           "    await 工人()\n"
                           "def plain(): pass\n"_s;
    const std::map<QString, int> expected{
        {u"Shop.serve"_s, 3}, {u"main"_s, 5}, {u"main.<locals>.工人"_s, 6}, {u"plain"_s, 9}};
    QCOMPARE(pythonDefinitionLines(source), expected);
}

QTEST_GUILESS_MAIN(TestPythonEditing)
#include "tst_pythonediting.moc"
