// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/gallery/searchfield.h"
#include "ui/theme/appearance.h"
#include "ui/theme/icons.h"

#include <QFontMetrics>
#include <QPainter>

namespace Playground {
namespace {

constexpr double IconSize = 14;
constexpr double Padding = 8;

} // namespace

SearchField::SearchField(Appearance *appearance, QWidget *parent)
    : QLineEdit(parent)
    , m_appearance(appearance)
{
    connect(appearance, &Appearance::changed, this, &SearchField::arrange);
    connect(this, &QLineEdit::textChanged, this, &SearchField::arrange);
    arrange();
}

void SearchField::setShortcutHint(const QKeySequence &shortcut)
{
    m_shortcut = shortcut;
    arrange();
}

void SearchField::setPrompt(const QString &prompt, const QString &shortPrompt)
{
    m_prompt = prompt;
    m_shortPrompt = shortPrompt;
    setAccessibleName(prompt);
    arrange();
}

void SearchField::paintEvent(QPaintEvent *event)
{
    QLineEdit::paintEvent(event);
    QPainter painter(this);
    const int padding = m_appearance->px(Padding);
    const int icon = m_appearance->px(IconSize);
    const QColor muted = m_appearance->color(ColorRole::Muted);
    paintIcon(painter, Icon::Search, QRectF(padding, (height() - icon) / 2.0, icon, icon), muted);
    if (!text().isEmpty() || !m_hasRoomForHint)
        return;
    painter.setFont(m_appearance->font(TextRole::Small));
    painter.setPen(muted);
    painter.drawText(rect().adjusted(0, 0, -padding, 0), Qt::AlignRight | Qt::AlignVCenter, shortcutText());
}

void SearchField::resizeEvent(QResizeEvent *event)
{
    QLineEdit::resizeEvent(event);
    arrange();
}

/// Room for the icon at the left and, where it fits, for the keys at the right.
void SearchField::arrange()
{
    const int padding = m_appearance->px(Padding);
    const int left = m_appearance->px(IconSize) + padding;
    const QFontMetrics words(m_appearance->font(TextRole::Body));
    const QFontMetrics keys(m_appearance->font(TextRole::Small));
    const int hint = keys.horizontalAdvance(shortcutText()) + padding;
    const int room = width() - 2 * padding - left - m_appearance->px(4);
    const bool isLong = words.horizontalAdvance(m_prompt) <= room;
    setPlaceholderText(isLong ? m_prompt : m_shortPrompt);
    m_hasRoomForHint = words.horizontalAdvance(placeholderText()) + hint <= room;
    setTextMargins(left, 0, m_hasRoomForHint && text().isEmpty() ? hint : 0, 0);
    update();
}

QString SearchField::shortcutText() const
{
    return m_shortcut.toString(QKeySequence::NativeText);
}

} // namespace Playground
