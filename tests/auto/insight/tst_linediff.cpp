// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/insight/linediff.h"

#include <QRandomGenerator>
#include <QTest>

using namespace Playground;

namespace {

/// One letter a line: " a-b+c" is a kept, b taken away, c added.
QString shown(const QString &before, const QString &after)
{
    QString text;
    for (const DiffLine &line : diffLines(before.split(QString(), Qt::SkipEmptyParts), after.split(QString(), Qt::SkipEmptyParts))) {
        text += line.isAdded() ? u'+' : line.isRemoved() ? u'-' : u' ';
        text += line.isAdded() ? after[line.after - 1] : before[line.before - 1];
    }
    return text;
}

int longestCommon(const QString &a, const QString &b)
{
    std::vector<std::vector<int>> best(std::size_t(a.size()) + 1, std::vector<int>(std::size_t(b.size()) + 1));
    for (std::size_t i = 1; i < best.size(); ++i) {
        for (std::size_t j = 1; j < best[i].size(); ++j)
            best[i][j] = a[int(i) - 1] == b[int(j) - 1] ? best[i - 1][j - 1] + 1 : std::max(best[i - 1][j], best[i][j - 1]);
    }
    return best.back().back();
}

} // namespace

class LineDiffTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void showsWhatChanged_data()
    {
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("after");
        QTest::addColumn<QString>("expected");
        QTest::newRow("nothing") << "" << "" << "";
        QTest::newRow("the same") << "ab" << "ab" << " a b";
        QTest::newRow("all added") << "" << "ab" << "+a+b";
        QTest::newRow("all removed") << "ab" << "" << "-a-b";
        QTest::newRow("one added") << "ac" << "abc" << " a+b c";
        QTest::newRow("replaced") << "abcd" << "axyd" << " a-b-c+x+y d";
    }

    void showsWhatChanged()
    {
        QFETCH(QString, before);
        QFETCH(QString, after);
        QTEST(shown(before, after), "expected");
    }

    void isCompleteAndShortest()
    {
        QRandomGenerator random(7);
        const auto word = [&] {
            QString text;
            for (int left = random.bounded(12); left > 0; --left)
                text += QChar(u'a' + random.bounded(3));
            return text;
        };
        for (int round = 0; round < 500; ++round) {
            const QString before = word();
            const QString after = word();
            int nextBefore = 1;
            int nextAfter = 1;
            int kept = 0;
            bool followsAdded = false;
            for (const DiffLine &line : diffLines(before.split(QString(), Qt::SkipEmptyParts), after.split(QString(), Qt::SkipEmptyParts))) {
                QVERIFY(!(followsAdded && line.isRemoved()));
                followsAdded = line.isAdded();
                if (!line.isAdded())
                    QCOMPARE(line.before, nextBefore++);
                if (!line.isRemoved())
                    QCOMPARE(line.after, nextAfter++);
                if (!line.isAdded() && !line.isRemoved()) {
                    QCOMPARE(before[line.before - 1], after[line.after - 1]);
                    ++kept;
                }
            }
            QCOMPARE(nextBefore, int(before.size()) + 1);
            QCOMPARE(nextAfter, int(after.size()) + 1);
            QCOMPARE(kept, longestCommon(before, after));
        }
    }
};

QTEST_GUILESS_MAIN(LineDiffTest)
#include "tst_linediff.moc"
