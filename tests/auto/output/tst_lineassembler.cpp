// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/output/lineassembler.h"

#include <QRandomGenerator>
#include <QTest>

using namespace Playground;
using namespace Qt::StringLiterals;

namespace {

/// The rows that come of the bytes, the open one last.
QStringList rows(const QByteArray &bytes, const std::function<qsizetype()> &pieceSize)
{
    LineAssembler assembler;
    QStringList rows;
    for (qsizetype at = 0; at < bytes.size();) {
        const qsizetype size = qMin(pieceSize(), bytes.size() - at);
        assembler.feed(QByteArrayView(bytes).sliced(at, size),
                       [&rows](QByteArrayView row, LineAssembler::Ending) { rows << QString::fromUtf8(row); });
        at += size;
    }
    return rows << QString::fromUtf8(assembler.openRow());
}

} // namespace

class TestLineAssembler : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void bytesBecomeRows_data();
    void bytesBecomeRows();
    void aLongLineIsSplit();
    void everySplittingComesToTheSame();
    void rowsAreAlwaysValidAndShort();
};

void TestLineAssembler::bytesBecomeRows_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QStringList>("expected");
    const auto row = [](const char *name, const QByteArray &bytes, const QStringList &expected) {
        QTest::newRow(name) << bytes << expected;
    };
    row("nothing", "", {u""_s});
    row("one newline", "\n", {u""_s, u""_s});
    row("a line", "dog\n", {u"dog"_s, u""_s});
    row("a prompt", "name? ", {u"name? "_s});
    row("empty lines", "a\n\n\nb", {u"a"_s, u""_s, u""_s, u"b"_s});
    row("Chinese", "\xe4\xbd\xa0\xe5\xa5\xbd\n", {u"你好"_s, u""_s});
    row("Windows' line ends", "a\r\nb\r\n", {u"a"_s, u"b"_s, u""_s});
    row("progress", "10%\r20%\r100%\n", {u"100%"_s, u""_s});
    row("a shorter text leaves the rest", "loading\rdone\n", {u"doneing"_s, u""_s});
    row("erased to the end", "loading\r\x1b[Kdone\n", {u"done"_s, u""_s});
    row("erased up to here", "abcdef\x1b[3D\x1b[1K", {u"   def"_s});
    row("the whole line erased", "abc\x1b[2Kd", {u"d"_s});
    row("Chinese overwritten", "你好\ra\n", {u"a好"_s, u""_s});
    row("overwritten by Chinese", "ab\r你\n", {u"你b"_s, u""_s});
    row("backspace", "abc\b\bX\n", {u"aXc"_s, u""_s});
    row("backspace at the beginning", "\b\bX\n", {u"X"_s, u""_s});
    row("backspace over Chinese", "你好\b吗\n", {u"你吗"_s, u""_s});
    row("colours are left out", "\x1b[1;31mred\x1b[0m and \x1b[38;2;1;2;3mmore\x1b[m\n", {u"red and more"_s, u""_s});
    row("a title is left out", "\x1b]0;title\x07text\x1b]2;title\x1b\\more\n", {u"textmore"_s, u""_s});
    row("a title that does not end", "\x1b]0;title\ntext\n", {u""_s, u"text"_s, u""_s});
    row("character sets", "\x1b(Btext\x1b=\n", {u"text"_s, u""_s});
    row("an escape at the very end", "text\x1b", {u"text"_s});
    row("a sequence with a newline in it", "a\x1b[3\nb", {u"a"_s, u"b"_s});
    row("moved to the right", "a\x1b[3Cb", {u"a   b"_s});
    row("moved to a column", "abc\x1b[2GX\x1b[6GY", {u"aXc  Y"_s});
    row("moved far beyond", "\x1b[99999999G\x1b[1GX", {u"X"_s + QString(LineAssembler::LongestRow - 1, u' ')});
    row("tabs stay", "a\tb\n", {u"a\tb"_s, u""_s});
    row("control characters are seen", QByteArray("a\0b\x01\x7f\x0b\n", 7), {u"a␀b␁␡␋"_s, u""_s});
    row("a bell is silent", "\a\a!\n", {u"!"_s, u""_s});
    row("broken UTF-8", "a\xff\xc3(\xe4\xbd\n", {u"a��(�"_s, u""_s});
    row("half a character at the end", "a\xe4\xbd", {u"a"_s});
    row("overlong", "\xc0\xaf\xe0\x80\xaf\n", {u"�����"_s, u""_s});
    row("surrogates", "\xed\xa0\x80\n", {u"���"_s, u""_s});
    row("the second half of the controls",
        "\xc2\x9b"
        "31m\n",
        {u"�31m"_s, u""_s});
    row("emoji", "\xf0\x9f\x90\xb6\n", {u"🐶"_s, u""_s});
}

void TestLineAssembler::bytesBecomeRows()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const QStringList, expected);
    QCOMPARE(rows(bytes, [&bytes] { return bytes.size(); }), expected);
    QCOMPARE(rows(bytes, [] { return 1; }), expected);
}

void TestLineAssembler::aLongLineIsSplit()
{
    const QByteArray line(2 * LineAssembler::LongestRow + 7, 'x');
    LineAssembler assembler;
    QList<qsizetype> sizes;
    QList<LineAssembler::Ending> endings;
    assembler.feed(line + '\n', [&](QByteArrayView row, LineAssembler::Ending ending) {
        sizes << row.size();
        endings << ending;
    });
    QCOMPARE(sizes, (QList{LineAssembler::LongestRow, LineAssembler::LongestRow, qsizetype(7)}));
    QCOMPARE(endings, (QList{LineAssembler::Ending::Full, LineAssembler::Ending::Full, LineAssembler::Ending::Line}));
}

void TestLineAssembler::everySplittingComesToTheSame()
{
    QRandomGenerator random(1);
    const QList<QByteArray> parts{"dog", "\r",   "\n", "你好",       "\x1b[31m", "\x1b[K", "\x1b[2D", "\b",
                                  "\t",  "\xe4", "🐶",  "\x1b]0;t\a", "\x1b[5G",  "\xff",   "\x01",    " "};
    for (int round = 0; round < 300; ++round) {
        QByteArray bytes;
        for (int i = 0; i < 40; ++i)
            bytes += parts[random.bounded(parts.size())];
        const QStringList whole = rows(bytes, [&bytes] { return bytes.size(); });
        QCOMPARE(rows(bytes, [&random] { return qsizetype(random.bounded(1, 6)); }), whole);
    }
}

void TestLineAssembler::rowsAreAlwaysValidAndShort()
{
    QRandomGenerator random(2);
    LineAssembler assembler;
    const auto check = [](QByteArrayView row) {
        QVERIFY(QString::fromUtf8(row).toUtf8() == row);
        QVERIFY(row.size() <= 4 * LineAssembler::LongestRow);
    };
    for (int i = 0; i < 200'000; ++i) {
        const char byte =
            char(random.bounded(8) == 0 ? "\x1b[G0919\b\r\t"[random.bounded(10)] : char(random.bounded(11, 256)));
        assembler.feed(QByteArrayView(&byte, 1), [&check](QByteArrayView row, LineAssembler::Ending) { check(row); });
    }
    check(assembler.openRow());
}

QTEST_GUILESS_MAIN(TestLineAssembler)
#include "tst_lineassembler.moc"
