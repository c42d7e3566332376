// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <atomic>
#include <mutex>
#include <vector>

namespace Playground {

/// Tells whether anything in this process can still happen by itself, as the kernel sees it (Linux, /proc/self/task).
/// Thread-safe.
class ProcessRest {
public:
    /// Leaves a thread out of all answers, by kernel id.
    void exempt(int threadId);
    /// In a forked child, which has none of them.
    void forgetExempted();

    /// True when every thread is blocked, and was not even for a moment awake between two looks at all of them.
    bool isAtRest();

    /// True when the process has no threads but the calling one and the exempt ones.
    bool isOnlyThread() const;

    /// True when child processes exist that have not been waited for.
    static bool hasChildren();

private:
    struct ThreadLook {
        int threadId = 0;
        quint64 turns = 0; ///< how often it was given a processor

        bool operator==(const ThreadLook &) const = default;
    };
    bool lookAtThreads(std::vector<ThreadLook> &looks) const;
    bool isExempt(int threadId) const;

    mutable std::mutex m_mutex;
    std::vector<int> m_exempt;
    std::atomic<int> m_exemptCount = 0;
};

} // namespace Playground
