// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/untracedoutput.h"

#include <QRandomGenerator>
#include <QTest>

#include <deque>

using namespace Playground;
using namespace std::chrono_literals;

namespace {

QByteArray found(UntracedOutput &output)
{
    QByteArray text;
    const auto pieces = output.take();
    for (const UntracedOutput::Piece &piece : pieces)
        text += piece.text;
    return text;
}

/// A program that writes to a stream, as CPython does: each print is in the trace at once, and waits in a buffer before
/// it gets into the pipe. Others write to the pipe directly.
class Program {
public:
    explicit Program(quint32 seed)
        : m_random(seed)
    {
    }

    void print(const QByteArray &text, bool isLost = false)
    {
        trace.push_back(text);
        if (isLost)
            return;
        // Behind the text comes its end, in a call of its own: the buffer is emptied before what it has no room for.
        write(text.chopped(1));
        write(text.last(1));
    }

    void flush()
    {
        pipe += buffer;
        buffer.clear();
    }

    void others(const QByteArray &text)
    {
        pipe += text;
        expected += text;
    }

    /// Both arrive, in pieces and in whatever order. Nothing that is in the trace is waited for longer than it takes.
    QByteArray arrive()
    {
        UntracedOutput output;
        QByteArray all;
        Trace::Time now{};
        while (!trace.empty() || !pipe.isEmpty()) {
            now += 1ms;
            const bool isTrace = pipe.isEmpty() || (!trace.empty() && m_random.bounded(2) == 0);
            for (int i = m_random.bounded(1, 30); isTrace && i > 0 && !trace.empty(); --i) {
                output.traced(trace.front());
                trace.pop_front();
            }
            if (!isTrace) {
                const qsizetype size = qMin<qsizetype>(m_random.bounded(1, 5000), pipe.size());
                output.piped(pipe.first(size), now);
                pipe.remove(0, size);
            }
            if (trace.empty() && m_random.bounded(3) == 0)
                output.settle(output.arrived());
            all += found(output);
        }
        output.settle(output.arrived());
        return all + found(output);
    }

    std::deque<QByteArray> trace;
    QByteArray pipe;
    QByteArray buffer;
    QByteArray expected; ///< what others wrote

private:
    void write(const QByteArray &text)
    {
        constexpr qsizetype bufferSize = 8192;
        if (buffer.size() + text.size() > bufferSize)
            flush();
        buffer += text;
    }

    QRandomGenerator m_random;
};

} // namespace

class TestUntracedOutput : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void whatIsInBothIsNothingNew();
    void whatIsInThePipeOnlyIsFound();
    void bufferedLinesComeLater();
    void othersBetweenBufferedLines();
    void aLineWithTheSameBeginning();
    void halfALineOfOthersBefore();
    void aPromptIsAPiece();
    void whatIsLostDoesNoHarm();
    void theSameLineIsShownOnce();
    void itHasTheMomentOfItsArrival();
    void aLateTraceIsWaitedFor();
    void emptyPieces();
    void nothingTwiceNothingLost_data();
    void nothingTwiceNothingLost();
    void whateverComesTheNumbersAreRight();
    void aFloodIsBounded();
};

void TestUntracedOutput::whatIsInBothIsNothingNew()
{
    UntracedOutput output;
    output.traced("dog\n");
    output.piped("dog\nca", 1s);
    output.piped("t\n", 1s);
    output.traced("cat\n");
    QCOMPARE(output.held(), 0);
    QCOMPARE(found(output), QByteArray());
}

void TestUntracedOutput::whatIsInThePipeOnlyIsFound()
{
    UntracedOutput output;
    output.piped("from a child\n", 1s);
    QCOMPARE(found(output), QByteArray()); // the trace may still have it
    output.settle(output.arrived());
    QCOMPARE(found(output), QByteArray("from a child\n"));
    QCOMPARE(output.held(), 0);
}

void TestUntracedOutput::bufferedLinesComeLater()
{
    UntracedOutput output;
    output.traced("one\n");
    output.traced("two\n");
    output.piped("child\n", 1s);
    output.settle(output.arrived());
    QCOMPARE(found(output), QByteArray("child\n"));
    output.piped("one\ntwo\n", 2s);
    output.settle(output.arrived());
    QCOMPARE(found(output), QByteArray());
}

void TestUntracedOutput::othersBetweenBufferedLines()
{
    UntracedOutput output;
    output.traced("one\ntwo\n");
    output.piped("one\nchild\ntwo\n", 1s);
    QCOMPARE(found(output), QByteArray("child\n")); // at once: the trace goes on behind it
}

void TestUntracedOutput::aLineWithTheSameBeginning()
{
    UntracedOutput output;
    output.traced("1\n");
    output.piped("10\n", 1s);
    output.settle(output.arrived());
    output.piped("1\n", 2s);
    output.settle(output.arrived());
    QCOMPARE(found(output), QByteArray("10\n"));
}

void TestUntracedOutput::halfALineOfOthersBefore()
{
    UntracedOutput output;
    output.traced("a line\n");
    output.piped("from C, a line\n", 1s);
    output.settle(output.arrived());
    QCOMPARE(found(output), QByteArray("from C, "));
}

