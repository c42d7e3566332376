// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QToolButton>

#include <memory>

class QMenu;

namespace Playground {

class CompareChartView;
class ComparisonResult;
enum class Alignment;

/// Says where the runs of a chart meet on their time axis, and has the menu from which that is chosen: at the start, at
/// moments that a hand chooses, or where a task starts that several of the runs have.
class AlignButton : public QToolButton {
    Q_OBJECT
public:
    /// The chart outlives the button.
    explicit AlignButton(CompareChartView *chart, QWidget *parent = nullptr);
    Q_DISABLE_COPY_MOVE(AlignButton)

    /// Null for none.
    void setResult(const std::shared_ptr<const ComparisonResult> &result);

Q_SIGNALS:
    /// Something in the menu; the chart is aligned so.
    void chosen();

protected:
    void changeEvent(QEvent *event) override;

private:
    void fillMenu();
    void add(const QString &text, Alignment alignment, qsizetype row);
    void addTasks();
    void choose(Alignment alignment, qsizetype row);
    void showChoice();
    void retranslate();

    CompareChartView *m_chart;
    std::shared_ptr<const ComparisonResult> m_result;
    qsizetype m_row = 0; ///< of the comparison, for Alignment::Task
    QMenu *m_menu;
};

} // namespace Playground
