// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cpp/buildcache.h"
#include "core/cpp/buildkey.h"

#include <QDir>
#include <QFile>
#include <QTest>

using namespace Playground;
using namespace Qt::StringLiterals;

namespace {

constexpr auto Program = BuildCache::Kind::Program;

void write(const QString &name, const QByteArray &content)
{
    QFile file(name);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(content);
}

std::optional<CachedBuild> keep(const BuildCache &cache, const QString &key, const QByteArray &content,
                                const QList<BuildDependency> &dependencies = {})
{
    auto folder = cache.newFolder();
    write(folder->filePath(u"scenario"_s), content);
    return cache.store(std::move(folder), Program, key, u"scenario"_s, dependencies);
}

qsizetype countOf(const QString &folder)
{
    return QDir(folder).entryList(QDir::Dirs | QDir::NoDotAndDotDot).size();
}

} // namespace

class TestBuildCache : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void whatWasKeptIsFound();
    void whatIsDamagedIsNotFoundAndCanBeKeptAnew_data();
    void whatIsDamagedIsNotFoundAndCanBeKeptAnew();
    void aChangedDependencyCounts();
    void ofTwoWhoKeepTheSameTheFirstStays();
    void whatWasNotUsedForLongestIsForgotten();
    void nothingIsLeftOfWhatWasNotKept();
    void aFolderThatCannotBeWrittenIsNamed();
    void keysDependOnEachPartAndWhereItEnds();
};

void TestBuildCache::whatWasKeptIsFound()
{
    const QTemporaryDir place;
    const BuildCache cache(place.path());
    QVERIFY(!cache.find(Program, u"a"_s));
    const auto kept = keep(cache, u"a"_s, "one");
    QVERIFY(kept);
    const auto found = BuildCache(place.path()).find(Program, u"a"_s);
    QVERIFY(found);
    QCOMPARE(found->file, kept->file);
    QVERIFY(QFile::exists(found->file));
    QVERIFY(!cache.find(BuildCache::Kind::Header, u"a"_s));
    cache.discard(Program, u"a"_s);
    QVERIFY(!cache.find(Program, u"a"_s));
}

void TestBuildCache::whatIsDamagedIsNotFoundAndCanBeKeptAnew_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("cut off") << u"scenario"_s << QByteArray("on");
    QTest::newRow("other bytes") << u"scenario"_s << QByteArray("oNe");
    QTest::newRow("no manifest") << u"manifest.json"_s << QByteArray();
    QTest::newRow("nonsense") << u"manifest.json"_s << QByteArray("{\"file\": 3");
}

void TestBuildCache::whatIsDamagedIsNotFoundAndCanBeKeptAnew()
{
    QFETCH(const QString, file);
    QFETCH(const QByteArray, content);
    const QTemporaryDir place;
    const BuildCache cache(place.path());
    const auto kept = keep(cache, u"a"_s, "one");
    QVERIFY(kept);
    write(kept->folder + u'/' + file, content);
    QVERIFY(!cache.find(Program, u"a"_s));
    QVERIFY(keep(cache, u"a"_s, "one"));
    QVERIFY(cache.find(Program, u"a"_s));
}

void TestBuildCache::aChangedDependencyCounts()
{
    const QTemporaryDir place;
    const BuildCache cache(place.path());
    const QString header = place.filePath(u"own.h"_s);
    write(header, "int x;");
    QVERIFY(keep(cache, u"a"_s, "one", {{header, fileStamp(header)}}));
    QVERIFY(cache.find(Program, u"a"_s));
    write(header, "int xyz;");
    QVERIFY(!cache.find(Program, u"a"_s));
    QFile::remove(header);
    QVERIFY(!cache.find(Program, u"a"_s));
}

void TestBuildCache::ofTwoWhoKeepTheSameTheFirstStays()
{
    const QTemporaryDir place;
    const BuildCache one(place.path());
    const BuildCache other(place.path());
    const auto first = keep(one, u"a"_s, "one");
    const auto second = keep(other, u"a"_s, "two");
    QVERIFY(first && second);
    QFile file(second->file);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), QByteArray("one"));
}

void TestBuildCache::whatWasNotUsedForLongestIsForgotten()
{
    const QTemporaryDir place;
    const BuildCache cache(place.path());
    const auto olden = QDateTime::currentDateTimeUtc().addDays(-1);
    for (int each = 0; each < 60; ++each) {
        const auto kept = keep(cache, u"key%1"_s.arg(each), "one");
        QVERIFY(kept);
        QFile manifest(kept->folder + u"/manifest.json"_s);
        QVERIFY(manifest.open(QIODevice::ReadWrite));
        QVERIFY(manifest.setFileTime(olden.addSecs(each), QFileDevice::FileModificationTime));
        if (each % 10 == 9)
            QVERIFY(cache.find(Program, u"key0"_s)); // used all along
    }
    QVERIFY(countOf(place.filePath(u"programs"_s)) <= 48);
    QVERIFY(cache.find(Program, u"key0"_s));
    QVERIFY(!cache.find(Program, u"key1"_s));
    QVERIFY(cache.find(Program, u"key59"_s));
    QCOMPARE(countOf(place.filePath(u"new"_s)), 0);
}

void TestBuildCache::nothingIsLeftOfWhatWasNotKept()
{
    const QTemporaryDir place;
    const BuildCache cache(place.path());
    {
        const auto folder = cache.newFolder();
        QVERIFY(folder->isValid());
        QCOMPARE(countOf(place.filePath(u"new"_s)), 1);
    }
    QCOMPARE(countOf(place.filePath(u"new"_s)), 0);
}

void TestBuildCache::aFolderThatCannotBeWrittenIsNamed()
{
    const BuildCache cache(u"/proc/nowhere"_s);
    QVERIFY(!cache.newFolder()->isValid());
    QVERIFY(!cache.find(Program, u"a"_s));
    QVERIFY(cache.problem().contains(u"/proc/nowhere"_s));
}

void TestBuildCache::keysDependOnEachPartAndWhereItEnds()
{
    const QString key = BuildKey().add(QByteArray("ab")).add(QByteArray("c")).text();
    QCOMPARE(BuildKey().add(QByteArray("ab")).add(QByteArray("c")).text(), key);
    QVERIFY(BuildKey().add(QByteArray("a")).add(QByteArray("bc")).text() != key);
    QVERIFY(BuildKey().add(QStringList{u"ab"_s, u"c"_s}).text() != key);
    QVERIFY(BuildKey().addStamp(u"/nowhere"_s).text() != BuildKey().addStamp(u"/"_s).text());
}

QTEST_GUILESS_MAIN(TestBuildCache)
#include "tst_buildcache.moc"
