// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/controls/commandpalette.h"

#include <QObject>
#include <QString>

#include <map>
#include <utility>
#include <vector>

QT_FORWARD_DECLARE_CLASS(QAction)
QT_FORWARD_DECLARE_CLASS(QMenu)
QT_FORWARD_DECLARE_CLASS(QMenuBar)
QT_FORWARD_DECLARE_CLASS(QWidget)

namespace Playground {

class Appearance;

/// The window's actions: one QAction each, with its text in the present language, its shortcut and its icon; in menus,
/// and as commands that are found in either language.
class Actions : public QObject {
    Q_OBJECT
public:
    /// Everything that can be done in the window, in the order of its menus.
    enum class Id {
        // Program
        New,
        NewCpp,
        Open,
        Save,
        SaveAs,
        Revert,
        SaveRun,
        ExportRun,
        CopyChart,
        FindExample,
        Quit,
        // Edit
        Undo,
        Redo,
        Cut,
        Copy,
        Paste,
        SelectAll,
        Find,
        Replace,
        FindNext,
        FindPrevious,
        ToggleComment,
        DuplicateLine,
        MoveLineUp,
        MoveLineDown,
        ExplainLine,
        SelectLine,
        MendPunctuation,
        FormatProgram,
        NextProblem,
        PreviousProblem,
        // Run
        Run,
        Stop,
        SpeedTenth,
        SpeedQuarter,
        SpeedHalf,
        SpeedNormal,
        SpeedDouble,
        SpeedFivefold,
        SpeedTenfold,
        SpeedInstant,
        NetworkSimulated,
        NetworkReal,
        ProgramPython,
        ProgramCpp,
        Sanitize,
        ReplayPlay,
        ReplayBack,
        ReplayForward,
        // Compare
        ComparePartner,
        CompareLanguages,
        CompareAtOnce,
        PinRun,
        ShowComparison,
        SaveComparison,
        CopyComparison,
        // Chart
        ChartFit,
        ChartZoomIn,
        ChartZoomOut,
        ChartFollow,
        ChartBack,
        ChartForward,
        ChartFilter,
        ChartFoldDone,
        ChartCollapseAll,
        ChartExpandAll,
        ShowTasks,
        ShowDetails,
        ChartOverview,
        ChartWakeUps,
        ChartPath,
        ChartMark,
        ChartNextMark,
        // View
        LanguageChinese,
        LanguageEnglish,
        BothExplanations,
        ThemeSystem,
        ThemeLight,
        ThemeDark,
        HighContrast,
        Presentation,
        ShowGallery,
        ShowExplanation,
        ShowOutput,
        ShowChart,
        SideBySide,
        EditorLarger,
        EditorSmaller,
        EditorUsualSize,
        NextPanel,
        PreviousPanel,
        // Help
        CommandPalette,
        Shortcuts,
        About,
    };
    Q_ENUM(Id)

    /// The actions belong to `window`, so that their shortcuts work in all of it.
    Actions(Appearance *appearance, QWidget *window);
    Q_DISABLE_COPY_MOVE(Actions)

    QAction *operator[](Id id) const { return m_actions.at(id); }

    /// Makes the menus. Once.
    void fill(QMenuBar *bar);
    /// The menu of the choice that begins with this action, for a button as well.
    QMenu *choiceMenu(Id first) const { return m_choices.at(first); }
    /// In the program's menu; the window fills it.
    QMenu *recentFiles() const { return m_recentFiles; }

    std::vector<PaletteCommand> commands() const;

    /// After another language was chosen.
    void retranslate();

private:
    void make();
    QMenu *makeChoice(const char *title, Id first, Id last);

    Appearance *m_appearance;
    QWidget *m_window;
    std::map<Id, QAction *> m_actions;
    std::map<Id, QMenu *> m_choices; ///< by the first action
    std::map<Id, const char *> m_groups; ///< the title of the menu that holds the action
    std::vector<std::pair<QMenu *, const char *>> m_titles;
    QMenu *m_recentFiles = nullptr;
};

} // namespace Playground
