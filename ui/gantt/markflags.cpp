// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/gantt/markflags.h"

#include "ui/gantt/chartfonts.h"
#include "ui/gantt/chartitems.h"

#include <algorithm>
#include <limits>

namespace Playground {

namespace {

constexpr double Padding = 6;
constexpr double Radius = 3;
constexpr double Between = 2;
constexpr double WidestName = 160;
constexpr double NarrowestText = 14;
constexpr double BareWidth = 6; ///< of a flag without text

bool isIn(const TimeScale &scale, Trace::Time at)
{
    return !scale.isDegenerate() && at >= scale.from && at <= scale.to;
}

double widthOf(const QString &text)
{
    return ChartFonts::width(FontRole::Axis, text) + 2 * Padding;
}

QString wholeText(const ChartMark &mark)
{
    return ChartFonts::elided(FontRole::Axis, mark.text(), WidestName);
}

/// Right of its pole, in so much room.
void fit(MarkFlag &flag, double room)
{
    const QString text = wholeText(flag.mark);
    const double inside = room - 2 * Padding;
    if (widthOf(text) <= room)
        flag.text = text;
    else if (inside >= NarrowestText)
        flag.text = ChartFonts::elided(FontRole::Axis, text, inside);
    const double width = flag.text.isEmpty() ? std::clamp(room, 1.0, BareWidth) : widthOf(flag.text);
    flag.span = {flag.pole, flag.pole + width};
}

/// The whole name, on the left of the pole where there is more room.
void spread(MarkFlag &flag, const TimeScale &scale)
{
    flag.text = wholeText(flag.mark);
    const double width = widthOf(flag.text);
    const bool isLeft = flag.pole + width > scale.right() && flag.pole - width >= scale.left;
    flag.span = isLeft ? PixelSpan{flag.pole - width, flag.pole} : PixelSpan{flag.pole, flag.pole + width};
}

} // namespace

std::vector<MarkFlag> markFlags(const std::vector<ChartMark> &marks, const TimeScale &scale, int picked)
{
    std::vector<MarkFlag> flags;
    for (const ChartMark &mark : marks) {
        if (isIn(scale, mark.at))
            flags.push_back({mark, scale.toX(mark.at), {}, {}});
    }
    double covered = std::numeric_limits<double>::lowest(); // up to there, by the flags before
    for (std::size_t i = 0; i < flags.size(); ++i) {
        MarkFlag &flag = flags[i];
        if (i + 1 < flags.size()) {
            fit(flag, flags[i + 1].pole - flag.pole - Between);
        } else {
            spread(flag, scale);
            if (flag.span.left < covered)
                fit(flag, std::max(scale.right() - flag.pole, BareWidth));
        }
        covered = flag.span.right;
    }
    const auto chosen =
        std::ranges::find_if(flags, [picked](const MarkFlag &flag) { return flag.mark.number == picked; });
    if (chosen != flags.end())
        spread(*chosen, scale);
    return flags;
}

void addMarkFlag(ChartItems &items, const MarkFlag &flag, double axisMiddle, double bottom, bool isPicked)
{
    const double x = snappedToPixel(flag.pole);
    const double top = axisMiddle - MarkFlagHeight / 2;
    const ColorRole color = isPicked ? ColorRole::Accent : ColorRole::Text;
    items.add(Rule{QLineF(x, top, x, bottom), color, isPicked ? 1.5 : 1});
    items.add(Panel{QRectF(flag.span.left, top, flag.span.width(), MarkFlagHeight), color, Radius});
    items.addText(flag.span.left + Padding, axisMiddle, flag.text, FontRole::Axis,
                  isPicked ? ColorRole::OnAccent : ColorRole::Surface);
}

} // namespace Playground
