// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/gantt/charttip.h"

#include <QElapsedTimer>
#include <QTimer>
#include <QWidget>

#include <functional>
#include <optional>

namespace Playground {

class Appearance;
class HoverCard;

/// The card of what the pointer rests on: it comes after a while, moves along, and counts on while a run is live.
class PointerCard : public QObject {
    Q_OBJECT
public:
    using TipAt = std::function<ChartTip(QPointF place)>;

    /// `target` is what the pointer moves on, and the places are of; `tipAt` tells what is there.
    PointerCard(Appearance *appearance, QWidget *target, TipAt tipAt);

    void hover(QPointF place);
    void leave();
    /// Until the pointer moves again.
    void hide();
    /// What it speaks of may have gone on.
    void refresh();

private:
    void show();

    QWidget *m_target;
    TipAt m_tipAt;
    HoverCard *m_card;
    std::optional<QPointF> m_pointer;
    QTimer m_delay;
    QElapsedTimer m_age;
};

} // namespace Playground
