// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/explanation/codecolors.h"

#include "ui/theme/appearance.h"

#include <QRegularExpression>

namespace Playground {

using namespace Qt::StringLiterals;

namespace {

/// What comes first in a line wins; the names of the groups are those of the roles.
QRegularExpression patternOf(const QString &language)
{
    const QString common = uR"((?<string>[bfru]{0,2}"(?:\\.|[^"\\])*"(?:_s)?|'(?:\\.|[^'\\])*')|)"
                           uR"((?<number>\b\d[\d']*(?:\.\d+)?(?:ms|min|us|ns|s|h)?\b)|)"_s;
    if (language == u"python") {
        return QRegularExpression(
            uR"((?<comment>#.*$)|)"_s + common
            + uR"((?<keyword>\b(?:and|as|assert|async|await|break|class|continue|def|del|elif|else|except|False|finally|)"
              uR"(for|from|global|if|import|in|is|lambda|None|nonlocal|not|or|pass|raise|return|True|try|while|with|yield)\b))"_s);
    }
    if (language == u"cpp") {
        return QRegularExpression(
            uR"((?<comment>//.*$)|)"_s + common
            + uR"((?<keyword>\b(?:auto|bool|break|case|catch|class|co_await|co_return|co_yield|const|constexpr|continue|)"
              uR"(double|else|enum|false|for|if|int|namespace|new|nullptr|return|static|struct|switch|this|throw|true|)"
              uR"(try|using|void|while)\b))"_s);
    }
    return {};
}

} // namespace

CodeColors::CodeColors(const Appearance *appearance, const QString &language, QTextDocument *document)
    : QSyntaxHighlighter(document)
    , m_appearance(appearance)
    , m_language(language)
{
    connect(appearance, &Appearance::changed, this, &CodeColors::rehighlight);
}

void CodeColors::highlightBlock(const QString &text)
{
    const QRegularExpression pattern = patternOf(m_language);
    if (pattern.pattern().isEmpty())
        return;
    static constexpr std::pair<const char16_t *, SyntaxRole> roles[] = {{u"comment", SyntaxRole::Comment},
                                                                        {u"string", SyntaxRole::String},
                                                                        {u"number", SyntaxRole::Number},
                                                                        {u"keyword", SyntaxRole::Keyword}};
    auto matches = pattern.globalMatch(text);
    while (matches.hasNext()) {
        const QRegularExpressionMatch match = matches.next();
        for (const auto &[name, role] : roles) {
            if (match.capturedLength(QStringView(name)) > 0)
                setFormat(int(match.capturedStart()), int(match.capturedLength()),
                          syntaxColor(m_appearance->theme(), role));
        }
    }
}

} // namespace Playground
