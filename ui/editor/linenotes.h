// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/editor/gutter.h"
#include "ui/editor/lineband.h"
#include "ui/editor/linelabels.h"
#include "ui/editor/linemessage.h"

#include <array>
#include <map>
#include <set>
#include <vector>

QT_FORWARD_DECLARE_CLASS(QPaintEvent)

namespace Playground {

class Appearance;
class CodeEditor;

/// Who says something at a line.
enum class MessageSource : quint8 { Syntax, Run };

/// What an editor shows around its lines, of others who have to say something: bands behind them, messages and pills
/// behind their ends, signs before their numbers. Laid out when it is painted, and only as far as it is visible.
class LineNotes {
public:
    /// Both must outlive it.
    LineNotes(const Appearance *appearance, CodeEditor *editor);

    /// Another document is shown, which has none.
    void clear();
    void setBand(LineBand band, const std::set<int> &lines);
    void setMessages(MessageSource source, const std::vector<LineMessage> &messages);
    void setPills(std::vector<LinePills> pills);
    /// The most urgent one of each line, in their order.
    std::vector<LineMessage> messages() const;
    /// As they were painted last.
    const LineLabels &labels() const { return m_labels; }

    /// The lines behind `line` have moved: until those who said something of them have looked at the new text, their
    /// messages stay with them.
    void noteLinesMoved(int line, int linesAdded);
    /// The view has scrolled, or anything else has come to stand elsewhere.
    void noteLayout();
    /// On the editor's viewport, after its text.
    void paint(const QPaintEvent &event, const QFont &font);

private:
    void layOut();
    GutterLine gutterLine(int line, const std::vector<LineMessage> &said) const;
    void update(const std::set<int> &lines);
    void updateGutter();

    const Appearance *m_appearance;
    CodeEditor *m_editor;
    std::map<MessageSource, std::vector<LineMessage>> m_messages;
    std::vector<LinePills> m_pills;
    std::array<std::set<int>, LineBands> m_bands;
    std::array<bool, LineBands> m_bandMoved{}; ///< the lines that are in there have moved with the text
    std::vector<GutterLine> m_gutter;
    LineLabels m_labels;
    int m_caretLine = 0;
    bool m_isStale = true;
};

} // namespace Playground
