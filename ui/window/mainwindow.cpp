// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/mainwindow.h"
#include "core/catalog/experiment.h"
#include "core/session/mending.h"
#include "core/session/scenariolauncher.h"
#include "translations/translations.h"
#include "ui/controls/commandpalette.h"
#include "ui/controls/noticebar.h"
#include "ui/editor/editorpanel.h"
#include "ui/explanation/explanationpanel.h"
#include "ui/gallery/gallerypanel.h"
#include "ui/gantt/chartpanel.h"
#include "ui/gantt/ganttview.h"
#include "ui/output/outputpanel.h"
#include "ui/theme/style.h"
#include "ui/window/shortcutsdialog.h"
#include "ui/window/statusline.h"
#include "ui/window/topbar.h"

#include <QApplication>
#include <QCloseEvent>
#include <QDir>
#include <QDropEvent>
#include <QFileDialog>
#include <QFileIconProvider>
#include <QFileInfo>
#include <QFrame>
#include <QLocale>
#include <QMenu>
#include <QMenuBar>
#include <QMessageBox>
#include <QMimeData>
#include <QSplitter>
#include <QStandardPaths>
#include <QVBoxLayout>

#include <array>

namespace Playground {

namespace {

using namespace Qt::StringLiterals;
using Id = Actions::Id;

constexpr double PresentationScale = 1.6;
constexpr double MostOfChart = 0.48; // of the height, in a presentation
constexpr QSize UsualSize{1280, 800};
constexpr auto FirstExample = "create_task"_L1;

constexpr std::array SpeedActions{
    std::pair{Id::SpeedTenth, 0.1},    std::pair{Id::SpeedQuarter, 0.25}, std::pair{Id::SpeedHalf, 0.5},
    std::pair{Id::SpeedNormal, 1.0},   std::pair{Id::SpeedDouble, 2.0},   std::pair{Id::SpeedFivefold, 5.0},
    std::pair{Id::SpeedTenfold, 10.0},
};

constexpr std::array ThemeActions{
    std::pair{Id::ThemeSystem, ThemeChoice::System},
    std::pair{Id::ThemeLight, ThemeChoice::Light},
    std::pair{Id::ThemeDark, ThemeChoice::Dark},
};

Speed speedOf(double factor)
{
    return factor == 1 ? Speed{} : Speed{Trace::ClockMode::Scaled, factor};
}

QString systemLanguage()
{
    return QLocale::system().language() == QLocale::Chinese ? u"zh_CN"_s : u"en"_s;
}

/// The first local file of what is dragged that could be a program; empty where there is none.
QString programIn(const QMimeData *data)
{
    const QList<QUrl> urls = data->urls();
    for (const QUrl &url : urls) {
        if (url.isLocalFile() && scenarioLanguage(url.toLocalFile()))
            return url.toLocalFile();
    }
    return {};
}

/// Divides what stands above from what stands below.
QFrame *makeLine(QWidget *parent)
{
    auto *line = new QFrame(parent);
    line->setProperty("role", u"line"_s);
    line->setFixedHeight(1);
    return line;
}

QString programFilter()
{
    return MainWindow::tr("Python programs (*.py)") + u";;"_s + MainWindow::tr("All files (*)");
}

/// Tells files by their names. Qt's own looks into them, and some, as in /proc, take for ever to be read.
class FileIconsByName : public QFileIconProvider {
public:
    using QFileIconProvider::icon;
    QIcon icon(const QFileInfo &info) const override { return icon(info.isDir() ? Folder : File); }
    QString type(const QFileInfo &info) const override
    {
        return info.isDir() ? MainWindow::tr("folder") : info.suffix();
    }
};

QFileDialog *makeFileDialog(const QString &title, QWidget *parent)
{
    static FileIconsByName icons;
    auto *dialog = new QFileDialog(parent, title, {}, programFilter());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setIconProvider(&icons);
    return dialog;
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
{
    setObjectName("mainWindow"_L1);
    setAcceptDrops(true);
    m_appearance.setThemeChoice(m_settings.theme());
    m_appearance.setHighContrast(m_settings.isHighContrast());
    applyAppearance();
    m_actions = new Actions(&m_appearance, this);
    m_actions->fill(menuBar());
    makePanels();
    arrangePanels();
    joinPanels();
    connectActions();
    connect(&m_appearance, &Appearance::changed, this, &MainWindow::applyAppearance);
    restoreLayout();
    showPanels();
}

/// The panels go before the members, which they share.
MainWindow::~MainWindow()
{
    qDeleteAll(findChildren<QWidget *>(Qt::FindDirectChildrenOnly));
}

void MainWindow::begin(const OpeningRequest &request)
{
    const QString remembered = m_settings.language();
    const QString usual = remembered.isEmpty() ? systemLanguage() : remembered;
    installLanguage(request.language.isEmpty() ? usual : request.language);
    retranslate();
    const bool isOpen = (!request.file.isEmpty() && m_workspace.openFile(request.file))
        || (!request.example.isEmpty() && m_workspace.openExample(request.example)) || m_workspace.openLast()
        || m_workspace.openExample(FirstExample);
    if (!isOpen)
        m_workspace.openUntitled();
    tellOfExamples();
    m_editor->setFocus();
    if (request.isRunning)
        runProgram();
}

void MainWindow::tellOfExamples()
{
    const ExampleList &list = m_workspace.examples();
    if (list.examples.isEmpty() && list.problems.isEmpty())
        tell(Notice::Level::Error,
             tr("The examples are not where they belong. Build or install Async Playground again."));
    else if (!list.problems.isEmpty())
        tell(Notice::Level::Warning, list.problems.join(u' '));
}

// --- The panels

void MainWindow::makePanels()
{
    m_topBar = new TopBar(&m_appearance, m_actions, this);
    m_gallery = new GalleryPanel(&m_appearance, &m_workspace, this);
    m_notices = new NoticeBar(&m_appearance, this);
    m_editor = new EditorPanel(&m_appearance, &m_workspace, &m_run, &m_selection, m_notices, this);
    m_editor->setTools(m_places.tools);
    m_chart = new ChartPanel(&m_appearance, &m_run, &m_selection, this);
    m_explanation = new ExplanationPanel(&m_appearance, &m_workspace, &m_run, this);
    m_output = new OutputPanel(&m_appearance, &m_run, &m_selection, this);
    m_statusLine = new StatusLine(&m_appearance, &m_run, this);
    m_palette = new CommandPalette(&m_appearance, this);
    m_palette->setUsed(m_settings.usedCommands());
}

void MainWindow::arrangePanels()
{
    const auto splitter = [this](const char *name, Qt::Orientation orientation) {
        auto *made = new QSplitter(orientation, this);
        made->setObjectName(QLatin1StringView(name));
        made->setChildrenCollapsible(false);
        made->setHandleWidth(1);
        return made;
    };
    m_columns = splitter("columns", Qt::Horizontal);
    m_middle = splitter("middle", Qt::Vertical);
    m_right = splitter("right", Qt::Vertical);

    auto *editing = new QWidget(this);
    auto *editingLayout = new QVBoxLayout(editing);
    editingLayout->setContentsMargins({});
    editingLayout->setSpacing(0);
    editingLayout->addWidget(m_notices);
    editingLayout->addWidget(m_editor, 1);
    m_middle->addWidget(editing);
    m_middle->addWidget(m_chart);
    m_right->addWidget(m_explanation);
    m_right->addWidget(m_output);
    m_columns->addWidget(m_gallery);
    m_columns->addWidget(m_middle);
    m_columns->addWidget(m_right);
    m_columns->setStretchFactor(1, 1);
    m_middle->setStretchFactor(0, 1);
    m_right->setStretchFactor(0, 1);

    auto *all = new QWidget(this);
    auto *layout = new QVBoxLayout(all);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(m_topBar);
    layout->addWidget(makeLine(all));
    layout->addWidget(m_columns, 1);
    layout->addWidget(makeLine(all));
    layout->addWidget(m_statusLine);
    setCentralWidget(all);
}

void MainWindow::joinPanels()
{
    connect(&m_workspace, &Workspace::documentOpened, this, &MainWindow::showDocument);
    connect(&m_workspace, &Workspace::changedStateChanged, this, &MainWindow::enableActions);
    connect(&m_workspace, &Workspace::fileChangedOutside, this, &MainWindow::tellOfChangedFile);
    connect(&m_workspace, &Workspace::problemOccurred, this,
            [this](const QString &text) { tell(Notice::Level::Error, text); });
    connect(&m_workspace, &Workspace::remarkMade, this,
            [this](const QString &text) { tell(Notice::Level::Information, text); });
    connect(&m_run, &CurrentRun::phaseChanged, this, &MainWindow::enableActions);

    connect(m_gallery, &GalleryPanel::exampleActivated, this, [this](const QString &id) {
        if (m_workspace.openExample(id))
            backToWork();
    });
    connect(m_gallery, &GalleryPanel::fileActivated, this, &MainWindow::openDropped);
    connect(m_gallery, &GalleryPanel::untitledActivated, this, [this](const QString &name) {
        if (m_workspace.openDraft(name))
            backToWork();
    });
    connect(m_gallery, &GalleryPanel::untitledDiscardRequested, this, &MainWindow::discardDraft);
    connect(m_gallery, &GalleryPanel::left, this, &MainWindow::backToWork);
    connect(m_chart, &ChartPanel::runRequested, this, &MainWindow::runProgram);
    connect(m_chart, &ChartPanel::lineActivated, m_editor, &EditorPanel::showLine);
    connect(m_output, &OutputPanel::lineActivated, m_editor, &EditorPanel::showLine);
    connect(m_explanation, &ExplanationPanel::lineRequested, m_editor, &EditorPanel::showLine);
    connect(m_explanation, &ExplanationPanel::exampleRequested, this,
            [this](const QString &id) { m_workspace.openExample(id); });
    connect(m_explanation, &ExplanationPanel::experimentRequested, this, &MainWindow::tryExperiment);
    connect(m_explanation, &ExplanationPanel::codeRequested, this,
            [this](const QString &code) { m_workspace.openUntitled(code); });
}

void MainWindow::applyAppearance()
{
    applyStyle(*qApp, m_appearance);
}

// --- The actions

void MainWindow::connectActions()
{
    const auto on = [this](Id id, auto &&does) { connect((*m_actions)[id], &QAction::triggered, this, does); };
    on(Id::New, [this] { m_workspace.openUntitled(); });
    on(Id::Open, [this] { open(); });
    on(Id::Save, [this] { save(); });
    on(Id::SaveAs, [this] { saveAs(); });
    on(Id::Revert, [this] { m_editor->revert(); });
    on(Id::FindExample, [this] {
        m_gallery->show();
        m_gallery->focusSearch();
    });
    on(Id::Quit, [this] { close(); });
    on(Id::Run, [this] { runProgram(); });
    on(Id::Stop, [this] { m_run.stop(); });
    on(Id::CommandPalette, [this] { openPalette(); });
    on(Id::Shortcuts, [this] { showShortcuts(); });
    on(Id::About, [this] { showAbout(); });
    connect(m_actions->recentFiles(), &QMenu::aboutToShow, this, &MainWindow::fillRecentFiles);
    connectEditing();
    connectChoices();
    connectView();
    showChoices();
    enableActions();
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
    inEditor(Id::EditorLarger, &EditorPanel::zoomIn);
    inEditor(Id::EditorSmaller, &EditorPanel::zoomOut);
    inEditor(Id::EditorUsualSize, &EditorPanel::resetZoom);
}

void MainWindow::connectChoices()
{
    const auto choose = [this](Id id, auto &&does) {
        connect((*m_actions)[id], &QAction::triggered, this, [this, does] {
            does();
            showChoices();
        });
    };
    for (const auto &[id, factor] : SpeedActions)
        choose(id, [this, factor = factor] { m_settings.setSpeed(speedOf(factor)); });
    choose(Id::SpeedInstant, [this] { m_settings.setSpeed({Trace::ClockMode::Instant, 1}); });
    choose(Id::NetworkSimulated, [this] { m_settings.setNetwork(Trace::NetworkMode::Simulated); });
    choose(Id::NetworkReal, [this] { m_settings.setNetwork(Trace::NetworkMode::Real); });
    choose(Id::LanguageChinese, [this] { chooseLanguage(u"zh_CN"_s); });
    choose(Id::LanguageEnglish, [this] { chooseLanguage(u"en"_s); });
    choose(Id::BothExplanations, [this] {
        m_settings.setShowsBothExplanations(!m_settings.showsBothExplanations());
        m_explanation->setBothLanguages(m_settings.showsBothExplanations());
    });
    for (const auto &[id, theme] : ThemeActions) {
        choose(id, [this, theme = theme] {
            m_settings.setTheme(theme);
            m_appearance.setThemeChoice(theme);
        });
    }
    choose(Id::HighContrast, [this] {
        m_settings.setHighContrast(!m_settings.isHighContrast());
        m_appearance.setHighContrast(m_settings.isHighContrast());
    });
    m_explanation->setBothLanguages(m_settings.showsBothExplanations());
}

void MainWindow::connectView()
{
    const auto inChart = [this](Id id, void (ChartPanel::*does)()) {
        connect((*m_actions)[id], &QAction::triggered, m_chart, does);
    };
    inChart(Id::ChartFit, &ChartPanel::fit);
    inChart(Id::ChartZoomIn, &ChartPanel::zoomIn);
    inChart(Id::ChartZoomOut, &ChartPanel::zoomOut);
    inChart(Id::ChartFollow, &ChartPanel::followLive);
    inChart(Id::ChartFilter, &ChartPanel::startFilter);
    GanttView *view = m_chart->view();
    QAction *fold = (*m_actions)[Id::ChartFoldDone];
    connect(fold, &QAction::triggered, view, &GanttView::setFoldsDone);
    connect(view, &GanttView::rowsChanged, fold, [fold, view] { fold->setChecked(view->rows().foldsDone()); });
    connect((*m_actions)[Id::ChartCollapseAll], &QAction::triggered, view, &GanttView::collapseAll);
    connect((*m_actions)[Id::ChartExpandAll], &QAction::triggered, view, &GanttView::expandAll);
    connect((*m_actions)[Id::Presentation], &QAction::toggled, this, &MainWindow::setPresentation);
    for (const auto &[id, panel] : panelActions()) {
        connect((*m_actions)[id], &QAction::triggered, this, [this, panel = panel](bool shown) {
            m_settings.setShown(panel->objectName(), shown);
            showPanels();
        });
    }
    connect((*m_actions)[Id::NextPanel], &QAction::triggered, this, [this] { focusPanel(1); });
    connect((*m_actions)[Id::PreviousPanel], &QAction::triggered, this, [this] { focusPanel(-1); });
}

/// Each choice's action is checked as what holds at the moment says.
void MainWindow::showChoices()
{
    const Speed speed = m_settings.speed();
    for (const auto &[id, factor] : SpeedActions)
        (*m_actions)[id]->setChecked(speed == speedOf(factor));
    (*m_actions)[Id::SpeedInstant]->setChecked(speed.clock == Trace::ClockMode::Instant);
    const bool isReal = m_settings.network() == Trace::NetworkMode::Real;
    (*m_actions)[Id::NetworkSimulated]->setChecked(!isReal);
    (*m_actions)[Id::NetworkReal]->setChecked(isReal);
    (*m_actions)[Id::LanguageChinese]->setChecked(installedLanguage() == u"zh_CN");
    (*m_actions)[Id::LanguageEnglish]->setChecked(installedLanguage() == u"en");
    (*m_actions)[Id::BothExplanations]->setChecked(m_settings.showsBothExplanations());
    for (const auto &[id, theme] : ThemeActions)
        (*m_actions)[id]->setChecked(m_settings.theme() == theme);
    (*m_actions)[Id::HighContrast]->setChecked(m_settings.isHighContrast());
    m_topBar->refresh();
}

void MainWindow::enableActions()
{
    const Document &document = m_workspace.document();
    (*m_actions)[Id::Revert]->setEnabled(document.isChanged() && document.kind != Document::Kind::Untitled);
    (*m_actions)[Id::Stop]->setEnabled(m_run.isActive() && !m_run.isStopping());
    (*m_actions)[Id::ChartFollow]->setEnabled(m_run.isActive());
    showTitle();
}

void MainWindow::openPalette()
{
    m_palette->open(m_actions->commands());
}

// --- Language

void MainWindow::chooseLanguage(const QString &language)
{
    m_settings.setLanguage(language);
    installLanguage(language);
}

void MainWindow::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QMainWindow::changeEvent(event);
}

void MainWindow::retranslate()
{
    m_actions->retranslate();
    showChoices();
    showTitle();
}

void MainWindow::showTitle()
{
    const Document &document = m_workspace.document();
    setWindowFilePath(document.kind == Document::Kind::File ? document.path : QString());
    setWindowTitle(u"%1[*] – %2"_s.arg(document.title(), tr("Async Playground")));
    setWindowModified(document.isChanged());
}

// --- Running

void MainWindow::runProgram()
{
    const Document &document = m_workspace.document();
    const Speed speed = m_settings.speed();
    RunRequest request;
    request.program = document.path;
    const MendedSource mended = mendPython(document.text);
    request.source = mended.isChanged() ? mended.text.toUtf8() : document.source();
    request.clock = speed.clock;
    request.speed = speed.factor;
    request.network = m_settings.network();
    request.tools = m_places.tools;
    m_selection.clear();
    m_shownProgram = document.path;
    m_run.start(request);
}

// --- Documents

/// The run of another program is no longer of interest; that of the same program with another text is.
void MainWindow::showDocument()
{
    if (m_workspace.document().path != m_shownProgram) {
        m_shownProgram.clear();
        m_selection.clear();
        m_run.clear();
    }
    m_notices->dismiss(u"changed-outside"_s);
    enableActions();
}

void MainWindow::open()
{
    QFileDialog *dialog = makeFileDialog(tr("Open a program"), this);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &MainWindow::openDropped);
    dialog->open();
}

void MainWindow::openDropped(const QString &path)
{
    if (m_workspace.openFile(path))
        backToWork();
}

void MainWindow::save()
{
    if (m_workspace.document().kind == Document::Kind::File)
        m_workspace.save();
    else
        saveAs();
}

void MainWindow::saveAs()
{
    const Document &document = m_workspace.document();
    QFileDialog *dialog = makeFileDialog(tr("Save the program"), this);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(u"py"_s);
    const QString name = document.kind == Document::Kind::Example ? document.example + u".py"_s : document.path;
    dialog->selectFile(name);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) { m_workspace.saveAs(path); });
    dialog->open();
}

