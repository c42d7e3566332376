// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cpp/cppformat.h"
#include "core/cpp/installcommand.h"

#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>

#include <chrono>

namespace Playground {

namespace {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

constexpr auto TimeLimit = 10s;

/// How the examples are laid out.
constexpr auto HouseStyle =
    "{BasedOnStyle: WebKit, Standard: c++20, ColumnLimit: 0, AlignAfterOpenBracket: Align, Cpp11BracedListStyle: true, "
    "SortIncludes: Never, NamespaceIndentation: None, PointerAlignment: Right, SpaceBeforeCpp11BracedList: false, "
    "FixNamespaceComments: true}"_L1;

QString styleIn(const QString &folder)
{
    for (QDir each(folder);;) {
        if (each.exists(u".clang-format"_s) || each.exists(u"_clang-format"_s))
            return u"file"_s;
        if (!each.cdUp())
            return HouseStyle;
    }
}

} // namespace

CppFormat::CppFormat(const QStringList &folders, QObject *parent)
    : QObject(parent)
    , m_folders(folders)
{
    m_timeLimit.setSingleShot(true);
    m_timeLimit.setInterval(TimeLimit);
    connect(&m_timeLimit, &QTimer::timeout, this, [this] { m_process->kill(); });
}

CppFormat::~CppFormat()
{
    m_isAbandoned = true;
    if (m_process)
        m_process->killAndWait(); // lets format() come to its end
}

void CppFormat::start(const QString &text, const QString &path)
{
    if (!m_isRunning)
        m_flow = format(text, path);
}

QCoro::Task<> CppFormat::format(QString text, QString path)
{
    m_isRunning = true;
    const QString program = QStandardPaths::findExecutable(u"clang-format"_s, m_folders);
    const QFileInfo file(path);
    const QString folder = file.isAbsolute() && file.absoluteDir().exists() ? file.absolutePath() : QDir::homePath();
    const QStringList arguments{u"--style="_s + styleIn(folder),
                                u"--assume-filename="_s + QDir(folder).filePath(file.fileName())};
    m_process.emplace();
    m_timeLimit.start();
    m_process->start(program, arguments, folder, text.toUtf8());
    co_await m_process->ended();
    if (m_isAbandoned)
        co_return;
    m_timeLimit.stop();
    m_isRunning = false;
    if (m_process->hasSucceeded()) {
        const QString result = QString::fromUtf8(m_process->output());
        QMetaObject::invokeMethod(
            this, [this, result] { Q_EMIT formatted(result); }, Qt::QueuedConnection);
        co_return;
    }
    const QString said = QString::fromUtf8(m_process->errors()).trimmed();
    //: %1 is what the tool said itself
    const QString problem = program.isEmpty() ? missingText()
        : said.isEmpty()                      ? tr("clang-format did not come to an end. The program is as it was.")
                                              : tr("clang-format could not lay out the program: %1").arg(said);
    QMetaObject::invokeMethod(
        this, [this, problem] { Q_EMIT failed(problem); }, Qt::QueuedConnection);
}

QString CppFormat::missingText() const
{
    const QString command = installCommand(InstalledTool::ClangFormat);
    return command.isEmpty()
        ? tr("clang-format, which lays out programs, is not on this machine. Install it first.")
        //: %1 is a command for the shell
        : tr("clang-format, which lays out programs, is not on this machine. Install it: %1.").arg(command);
}

} // namespace Playground
