// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/explanation/explanationtext.h"

#include <QHash>
#include <QTextBrowser>

namespace Playground {

class Appearance;

/// How far the ground of inline code at the edge of a text reaches out of it, in pixels. A view is wider than its text
/// by this much on either side; what is to be flush with text keeps the same distance.
inline constexpr int TextBleed = 4;

/// Paragraphs for reading: as high as their text is at a given width, without scroll bars of their own. The text can be
/// selected and copied, and Tab walks through its links.
class TextView : public QTextBrowser {
    Q_OBJECT
public:
    enum class Tone { Normal, Title, Heading };

    explicit TextView(Appearance *appearance, QWidget *parent = nullptr);

    /// Paragraphs and bullets; code is not this view's business.
    void setBlocks(const QList<TextBlock> &blocks);
    void setTone(Tone tone);
    /// Paler, for what is said a second time.
    void setMuted(bool isMuted);

    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void linkFollowed(const Playground::LinkTarget &target);
    /// The keyboard has come to a link, which stands at this place of the view.
    void linkFocused(const QRect &place);

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    bool focusNextPrevChild(bool next) override;
    QVariant loadResource(int type, const QUrl &name) override;

private:
    struct Stretch {
        int from = 0;
        int to = 0;
    };

    void fill();
    void insert(QTextCursor &cursor, const TextBlock &block, bool isFirst);
    void insert(QTextCursor &cursor, const InlineText &text);
    void insertWords(QTextCursor &cursor, const QString &words, const QTextCharFormat &format);
    void insertCode(QTextCursor &cursor, const QString &code, const QTextCharFormat &format);
    QTextBlockFormat blockFormat(const TextBlock &block, bool isFirst) const;
    QTextCharFormat charFormat(const InlineText &text) const;
    QColor inkColor() const;
    bool hasFocusedLink() const;
    QList<QRectF> rectsOf(Stretch stretch) const;

    Appearance *m_appearance;
    QList<TextBlock> m_blocks;
    Tone m_tone = Tone::Normal;
    bool m_isMuted = false;
    bool m_isChinese = false;
    QList<Stretch> m_codes;
    mutable QHash<int, int> m_heights; ///< by width; layouts ask again and again
    QList<QRectF> m_codeRects; ///< behind inline code, at the present width
};

} // namespace Playground
