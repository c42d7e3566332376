// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cpp/cppbuild.h"
#include "core/cpp/buildkey.h"
#include "core/cpp/coroutineparameters.h"
#include "core/cpp/dependencyfile.h"

#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>

#include <algorithm>

namespace Playground {
namespace {

using namespace Qt::StringLiterals;

const auto ObjectName = u"scenario.o"_s;
const auto ProgramName = u"scenario"_s;
const auto ListName = u"dependencies"_s;
const auto MessagesName = u"messages"_s;

QString sanitizerPackage(const CppCompiler &compiler)
{
    switch (compiler.family) {
    case CppCompiler::Family::Clang:
        return u"libclang-rt-%1-dev"_s.arg(compiler.version);
    case CppCompiler::Family::Gcc:
        return u"libgcc-%1-dev"_s.arg(compiler.version);
    }
    Q_UNREACHABLE();
}

bool includesOwnFiles(const QByteArray &text)
{
    static const QRegularExpression own(u"^[ \\t]*#[ \\t]*include[ \\t]*\""_s, QRegularExpression::MultilineOption);
    return own.match(QString::fromUtf8(text)).hasMatch();
}

} // namespace

QString CppBuild::sourceName()
{
    return u"scenario.cpp"_s;
}

CppBuild::CppBuild(CppToolchain *toolchain, QObject *parent)
    : QObject(parent)
    , m_toolchain(toolchain)
{
}

CppBuild::~CppBuild()
{
    m_isAbandoned = true; // build() comes to its end
    m_prepared.open();
    if (m_process)
        m_process->killAndWait();
}

void CppBuild::start(const CppBuildRequest &request)
{
    m_request = request;
    m_isRunning = true;
    m_header = &m_toolchain->header(request.isSanitized);
    connect(m_header, &PrecompiledHeader::finished, this, [this] { m_prepared.open(); });
    m_flow = build();
}

void CppBuild::stop()
{
    if (!m_isRunning || m_isStopped)
        return;
    m_isStopped = true;
    if (m_process)
        m_process->kill();
    m_prepared.open();
}

QCoro::Task<> CppBuild::build()
{
    if (takePrebuilt())
        co_return;
    bool isRight = false;
    for (int attempt = 0; attempt < 2 && !isRight; ++attempt) {
        if (needsHeader())
            co_await m_prepared.opened();
        if (isEnding() || !m_header->isReady()) {
            m_result.fullText = readableCompilerOutput(m_header->compilerText());
            refuse(m_header->problem());
            co_return;
        }
        if (findCached() || !openFolder())
            co_return;
        compile();
        co_await m_process->ended();
        if (isEnding()) {
            refuse({});
            co_return;
        }
        isRight = m_process->hasSucceeded();
        if (isRight || !isHeaderStale())
            break;
        m_header->discard(); // something it was made of has changed, or it is damaged
    }
    takeMessages(m_process->errors());
    if (isRight) {
        link();
        co_await m_process->ended();
        if (isEnding()) {
            refuse({});
            co_return;
        }
        isRight = m_process->hasSucceeded();
        takeMessages(m_process->errors());
        if (!isRight && lacksSanitizer()) {
            refuse(tr("The address sanitizer's library is not installed. On Debian: sudo apt install %1. "
                      "Then run the program again, or switch the address sanitizer off.")
                       .arg(sanitizerPackage(*m_toolchain->search().compiler())));
            co_return;
        }
    }
    if (isRight)
        keep();
    else
        reject();
}

/// Asks for it where it is not ready yet.
bool CppBuild::needsHeader()
{
    if (m_header->isReady())
        return false;
    m_prepared.close();
    Q_EMIT stageBegan(Stage::Preparing);
    m_header->prepare();
    return true;
}

/// A text that does not include the vocabulary is compiled without it, so that a forgotten include is found.
bool CppBuild::usesHeader() const
{
    static const QRegularExpression include(u"^[ \\t]*#[ \\t]*include[ \\t]*[<\"]%1[>\"]"_s.arg(CppKit::umbrellaName()),
                                            QRegularExpression::MultilineOption);
    return include.match(QString::fromUtf8(m_request.text)).hasMatch();
}

QString CppBuild::key() const
{
    const CppCompiler &compiler = *m_toolchain->search().compiler();
    const CppKit &kit = m_toolchain->kit();
    BuildKey key;
    key.add(m_request.text)
        .add(m_header->identity())
        .add(compiler.linkArguments(m_request.isSanitized))
        .add(kit.linkArguments())
        .addStamp(kit.runtime());
    if (includesOwnFiles(m_request.text))
        key.add(m_request.folder);
    return key.text();
}

bool CppBuild::takePrebuilt()
{
    m_result.program = m_request.isSanitized ? QString() : m_toolchain->kit().prebuiltProgram(m_request.text);
    if (m_result.program.isEmpty())
        return false;
    m_result.outcome = CppBuildResult::Outcome::Built;
    m_result.wasThere = true;
    conclude();
    return true;
}

bool CppBuild::findCached()
{
    const auto cached = m_toolchain->cache().find(BuildCache::Kind::Program, key());
    if (!cached)
        return false;
    QFile messages(cached->folder + u'/' + MessagesName);
    if (messages.open(QIODevice::ReadOnly))
        takeMessages(messages.readAll());
    m_result.wasThere = true;
    take(*cached);
    return true;
}

void CppBuild::take(const CachedBuild &built)
{
    m_result.outcome = CppBuildResult::Outcome::Built;
    m_result.program = built.file;
    m_result.diagnostics << danglingReferences(QString::fromUtf8(m_request.text));
    conclude();
}

bool CppBuild::openFolder()
{
    m_folder = m_toolchain->cache().newFolder();
    QFile source(m_folder->filePath(sourceName()));
    if (m_folder->isValid() && source.open(QIODevice::WriteOnly)
        && source.write(m_request.text) == m_request.text.size() && source.flush())
        return true;
    refuse(m_toolchain->cache().problem());
    return false;
}

void CppBuild::compile()
{
    const CppCompiler &compiler = *m_toolchain->search().compiler();
    QStringList arguments = compiler.compileArguments(m_request.isSanitized);
    if (usesHeader())
        arguments << m_header->arguments();
    arguments << m_toolchain->kit().includeArguments();
    if (m_request.isSanitized) // its reports name the file, which will lie elsewhere by then
        arguments << u"-fdebug-prefix-map=%1=."_s.arg(m_folder->path());
    if (!m_request.folder.isEmpty())
        arguments << u"-iquote"_s << m_request.folder;
    arguments << u"-MMD"_s << u"-MF"_s << ListName << u"-c"_s << sourceName() << u"-o"_s << ObjectName;
    Q_EMIT stageBegan(Stage::Compiling);
    m_process.emplace();
    m_process->start(compiler.program, arguments, m_folder->path());
}

void CppBuild::link()
{
    const CppCompiler &compiler = *m_toolchain->search().compiler();
    Q_EMIT stageBegan(Stage::Linking);
    m_process.emplace();
    m_process->start(compiler.program,
                     QStringList{ObjectName} + compiler.linkArguments(m_request.isSanitized)
                         + m_toolchain->kit().linkArguments() + QStringList{u"-o"_s, ProgramName},
                     m_folder->path());
}

/// The compiler says so in many ways, of which all name it.
bool CppBuild::isHeaderStale() const
{
    static const QRegularExpression words(u"precompiled header|PCH file|AST file|header\\.pch|\\.gch"_s,
                                          QRegularExpression::CaseInsensitiveOption);
    return usesHeader() && words.match(QString::fromUtf8(m_process->errors())).hasMatch();
}

/// The linker names what it cannot open.
bool CppBuild::lacksSanitizer() const
{
    static const QRegularExpression words(u"cannot (?:open|find)[^\\n]*(?:clang_rt\\.asan|lasan)"_s);
    return m_request.isSanitized && words.match(QString::fromUtf8(m_process->errors())).hasMatch();
}

void CppBuild::takeMessages(const QByteArray &output)
{
    m_output += output;
    const QString words = QString::fromUtf8(output);
    m_result.diagnostics << understandCompilerOutput(words, QString::fromUtf8(m_request.text), sourceName());
    m_result.fullText += readableCompilerOutput(words);
    if (m_process && m_process->wereErrorsCut())
        m_result.fullText += tr("(There was more, which is left out.)") + u'\n';
}

/// Whoever runs the program again wants to see its warnings again.
bool CppBuild::keepMessages() const
{
    QFile file(m_folder->filePath(MessagesName));
    return file.open(QIODevice::WriteOnly) && file.write(m_output) == m_output.size() && file.flush();
}

/// A compiler that fails without saying where has other troubles than the text.
void CppBuild::reject()
{
    const bool isText =
        std::any_of(m_result.diagnostics.begin(), m_result.diagnostics.end(),
                    [](const CppDiagnostic &each) { return each.severity == CppDiagnostic::Severity::Error; });
    if (!isText) {
        //: %1 is a compiler, %2 what it said
        refuse(tr("%1 has failed: %2")
                   .arg(m_toolchain->search().compiler()->program, m_result.fullText.trimmed().section(u'\n', -1)));
        return;
    }
    m_result.outcome = CppBuildResult::Outcome::Wrong;
    conclude();
}

/// What the text includes beside the system's headers belongs to what it was built from.
void CppBuild::keep()
{
    QList<BuildDependency> dependencies;
    const QStringList files = readDependencyFile(m_folder->filePath(ListName));
    for (const QString &file : files) {
        if (QFileInfo(file).isAbsolute() && !file.endsWith(u".pch"_s))
            dependencies << BuildDependency{file, fileStamp(file)};
    }
    std::optional<CachedBuild> kept;
    if (keepMessages())
        kept = m_toolchain->cache().store(std::move(m_folder), BuildCache::Kind::Program, key(), ProgramName,
                                          dependencies);
    if (kept)
        take(*kept);
    else
        refuse(m_toolchain->cache().problem());
}

/// With what stands in the way of all programs, or without, when a person does.
void CppBuild::refuse(const QString &problem)
{
    m_result.outcome = m_isStopped ? CppBuildResult::Outcome::Stopped : CppBuildResult::Outcome::Impossible;
    m_result.problem = m_isStopped ? QString() : problem;
    conclude();
}

void CppBuild::conclude()
{
    m_folder.reset();
    m_isRunning = false;
    if (!m_isAbandoned)
        QMetaObject::invokeMethod(this, &CppBuild::ended, Qt::QueuedConnection);
}

} // namespace Playground
