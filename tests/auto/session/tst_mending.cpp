// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/mending.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace Playground;
using namespace Qt::StringLiterals;

class TestMending : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void code_data();
    void code();
    void whatIsValidStays_data();
    void whatIsValidStays();
    void countsByKind();
    void everyModuleOfPythonComesBackFromPasting();
};

void TestMending::code_data()
{
    QTest::addColumn<QString>("pasted");
    QTest::addColumn<QString>("mended");
    QTest::newRow("indentation") << u"def f():\n\u00A0\u00A0\u00A0 return 1\n"_s << u"def f():\n    return 1\n"_s;
    QTest::newRow("every kind") << u"a\u00A0=\u2007b\u202F+\u3000c\n"_s << u"a = b + c\n"_s;
    QTest::newRow("zero width") << u"imp\u200Bort\u2060 os\uFEFF\n"_s << u"import os\n"_s;
    QTest::newRow("joiners") << u"x\u200C =\u200D 1"_s << u"x = 1"_s;
    QTest::newRow("after a string") << u"print(\"a\u00A0b\",\u00A0'c')"_s << u"print(\"a\u00A0b\", 'c')"_s;
    QTest::newRow("after a comment") << u"#\u00A0a 'b\n\u00A0x"_s << u"#\u00A0a 'b\n x"_s;
    QTest::newRow("before a comment") << u"\u3000# 注释\u3000\n"_s << u" # 注释\u3000\n"_s;
    QTest::newRow("after an escaped quote") << u"s = 'a\\'\u00A0b'\u00A0+ t"_s << u"s = 'a\\'\u00A0b' + t"_s;
    QTest::newRow("after an escaped backslash") << u"s = 'a\\\\'\u00A0+ t"_s << u"s = 'a\\\\' + t"_s;
    QTest::newRow("after a raw string") << u"s = r'\\'\u00A0' + t\u00A0"_s << u"s = r'\\'\u00A0' + t "_s;
    QTest::newRow("after a triple quote")
        << u"s = '''it''s\n\u00A0\"\"\"'''\u00A0"_s << u"s = '''it''s\n\u00A0\"\"\"''' "_s;
    QTest::newRow("after a bytes literal")
        << u"s = Rb\"\"\"\u00A0\" \"\"\"\u00A0"_s << u"s = Rb\"\"\"\u00A0\" \"\"\" "_s;
    QTest::newRow("after a continued string") << u"s = 'a\\\n\u00A0b'\u00A0"_s << u"s = 'a\\\n\u00A0b' "_s;
    QTest::newRow("after one continued over CRLF") << u"s = 'a\\\r\n\u00A0b'\u00A0"_s << u"s = 'a\\\r\n\u00A0b' "_s;
    QTest::newRow("after a string without end") << u"s = 'a\u00A0b\n\u00A0x"_s << u"s = 'a\u00A0b\n x"_s;
    QTest::newRow("in an f-string's braces") << u"f'\u00A0{a\u00A0+ b}\u00A0'"_s << u"f'\u00A0{a + b}\u00A0'"_s;
    QTest::newRow("not in an f-string's format")
        << u"f'{a\u00A0:\u00A0>{w\u00A0}}\u00A0'"_s << u"f'{a :\u00A0>{w }}\u00A0'"_s;
    QTest::newRow("not between doubled braces") << u"f'{{\u00A0}}'\u00A0"_s << u"f'{{\u00A0}}' "_s;
    QTest::newRow("a string in an f-string") << u"f\"{d['a\u00A0b']\u00A0}\""_s << u"f\"{d['a\u00A0b'] }\""_s;
    QTest::newRow("the same quotes inside") << u"f\"{d[\"a\u00A0b\"]\u00A0}\""_s << u"f\"{d[\"a\u00A0b\"] }\""_s;
    QTest::newRow("a slice is no format") << u"f'{a[1:2]\u00A0}'"_s << u"f'{a[1:2] }'"_s;
    QTest::newRow("a backslash before a brace") << u"rf'\\{a\u00A0}'"_s << u"rf'\\{a }'"_s;
    QTest::newRow("a name is no prefix") << u"buf\u00A0= 1; leaf = f''\u00A0"_s << u"buf = 1; leaf = f'' "_s;
    QTest::newRow("keyword before a string") << u"x = a if b else'\u00A0'\u00A0"_s << u"x = a if b else'\u00A0' "_s;
}

