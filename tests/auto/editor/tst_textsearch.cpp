// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editor/textpositions.h"
#include "ui/editor/textsearch.h"

#include <QTest>

using namespace Playground;
using namespace Qt::StringLiterals;

class TestTextSearch : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void nothingIsFoundForNothing();
    void caseAndWords();
    void chineseIsFound();
    void aPatternHasLines();
    void aBrokenPatternIsTold();
    void allAreReplaced();
    void aPatternReplacesWithItsGroups();
    void positionsInUtf8();
    void commonEndsNeverSplitACharacter();
};

void TestTextSearch::nothingIsFoundForNothing()
{
    QVERIFY(findAll(u"await"_s, {}).matches.empty());
    QVERIFY(findAll(u"await"_s, {u"x*"_s, false, false, true}).matches.empty());
}

void TestTextSearch::caseAndWords()
{
    const QString text = u"Dog dog dogs"_s;
    QCOMPARE(findAll(text, {u"dog"_s}).matches.size(), 3U);
    QCOMPARE(findAll(text, {u"dog"_s, true}).matches.size(), 2U);
    const std::vector<TextMatch> whole{{4, 3}};
    QCOMPARE(findAll(text, {u"dog"_s, true, true}).matches, whole);
    QCOMPARE(findAll(u"a.b axb"_s, {u"a.b"_s}).matches.size(), 1U);
}

void TestTextSearch::chineseIsFound()
{
    const std::vector<TextMatch> expected{{3, 2}};
    QCOMPARE(findAll(u"开始，任务"_s, {u"任务"_s}).matches, expected);
}

void TestTextSearch::aPatternHasLines()
{
    const std::vector<TextMatch> expected{{0, 1}, {4, 1}};
    QCOMPARE(findAll(u"a b\na"_s, {u"^a"_s, false, false, true}).matches, expected);
}

void TestTextSearch::aBrokenPatternIsTold()
{
    const SearchResult result = findAll(u"(("_s, {u"("_s, false, false, true});
    QVERIFY(result.matches.empty());
    QVERIFY(!result.error.isEmpty());
    QCOMPARE(findAll(u"(("_s, {u"("_s}).matches.size(), 2U);
}

void TestTextSearch::allAreReplaced()
{
    const QString text = u"dog, cat, dog"_s;
    const SearchQuery query{u"dog"_s};
    QCOMPARE(withAllReplaced(text, query, findAll(text, query).matches, u"\\1 狗"_s), u"\\1 狗, cat, \\1 狗"_s);
}

void TestTextSearch::aPatternReplacesWithItsGroups()
{
    const QString text = u"sleep(2) sleep(3)"_s;
    const SearchQuery query{u"sleep\\((\\d)\\)"_s, false, false, true};
    QCOMPARE(withAllReplaced(text, query, findAll(text, query).matches, u"wait(\\1, '\\0')\\n"_s),
             u"wait(2, 'sleep(2)')\n wait(3, 'sleep(3)')\n"_s);
}

void TestTextSearch::positionsInUtf8()
{
    const QString text = u"aé任👩b"_s;
    QCOMPARE(utf8Size(text), text.toUtf8().size());
    const std::vector<qsizetype> bytes{0, 1, 3, 6, 10, 11};
    const std::vector<qsizetype> indices{0, 1, 2, 3, 5, 6};
    QCOMPARE(utf8Positions(text, indices), bytes);
    for (std::size_t i = 0; i < indices.size(); ++i)
        QCOMPARE(indexOfUtf8(text, bytes[i]), indices[i]);
    QCOMPARE(indexOfCodePoint(text, 4), 5);
    QCOMPARE(indexOfCodePoint(text, 99), 6);
}

void TestTextSearch::commonEndsNeverSplitACharacter()
{
    const CommonEnds same = commonEnds(u"abc", u"abc");
    QCOMPARE(same.before, 3);
    QCOMPARE(same.after, 0);
    const CommonEnds ends = commonEnds(u"ab1cd", u"ab22cd");
    QCOMPARE(ends.before, 2);
    QCOMPARE(ends.after, 2);
    const CommonEnds pairs = commonEnds(u"👩", u"👨"); // the same first half
    QCOMPARE(pairs.before, 0);
    QCOMPARE(pairs.after, 0);
    const CommonEnds twice = commonEnds(u"aa", u"aaa");
    QCOMPARE(twice.before + twice.after, 2);
}

QTEST_GUILESS_MAIN(TestTextSearch)
#include "tst_textsearch.moc"
