// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/editor/qscintilla.h"
#include "ui/theme/palette.h"

#include <QFont>

namespace Playground {

class Appearance;

/// Gives the styles of a lexer, from 0 to the last one, the colours of their roles as they are at the moment; `font`
/// has its size in points.
void colorLexer(QsciLexer &lexer, const Appearance &appearance, const QFont &font, int lastStyle,
                SyntaxRole (*roleOf)(int style));

} // namespace Playground
