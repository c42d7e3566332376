// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/editor/linelabels.h"
#include "ui/editor/linewaits.h"
#include "ui/editor/livelines.h"

#include <QElapsedTimer>
#include <QObject>

#include <functional>
#include <map>
#include <optional>
#include <set>

namespace Playground {

class CodeEditor;
class Replay;
class RunView;
class Selection;

/// Shows the run in the editor, for as long as the text is the one that runs or ran: who waits at which line, which
/// line has the thread, what went wrong where, and the lines of what is selected.
class RunMarks : public QObject {
    Q_OBJECT
public:
    /// `isTextOfRun` tells whether the editor's text is what is run.
    RunMarks(CodeEditor *editor, const RunView *run, Selection *selection, std::function<bool()> isTextOfRun,
             QObject *parent = nullptr);
    Q_DISABLE_COPY_MOVE(RunMarks)

    /// From now on, of a run that has ended, the moment of the play head is shown.
    void setReplay(const Replay *replay);
    /// All of it anew: the editor shows another document, or the language is another one.
    void renew();
    /// What a person is told of a line: how often and how long it was waited there.
    QString factsOf(int line);

    /// Selects a line, counted from 1, or nothing where it was selected.
    void selectLine(int line);

private:
    void begin();
    void compareText();
    std::map<QString, int> definitions() const;
    void advance();
    void refresh();
    bool isTimeToShow() const;
    void showMoment();
    void showLive();
    std::vector<LiveLine> lines();
    LinePills pillsOf(const LiveLine &live) const;
    void showComplaints();
    void showSelection();
    void collectTaskLines();
    void clear();
    void selectTask(Trace::TaskId task);

    CodeEditor *m_editor;
    const RunView *m_run;
    Selection *m_selection;
    const Replay *m_replay = nullptr;
    std::function<bool()> m_isTextOfRun;
    bool m_isShown = false; ///< the text is the run's
    std::map<QString, int> m_definitions;
    LiveLines m_live;
    std::optional<LineWaits> m_waits; ///< of the run that has ended, once somebody has asked
    std::optional<std::size_t> m_shownWarnings; ///< how many; none where complaints are to be looked for anew
    std::set<int> m_taskLines; ///< of the selected task
    std::size_t m_taskWaits = 0; ///< how many of its waits are in them
    QElapsedTimer m_sinceLive;
    std::optional<Trace::Time> m_shownNow; ///< the moment of the latest refresh; none where it is out of date
    qint64 m_liveCost = 0; ///< of the latest refresh, in nanoseconds
};

} // namespace Playground
