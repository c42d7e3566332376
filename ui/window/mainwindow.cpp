// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/mainwindow.h"
#include "translations/translations.h"
#include "ui/compare/comparepanel.h"
#include "ui/controls/commandpalette.h"
#include "ui/controls/noticebar.h"
#include "ui/editor/editorpanel.h"
#include "ui/editor/twinpanel.h"
#include "ui/explanation/explanationpanel.h"
#include "ui/gallery/gallerypanel.h"
#include "ui/gantt/chartpanel.h"
#include "ui/gantt/ganttview.h"
#include "ui/output/outputpanel.h"
#include "ui/tasks/taskdetails.h"
#include "ui/tasks/tasktable.h"
#include "ui/theme/style.h"
#include "ui/window/chartcommands.h"
#include "ui/window/choices.h"
#include "ui/window/comparecommands.h"
#include "ui/window/documentcommands.h"
#include "ui/window/exportcommands.h"
#include "ui/window/runcommands.h"
#include "ui/window/savedruncommands.h"
#include "ui/window/shortcutsdialog.h"
#include "ui/window/statusline.h"
#include "ui/window/topbar.h"
#include "ui/window/windowlayout.h"

#include <QApplication>
#include <QCloseEvent>
#include <QDropEvent>
#include <QLocale>
#include <QMenuBar>
#include <QMessageBox>
#include <QStandardPaths>

#include <array>

namespace Playground {

namespace {

using namespace Qt::StringLiterals;
using Id = Actions::Id;

constexpr auto FirstExample = "create_task"_L1;

QString systemLanguage()
{
    return QLocale::system().language() == QLocale::Chinese ? u"zh_CN"_s : u"en"_s;
}

} // namespace

WindowPlaces WindowPlaces::ofUser()
{
    const QString data = QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation);
    const QString config = QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation);
    return {examplesFolder(), data + u"/async-playground"_s, config + u"/async-playground/async-playground.ini"_s};
}

MainWindow::MainWindow(const WindowPlaces &places, QWidget *parent)
    : QMainWindow(parent)
    , m_places(places)
    , m_settings(places.settings)
    , m_workspace(readExamples(places.examples), places.data)
    , m_partners(&m_compared)
{
    setObjectName("mainWindow"_L1);
    setAcceptDrops(true);
    m_actions = new Actions(&m_appearance, this);
    m_actions->fill(menuBar());
    m_choices = new Choices(m_actions, &m_settings, &m_appearance, this);
    applyAppearance();
    makePanels();
    makeCommands();
    joinPanels();
    connectActions();
    connect(&m_appearance, &Appearance::changed, this, &MainWindow::applyAppearance);
    m_layout->restore();
}

/// The panels go before the members, which they share; what those do at their own end nobody hears.
MainWindow::~MainWindow()
{
    m_workspace.disconnect();
    m_run.disconnect();
    m_compared.disconnect();
    m_partners.disconnect();
    m_replay.disconnect();
    qDeleteAll(findChildren<QWidget *>(Qt::FindDirectChildrenOnly));
}

void MainWindow::begin(const OpeningRequest &request)
{
    const QString remembered = m_settings.language();
    const QString usual = remembered.isEmpty() ? systemLanguage() : remembered;
    installLanguage(request.language.isEmpty() ? usual : request.language);
    retranslate();
    const bool isOpen = (!request.file.isEmpty() && m_documents->open(request.file))
        || (!request.example.isEmpty() && m_documents->openExample(request.example)) || m_workspace.openLast()
        || m_documents->openExample(FirstExample);
    if (!isOpen)
        m_workspace.openUntitled();
    m_documents->tellOfExamples();
    m_editor->setFocus();
    if (request.isRunning)
        m_runs->run();
}

// --- The panels

