// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <optional>

namespace Playground {

/// Whether a file that is asked for can be written when the time comes; returns a complaint for people if not. Leaves
/// what is there as it is.
std::optional<QString> complaintAboutTarget(const QString &fileName);

/// Writes a file; an existing one is replaced only by a whole new one. Returns a complaint for people if that fails.
std::optional<QString> writeFile(const QString &fileName, const QByteArray &contents);

/// Says a complaint, where there is one; true then.
bool tell(const std::optional<QString> &complaint);

/// Whether all these files can be written when the time comes, each for itself, and over none of the `programs`. Empty
/// names are files that are not asked for. False when something is wrong; it has been said then.
bool checkTargets(const QStringList &files, const QString &chartFile, const QStringList &programs);

} // namespace Playground
