// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tasks/tasktabledelegate.h"

#include "ui/gantt/chartfonts.h"
#include "ui/gantt/chartitems.h"
#include "ui/tasks/tasktablemodel.h"
#include "ui/theme/appearance.h"

#include <QPainter>

#include <span>

using namespace Qt::StringLiterals;

namespace Playground {

namespace {

constexpr double LineHeight = 28;
constexpr double Side = 14; // of the first column, as the chart's
constexpr double Padding = 7; // of the others
constexpr double ChipSize = 9;
constexpr double AfterChip = 8;
constexpr double NarrowestName = 90;
constexpr double WidestName = 200;
constexpr double NarrowestState = 80;
constexpr double WidestState = 140;
constexpr int MeasuredRows = 64;
constexpr std::size_t MeasuredWaits = 16; // of each
constexpr double SwatchWidth = 16;
constexpr double SwatchHeight = 10;
constexpr double AfterSwatch = 6;

/// What a task does while it is not over.
std::optional<ChartState> lastingState(const TaskTableModel::Standing &standing)
{
    switch (standing.state) {
    case TaskState::Ready:
        return ChartState::Ready;
    case TaskState::Running:
        return ChartState::Running;
    case TaskState::Waiting:
        return chartState(SpanState::Waiting, standing.wait);
    case TaskState::Done:
    case TaskState::Failed:
    case TaskState::Cancelled:
        break;
    }
    return std::nullopt;
}

} // namespace

TaskTableDelegate::TaskTableDelegate(const Appearance *appearance, const TaskTableModel *model, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_appearance(appearance)
    , m_model(model)
{
}

QSize TaskTableDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return {m_appearance->px(NarrowestName), m_appearance->px(LineHeight)};
}

int TaskTableDelegate::usualWidth(int column) const
{
    switch (TaskColumn(column)) {
    case TaskColumn::Name:
        return m_appearance->px(nameWidth());
    case TaskColumn::State:
        return m_appearance->px(stateWidth());
    case TaskColumn::Result:
        return m_appearance->px(86);
    case TaskColumn::Created:
    case TaskColumn::Started:
    case TaskColumn::Finished:
    case TaskColumn::Running:
    case TaskColumn::Ready:
    case TaskColumn::Waiting:
        break;
    }
    return m_appearance->px(ChartFonts::countingWidth(FontRole::Legend, u"00.000 s"_s) + 2 * Padding);
}

double TaskTableDelegate::nameWidth() const
{
    double widest = 0;
    for (int row = 0; row < MeasuredRows; ++row) {
        if (const TaskRecord *task = m_model->recordAt(row))
            widest = std::max(widest, ChartFonts::width(FontRole::Name, shownName(*task)));
    }
    return std::clamp(Side + ChipSize + AfterChip + widest + Padding, NarrowestName, WidestName);
}

double TaskTableDelegate::stateWidth() const
{
    double widest = 0;
    const auto measure = [&widest](const std::optional<TaskTableModel::Standing> &standing, const QString &text) {
        const double swatch = standing && lastingState(*standing) ? SwatchWidth + AfterSwatch : 0;
        widest = std::max(widest, swatch + ChartFonts::width(FontRole::Legend, text));
    };
    for (int row = 0; row < MeasuredRows; ++row) {
        const TaskRecord *task = m_model->recordAt(row);
        if (!task)
            continue;
        measure(m_model->standing(*task), m_model->stateText(*task).text);
        if (!m_model->isReplayed())
            continue;
        // What it has waited for comes by.
        for (const Wait &wait : std::span(task->waits).first(std::min(task->waits.size(), MeasuredWaits))) {
            const TaskTableModel::Standing waiting{TaskState::Waiting, wait.kind};
            measure(waiting, TaskTableModel::textOf(waiting).text);
        }
    }
    if (m_model->isReplayed())
        measure(std::nullopt, TaskTableModel::notCreatedText());
    return std::clamp(2 * Padding + widest, NarrowestState, WidestState);
}

void TaskTableDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const TaskRecord *task = m_model->recordAt(index.row());
    if (!task)
        return;
    painter->save();
    const bool isSelected = option.state.testFlag(QStyle::State_Selected);
    if (isSelected || option.state.testFlag(QStyle::State_MouseOver))
        painter->fillRect(option.rect, m_appearance->color(isSelected ? ColorRole::Selection : ColorRole::Hover));

    const double scale = m_appearance->scale();
    const QSizeF size = QSizeF(option.rect.size()) / scale;
    const double middle = size.height() / 2;
    ChartItems items;
    const auto column = TaskColumn(index.column());
    switch (column) {
    case TaskColumn::Name:
        addName(items, size, *task);
        break;
    case TaskColumn::State:
        addState(items, size, *task);
        break;
    case TaskColumn::Result:
        items.addText(Padding, middle,
                      ChartFonts::elided(FontRole::Call, index.data().toString(), size.width() - 2 * Padding),
                      FontRole::Call, task->state == TaskState::Failed ? ColorRole::Failed : ColorRole::Text);
        break;
    case TaskColumn::Created:
    case TaskColumn::Started:
    case TaskColumn::Finished:
    case TaskColumn::Running:
    case TaskColumn::Ready:
    case TaskColumn::Waiting:
        const QString text = index.data().toString();
        const double width = ChartFonts::countingWidth(FontRole::Legend, text);
        const bool isNothing = timeIn(*task, column, m_model->moment()) == Trace::Time{};
        items.addCount(size.width() - Padding - width, middle, text, FontRole::Legend,
                       isNothing ? ColorRole::Muted : ColorRole::Text);
        break;
    }
    painter->setClipRect(option.rect);
    painter->translate(option.rect.topLeft());
    painter->scale(scale, scale);
    m_painter.begin(m_appearance->theme(), m_appearance->contrast(), scale * painter->device()->devicePixelRatio(), 0);
    m_painter.paint(*painter, items.take());
    painter->restore();
}

void TaskTableDelegate::addName(ChartItems &items, QSizeF size, const TaskRecord &task) const
{
    const double middle = size.height() / 2;
    const qsizetype order = &task - m_model->timeline().tasks().data();
    items.add(Chip{QRectF(Side, std::round(middle - ChipSize / 2), ChipSize, ChipSize), order});
    const double left = Side + ChipSize + AfterChip;
    items.addText(left, middle, ChartFonts::elided(FontRole::Name, shownName(task), size.width() - left - Padding / 2),
                  FontRole::Name, task.created > m_model->moment() ? ColorRole::Muted : ColorRole::Text);
}

void TaskTableDelegate::addState(ChartItems &items, QSizeF size, const TaskRecord &task) const
{
    const double middle = size.height() / 2;
    double left = Padding;
    const auto standing = m_model->standing(task);
    if (const auto state = standing ? lastingState(*standing) : std::nullopt) {
        const QRectF swatch(left, std::round(middle - SwatchHeight / 2), SwatchWidth, SwatchHeight);
        items.add(Bar{swatch, *state, {}, {}});
        left += SwatchWidth + AfterSwatch;
    }
    const ColoredText words = m_model->stateText(task);
    items.addText(left, middle, ChartFonts::elided(FontRole::Legend, words.text, size.width() - left - Padding / 2),
                  FontRole::Legend, words.color);
}

} // namespace Playground
