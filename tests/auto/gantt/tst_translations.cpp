// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "translations/translations.h"

#include <QCoreApplication>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

using namespace Playground;
using namespace Qt::StringLiterals;

namespace {

/// Reads a translation to its end. Unfinished is what is marked so, and what holds nothing.
bool isUnfinished(QXmlStreamReader &xml)
{
    const bool isMarked = xml.attributes().hasAttribute("type"_L1);
    const QString text = xml.readElementText(QXmlStreamReader::IncludeChildElements);
    return isMarked || text.isEmpty();
}

/// Texts of a translation file that are not translated, with their contexts.
QStringList unfinishedIn(const QString &fileName)
{
    QFile file(fileName);
    if (!file.open(QIODevice::ReadOnly))
        return {file.errorString()};
    QStringList unfinished;
    QString context;
    QString source;
    QXmlStreamReader xml(&file);
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        if (xml.name() == u"name")
            context = xml.readElementText();
        else if (xml.name() == u"source")
            source = xml.readElementText();
        else if (xml.name() == u"translation" && isUnfinished(xml))
            unfinished << context + u": "_s + source;
    }
    if (xml.hasError())
        unfinished << xml.errorString();
    return unfinished;
}

} // namespace

class TranslationsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyTextIsTranslated_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<QStringList>("options");
        QTest::newRow("zh_CN") << u"zh_CN"_s << QStringList{};
        QTest::newRow("en, plurals") << u"en"_s << QStringList{u"-pluralonly"_s};
    }

    void everyTextIsTranslated()
    {
        QFETCH(QString, language);
        QFETCH(QStringList, options);
        QTemporaryDir folder;
        QVERIFY(folder.isValid());
        const QString source = qEnvironmentVariable("PLAYGROUND_SOURCE");
        const QString name = u"async-playground_%1.ts"_s.arg(language);
        QVERIFY(QFile::copy(source + u"/translations/"_s + name, folder.filePath(name)));

        QProcess lupdate;
        lupdate.setWorkingDirectory(source);
        lupdate.start(QStringLiteral(PLAYGROUND_LUPDATE),
                      options
                          + QStringList{u"-silent"_s, u"-locations"_s, u"none"_s, u"-no-obsolete"_s, u"-I"_s, u"."_s,
                                        u"-extensions"_s, u"cpp,h"_s, u"core"_s, u"ui"_s, u"app"_s, u"-ts"_s,
                                        folder.filePath(name)});
        QVERIFY2(lupdate.waitForFinished(60'000), qPrintable(lupdate.errorString()));
        QCOMPARE(lupdate.exitCode(), 0);
        const QStringList unfinished = unfinishedIn(folder.filePath(name));
        QVERIFY2(unfinished.isEmpty(), qPrintable(u"not translated: "_s + unfinished.join(u" | "_s)));
    }

    void languagesReplaceOneAnother()
    {
        const auto tasks = [](int n) { return QCoreApplication::translate("Chart", "%n task(s)", nullptr, n); };
        QVERIFY(installLanguage(u"zh_CN"));
        QCOMPARE(tasks(3), u"3 个任务"_s);
        QVERIFY(installLanguage(u"en"));
        QCOMPARE(tasks(1), u"1 task"_s);
        QCOMPARE(tasks(3), u"3 tasks"_s);
        QCOMPARE(QCoreApplication::translate("Chart", "event loop"), u"event loop"_s);
        QVERIFY(installLanguage(u"zh_CN"));
        QCOMPARE(QCoreApplication::translate("Chart", "event loop"), u"事件循环"_s);
    }

    void aLanguageThatThereIsNotChangesNothing()
    {
        QVERIFY(installLanguage(u"zh_CN"));
        QVERIFY(!installLanguage(u"tlh"));
        QVERIFY(!installLanguage(u""));
        QCOMPARE(QCoreApplication::translate("Chart", "event loop"), u"事件循环"_s);
    }
};

QTEST_GUILESS_MAIN(TranslationsTest)
#include "tst_translations.moc"
