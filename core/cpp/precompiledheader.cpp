// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cpp/precompiledheader.h"
#include "core/cpp/buildkey.h"
#include "core/cpp/dependencyfile.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>

namespace Playground {
namespace {

using namespace Qt::StringLiterals;

/// The playground's own headers, with what is in them.
void addContents(BuildKey &key, const QString &folder)
{
    QStringList files;
    for (const QString &part : {u"playground"_s, u"core/runtime"_s, u"core/trace"_s}) {
        QDirIterator iterator(folder + u'/' + part, {u"*.h"_s}, QDir::Files, QDirIterator::Subdirectories);
        while (iterator.hasNext())
            files << iterator.next();
    }
    files.sort();
    for (const QString &name : std::as_const(files)) {
        QFile file(name);
        key.add(name).add(file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray());
    }
}

} // namespace

PrecompiledHeader::PrecompiledHeader(const CppKit *kit, CompilerSearch *search, const BuildCache *cache,
                                     bool isSanitized, QObject *parent)
    : QObject(parent)
    , m_kit(kit)
    , m_search(search)
    , m_cache(cache)
    , m_isSanitized(isSanitized)
{
    connect(m_search, &CompilerSearch::finished, this, [this] { m_searched.open(); });
}

PrecompiledHeader::~PrecompiledHeader()
{
    m_isAbandoned = true; // build() comes to its end
    m_searched.open();
    if (m_process)
        m_process->killAndWait();
}

void PrecompiledHeader::prepare()
{
    if (m_state == State::Preparing || m_state == State::Ready)
        return;
    m_state = State::Preparing;
    m_flow = build();
}

void PrecompiledHeader::discard()
{
    if (m_state != State::Ready)
        return;
    m_cache->discard(BuildCache::Kind::Header, m_key);
    m_state = State::Unprepared;
}

QCoro::Task<> PrecompiledHeader::build()
{
    m_compilerText.clear();
    m_search->start();
    while (!m_search->isFinished() && !m_isAbandoned) {
        m_searched.close();
        co_await m_searched.opened();
    }
    if (m_isAbandoned)
        co_return;
    if (!m_search->compiler() || !m_kit->problem().isEmpty()) {
        fail(m_search->compiler() ? m_kit->problem() : m_search->missingText());
        co_return;
    }
    m_key = keyText();
    if (const auto cached = m_cache->find(BuildCache::Kind::Header, m_key)) {
        take(*cached);
        co_return;
    }
    auto folder = m_cache->newFolder();
    const CppCompiler compiler = *m_search->compiler();
    if (!folder->isValid() || !QFileInfo(folder->filePath(compiler.headerFile())).dir().mkpath(u"."_s)) {
        fail(m_cache->problem());
        co_return;
    }
    const QString list = folder->filePath(u"dependencies"_s);
    m_process.emplace();
    m_process->start(compiler.program,
                     compiler.compileArguments(m_isSanitized) + m_kit->includeArguments()
                         + compiler.prepareArguments(m_kit->umbrella(), folder->path())
                         + QStringList{u"-MD"_s, u"-MF"_s, list},
                     folder->path());
    co_await m_process->ended();
    if (m_isAbandoned)
        co_return;
    m_compilerText = QString::fromUtf8(m_process->errors());
    if (!m_process->hasSucceeded()) {
        fail(tr("The headers that C++ programs need do not compile. Are the development packages of Qt 6, QCoro and "
                "{fmt} installed? On Debian: sudo apt install qt6-base-dev qcoro-qt6-dev libfmt-dev"));
        co_return;
    }
    const auto built =
        m_cache->store(std::move(folder), BuildCache::Kind::Header, m_key, compiler.headerFile(), dependencies(list));
    if (built)
        take(*built);
    else
        fail(m_cache->problem());
}

QString PrecompiledHeader::keyText() const
{
    const CppCompiler &compiler = *m_search->compiler();
    BuildKey key;
    key.add(compiler.program)
        .add(compiler.description)
        .addStamp(compiler.program)
        .add(compiler.compileArguments(m_isSanitized))
        .add(m_kit->includeArguments());
    for (const QString &folder : m_kit->headerFolders)
        addContents(key, folder);
    return key.text();
}

QList<BuildDependency> PrecompiledHeader::dependencies(const QString &listFile) const
{
    QList<BuildDependency> result;
    const QStringList paths = readDependencyFile(listFile);
    for (const QString &path : paths)
        result << BuildDependency{path, fileStamp(path)};
    return result;
}

/// The key holds the contents of our headers, and not those of the system's.
void PrecompiledHeader::take(const CachedBuild &build)
{
    BuildKey identity;
    identity.add(m_key);
    for (const BuildDependency &each : build.dependencies) {
        const bool isOurs = std::any_of(m_kit->headerFolders.begin(), m_kit->headerFolders.end(),
                                        [&](const QString &folder) { return each.path.startsWith(folder + u'/'); });
        if (!isOurs)
            identity.add(each.path).add(each.stamp);
    }
    m_identity = identity.text();
    m_folder = build.folder;
    m_problem.clear();
    conclude(State::Ready);
}

QStringList PrecompiledHeader::arguments() const
{
    return m_search->compiler()->headerArguments(m_folder);
}

void PrecompiledHeader::fail(const QString &problem)
{
    m_problem = problem;
    conclude(State::Failed);
}

void PrecompiledHeader::conclude(State state)
{
    m_state = state;
    QMetaObject::invokeMethod(this, &PrecompiledHeader::finished, Qt::QueuedConnection);
}

} // namespace Playground
