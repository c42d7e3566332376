// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/gantt/screenpainter.h"

#include "ui/gantt/barpattern.h"
#include "ui/gantt/chartfonts.h"
#include "ui/gantt/chartreplay.h"
#include "ui/gantt/lanebars.h"

#include <QImage>
#include <QPainter>
#include <QPainterPath>
#include <QTextLayout>

#include <cmath>
#include <utility>

namespace Playground {

namespace {

constexpr qsizetype MostTexts = 4000;
constexpr qsizetype MostFillings = 400;
constexpr int MostPeriods = 24;
constexpr double SmoothFrom = 28; // pixels: of narrower bars there may be thousands; their corners are cut, not rounded

/// How many periods of a pattern make a whole number of pixels, as nearly as can be.
int periodsOf(double period)
{
    int best = 1;
    double bestError = 1;
    for (int count = 1; count <= MostPeriods; ++count) {
        const double width = count * period;
        const double error = std::abs(width - std::round(width)) / width;
        if (error < bestError - 1e-9) {
            best = count;
            bestError = error;
        }
    }
    return best;
}

/// One tile of a bar's filling, `height` pixels of the device high.
QImage tileOf(const StateStyle &style, double scale, int height)
{
    const double period = patternPeriod(style.pattern);
    const int periods = periodsOf(period * scale);
    const int width = std::max(1, int(std::lround(periods * period * scale)));
    QImage tile(width, height, QImage::Format_RGB32);
    tile.fill(style.fill);
    QPainter painter(&tile);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.scale(width / (periods * period), scale);
    // Drawn beyond both edges, so that what crosses an edge goes on at the other.
    const double margin = std::max(period, 3.0) * 4;
    const double first = -std::ceil(margin / period) * period;
    QPainterPath lines;
    addPattern(lines, QRectF(first, 0, periods * period - 2 * first, height / scale), style.pattern);
    painter.setPen(patternPen(style));
    painter.drawPath(lines);
    return tile;
}

} // namespace

class ScreenReplay : public ChartReplay {
public:
    using ChartReplay::operator();

    ScreenReplay(QPainter &painter, ScreenPainter &screen)
        : ChartReplay(painter, screen.m_theme, screen.m_contrast)
        , m_screen(screen)
    {
    }

    void operator()(const Bar &bar)
    {
        const QRectF &rect = bar.rect;
        const bool isOutlined = stateStyle(m_theme, bar.state, m_contrast).pattern == Pattern::Outlined;
        const int pixels = std::max(1, int(std::lround(rect.height() * m_screen.m_scale)));
        const QBrush &brush = m_screen.filling(bar.state, pixels).brush;
        m_painter.setBrushOrigin(QPointF(m_screen.m_origin, rect.top()));
        if (rect.width() >= SmoothFrom && rect.height() >= RoundedFrom) {
            m_painter.setPen(Qt::NoPen);
            m_painter.setBrush(brush);
            m_painter.drawRoundedRect(rect, BarRadius, BarRadius);
        } else {
            m_painter.setRenderHint(QPainter::Antialiasing, false);
            if (rect.width() >= RoundedFrom && rect.height() >= RoundedFrom) {
                m_painter.fillRect(rect.adjusted(1, 0, -1, 0), brush);
                m_painter.fillRect(QRectF(rect.left(), rect.top() + 1, 1, rect.height() - 2), brush);
                m_painter.fillRect(QRectF(rect.right() - 1, rect.top() + 1, 1, rect.height() - 2), brush);
            } else {
                m_painter.fillRect(rect, brush);
            }
            m_painter.setRenderHint(QPainter::Antialiasing, true);
        }
        if (isOutlined)
            drawOutline(bar);
    }

    void operator()(const MixedBar &bar)
    {
        const double scale = m_screen.m_scale;
        const auto left = int(std::lround(bar.rect.left() * scale));
        const auto right = int(std::lround(bar.rect.right() * scale));
        const auto height = int(std::lround(bar.rect.height() * scale));
        if (right <= left || height < 1)
            return;
        const QPointF place(left / scale, std::round(bar.rect.top() * scale) / scale);
        m_painter.drawImage(place, m_screen.imageOf(bar, left, right, height));
    }

    void operator()(const TextRun &text)
    {
        m_painter.setPen(color(text.color));
        if (!text.isCounting) {
            draw(text.font, text.baseline, text.text);
            return;
        }
        forEachCountingPart(text, [&](QPointF baseline, const QString &part) { draw(text.font, baseline, part); });
    }

private:
    void drawOutline(const Bar &bar)
    {
        m_painter.setPen(patternPen(stateStyle(m_theme, bar.state, m_contrast)));
        m_painter.setBrush(Qt::NoBrush);
        m_painter.drawRect(bar.rect.adjusted(0.5, 0.5, -0.5, -0.5));
    }

