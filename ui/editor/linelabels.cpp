// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editor/linelabels.h"

#include "ui/theme/appearance.h"
#include "ui/theme/icons.h"

#include <QFontMetrics>
#include <QPainter>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Playground {

namespace {

/// Narrower than this, a message says nothing.
constexpr double LeastMessage = 140;

/// The width of a text in which figures change: as wide as with the widest of them, so that nothing trembles.
int steadyWidth(const QFontMetrics &metrics, QString text)
{
    for (QChar &c : text) {
        if (c.isDigit())
            c = u'0';
    }
    return metrics.horizontalAdvance(text);
}

ColorRole roleOf(MessageLevel level)
{
    return level == MessageLevel::Error ? ColorRole::Failed : ColorRole::Warning;
}

void paintChip(QPainter &painter, const QRectF &rect, qsizetype order, const QColor &surface)
{
    const ChipStyle style = chipStyle(order);
    painter.setPen(Qt::NoPen);
    painter.setBrush(style.fill);
    painter.drawRoundedRect(rect, 2, 2);
    if (style.ring) {
        const double inset = rect.width() / 4;
        painter.setBrush(surface);
        painter.drawRoundedRect(rect.adjusted(inset, inset, -inset, -inset), 1, 1);
    }
}

} // namespace

void LineLabels::layOut(const Appearance &appearance, double zoom, const std::vector<Place> &places,
                        const std::vector<LineMessage> &messages, const std::vector<LinePills> &pills)
{
    m_items.clear();
    m_font = appearance.font(TextRole::Small);
    m_font.setPixelSize(std::max(int(m_font.pixelSize() * zoom * 11 / 12), 6));
    const double scale = appearance.scale() * zoom;
    m_gap = int(14 * scale);
    m_padding = int(8 * scale);
    m_chip = int(7 * scale);
    const auto lineBelow = [](const auto &item, int line) { return item.line < line; };
    for (const Place &place : places) {
        int x = place.rect.left() + m_gap;
        const auto message = std::lower_bound(messages.begin(), messages.end(), place.line, lineBelow);
        if (message != messages.end() && message->line == place.line)
            x = addMessage(*message, place, x) + m_gap;
        const auto pill = std::lower_bound(pills.begin(), pills.end(), place.line, lineBelow);
        if (pill != pills.end() && pill->line == place.line)
            addPills(*pill, place, x);
    }
}

/// Behind the text, cut short at the edge; where hardly anything would be left of it, over the end of the text.
int LineLabels::addMessage(const LineMessage &message, const Place &place, int x)
{
    const QFontMetrics metrics(m_font);
    const int icon = metrics.ascent() + m_padding / 2;
    const int right = place.rect.right() - m_padding;
    const int wanted = icon + metrics.horizontalAdvance(message.text) + m_padding;
    const int least = std::min(wanted, int(LeastMessage) * metrics.ascent() / 11);
    Item item;
    item.kind = Item::Kind::Message;
    item.line = message.line;
    item.level = message.level;
    item.whole = message.text;
    item.isOverText = right - x < least;
    const int left = item.isOverText ? std::max(right - least, place.leftEdge) : x;
    item.text = metrics.elidedText(message.text, Qt::ElideRight, std::max(right - left - icon - m_padding, 0));
    const int width = icon + metrics.horizontalAdvance(item.text) + m_padding;
    item.rect = QRect(left, place.rect.top(), width, place.rect.height());
    m_items.push_back(item);
    return item.rect.right();
}

void LineLabels::addPills(const LinePills &pills, const Place &place, int x)
{
    const QFontMetrics metrics(m_font);
    const int height = std::min(metrics.height() + m_padding / 4, place.rect.height() - 2);
    const int top = place.rect.top() + (place.rect.height() - height) / 2;
    for (const TaskPill &pill : pills.tasks) {
        Item item;
        item.kind = pill.text.isEmpty() ? Item::Kind::Chip : Item::Kind::Pill;
        item.line = place.line;
        item.text = item.whole = pill.text;
        item.pill = pill;
        const int width =
            pill.text.isEmpty() ? m_chip + m_padding / 2 : m_padding * 5 / 2 + m_chip + steadyWidth(metrics, pill.text);
        item.rect = QRect(x, top, width, height);
        x += width + m_padding * 3 / 4;
        m_items.push_back(item);
    }
    if (pills.more == 0)
        return;
    Item item;
    item.kind = Item::Kind::More;
    item.line = place.line;
    item.text = item.whole = u"+%1"_s.arg(pills.more);
    item.rect = QRect(x, top, metrics.horizontalAdvance(item.text) + m_padding, height);
    m_items.push_back(item);
}

