// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractListModel>
#include <QIcon>

#include <vector>

class QAction;

namespace Playground {

/// One line of the command palette.
struct CommandRow {
    QAction *action = nullptr;
    QString name;
    QString otherName; ///< empty where it is not what was looked for
};

/// What the command palette has found. Disabled commands cannot be chosen.
class CommandListModel : public QAbstractListModel {
    Q_OBJECT
public:
    enum Role { OtherName = Qt::UserRole, Shortcut };

    using QAbstractListModel::QAbstractListModel;

    void setRows(std::vector<CommandRow> rows);
    QAction *action(int row) const { return m_rows.at(size_t(row)).action; }

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    std::vector<CommandRow> m_rows;
};

} // namespace Playground
