// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QProcess>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

/// What a program prints, by the name of the case that it belongs to.
QMap<QString, QStringList> outputOf(const QString &program, const QStringList &arguments)
{
    QProcess process;
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"ASYNC_PLAYGROUND_CLOCK"_s, u"instant"_s);
    process.setProcessEnvironment(environment);
    process.start(program, arguments);
    process.closeWriteChannel();
    if (!process.waitForFinished(60'000) || process.exitStatus() != QProcess::NormalExit || process.exitCode() != 0)
        qWarning("%s: %s", qPrintable(program), process.readAllStandardError().constData());
    QMap<QString, QStringList> cases;
    QString current;
    const auto lines = QString::fromUtf8(process.readAllStandardOutput()).split(u'\n', Qt::SkipEmptyParts);
    for (const QString &line : lines) {
        if (line.startsWith("== "_L1))
            current = line.sliced(3);
        else
            cases[current] << line;
    }
    return cases;
}

} // namespace

/// The same programs in both languages do the same things in the same order at the same times: CPython's asyncio says
/// which.
class TestTwins : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_cpp = outputOf(QCoreApplication::applicationDirPath() + u"/asyncio_twin"_s, {});
        m_python = outputOf(u"/usr/bin/python3"_s, {QString::fromUtf8(TWIN_PROGRAM)});
        QVERIFY(m_python.size() >= 30);
        QCOMPARE(m_cpp.keys(), m_python.keys());
    }

    void theyDoTheSame_data()
    {
        QTest::addColumn<QString>("name");
        for (const QString &name : m_python.keys())
            QTest::addRow("%s", qPrintable(name)) << name;
    }

    void theyDoTheSame()
    {
        QFETCH(QString, name);
        QVERIFY(!m_python.value(name).isEmpty());
        QCOMPARE(m_cpp.value(name).join(u'\n'), m_python.value(name).join(u'\n'));
    }

private:
    QMap<QString, QStringList> m_cpp;
    QMap<QString, QStringList> m_python;
};

QTEST_GUILESS_MAIN(TestTwins)
#include "tst_twins.moc"