void MainWindow::fillRecentFiles()
{
    QMenu *menu = m_actions->recentFiles();
    menu->clear();
    const QStringList files = m_workspace.recentFiles();
    for (const QString &file : files) {
        QAction *action = menu->addAction(QDir::toNativeSeparators(file));
        connect(action, &QAction::triggered, this, [this, file] { openDropped(file); });
    }
    if (files.isEmpty())
        menu->addAction(tr("None yet"))->setEnabled(false);
}

void MainWindow::tryExperiment(const QString &id, int index)
{
    if (!m_workspace.openExample(id))
        return;
    const QList<ProgramChange> &experiments = m_workspace.currentExample()->experiments;
    const std::optional<QString> text = applied(experiments.at(index), m_workspace.document().original);
    if (!text)
        return;
    m_editor->replaceText(*text);
    m_notices->show({u"experiment"_s,
                     Notice::Level::Information,
                     [] { return tr("The variant is in the editor. Guess first, then run it."); },
                     {{[] { return tr("Run"); }, [this] { runProgram(); }},
                      {[] { return tr("Back to the original"); }, [this] { m_workspace.revert(); }}}});
}

void MainWindow::tellOfChangedFile(bool isGone)
{
    const QString id = u"changed-outside"_s;
    if (isGone) {
        m_notices->show({id,
                         Notice::Level::Warning,
                         [] { return tr("The file is gone. Its text is still here in the editor."); },
                         {{[] { return tr("Save it again"); }, [this] { m_workspace.save(); }}}});
        return;
    }
    m_notices->show({id,
                     Notice::Level::Warning,
                     [] { return tr("Another program has changed the file. The editor has the text from before."); },
                     {{[] { return tr("Read it again"); }, [this] { m_workspace.reload(); }}}});
}

