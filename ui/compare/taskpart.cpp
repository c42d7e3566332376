// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/taskpart.h"

#include "ui/compare/comparelist.h"
#include "ui/compare/comparetablemodel.h"
#include "ui/theme/appearance.h"

#include <QEvent>
#include <QHeaderView>
#include <QLabel>
#include <QPainter>
#include <QScopedValueRollback>
#include <QScrollBar>
#include <QSortFilterProxyModel>
#include <QStyledItemDelegate>
#include <QTreeView>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Playground {

namespace {

constexpr double Side = 14;
constexpr double Gap = 8;
constexpr double NarrowestName = 130;
constexpr double LineHeight = 27;

/// Numbers in their own order, and what is missing behind them, whichever way it is sorted.
class TaskSorting : public QSortFilterProxyModel {
public:
    using QSortFilterProxyModel::QSortFilterProxyModel;

protected:
    bool lessThan(const QModelIndex &left, const QModelIndex &right) const override
    {
        const QVariant a = left.data(sortRole());
        const QVariant b = right.data(sortRole());
        if (a.isNull() || b.isNull())
            return a.isNull() == (sortOrder() == Qt::DescendingOrder) && a.isNull() != b.isNull();
        return QSortFilterProxyModel::lessThan(left, right);
    }
};

/// A line of the table of tasks: a task's mark, and words with room around them.
class TaskDelegate : public QStyledItemDelegate {
public:
    TaskDelegate(Appearance *appearance, QObject *parent)
        : QStyledItemDelegate(parent)
        , m_appearance(appearance)
    {
    }

    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override
    {
        return {m_appearance->px(NarrowestName), m_appearance->px(LineHeight)};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        painter->save();
        if (option.state.testFlag(QStyle::State_Selected))
            painter->fillRect(option.rect, m_appearance->color(ColorRole::Selection));
        else if (option.state.testFlag(QStyle::State_MouseOver))
            painter->fillRect(option.rect, m_appearance->color(ColorRole::Hover));
        QRect room =
            option.rect.adjusted(m_appearance->px(index.column() == 0 ? Gap : 0), 0, -m_appearance->px(Gap), 0);
        const auto chip = index.data(Qt::DecorationRole).value<QPixmap>();
        if (!chip.isNull()) {
            const QSizeF size = chip.deviceIndependentSize();
            painter->drawPixmap(QPointF(room.left(), room.center().y() - size.height() / 2 + 1), chip);
            room.setLeft(room.left() + int(size.width()) + m_appearance->px(Gap));
        }
        const QVariant color = index.data(Qt::ForegroundRole);
        painter->setFont(m_appearance->font(TextRole::Body));
        painter->setPen(color.isNull() ? m_appearance->color(ColorRole::Text) : color.value<QColor>());
        const QString text =
            QFontMetrics(painter->font()).elidedText(index.data().toString(), Qt::ElideRight, room.width());
        const QVariant alignment = index.data(Qt::TextAlignmentRole);
        painter->drawText(room, alignment.isNull() ? int(Qt::AlignLeft | Qt::AlignVCenter) : alignment.toInt(), text);
        painter->restore();
    }

private:
    Appearance *m_appearance;
};

} // namespace

TaskPart::TaskPart(Appearance *appearance, QWidget *parent)
    : QWidget(parent)
    , m_appearance(appearance)
    , m_title(new QLabel(this))
    , m_model(new CompareTableModel(appearance, this))
    , m_sorted(new TaskSorting(this))
    , m_table(new QTreeView(this))
{
    m_title->setProperty("role", u"strong"_s);
    m_sorted->setSourceModel(m_model);
    m_sorted->setSortRole(CompareTableModel::SortRole);
    setUpCompareList(m_table, u"compareTable"_s);
    m_table->setModel(m_sorted);
    m_table->setItemDelegate(new TaskDelegate(m_appearance, m_table));
    m_table->setRootIsDecorated(false);
    m_table->setUniformRowHeights(true);
    m_table->setSortingEnabled(true);
    m_table->header()->setSortIndicatorClearable(true);
    m_table->header()->setStretchLastSection(false);
    m_table->sortByColumn(-1, Qt::AscendingOrder);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_title);
    layout->addWidget(m_table, 1);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, [this] {
        if (!m_isSelecting)
            Q_EMIT rowSelected();
    });
    connect(appearance, &Appearance::changed, this, &TaskPart::applyAppearance);
    applyAppearance();
    retranslate();
}

void TaskPart::setResult(const std::shared_ptr<const ComparisonResult> &result)
{
    m_model->setResult(result);
    fitColumns();
}

void TaskPart::selectRow(std::optional<qsizetype> row)
{
    const QScopedValueRollback selecting(m_isSelecting, true);
    if (!row) {
        m_table->clearSelection();
        return;
    }
    const QModelIndex index = m_sorted->mapFromSource(m_model->index(int(*row), 0));
    m_table->setCurrentIndex(index);
    m_table->scrollTo(index);
}

std::optional<qsizetype> TaskPart::selectedRow() const
{
    const QModelIndexList rows = m_table->selectionModel()->selectedRows();
    return rows.isEmpty() ? std::nullopt : std::optional<qsizetype>(m_sorted->mapToSource(rows.constFirst()).row());
}

int TaskPart::timesWidth() const
{
    const int time =
        QFontMetrics(m_appearance->font(TextRole::Body)).horizontalAdvance(u"−00.00 s"_s) + m_appearance->px(18);
    return std::max(0, m_sorted->columnCount() - 1) * time;
}

int TaskPart::usualWidth() const
{
    return timesWidth() + m_appearance->px(NarrowestName);
}

/// As wide as what stands in them; names get what is left.
void TaskPart::fitColumns()
{
    const int columns = m_sorted->columnCount();
    if (columns < 2)
        return;
    const int times = timesWidth();
    QHeaderView *header = m_table->header();
    const int room = m_table->width() - m_table->verticalScrollBar()->sizeHint().width();
    header->resizeSection(0, std::max(m_appearance->px(NarrowestName), room - times));
    for (int column = 1; column < columns; ++column)
        header->resizeSection(column, times / (columns - 1));
}

void TaskPart::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    layout()->activate(); // so that the table has its width
    fitColumns();
}

void TaskPart::applyAppearance()
{
    const auto px = [this](double length) { return m_appearance->px(length); };
    m_title->setContentsMargins(px(Side), px(8), px(Gap), px(6));
    fitColumns();
    m_model->refresh();
}

void TaskPart::retranslate()
{
    m_title->setText(tr("Task by task"));
    m_table->setAccessibleName(m_title->text());
    m_model->refresh();
}

void TaskPart::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace Playground
