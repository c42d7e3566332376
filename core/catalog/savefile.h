// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

namespace Playground {

/// What a file holds, for the words in which its owner is told of a failure.
enum class Saved { Program, Run };

/// Puts something into its file: the file is replaced as a whole or not at all, and keeps its permissions; what a
/// symbolic link points to is replaced, not the link. Returns what went wrong and what to do, for people.
std::optional<QString> saveFile(const QString &path, const QByteArray &bytes, Saved what);

} // namespace Playground