void LineLabels::paint(QPainter &painter, const Appearance &appearance, const QRegion &region) const
{
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(m_font);
    const QColor surface = appearance.color(ColorRole::Surface);
    for (const Item &item : m_items) {
        if (!region.intersects(item.rect))
            continue;
        const QRectF box = QRectF(item.rect).adjusted(0.5, 0.5, -0.5, -0.5);
        switch (item.kind) {
        case Item::Kind::Message: {
            const QColor color = appearance.color(roleOf(item.level));
            if (item.isOverText) {
                painter.setPen(Qt::NoPen);
                painter.setBrush(surface);
                painter.drawRect(item.rect.adjusted(-m_padding / 2, 0, m_padding, 0));
            }
            const int side = painter.fontMetrics().ascent();
            const QRectF icon(item.rect.left(), item.rect.top() + (item.rect.height() - side) / 2.0, side, side);
            paintIcon(painter, item.level == MessageLevel::Error ? Icon::Error : Icon::Warning, icon, color);
            painter.setPen(color);
            painter.drawText(item.rect.adjusted(side + m_padding / 2, 0, 0, 0), Qt::AlignVCenter, item.text);
            break;
        }
        case Item::Kind::Pill: {
            const QColor border = item.pill.isSelected ? appearance.color(ColorRole::Accent)
                : item.pill.isAlarm                    ? appearance.color(ColorRole::Alarm)
                                                       : appearance.color(ColorRole::Border);
            painter.setPen(QPen(border, item.pill.isSelected || item.pill.isAlarm ? 1.5 : 1));
            painter.setBrush(surface);
            painter.drawRoundedRect(box, box.height() / 2, box.height() / 2);
            const QRectF chip(item.rect.left() + m_padding, box.center().y() - m_chip / 2.0, m_chip, m_chip);
            paintChip(painter, chip, item.pill.order, surface);
            painter.setPen(appearance.color(item.pill.isAlarm ? ColorRole::Warning : ColorRole::Muted));
            painter.drawText(item.rect.adjusted(m_padding * 3 / 2 + m_chip, 0, 0, 0), Qt::AlignVCenter, item.text);
            break;
        }
        case Item::Kind::Chip: {
            const double side = m_chip - 1;
            painter.setOpacity(item.pill.isSelected ? 1 : 0.75);
            paintChip(painter, {double(item.rect.left()), box.center().y() - side / 2, side, side}, item.pill.order,
                      surface);
            painter.setOpacity(1);
            break;
        }
        case Item::Kind::More:
            painter.setPen(appearance.color(ColorRole::Muted));
            painter.drawText(item.rect, Qt::AlignVCenter, item.text);
            break;
        }
    }
}

Trace::TaskId LineLabels::taskAt(const QPoint &position) const
{
    for (const Item &item : m_items) {
        const bool isTask = item.kind == Item::Kind::Pill || item.kind == Item::Kind::Chip;
        if (isTask && item.rect.contains(position))
            return item.pill.task;
    }
    return {};
}

QString LineLabels::messageAt(const QPoint &position) const
{
    for (const Item &item : m_items) {
        if (item.kind == Item::Kind::Message && item.rect.contains(position))
            return item.whole;
    }
    return {};
}

QStringList LineLabels::textsOf(int line) const
{
    QStringList texts;
    for (const Item &item : m_items) {
        if (item.line == line)
            texts << item.whole;
    }
    return texts;
}

QRect LineLabels::pillRect(Trace::TaskId task) const
{
    for (const Item &item : m_items) {
        if (item.kind == Item::Kind::Pill && item.pill.task == task)
            return item.rect;
    }
    return {};
}

} // namespace Playground
