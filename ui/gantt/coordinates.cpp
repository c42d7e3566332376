// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/gantt/coordinates.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Playground {

using Trace::Time;

namespace {

constexpr double NarrowestStep = 64; // pixels: closer ticks crowd the axis, however short their labels are

struct Unit {
    Time size;
    QString symbol;
};

Unit unitOfStep(Time step)
{
    if (step >= 1h)
        return {1h, u"h"_s};
    if (step >= 1min)
        return {1min, u"min"_s};
    if (step >= 100ms)
        return {1s, u"s"_s};
    if (step >= 100us)
        return {1ms, u"ms"_s};
    if (step >= 100ns)
        return {1us, u"\u00b5s"_s};
    return {1ns, u"ns"_s};
}

/// The unit in which a duration below ten minutes is told.
Unit unitOfDuration(Time duration)
{
    // The limits lie where three figures would round up into the next unit.
    if (duration >= 999'500us)
        return {1s, u"s"_s};
    if (duration >= 999'500ns)
        return {1ms, u"ms"_s};
    if (duration >= 1us)
        return {1us, u"\u00b5s"_s};
    return {1ns, u"ns"_s};
}

QString withoutTrailingZeros(QString number)
{
    if (!number.contains(u'.'))
        return number;
    while (number.endsWith(u'0'))
        number.chop(1);
    if (number.endsWith(u'.'))
        number.chop(1);
    return number;
}

Time firstTick(Time from, Time step)
{
    const auto whole = from / step;
    return step * (step * whole < from ? whole + 1 : whole);
}

std::vector<Tick> ticksAt(const TimeScale &scale, Time step)
{
    std::vector<Tick> result;
    const Time first = firstTick(scale.from, step);
    if (first > scale.to)
        return result;
    const auto more = (scale.to - first) / step; // counted, since the moment after the last may be beyond all time
    for (qint64 i = 0; i <= more; ++i)
        result.push_back({first + step * i, tickLabel(first + step * i, step)});
    return result;
}

bool labelsFit(const std::vector<Tick> &ticks, const TimeScale &scale,
               const std::function<double(const QString &)> &labelWidth, double gap)
{
    double previousRight = -std::numeric_limits<double>::infinity();
    for (const Tick &tick : ticks) {
        const double half = labelWidth(tick.label) / 2;
        const double x = scale.toX(tick.at);
        if (x - half < previousRight + gap)
            return false;
        previousRight = x + half;
    }
    return true;
}

} // namespace

Time tickStep(Time atLeast)
{
    for (Time decade = 1ns; decade < 10s; decade *= 10) {
        for (const int factor : {1, 2, 5}) {
            if (decade * factor >= atLeast)
                return decade * factor;
        }
    }
    for (const Time step :
         {Time(10s), Time(20s), Time(30s), Time(1min), Time(2min), Time(5min), Time(10min), Time(20min), Time(30min)}) {
        if (step >= atLeast)
            return step;
    }
    Time hours = 1h;
    while (hours < atLeast && hours < Time::max() / 2)
        hours *= 2;
    return hours;
}

QString tickLabel(Time at, Time step)
{
    const Unit unit = unitOfStep(step);
    const double value = double(at.count()) / double(unit.size.count());
    return withoutTrailingZeros(QString::number(value, 'f', 1)) + u' ' + unit.symbol;
}

std::vector<Tick> ticks(const TimeScale &scale, const std::function<double(const QString &)> &labelWidth, double gap)
{
    if (!(scale.width > 0))
        return {};
    if (scale.isDegenerate())
        return {{scale.from, tickLabel(scale.from, 1s)}};
    const double narrowest = double((scale.to - scale.from).count()) / scale.width * NarrowestStep;
    constexpr double longest = 4e18; // nanoseconds, still a Time
    Time step = tickStep(Time(std::llround(std::ceil(std::min(narrowest, longest)))));
    std::vector<Tick> result = ticksAt(scale, step);
    while (result.size() > 1 && !labelsFit(result, scale, labelWidth, gap)) {
        const Time wider = tickStep(step + 1ns);
        if (wider == step)
            return {result.front()};
        step = wider;
        result = ticksAt(scale, step);
    }
    return result;
}

QString momentText(Time at, Time within)
{
    const double seconds = double(std::max<qint64>(within.count(), 1)) / 1e9;
    const int decimals = std::clamp(2 - int(std::floor(std::log10(seconds))), 0, 9);
    return QString::number(double(at.count()) / 1e9, 'f', decimals) + u" s"_s;
}

QString durationText(Time duration)
{
    if (duration <= Time::zero())
        return u"0 s"_s;
    if (duration >= 10min) {
        const auto seconds = std::chrono::round<std::chrono::seconds>(duration).count();
        return u"%1 min %2 s"_s.arg(seconds / 60).arg(seconds % 60);
    }
    const Unit unit = unitOfDuration(duration);
    const double value = double(duration.count()) / double(unit.size.count());
    if (unit.size == 1ns)
        return u"%1 ns"_s.arg(duration.count());
    const int decimals = value < 9.995 ? 2 : value < 99.95 ? 1 : 0;
    // Seconds keep two figures behind the point also above ten: that is how they are compared.
    return QString::number(value, 'f', unit.size == 1s ? std::max(decimals, value < 99.995 ? 2 : 1) : decimals) + u' '
        + unit.symbol;
}

QString countingText(Time duration)
{
    if (duration >= 10min)
        return durationText(duration);
    // Rounded down: a clock does not show a second that has not passed.
    const auto hundredths = std::max<qint64>(0, duration / 10ms);
    return QString::number(double(hundredths) / 100, 'f', 2) + u" s"_s;
}

} // namespace Playground
