// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/gantt/chartexport.h"

#include "core/session/wholefile.h"
#include "ui/gantt/chartfonts.h"
#include "ui/gantt/chartpainter.h"

#include <QBuffer>
#include <QClipboard>
#include <QCoreApplication>
#include <QFileInfo>
#include <QGuiApplication>
#include <QImage>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>
#include <QSvgGenerator>
#include <QXmlStreamWriter>

using namespace Qt::StringLiterals;

namespace Playground {

namespace {

class ChartExport {
    Q_DECLARE_TR_FUNCTIONS(ChartExport)
};

constexpr int PixelsPerInch = 96;
constexpr int PictureScale = 2;

enum class Format { Svg, Png, Pdf };

std::optional<Format> formatOf(const QString &fileName)
{
    const QString suffix = QFileInfo(fileName).suffix().toLower();
    if (suffix == "svg"_L1)
        return Format::Svg;
    if (suffix == "png"_L1)
        return Format::Png;
    if (suffix == "pdf"_L1)
        return Format::Pdf;
    return std::nullopt;
}

/// The families as CSS has them.
QString cssFamilies(const QFont &font)
{
    QStringList families = font.families();
    for (QString &family : families) {
        if (family.contains(u' '))
            family = u"'%1'"_s.arg(family);
    }
    return families.join(u", "_s);
}

bool isMonospaced(FontRole role)
{
    return role == FontRole::Call;
}

/// Whoever has not got the first family takes another. Renderers that know only one family (Qt's own is such a one)
/// skip a rule for media and find that one with the text.
QString styleSheet()
{
    return u"@media all { .sans { font-family: %1 } .mono { font-family: %2 } }"_s.arg(
        cssFamilies(ChartFonts::font(FontRole::Name)), cssFamilies(ChartFonts::font(FontRole::Call)));
}

/// One element for one text. QSvgGenerator breaks a text wherever the font changes, which is between Chinese and Latin
/// letters: such a text can be neither searched nor read aloud, and falls apart in another font.
void writeText(QXmlStreamWriter &xml, const TextRun &text, Theme theme)
{
    const QFont font = ChartFonts::font(text.font);
    xml.writeStartElement(u"text"_s);
    xml.writeAttribute(u"class"_s, isMonospaced(text.font) ? u"mono"_s : u"sans"_s);
    xml.writeAttribute(u"x"_s, QString::number(text.baseline.x(), 'f', 1));
    xml.writeAttribute(u"y"_s, QString::number(text.baseline.y(), 'f', 1));
    // In another font it becomes no wider than here, and so covers nothing.
    xml.writeAttribute(u"textLength"_s, QString::number(text.width, 'f', 1));
    xml.writeAttribute(u"lengthAdjust"_s, u"spacingAndGlyphs"_s);
    xml.writeAttribute(u"font-family"_s, font.families().first());
    xml.writeAttribute(u"font-size"_s, QString::number(font.pixelSize()));
    xml.writeAttribute(u"font-weight"_s, QString::number(font.weight()));
    xml.writeAttribute(u"fill"_s, themeColor(theme, text.color).name());
    xml.writeCharacters(text.text);
    xml.writeEndElement();
}

QByteArray textElements(const DisplayList &list, Theme theme)
{
    QByteArray elements;
    QXmlStreamWriter xml(&elements);
    xml.setAutoFormatting(true);
    xml.writeTextElement(u"style"_s, styleSheet());
    for (const DisplayItem &item : list.items) {
        if (const auto *text = std::get_if<TextRun>(&item))
            writeText(xml, *text, theme);
    }
    return elements + '\n';
}

DisplayList withoutTexts(DisplayList list)
{
    std::erase_if(list.items, [](const DisplayItem &item) { return std::holds_alternative<TextRun>(item); });
    return list;
}

/// Nothing where the picture is too large to be drawn. What is beyond the first sheet there is no room for.
std::optional<QByteArray> drawSvg(const std::vector<Sheet> &sheets, Theme theme, const QString &title)
{
    const Sheet &sheet = sheets.front();
    const double margin = sheet.margin / sheet.scale;
    const QRectF whole = QRectF(QPointF(0, 0), sheet.list.size).adjusted(-margin, -margin, margin, margin);
    QBuffer buffer;
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setResolution(PixelsPerInch);
    generator.setSize(sheet.size().toSize());
    generator.setViewBox(whole);
    generator.setTitle(title);
    generator.setDescription(QString());
    QPainter painter;
    if (!painter.begin(&generator))
        return std::nullopt;
    if (margin > 0)
        painter.fillRect(whole, themeColor(theme, ColorRole::Surface));
    paintChart(painter, withoutTexts(sheet.list), theme); // no text is behind anything else
    painter.end();
    QByteArray svg = buffer.data();
    return svg.insert(svg.lastIndexOf("</svg>"), textElements(sheet.list, theme));
}

/// Nothing where it would be too large.
std::optional<QImage> imageOf(const Sheet &sheet, Theme theme)
{
    QImage image((sheet.size() * PictureScale).toSize(), QImage::Format_RGB32);
    QPainter painter;
    if (image.isNull() || !painter.begin(&image))
        return std::nullopt;
    painter.scale(PictureScale, PictureScale);
    paintSheet(painter, sheet, theme);
    painter.end();
    return image;
}

std::optional<QByteArray> drawPng(const std::vector<Sheet> &sheets, Theme theme, const QString &title)
{
    std::optional<QImage> drawn = imageOf(sheets.front(), theme);
    if (!drawn)
        return std::nullopt;
    QImage &image = *drawn;
    image.setText(u"Title"_s, title);
    image.setDotsPerMeterX(qRound(PixelsPerInch * PictureScale / 0.0254));
    image.setDotsPerMeterY(qRound(PixelsPerInch * PictureScale / 0.0254));
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    if (!image.save(&buffer, "PNG"))
        return std::nullopt;
    return buffer.data();
}

std::optional<QByteArray> drawPdf(const std::vector<Sheet> &sheets, Theme theme, const QString &title)
{
    constexpr int resolution = 1200;
    constexpr double pointsPerPixel = 72.0 / PixelsPerInch;
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setTitle(title);
    writer.setCreator(u"Async Playground"_s);
    writer.setResolution(resolution);
    writer.setPageSize(
        QPageSize(sheets.front().size() * pointsPerPixel, QPageSize::Point, QString(), QPageSize::ExactMatch));
    writer.setPageMargins(QMarginsF());
    QPainter painter;
    if (!painter.begin(&writer))
        return std::nullopt;
    painter.scale(double(resolution) / PixelsPerInch, double(resolution) / PixelsPerInch);
    for (const Sheet &sheet : sheets) {
        if (&sheet != &sheets.front() && !writer.newPage())
            return std::nullopt;
        paintSheet(painter, sheet, theme);
    }
    painter.end();
    return buffer.data();
}

std::optional<QByteArray> draw(const std::vector<Sheet> &sheets, Theme theme, const QString &title, Format format)
{
    switch (format) {
    case Format::Svg:
        return drawSvg(sheets, theme, title);
    case Format::Png:
        return drawPng(sheets, theme, title);
    case Format::Pdf:
        return drawPdf(sheets, theme, title);
    }
    Q_UNREACHABLE();
}

} // namespace

std::optional<QString> writeExport(const QByteArray &bytes, const QString &fileName)
{
    if (const auto failure = writeWholeFile(fileName, bytes))
        return ChartExport::tr("%1 could not be written: %2.").arg(fileName, failure->reason);
    return std::nullopt;
}

qsizetype mostSheetsIn(const QString &fileName)
{
    return formatOf(fileName) == Format::Pdf ? MostPdfPages : 1;
}

std::optional<QString> writeChart(const Timeline &timeline, const QString &fileName, const ChartOptions &options)
{
    return writeSheets(chartSheets(timeline, options, mostSheetsIn(fileName)).sheets, fileName, options.theme,
                       options.title.isEmpty() ? QFileInfo(timeline.run().program).fileName() : options.title);
}

std::optional<QString> writeSheets(const std::vector<Sheet> &sheets, const QString &fileName, Theme theme,
                                   const QString &title)
{
    const auto format = formatOf(fileName);
    if (!format)
        return ChartExport::tr("The chart could not be written to %1: the name must end in .svg, .png or .pdf.")
            .arg(fileName);
    const auto bytes = draw(sheets, theme, title, *format);
    if (!bytes)
        return ChartExport::tr("The chart could not be written to %1: the picture is too large.").arg(fileName);
    return writeExport(*bytes, fileName);
}

std::optional<QString> copyPicture(const DisplayList &list)
{
    const std::optional<QImage> image = imageOf({list}, Theme::Light);
    if (!image)
        return ChartExport::tr("The chart is too large to be copied as a picture. Export it as SVG or PDF instead.");
    QGuiApplication::clipboard()->setImage(*image);
    return std::nullopt;
}

} // namespace Playground