void TestUntracedOutput::aPromptIsAPiece()
{
    UntracedOutput output;
    output.traced("name? ");
    output.piped("name? child\n", 1s);
    output.settle(output.arrived());
    QCOMPARE(found(output), QByteArray("child\n"));
    output.traced("hello\n");
    output.piped("hello\n", 1s);
    QCOMPARE(output.held(), 0);
}

void TestUntracedOutput::whatIsLostDoesNoHarm()
{
    UntracedOutput output;
    output.traced("never comes\n");
    output.traced("one\n");
    output.piped("one\nchild\n", 1s);
    output.settle(output.arrived());
    output.piped("two\n", 1s);
    output.traced("two\n");
    output.settle(output.arrived());
    QCOMPARE(found(output), QByteArray("child\n"));
}

void TestUntracedOutput::theSameLineIsShownOnce()
{
    UntracedOutput output;
    output.traced("one\n");
    output.traced("tick\n");
    output.piped("tick\n", 1s); // a child's
    output.settle(output.arrived());
    output.piped("one\ntick\n", 1s);
    output.settle(output.arrived());
    QCOMPARE(found(output), QByteArray("tick\n")); // with the traced one: two, as there are
}

void TestUntracedOutput::itHasTheMomentOfItsArrival()
{
    UntracedOutput output;
    output.piped("a\n", 1s);
    output.piped("b", 2s);
    output.piped("\n", 3s);
    output.settle(output.arrived());
    const auto pieces = output.take();
    QCOMPARE(pieces.size(), 3U);
    QCOMPARE(pieces[0].text, QByteArray("a\n"));
    QCOMPARE(pieces[0].at, Trace::Time(1s));
    QCOMPARE(pieces[2].at, Trace::Time(3s));
}

void TestUntracedOutput::aLateTraceIsWaitedFor()
{
    UntracedOutput output;
    output.piped("one\n", 1s);
    const quint64 then = output.arrived();
    output.piped("two\n", 2s);
    output.traced("one\n");
    output.settle(then);
    QCOMPARE(found(output), QByteArray());
    QCOMPARE(output.held(), 4);
    output.traced("two\n");
    QCOMPARE(output.held(), 0);
}

void TestUntracedOutput::emptyPieces()
{
    UntracedOutput output;
    output.piped("", 1s);
    output.traced("");
    output.settle(0);
    output.settle(output.arrived());
    QVERIFY(output.take().empty());
}

void TestUntracedOutput::nothingTwiceNothingLost_data()
{
    QTest::addColumn<bool>("isFlushed");
    QTest::addColumn<bool>("mayLose");
    QTest::newRow("flushed") << true << false;
    QTest::newRow("buffered") << false << false;
    QTest::newRow("with losses") << true << true;
}

/// Programs and children that write lines that begin alike: what the children wrote is found, to the byte.
void TestUntracedOutput::nothingTwiceNothingLost()
{
    QFETCH(const bool, isFlushed);
    QFETCH(const bool, mayLose);
    for (quint32 seed = 1; seed <= 120; ++seed) {
        QRandomGenerator random(seed);
        Program program(seed);
        const int lines = random.bounded(1, 600);
        for (int i = 0; i < lines; ++i) {
            const QByteArray number = QByteArray::number(i);
            if (random.bounded(10) == 0)
                program.others("line " + number + " of a child\n");
            program.print("line " + number + QByteArray(random.bounded(60), 'x') + '\n',
                          mayLose && random.bounded(20) == 0);
            if (isFlushed ? random.bounded(5) == 0 : random.bounded(400) == 0)
                program.flush();
        }
        program.flush();
        const QByteArray expected = program.expected;
        const QByteArray all = program.arrive();
        if (all != expected)
            qWarning("seed %u", seed);
        QCOMPARE(all, expected);
    }
}

/// Where lines are the same, nobody can tell whose is which; but there are as many as there were.
void TestUntracedOutput::whateverComesTheNumbersAreRight()
{
    const QList<QByteArray> words{"tick\n", "tock\n", "1\n", "11\n", "\n", "tick tock\n"};
    for (quint32 seed = 1; seed <= 300; ++seed) {
        QRandomGenerator random(seed);
        Program program(seed);
        for (int i = random.bounded(1, 100); i > 0; --i) {
            const QByteArray &word = words[random.bounded(words.size())];
            if (random.bounded(3) == 0)
                program.others(word);
            else
                program.print(word);
            if (random.bounded(4) == 0)
                program.flush();
        }
        program.flush();
        QByteArray expected = program.expected;
        QByteArray all = program.arrive();
        std::sort(expected.begin(), expected.end());
        std::sort(all.begin(), all.end());
        QCOMPARE(all, expected);
    }
}

void TestUntracedOutput::aFloodIsBounded()
{
    UntracedOutput output;
    const QByteArray block(64 * 1024, 'x');
    qsizetype all = 0;
    for (int i = 0; i < 200; ++i) {
        output.piped(block, 1s); // the trace says nothing
        QVERIFY(output.held() <= UntracedOutput::MostHeld);
        all += found(output).size();
    }
    QCOMPARE(all + output.held(), 200 * block.size());
    UntracedOutput other;
    for (int i = 0; i < 200; ++i)
        other.traced(block); // nothing comes by the pipe
    other.piped("child\n", 1s);
    other.settle(other.arrived());
    QCOMPARE(found(other), QByteArray("child\n"));
}

QTEST_GUILESS_MAIN(TestUntracedOutput)
#include "tst_untracedoutput.moc"
