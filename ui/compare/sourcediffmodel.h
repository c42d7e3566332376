// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/compare/comparisonresult.h"

#include <QAbstractTableModel>

namespace Playground {

class Appearance;

/// One row of two texts side by side, by line numbers counted from 1; 0 for none.
struct DiffRow {
    int before = 0;
    int after = 0;
    bool isChanged = false;
    int folded = 0; ///< how many unchanged lines the row stands for, from the two that it names; 0 for a line

    bool operator==(const DiffRow &) const = default;
};

/// Lines that were replaced stand beside those that took their place. Unchanged lines further than `context` from any
/// change are folded into one row, unless that row would stand for a single one. Without any change all is folded.
std::vector<DiffRow> diffRows(const std::vector<DiffLine> &lines, int context);

/// Two texts side by side: number, line, number, line. A row of folded lines has its words where the first text's lines
/// are.
class SourceDiffModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { BeforeNumber, BeforeLine, AfterNumber, AfterLine, Columns };

    explicit SourceDiffModel(Appearance *appearance, QObject *parent = nullptr);

    void setDifference(const SourceDifference &difference);
    bool isFold(int row) const { return m_rows[std::size_t(row)].folded > 0; }
    /// Shows the lines that the row stands for.
    void unfold(int row);
    /// For another language or look.
    void refresh();

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    Appearance *m_appearance;
    SourceDifference m_difference;
    std::vector<DiffRow> m_rows;
};

} // namespace Playground
