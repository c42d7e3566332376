// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/explanation/textview.h"

#include "ui/explanation/stateswatch.h"
#include "ui/theme/appearance.h"

#include <QAbstractTextDocumentLayout>
#include <QKeyEvent>
#include <QPainter>
#include <QRegularExpression>
#include <QTextBlock>
#include <QTextDocument>
#include <QTextLayout>
#include <QWheelEvent>

#include <cmath>

namespace Playground {

using namespace Qt::StringLiterals;

namespace {

constexpr double LineHeight = 21; ///< of text at 13 px: about 1.6, the same for Latin and Chinese
constexpr double ParagraphGap = 9;
constexpr double CodePadding = 3;

QTextCharFormat spaced(QTextCharFormat format, double spacing)
{
    format.setFontLetterSpacingType(QFont::AbsoluteSpacing);
    format.setFontLetterSpacing(spacing);
    return format;
}

/// Letters of Chinese, and its full-width signs.
bool isChinese(const QString &text)
{
    return std::any_of(text.begin(), text.end(), [](QChar c) { return c.script() == QChar::Script_Han; });
}

/// Signs that both languages write, but not alike: in Chinese they are as wide as a character.
bool isSharedSign(QChar c)
{
    return u"“”‘’…—·"_s.contains(c);
}

QTextCharFormat wideSigns(QTextCharFormat format)
{
    QFont font = format.font();
    QStringList families = font.families();
    families.removeOne(u"Inter"_s);
    font.setFamilies(families);
    format.setFont(font);
    return format;
}

/// A figure stays on one line with what it counts, and with the word that it numbers: 3 s, 第 15 行.
QString withFiguresKept(QString text)
{
    static const QRegularExpression loose(u"(?<=\\d) (?=\\p{Han}|(?:s|ms|µs)\\b)|(?<=第|[Ll]ine) (?=\\d)"_s,
                                          QRegularExpression::UseUnicodePropertiesOption);
    return text.replace(loose, QString(QChar::Nbsp));
}

bool isScrolling(int key)
{
    switch (key) {
    case Qt::Key_Up:
    case Qt::Key_Down:
    case Qt::Key_PageUp:
    case Qt::Key_PageDown:
    case Qt::Key_Home:
    case Qt::Key_End:
        return true;
    }
    return false;
}

} // namespace

TextView::TextView(Appearance *appearance, QWidget *parent)
    : QTextBrowser(parent)
    , m_appearance(appearance)
{
    setProperty("kind", u"bare"_s);
    setOpenLinks(false);
    setFrameShape(QFrame::NoFrame);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setLineWrapMode(QTextEdit::WidgetWidth);
    setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    setUndoRedoEnabled(false);
    viewport()->setAutoFillBackground(false);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    connect(this, &QTextBrowser::anchorClicked, this, [this](const QUrl &url) {
        if (const auto target = linkTarget(url.toString()))
            Q_EMIT linkFollowed(*target);
    });
    connect(appearance, &Appearance::changed, this, &TextView::fill);
}

void TextView::setBlocks(const QList<TextBlock> &blocks)
{
    m_blocks = blocks;
    fill();
}

void TextView::setTone(Tone tone)
{
    if (tone == m_tone)
        return;
    m_tone = tone;
    fill();
}

void TextView::setMuted(bool isMuted)
{
    if (isMuted == m_isMuted)
        return;
    m_isMuted = isMuted;
    fill();
}

void TextView::fill()
{
    QPalette colors = palette();
    colors.setColor(QPalette::Base, Qt::transparent);
    colors.setColor(QPalette::Text, inkColor());
    colors.setColor(QPalette::Highlight, m_appearance->color(ColorRole::Selection));
    colors.setColor(QPalette::HighlightedText, m_appearance->color(ColorRole::Text));
    setPalette(colors);

    m_codes.clear();
    clear();
    QTextFrameFormat margins = document()->rootFrame()->frameFormat();
    margins.setMargin(0);
    margins.setLeftMargin(TextBleed);
    margins.setRightMargin(TextBleed);
    document()->rootFrame()->setFrameFormat(margins);
    document()->setDefaultFont(charFormat({}).font());
    bool hasLinks = false;
    m_isChinese = std::any_of(m_blocks.begin(), m_blocks.end(),
                              [](const TextBlock &block) { return isChinese(plainText(block.inlines)); });
    QTextCursor cursor(document());
    for (qsizetype i = 0; i < m_blocks.size(); ++i) {
        insert(cursor, m_blocks[i], i == 0);
        for (const InlineText &text : m_blocks[i].inlines)
            hasLinks = hasLinks || !text.link.isEmpty();
    }
    setFocusPolicy(hasLinks ? Qt::StrongFocus : Qt::ClickFocus);
    m_codeRects.clear();
    m_heights.clear();
    updateGeometry();
    viewport()->update();
}

void TextView::insert(QTextCursor &cursor, const TextBlock &block, bool isFirst)
{
    const QTextBlockFormat format = blockFormat(block, isFirst);
    if (isFirst)
        cursor.setBlockFormat(format);
    else
        cursor.insertBlock(format);
    if (block.kind == TextBlock::Kind::Bullet)
        cursor.insertText(u"•\u2002"_s, charFormat({}));
    for (const InlineText &text : block.inlines)
        insert(cursor, text);
}

void TextView::insert(QTextCursor &cursor, const InlineText &text)
{
    const QTextCharFormat format = charFormat(text);
    if (!text.picture.isEmpty()) {
        QTextImageFormat image;
        image.setName(text.picture);
        image.setWidth(m_appearance->px(StateSwatchSize.width()));
        image.setHeight(m_appearance->px(StateSwatchSize.height()));
        image.setProperty(QTextFormat::ImageAltText, text.text);
        cursor.insertImage(image);
    } else if (text.isCode && !text.text.isEmpty()) {
        insertCode(cursor, text.text, format);
    } else {
        insertWords(cursor, withFiguresKept(text.text), format);
    }
}

void TextView::insertWords(QTextCursor &cursor, const QString &words, const QTextCharFormat &format)
{
    if (!m_isChinese) {
        cursor.insertText(words, format);
        return;
    }
    const QTextCharFormat wide = wideSigns(format);
    qsizetype from = 0;
    while (from < words.size()) {
        const bool isSign = isSharedSign(words[from]);
        qsizetype to = from + 1;
        while (to < words.size() && isSharedSign(words[to]) == isSign)
            ++to;
        cursor.insertText(words.sliced(from, to - from), isSign ? wide : format);
        from = to;
    }
}

/// With a little room before and behind it, which is no text.
void TextView::insertCode(QTextCursor &cursor, const QString &code, const QTextCharFormat &format)
{
    const double padding = m_appearance->px(CodePadding);
    if (!cursor.atBlockStart()) {
        QTextCursor before = cursor;
        before.movePosition(QTextCursor::PreviousCharacter, QTextCursor::KeepAnchor);
        before.setCharFormat(spaced(before.charFormat(), padding));
    }
    const int from = cursor.position();
    cursor.insertText(code.chopped(1), format);
    cursor.insertText(code.last(1), spaced(format, padding));
    m_codes.append({from, cursor.position()});
}

QTextBlockFormat TextView::blockFormat(const TextBlock &block, bool isFirst) const
{
    QTextBlockFormat format;
    const double gap = block.kind == TextBlock::Kind::Bullet ? ParagraphGap / 2 : ParagraphGap;
    format.setTopMargin(isFirst ? 0 : m_appearance->px(gap));
    const double height = m_tone == Tone::Title ? LineHeight * 1.25 : LineHeight;
    format.setLineHeight(m_appearance->px(height), QTextBlockFormat::FixedHeight);
    if (block.kind == TextBlock::Kind::Bullet) {
        format.setLeftMargin(m_appearance->px(14));
        format.setTextIndent(-m_appearance->px(14));
    }
    return format;
}

QTextCharFormat TextView::charFormat(const InlineText &text) const
{
    const bool isTitle = m_tone == Tone::Title;
    QFont font = m_appearance->font(isTitle                                        ? TextRole::Title
                                        : text.isStrong || m_tone == Tone::Heading ? TextRole::Strong
                                        : text.isCode                              ? TextRole::SmallCode
                                                                                   : TextRole::Body);
    if (text.isCode && isTitle) {
        const int size = font.pixelSize();
        font = m_appearance->font(TextRole::SmallCode);
        font.setPixelSize(size - 1);
    }
    font.setItalic(text.isEmphasis);
    QTextCharFormat format;
    format.setFont(font);
    format.setForeground(inkColor());
    if (!text.link.isEmpty()) {
        format.setAnchor(true);
        format.setAnchorHref(text.link);
        format.setForeground(m_appearance->color(ColorRole::Accent));
        format.setFontUnderline(!text.isCode);
    }
    return format;
}

QColor TextView::inkColor() const
{
    return m_appearance->color(m_isMuted ? ColorRole::Muted : ColorRole::Text);
}

int TextView::heightForWidth(int width) const
{
    if (const auto known = m_heights.constFind(width); known != m_heights.constEnd())
        return *known;
    // Measured in the very document that is shown, which is then as wide again as it was.
    QTextDocument *text = document();
    const double before = text->textWidth();
    text->setTextWidth(std::max(width, 1));
    const int height = int(std::ceil(text->size().height()));
    text->setTextWidth(before);
    m_heights.insert(width, height);
    return height;
}

QSize TextView::sizeHint() const
{
    const int width = m_appearance->px(260);
    return {width, heightForWidth(width)};
}

QSize TextView::minimumSizeHint() const
{
    return {m_appearance->px(60), m_appearance->px(LineHeight)};
}

QVariant TextView::loadResource(int type, const QUrl &name)
{
    if (type == QTextDocument::ImageResource && name.scheme() == u"state")
        return stateSwatch(*m_appearance, name.path(), devicePixelRatioF());
    return {};
}

QList<QRectF> TextView::rectsOf(Stretch stretch) const
{
    QList<QRectF> rects;
    const QTextBlock block = document()->findBlock(stretch.from);
    const QTextLayout *layout = block.layout();
    const QPointF origin = document()->documentLayout()->blockBoundingRect(block).topLeft();
    const int from = stretch.from - block.position();
    const int to = stretch.to - block.position();
    const double size = m_appearance->font(m_tone == Tone::Title ? TextRole::Title : TextRole::Body).pixelSize();
    for (int i = 0; i < layout->lineCount(); ++i) {
        const QTextLine line = layout->lineAt(i);
        const int first = std::max(from, line.textStart());
        int last = std::min(to, line.textStart() + line.textLength());
        while (last > first && last < to && block.text().at(last - 1) == u' ')
            --last;
        if (last <= first)
            continue;
        const double left = origin.x() + line.cursorToX(first) - m_appearance->px(CodePadding);
        double right = origin.x() + line.cursorToX(last);
        if (last < to)
            right += m_appearance->px(CodePadding);
        const double baseline = origin.y() + line.y() + line.ascent();
        rects.append(QRectF(QPointF(left, std::round(baseline - size * 1.08)),
                            QPointF(right, std::round(baseline + size * 0.38))));
    }
    return rects;
}

void TextView::paintEvent(QPaintEvent *event)
{
    if (m_codeRects.isEmpty()) {
        for (const Stretch stretch : std::as_const(m_codes))
            m_codeRects += rectsOf(stretch);
    }
    {
        QPainter painter(viewport());
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(m_appearance->color(ColorRole::Track));
        const double radius = m_appearance->px(4);
        for (const QRectF &rect : std::as_const(m_codeRects))
            painter.drawRoundedRect(rect, radius, radius);
        if (hasFocusedLink()) {
            painter.setBrush(Qt::NoBrush);
            painter.setPen(QPen(m_appearance->color(ColorRole::Accent), m_appearance->px(2)));
            const QTextCursor link = textCursor();
            const QList<QRectF> rects = rectsOf({link.selectionStart(), link.selectionEnd()});
            for (const QRectF &rect : rects)
                painter.drawRoundedRect(rect, radius, radius);
        }
    }
    QTextBrowser::paintEvent(event);
}

void TextView::resizeEvent(QResizeEvent *event)
{
    QTextBrowser::resizeEvent(event);
    m_codeRects.clear();
}

/// The keyboard's place is shown by the selection being that of a link.
bool TextView::hasFocusedLink() const
{
    const QTextCursor cursor = textCursor();
    return hasFocus() && cursor.hasSelection() && cursor.charFormat().isAnchor();
}

bool TextView::event(QEvent *event)
{
    // Copying what is selected here goes before whatever the window does with these keys.
    if (event->type() == QEvent::ShortcutOverride) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->matches(QKeySequence::Copy) || key->matches(QKeySequence::SelectAll)) {
            event->accept();
            return true;
        }
    }
    return QTextBrowser::event(event);
}

