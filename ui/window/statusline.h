// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QLabel>
#include <QTimer>
#include <QWidget>

namespace Playground {

class Appearance;
class ComparedRuns;
class CurrentRun;
class PartnerRuns;
class Replay;
struct Totals;

/// The line at the window's foot: the state of the run, how much waiting went into how much time, the longest time that
/// something held the loop, and what runs the program. In a replay the figures are those up to the play head; beside a
/// comparison they are the compared runs' totals.
class StatusLine : public QWidget {
    Q_OBJECT
public:
    /// All of them outlive the line.
    StatusLine(Appearance *appearance, CurrentRun *run, const ComparedRuns *compared, const PartnerRuns *partners,
               QWidget *parent = nullptr);

    /// From now on a replay is told of; it must outlive the line.
    void setReplay(const Replay *replay);
    /// Whether the window shows the comparison in the place of the run.
    void setComparing(bool isComparing);

protected:
    void changeEvent(QEvent *event) override;

private:
    void showRun();
    void showState();
    void showFigures();
    void noteMoment();
    void noteComparison();
    Totals totals() const;
    QString comparisonText() const;
    QString stateText() const;
    QColor stateColor() const;
    QString concurrencyText(const Totals &totals) const;
    QString blockText(const Totals &totals) const;
    QString runtimeText() const;

    Appearance *m_appearance;
    CurrentRun *m_run;
    const ComparedRuns *m_compared;
    const PartnerRuns *m_partners;
    const Replay *m_replay = nullptr;
    bool m_isComparing = false;
    QElapsedTimer m_sinceFigures;
    QTimer m_moment; ///< until the figures of a replay are told again
    QLabel m_state;
    QLabel m_concurrency;
    QLabel m_block;
    QLabel m_network;
    QLabel m_runtime;
};

} // namespace Playground
