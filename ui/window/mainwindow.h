// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/workspace.h"
#include "ui/compare/partnerruns.h"
#include "ui/run/comparedruns.h"
#include "ui/run/currentrun.h"
#include "ui/run/replay.h"
#include "ui/run/selection.h"
#include "ui/theme/appearance.h"
#include "ui/window/openingrequest.h"
#include "ui/window/settings.h"

#include <QMainWindow>

namespace Playground {

class Actions;
class ChartPanel;
class Choices;
class CommandPalette;
class CompareCommands;
class ComparePanel;
class DocumentCommands;
class EditorPanel;
class ExplanationPanel;
class GalleryPanel;
class NoticeBar;
class OutputPanel;
class RunCommands;
class StatusLine;
class TaskDetails;
class TaskTable;
class TopBar;
class TwinPanel;
class WindowLayout;

/// Where the window finds and keeps its things.
struct WindowPlaces {
    QString examples; ///< folder
    QString data; ///< folder of the drafts
    QString settings; ///< file
    RunTools tools = RunTools::ofApplication();

    /// Those of the person who started the application.
    static WindowPlaces ofUser();
};

/// The window: it holds what the panels share and joins them. What they do, they do themselves.
class MainWindow : public QMainWindow {
    Q_OBJECT
public:
    explicit MainWindow(const WindowPlaces &places, QWidget *parent = nullptr);
    ~MainWindow() override;
    Q_DISABLE_COPY_MOVE(MainWindow)

    /// To be called once, before the window is shown. What cannot be opened is told in the window.
    void begin(const OpeningRequest &request);

    /// What the panels show.
    const CurrentRun &run() const { return m_run; }

protected:
    void changeEvent(QEvent *event) override;
    void closeEvent(QCloseEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void makePanels();
    void makeCommands();
    void joinPanels();
    void connectActions();
    void connectEditing();
    void connectReplay();
    void connectTasks();

    void retranslate();
    void applyAppearance();
    void showChoices();
    void showDocument();
    void backToWork();
    void openPalette();
    void showShortcuts();
    void showAbout();

    WindowPlaces m_places;
    Settings m_settings;
    Appearance m_appearance;
    Workspace m_workspace;
    CurrentRun m_run;
    Selection m_selection;
    ComparedRuns m_compared;
    PartnerRuns m_partners;
    Replay m_replay{&m_run};

    Actions *m_actions = nullptr;
    Choices *m_choices = nullptr;
    DocumentCommands *m_documents = nullptr;
    RunCommands *m_runs = nullptr;
    CompareCommands *m_compares = nullptr;
    WindowLayout *m_layout = nullptr;
    TopBar *m_topBar = nullptr;
    NoticeBar *m_notices = nullptr;
    GalleryPanel *m_gallery = nullptr;
    EditorPanel *m_editor = nullptr;
    TwinPanel *m_twin = nullptr;
    ChartPanel *m_chart = nullptr;
    TaskTable *m_tasks = nullptr;
    TaskDetails *m_details = nullptr;
    ExplanationPanel *m_explanation = nullptr;
    OutputPanel *m_output = nullptr;
    ComparePanel *m_comparison = nullptr;
    StatusLine *m_statusLine = nullptr;
    CommandPalette *m_palette = nullptr;
};

} // namespace Playground