void MainWindow::tell(Notice::Level level, const QString &text)
{
    m_notices->show({u"workspace"_s, level, [text] { return text; }, {}});
}

void MainWindow::discardDraft(const QString &name)
{
    const QString text = m_workspace.discardDraft(name);
    m_notices->show({u"discarded"_s,
                     Notice::Level::Information,
                     [name] { return tr("%1 is gone.").arg(name); },
                     {{[] { return tr("Bring it back"); }, [this, text] { m_workspace.openUntitled(text); }}}});
}

void MainWindow::dragEnterEvent(QDragEnterEvent *event)
{
    if (!programIn(event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent *event)
{
    openDropped(programIn(event->mimeData()));
    event->acceptProposedAction();
}

// --- What is shown where

std::array<std::pair<Id, QWidget *>, 4> MainWindow::panelActions() const
{
    return {{{Id::ShowGallery, m_gallery},
             {Id::ShowExplanation, m_explanation},
             {Id::ShowOutput, m_output},
             {Id::ShowChart, m_chart}}};
}

void MainWindow::showPanels()
{
    for (const auto &[id, panel] : panelActions()) {
        const bool isAside = panel != m_chart;
        const bool isShown = m_settings.isShown(panel->objectName()) && !(m_isPresenting && isAside);
        (*m_actions)[id]->setChecked(isShown);
        panel->setVisible(isShown);
    }
    m_right->setVisible(!m_explanation->isHidden() || !m_output->isHidden());
}

/// A gallery that came only to be searched goes again.
void MainWindow::backToWork()
{
    m_editor->setFocus();
    showPanels();
}

/// With larger type, the chart gets more of the height, so that the tasks of a lesson are all seen.
void MainWindow::setPresentation(bool on)
{
    if (std::exchange(m_isPresenting, on) == on)
        return;
    if (on)
        m_usualHeights = m_middle->sizes();
    m_appearance.setScale(on ? PresentationScale : 1);
    showPanels();
    const int height = m_middle->height();
    const int chart = std::min(int(m_usualHeights.last() * PresentationScale), int(height * MostOfChart));
    m_middle->setSizes(on ? QList<int>{height - chart, chart} : m_usualHeights);
}

void MainWindow::focusPanel(int step)
{
    const std::array<QWidget *, 5> panels{m_gallery, m_editor, m_chart, m_explanation, m_output};
    const int count = int(panels.size());
    int current = count;
    for (int i = 0; i < count; ++i) {
        if (panels[std::size_t(i)]->isAncestorOf(focusWidget()) || panels[std::size_t(i)] == focusWidget())
            current = i;
    }
    for (int i = 1; i <= count; ++i) {
        QWidget *panel = panels[std::size_t(((current + step * i) % count + count) % count)];
        if (!panel->isVisible())
            continue;
        panel->setFocus(Qt::ShortcutFocusReason);
        return;
    }
}

void MainWindow::restoreLayout()
{
    resize(UsualSize);
    m_columns->setSizes({232, 722, 326});
    m_middle->setSizes({448, 276});
    m_right->setSizes({538, 186});
    restoreGeometry(m_settings.state(objectName()));
    for (QSplitter *splitter : {m_columns, m_middle, m_right})
        splitter->restoreState(m_settings.state(splitter->objectName()));
}

void MainWindow::saveLayout()
{
    if (m_isPresenting)
        setPresentation(false); // it is for one lesson, not for ever
    m_settings.setUsedCommands(m_palette->used());
    m_settings.setState(objectName(), saveGeometry());
    for (QSplitter *splitter : {m_columns, m_middle, m_right})
        m_settings.setState(splitter->objectName(), splitter->saveState());
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    saveLayout();
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
