// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/workspace.h"
#include "ui/controls/noticebar.h"
#include "ui/run/currentrun.h"
#include "ui/run/selection.h"
#include "ui/theme/appearance.h"
#include "ui/window/actions.h"
#include "ui/window/openingrequest.h"
#include "ui/window/settings.h"

#include <QMainWindow>

#include <array>
#include <utility>

QT_FORWARD_DECLARE_CLASS(QSplitter)

namespace Playground {

class ChartPanel;
class CommandPalette;
class EditorPanel;
class ExplanationPanel;
class GalleryPanel;
class OutputPanel;
class StatusLine;
class TopBar;

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
    void arrangePanels();
    void joinPanels();
    void connectActions();
    void connectEditing();
    void connectChoices();
    void connectView();

    void chooseLanguage(const QString &language);
    void retranslate();
    void applyAppearance();
    void showChoices();
    void enableActions();
    void showTitle();

    void runProgram();
    void showDocument();
    void save();
    void saveAs();
    void open();
    void openDropped(const QString &path);
    void fillRecentFiles();
    void tryExperiment(const QString &id, int index);
    void tellOfExamples();
    void tellOfChangedFile(bool isGone);
    void tell(Notice::Level level, const QString &text);
    void discardDraft(const QString &name);
    void openPalette();
    void showShortcuts();
    void showAbout();

    std::array<std::pair<Actions::Id, QWidget *>, 4> panelActions() const;
    void setPresentation(bool on);
    void showPanels();
    void backToWork();
    void focusPanel(int step);
    void restoreLayout();
    void saveLayout();

    WindowPlaces m_places;
    Settings m_settings;
    Appearance m_appearance;
    Workspace m_workspace;
    CurrentRun m_run;
    Selection m_selection;
    QString m_shownProgram; ///< the path of the document whose run is shown
    bool m_isPresenting = false;
    QList<int> m_usualHeights; ///< of editor and chart, while presenting

    Actions *m_actions = nullptr;
    TopBar *m_topBar = nullptr;
    NoticeBar *m_notices = nullptr;
    GalleryPanel *m_gallery = nullptr;
    EditorPanel *m_editor = nullptr;
    ChartPanel *m_chart = nullptr;
    ExplanationPanel *m_explanation = nullptr;
    OutputPanel *m_output = nullptr;
    StatusLine *m_statusLine = nullptr;
    CommandPalette *m_palette = nullptr;
    QSplitter *m_columns = nullptr;
    QSplitter *m_middle = nullptr;
    QSplitter *m_right = nullptr;
};

} // namespace Playground
