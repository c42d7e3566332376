// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/documentcommands.h"
#include "core/catalog/workspace.h"
#include "core/session/runfile.h"
#include "core/session/scenariolauncher.h"
#include "ui/controls/filedialog.h"
#include "ui/editor/codeeditor.h"
#include "ui/editor/editorpanel.h"
#include "ui/editor/twinpanel.h"
#include "ui/window/actions.h"
#include "ui/window/savedruncommands.h"
#include "ui/window/settings.h"

#include <QAction>
#include <QDir>
#include <QDropEvent>
#include <QFileDialog>
#include <QMenu>
#include <QMimeData>

namespace Playground {

namespace {

using namespace Qt::StringLiterals;
using Id = Actions::Id;

QString endingOf(const QString &language)
{
    return language == u"cpp" ? u"cpp"_s : u"py"_s;
}

} // namespace

DocumentCommands::DocumentCommands(const Parts &parts)
    : QObject(parts.window)
    , m_parts(parts)
{
    connectActions();
    Workspace *workspace = m_parts.workspace;
    connect(workspace, &Workspace::documentOpened, this, [this] {
        m_parts.notices->dismiss(u"changed-outside"_s);
        m_parts.notices->dismiss(u"one-language"_s);
        showLanguage();
    });
    connect(workspace, &Workspace::fileChangedOutside, this, &DocumentCommands::tellOfChangedFile);
    connect(workspace, &Workspace::problemOccurred, this,
            [this](const QString &text) { tell(Notice::Level::Error, text); });
    connect(workspace, &Workspace::remarkMade, this,
            [this](const QString &text) { tell(Notice::Level::Information, text); });
}

void DocumentCommands::connectActions()
{
    const auto on = [this](Id id, auto &&does) { connect((*m_parts.actions)[id], &QAction::triggered, this, does); };
    on(Id::New, [this] { m_parts.workspace->openUntitled({}, u"python"_s); });
    on(Id::NewCpp, [this] { m_parts.workspace->openUntitled({}, u"cpp"_s); });
    on(Id::Open, [this] { showOpenDialog(); });
    on(Id::Save, [this] { save(); });
    on(Id::SaveAs, [this] { saveAs(); });
    on(Id::Revert, [this] { m_parts.editor->revert(); });
    on(Id::ProgramPython, [this] { chooseLanguage(u"python"_s); });
    on(Id::ProgramCpp, [this] { chooseLanguage(u"cpp"_s); });
    connect(m_parts.actions->recentFiles(), &QMenu::aboutToShow, this, &DocumentCommands::fillRecentFiles);
}

// --- Opening

bool DocumentCommands::open(const QString &path)
{
    const bool isOpen = isRunFile(path) ? m_parts.savedRuns->open(path) : m_parts.workspace->openFile(path);
    if (isOpen)
        Q_EMIT opened();
    return isOpen;
}

bool DocumentCommands::openExample(const QString &id)
{
    const Example *example = m_parts.workspace->example(id);
    const QString wanted = m_parts.settings->programLanguage();
    const bool hasWanted = example && example->languages.contains(wanted);
    return m_parts.workspace->openExample(id, hasWanted ? wanted : u"python"_s);
}

/// The same example in another language, at the place that does the same.
void DocumentCommands::chooseLanguage(const QString &language)
{
    const Document before = m_parts.workspace->document();
    const Example *example = m_parts.workspace->currentExample();
    if (before.language != language && example && example->languages.contains(language)) {
        m_parts.settings->setProgramLanguage(language);
        const std::optional<Document> twin = m_parts.workspace->twin();
        const int caret = m_parts.editor->editor()->caretLine();
        const int line = twin ? twinPlace(*example, before, caret, *twin) : 1;
        openExample(before.example);
        m_parts.editor->editor()->goToLine(line);
        Q_EMIT opened();
    } else if (before.language != language) {
        tellOfOneLanguage();
    }
    showLanguage();
}

void DocumentCommands::showLanguage()
{
    const bool isCpp = m_parts.workspace->document().language == u"cpp";
    (*m_parts.actions)[Id::ProgramPython]->setChecked(!isCpp);
    (*m_parts.actions)[Id::ProgramCpp]->setChecked(isCpp);
}

void DocumentCommands::showOpenDialog()
{
    const QStringList filters{tr("Programs and saved runs (*.py *.cpp *.aprun)"), tr("Python programs (*.py)"),
                              tr("C++ programs (*.cpp)"), tr("Saved runs (*.aprun)")};
    QFileDialog *dialog = makeFileDialog(tr("Open a program or a saved run"), filters, m_parts.window);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &DocumentCommands::open);
    dialog->open();
}