void MainWindow::makePanels()
{
    m_topBar = new TopBar(&m_appearance, m_actions, this);
    m_gallery = new GalleryPanel(&m_appearance, &m_workspace, this);
    m_notices = new NoticeBar(&m_appearance, this);
    m_editor = new EditorPanel(&m_appearance, &m_workspace, &m_run, &m_selection, m_notices, this);
    m_editor->setTools(m_places.tools);
    m_twin = new TwinPanel(&m_appearance, &m_workspace, m_editor->editor(), this);
    m_chart = new ChartPanel(&m_appearance, &m_run, &m_selection, this);
    m_tasks = new TaskTable(&m_appearance, &m_run, &m_selection, this);
    m_chart->setTable(m_tasks);
    m_explanation = new ExplanationPanel(&m_appearance, &m_workspace, &m_run, this);
    m_details = new TaskDetails(&m_appearance, &m_run, &m_selection, this);
    m_output = new OutputPanel(&m_appearance, &m_run, &m_selection, this);
    m_comparison = new ComparePanel(&m_appearance, &m_compared, &m_partners, this);
    m_statusLine = new StatusLine(&m_appearance, &m_run, &m_compared, &m_partners, this);
    m_palette = new CommandPalette(&m_appearance, this);
    m_palette->setUsed(m_settings.usedCommands());
}

void MainWindow::makeCommands()
{
    m_runs = new RunCommands({m_actions, &m_settings, &m_workspace, &m_run, &m_partners, &m_selection, m_places.tools},
                             this);
    auto *savedRuns = new SavedRunCommands({m_actions, &m_workspace, &m_run, m_runs, m_notices, this});
    m_documents = new DocumentCommands({m_actions, &m_settings, &m_workspace, m_editor, savedRuns, m_notices, this});
    new ExportCommands({&m_appearance, m_actions, &m_settings, &m_run, m_chart->view(), m_notices, this});
    new ChartCommands({m_actions, &m_settings, &m_run, m_chart, this});
    m_layout = new WindowLayout(this, &m_appearance, m_actions, &m_settings,
                                {m_topBar, m_gallery, m_notices, m_editor, m_twin, m_chart, m_explanation, m_details,
                                 m_output, m_comparison, m_statusLine});
    m_compares = new CompareCommands({&m_appearance, m_actions, &m_settings, &m_workspace, m_runs, &m_run, &m_compared,
                                      &m_partners, m_comparison, m_layout, m_notices, this});
}

void MainWindow::joinPanels()
{
    connect(&m_workspace, &Workspace::documentOpened, this, &MainWindow::showDocument);
    connect(&m_workspace, &Workspace::changedStateChanged, this, &MainWindow::showDocument);
    connect(m_choices, &Choices::changed, this, &MainWindow::showChoices);
    connect(m_documents, &DocumentCommands::opened, this, &MainWindow::backToWork);
    connect(m_documents, &DocumentCommands::runRequested, m_runs, &RunCommands::run);

    connect(m_compares, &CompareCommands::partnerChanged, this,
            [this] { m_topBar->setPartner(m_compares->partnerName()); });
    m_topBar->setPartner(m_compares->partnerName());

    connect(m_gallery, &GalleryPanel::exampleActivated, this, [this](const QString &id) {
        if (m_documents->openExample(id))
            backToWork();
    });
    connect(m_gallery, &GalleryPanel::fileActivated, m_documents, &DocumentCommands::open);
    connect(m_gallery, &GalleryPanel::untitledActivated, this, [this](const QString &name) {
        if (m_workspace.openDraft(name))
            backToWork();
    });
    connect(m_gallery, &GalleryPanel::untitledDiscardRequested, m_documents, &DocumentCommands::discardDraft);
    connect(m_gallery, &GalleryPanel::left, this, &MainWindow::backToWork);
    const auto editTwin = [this] {
        const bool isCpp = m_workspace.document().language == u"cpp";
        (*m_actions)[isCpp ? Id::ProgramPython : Id::ProgramCpp]->trigger();
    };
    connect(m_twin, &TwinPanel::editRequested, this, editTwin);
    connect(m_twin, &TwinPanel::runRequested, this, [this, editTwin] {
        editTwin();
        m_runs->run();
    });
    connect(m_chart, &ChartPanel::runRequested, m_runs, &RunCommands::run);
    connect(m_chart, &ChartPanel::lineActivated, this, [this](int line) {
        m_editor->showLine(line);
        if (!m_chart->view()->hasFocus()) // there one may walk on from task to task
            m_editor->setFocus();
    });
    connect(m_layout, &WindowLayout::comparingChanged, m_statusLine,
            [this] { m_statusLine->setComparing(m_layout->isComparing()); });
    connect(m_output, &OutputPanel::lineActivated, m_editor, &EditorPanel::showLine);
    connect(m_explanation, &ExplanationPanel::lineRequested, m_editor, &EditorPanel::showLine);
    connect(m_explanation, &ExplanationPanel::exampleRequested, m_documents, &DocumentCommands::openExample);
    connect(m_explanation, &ExplanationPanel::experimentRequested, m_documents, &DocumentCommands::tryExperiment);
    connect(m_explanation, &ExplanationPanel::codeRequested, this,
            [this](const QString &code) { m_workspace.openUntitled(code, m_workspace.document().language); });
}

