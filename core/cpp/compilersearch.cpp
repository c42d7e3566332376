// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cpp/compilersearch.h"
#include "core/cpp/installcommand.h"

#include <QCoreApplication>
#include <QDir>
#include <QStandardPaths>

namespace Playground {
namespace {

using namespace Qt::StringLiterals;

constexpr int NewestClang = 22;
constexpr int NewestGcc = 16;

} // namespace

CompilerSearch::CompilerSearch(const QStringList &folders, QObject *parent)
    : QObject(parent)
    , m_folders(folders)
{
}

CompilerSearch::~CompilerSearch()
{
    m_isAbandoned = true;
    if (m_process)
        m_process->killAndWait(); // lets search() come to its end
}

void CompilerSearch::start()
{
    if (m_flow && (!m_isFinished || m_compiler))
        return;
    m_isFinished = false;
    m_unfit.reset();
    m_flow = search();
}

/// Clang before g++, the system's choice before the newest.
QStringList CompilerSearch::candidates() const
{
    QStringList names{u"clang++"_s};
    for (int version = NewestClang; version >= 14; --version)
        names << u"clang++-%1"_s.arg(version);
    names << u"g++"_s;
    for (int version = NewestGcc; version >= 13; --version)
        names << u"g++-%1"_s.arg(version);
    QStringList result;
    for (const QString &name : std::as_const(names)) {
        if (const QString path = QStandardPaths::findExecutable(name, m_folders); !path.isEmpty())
            result << path;
    }
    return result;
}

QCoro::Task<> CompilerSearch::search()
{
    const QStringList programs = candidates();
    for (const QString &program : programs) {
        m_process.emplace();
        m_process->start(program, {u"--version"_s}, QDir::tempPath());
        co_await m_process->ended();
        if (m_isAbandoned)
            co_return;
        const auto compiler = understandCompiler(program, m_process->output());
        if (compiler && compiler->isFit()) {
            m_compiler = compiler;
            break;
        }
        if (!m_unfit)
            m_unfit = compiler;
    }
    m_isFinished = true;
    QMetaObject::invokeMethod(this, &CompilerSearch::finished, Qt::QueuedConnection);
}

QString CompilerSearch::missingText() const
{
    if (m_compiler)
        return {};
    const QString command = installCommand(InstalledTool::Clang);
    const QString how = command.isEmpty()
        ? tr("Install clang 14 or later, or g++ 13 or later, and run the program again.")
        //: %1 is a command for the shell
        : tr("Install clang: %1. Then run the program again.").arg(command);
    const QString what = m_unfit
        //: %1 is a compiler with its version
        ? tr("There is no fit C++ compiler on this machine: %1 is too old, it makes wrong programs of coroutines.")
              .arg(m_unfit->description)
        : tr("There is no C++ compiler on this machine, so C++ programs cannot be built.");
    return tr("%1 %2", "two sentences").arg(what, how);
}

} // namespace Playground
