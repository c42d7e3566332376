// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/python/python.h"
#include "core/trace/events.h"

#include <unordered_map>
#include <vector>

namespace Playground {

/// Where a suspended task stands and what kind of wait that is.
struct AwaitPoint {
    Trace::SiteId site{};
    Trace::WaitKind kind = Trace::WaitKind::Other;
};

/// Finds the place in the source at which a coroutine is suspended, by the chain of coroutines that await one another,
/// and defines each place in the trace when it is first met. Called with the interpreter's lock held.
class AwaitSites {
public:
    static AwaitSites &instance();

    /// Where a task's coroutine waits, after it yielded `future`.
    AwaitPoint find(PyObject *coroutine, PyObject *future);

    /// Where a task's coroutine gives way, to be resumed at once: its own await only, since coroutines that give way in
    /// a row would pay for a look at the frames of all that they call.
    Trace::SiteId findOutermost(PyObject *coroutine);

private:
    /// A suspended frame: its code and the offset of the instruction at which it stands.
    struct Step {
        PyCodeObject *code;
        int instruction;

        bool operator==(const Step &) const = default;
    };
    using Chain = std::vector<Step>;
    struct ChainHash {
        size_t operator()(const Chain &chain) const noexcept;
    };
    struct Site {
        Trace::SiteId id{};
        Trace::WaitKind kind = Trace::WaitKind::Other; ///< Other: to be told from what was yielded
        bool readsStream = false; ///< waits for a stream, which may be a connection's or a child process's
    };

    void follow(PyObject *coroutine, size_t longest);
    const Site &siteOfChain();
    Site define(const Chain &chain);

    std::unordered_map<Chain, Site, ChainHash> m_sites;
    Chain m_chain; ///< of the latest find(), outermost first; here for its memory
    PyObject *m_innermost = nullptr; ///< the innermost frame of that chain; borrowed
    quint32 m_siteCount = 0;
};

} // namespace Playground
