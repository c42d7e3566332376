// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QTemporaryDir>

#include <memory>
#include <optional>

namespace Playground {

/// A file that something was built from, and how it was then: see fileStamp().
struct BuildDependency {
    QString path;
    QString stamp;

    bool operator==(const BuildDependency &) const = default;
};

/// What has been built and lies in the cache.
struct CachedBuild {
    QString folder;
    QString file; ///< the one that matters, absolute
    QList<BuildDependency> dependencies;
};

/// Keeps what was built under the name of what it was built from, in a folder that all running instances share. An
/// entry appears and disappears in one piece; one that is damaged, or whose dependencies have changed, is not found.
class BuildCache {
public:
    enum class Kind : quint8 { Header, Program };

    /// In the user's folder for caches, unless another is named.
    explicit BuildCache(const QString &folder = {});

    std::optional<CachedBuild> find(Kind kind, const QString &key) const;

    /// Where something new can be built; gone with the object, unless it is stored. Not valid where nothing can be
    /// written; see problem().
    std::unique_ptr<QTemporaryDir> newFolder() const;
    /// Puts it under its key, and makes room by forgetting what was not used for longest. `file` is the one within the
    /// folder that matters. Returns what then lies there, which may come from another instance.
    std::optional<CachedBuild> store(std::unique_ptr<QTemporaryDir> built, Kind kind, const QString &key,
                                     const QString &file, const QList<BuildDependency> &dependencies) const;
    void discard(Kind kind, const QString &key) const;

    /// Why nothing can be kept, for people.
    QString problem() const;

private:
    QString entry(Kind kind, const QString &key) const;
    void remove(const QString &entry) const;
    void makeRoom(Kind kind) const;
    void removeAbandoned() const;

    QString m_folder;
};

} // namespace Playground
