// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editor/pythonlexer.h"

#include "ui/editor/lexercolors.h"

namespace Playground {

namespace {

constexpr int LastStyle = QsciLexerPython::TripleDoubleQuotedFString;

SyntaxRole roleOf(int style)
{
    switch (style) {
    case QsciLexerPython::Comment:
    case QsciLexerPython::CommentBlock:
        return SyntaxRole::Comment;
    case QsciLexerPython::Number:
        return SyntaxRole::Number;
    case QsciLexerPython::DoubleQuotedString:
    case QsciLexerPython::SingleQuotedString:
    case QsciLexerPython::TripleSingleQuotedString:
    case QsciLexerPython::TripleDoubleQuotedString:
    case QsciLexerPython::UnclosedString:
    case QsciLexerPython::DoubleQuotedFString:
    case QsciLexerPython::SingleQuotedFString:
    case QsciLexerPython::TripleSingleQuotedFString:
    case QsciLexerPython::TripleDoubleQuotedFString:
        return SyntaxRole::String;
    case QsciLexerPython::Keyword:
        return SyntaxRole::Keyword;
    case QsciLexerPython::ClassName:
    case QsciLexerPython::FunctionMethodName:
        return SyntaxRole::Definition;
    case QsciLexerPython::Decorator:
        return SyntaxRole::Decorator;
    default: // styles are plain numbers
        return SyntaxRole::Plain;
    }
}

} // namespace

PythonLexer::PythonLexer(QObject *parent)
    : QsciLexerPython(parent)
{
    setFoldComments(false);
    setFoldQuotes(false);
    setHighlightSubidentifiers(false);
}

void PythonLexer::follow(const Appearance &appearance, const QFont &font)
{
    colorLexer(*this, appearance, font, LastStyle, roleOf);
}

const char *PythonLexer::keywords(int set) const
{
    if (set != 1)
        return nullptr;
    return "False None True and as assert async await break case class continue def del elif else except finally for "
           "from global if import in is lambda match nonlocal not or pass raise return try while with yield";
}

} // namespace Playground
