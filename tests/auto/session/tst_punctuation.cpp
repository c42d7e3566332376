// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/punctuation.h"

#include <QTest>

using namespace Playground;
using namespace Qt::StringLiterals;

class TestPunctuation : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void wrongPunctuationIsReplaced_data();
    void wrongPunctuationIsReplaced();
    void whatIsRightStays_data();
    void whatIsRightStays();
    void everyPlaceIsTold();
    void onlyAPartIsMended();
};

void TestPunctuation::wrongPunctuationIsReplaced_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("mended");
    QTest::newRow("colon") << u"async def main()："_s << u"async def main():"_s;
    QTest::newRow("brackets and comma") << u"f（1，2）"_s << u"f(1,2)"_s;
    QTest::newRow("other brackets") << u"a【0】 = ｛1｝［2］〔3〕"_s << u"a[0] = {1}[2][3]"_s;
    QTest::newRow("semicolon and sign") << u"x！＝1；y＝2"_s << u"x!=1;y=2"_s;
    QTest::newRow("full stop and enumeration comma") << u"asyncio。run(a、b)"_s << u"asyncio.run(a,b)"_s;
    QTest::newRow("digits") << u"sleep(１．５)"_s << u"sleep(1.5)"_s;
    QTest::newRow("dots and dashes") << u"x = …; y = 3 − 1 – z — 2"_s << u"x = ...; y = 3 - 1 - z - 2"_s;
    QTest::newRow("double quotes") << u"print(“你好，世界”)"_s << u"print(\"你好，世界\")"_s;
    QTest::newRow("single quotes") << u"print(‘你好：’)"_s << u"print('你好：')"_s;
    QTest::newRow("both the same way round") << u"print(”a”)"_s << u"print(\"a\")"_s;
    QTest::newRow("full-width quotes") << u"print(＂a＂, ＇b＇)"_s << u"print(\"a\", 'b')"_s;
    QTest::newRow("begins well, ends badly") << u"print(\"你好”)"_s << u"print(\"你好\")"_s;
    QTest::newRow("begins badly, ends well") << u"print(“你好\")"_s << u"print(\"你好\")"_s;
    QTest::newRow("single, ends badly") << u"print('你好’，x)"_s << u"print('你好',x)"_s;
    QTest::newRow("the other quotes inside") << u"print(‘say \"hi\"’)"_s << u"print('say \"hi\"')"_s;
    QTest::newRow("the other quote inside") << u"print(“it's”)"_s << u"print(\"it's\")"_s;
    QTest::newRow("prefix") << u"print(f“{a，b}，”)"_s << u"print(f\"{a,b}，\")"_s;
    QTest::newRow("field of an f-string") << u"f\"：{f（x）}：\""_s << u"f\"：{f(x)}：\""_s;
    QTest::newRow("comment sign") << u"x = 1 ＃ 注释，“"_s << u"x = 1 # 注释，“"_s;
    QTest::newRow("without end") << u"print(“你好，\nx，y"_s << u"print(\"你好，\nx,y"_s;
    QTest::newRow("after a triple quote") << u"'''“，\n'''，x"_s << u"'''“，\n''',x"_s;
}

void TestPunctuation::wrongPunctuationIsReplaced()
{
    QFETCH(const QString, typed);
    QFETCH(const QString, mended);
    QCOMPARE(mendPunctuation(typed), mended);
}

void TestPunctuation::whatIsRightStays_data()
{
    QTest::addColumn<QString>("source");
    QTest::newRow("nothing") << u""_s;
    QTest::newRow("strings") << u"print(\"，：“”（）\", '‘；’', \"\"\"【\n】\"\"\")"_s;
    QTest::newRow("comment") << u"x = 1 # 你好，“世界”（！）"_s;
    QTest::newRow("names") << u"ｘ１ = 变量_２"_s;
    QTest::newRow("text of an f-string") << u"f\"用时：{x:.2f}（秒）\""_s;
    QTest::newRow("quote in a string") << u"print(\"他说“好”，\")"_s;
    QTest::newRow("string over two lines") << u"print('a’\\\nb')"_s;
}

void TestPunctuation::whatIsRightStays()
{
    QFETCH(const QString, source);
    QCOMPARE(mendPunctuation(source), source);
    QVERIFY(findWrongPunctuation(source).empty());
}

void TestPunctuation::everyPlaceIsTold()
{
    const std::vector<WrongPunctuation> expected{{5, u"("_s}, {6, u"\""_s}, {8, u"\""_s}, {9, u")"_s}};
    QCOMPARE(findWrongPunctuation(u"print（“a”）"_s), expected);
}

void TestPunctuation::onlyAPartIsMended()
{
    QCOMPARE(mendPunctuation(u"f（1，2）"_s, 3, 4), u"f（1,2）"_s);
    QCOMPARE(mendPunctuation(u"f（1，2）"_s, 3), u"f（1,2)"_s);
}

QTEST_GUILESS_MAIN(TestPunctuation)
#include "tst_punctuation.moc"
