// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cpp/buildcache.h"
#include "core/cpp/buildkey.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QStandardPaths>

#include <algorithm>
#include <chrono>

namespace Playground {
namespace {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(BuildCache)
};

/// A header takes 30 MB, a program 10 MB.
constexpr qsizetype MostHeaders = 4;
constexpr qsizetype MostPrograms = 48;
/// What an instance left behind that was killed while it built.
constexpr auto Abandoned = 24h;

QString manifestOf(const QString &entry)
{
    return entry + u"/manifest.json"_s;
}

QString nameOf(BuildCache::Kind kind)
{
    switch (kind) {
    case BuildCache::Kind::Header:
        return u"headers"_s;
    case BuildCache::Kind::Program:
        return u"programs"_s;
    }
    Q_UNREACHABLE();
}

qsizetype mostOf(BuildCache::Kind kind)
{
    switch (kind) {
    case BuildCache::Kind::Header:
        return MostHeaders;
    case BuildCache::Kind::Program:
        return MostPrograms;
    }
    Q_UNREACHABLE();
}

/// Of what runs, every byte is looked at; a header is large, and the compiler looks at it.
QString checkSum(BuildCache::Kind kind, const QString &fileName)
{
    if (kind == BuildCache::Kind::Header)
        return {};
    QFile file(fileName);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QCryptographicHash hash(QCryptographicHash::Blake2b_256);
    hash.addData(&file);
    return QString::fromLatin1(hash.result().toHex());
}

QJsonObject readManifest(const QString &entry)
{
    QFile file(manifestOf(entry));
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
}

bool writeManifest(const QString &entry, const QJsonObject &manifest)
{
    QFile file(manifestOf(entry));
    const QByteArray text = QJsonDocument(manifest).toJson(QJsonDocument::Compact);
    return file.open(QIODevice::WriteOnly) && file.write(text) == text.size() && file.flush();
}

void noteUse(const QString &entry)
{
    QFile file(manifestOf(entry));
    if (file.open(QIODevice::ReadWrite))
        file.setFileTime(QDateTime::currentDateTimeUtc(), QFileDevice::FileModificationTime);
}

} // namespace

BuildCache::BuildCache(const QString &folder)
    : m_folder(folder)
{
    if (m_folder.isEmpty())
        m_folder = QStandardPaths::writableLocation(QStandardPaths::GenericCacheLocation) + u"/async-playground/cpp"_s;
}

QString BuildCache::entry(Kind kind, const QString &key) const
{
    return m_folder + u'/' + nameOf(kind) + u'/' + key;
}

std::optional<CachedBuild> BuildCache::find(Kind kind, const QString &key) const
{
    const QString folder = entry(kind, key);
    const QJsonObject manifest = readManifest(folder);
    CachedBuild build{folder, folder + u'/' + manifest.value(u"file"_s).toString(), {}};
    const QFileInfo info(build.file);
    if (!info.isFile() || info.size() != manifest.value(u"size"_s).toInteger(-1)
        || checkSum(kind, build.file) != manifest.value(u"sum"_s).toString())
        return std::nullopt;
    const QJsonArray dependencies = manifest.value(u"dependencies"_s).toArray();
    for (const QJsonValue &each : dependencies) {
        const QJsonObject object = each.toObject();
        build.dependencies << BuildDependency{object.value(u"path"_s).toString(), object.value(u"stamp"_s).toString()};
        if (fileStamp(build.dependencies.last().path) != build.dependencies.last().stamp)
            return std::nullopt;
    }
    noteUse(folder);
    return build;
}

std::unique_ptr<QTemporaryDir> BuildCache::newFolder() const
{
    QDir().mkpath(m_folder + u"/new"_s);
    return std::make_unique<QTemporaryDir>(m_folder + u"/new/build-XXXXXX"_s);
}

std::optional<CachedBuild> BuildCache::store(std::unique_ptr<QTemporaryDir> built, Kind kind, const QString &key,
                                             const QString &file, const QList<BuildDependency> &dependencies) const
{
    const QString path = built->filePath(file);
    QJsonArray list;
    for (const BuildDependency &each : dependencies)
        list << QJsonObject{{u"path"_s, each.path}, {u"stamp"_s, each.stamp}};
    const QJsonObject manifest{{u"file"_s, file},
                               {u"size"_s, QFileInfo(path).size()},
                               {u"sum"_s, checkSum(kind, path)},
                               {u"dependencies"_s, list}};
    if (!writeManifest(built->path(), manifest))
        return std::nullopt;
    if (const auto there = find(kind, key))
        return there; // another instance was faster, and somebody may be using it
    const QString target = entry(kind, key);
    QDir().mkpath(QFileInfo(target).path());
    remove(target);
    if (QDir().rename(built->path(), target))
        built->setAutoRemove(false);
    makeRoom(kind);
    return find(kind, key);
}

void BuildCache::discard(Kind kind, const QString &key) const
{
    remove(entry(kind, key));
}

/// Out of sight in one step, then away.
void BuildCache::remove(const QString &entry) const
{
    if (!QFileInfo::exists(entry))
        return;
    const auto grave = newFolder();
    if (!grave->isValid() || !QDir().rename(entry, grave->filePath(u"old"_s)))
        QDir(entry).removeRecursively();
}

void BuildCache::makeRoom(Kind kind) const
{
    QFileInfoList entries = QDir(m_folder + u'/' + nameOf(kind)).entryInfoList(QDir::Dirs | QDir::NoDotAndDotDot);
    const auto lastUse = [](const QFileInfo &entry) { return QFileInfo(manifestOf(entry.filePath())).lastModified(); };
    std::sort(entries.begin(), entries.end(),
              [&](const QFileInfo &one, const QFileInfo &other) { return lastUse(one) > lastUse(other); });
    for (qsizetype at = mostOf(kind); at < entries.size(); ++at)
        remove(entries.at(at).filePath());
    removeAbandoned();
}

void BuildCache::removeAbandoned() const
{
    const auto limit = QDateTime::currentDateTimeUtc().addSecs(-std::chrono::seconds(Abandoned).count());
    const QFileInfoList entries = QDir(m_folder + u"/new"_s).entryInfoList(QDir::Dirs | QDir::NoDotAndDotDot);
    for (const QFileInfo &each : entries) {
        if (each.lastModified() < limit)
            QDir(each.filePath()).removeRecursively();
    }
}

QString BuildCache::problem() const
{
    //: %1 is a folder
    return Texts::tr(
               "Nothing can be written to the folder %1, in which C++ programs are built. Make room there, or name "
               "another folder for caches in the environment variable XDG_CACHE_HOME.")
        .arg(m_folder);
}

} // namespace Playground