void TestMending::code()
{
    QFETCH(const QString, pasted);
    QFETCH(const QString, mended);
    const MendedSource result = mendPython(pasted);
    QCOMPARE(result.text, mended);
    QVERIFY(result.isChanged());
}

void TestMending::whatIsValidStays_data()
{
    QTest::addColumn<QString>("source");
    QTest::newRow("nothing") << u""_s;
    QTest::newRow("line ends and form feeds") << u"a = 1\r\nb = 2\r\f\n\t"_s;
    QTest::newRow("byte order mark") << u"\uFEFFprint('你好')\n"_s;
    QTest::newRow("strings") << u"a = '\u00A0\u3000\u200B'; b = \"\"\"\u2060\n'\u00A0\"\"\"\n"_s;
    QTest::newRow("comment") << u"x = 1  #\u00A0\u3000'\n"_s;
    QTest::newRow("emoji and wide letters") << u"变量 = '👩\u200D👧'\n𝒳 = 1\n"_s;
    QTest::newRow("unfinished f-string") << u"f'{a"_s;
    QTest::newRow("unfinished escape") << u"'a\\"_s;
    QTest::newRow("brackets that do not match") << u"}])f'{)}'"_s;
}

void TestMending::whatIsValidStays()
{
    QFETCH(const QString, source);
    const MendedSource result = mendPython(source);
    QCOMPARE(result.text, source);
    QVERIFY(!result.isChanged());
}

void TestMending::countsByKind()
{
    const MendedSource result = mendPython(u"a\u00A0=\u202F1\u3000\u200B\u200B\uFEFF"_s);
    QCOMPARE(result.noBreakSpaces, 2);
    QCOMPARE(result.fullWidthSpaces, 1);
    QCOMPARE(result.zeroWidthCharacters, 3);
}

/// CPython's own tokenizer says where code is: there, each space becomes a no-break space, and in strings and comments
/// too. Mending must bring back the former and leave the latter.
void TestMending::everyModuleOfPythonComesBackFromPasting()
{
    static constexpr char paste[] = R"(
import glob, io, os, sys, tokenize
NBSP = '\u00a0'
for path in sorted(glob.glob(os.path.dirname(os.__file__) + '/*.py')):
    try:
        text = open(path, encoding='utf-8', newline='').read()
        tokens = list(tokenize.generate_tokens(io.StringIO(text, newline='').readline))
    except (UnicodeDecodeError, SyntaxError, tokenize.TokenError):
        continue
    lines = text.splitlines(keepends=True)
    expected, pasted = [list(line) for line in lines], [list(line.replace(' ', NBSP)) for line in lines]
    for token in tokens:
        if token.type not in (tokenize.STRING, tokenize.COMMENT):
            continue
        is_formatted = 'f' in token.string.split(token.string[-1])[0].lower() and token.type == tokenize.STRING
        (row, column), (last_row, last_column) = token.start, token.end
        while (row, column) < (last_row, last_column):
            if column >= len(lines[row - 1]):
                row, column = row + 1, 0
                continue
            if lines[row - 1][column] == ' ':
                expected[row - 1][column] = pasted[row - 1][column] = ' ' if is_formatted else NBSP
            column += 1
    name = os.path.join(sys.argv[1], os.path.basename(path))
    open(name + '.expected', 'w', encoding='utf-8', newline='').write(''.join(map(''.join, expected)))
    open(name + '.pasted', 'w', encoding='utf-8', newline='').write(''.join(map(''.join, pasted)))
)";
    const QTemporaryDir folder;
    QProcess python;
    python.start(u"/usr/bin/python3"_s, {u"-c"_s, QString::fromUtf8(paste), folder.path()});
    QVERIFY2(python.waitForFinished(60'000) && python.exitCode() == 0, python.readAllStandardError().constData());

    const auto contents = [](const QString &name) {
        QFile file(name);
        return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
    };
    const QStringList pasted = QDir(folder.path()).entryList({u"*.pasted"_s});
    QVERIFY(pasted.size() > 100);
    for (const QString &name : pasted) {
        const QString path = folder.filePath(name.chopped(7));
        const QString expected = contents(path + u".expected"_s);
        QVERIFY2(mendPython(contents(path + u".pasted"_s)).text == expected, qPrintable(name));
    }
}

QTEST_GUILESS_MAIN(TestMending)
#include "tst_mending.moc"
