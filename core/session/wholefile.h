// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

namespace Playground {

/// Why a file could not be written.
struct WriteFailure {
    int error = 0; ///< an errno; 0 where the system named none
    QString reason; ///< for people: "there is no space left"
};

/// What may be done where a file is open for writing, but its folder is not.
enum class ClosedFolder { IsAnError, WriteInPlace };

/// Writes a file whole: afterwards it holds these bytes, and they are safe on the disk, or it is what it was before.
/// It keeps its permissions, and a symbolic link stays one. What is no ordinary file (a device, a pipe) is written to,
/// not replaced. From any thread.
std::optional<WriteFailure> writeWholeFile(const QString &path, const QByteArray &bytes,
                                           ClosedFolder closed = ClosedFolder::IsAnError);

} // namespace Playground
