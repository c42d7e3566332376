// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/runtime/asyncio/where.h"
#include "core/trace/events.h"

#include <mutex>
#include <string>
#include <unordered_map>

namespace Playground {

/// The places in the scenario's source at which tasks suspend, numbered for the trace. The text of an await is read
/// from the source file, where that is still there. From any thread.
class WaitSites {
public:
    static WaitSites &instance();

    /// Says which file is the scenario's own: only its lines are told. Its text is read from `source` if that is not
    /// empty.
    void setScenario(const char *file, const QString &source);

    /// The number of a place where tasks wait; told to the trace when it is new.
    Trace::SiteId siteOf(const Where &where, Trace::WaitKind kind);
    /// The line, if it is one of the scenario's file; 0 otherwise.
    int lineOf(const Where &where) const;

private:
    struct Key {
        const char *file;
        const char *function;
        int line;
        Trace::WaitKind kind;

        bool operator==(const Key &) const = default;
    };
    struct KeyHash {
        size_t operator()(const Key &key) const noexcept;
    };
    bool isScenario(const char *file) const;
    const QString &textOf(const char *file);
    Trace::SiteId define(const Key &key);

    mutable std::mutex m_mutex;
    std::string m_scenarioFile;
    QString m_source;
    std::unordered_map<Key, Trace::SiteId, KeyHash> m_sites;
    std::unordered_map<std::string, QString> m_texts; ///< by file
    quint32 m_count = 0;
};

/// An await expression in a source text, with white space folded.
struct AwaitExpression {
    QString text;
    int line = 0; ///< where it begins
};

/// The await expression that line `line` (from 1) of `text` is part of; the line itself if there is none; empty beyond
/// the text. Compilers do not agree on the line of an expression of several.
AwaitExpression findAwaitExpression(const QString &text, int line);

} // namespace Playground