    void draw(FontRole font, QPointF baseline, const QString &text)
    {
        const ScreenPainter::Shaped &shaped = m_screen.shaped(font, text);
        for (const QGlyphRun &run : shaped.runs)
            m_painter.drawGlyphRun(baseline - QPointF(0, shaped.ascent), run);
    }

    ScreenPainter &m_screen;
};

void ScreenPainter::begin(Theme theme, Contrast contrast, double scale, double origin)
{
    if (theme != m_theme || contrast != m_contrast || scale != m_scale || m_fillings.size() > MostFillings)
        m_fillings.clear();
    if (m_shaped.size() > MostTexts)
        m_shaped.clear();
    m_theme = theme;
    m_contrast = contrast;
    m_scale = scale;
    // In whole pixels of the device, and near: textures are drawn fastest and sharpest there.
    m_origin = std::round(std::fmod(origin, 6000.0) * scale) / scale;
}

void ScreenPainter::paint(QPainter &painter, const std::vector<DisplayItem> &items)
{
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    ScreenReplay replay(painter, *this);
    for (const DisplayItem &item : items)
        std::visit(replay, item);
}

const ScreenPainter::Filling &ScreenPainter::filling(ChartState state, int pixels)
{
    const std::pair<int, int> key(int(state), pixels);
    if (const auto known = m_fillings.constFind(key); known != m_fillings.cend())
        return *known;
    const StateStyle style = stateStyle(m_theme, state, m_contrast);
    const bool isPlain = style.pattern == Pattern::Solid || style.pattern == Pattern::Outlined;
    Filling filling{QBrush(style.fill), {}, style.fill.rgb()};
    if (!isPlain) {
        filling.tile = tileOf(style, m_scale, pixels);
        filling.brush = QBrush(filling.tile);
        filling.brush.setTransform(QTransform::fromScale(1 / m_scale, 1 / m_scale));
    }
    return *m_fillings.insert(key, filling);
}

/// The bar from `left` to `right`, all in pixels of the device: written pixel by pixel, which is many times faster than
/// thousands of rectangles with textures.
QImage ScreenPainter::imageOf(const MixedBar &bar, int left, int right, int height)
{
    QImage image(right - left, height, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    auto *pixels = reinterpret_cast<QRgb *>(image.bits());
    const qsizetype stride = image.bytesPerLine() / qsizetype(sizeof(QRgb));
    const int origin = int(std::lround(m_origin * m_scale));
    for (const MixedBar::Column &column : bar.columns) {
        const int from = std::max(left, int(std::lround(column.left * m_scale)));
        const int to = std::min(right, int(std::lround(column.right * m_scale)));
        const auto rows = stackedRows(column.shares, height);
        int bottom = height;
        for (size_t state = 0; state < rows.size() && from < to; ++state) {
            if (rows[state] <= 0)
                continue;
            const Filling &filling = this->filling(ChartState(state), height);
            const int top = bottom - rows[state];
            for (int y = top; y < bottom; ++y) {
                QRgb *line = pixels + y * stride;
                if (filling.tile.isNull()) {
                    std::fill(line + (from - left), line + (to - left), filling.color);
                    continue;
                }
                const auto *tile = reinterpret_cast<const QRgb *>(filling.tile.constScanLine(y));
                const int width = filling.tile.width();
                int place = (from - origin) % width;
                place += place < 0 ? width : 0;
                for (int x = from; x < to; ++x) {
                    line[x - left] = tile[place] | 0xff000000U;
                    place = place + 1 == width ? 0 : place + 1;
                }
            }
            bottom = top;
        }
    }
    image.setDevicePixelRatio(m_scale);
    return image;
}

const ScreenPainter::Shaped &ScreenPainter::shaped(FontRole font, const QString &text)
{
    const std::pair<int, QString> key(int(font), text);
    if (const auto known = m_shaped.constFind(key); known != m_shaped.cend())
        return *known;
    QTextLayout layout(text, ChartFonts::font(font));
    layout.beginLayout();
    const QTextLine line = layout.createLine();
    layout.endLayout();
    return *m_shaped.insert(key, {layout.glyphRuns(), line.isValid() ? line.y() + line.ascent() : 0});
}

} // namespace Playground
