// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/auto/gantt/story.h"
#include "translations/translations.h"
#include "ui/gantt/chartexport.h"

#include <QDir>
#include <QFile>
#include <QImage>
#include <QPainter>
#include <QRegularExpression>
#include <QSvgRenderer>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

#include <unistd.h>

using namespace Playground;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Trace::TaskId;
using Trace::WaitKind;

namespace {

/// A run that is in each state once, with a Chinese name in it.
const Timeline &tellAll(Story &story)
{
    const TaskId task = story.create(0s, u"主任务 <&>"_s, u"main"_s);
    Trace::Time at = 100ms;
    story.resume(at, task);
    for (const WaitKind kind :
         {WaitKind::Sleep, WaitKind::Task, WaitKind::Network, WaitKind::Queue, WaitKind::Thread, WaitKind::Other}) {
        at += 50ms;
        story.suspend(at, task, kind, {u"await 等待()"_s});
        at += 500ms;
        story.wake(at, task);
        at += 100ms;
        story.resume(at, task);
    }
    story.finish(at + 50ms, task, u"'完成'"_s);
    return story.end(at + 50ms);
}

QByteArray contentOf(const QString &fileName)
{
    QFile file(fileName);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QStringList textsOf(const QByteArray &svg)
{
    QStringList texts;
    QXmlStreamReader xml(svg);
    while (!xml.atEnd()) {
        if (xml.readNext() == QXmlStreamReader::StartElement && xml.name() == u"text")
            texts << xml.readElementText();
    }
    return xml.hasError() ? QStringList{xml.errorString()} : texts;
}

} // namespace

class ChartExportTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QVERIFY(m_folder.isValid());
        QVERIFY(installLanguage(u"en"));
    }

    void aPngOpensAtTwiceTheResolution()
    {
        const QString fileName = path(u"chart.png"_s);
        QCOMPARE(write(fileName), std::nullopt);
        const QImage image(fileName);
        QVERIFY(!image.isNull());
        QCOMPARE(image.width(), 2080);
        QCOMPARE(image.pixelColor(0, 0), QColor(Qt::white));
        QVERIFY(hasColor(image, QColor(0x2563EB)));
        QVERIFY(hasColor(image, QColor(0xC7D3E6)));
    }

    void theDarkThemeIsDark()
    {
        const QString fileName = path(u"dark.png"_s);
        ChartOptions options;
        options.theme = Theme::Dark;
        QCOMPARE(write(fileName, options), std::nullopt);
        QCOMPARE(QImage(fileName).pixelColor(0, 0), QColor(0x1E2127));
    }

    void theSizeCanBeChosen()
    {
        const QString fileName = path(u"size.png"_s);
        ChartOptions options;
        options.size = {700, 300};
        QCOMPARE(write(fileName, options), std::nullopt);
        QCOMPARE(QImage(fileName).size(), QSize(1400, 600));
    }

    void anSvgOpensWithItsTextsWhole()
    {
        const QString fileName = path(u"chart.svg"_s);
        QVERIFY(installLanguage(u"zh_CN"));
        QCOMPARE(write(fileName), std::nullopt);
        const QByteArray svg = contentOf(fileName);
        QSvgRenderer renderer(svg);
        QVERIFY(renderer.isValid());
        QCOMPARE(renderer.viewBox().width(), 1040);
        const QStringList texts = textsOf(svg);
        QVERIFY2(texts.contains(u"主任务 <&>"_s), qPrintable(texts.join(u" | "_s)));
        QVERIFY2(texts.contains(u"✓ 4.05 s · '完成'"_s), qPrintable(texts.join(u" | "_s)));
        QVERIFY(texts.contains(u"事件循环"_s));
    }

    void vectorFilesHoldNoBitmapsAndAreSmall()
    {
        const QString svg = path(u"small.svg"_s);
        const QString pdf = path(u"small.pdf"_s);
        QCOMPARE(write(svg), std::nullopt);
        QCOMPARE(write(pdf), std::nullopt);
        QVERIFY(!contentOf(svg).contains("<image"));
        QVERIFY(!contentOf(pdf).contains("/Subtype /Image"));
        QVERIFY2(contentOf(svg).size() < 60'000, qPrintable(QString::number(contentOf(svg).size())));
        QVERIFY2(contentOf(pdf).size() < 100'000, qPrintable(QString::number(contentOf(pdf).size())));
    }

    void everyStateIsDrawnInItsColorAndPattern_data()
    {
        QTest::addColumn<ChartState>("state");
        for (int i = 0; i < ChartStates; ++i)
            QTest::addRow("state %d", i) << ChartState(i);
    }

    void everyStateIsDrawnInItsColorAndPattern()
    {
        QFETCH(ChartState, state);
        const StateStyle style = stateStyle(Theme::Light, state);
        QCOMPARE(write(path(u"states.svg"_s)), std::nullopt);
        QCOMPARE(write(path(u"states.png"_s)), std::nullopt);
        const QByteArray svg = contentOf(path(u"states.svg"_s));
        QVERIFY(svg.contains("fill=\"" + style.fill.name().toLatin1() + '"'));
        QVERIFY(style.pattern == Pattern::Solid || svg.contains("stroke=\"" + style.ink.name().toLatin1() + '"'));
        QVERIFY(hasColor(QImage(path(u"states.png"_s)), style.fill));
        for (int i = 0; i < ChartStates; ++i)
            QVERIFY(ChartState(i) == state || stateStyle(Theme::Light, ChartState(i)).pattern != style.pattern);
    }

    void anSvgLooksLikeThePng()
    {
        QCOMPARE(write(path(u"same.svg"_s)), std::nullopt);
        QCOMPARE(write(path(u"same.png"_s)), std::nullopt);
        const QImage png(path(u"same.png"_s));
        QImage fromSvg(png.size(), QImage::Format_RGB32);
        fromSvg.fill(Qt::black);
        QPainter painter(&fromSvg);
        QSvgRenderer(path(u"same.svg"_s)).render(&painter);
        painter.end();
        qint64 different = 0;
        for (int y = 0; y < png.height(); ++y) {
            for (int x = 0; x < png.width(); ++x) {
                if (std::abs(qGray(png.pixel(x, y)) - qGray(fromSvg.pixel(x, y))) > 48)
                    ++different;
            }
        }
        // Letters are set a little differently; bars and patterns are not.
        QVERIFY2(different < png.width() * png.height() / 40, qPrintable(QString::number(different)));
    }

    void aPdfIsOnePageOfTheChartsSize()
    {
        const QString fileName = path(u"chart.PDF"_s);
        QCOMPARE(write(fileName), std::nullopt);
        const QByteArray pdf = contentOf(fileName);
        QVERIFY(pdf.startsWith("%PDF-1."));
        QVERIFY(pdf.trimmed().endsWith("%%EOF"));
        static const QRegularExpression mediaBox(u"/MediaBox \\[0 0 ([\\d.]+) ([\\d.]+)\\]"_s);
        auto boxes = mediaBox.globalMatch(QString::fromLatin1(pdf));
        QVERIFY(boxes.hasNext());
        QCOMPARE(boxes.next().captured(1).toDouble(), 780.0); // 1040 pixels of 1/96 inch in points
        QVERIFY(!boxes.hasNext());
    }

    void twoWritesAreAlike()
    {
        QCOMPARE(write(path(u"one.svg"_s)), std::nullopt);
        QCOMPARE(write(path(u"two.svg"_s)), std::nullopt);
        QCOMPARE(contentOf(path(u"one.svg"_s)), contentOf(path(u"two.svg"_s)));
    }

    void anUnknownEndingIsRefused_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("another format") << u"chart.jpg"_s;
        QTest::newRow("none") << u"chart"_s;
        QTest::newRow("empty") << QString();
    }

    void anUnknownEndingIsRefused()
    {
        QFETCH(QString, name);
        const QString fileName = name.isEmpty() ? name : path(name);
        const auto message = write(fileName);
        QVERIFY(message);
        QVERIFY2(message->contains(u"the name must end in .svg, .png or .pdf"_s), qPrintable(*message));
        QVERIFY(name.isEmpty() || !QFile::exists(fileName));
    }

    void aMissingFolderIsNamedAsTheReason()
    {
        const auto message = write(path(u"nowhere/chart.png"_s));
        QCOMPARE(
            message,
            u"%1 could not be written: the folder %2 does not exist."_s.arg(path(u"nowhere/chart.png"_s), path(u"nowhere"_s)));
    }

    void aFolderIsNoFile()
    {
        const QString folder = path(u"folder.svg"_s);
        QVERIFY(QDir().mkpath(folder));
        const auto message = write(folder);
        QVERIFY(message);
        QVERIFY2(message->contains(u"it is a folder"_s), qPrintable(*message));
    }

    void aFolderThatIsNotOpenForWritingIsNamedAsTheReason()
    {
        if (::geteuid() == 0)
            QSKIP("the superuser may write everywhere");
        const QString folder = path(u"closed"_s);
        QVERIFY(QDir().mkpath(folder));
        QVERIFY(QFile::setPermissions(folder, QFile::ReadOwner | QFile::ExeOwner));
        const auto message = write(folder + u"/chart.pdf"_s);
        QFile::setPermissions(folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        QVERIFY(message);
        QVERIFY2(message->contains(u"permission denied"_s), qPrintable(*message));
    }

    void aFullDiskIsNamedAsTheReason()
    {
        if (!QFile::exists(u"/dev/full"_s))
            QSKIP("this system has no device that is always full");
        for (const QString &name : {u"full.svg"_s, u"full.png"_s, u"full.pdf"_s}) {
            QVERIFY(QFile::link(u"/dev/full"_s, path(name)));
            const auto message = write(path(name));
            QVERIFY(message);
            QVERIFY2(message->contains(u"there is no space left"_s), qPrintable(*message));
        }
    }

    void whatWentWrongIsToldInChinese()
    {
        QVERIFY(installLanguage(u"zh_CN"));
        QCOMPARE(write(path(u"nowhere/chart.png"_s)),
                 u"无法写入 %1：文件夹 %2 不存在。"_s.arg(path(u"nowhere/chart.png"_s), path(u"nowhere"_s)));
    }

    void aFailedWriteKeepsTheOldFile()
    {
        const QString fileName = path(u"kept.png"_s);
        QCOMPARE(write(fileName), std::nullopt);
        const QByteArray before = contentOf(fileName);
        ChartOptions options;
        options.size = {1e6, 1e6}; // no picture can be so large
        const auto message = write(fileName, options);
        QVERIFY(message);
        QVERIFY2(message->contains(u"the picture is too large"_s), qPrintable(*message));
        QCOMPARE(contentOf(fileName), before);
    }

private:
    QString path(const QString &name) const { return m_folder.filePath(name); }

    static std::optional<QString> write(const QString &fileName, const ChartOptions &options = {})
    {
        Story story(u"all.py"_s);
        return writeChart(tellAll(story), fileName, options);
    }

    static bool hasColor(const QImage &image, const QColor &color)
    {
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x) {
                if (image.pixelColor(x, y) == color)
                    return true;
            }
        }
        return false;
    }

    QTemporaryDir m_folder;
};

QTEST_MAIN(ChartExportTest)
#include "tst_chartexport.moc"