void MainWindow::applyAppearance()
{
    applyStyle(*qApp, m_appearance);
}

// --- The actions

void MainWindow::connectActions()
{
    const auto on = [this](Id id, auto &&does) { connect((*m_actions)[id], &QAction::triggered, this, does); };
    on(Id::FindExample, [this] {
        m_gallery->show();
        m_gallery->focusSearch();
    });
    on(Id::Quit, [this] { close(); });
    on(Id::CommandPalette, [this] { openPalette(); });
    on(Id::Shortcuts, [this] { showShortcuts(); });
    on(Id::About, [this] { showAbout(); });
    connectEditing();
    connectReplay();
    connectTasks();
    showChoices();
    showDocument();
}

void MainWindow::connectEditing()
{
    // Whatever has the focus and knows how does it: the editor, the output, a field.
    constexpr std::array anywhere{
        std::pair{Id::Undo, "undo"}, std::pair{Id::Redo, "redo"},   std::pair{Id::Cut, "cut"},
        std::pair{Id::Copy, "copy"}, std::pair{Id::Paste, "paste"}, std::pair{Id::SelectAll, "selectAll"},
    };
    for (const auto &[id, slot] : anywhere) {
        connect((*m_actions)[id], &QAction::triggered, this, [this, slot = slot] {
            QWidget *focus = focusWidget();
            const QByteArray signature = QByteArray(slot) + "()";
            const bool canDo = focus && focus->metaObject()->indexOfMethod(signature.constData()) >= 0;
            QMetaObject::invokeMethod(canDo ? focus : m_editor, slot);
        });
    }
    const auto inEditor = [this](Id id, void (EditorPanel::*does)()) {
        connect((*m_actions)[id], &QAction::triggered, m_editor, does);
    };
    inEditor(Id::Find, &EditorPanel::showFind);
    inEditor(Id::Replace, &EditorPanel::showReplace);
    inEditor(Id::FindNext, &EditorPanel::findNext);
    inEditor(Id::FindPrevious, &EditorPanel::findPrevious);
    inEditor(Id::ToggleComment, &EditorPanel::toggleComment);
    inEditor(Id::DuplicateLine, &EditorPanel::duplicateLine);
    inEditor(Id::MoveLineUp, &EditorPanel::moveLineUp);
    inEditor(Id::MoveLineDown, &EditorPanel::moveLineDown);
    inEditor(Id::ExplainLine, &EditorPanel::explainLine);
    inEditor(Id::SelectLine, &EditorPanel::selectLine);
    inEditor(Id::MendPunctuation, &EditorPanel::mendPunctuation);
    inEditor(Id::FormatProgram, &EditorPanel::formatProgram);
    inEditor(Id::NextProblem, &EditorPanel::nextProblem);
    inEditor(Id::PreviousProblem, &EditorPanel::previousProblem);
    inEditor(Id::EditorLarger, &EditorPanel::zoomIn);
    inEditor(Id::EditorSmaller, &EditorPanel::zoomOut);
    inEditor(Id::EditorUsualSize, &EditorPanel::resetZoom);
}

void MainWindow::connectReplay()
{
    m_chart->setReplay(&m_replay);
    m_editor->setReplay(&m_replay);
    m_output->setReplay(&m_replay);
    m_tasks->setReplay(&m_replay);
    m_details->setReplay(&m_replay);
    m_statusLine->setReplay(&m_replay);
    connect(m_details, &TaskDetails::momentActivated, &m_replay, [this](Trace::Time moment) {
        if (!m_replay.isAtEnd()) // whoever looks at the whole run goes on looking at it
            m_replay.setHead(moment);
    });
    const auto inReplay = [this](Id id, void (Replay::*does)()) {
        connect((*m_actions)[id], &QAction::triggered, &m_replay, does);
    };
    inReplay(Id::ReplayPlay, &Replay::togglePlaying);
    inReplay(Id::ReplayBack, &Replay::stepBack);
    inReplay(Id::ReplayForward, &Replay::stepForward);
    const auto enable = [this] {
        for (const Id id : {Id::ReplayPlay, Id::ReplayBack, Id::ReplayForward})
            (*m_actions)[id]->setEnabled(m_replay.isPossible());
    };
    connect(&m_replay, &Replay::possibleChanged, this, enable);
    enable();
}

