// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/editor/qscintilla.h"

#include <QFont>

namespace Playground {

class Appearance;

/// C++'s colours in the editor, as the house has them; the words of the vocabulary stand out as definitions do.
class CppLexer : public QsciLexerCPP {
    Q_OBJECT
public:
    explicit CppLexer(QObject *parent = nullptr);

    /// Takes the colours of the moment; `font` has its size in points.
    void follow(const Appearance &appearance, const QFont &font);

    /// Whether a style is that of code, and not of a comment or a literal.
    static bool isCode(int style);

    const char *keywords(int set) const override;
};

} // namespace Playground
