// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/gantt/chartframe.h"
#include "ui/gantt/screenpainter.h"

#include <QWidget>

namespace Playground {

class Appearance;
class Replay;
class RunView;

/// What stands above the chart: the total as it counts, what is going on, and the legend. Never more than one line:
/// where there is no room the legend loses its words, and then goes into the tool tip.
class ChartHeader : public QWidget {
    Q_OBJECT
public:
    ChartHeader(Appearance *appearance, RunView *run, QWidget *parent = nullptr);

    /// From now on, the figures of a run that has ended make room for what it did at the play head.
    void setReplay(const Replay *replay);
    void setSeenStates(const SeenStates &seen);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    enum class LegendForm { Words, Swatches, None };

    void refresh();
    void layOut();
    QString startText() const;
    double addTexts(ChartItems &items);
    double addMoment(ChartItems &items, Trace::Time at);
    void tell(const QString &name);
    LegendForm addLegend(ChartItems &items, double from);

    Appearance *m_appearance;
    RunView *m_run;
    const Replay *m_replay = nullptr;
    SeenStates m_seen;
    ScreenPainter m_painter;
    std::vector<DisplayItem> m_items;
    QString m_moment; ///< what is replayed, in full
    QString m_told; ///< of accessibleName, without what counts
};

} // namespace Playground
