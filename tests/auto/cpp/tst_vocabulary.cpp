// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cpp/cppkit.h"
#include "core/cpp/vocabulary.h"

#include <QStringList>
#include <QTest>

using namespace Playground;
using namespace Qt::StringLiterals;

class TestVocabulary : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void whatIsDocumentedIsFound();
    void whatIsNobodysConcernIsNot();
    void theWholeVocabularyIsThere();
};

void TestVocabulary::whatIsDocumentedIsFound()
{
    const QList<VocabularyWord> words = vocabularyOf(u"#pragma once\n"
                                                     "namespace Playground {\n"
                                                     "/// Suspends for a while.\n"
                                                     "/// It always suspends.\n"
                                                     "///\n"
                                                     "///     co_await sleep(1s);\n"
                                                     "[[nodiscard]] inline Sleep sleep(Duration duration) noexcept\n"
                                                     "{\n"
                                                     "    return Sleep(duration); // {\n"
                                                     "}\n"
                                                     "\n"
                                                     "/// Mutual exclusion.\n"
                                                     "class Lock {\n"
                                                     "public:\n"
                                                     "    /// Waits for its turn.\n"
                                                     "    Acquisition acquire(int times = f(1, {}),\n"
                                                     "                        Where where = Where::current());\n"
                                                     "    bool plain() const;\n"
                                                     "private:\n"
                                                     "    /// Ours.\n"
                                                     "    void hidden();\n"
                                                     "};\n"
                                                     "/// Makes a task.\n"
                                                     "template <typename F, typename A = std::vector<int>>\n"
                                                     "auto createTask(F f, A a)\n"
                                                     "{ return f(a); }\n"
                                                     "} // namespace Playground\n"_s);
    const QList<VocabularyWord> expected{
        {u"sleep"_s, u""_s, u"Sleep sleep(Duration duration)"_s,
         u"Suspends for a while. It always suspends.\n\n    co_await sleep(1s);"_s},
        {u"Lock"_s, u""_s, u"class Lock"_s, u"Mutual exclusion."_s},
        {u"acquire"_s, u"Lock"_s, u"Acquisition acquire(int times = f(1, {}))"_s, u"Waits for its turn."_s},
        {u"createTask"_s, u""_s, u"auto createTask(F f, A a)"_s, u"Makes a task."_s},
    };
    QCOMPARE(words.size(), expected.size());
    for (qsizetype i = 0; i < words.size(); ++i) {
        QCOMPARE(words[i].name, expected[i].name);
        QCOMPARE(words[i].owner, expected[i].owner);
        QCOMPARE(words[i].signature, expected[i].signature);
        QCOMPARE(words[i].contract, expected[i].contract);
    }
}

void TestVocabulary::whatIsNobodysConcernIsNot()
{
    QVERIFY(vocabularyOf(u"namespace Playground::Detail {\n/// Inner.\nvoid inner();\n}\n"_s).isEmpty());
    QVERIFY(vocabularyOf(u"namespace Playground {\n/// Far away.\n\nvoid near();\n}\n"_s).isEmpty());
    QVERIFY(vocabularyOf(u"namespace Playground {\nvoid f()\n{\n/// In code.\ng();\n}\n}\n"_s).isEmpty());
    QVERIFY(vocabularyOf({}).isEmpty());
    QVERIFY(readVocabulary(CppKit()).isEmpty());
}

void TestVocabulary::theWholeVocabularyIsThere()
{
    const QList<VocabularyWord> words = readVocabulary(CppKit::ofApplication());
    QStringList names;
    for (const VocabularyWord &word : words) {
        names << (word.owner.isEmpty() ? word.name : word.owner + u"::"_s + word.name);
        QVERIFY2(!word.contract.isEmpty(), qPrintable(word.name));
        QVERIFY2(!word.signature.contains(u"Where"), qPrintable(word.signature));
    }
    const QStringList asked{u"sleep"_s,          u"createTask"_s,  u"TaskHandle"_s,    u"AnyTask::cancel"_s,
                            u"currentTask"_s,    u"allTasks"_s,    u"gather"_s,        u"wait"_s,
                            u"asCompleted"_s,    u"waitFor"_s,     u"shield"_s,        u"TaskGroup"_s,
                            u"Future"_s,         u"Queue"_s,       u"PriorityQueue"_s, u"Lock"_s,
                            u"Event"_s,          u"Condition"_s,   u"Semaphore"_s,     u"Barrier"_s,
                            u"openConnection"_s, u"startServer"_s, u"fetch"_s,         u"runProcess"_s,
                            u"toThread"_s,       u"print"_s,       u"callLater"_s,     u"callSoon"_s,
                            u"traced"_s,         u"run"_s};
    for (const QString &name : asked)
        QVERIFY2(names.contains(name), qPrintable(name + u" is not among "_s + names.join(u' ')));
}

QTEST_GUILESS_MAIN(TestVocabulary)
#include "tst_vocabulary.moc"
