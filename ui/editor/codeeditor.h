// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/mending.h"
#include "ui/editor/editortext.h"
#include "ui/editor/linenotes.h"
#include "ui/editor/typing.h"

#include <functional>
#include <optional>
#include <set>
#include <vector>

namespace Playground {

class Appearance;
class CppLexer;
class PythonLexer;
struct CodeLanguage;

/// What is drawn under or around a stretch of text.
enum class TextMark : quint8 { SyntaxError, SyntaxWarning, Punctuation, Match, Pasted };

inline constexpr int TextMarks = 5;

/// The text of the document that is open, with its language's colours, the keys of a programmer's editor, and room
/// beside each line for what others have to say of it. Indices into the text count as QString does, lines from 1.
class CodeEditor : public QsciScintilla {
    Q_OBJECT
public:
    explicit CodeEditor(Appearance *appearance, QWidget *parent = nullptr);
    ~CodeEditor() override;
    Q_DISABLE_COPY_MOVE(CodeEditor)

    /// Shows another document. One that was shown before comes back with its steps to undo and with the caret where it
    /// was; `key` tells documents apart. The language is "python" or "cpp".
    void open(const QString &key, const QString &text, const QString &language = QStringLiteral("python"));
    /// Puts another text in the place of this one, as one step that can be undone; what is common to both is not
    /// touched.
    void replaceText(const QString &text);
    void replaceRange(qsizetype from, qsizetype size, const QString &text);
    const QString &source() { return m_text.source(); }

    qsizetype caret();
    int caretLine() const;
    /// Selects a stretch and scrolls to it.
    void select(qsizetype from, qsizetype size);
    /// Scrolls as little as needed to have the line well inside. The caret stays.
    void scrollToLine(int line);
    void goToLine(int line);

    /// Stretches in the order of the text.
    void setMarks(TextMark mark, const std::vector<std::pair<qsizetype, qsizetype>> &stretches);
    /// The first stretch that is marked so, as it is after what was typed since: from and size. Empty where it is gone.
    std::pair<qsizetype, qsizetype> markedStretch(TextMark mark);
    /// What others say of the lines.
    LineNotes &notes() { return m_notes; }
    const LineLabels &labels() const { return m_notes.labels(); }

    /// Whether the character there is code, and not part of a comment or a literal. Only of text in C++.
    bool isCodeAt(qsizetype index);
    /// Shows a list of words, sorted, one of which is to take the place of so many bytes before the caret. It follows
    /// what is typed, and goes when nothing fits any more.
    void offerWords(qsizetype bytesBefore, const QStringList &words);
    bool isOfferingWords() const;

    /// Asked for a line over which the pointer rests: what is to be said of it, or nothing.
    void setLineHelp(std::function<QString(int)> help) { m_lineHelp = std::move(help); }
    /// Of the character at an index, before the line's.
    void setTextHelp(std::function<QString(qsizetype)> help) { m_textHelp = std::move(help); }

    /// In viewport coordinates, from edge to edge.
    QRect lineRect(int line) const;
    int firstVisibleLine() const;
    int lastVisibleLine() const;
    int gutterWidth() const { return m_gutterWidth; }
    /// In it, between the numbers and the text.
    int gutterPadding() const;
    /// By how much the letters are larger than usual.
    double zoom() const;

    using QsciScintilla::zoomIn;
    using QsciScintilla::zoomOut;

public Q_SLOTS:
    void undo() override;
    void redo() override;
    void cut() override;
    void paste() override;
    void toggleComment();
    void duplicateLine();
    void moveLineUp();
    void moveLineDown();
    void zoomIn() override;
    void zoomOut() override;
    void resetZoom();
    /// Shows what is known of the caret's line, as the pointer does.
    void explainLine();

Q_SIGNALS:
    /// The text is another one: once for each step, also for a step that touches many places.
    void edited();
    /// What was pasted or dropped has been mended: it stands at `from`, and `raw` is what it was.
    void pasteMended(qsizetype from, qsizetype size, const QString &raw, const Playground::MendedSource &mended);
    /// The line's number was clicked.
    void lineClicked(int line);
    void pillClicked(Playground::Trace::TaskId task);
    /// Ctrl and a click, or Alt+Enter at the caret.
    void mendingRequested(qsizetype at);
    /// Ctrl+Space.
    void completionRequested();
    /// Before it is shown; others may add to it.
    void menuAboutToShow(QMenu *menu, qsizetype at);

protected:
    bool event(QEvent *event) override;
    bool viewportEvent(QEvent *event) override;
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dragMoveEvent(QDragMoveEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    bool focusNextPrevChild(bool next) override;
    QByteArray fromMimeData(const QMimeData *mimeData, bool &rectangular) const override;

private:
    struct Shelved {
        QString key;
        QsciDocument document;
        long caret = 0;
        long firstLine = 0;
    };
    /// A paste that has been mended, from the moment it is read until it is in the text.
    struct Incoming {
        QString raw;
        QByteArray bytes;
        MendedSource mended;
    };

    bool isCpp() const;
    long send(unsigned message, unsigned long wParam = 0, long lParam = 0) const;
    void setUpDocument();
    void setUpView();
    void setUpKeys();
    void retranslate();
    void follow();
    void shelve();
    void noteModified(int position, int type, int length, int linesAdded, int line);
    void noteIncoming(int position, int length);
    void tellEdited();
    void updateGutterWidth();
    bool leaveByKey(const QKeyEvent &event);
    bool chooseByKey(const QKeyEvent &event);
    bool editByKey(const QKeyEvent &event);
    void setZoomSteps(int steps);
    QFont codeFont() const;
    QString helpAt(const QPoint &position);
    int lineAt(const QPoint &position) const;
    qsizetype indexAt(const QPoint &position);

    Appearance *m_appearance;
    /// And nobody has been told yet. Stands before the lexers: making a child is an event already, see event().
    bool m_isEdited = false;
    PythonLexer *m_pythonLexer;
    CppLexer *m_cppLexer;
    const CodeLanguage *m_language;
    EditorText m_text;
    Typing m_typing;
    LineNotes m_notes;
    QString m_key;
    std::vector<Shelved> m_shelf;
    bool m_isOpening = false;
    int m_zoomSteps = 0;
    int m_gutterWidth = 0;
    bool m_tabLeaves = false; ///< Escape was the last key
    bool m_isLeaving = false;
    mutable std::optional<Incoming> m_incoming;
    std::function<QString(int)> m_lineHelp;
    std::function<QString(qsizetype)> m_textHelp;
};

} // namespace Playground
