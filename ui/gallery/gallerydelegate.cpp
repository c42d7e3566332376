// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/gallery/gallerydelegate.h"
#include "ui/theme/appearance.h"

#include <QAbstractItemView>
#include <QFontMetrics>
#include <QPainter>

#include <algorithm>

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
        paintBackground(painter, option, line, index.data(GalleryModel::OpenRole).toBool());
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
    painter->drawText(line.left(), baselineIn(line, metrics), metrics.elidedText(title, Qt::ElideRight, line.width()));
}

void GalleryDelegate::paintBackground(QPainter *painter, const QStyleOptionViewItem &option, const QRect &rect,
                                      bool isOpen) const
{
    const double radius = m_appearance->px(Radius);
    painter->setPen(Qt::NoPen);
    if (isOpen || option.state.testFlag(QStyle::State_MouseOver)) {
        painter->setBrush(m_appearance->color(isOpen ? ColorRole::Selection : ColorRole::Hover));
        painter->drawRoundedRect(rect, radius, radius);
    }
    const auto *view = qobject_cast<const QAbstractItemView *>(option.widget);
    if (!m_isCursorShown || !view || view->currentIndex() != option.index)
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
    const QString title = index.data().toString();
    const QString hint = index.data(GalleryModel::HintRole).toString();
    const QFont titleFont = m_appearance->font(isOpen ? TextRole::Strong : TextRole::Body);
    const QFont hintFont = m_appearance->font(TextRole::Small);
    const QFontMetrics titleMetrics(titleFont);
    const QFontMetrics hintMetrics(hintFont);
    const int dot = m_appearance->px(Dot);
    const int mark = isEdited ? 2 * dot : 0;
    const LineWidths widths =
        shareWidth(rect.width() - mark, titleMetrics.horizontalAdvance(title), hintMetrics.horizontalAdvance(hint),
                   m_appearance->px(Gap), m_appearance->px(ShortestHint));
    const int baseline = baselineIn(rect, titleMetrics);

    painter->setFont(titleFont);
    painter->setPen(m_appearance->color(isOpen ? ColorRole::Accent : ColorRole::Text));
    painter->drawText(rect.left(), baseline, titleMetrics.elidedText(title, Qt::ElideRight, widths.title));
    painter->setFont(hintFont);
    painter->setPen(m_appearance->color(ColorRole::Muted));
    const QString shownHint = widths.hint > 0 ? hintMetrics.elidedText(hint, Qt::ElideRight, widths.hint) : QString();
    painter->drawText(rect.right() + 1 - hintMetrics.horizontalAdvance(shownHint), baseline, shownHint);
    if (!isEdited)
        return;
    painter->setPen(Qt::NoPen);
    painter->setBrush(m_appearance->color(ColorRole::Accent));
    const double middle = baseline - titleMetrics.xHeight() / 2.0;
    painter->drawEllipse(QRectF(rect.left() + widths.title + dot, middle - dot / 2.0, dot, dot));
}

} // namespace Playground
