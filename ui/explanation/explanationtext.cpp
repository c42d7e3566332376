// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/explanation/explanationtext.h"

#include <QHash>
#include <QTextBlock>
#include <QTextDocument>
#include <QTextList>

namespace Playground {

using namespace Qt::StringLiterals;

namespace {

InlineText inlineOf(const QTextFragment &fragment)
{
    const QTextCharFormat format = fragment.charFormat();
    InlineText text;
    text.text = fragment.text();
    text.isCode = format.fontFixedPitch();
    text.isStrong = format.fontWeight() > QFont::Normal;
    text.isEmphasis = format.fontItalic();
    text.link = format.anchorHref();
    if (format.isImageFormat()) {
        text.picture = format.toImageFormat().name();
        text.text = format.stringProperty(QTextFormat::ImageAltText);
    }
    return text;
}

QList<InlineText> inlinesOf(const QTextBlock &block)
{
    QList<InlineText> inlines;
    for (auto it = block.begin(); !it.atEnd(); ++it)
        inlines.append(inlineOf(it.fragment()));
    return inlines;
}

bool isBlank(const InlineText &text)
{
    return text.picture.isEmpty() && text.text.trimmed().isEmpty();
}

/// Takes the links to experiments off a paragraph's end.
void takeOffers(TextBlock &block)
{
    while (!block.inlines.isEmpty()) {
        const InlineText last = block.inlines.last();
        const std::optional<LinkTarget> target = linkTarget(last.link);
        const bool isOffer = target && target->kind == LinkTarget::Kind::Experiment;
        if (!isOffer && !isBlank(last))
            break;
        if (isOffer)
            block.offers.prepend({target->number, last.text});
        block.inlines.removeLast();
    }
    if (block.inlines.isEmpty())
        return;
    QString &end = block.inlines.last().text;
    while (end.endsWith(u' '))
        end.chop(1);
}

/// Headings are bold as a whole: only what is code is told apart in them.
QList<InlineText> headingOf(const QTextBlock &block)
{
    QList<InlineText> inlines = inlinesOf(block);
    for (InlineText &text : inlines)
        text.isStrong = false;
    return inlines;
}

bool isCode(const QTextBlock &block)
{
    return block.blockFormat().hasProperty(QTextFormat::BlockCodeFence)
        || block.blockFormat().hasProperty(QTextFormat::BlockCodeLanguage);
}

class Reader {
public:
    ExplanationText read(const QTextDocument &document)
    {
        for (QTextBlock block = document.begin(); block.isValid(); block = block.next())
            take(block);
        return std::move(m_text);
    }

private:
    void take(const QTextBlock &block)
    {
        const int level = block.blockFormat().headingLevel();
        if (level == 1 && m_text.title.isEmpty())
            m_text.title = headingOf(block);
        else if (level > 0)
            m_text.sections.append({headingOf(block), {}});
        else if (isCode(block))
            takeCode(block);
        else
            takeParagraph(block);
        m_wasCode = level == 0 && isCode(block);
    }

    void takeCode(const QTextBlock &block)
    {
        const QString language = block.blockFormat().stringProperty(QTextFormat::BlockCodeLanguage);
        if (m_wasCode && target().last().codeLanguage == language) {
            target().last().code += u'\n' + block.text();
            return;
        }
        TextBlock code;
        code.kind = TextBlock::Kind::Code;
        code.code = block.text();
        code.codeLanguage = language;
        target().append(code);
    }

    void takeParagraph(const QTextBlock &block)
    {
        TextBlock paragraph;
        paragraph.kind = block.textList() ? TextBlock::Kind::Bullet : TextBlock::Kind::Paragraph;
        paragraph.inlines = inlinesOf(block);
        takeOffers(paragraph);
        if (!paragraph.inlines.isEmpty() || !paragraph.offers.isEmpty())
            target().append(paragraph);
    }

    QList<TextBlock> &target()
    {
        return m_text.sections.isEmpty() ? m_text.introduction : m_text.sections.last().blocks;
    }

    ExplanationText m_text;
    bool m_wasCode = false;
};

} // namespace

ExplanationText parseExplanation(const QString &markdown)
{
    QTextDocument document;
    document.setMarkdown(markdown,
                         QTextDocument::MarkdownFeatures(QTextDocument::MarkdownDialectCommonMark)
                             | QTextDocument::MarkdownNoHTML);
    return Reader().read(document);
}

std::optional<LinkTarget> linkTarget(const QString &link)
{
    static const QHash<QString, LinkTarget::Kind> numbered{{u"experiment"_s, LinkTarget::Kind::Experiment},
                                                           {u"line"_s, LinkTarget::Kind::Line},
                                                           {u"ran"_s, LinkTarget::Kind::RunLine}};
    const qsizetype colon = link.indexOf(u':');
    const QString scheme = link.left(colon);
    const QString rest = link.mid(colon + 1);
    if (colon <= 0 || rest.isEmpty())
        return std::nullopt;
    if (scheme == u"http" || scheme == u"https")
        return LinkTarget{LinkTarget::Kind::Web, link, 0};
    if (scheme == u"example")
        return LinkTarget{LinkTarget::Kind::Example, rest, 0};
    const auto kind = numbered.find(scheme);
    const int number = rest.toInt();
    if (kind == numbered.end() || number < 1)
        return std::nullopt;
    return LinkTarget{*kind, {}, number};
}

bool isWholeProgram(const TextBlock &block)
{
    if (block.kind != TextBlock::Kind::Code)
        return false;
    if (block.codeLanguage == u"cpp")
        return block.code.contains(u"int main("_s);
    return block.codeLanguage == u"python"
        && (block.code.contains(u"asyncio.run("_s) || block.code.contains(u".run_until_complete("_s));
}

QString plainText(const QList<InlineText> &inlines)
{
    QString text;
    for (const InlineText &part : inlines)
        text += part.text;
    return text;
}

} // namespace Playground
