// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/gantt/hovercard.h"

#include "ui/theme/appearance.h"

#include <QLabel>
#include <QPainter>
#include <QScreen>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Playground {

namespace {

constexpr int WidestCard = 420;
constexpr int Distance = 16; // from the pointer
constexpr int LineHeight = 19;

} // namespace

HoverCard::HoverCard(Appearance *appearance, QWidget *parent)
    : QWidget(parent, Qt::ToolTip | Qt::FramelessWindowHint)
    , m_appearance(appearance)
    , m_text(new QLabel(this))
{
    setObjectName(u"hoverCard"_s);
    setAttribute(Qt::WA_ShowWithoutActivating);
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setFocusPolicy(Qt::NoFocus);
    m_text->setObjectName(u"hoverText"_s);
    m_text->setTextFormat(Qt::RichText);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_text);
    layout->setSizeConstraint(QLayout::SetFixedSize);
}

void HoverCard::showTip(const ChartTip &tip, QPoint place)
{
    if (tip != m_tip || !isVisible()) {
        m_tip = tip;
        m_text->setFont(m_appearance->font(TextRole::Small));
        const int side = m_appearance->px(12);
        layout()->setContentsMargins(side, m_appearance->px(9), side, m_appearance->px(9));
        m_text->setText(html());
        m_text->setWordWrap(m_text->sizeHint().width() > m_appearance->px(WidestCard));
        m_text->setMaximumWidth(m_appearance->px(WidestCard));
        layout()->activate();
        adjustSize();
        update();
    }
    moveBeside(place);
    show();
}

QString HoverCard::html() const
{
    const auto color = [this](ColorRole role) { return m_appearance->color(role).name(); };
    const auto chip =
        m_tip.chip ? u"<span style=\"color:%1\">■</span>&nbsp; "_s.arg(chipStyle(*m_tip.chip).fill.name()) : QString();
    QString text =
        u"<div style=\"color:%1\">%2<b>%3</b>"_s.arg(color(ColorRole::Text), chip, m_tip.title.toHtmlEscaped());
    if (!m_tip.state.isEmpty())
        text += u"&nbsp;&nbsp;<span style=\"color:%1\">%2</span>"_s.arg(color(ColorRole::Muted),
                                                                        m_tip.state.toHtmlEscaped());
    text += u"</div>"_s;
    if (m_tip.rows.empty())
        return text;
    text += u"<table cellspacing=\"0\" cellpadding=\"0\" style=\"margin-top:%1px\">"_s.arg(m_appearance->px(6));
    // Of one height, whatever script stands in them, so that name and value have one baseline.
    const auto line = [height = QString::number(m_appearance->px(LineHeight))](const QString &content) {
        return u"<p style=\"margin:0; line-height:%1px; -qt-line-height-type:fixed\">%2</p>"_s.arg(height, content);
    };
    const QString mono = m_appearance->font(TextRole::SmallCode).families().join(u"','"_s);
    for (const ChartTip::Row &row : m_tip.rows) {
        QString value = row.value.toHtmlEscaped();
        value.replace(u'\n', u"<br>"_s);
        if (row.isCode)
            value = u"<span style=\"font-family:'%1'\">%2</span>"_s.arg(mono, value);
        text +=
            u"<tr><td style=\"color:%1; padding-right:%2px; white-space:nowrap\">%3</td><td style=\"color:%4\">%5</td></tr>"_s
                .arg(color(ColorRole::Muted))
                .arg(m_appearance->px(14))
                .arg(line(row.name.toHtmlEscaped()), color(row.color), line(value));
    }
    return text + u"</table>"_s;
}

void HoverCard::moveBeside(QPoint place)
{
    const QRect screen = (parentWidget() ? parentWidget()->screen() : this->screen())->availableGeometry();
    const int distance = m_appearance->px(Distance);
    QPoint corner = place + QPoint(distance, distance);
    if (corner.x() + width() > screen.right())
        corner.setX(place.x() - distance - width());
    if (corner.y() + height() > screen.bottom())
        corner.setY(place.y() - distance - height());
    move(std::max(screen.left(), corner.x()), std::max(screen.top(), corner.y()));
}

void HoverCard::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_appearance->color(ColorRole::Surface));
    painter.setPen(m_appearance->color(ColorRole::Border));
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
}

} // namespace Playground
