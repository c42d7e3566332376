// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QApplication;

namespace Playground {

class Appearance;

/// Gives the whole application its look: style, palette, font and style sheet, all at once. Again at each
/// Appearance::changed(). What widgets may ask for in the style sheet stands at the top of style.qss.
void applyStyle(QApplication &application, const Appearance &appearance);

/// The style sheet at that appearance.
QString styleSheetOf(const Appearance &appearance);

} // namespace Playground
