// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editor/lexercolors.h"

#include "ui/theme/appearance.h"

namespace Playground {

void colorLexer(QsciLexer &lexer, const Appearance &appearance, const QFont &font, int lastStyle,
                SyntaxRole (*roleOf)(int style))
{
    const QColor paper = appearance.color(ColorRole::Surface);
    lexer.setDefaultFont(font);
    lexer.setDefaultPaper(paper);
    lexer.setDefaultColor(syntaxColor(appearance.theme(), SyntaxRole::Plain));
    for (int style = 0; style <= lastStyle; ++style) {
        lexer.setFont(font, style);
        lexer.setPaper(paper, style);
        lexer.setColor(syntaxColor(appearance.theme(), roleOf(style)), style);
        lexer.setEolFill(false, style);
    }
}

} // namespace Playground
