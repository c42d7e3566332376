// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editor/cpplexer.h"

#include "ui/editor/lexercolors.h"

namespace Playground {

namespace {

constexpr int LastStyle = QsciLexerCPP::InactiveEscapeSequence;
constexpr int InactiveStyles = 64; // those of code that the preprocessor leaves out come behind the others

SyntaxRole roleOf(int style)
{
    switch (style % InactiveStyles) {
    case QsciLexerCPP::Comment:
    case QsciLexerCPP::CommentLine:
    case QsciLexerCPP::CommentDoc:
    case QsciLexerCPP::CommentLineDoc:
    case QsciLexerCPP::CommentDocKeyword:
    case QsciLexerCPP::CommentDocKeywordError:
    case QsciLexerCPP::PreProcessorComment:
    case QsciLexerCPP::PreProcessorCommentLineDoc:
        return SyntaxRole::Comment;
    case QsciLexerCPP::Number:
    case QsciLexerCPP::UserLiteral:
        return SyntaxRole::Number;
    case QsciLexerCPP::DoubleQuotedString:
    case QsciLexerCPP::SingleQuotedString:
    case QsciLexerCPP::UnclosedString:
    case QsciLexerCPP::RawString:
    case QsciLexerCPP::VerbatimString:
    case QsciLexerCPP::TripleQuotedVerbatimString:
    case QsciLexerCPP::HashQuotedString:
    case QsciLexerCPP::EscapeSequence:
        return SyntaxRole::String;
    case QsciLexerCPP::Keyword:
        return SyntaxRole::Keyword;
    case QsciLexerCPP::KeywordSet2:
    case QsciLexerCPP::GlobalClass:
        return SyntaxRole::Definition;
    case QsciLexerCPP::PreProcessor:
        return SyntaxRole::Decorator;
    default: // styles are plain numbers
        return SyntaxRole::Plain;
    }
}

} // namespace

CppLexer::CppLexer(QObject *parent)
    : QsciLexerCPP(parent)
{
    setFoldComments(false);
    setFoldPreprocessor(false);
    setStylePreprocessor(false);
    setDollarsAllowed(false);
    setHighlightEscapeSequences(false);
}

void CppLexer::follow(const Appearance &appearance, const QFont &font)
{
    colorLexer(*this, appearance, font, LastStyle, roleOf);
}

bool CppLexer::isCode(int style)
{
    const SyntaxRole role = roleOf(style);
    return role != SyntaxRole::Comment && role != SyntaxRole::String && role != SyntaxRole::Decorator;
}

const char *CppLexer::keywords(int set) const
{
    switch (set) {
    case 1:
        return "alignas alignof asm auto bool break case catch char char16_t char32_t char8_t class co_await co_return "
               "co_yield concept const const_cast consteval constexpr constinit continue decltype default delete do "
               "double dynamic_cast else enum explicit extern false final float for friend goto if inline int long "
               "mutable namespace new noexcept nullptr operator override private protected public register "
               "reinterpret_cast requires return short signed sizeof static static_assert static_cast struct switch "
               "template this thread_local throw true try typedef typeid typename union unsigned using virtual void "
               "volatile wchar_t while";
    case 2:
        return "AnyTask Barrier Condition Event Future Lock Named PriorityQueue Queue Semaphore Task TaskGroup "
               "TaskHandle";
    default:
        return nullptr;
    }
}

} // namespace Playground
