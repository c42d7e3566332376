// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editor/linenotes.h"

#include "ui/editor/codeeditor.h"
#include "ui/theme/appearance.h"

#include <QPaintEvent>
#include <QPainter>

#include <algorithm>
#include <iterator>
#include <utility>

namespace Playground {

using Sci = QsciScintilla;

LineNotes::LineNotes(const Appearance *appearance, CodeEditor *editor)
    : m_appearance(appearance)
    , m_editor(editor)
{
}

void LineNotes::clear()
{
    m_messages.clear();
    m_bands = {};
    m_bandMoved.fill(true);
    m_pills.clear();
    noteLayout();
}

void LineNotes::setBand(LineBand band, const std::set<int> &lines)
{
    std::set<int> &present = m_bands[std::size_t(band)];
    if (std::exchange(m_bandMoved[std::size_t(band)], false)) {
        m_editor->SendScintilla(Sci::SCI_MARKERDELETEALL, (unsigned long)(band));
        present.clear();
    }
    if (present == lines)
        return;
    for (const int line : present) {
        if (!lines.contains(line))
            m_editor->SendScintilla(Sci::SCI_MARKERDELETE, (unsigned long)(line - 1), long(band));
    }
    for (const int line : lines) {
        if (!present.contains(line))
            m_editor->SendScintilla(Sci::SCI_MARKERADD, (unsigned long)(line - 1), long(band));
    }
    present = lines;
    noteLayout();
    updateGutter();
}

std::vector<LineMessage> LineNotes::messages() const
{
    std::vector<LineMessage> all;
    for (const auto &[source, messages] : m_messages)
        all.insert(all.end(), messages.begin(), messages.end());
    std::stable_sort(all.begin(), all.end(),
                     [](const LineMessage &a, const LineMessage &b) { return a.line < b.line; });
    all.erase(std::unique(all.begin(), all.end(),
                          [](const LineMessage &a, const LineMessage &b) { return a.line == b.line; }),
              all.end());
    return all;
}

void LineNotes::setMessages(MessageSource source, const std::vector<LineMessage> &messages)
{
    std::vector<LineMessage> &present = m_messages[source];
    if (present == messages)
        return;
    std::set<int> lines;
    for (const LineMessage &message : present)
        lines.insert(message.line);
    for (const LineMessage &message : messages)
        lines.insert(message.line);
    present = messages;
    update(lines);
}

void LineNotes::setPills(std::vector<LinePills> pills)
{
    if (pills == m_pills)
        return;
    std::set<int> lines;
    for (const auto *list : {&m_pills, &pills}) {
        for (const LinePills &line : *list)
            lines.insert(line.line);
    }
    m_pills = std::move(pills);
    update(lines);
}

void LineNotes::noteLinesMoved(int line, int linesAdded)
{
    m_bandMoved.fill(true);
    for (auto &[source, messages] : m_messages) {
        for (LineMessage &message : messages) {
            if (message.line > line)
                message.line = std::max(message.line + linesAdded, line);
        }
    }
}

void LineNotes::update(const std::set<int> &lines)
{
    noteLayout();
    const int first = m_editor->firstVisibleLine();
    const int last = m_editor->lastVisibleLine();
    for (auto line = lines.lower_bound(first); line != lines.end() && *line <= last; ++line)
        m_editor->viewport()->update(m_editor->lineRect(*line));
}

void LineNotes::updateGutter()
{
    m_editor->viewport()->update(0, 0, m_editor->gutterWidth(), m_editor->viewport()->height());
}

void LineNotes::noteLayout()
{
    m_isStale = true;
    const int line = m_editor->caretLine();
    if (std::exchange(m_caretLine, line) != line)
        updateGutter();
}

void LineNotes::layOut()
{
    const std::vector<LineMessage> said = messages();
    const int left = m_editor->gutterWidth();
    std::vector<LineLabels::Place> places;
    m_gutter.clear();
    for (int line = m_editor->firstVisibleLine(); line <= m_editor->lastVisibleLine(); ++line) {
        const QRect rect = m_editor->lineRect(line);
        const long end = m_editor->SendScintilla(Sci::SCI_GETLINEENDPOSITION, (unsigned long)(line - 1));
        const int textEnd = int(m_editor->SendScintilla(Sci::SCI_POINTXFROMPOSITION, 0UL, end));
        places.push_back({line, rect.adjusted(std::max(textEnd, left), 0, 0, 0), left});
        m_gutter.push_back(gutterLine(line, said));
    }
    m_labels.layOut(*m_appearance, m_editor->zoom(), places, said, m_pills);
}

GutterLine LineNotes::gutterLine(int line, const std::vector<LineMessage> &said) const
{
    GutterLine gutter;
    gutter.rect = m_editor->lineRect(line);
    gutter.rect.setWidth(m_editor->gutterWidth());
    gutter.number = QString::number(line);
    gutter.padding = m_editor->gutterPadding();
    gutter.isCurrent = line == m_caretLine;
    const long bands = m_editor->SendScintilla(Sci::SCI_MARKERGET, (unsigned long)(line - 1));
    for (int band = 0; band < LineBands; ++band) {
        if ((bands & (1L << band)) != 0)
            gutter.band = LineBand(band);
    }
    const auto message = std::find_if(said.begin(), said.end(), [line](const auto &each) { return each.line == line; });
    if (message != said.end())
        gutter.message = message->level;
    return gutter;
}

void LineNotes::paint(const QPaintEvent &event, const QFont &font)
{
    if (std::exchange(m_isStale, false))
        layOut();
    QPainter painter(m_editor->viewport());
    const QRegion &region = event.region();
    std::vector<GutterLine> lines; // while a program runs, a few lines are painted at each frame
    std::copy_if(m_gutter.begin(), m_gutter.end(), std::back_inserter(lines),
                 [&region](const GutterLine &line) { return region.intersects(line.rect); });
    paintGutter(painter, *m_appearance, font, lines);
    painter.setClipRect(m_editor->viewport()->rect().adjusted(m_editor->gutterWidth(), 0, 0, 0));
    m_labels.paint(painter, *m_appearance, region);
}

} // namespace Playground
