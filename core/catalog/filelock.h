// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QtGlobal>

namespace Playground {

/// A claim that one process at a time can have, for as long as it lives: it ends with the process, in whatever way.
class FileLock {
public:
    enum class Result {
        Held,
        Taken, ///< another process has it
        Failed ///< there is no place for the lock's file
    };

    explicit FileLock(QString path);
    ~FileLock();
    Q_DISABLE_COPY_MOVE(FileLock)

    /// Never waits. The lock's file, and its folder, are made where they are missing.
    Result acquire();

private:
    bool isStillThere() const;

    QString m_path;
    int m_descriptor = -1;
};

} // namespace Playground
