// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPixmap>
#include <QSizeF>
#include <QString>

namespace Playground {

class Appearance;

/// In pixels of the design.
inline constexpr QSizeF StateSwatchSize{20, 10};

/// A bar as the chart draws it in a state: "running", "ready", "time", "task", "network", "queue", "thread", "other".
/// An empty picture for any other word.
QPixmap stateSwatch(const Appearance &appearance, const QString &state, double devicePixelRatio);

/// Whether there is such a picture.
bool isStateName(const QString &state);

} // namespace Playground
