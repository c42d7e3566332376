// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/example.h"

#include <QFile>
#include <QRegularExpression>
#include <QTest>

using namespace Playground;
using namespace Qt::StringLiterals;

namespace {

QStringList linesOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("%s cannot be read", qPrintable(path));
    return QString::fromUtf8(file.readAll()).split(u'\n');
}

} // namespace

class TestTwinLines : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aLineHasItsTwin_data();
    void aLineHasItsTwin();
    void everyWaitOfTheExamplesHasOne_data();
    void everyWaitOfTheExamplesHasOne();
};

void TestTwinLines::aLineHasItsTwin_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<int>("line");
    QTest::addColumn<int>("there");
    // twins: 5/7, 6/9, 10/20, 11/12 (what is later here may be earlier there)
    QTest::newRow("the twin") << u"python"_s << 5 << 7;
    QTest::newRow("before all") << u"python"_s << 4 << 1;
    QTest::newRow("behind one") << u"python"_s << 7 << 10;
    QTest::newRow("not as far as the next") << u"cpp"_s << 8 << 5;
    QTest::newRow("behind the last") << u"python"_s << 13 << 14;
    QTest::newRow("the next is earlier there") << u"python"_s << 10 << 20;
    QTest::newRow("from the other side") << u"cpp"_s << 20 << 10;
    QTest::newRow("between, from the other side") << u"cpp"_s << 13 << 12;
}

void TestTwinLines::aLineHasItsTwin()
{
    QFETCH(const QString, language);
    QFETCH(const int, line);
    QFETCH(const int, there);
    const QList<TwinLine> twins{{5, 7}, {6, 9}, {10, 20}, {11, 12}};
    QCOMPARE(twinLine(twins, language, line), there);
    QCOMPARE(twinLine({}, language, line), 1);
}

void TestTwinLines::everyWaitOfTheExamplesHasOne_data()
{
    QTest::addColumn<Example>("example");
    const ExampleList list = readExamples(qEnvironmentVariable("PLAYGROUND_SOURCE") + u"/examples"_s);
    for (const Example &example : list.examples)
        QTest::addRow("%s", qPrintable(example.id)) << example;
}

void TestTwinLines::everyWaitOfTheExamplesHasOne()
{
    QFETCH(const Example, example);
    const QStringList python = linesOf(example.scenario(u"python"));
    const QStringList cpp = linesOf(example.scenario(u"cpp"));
    const auto hasTwin = [&](int TwinLine::*member, int line) {
        return std::any_of(example.twins.begin(), example.twins.end(),
                           [&](const TwinLine &twin) { return twin.*member == line; });
    };
    static const QRegularExpression await(u"(^|[^_])\\bawait\\b|^async def"_s);
    for (int line = 1; line <= python.size(); ++line) {
        if (await.match(python[line - 1]).hasMatch())
            QVERIFY2(hasTwin(&TwinLine::python, line), qPrintable(python[line - 1]));
    }
    for (int line = 1; line <= cpp.size(); ++line) {
        if (cpp[line - 1].contains(u"co_await"_s))
            QVERIFY2(hasTwin(&TwinLine::cpp, line), qPrintable(cpp[line - 1]));
    }
    // A wait is the twin of a wait, and a coroutine that of a coroutine.
    for (const TwinLine &twin : example.twins) {
        const QString here = python.value(twin.python - 1);
        const QString there = cpp.value(twin.cpp - 1);
        QVERIFY(!here.trimmed().isEmpty() && !there.trimmed().isEmpty());
        QCOMPARE(here.startsWith(u"async def"_s), there.startsWith(u"Task<"_s));
        QVERIFY2(!here.contains(u"await "_s) || there.contains(u"co_await "_s), qPrintable(there));
    }
}

QTEST_GUILESS_MAIN(TestTwinLines)
#include "tst_twinlines.moc"
