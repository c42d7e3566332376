// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <memory>

class QLabel;
class QModelIndex;
class QTableView;

namespace Playground {

class Appearance;
class ComparisonResult;
class SourceDiffModel;

/// What differs in the programs of two of the runs that are compared, line by line. What is the same is folded.
class SourcePart : public QWidget {
    Q_OBJECT
public:
    explicit SourcePart(Appearance *appearance, QWidget *parent = nullptr);
    Q_DISABLE_COPY_MOVE(SourcePart)

    /// Of the baseline and this one of the other runs; of nothing where there is no result.
    void showDifference(const std::shared_ptr<const ComparisonResult> &result, std::size_t other);

protected:
    void changeEvent(QEvent *event) override;

private:
    void showNote();
    void unfold(const QModelIndex &index);
    void applyAppearance();
    void retranslate();

    Appearance *m_appearance;
    std::shared_ptr<const ComparisonResult> m_result;
    std::size_t m_other = 1;
    QLabel *m_title;
    QLabel *m_note;
    SourceDiffModel *m_model;
    QTableView *m_lines;
};

} // namespace Playground
