// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/gallery/gallerydelegate.h"
#include "ui/theme/appearance.h"

#include <QAbstractItemView>
#include <QFontMetrics>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace Playground {
namespace {

constexpr double LineHeight = 32;
constexpr double CaptionHeight = 28;
constexpr double CaptionSpace = 8; ///< above a caption that is not the first line
constexpr double Margin = 8; ///< beside the lines
constexpr double Padding = 8; ///< within them
constexpr double Gap = 12; ///< between title and hint
constexpr double ShortestHint = 36;
constexpr double Dot = 6;
constexpr double Radius = 7;

/// Words on one line, and how wide they are.
class Words {
public:
    Words(const QFont &font, const QString &text)
        : m_font(font)
        , m_text(text)
        , m_width(int(std::ceil(QFontMetricsF(font).horizontalAdvance(text))))
    {
    }

    const QFont &font() const { return m_font; }
    const QString &text() const { return m_text; }
    int width() const { return m_width; }
    /// Cut short where there is no more room.
    QString within(int room) const
    {
        return room >= m_width ? m_text : QFontMetricsF(m_font).elidedText(m_text, Qt::ElideRight, room);
    }

private:
    QFont m_font;
    QString m_text;
    int m_width;
};

/// Where the baseline of a font is to be so that its letters stand in the middle.
int baselineIn(const QRect &rect, const QFontMetrics &metrics)
{
    return rect.top() + (rect.height() + metrics.ascent() - metrics.descent()) / 2;
}

} // namespace

LineWidths shareWidth(int available, int title, int hint, int gap, int shortestHint)
{
    LineWidths widths{std::clamp(title, 0, std::max(available, 0)), 0};
    const int left = available - widths.title - gap;
    if (left >= std::min(hint, shortestHint))
        widths.hint = std::min(hint, left);
    return widths;
}

GalleryDelegate::GalleryDelegate(Appearance *appearance, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_appearance(appearance)
{
}

QSize GalleryDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const
{
    const bool isCaption = index.data(GalleryModel::CaptionRole).toBool();
    const double space = index.row() > 0 ? CaptionSpace : 0;
    return {0, m_appearance->px(isCaption ? CaptionHeight + space : LineHeight)};
}

void GalleryDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const int margin = m_appearance->px(Margin);
    const int padding = m_appearance->px(Padding);
    const QRect line = option.rect.adjusted(margin, 0, -margin, 0);
    const QRect words = line.adjusted(padding, 0, -padding, 0);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (index.data(GalleryModel::CaptionRole).toBool()) {
        paintCaption(painter, words, index.data().toString());
    } else {
        paintBackground(painter, option, line, index);
        paintLine(painter, words, index);
    }
    painter->restore();
}

void GalleryDelegate::paintCaption(QPainter *painter, const QRect &rect, const QString &title) const
{
    const QRect line(rect.left(), rect.bottom() + 1 - m_appearance->px(CaptionHeight), rect.width(),
                     m_appearance->px(CaptionHeight));
    painter->setFont(m_appearance->font(TextRole::Heading));
    painter->setPen(m_appearance->color(ColorRole::Muted));
    const QFontMetrics metrics(painter->font());
    painter->drawText(line.left(), baselineIn(line, metrics), Words(painter->font(), title).within(line.width()));
}

void GalleryDelegate::paintBackground(QPainter *painter, const QStyleOptionViewItem &option, const QRect &rect,
                                      const QModelIndex &index) const
{
    const bool isOpen = index.data(GalleryModel::OpenRole).toBool();
    const double radius = m_appearance->px(Radius);
    painter->setPen(Qt::NoPen);
    if (isOpen || option.state.testFlag(QStyle::State_MouseOver)) {
        painter->setBrush(m_appearance->color(isOpen ? ColorRole::Selection : ColorRole::Hover));
        painter->drawRoundedRect(rect, radius, radius);
    }
    const auto *view = qobject_cast<const QAbstractItemView *>(option.widget);
    if (!m_isCursorShown || !view || view->currentIndex() != index)
        return;
    const double width = m_appearance->px(1.5);
    painter->setBrush(Qt::NoBrush);
    painter->setPen(QPen(m_appearance->color(ColorRole::Accent), width));
    const QRectF inside = QRectF(rect).adjusted(width / 2, width / 2, -width / 2, -width / 2);
    painter->drawRoundedRect(inside, radius, radius);
}

void GalleryDelegate::paintLine(QPainter *painter, const QRect &rect, const QModelIndex &index) const
{
    const bool isOpen = index.data(GalleryModel::OpenRole).toBool();
    const bool isEdited = index.data(GalleryModel::EditedRole).toBool();
    const Words title(m_appearance->font(isOpen ? TextRole::Strong : TextRole::Body), index.data().toString());
    const Words hint(m_appearance->font(TextRole::Small), index.data(GalleryModel::HintRole).toString());
    const int dot = m_appearance->px(Dot);
    const LineWidths widths = shareWidth(rect.width() - (isEdited ? 2 * dot : 0), title.width(), hint.width(),
                                         m_appearance->px(Gap), m_appearance->px(ShortestHint));
    const int baseline = baselineIn(rect, QFontMetrics(title.font()));

    painter->setFont(title.font());
    painter->setPen(m_appearance->color(isOpen ? ColorRole::Accent : ColorRole::Text));
    painter->drawText(rect.left(), baseline, title.within(widths.title));
    painter->setFont(hint.font());
    painter->setPen(m_appearance->color(ColorRole::Muted));
    const Words shown(hint.font(), hint.within(widths.hint));
    painter->drawText(rect.right() + 1 - shown.width(), baseline, shown.text());
    if (!isEdited)
        return;
    painter->setPen(Qt::NoPen);
    painter->setBrush(m_appearance->color(ColorRole::Accent));
    const double middle = baseline - QFontMetricsF(title.font()).xHeight() / 2;
    painter->drawEllipse(QRectF(rect.left() + widths.title + dot, middle - dot / 2.0, dot, dot));
}

} // namespace Playground
