// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editor/lineband.h"

#include "ui/theme/appearance.h"

namespace Playground {

QColor mixedColor(const QColor &base, const QColor &tint, double share)
{
    const auto channel = [share](float a, float b) { return a + (b - a) * float(share); };
    return QColor::fromRgbF(channel(base.redF(), tint.redF()), channel(base.greenF(), tint.greenF()),
                            channel(base.blueF(), tint.blueF()));
}

QColor bandColor(const Appearance &appearance, LineBand band)
{
    const QColor surface = appearance.color(ColorRole::Surface);
    switch (band) {
    case LineBand::Waiting:
        return appearance.color(ColorRole::Hover);
    case LineBand::Selected:
        return appearance.color(ColorRole::Selection);
    case LineBand::Call:
        return mixedColor(surface, appearance.color(ColorRole::Failed), 0.06);
    case LineBand::Error:
        return mixedColor(surface, appearance.color(ColorRole::Failed), 0.13);
    case LineBand::Running:
        return mixedColor(surface, appearance.color(ColorRole::Accent), 0.2);
    case LineBand::Flash:
        return mixedColor(surface, appearance.color(ColorRole::Alarm), 0.28);
    }
    Q_UNREACHABLE();
}

} // namespace Playground
