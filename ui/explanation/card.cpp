// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/explanation/card.h"

#include "ui/explanation/textview.h"
#include "ui/theme/appearance.h"

#include <QPainter>
#include <QVBoxLayout>

namespace Playground {

Card::Card(Appearance *appearance, ColorRole ground, QWidget *parent)
    : QFrame(parent)
    , m_appearance(appearance)
    , m_ground(ground)
    , m_content(new QVBoxLayout(this))
{
    connect(appearance, &Appearance::changed, this, &Card::applyAppearance);
    applyAppearance();
}

void Card::applyAppearance()
{
    const auto px = [this](double length) { return m_appearance->px(length); };
    m_content->setContentsMargins(px(12), px(9), px(12), px(12));
    m_content->setSpacing(px(8));
    update();
}

void Card::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(m_appearance->color(ColorRole::Border));
    painter.setBrush(m_appearance->color(m_ground));
    const double radius = m_appearance->px(7);
    painter.drawRoundedRect(QRectF(rect()).adjusted(TextBleed + 0.5, 0.5, -TextBleed - 0.5, -0.5), radius, radius);
}

} // namespace Playground
