// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tasks/stepdelegate.h"

#include "ui/gantt/chartfonts.h"
#include "ui/gantt/chartitems.h"
#include "ui/tasks/stepsmodel.h"
#include "ui/theme/appearance.h"

#include <QPainter>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Playground {

namespace {

constexpr double RowHeight = 44;
constexpr double Side = 14;
constexpr double MomentWidth = 38;
constexpr double SwatchLeft = Side + MomentWidth + 6;
constexpr double SwatchWidth = 16;
constexpr double SwatchHeight = 10;
constexpr double TextLeft = SwatchLeft + SwatchWidth + 7;
constexpr double Right = 12;
constexpr double FirstMiddle = 14;
constexpr double SecondMiddle = 31;
constexpr double ToCome = 0.45; // of a step behind the play head
constexpr double HighToCome = 0.65;
constexpr double LeastCode = 40; // more is cut off where there is no room

double textLeft(const StepText &text)
{
    return text.state ? TextLeft : SwatchLeft;
}

FontRole fontOf(const StepPart &part)
{
    return part.isCode ? FontRole::Call : FontRole::Legend;
}

} // namespace

StepDelegate::StepDelegate(const Appearance *appearance, const StepsModel *model, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_appearance(appearance)
    , m_model(model)
{
}

QSize StepDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return {m_appearance->px(TextLeft), m_appearance->px(RowHeight)};
}

/// Where there is no room for all, code is cut short first: links are to be seen whole.
std::vector<StepDelegate::Placed> StepDelegate::placed(const StepText &text, double width) const
{
    const double left = textLeft(text);
    const double room = width - left - Right;
    std::vector<double> widths;
    double all = 0;
    for (const StepPart &part : text.parts) {
        widths.push_back(ChartFonts::width(fontOf(part), part.text));
        all += widths.back() + (widths.size() > 1 ? ChartFonts::width(FontRole::Legend, dividerBefore(part)) : 0);
    }
    for (std::size_t i = 0; i < widths.size() && all > room; ++i) {
        if (!text.parts[i].isCode)
            continue;
        const double shorter = std::min(widths[i], std::max(LeastCode, widths[i] - (all - room)));
        all -= widths[i] - shorter;
        widths[i] = shorter;
    }
    std::vector<Placed> result;
    double x = left;
    for (std::size_t i = 0; i < widths.size(); ++i) {
        const StepPart &part = text.parts[i];
        if (i > 0)
            x += ChartFonts::width(FontRole::Legend, dividerBefore(part));
        const double most = std::min(widths[i], width - Right - x);
        if (most < ChartFonts::width(FontRole::Legend, u"…"_s))
            break;
        const QString shown = ChartFonts::elided(fontOf(part), part.text, most + 0.5);
        result.push_back({x, most, shown, &part});
        x += most;
    }
    return result;
}

std::optional<StepPart> StepDelegate::linkAt(int row, QSize size, QPoint place) const
{
    const QPointF at = QPointF(place) / m_appearance->scale();
    if (at.y() < (FirstMiddle + SecondMiddle) / 2)
        return std::nullopt;
    const StepText text = m_model->textAt(row);
    for (const Placed &each : placed(text, size.width() / m_appearance->scale())) {
        if (each.part->isLink() && at.x() >= each.left && at.x() <= each.left + each.width)
            return *each.part;
    }
    return std::nullopt;
}

void StepDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->save();
    const bool isSelected = option.state.testFlag(QStyle::State_Selected);
    if (isSelected || option.state.testFlag(QStyle::State_MouseOver))
        painter->fillRect(option.rect, m_appearance->color(isSelected ? ColorRole::Selection : ColorRole::Hover));
    const double scale = m_appearance->scale();
    ChartItems items;
    addStep(items, m_model->textAt(index.row()), option.rect.width() / scale);
    painter->setClipRect(option.rect);
    if (m_model->isToCome(index.row()))
        painter->setOpacity(m_appearance->contrast() == Contrast::High ? HighToCome : ToCome);
    painter->translate(option.rect.topLeft());
    painter->scale(scale, scale);
    m_painter.begin(m_appearance->theme(), m_appearance->contrast(), scale * painter->device()->devicePixelRatio(), 0);
    m_painter.paint(*painter, items.take());
    painter->restore();
}

void StepDelegate::addStep(ChartItems &items, const StepText &text, double width) const
{
    const double moment = ChartFonts::countingWidth(FontRole::Axis, text.moment);
    items.addCount(Side + MomentWidth - moment, FirstMiddle, text.moment, FontRole::Axis, ColorRole::Muted);
    if (text.state) {
        const QRectF swatch(SwatchLeft, FirstMiddle - SwatchHeight / 2, SwatchWidth, SwatchHeight);
        items.add(Bar{swatch, *text.state, {}, {}});
    }
    const double duration = ChartFonts::countingWidth(FontRole::Legend, text.duration);
    items.addCount(width - Right - duration, FirstMiddle, text.duration, FontRole::Legend, ColorRole::Text);
    const double left = textLeft(text);
    items.addText(left, FirstMiddle,
                  ChartFonts::elided(FontRole::Name, text.title.text, width - Right - duration - 8 - left),
                  FontRole::Name, text.title.color);
    for (const Placed &each : placed(text, width)) {
        if (each.part != &text.parts.front()) {
            const QString divider = dividerBefore(*each.part);
            items.addText(each.left - ChartFonts::width(FontRole::Legend, divider), SecondMiddle, divider,
                          FontRole::Legend, ColorRole::Muted);
        }
        const ColorRole plain = each.part->isCode ? ColorRole::Text : ColorRole::Muted;
        items.addText(each.left, SecondMiddle, each.text, fontOf(*each.part),
                      each.part->isLink() ? ColorRole::Accent : plain);
    }
}

} // namespace Playground
