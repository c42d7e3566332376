// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <memory>
#include <optional>

class QLabel;
class QSortFilterProxyModel;
class QTreeView;

namespace Playground {

class Appearance;
class CompareTableModel;
class ComparisonResult;

/// The tasks of the runs that are compared, a row each, with their times in each run.
class TaskPart : public QWidget {
    Q_OBJECT
public:
    explicit TaskPart(Appearance *appearance, QWidget *parent = nullptr);
    Q_DISABLE_COPY_MOVE(TaskPart)

    /// Null for none.
    void setResult(const std::shared_ptr<const ComparisonResult> &result);

    /// A row of the comparison, however the table is sorted; nothing for none. rowSelected() does not tell of it.
    void selectRow(std::optional<qsizetype> row);
    std::optional<qsizetype> selectedRow() const;

    /// In which its columns can stand.
    int usualWidth() const;

Q_SIGNALS:
    /// By hand.
    void rowSelected();

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    int timesWidth() const;
    void fitColumns();
    void applyAppearance();
    void retranslate();

    Appearance *m_appearance;
    QLabel *m_title;
    CompareTableModel *m_model;
    QSortFilterProxyModel *m_sorted;
    QTreeView *m_table;
    bool m_isSelecting = false;
};

} // namespace Playground