void MainWindow::connectTasks()
{
    QAction *table = (*m_actions)[Id::ShowTasks];
    connect(table, &QAction::triggered, this, [this, table] {
        const bool isThere = m_chart->showsTable() && m_chart->isAncestorOf(focusWidget());
        m_chart->showTable(!isThere);
        m_layout->raise(m_chart);
        table->setChecked(m_chart->showsTable());
    });
    connect(m_chart, &ChartPanel::tableShown, table, &QAction::setChecked);
    GanttView *view = m_chart->view();
    connect(m_tasks, &TaskTable::lineActivated, m_editor, &EditorPanel::showLine);
    connect(view, &GanttView::rowsChanged, m_tasks, [this, view] { m_tasks->setFilter(view->rows().filter()); });

    connect((*m_actions)[Id::ShowDetails], &QAction::triggered, m_layout, &WindowLayout::toggleDetails);
    connect(m_tasks, &TaskTable::detailsRequested, m_layout, &WindowLayout::toggleDetails);
    connect(m_details, &TaskDetails::lineActivated, m_editor, &EditorPanel::showLine);
    connect(m_details, &TaskDetails::placeActivated, view, &GanttView::selectPlace);
    connect(view, &GanttView::placeSelected, m_details, &TaskDetails::showPlace);
}

void MainWindow::showChoices()
{
    m_topBar->refresh();
    m_explanation->setBothLanguages(m_settings.showsBothExplanations());
}

void MainWindow::openPalette()
{
    m_palette->open(m_actions->commands());
}

// --- Language

void MainWindow::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QMainWindow::changeEvent(event);
}

void MainWindow::retranslate()
{
    m_actions->retranslate();
    m_layout->retranslate();
    m_choices->refresh();
    showChoices();
    showDocument();
}

// --- Documents

void MainWindow::showDocument()
{
    const Document &document = m_workspace.document();
    m_topBar->refresh();
    m_layout->setHasTwin(m_twin->hasTwin());
    (*m_actions)[Id::Revert]->setEnabled(document.isChanged() && document.kind != Document::Kind::Untitled);
    (*m_actions)[Id::FormatProgram]->setEnabled(document.language == u"cpp");
    setWindowFilePath(document.kind == Document::Kind::File ? document.path : QString());
    setWindowTitle(u"%1[*] – %2"_s.arg(document.title(), tr("Async Playground")));
    setWindowModified(document.isChanged());
}

void MainWindow::dragEnterEvent(QDragEnterEvent *event)
{
    if (!DocumentCommands::fileIn(*event).isEmpty())
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent *event)
{
    m_documents->open(DocumentCommands::fileIn(*event));
    event->acceptProposedAction();
}

/// A gallery that came only to be searched goes again.
void MainWindow::backToWork()
{
    m_editor->setFocus();
    m_layout->showPanels();
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    m_layout->save();
    m_settings.setUsedCommands(m_palette->used());
    m_run.clear();
    event->accept();
}

// --- Help

void MainWindow::showShortcuts()
{
    auto *dialog = new ShortcutsDialog(&m_appearance, m_actions, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->show();
}

void MainWindow::showAbout()
{
    auto *box = new QMessageBox(this);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setWindowTitle(tr("About Async Playground"));
    box->setText(tr("Async Playground %1").arg(QCoreApplication::applicationVersion()));
    box->setInformativeText(
        tr("Run asynchronous programs and watch every task on a chart.\n\nFree software under the GNU General Public "
           "License, version 3 or later. Built on Qt %1, QCoro, QScintilla and CPython.")
            .arg(QLatin1StringView(qVersion())));
    box->open();
}

} // namespace Playground
