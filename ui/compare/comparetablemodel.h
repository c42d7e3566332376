// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/compare/comparisonresult.h"

#include <QAbstractTableModel>

namespace Playground {

class Appearance;

/// The tasks of a comparison: what each took in each run, and how much more than in the first. A row is a row of
/// Comparison::tasks().
class CompareTableModel : public QAbstractTableModel {
    Q_OBJECT
public:
    /// What to sort by; nothing where the run has no such task.
    static constexpr int SortRole = Qt::UserRole;

    explicit CompareTableModel(Appearance *appearance, QObject *parent = nullptr);

    void setResult(const std::shared_ptr<const ComparisonResult> &result);
    /// For another language or look.
    void refresh();

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    /// What stands in the column: a run's duration, or its difference.
    struct Cell {
        std::size_t run = 0;
        bool isDifference = false;
    };

    Cell cellOf(int column) const;
    std::optional<Trace::Time> timeOf(const QModelIndex &index) const;
    QString tipOf(const TaskMatch &match) const;
    QVariant chipOf(int row) const;

    Appearance *m_appearance;
    std::shared_ptr<const ComparisonResult> m_result;
};

} // namespace Playground
