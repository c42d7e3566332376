// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

#include <functional>

class QKeyEvent;

namespace Playground {

struct CodeLanguage;
class EditorText;

/// What keys do to whole lines, as the program's language has it: indentation of a new line, blocks that close,
/// comments. Each is one step that can be undone.
class Typing {
public:
    /// `text` must outlive it.
    explicit Typing(EditorText *text)
        : m_text(text)
    {
    }

    void setLanguage(const CodeLanguage *language) { m_language = language; }

    /// A new line at the caret, in the place of what is selected, with the indentation that goes on from there.
    void breakLine();
    /// A closing brace that begins a line stands where its block does. False where the key is something else.
    bool closeBlock(const QKeyEvent &event);
    /// Tab for very many lines at once. False where the key is something else, or the lines are few.
    bool indentMany(const QKeyEvent &event);
    void toggleComment();

private:
    void changeLines(const std::function<QStringList(const QStringList &)> &change);
    void replace(long from, long to, const QByteArray &bytes);
    QString beforeCaret();

    EditorText *m_text;
    const CodeLanguage *m_language = nullptr;
};

} // namespace Playground
