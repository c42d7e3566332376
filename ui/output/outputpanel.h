// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/trace/events.h"
#include "ui/output/outputlog.h"

#include <QTimer>
#include <QWidget>

#include <cstddef>

QT_FORWARD_DECLARE_CLASS(QLabel)
QT_FORWARD_DECLARE_CLASS(QLineEdit)
QT_FORWARD_DECLARE_CLASS(QMenu)
QT_FORWARD_DECLARE_CLASS(QToolButton)

namespace Playground {

class Appearance;
class CurrentRun;
class OutputView;
class Replay;
class Selection;

/// What the program prints, line by line, with the time and the task; what it reads from its standard input is typed
/// here as well. After the end it says how the run ended.
class OutputPanel : public QWidget {
    Q_OBJECT
public:
    /// All of them must outlive the panel.
    OutputPanel(Appearance *appearance, CurrentRun *run, Selection *selection, QWidget *parent = nullptr);
    ~OutputPanel() override;
    Q_DISABLE_COPY_MOVE(OutputPanel)

    /// From now on, only what was printed up to the play head is shown.
    void setReplay(const Replay *replay);

    /// The only task whose output is shown; None where all is.
    Trace::TaskId filter() const;
    /// Whether the program is being waited for a line, as far as can be told.
    bool isInputWanted() const { return m_isInputWanted; }

public Q_SLOTS:
    void setFilter(Playground::Trace::TaskId task);
    void clearFilter();
    void copy();
    void copyAll();
    void selectAll();
    void scrollToEnd();
    /// Shows the field for the program's input and puts the cursor into it. Only during a run.
    void focusInput();

Q_SIGNALS:
    /// A place in the program was picked out of a traceback; counted from 1.
    void lineActivated(int line);

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void makeHeader();
    void makeInput();
    void makeEnd();
    void arrange();
    void connectRun();

    void applyAppearance();
    void retranslate();
    void showRun();
    void showFilter();
    void showInput();
    void showEnd();
    void showEmptyText();
    void placeToEnd();
    void readMore();
    void showMoment();
    void lookForInput();
    void fillFilterMenu();
    void pickTask(Trace::TaskId task);
    QString taskName(Trace::TaskId task) const;
    QString endText() const;
    void sendLine();
    void closeInput();

    Appearance *m_appearance;
    CurrentRun *m_run;
    const Replay *m_replay = nullptr;
    Selection *m_selection;
    OutputLog m_log;

    QWidget *m_header = nullptr;
    QLabel *m_title = nullptr;
    QToolButton *m_filterButton = nullptr;
    QToolButton *m_clearFilter = nullptr;
    QToolButton *m_copy = nullptr;
    QMenu *m_filterMenu = nullptr;
    OutputView *m_view = nullptr;
    QToolButton *m_toEnd = nullptr;
    QWidget *m_inputStrip = nullptr;
    QLabel *m_inputIcon = nullptr;
    QLineEdit *m_input = nullptr;
    QWidget *m_endStrip = nullptr;
    QLabel *m_endIcon = nullptr;
    QLabel *m_end = nullptr;

    QTimer m_readOn; ///< there was more than could be read at once
    QTimer m_inputPoll;
    bool m_mayRead = false; ///< the program's text speaks of input, or somebody asked for the field
    bool m_isInputWanted = false;
    bool m_isInputClosed = false;
    QStringList m_typed; ///< lines, the latest last: the arrow keys bring them back
    qsizetype m_recalled = 0; ///< index into m_typed; its size where none is
};

} // namespace Playground
