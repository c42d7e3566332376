// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/gantt/pointercard.h"

#include "ui/gantt/hovercard.h"

namespace Playground {

namespace {

constexpr int Delay = 350; // ms
constexpr int Refresh = 100; // ms

} // namespace

PointerCard::PointerCard(Appearance *appearance, QWidget *target, TipAt tipAt)
    : QObject(target)
    , m_target(target)
    , m_tipAt(std::move(tipAt))
    , m_card(new HoverCard(appearance, target))
{
    m_delay.setSingleShot(true);
    m_delay.setInterval(Delay);
    connect(&m_delay, &QTimer::timeout, this, &PointerCard::show);
}

void PointerCard::hover(QPointF place)
{
    m_pointer = place;
    if (m_card->isVisible())
        show();
    else
        m_delay.start();
}

void PointerCard::leave()
{
    m_pointer.reset();
    hide();
}

void PointerCard::hide()
{
    m_delay.stop();
    m_card->hide();
}

void PointerCard::refresh()
{
    if (m_card->isVisible() && m_age.hasExpired(Refresh))
        show();
}

void PointerCard::show()
{
    m_age.start();
    if (!m_pointer)
        return;
    const ChartTip tip = m_tipAt(*m_pointer);
    if (tip.isEmpty())
        m_card->hide();
    else
        m_card->showTip(tip, m_target->mapToGlobal(*m_pointer).toPoint());
}

} // namespace Playground
