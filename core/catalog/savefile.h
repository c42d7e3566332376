// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

namespace Playground {

/// Puts a program into its file: the file is replaced as a whole or not at all, and keeps its permissions; what a
/// symbolic link points to is replaced, not the link. Returns what went wrong and what to do, for people.
std::optional<QString> saveProgram(const QString &path, const QByteArray &bytes);

} // namespace Playground
