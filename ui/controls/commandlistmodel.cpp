// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/controls/commandlistmodel.h"

#include <QAction>
#include <QKeySequence>

namespace Playground {

void CommandListModel::setRows(std::vector<CommandRow> rows)
{
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
}

int CommandListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant CommandListModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const CommandRow &row = m_rows[size_t(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return row.name;
    case Qt::DecorationRole:
        return row.action->icon();
    case Qt::CheckStateRole:
        return row.action->isCheckable() && row.action->isChecked() ? QVariant(Qt::Checked) : QVariant();
    case OtherName:
        return row.otherName;
    case Shortcut:
        return row.action->shortcut().toString(QKeySequence::NativeText);
    default:
        return {};
    }
}

Qt::ItemFlags CommandListModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    if (!m_rows[size_t(index.row())].action->isEnabled())
        return Qt::ItemNeverHasChildren;
    return Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
}

} // namespace Playground