void DocumentCommands::fillRecentFiles()
{
    QMenu *menu = m_parts.actions->recentFiles();
    menu->clear();
    const QStringList files = m_parts.workspace->recentFiles();
    for (const QString &file : files) {
        QAction *action = menu->addAction(QDir::toNativeSeparators(file));
        connect(action, &QAction::triggered, this, [this, file] { open(file); });
    }
    if (files.isEmpty())
        menu->addAction(tr("None yet"))->setEnabled(false);
}

QString DocumentCommands::fileIn(const QDropEvent &event)
{
    const QList<QUrl> urls = event.mimeData()->urls();
    for (const QUrl &url : urls) {
        const QString path = url.isLocalFile() ? url.toLocalFile() : QString();
        if (!path.isEmpty() && (scenarioLanguage(path) || isRunFile(path)))
            return path;
    }
    return {};
}

// --- Saving

void DocumentCommands::save()
{
    if (m_parts.workspace->document().kind == Document::Kind::File)
        m_parts.workspace->save();
    else
        saveAs();
}

void DocumentCommands::saveAs()
{
    const Document &document = m_parts.workspace->document();
    const QString ending = endingOf(document.language);
    const QString filter = ending == u"cpp" ? tr("C++ programs (*.cpp)") : tr("Python programs (*.py)");
    QFileDialog *dialog = makeFileDialog(tr("Save the program"), {filter}, m_parts.window);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(ending);
    const bool isExample = document.kind == Document::Kind::Example;
    dialog->selectFile(isExample ? u"%1.%2"_s.arg(document.example, ending) : document.path);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) { m_parts.workspace->saveAs(path); });
    dialog->open();
}

// --- Examples and drafts

void DocumentCommands::tryExperiment(const QString &id, int index)
{
    if (!openExample(id))
        return;
    const Document &document = m_parts.workspace->document();
    const QList<ProgramChange> &experiments = m_parts.workspace->currentExample()->experimentsIn(document.language);
    const std::optional<QString> text = applied(experiments.at(index), document.original);
    if (!text)
        return;
    m_parts.editor->replaceText(*text);
    m_parts.notices->show({u"experiment"_s,
                           Notice::Level::Information,
                           [] { return tr("The variant is in the editor. Guess first, then run it."); },
                           {{[] { return tr("Run"); }, [this] { Q_EMIT runRequested(); }},
                            {[] { return tr("Back to the original"); }, [this] { m_parts.workspace->revert(); }}}});
}

void DocumentCommands::discardDraft(const QString &name)
{
    const QString text = m_parts.workspace->discardDraft(name);
    const QString language = languageOf(name);
    const auto bringBack = [this, text, language] { m_parts.workspace->openUntitled(text, language); };
    m_parts.notices->show({u"discarded"_s,
                           Notice::Level::Information,
                           [name] { return tr("%1 is gone.").arg(name); },
                           {{[] { return tr("Bring it back"); }, bringBack}}});
}

// --- What is to be said

void DocumentCommands::tellOfExamples()
{
    const ExampleList &list = m_parts.workspace->examples();
    if (list.examples.isEmpty() && list.problems.isEmpty())
        tell(Notice::Level::Error,
             tr("The examples are not where they belong. Build or install Async Playground again."));
    else if (!list.problems.isEmpty())
        tell(Notice::Level::Warning, list.problems.join(u' '));
}

void DocumentCommands::tellOfChangedFile(bool isGone)
{
    const QString id = u"changed-outside"_s;
    if (isGone) {
        m_parts.notices->show({id,
                               Notice::Level::Warning,
                               [] { return tr("The file is gone. Its text is still here in the editor."); },
                               {{[] { return tr("Save it again"); }, [this] { m_parts.workspace->save(); }}}});
        return;
    }
    m_parts.notices->show(
        {id,
         Notice::Level::Warning,
         [] { return tr("Another program has changed the file. The editor has the text from before."); },
         {{[] { return tr("Read it again"); }, [this] { m_parts.workspace->reload(); }}}});
}

void DocumentCommands::tellOfOneLanguage()
{
    const bool isCpp = m_parts.workspace->document().language == u"cpp";
    const auto text = [isCpp] {
        return isCpp ? tr("This program is there in C++ only. The examples are there in both languages.")
                     : tr("This program is there in Python only. The examples are there in both languages.");
    };
    const Id other = isCpp ? Id::New : Id::NewCpp;
    m_parts.notices->show({u"one-language"_s,
                           Notice::Level::Information,
                           text,
                           {{[this, other] { return (*m_parts.actions)[other]->text(); },
                             [this, other] { (*m_parts.actions)[other]->trigger(); }}}});
}

void DocumentCommands::tell(Notice::Level level, const QString &text)
{
    m_parts.notices->show({u"workspace"_s, level, [text] { return text; }, {}});
}

} // namespace Playground
