// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace Playground {

/// The files that a compiler has read, from the rule for make that -MD writes; without the target.
QStringList understandDependencies(const QByteArray &rule);
QStringList readDependencyFile(const QString &fileName);

} // namespace Playground
