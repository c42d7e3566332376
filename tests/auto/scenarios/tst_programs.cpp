// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "processpool.h"

#include <QDir>
#include <QHash>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

QString shown(const QByteArray &text)
{
    return QString::fromUtf8(text.right(3000));
}

/// The first line in which two texts differ.
QString firstDifference(const QByteArray &expected, const QByteArray &actual)
{
    const QList<QByteArray> left = expected.split('\n');
    const QList<QByteArray> right = actual.split('\n');
    qsizetype line = 0;
    while (line < left.size() && line < right.size() && left.at(line) == right.at(line))
        ++line;
    return u"line %1 is “%2” instead of “%3”"_s.arg(QString::number(line + 1),
                                                    line < right.size() ? shown(right.at(line)) : u"missing"_s,
                                                    line < left.size() ? shown(left.at(line)) : u"nothing"_s);
}

/// What a person would notice between the two runs; empty for nothing.
QString differenceOf(const Ran &expected, const Ran &actual)
{
    if (expected.hung)
        return u"the program does not end under CPython either"_s;
    if (actual.hung)
        return u"it does not end; standard output: %1; standard error: %2"_s.arg(shown(actual.out), shown(actual.err));
    if (actual.exitCode != expected.exitCode) {
        return u"exit code %1 instead of %2; standard error: %3"_s.arg(
            QString::number(actual.exitCode), QString::number(expected.exitCode), shown(actual.err));
    }
    const QByteArray wanted = withoutAddresses(expected.out);
    const QByteArray got = withoutAddresses(actual.out);
    if (got != wanted)
        return firstDifference(wanted, got) + u"; standard error: "_s + shown(actual.err);
    // The playground may add remarks of its own behind the program's last words.
    const QByteArray lastWords = withoutAddresses(lastLine(expected.err));
    if (!withoutAddresses(actual.err).contains(lastWords))
        return u"not said: “%1”, but: “%2”"_s.arg(shown(lastWords), shown(actual.err));
    return {};
}

} // namespace

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
    ProcessPool m_pool{3};
    QHash<QString, Pair> m_pairs;
};

QStringList ProgramsTest::programs()
{
    QStringList names =
        QDir(sourcePath(u"tests/auto/scenarios/programs"_s)).entryList({u"*.py"_s}, QDir::Files, QDir::Name);
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
        m_pairs.insert(name,
                       {m_pool.add(systemPython(), {path}, input),
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
    const Pair pair = m_pairs.value(name);
    QString difference = differenceOf(m_pool.result(pair.reference), m_pool.result(pair.ours));
    if (!difference.isEmpty()) {
        qWarning("a second try, by itself: %s", qPrintable(difference));
        const Ran reference = m_pool.again(pair.reference);
        difference = differenceOf(reference, m_pool.again(pair.ours));
    }
    QVERIFY2(difference.isEmpty(), qPrintable(difference));
}

QTEST_GUILESS_MAIN(ProgramsTest)
#include "tst_programs.moc"
