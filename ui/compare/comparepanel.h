// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/compare/comparechartview.h"
#include "ui/compare/comparisonresult.h"
#include "ui/gantt/comparechart.h"
#include "ui/theme/icons.h"

#include <QWidget>

#include <optional>

class QFrame;
class QLabel;
class QMenu;
class QPushButton;
class QSplitter;
class QStackedLayout;
class QToolButton;

namespace Playground {

class AlignButton;
class Appearance;
class ChartPage;
class ComparedRuns;
class ElidedLabel;
class NoticeBar;
class PartnerRuns;
class SegmentedControl;
class SourcePart;
class TaskPart;
class TotalsCard;

/// Two to four runs beside each other, in the place of the window's work area: the totals, why they differ, the charts
/// on one time axis, what differs in the programs, and task by task. What there is to compare is worked out in the
/// background, and only while the panel is shown. Two programs that run in order to be compared are shown as they run.
class ComparePanel : public QWidget {
    Q_OBJECT
public:
    /// All of them outlive the panel.
    ComparePanel(Appearance *appearance, ComparedRuns *runs, PartnerRuns *partners, QWidget *parent = nullptr);
    ~ComparePanel() override;
    Q_DISABLE_COPY_MOVE(ComparePanel)

    /// Whether there is a comparison to be seen, copied and saved.
    bool hasResult() const { return m_worker.result() != nullptr; }

    /// The comparison on paper. Only where hasResult() holds, as with the next one.
    Sheet sheet(Paper paper) const;
    /// Draws it into a file, by its ending SVG, PNG or PDF; see writeChart(). Returns a message for people, or nothing
    /// when all went well.
    std::optional<QString> saveChart(const QString &fileName, Paper paper) const;

public Q_SLOTS:
    /// Puts the comparison as a picture into the clipboard.
    void copyChart();

Q_SIGNALS:
    /// Back to where the person came from.
    void closed();
    /// The open example is to be run and compared with its partner.
    void partnersRequested();
    /// Saving the comparison as a picture: the window asks how and where to, and calls saveChart().
    void saveRequested();
    /// hasResult() is another.
    void resultChanged();

protected:
    void showEvent(QShowEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    QWidget *makeToolBar();
    QWidget *makeCard();
    QToolButton *makeButton(const QString &name, Icon icon);
    void connectParts();

    // What there is to be seen
    void noteRuns();
    void compareNow();
    void showResult();
    void showPartners();
    void noteProgress();
    void showFailure(const QString &text);
    void showEmpty();
    void showTotals();
    void showReasons();
    void showTools();
    void showHint();
    void fillOtherMenu();
    void shareWidth();
    void shareHeight();
    bool isLive() const;

    // What hands do
    void chooseView(int index);
    void chooseOther(std::size_t run);

    CompareChartOptions pictureOptions() const;
    void applyAppearance();
    void retranslate();

    Appearance *m_appearance;
    ComparedRuns *m_runs;
    PartnerRuns *m_partners;
    ComparisonWorker m_worker;
    bool m_isOutdated = true; ///< the runs are others than those that were compared last
    std::size_t m_other = 1; ///< the run that the first is compared with, where it can be only one

    NoticeBar *m_notices;
    QToolButton *m_back;
    QLabel *m_title;
    ElidedLabel *m_hint;
    AlignButton *m_align;
    QToolButton *m_otherButton;
    QMenu *m_otherMenu;
    SegmentedControl *m_views;
    QToolButton *m_path;
    QToolButton *m_copy;
    QToolButton *m_save;
    QStackedLayout *m_stack;
    ChartPage *m_page;
    QWidget *m_contents;
    QFrame *m_card;
    TotalsCard *m_totals;
    QLabel *m_reason;
    QPushButton *m_stop;
    QSplitter *m_parts;
    QSplitter *m_below;
    CompareChartView *m_chart;
    SourcePart *m_source;
    TaskPart *m_tasks;
    bool m_isShared = false; ///< by hand, among charts and what is below them
    bool m_isTableShared = false; ///< by hand, between source and tasks
};

} // namespace Playground
