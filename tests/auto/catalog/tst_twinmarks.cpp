// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/twinmarks.h"

#include <QTest>

using namespace Playground;
using namespace Qt::StringLiterals;

class TestTwinMarks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void marksAreCommentsAtTheEndOfALine()
    {
        const TwinMarks python(u"import asyncio\nasync def main():  #: main\n    print('#: no')\n    # : no\n"_s, u"python"_s);
        QCOMPARE(python.lineOf(u"main"_s), 1);
        QCOMPARE(python.lineOf(u"no"_s), -1);
        const TwinMarks cpp(u"// top\r\nint main() { //: 主\r\n}  #: no"_s, u"cpp"_s);
        QCOMPARE(cpp.lineOf(u"主"_s), 1);
        QCOMPARE(cpp.lineOf(u"no"_s), -1);
    }

    void matchingLine_data()
    {
        QTest::addColumn<QString>("python");
        QTest::addColumn<QString>("cpp");
        QTest::addColumn<int>("line");
        QTest::addColumn<int>("expected");
        const QString python = u"i\na #: a\n1\n2\n3\nb #: b\n1"_s;
        const QString cpp = u"i\ni\ni\na //: a\n1\nb //: b\n1\n2"_s;
        QTest::newRow("before the first mark") << python << cpp << 0 << 0;
        QTest::newRow("on a mark") << python << cpp << 1 << 3;
        QTest::newRow("in a part") << python << cpp << 2 << 4;
        QTest::newRow("beyond the shorter part's end") << python << cpp << 4 << 4;
        QTest::newRow("last part") << python << cpp << 6 << 6;
        QTest::newRow("after the end") << python << cpp << 99 << 6;
        QTest::newRow("before the beginning") << python << cpp << -1 << 0;
        QTest::newRow("no marks") << u"1\n2\n3"_s << u"1\n2"_s << 2 << 1;
        QTest::newRow("empty twin") << python << QString() << 6 << 0;
        QTest::newRow("mark missing over there") << u"a #: a\nb #: b\n1"_s << u"i\na //: a\n1\n2"_s << 1 << 2;
        QTest::newRow("mark missing here") << u"a #: a\n1\n2"_s << u"a //: a\nb //: b\n1"_s << 1 << 1;
        QTest::newRow("duplicated") << u"a #: a\n1\na #: a"_s << u"i\na //: a\n1\n2"_s << 2 << 3;
        QTest::newRow("nothing before the first mark over there") << u"i\ni\ni\na #: a"_s << u"a //: a\n1\n2"_s << 2 << 0;
        QTest::newRow("other order") << u"a #: a\nb #: b"_s << u"b //: b\na //: a"_s << 1 << 0;
        QTest::newRow("mark in the first line here only") << u"a #: a\n1"_s << u"i\ni\na //: a\n1"_s << 1 << 3;
    }
    void matchingLine()
    {
        QFETCH(QString, python);
        QFETCH(QString, cpp);
        QFETCH(int, line);
        QFETCH(int, expected);
        QCOMPARE(TwinMarks(python, u"python"_s).matchingLine(line, TwinMarks(cpp, u"cpp"_s)), expected);
    }

    void bothWays()
    {
        const TwinMarks python(u"i\na #: a\n1\nb #: b"_s, u"python"_s);
        const TwinMarks cpp(u"i\ni\na //: a\n1\n2\nb //: b"_s, u"cpp"_s);
        for (int line = 0; line < python.lineCount(); ++line)
            QCOMPARE(cpp.matchingLine(python.matchingLine(line, cpp), python), line);
    }
};

QTEST_GUILESS_MAIN(TestTwinMarks)
#include "tst_twinmarks.moc"
