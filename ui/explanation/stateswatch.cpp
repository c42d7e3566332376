// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/explanation/stateswatch.h"

#include "ui/gantt/chartpainter.h"
#include "ui/theme/appearance.h"

#include <QPainter>

#include <array>
#include <optional>
#include <utility>

namespace Playground {

using namespace Qt::StringLiterals;

namespace {

std::optional<ChartState> stateOf(QStringView name)
{
    static constexpr std::array<std::pair<QStringView, ChartState>, ChartStates> states{{
        {u"running", ChartState::Running},
        {u"ready", ChartState::Ready},
        {u"time", ChartState::WaitingForTime},
        {u"task", ChartState::WaitingForTask},
        {u"network", ChartState::WaitingForNetwork},
        {u"queue", ChartState::WaitingForQueue},
        {u"thread", ChartState::WaitingForThread},
        {u"other", ChartState::WaitingOther},
    }};
    for (const auto &[word, state] : states) {
        if (word == name)
            return state;
    }
    return std::nullopt;
}

} // namespace

QPixmap stateSwatch(const Appearance &appearance, const QString &state, double devicePixelRatio)
{
    const std::optional<ChartState> shown = stateOf(state);
    if (!shown)
        return {};
    const QSizeF size(appearance.px(StateSwatchSize.width()), appearance.px(StateSwatchSize.height()));
    QPixmap picture((size * devicePixelRatio).toSize());
    picture.setDevicePixelRatio(devicePixelRatio);
    picture.fill(Qt::transparent);
    DisplayList list;
    list.size = size;
    Bar bar;
    bar.rect = QRectF({}, size);
    bar.state = *shown;
    list.items.emplace_back(bar);
    QPainter painter(&picture);
    paintChart(painter, list, appearance.theme());
    return picture;
}

bool isStateName(const QString &state)
{
    return stateOf(state).has_value();
}

} // namespace Playground