void TextView::keyPressEvent(QKeyEvent *event)
{
    if (isScrolling(event->key()) && !(event->modifiers() & Qt::ShiftModifier))
        event->ignore(); // the page scrolls
    else
        QTextBrowser::keyPressEvent(event);
}

void TextView::wheelEvent(QWheelEvent *event)
{
    event->ignore(); // the page scrolls
}

void TextView::focusInEvent(QFocusEvent *event)
{
    QTextBrowser::focusInEvent(event);
    // Coming by keyboard, one is on the first link or the last one, and not beside them.
    if (event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason)
        focusNextPrevChild(event->reason() == Qt::TabFocusReason);
}

void TextView::focusOutEvent(QFocusEvent *event)
{
    QTextBrowser::focusOutEvent(event);
    if (event->reason() == Qt::PopupFocusReason || event->reason() == Qt::ActiveWindowFocusReason)
        return;
    QTextCursor cursor = textCursor();
    cursor.clearSelection();
    setTextCursor(cursor);
}

bool TextView::focusNextPrevChild(bool next)
{
    const bool isInside = QTextBrowser::focusNextPrevChild(next);
    viewport()->update();
    if (isInside && hasFocusedLink())
        Q_EMIT linkFocused(cursorRect());
    return isInside;
}

} // namespace Playground
