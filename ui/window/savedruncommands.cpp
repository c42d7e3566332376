// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/savedruncommands.h"
#include "core/catalog/savefile.h"
#include "core/catalog/workspace.h"
#include "core/session/runfile.h"
#include "ui/controls/filedialog.h"
#include "ui/run/currentrun.h"
#include "ui/window/actions.h"
#include "ui/window/runcommands.h"

#include <QAction>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>

namespace Playground {

namespace {

using namespace Qt::StringLiterals;
using Id = Actions::Id;

constexpr auto OriginNotice = "saved-run"_L1;
constexpr auto SavingNotice = "saving-run"_L1;
constexpr qsizetype LongestStem = 40;

/// What the program was called, as far as a file can be called so.
QString stemOf(const RunRecord &run)
{
    QString stem = QFileInfo(run.title).completeBaseName().left(LongestStem);
    for (QChar &each : stem) {
        if (!each.isLetterOrNumber() && each != u'-' && each != u'_')
            each = u'_';
    }
    return stem.isEmpty() ? u"run"_s : stem;
}

} // namespace

SavedRunCommands::SavedRunCommands(const Parts &parts)
    : QObject(parts.window)
    , m_parts(parts)
{
    QAction *save = (*m_parts.actions)[Id::SaveRun];
    const auto enable = [this, save] { save->setEnabled(m_parts.run->record().isValid()); };
    connect(save, &QAction::triggered, this, &SavedRunCommands::askForFile);
    connect(m_parts.run, &CurrentRun::phaseChanged, this, enable);
    connect(m_parts.run, &CurrentRun::reset, this, [this] { m_parts.notices->dismiss(OriginNotice); });
    enable();
}

// --- Saving

void SavedRunCommands::askForFile()
{
    QFileDialog *dialog =
        makeFileDialog(tr("Save the run"), {tr("Saved runs (*%1)").arg(runFileEnding())}, m_parts.window);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(runFileEnding().sliced(1));
    dialog->selectFile(stemOf(m_parts.run->record()) + runFileEnding());
    connect(dialog, &QFileDialog::fileSelected, this, &SavedRunCommands::save);
    dialog->open();
}

void SavedRunCommands::save(const QString &path)
{
    const RunRecord run = m_parts.run->record();
    if (!run.isValid())
        return; // another one has begun meanwhile
    if (const std::optional<QString> problem = saveFile(path, runFileBytes(run), Saved::Run)) {
        m_parts.notices->show({SavingNotice, Notice::Level::Error, [problem] { return *problem; }, {}});
        return;
    }
    m_parts.workspace->addRecentFile(path);
    const QString native = QDir::toNativeSeparators(path);
    const auto text = [native, isCut = run.trace->isCut()] {
        return isCut ? tr("The run is saved in %1, but for its end: so much happened that the file has only the "
                          "beginning.")
                           .arg(native)
                     : tr("The run is saved in %1, with its program.").arg(native);
    };
    const auto level = run.trace->isCut() ? Notice::Level::Warning : Notice::Level::Information;
    m_parts.notices->show({SavingNotice, level, text, {}});
}

// --- Opening

bool SavedRunCommands::open(const QString &path)
{
    const auto read = readRunFile(path);
    if (const auto *problem = std::get_if<RunFileProblem>(&read)) {
        m_parts.notices->show({OriginNotice, Notice::Level::Error, [text = problem->text] { return text; }, {}});
        return false;
    }
    const auto &run = std::get<RunRecord>(read);
    openProgram(run);
    m_parts.runCommands->show(run);
    m_parts.workspace->addRecentFile(path);
    tellOrigin(run);
    return true;
}

void SavedRunCommands::openProgram(const RunRecord &run)
{
    Workspace *workspace = m_parts.workspace;
    const QString text = formattedText(run.text()).text;
    const auto isOpen = [&] {
        const Document &document = workspace->document();
        return !document.path.isEmpty() && document.text == text && document.language == run.language();
    };
    if (isOpen())
        return;
    const Example *example = workspace->example(run.example);
    if (example && example->languages.contains(run.language()) && workspace->openExample(run.example, run.language())
        && isOpen())
        return;
    workspace->openCopy(text, run.language(), stemOf(run));
}

void SavedRunCommands::tellOrigin(const RunRecord &run)
{
    const QString when = run.startedAt.toLocalTime().toString(u"yyyy-MM-dd HH:mm"_s);
    const auto text = [title = run.title, when] {
        //: %1 is the name of a program, %2 a date and a time
        return tr("This is a saved run of %1, from %2.").arg(title, when);
    };
    m_parts.notices->show({OriginNotice,
                           Notice::Level::Information,
                           text,
                           {{[this] { return (*m_parts.actions)[Id::Run]->text(); },
                             [this] { (*m_parts.actions)[Id::Run]->trigger(); }}}});
}

} // namespace Playground
