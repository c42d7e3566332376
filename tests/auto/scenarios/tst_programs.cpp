// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "processpool.h"

#include <QDir>
#include <QHash>
#include <QTest>

using namespace Qt::StringLiterals;

/// Programs as people write them, one file each under programs/: the playground must run every one as CPython does.
/// A file beside it that ends in .stdin is its standard input.
class ProgramsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void runsAsUnderCPython_data();
    void runsAsUnderCPython();

private:
    static QStringList programs();

    struct Pair {
        int reference = 0;
        int ours = 0;
    };
    ProcessPool m_pool {3};
    QHash<QString, Pair> m_pairs;
};

QStringList ProgramsTest::programs()
{
    QStringList names = QDir(sourcePath(u"tests/auto/scenarios/programs"_s)).entryList({u"*.py"_s}, QDir::Files, QDir::Name);
    names.removeOne(u"neighbour_helper.py"_s); // imported by another
    return names;
}

void ProgramsTest::initTestCase()
{
    const QDir folder(sourcePath(u"tests/auto/scenarios/programs"_s));
    QVERIFY(folder.exists());
    QVERIFY2(QFile::exists(builtProgram(u"async-playground"_s)), "the command line program has not been built");
    const QStringList names = programs();
    for (const QString &name : names) {
        const QString path = folder.filePath(name);
        QString input = path;
        input.replace(u".py"_s, u".stdin"_s);
        if (!QFile::exists(input))
            input.clear();
        m_pairs.insert(name, {m_pool.add(systemPython(), {path}, input),
                              m_pool.add(builtProgram(u"async-playground"_s), {u"run"_s, path}, input)});
    }
}

void ProgramsTest::runsAsUnderCPython_data()
{
    QTest::addColumn<QString>("name");
    const QStringList names = programs();
    QVERIFY(names.size() >= 40);
    for (const QString &name : names)
        QTest::newRow(name.chopped(3).toUtf8().constData()) << name;
}

void ProgramsTest::runsAsUnderCPython()
{
    QFETCH(QString, name);
    const Ran expected = m_pool.result(m_pairs.value(name).reference);
    const Ran actual = m_pool.result(m_pairs.value(name).ours);
    QVERIFY2(!expected.hung, "the program does not end under CPython either");
    QVERIFY2(!actual.hung, (actual.out + actual.err).constData());
    const QByteArray told = actual.err.right(2000);
    if (actual.exitCode != expected.exitCode)
        QFAIL(qPrintable(u"exit code %1 instead of %2; standard error: %3"_s.arg(actual.exitCode).arg(
            expected.exitCode).arg(QString::fromUtf8(told))));
    if (withoutAddresses(actual.out) != withoutAddresses(expected.out))
        qInfo("standard error: %s", told.constData());
    QCOMPARE(withoutAddresses(actual.out), withoutAddresses(expected.out));
    // The playground may add remarks of its own behind the program's last words.
    const QByteArray lastWords = withoutAddresses(lastLine(expected.err));
    QVERIFY2(withoutAddresses(actual.err).contains(lastWords), qPrintable(u"not said: “%1”, but: “%2”"_s.arg(
        QString::fromUtf8(lastWords), QString::fromUtf8(told))));
}

QTEST_GUILESS_MAIN(ProgramsTest)
#include "tst_programs.moc"
