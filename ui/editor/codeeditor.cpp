// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editor/codeeditor.h"

#include "ui/editor/codelanguage.h"
#include "ui/editor/codelines.h"
#include "ui/editor/cpplexer.h"
#include "ui/editor/pythonlexer.h"
#include "ui/editor/textpositions.h"
#include "ui/theme/appearance.h"

#include <QApplication>
#include <QContextMenuEvent>
#include <QDragEnterEvent>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QMimeData>
#include <QPainter>
#include <QScreen>
#include <QScrollBar>
#include <QToolTip>

#include <algorithm>
#include <cmath>
#include <iterator>
#include <utility>

using namespace Qt::StringLiterals;

namespace Playground {

namespace {

constexpr int FirstIndicator = QsciScintillaBase::INDIC_CONTAINER;
constexpr std::size_t MostShelved = 20;
constexpr int MostZoomSteps = 16;
constexpr int LeastZoomSteps = -5;
constexpr double ZoomStep = 1.1;
constexpr long ManyLines = 100;
/// Of a line, as a multiple of its type's size.
constexpr double LineHeight = 21.0 / 13;
constexpr double GutterPadding = 12; ///< between the number and the text
constexpr double SignWidth = 15; ///< for the signs before the number

int indicatorOf(TextMark mark)
{
    return FirstIndicator + int(mark);
}

/// Whether a key of the component's own may stay: whatever moves and deletes, and the few letters that everybody knows.
/// The others are the window's.
bool isKeptKey(int key)
{
    constexpr int modifiers = int(Qt::KeyboardModifierMask);
    const int plain = key & ~modifiers;
    if (plain == Qt::Key_Insert && (key & modifiers) == 0)
        return false; // overwriting is a trap
    if (plain >= Qt::Key_Escape)
        return true;
    static constexpr int letters[]{Qt::Key_Z, Qt::Key_Y, Qt::Key_X, Qt::Key_C, Qt::Key_V, Qt::Key_A};
    return (key & modifiers) == int(Qt::ControlModifier)
        && std::find(std::begin(letters), std::end(letters), plain) != std::end(letters);
}

/// A text from elsewhere may have any of three line ends.
QString withLineEnds(QString text, bool isCrLf)
{
    text.replace(u"\r\n"_s, u"\n"_s).replace(u'\r', u'\n');
    return isCrLf ? text.replace(u'\n', u"\r\n"_s) : text;
}

/// A family for each script, where the component can be told but one name.
void substituteFamilies(const QFont &font)
{
    const QStringList families = font.families();
    if (families.size() > 1)
        QFont::insertSubstitutions(families.first(), families.mid(1));
}

/// A tool tip that takes nothing in a program's words for markup, and keeps its lines.
QString tipOf(const QString &text)
{
    return text.isEmpty() ? QString() : u"<p style='white-space:pre'>%1</p>"_s.arg(text.toHtmlEscaped());
}

bool hasFiles(const QMimeData *data)
{
    return data->hasUrls();
}

} // namespace

CodeEditor::CodeEditor(Appearance *appearance, QWidget *parent)
    : QsciScintilla(parent)
    , m_appearance(appearance)
    , m_pythonLexer(new PythonLexer(this))
    , m_cppLexer(new CppLexer(this))
    , m_language(&codeLanguage(u"python"_s))
{
    setObjectName(u"codeEditor"_s);
    setFrameShape(QFrame::NoFrame);
    setUpView();
    setUpKeys();
    setUpDocument();
    follow();
    retranslate();
    connect(appearance, &Appearance::changed, this, &CodeEditor::follow);
    connect(this, &QsciScintillaBase::SCN_MODIFIED, this,
            [this](int position, int type, const char *, int length, int linesAdded, int line) {
                noteModified(position, type, length, linesAdded, line);
            });
    connect(this, &QsciScintillaBase::SCN_UPDATEUI, this, &CodeEditor::noteLayout);
    connect(this, &QsciScintilla::linesChanged, this, &CodeEditor::updateGutterWidth);
}

CodeEditor::~CodeEditor() = default;

long CodeEditor::send(unsigned message, unsigned long wParam, long lParam) const
{
    return SendScintilla(message, wParam, lParam);
}

/// What belongs to the view stays when documents are exchanged.
void CodeEditor::setUpView()
{
    for (int margin = 0; margin < 5; ++margin)
        setMarginWidth(margin, 0);
    setMarginType(0, SymbolMarginColor);
    setMarginMarkerMask(0, 0);
    send(SCI_SETMARGINCURSORN, 0, SC_CURSORARROW);
    send(SCI_SETMARGINLEFT, 0, 0);
    send(SCI_SETSCROLLWIDTHTRACKING, 1);
    send(SCI_SETSCROLLWIDTH, 1);
    send(SCI_SETLAYOUTCACHE, SC_CACHE_PAGE);
    send(SCI_SETMULTIPLESELECTION, 0);
    send(SCI_SETCARETLINEVISIBLE, 1);
    setBraceMatching(SloppyBraceMatch);
    setCaretWidth(2);
    for (int band = 0; band < LineBands; ++band)
        send(SCI_MARKERDEFINE, band, SC_MARK_BACKGROUND);

    const auto style = [this](TextMark mark, int kind) { send(SCI_INDICSETSTYLE, indicatorOf(mark), kind); };
    style(TextMark::SyntaxError, INDIC_SQUIGGLE);
    style(TextMark::SyntaxWarning, INDIC_SQUIGGLE);
    style(TextMark::Punctuation, INDIC_STRAIGHTBOX);
    style(TextMark::Match, INDIC_ROUNDBOX);
    style(TextMark::Pasted, INDIC_HIDDEN);
    for (const TextMark mark : {TextMark::Punctuation, TextMark::Match})
        send(SCI_INDICSETUNDER, indicatorOf(mark), 1);
}

bool CodeEditor::isCpp() const
{
    return m_language == &codeLanguage(u"cpp"_s);
}

/// What the component keeps with the document.
void CodeEditor::setUpDocument()
{
    setUtf8(true);
    setLexer(isCpp() ? static_cast<QsciLexer *>(m_cppLexer) : m_pythonLexer);
    setTabWidth(IndentationWidth);
    setIndentationWidth(IndentationWidth);
    setIndentationsUseTabs(false);
    setTabIndents(true);
    setBackspaceUnindents(true);
    setAutoIndent(false); // see breakLine()
    setIndentationGuides(false);
}

void CodeEditor::setUpKeys()
{
    const QList<QsciCommand *> commands = standardCommands()->commands();
    for (QsciCommand *command : commands) {
        if (!isKeptKey(command->key()))
            command->setKey(0);
        if (!isKeptKey(command->alternateKey()))
            command->setAlternateKey(0);
    }
    const auto bind = [this](QsciCommand::Command command, int key) { standardCommands()->find(command)->setKey(key); };
    bind(QsciCommand::MoveSelectedLinesUp, int(Qt::ALT) | Qt::Key_Up);
    bind(QsciCommand::MoveSelectedLinesDown, int(Qt::ALT) | Qt::Key_Down);
    bind(QsciCommand::SelectionDuplicate, int(Qt::CTRL) | int(Qt::SHIFT) | Qt::Key_D);
    standardCommands()->find(QsciCommand::Redo)->setAlternateKey(int(Qt::CTRL) | int(Qt::SHIFT) | Qt::Key_Z);
}

void CodeEditor::retranslate()
{
    setAccessibleName(tr("Program text"));
    //: What a person is told who asks what the editor is
    setWhatsThis(tr("The program that Run runs. Tab indents here: to leave the editor by keyboard, press Ctrl+Tab, or "
                    "Escape and then Tab."));
    setAccessibleDescription(whatsThis());
}

double CodeEditor::zoom() const
{
    return std::pow(ZoomStep, m_zoomSteps);
}

QFont CodeEditor::codeFont() const
{
    QFont font = m_appearance->font(TextRole::Code);
    const double pixels = font.pixelSize() * zoom();
    font.setPointSizeF(pixels * 72 / logicalDpiY());
    return font;
}

void CodeEditor::follow()
{
    const QFont font = codeFont();
    substituteFamilies(font);
    m_pythonLexer->follow(*m_appearance, font);
    m_cppLexer->follow(*m_appearance, font);

    const QColor surface = m_appearance->color(ColorRole::Surface);
    const QColor text = m_appearance->color(ColorRole::Text);
    const QColor accent = m_appearance->color(ColorRole::Accent);
    const auto setIndicator = [this](TextMark mark, const QColor &color, int alpha) {
        const int indicator = indicatorOf(mark);
        SendScintilla(SCI_INDICSETFORE, (unsigned long)(indicator), color);
        send(SCI_INDICSETALPHA, indicator, alpha);
        send(SCI_INDICSETOUTLINEALPHA, indicator, std::min(alpha * 2, 255));
    };
    setIndicator(TextMark::SyntaxError, m_appearance->color(ColorRole::Failed), 255);
    setIndicator(TextMark::SyntaxWarning, m_appearance->color(ColorRole::Warning), 255);
    setIndicator(TextMark::Punctuation, m_appearance->color(ColorRole::Alarm), 90);
    setIndicator(TextMark::Match, m_appearance->color(ColorRole::Alarm), 80);
    for (int band = 0; band < LineBands; ++band)
        SendScintilla(SCI_MARKERSETBACK, (unsigned long)(band), bandColor(*m_appearance, LineBand(band)));

    setMarginBackgroundColor(0, surface);
    setCaretForegroundColor(text);
    setCaretLineBackgroundColor(text);
    send(SCI_SETCARETLINEBACKALPHA, m_appearance->theme() == Theme::Light ? 8 : 11);
    setSelectionBackgroundColor(mixedColor(surface, accent, 0.28));
    resetSelectionForegroundColor();
    setMatchedBraceBackgroundColor(mixedColor(surface, accent, 0.22));
    setMatchedBraceForegroundColor(text);
    setUnmatchedBraceBackgroundColor(surface);
    setUnmatchedBraceForegroundColor(m_appearance->color(ColorRole::Failed));

    send(SCI_SETEXTRAASCENT, 0);
    send(SCI_SETEXTRADESCENT, 0);
    const int wanted = int(std::lround(m_appearance->font(TextRole::Code).pixelSize() * zoom() * LineHeight));
    const int extra = std::max(wanted - int(send(SCI_TEXTHEIGHT, 0)), 0);
    send(SCI_SETEXTRAASCENT, (unsigned long)(extra - extra / 2));
    send(SCI_SETEXTRADESCENT, (unsigned long)(extra / 2));
    updateGutterWidth();
    noteLayout();
    viewport()->update();
}

void CodeEditor::updateGutterWidth()
{
    const int digits = std::max(int(QString::number(lines()).size()), 2);
    const QFontMetrics metrics(codeFont());
    const double scale = m_appearance->scale() * zoom();
    m_gutterWidth = int((SignWidth + GutterPadding) * scale) + digits * metrics.horizontalAdvance(u'0');
    if (marginWidth(0) != m_gutterWidth)
        setMarginWidth(0, m_gutterWidth);
    noteLayout();
    viewport()->update(0, 0, m_gutterWidth, viewport()->height());
}

// -- the text

QByteArray CodeEditor::bytesOf(const QString &text) const
{
    return withLineEnds(text, eolMode() == EolWindows).toUtf8();
}

const QString &CodeEditor::source()
{
    if (!m_isSourceKnown)
        m_source = text();
    m_isSourceKnown = true;
    return m_source;
}

long CodeEditor::bytePosition(qsizetype index)
{
    return long(utf8Size(QStringView(source()).first(std::clamp<qsizetype>(index, 0, source().size()))));
}

qsizetype CodeEditor::indexOf(long position)
{
    return indexOfUtf8(source(), position);
}

void CodeEditor::replaceBytes(long from, long to, const QByteArray &bytes)
{
    send(SCI_SETTARGETRANGE, (unsigned long)(from), to);
    SendScintilla(SCI_REPLACETARGET, (unsigned long)(bytes.size()), bytes.constData());
}

void CodeEditor::shelve()
{
    if (m_key.isEmpty())
        return;
    std::erase_if(m_shelf, [this](const Shelved &shelved) { return shelved.key == m_key; });
    m_shelf.push_back({m_key, document(), send(SCI_GETCURRENTPOS), send(SCI_GETFIRSTVISIBLELINE)});
    if (m_shelf.size() > MostShelved)
        m_shelf.erase(m_shelf.begin());
}

void CodeEditor::open(const QString &key, const QString &text, const QString &language)
{
    if (key == m_key) {
        replaceText(text);
        return;
    }
    m_isOpening = true;
    shelve();
    m_key = key;
    const CodeLanguage *before = std::exchange(m_language, &codeLanguage(language));
    const auto known =
        std::find_if(m_shelf.begin(), m_shelf.end(), [&key](const Shelved &shelved) { return shelved.key == key; });
    m_messages.clear();
    m_bands = {};
    m_bandMoved.fill(true);
    m_pills.clear();
    if (known == m_shelf.end()) {
        setDocument(QsciDocument());
        setUpDocument();
        setEolMode(text.contains(u"\r\n"_s) ? EolWindows : EolUnix);
        setText(text);
        send(SCI_EMPTYUNDOBUFFER);
    } else {
        setDocument(known->document);
        setUpDocument();
        setEolMode(text.contains(u"\r\n"_s) ? EolWindows : EolUnix);
        m_isSourceKnown = false;
        replaceText(text);
        send(SCI_GOTOPOS, (unsigned long)(known->caret));
        send(SCI_SETFIRSTVISIBLELINE, (unsigned long)(known->firstLine));
    }
    for (int mark = 0; mark < TextMarks; ++mark)
        setMarks(TextMark(mark), {});
    send(SCI_MARKERDELETEALL, (unsigned long)(-1));
    m_isSourceKnown = false;
    m_isOpening = false;
    send(SCI_SETSCROLLWIDTH, 1);
    if (m_language != before)
        follow(); // another lexer takes the view's own colours with it
    updateGutterWidth();
    m_isEdited = true;
    tellEdited();
}

void CodeEditor::replaceText(const QString &text)
{
    const QString present = source();
    const CommonEnds common = commonEnds(present, text);
    const qsizetype gone = present.size() - common.before - common.after;
    const qsizetype come = text.size() - common.before - common.after;
    if (gone == 0 && come == 0)
        return;
    const long from = bytePosition(common.before);
    const long to = bytePosition(common.before + gone);
    replaceBytes(from, to, text.sliced(common.before, come).toUtf8());
    if (!m_isOpening)
        tellEdited();
}

void CodeEditor::replaceRange(qsizetype from, qsizetype size, const QString &text)
{
    const long begin = bytePosition(from);
    const long end = bytePosition(from + size);
    replaceBytes(begin, end, text.toUtf8());
    tellEdited();
}

void CodeEditor::noteModified(int position, int type, int length, int linesAdded, int line)
{
    if ((type & (SC_MOD_INSERTTEXT | SC_MOD_DELETETEXT)) == 0)
        return;
    m_isSourceKnown = false;
    if (m_isOpening)
        return;
    if (linesAdded != 0) {
        moveMessages(line + 1, linesAdded);
        m_bandMoved.fill(true);
    }
    if ((type & SC_MOD_INSERTTEXT) != 0)
        noteIncoming(position, length);
    if (std::exchange(m_isEdited, true))
        return;
    // Where no event that is handled here is the cause of it: one step may come in thousands of pieces.
    QMetaObject::invokeMethod(this, &CodeEditor::tellEdited, Qt::QueuedConnection);
}

void CodeEditor::tellEdited()
{
    if (std::exchange(m_isEdited, false))
        Q_EMIT edited();
}

// -- caret and scrolling

qsizetype CodeEditor::caret()
{
    return indexOf(send(SCI_GETCURRENTPOS));
}

int CodeEditor::caretLine() const
{
    return int(send(SCI_LINEFROMPOSITION, (unsigned long)(send(SCI_GETCURRENTPOS)))) + 1;
}

void CodeEditor::select(qsizetype from, qsizetype size)
{
    const long begin = bytePosition(from);
    const long end = bytePosition(from + size);
    scrollToLine(int(send(SCI_LINEFROMPOSITION, (unsigned long)(begin))) + 1);
    send(SCI_SETSEL, (unsigned long)(begin), end);
}

int CodeEditor::firstVisibleLine() const
{
    return int(send(SCI_GETFIRSTVISIBLELINE)) + 1;
}

int CodeEditor::lastVisibleLine() const
{
    const long height = std::max(send(SCI_TEXTHEIGHT, 0), 1L);
    return std::min(firstVisibleLine() + int(viewport()->height() / height), lines());
}

void CodeEditor::scrollToLine(int line)
{
    const int onScreen = int(send(SCI_LINESONSCREEN));
    const int first = firstVisibleLine();
    const int margin = std::min(2, onScreen / 4);
    if (line >= first + (first > 1 ? margin : 0) && line < first + onScreen - margin)
        return;
    send(SCI_SETFIRSTVISIBLELINE, (unsigned long)(std::max(line - 1 - onScreen / 3, 0)));
}

void CodeEditor::goToLine(int line)
{
    const int known = std::clamp(line, 1, lines());
    scrollToLine(known);
    send(SCI_GOTOLINE, (unsigned long)(known - 1));
}

QRect CodeEditor::lineRect(int line) const
{
    const int height = int(send(SCI_TEXTHEIGHT, 0));
    return {0, (line - firstVisibleLine()) * height, viewport()->width(), height};
}

int CodeEditor::lineAt(const QPoint &position) const
{
    const int height = int(send(SCI_TEXTHEIGHT, 0));
    const int line = firstVisibleLine() + position.y() / std::max(height, 1);
    return position.y() >= 0 && line <= lines() ? line : 0;
}

/// -1 where there is no text.
qsizetype CodeEditor::indexAt(const QPoint &position)
{
    const long at = send(SCI_CHARPOSITIONFROMPOINTCLOSE, (unsigned long)(position.x()), position.y());
    return at < 0 ? -1 : indexOf(at);
}

// -- what is shown in and beside the text

void CodeEditor::setMarks(TextMark mark, const std::vector<std::pair<qsizetype, qsizetype>> &stretches)
{
    std::vector<qsizetype> indices;
    for (const auto &[from, size] : stretches) {
        indices.push_back(from);
        indices.push_back(from + size);
    }
    const std::vector<qsizetype> positions = utf8Positions(source(), indices);
    send(SCI_SETINDICATORCURRENT, (unsigned long)(indicatorOf(mark)));
    send(SCI_INDICATORCLEARRANGE, 0, send(SCI_GETLENGTH));
    for (std::size_t i = 0; i + 1 < positions.size(); i += 2)
        send(SCI_INDICATORFILLRANGE, (unsigned long)(positions[i]), long(positions[i + 1] - positions[i]));
}

std::pair<qsizetype, qsizetype> CodeEditor::markedStretch(TextMark mark)
{
    const auto indicator = (unsigned long)(indicatorOf(mark));
    long begin = 0;
    if (send(SCI_INDICATORVALUEAT, indicator, 0) == 0)
        begin = send(SCI_INDICATOREND, indicator, 0);
    if (begin >= send(SCI_GETLENGTH) || send(SCI_INDICATORVALUEAT, indicator, begin) == 0)
        return {};
    const long end = send(SCI_INDICATOREND, indicator, begin);
    const qsizetype from = indexOf(begin);
    return {from, indexOf(end) - from};
}

void CodeEditor::setBand(LineBand band, const std::set<int> &lines)
{
    std::set<int> &present = m_bands[std::size_t(band)];
    if (std::exchange(m_bandMoved[std::size_t(band)], false)) {
        send(SCI_MARKERDELETEALL, (unsigned long)(band));
        present.clear();
    }
    if (present == lines)
        return;
    for (const int line : present) {
        if (!lines.contains(line))
            send(SCI_MARKERDELETE, (unsigned long)(line - 1), int(band));
    }
    for (const int line : lines) {
        if (!present.contains(line))
            send(SCI_MARKERADD, (unsigned long)(line - 1), int(band));
    }
    present = lines;
    noteLayout();
    viewport()->update(0, 0, m_gutterWidth, viewport()->height());
}

std::vector<LineMessage> CodeEditor::messages() const
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

std::set<int> CodeEditor::messageLines() const
{
    std::set<int> lines;
    for (const LineMessage &message : messages())
        lines.insert(message.line);
    return lines;
}

void CodeEditor::setMessages(MessageSource source, const std::vector<LineMessage> &messages)
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
    updateLabels(lines);
}

/// Until those who said them have looked at the new text, they stay with their lines.
void CodeEditor::moveMessages(int line, int linesAdded)
{
    for (auto &[source, messages] : m_messages) {
        for (LineMessage &message : messages) {
            if (message.line > line)
                message.line = std::max(message.line + linesAdded, line);
        }
    }
}

void CodeEditor::setPills(std::vector<LinePills> pills)
{
    if (pills == m_pills)
        return;
    std::set<int> lines;
    for (const auto *list : {&m_pills, &pills}) {
        for (const LinePills &line : *list)
            lines.insert(line.line);
    }
    m_pills = std::move(pills);
    updateLabels(lines);
}

void CodeEditor::updateLabels(const std::set<int> &lines)
{
    noteLayout();
    const int first = firstVisibleLine();
    const int last = lastVisibleLine();
    for (auto line = lines.lower_bound(first); line != lines.end() && *line <= last; ++line)
        viewport()->update(lineRect(*line));
}

void CodeEditor::noteLayout()
{
    m_isLayoutStale = true;
    const int line = caretLine();
    if (std::exchange(m_caretLine, line) != line)
        viewport()->update(0, 0, m_gutterWidth, viewport()->height());
}

void CodeEditor::layOutLines()
{
    m_isLayoutStale = false;
    const std::vector<LineMessage> said = messages();
    std::vector<LineLabels::Place> places;
    m_gutter.clear();
    for (int line = firstVisibleLine(); line <= lastVisibleLine(); ++line) {
        const QRect rect = lineRect(line);
        const long end = send(SCI_GETLINEENDPOSITION, (unsigned long)(line - 1));
        const int textEnd = int(send(SCI_POINTXFROMPOSITION, 0, end));
        places.push_back({line, rect.adjusted(std::max(textEnd, m_gutterWidth), 0, 0, 0), m_gutterWidth});

        GutterLine gutter;
        gutter.rect = QRect(0, rect.top(), m_gutterWidth, rect.height());
        gutter.number = QString::number(line);
        gutter.padding = int(GutterPadding * m_appearance->scale() * zoom());
        gutter.isCurrent = line == m_caretLine;
        const long bands = send(SCI_MARKERGET, (unsigned long)(line - 1));
        for (int band = 0; band < LineBands; ++band) {
            if ((bands & (1L << band)) != 0)
                gutter.band = LineBand(band);
        }
        const auto message = std::find_if(said.begin(), said.end(), [line](const auto &m) { return m.line == line; });
        if (message != said.end())
            gutter.message = message->level;
        m_gutter.push_back(gutter);
    }
    m_labels.layOut(*m_appearance, zoom(), places, said, m_pills);
}

void CodeEditor::paintEvent(QPaintEvent *event)
{
    QsciScintilla::paintEvent(event);
    if (m_isLayoutStale)
        layOutLines();
    QPainter painter(viewport());
    const QRegion &region = event->region();
    std::vector<GutterLine> lines; // while a program runs, a few lines are painted at each frame
    std::copy_if(m_gutter.begin(), m_gutter.end(), std::back_inserter(lines),
                 [&region](const GutterLine &line) { return region.intersects(line.rect); });
    paintGutter(painter, *m_appearance, codeFont(), lines);
    painter.setClipRect(viewport()->rect().adjusted(m_gutterWidth, 0, 0, 0));
    m_labels.paint(painter, *m_appearance, region);
}

void CodeEditor::resizeEvent(QResizeEvent *event)
{
    QsciScintilla::resizeEvent(event);
    noteLayout();
}

// -- keys

bool CodeEditor::event(QEvent *event)
{
    const bool isTaken = QsciScintilla::event(event);
    tellEdited();
    return isTaken;
}

void CodeEditor::keyPressEvent(QKeyEvent *event)
{
    if (chooseByKey(*event) || leaveByKey(*event) || editByKey(*event)) {
        event->accept();
        return;
    }
    QsciScintilla::keyPressEvent(event);
}

/// While words are offered, some keys are for their list.
bool CodeEditor::chooseByKey(const QKeyEvent &event)
{
    if (!isOfferingWords())
        return false;
    switch (event.key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Tab:
        send(SCI_AUTOCCOMPLETE);
        tellEdited();
        return true;
    case Qt::Key_Escape:
        send(SCI_AUTOCCANCEL);
        return true;
    default:
        return false;
    }
}

bool CodeEditor::isCodeAt(qsizetype index)
{
    const long position = bytePosition(index);
    if (const long styled = send(SCI_GETENDSTYLED); styled <= position)
        send(SCI_COLOURISE, (unsigned long)(styled), position + 1); // what has just been typed
    const long style = send(SCI_GETSTYLEAT, (unsigned long)(position));
    return isCpp() && m_cppLexer->isCode(int(style));
}

void CodeEditor::offerWords(qsizetype bytesBefore, const QStringList &words)
{
    send(SCI_AUTOCSETIGNORECASE, 1);
    send(SCI_AUTOCSETAUTOHIDE, 1);
    send(SCI_AUTOCSETMAXHEIGHT, 8);
    const QByteArray list = words.join(u' ').toUtf8();
    SendScintilla(SCI_AUTOCSHOW, (unsigned long)(bytesBefore), list.constData());
}

bool CodeEditor::isOfferingWords() const
{
    return send(SCI_AUTOCACTIVE) != 0;
}

/// Tab indents, so there are other ways out.
bool CodeEditor::leaveByKey(const QKeyEvent &event)
{
    const bool isTab = event.key() == Qt::Key_Tab || event.key() == Qt::Key_Backtab;
    const bool isAfterEscape = std::exchange(m_tabLeaves, event.key() == Qt::Key_Escape);
    if (!isTab || !(isReadOnly() || isAfterEscape || event.modifiers().testFlag(Qt::ControlModifier)))
        return false;
    m_isLeaving = true;
    const bool isBack = event.key() == Qt::Key_Backtab || event.modifiers().testFlag(Qt::ShiftModifier);
    focusNextPrevChild(!isBack);
    m_isLeaving = false;
    return true;
}

bool CodeEditor::focusNextPrevChild(bool next)
{
    return m_isLeaving ? QAbstractScrollArea::focusNextPrevChild(next) : QsciScintilla::focusNextPrevChild(next);
}

bool CodeEditor::editByKey(const QKeyEvent &event)
{
    const Qt::KeyboardModifiers modifiers = event.modifiers() & ~Qt::KeypadModifier;
    const bool isEnter = event.key() == Qt::Key_Return || event.key() == Qt::Key_Enter;
    if (isEnter && (modifiers == Qt::NoModifier || modifiers == Qt::ShiftModifier)) {
        breakLine();
        return true;
    }
    if (isEnter && modifiers == Qt::AltModifier) {
        Q_EMIT mendingRequested(caret());
        return true;
    }
    if (indentMany(event) || closeBlock(event))
        return true;
    if (!modifiers.testFlag(Qt::ControlModifier) || modifiers.testFlag(Qt::AltModifier))
        return false;
    switch (event.key()) {
    case Qt::Key_Space:
        Q_EMIT completionRequested();
        return true;
    case Qt::Key_Slash:
        toggleComment();
        return true;
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        zoomIn();
        return true;
    case Qt::Key_Minus:
        zoomOut();
        return true;
    case Qt::Key_0:
        resetZoom();
        return true;
    default:
        return false;
    }
}

void CodeEditor::breakLine()
{
    send(SCI_BEGINUNDOACTION);
    SendScintilla(SCI_REPLACESEL, "");
    const QString before = source().first(caret());
    const qsizetype begin = before.lastIndexOf(u'\n') + 1;
    const bool isBlank = QStringView(before).sliced(begin).trimmed().isEmpty();
    const QString indentation = isBlank ? before.sliced(begin) : m_language->indentationAfter(before);

    // Spaces that would be left behind, or come before the text that moves down, go.
    const QStringView after = QStringView(source()).sliced(before.size());
    const auto *rest = std::find_if_not(after.begin(), after.end(), [](QChar c) { return c == u' ' || c == u'\t'; });
    const long from = bytePosition(isBlank ? begin : before.size());
    const long to = bytePosition(before.size() + (rest - after.begin()));
    const QByteArray inserted = bytesOf(u'\n' + indentation);
    replaceBytes(from, to, inserted);
    send(SCI_GOTOPOS, (unsigned long)(from + inserted.size()));
    send(SCI_CHOOSECARETX);
    send(SCI_ENDUNDOACTION);
}

/// A closing brace that begins a line stands where its block does.
bool CodeEditor::closeBlock(const QKeyEvent &event)
{
    if (event.text() != u"}" || !m_language->closingIndentation || hasSelectedText())
        return false;
    const QString before = source().first(caret());
    const qsizetype begin = before.lastIndexOf(u'\n') + 1;
    if (!isBlank(QStringView(before).sliced(begin)))
        return false;
    const long from = bytePosition(begin);
    const QByteArray inserted = bytesOf(m_language->closingIndentation(before.first(begin)) + u'}');
    send(SCI_BEGINUNDOACTION);
    replaceBytes(from, bytePosition(before.size()), inserted);
    send(SCI_GOTOPOS, (unsigned long)(from + inserted.size()));
    send(SCI_CHOOSECARETX);
    send(SCI_ENDUNDOACTION);
    return true;
}

void CodeEditor::toggleComment()
{
    changeLines([this](const QStringList &lines) { return withCommentsToggled(lines, m_language->commentSign); });
}

/// The component shifts each line by itself, and counts all characters before it each time for those who do not see: of
/// thousands of lines, nobody wants to wait for that.
bool CodeEditor::indentMany(const QKeyEvent &event)
{
    const bool isTab = event.key() == Qt::Key_Tab || event.key() == Qt::Key_Backtab;
    const auto lineOf = [this](unsigned edge) { return send(SCI_LINEFROMPOSITION, (unsigned long)(send(edge))); };
    if (!isTab || lineOf(SCI_GETSELECTIONEND) - lineOf(SCI_GETSELECTIONSTART) < ManyLines)
        return false;
    const bool isMore = event.key() == Qt::Key_Tab && !event.modifiers().testFlag(Qt::ShiftModifier);
    changeLines([isMore](const QStringList &lines) { return withIndentation(lines, isMore); });
    return true;
}

/// Those that are selected, or that of the caret, in one piece.
void CodeEditor::changeLines(const std::function<QStringList(const QStringList &)> &change)
{
    const long anchor = send(SCI_GETSELECTIONSTART);
    const long end = send(SCI_GETSELECTIONEND);
    const long firstLine = send(SCI_LINEFROMPOSITION, (unsigned long)(anchor));
    long lastLine = send(SCI_LINEFROMPOSITION, (unsigned long)(end));
    if (lastLine > firstLine && send(SCI_POSITIONFROMLINE, (unsigned long)(lastLine)) == end)
        --lastLine;
    const long from = send(SCI_POSITIONFROMLINE, (unsigned long)(firstLine));
    const long to = send(SCI_GETLINEENDPOSITION, (unsigned long)(lastLine));
    const qsizetype begin = indexOf(from);
    const QStringList lines = source().sliced(begin, indexOf(to) - begin).split(u'\n');
    const QStringList changed = change(lines);
    if (changed == lines)
        return;
    const QByteArray bytes = changed.join(u'\n').toUtf8();
    const bool isOneLine = firstLine == lastLine && anchor == end;
    send(SCI_BEGINUNDOACTION);
    replaceBytes(from, to, bytes);
    if (isOneLine) {
        const long moved = std::max(anchor + long(bytes.size()) - (to - from), from);
        send(SCI_GOTOPOS, (unsigned long)(moved));
    } else {
        send(SCI_SETSEL, (unsigned long)(from), from + long(bytes.size()));
    }
    send(SCI_ENDUNDOACTION);
    tellEdited();
}

void CodeEditor::duplicateLine()
{
    send(SCI_SELECTIONDUPLICATE);
    tellEdited();
}

void CodeEditor::moveLineUp()
{
    send(SCI_MOVESELECTEDLINESUP);
    tellEdited();
}

void CodeEditor::moveLineDown()
{
    send(SCI_MOVESELECTEDLINESDOWN);
    tellEdited();
}

void CodeEditor::undo()
{
    QsciScintilla::undo();
    tellEdited();
}

void CodeEditor::redo()
{
    QsciScintilla::redo();
    tellEdited();
}

void CodeEditor::cut()
{
    QsciScintilla::cut();
    tellEdited();
}

void CodeEditor::paste()
{
    QsciScintilla::paste();
    tellEdited();
}

void CodeEditor::setZoomSteps(int steps)
{
    const int known = std::clamp(steps, LeastZoomSteps, MostZoomSteps);
    if (std::exchange(m_zoomSteps, known) != known)
        follow();
}

void CodeEditor::zoomIn()
{
    setZoomSteps(m_zoomSteps + 1);
}

void CodeEditor::zoomOut()
{
    setZoomSteps(m_zoomSteps - 1);
}

void CodeEditor::resetZoom()
{
    setZoomSteps(0);
}

// -- mouse, clipboard, drag and drop

bool CodeEditor::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        QToolTip::showText(help->globalPos(), tipOf(helpAt(help->pos())), viewport());
        return true;
    }
    const bool isTaken = QsciScintilla::viewportEvent(event);
    tellEdited();
    return isTaken;
}

QString CodeEditor::helpAt(const QPoint &position)
{
    QStringList parts;
    if (const qsizetype index = indexAt(position); m_textHelp && index >= 0)
        parts << m_textHelp(index);
    parts << m_labels.messageAt(position);
    if (const int line = lineAt(position); m_lineHelp && line > 0)
        parts << m_lineHelp(line);
    parts.removeAll(QString());
    return parts.join(u'\n');
}

void CodeEditor::explainLine()
{
    const int line = caretLine();
    QStringList parts;
    for (const LineMessage &message : messages()) {
        if (message.line == line)
            parts << message.text;
    }
    if (m_lineHelp)
        parts << m_lineHelp(line);
    parts.removeAll(QString());
    const QPoint below = lineRect(line).bottomLeft() + QPoint(m_gutterWidth, 0);
    QToolTip::showText(viewport()->mapToGlobal(below), tipOf(parts.join(u'\n')), viewport());
}

void CodeEditor::mousePressEvent(QMouseEvent *event)
{
    const QPoint position = event->position().toPoint();
    if (event->button() == Qt::LeftButton) {
        if (const Trace::TaskId task = m_labels.taskAt(position); task != Trace::TaskId::None) {
            Q_EMIT pillClicked(task);
            return;
        }
        if (const int line = lineAt(position); position.x() < m_gutterWidth) {
            if (line > 0)
                Q_EMIT lineClicked(line);
            return;
        }
        const long at = send(SCI_CHARPOSITIONFROMPOINTCLOSE, (unsigned long)(position.x()), position.y());
        const auto punctuation = (unsigned long)(indicatorOf(TextMark::Punctuation));
        const bool isWrong = at >= 0 && send(SCI_INDICATORVALUEAT, punctuation, at) != 0;
        if (isWrong && event->modifiers().testFlag(Qt::ControlModifier)) {
            Q_EMIT mendingRequested(indexOf(at));
            return;
        }
    }
    QsciScintilla::mousePressEvent(event);
}

void CodeEditor::wheelEvent(QWheelEvent *event)
{
    if (!event->modifiers().testFlag(Qt::ControlModifier)) {
        QsciScintilla::wheelEvent(event);
        return;
    }
    if (event->angleDelta().y() > 0)
        zoomIn();
    else if (event->angleDelta().y() < 0)
        zoomOut();
    event->accept();
}

void CodeEditor::contextMenuEvent(QContextMenuEvent *event)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto add = [this, menu](const QString &text, QKeySequence keys, bool isEnabled, void (CodeEditor::*slot)()) {
        QAction *action = menu->addAction(text, this, slot);
        action->setShortcut(keys);
        action->setShortcutContext(Qt::WidgetShortcut); // shown here, done elsewhere
        action->setEnabled(isEnabled);
    };
    add(tr("Undo"), QKeySequence::Undo, isUndoAvailable(), &CodeEditor::undo);
    add(tr("Redo"), QKeySequence::Redo, isRedoAvailable(), &CodeEditor::redo);
    menu->addSeparator();
    add(tr("Cut"), QKeySequence::Cut, hasSelectedText(), &CodeEditor::cut);
    add(tr("Copy"), QKeySequence::Copy, hasSelectedText(), &CodeEditor::copy);
    add(tr("Paste"), QKeySequence::Paste, SendScintilla(SCI_CANPASTE) != 0, &CodeEditor::paste);
    menu->addSeparator();
    add(tr("Comment or Uncomment"), QKeySequence(u"Ctrl+/"_s), true, &CodeEditor::toggleComment);
    const bool isByKey = event->reason() == QContextMenuEvent::Keyboard;
    Q_EMIT menuAboutToShow(menu, isByKey ? caret() : indexAt(event->pos()));
    menu->popup(event->globalPos());
    event->accept();
}

/// Files are for the window to open.
void CodeEditor::dragEnterEvent(QDragEnterEvent *event)
{
    if (hasFiles(event->mimeData()))
        event->ignore();
    else
        QsciScintilla::dragEnterEvent(event);
}

void CodeEditor::dragMoveEvent(QDragMoveEvent *event)
{
    if (hasFiles(event->mimeData()))
        event->ignore();
    else
        QsciScintilla::dragMoveEvent(event);
}

void CodeEditor::dropEvent(QDropEvent *event)
{
    if (hasFiles(event->mimeData()))
        event->ignore();
    else
        QsciScintilla::dropEvent(event);
}

/// What is pasted or dropped is mended on its way in, as it would be where it comes to stand: in a string, nothing is.
QByteArray CodeEditor::fromMimeData(const QMimeData *mimeData, bool &rectangular) const
{
    m_incoming.reset();
    const QByteArray bytes = QsciScintilla::fromMimeData(mimeData, rectangular);
    const QString raw = withLineEnds(QString::fromUtf8(bytes), eolMode() == EolWindows);
    const QString before = QsciScintilla::text(0, int(send(SCI_GETSELECTIONSTART)));
    const MendedSource without = mendPython(before);
    MendedSource mended = mendPython(before + raw);
    mended.text = mended.text.sliced(without.text.size());
    mended.noBreakSpaces -= without.noBreakSpaces;
    mended.fullWidthSpaces -= without.fullWidthSpaces;
    mended.zeroWidthCharacters -= without.zeroWidthCharacters;
    if (mended.isChanged())
        m_incoming = Incoming{raw, mended.text.toUtf8(), mended};
    return mended.text.toUtf8();
}

void CodeEditor::noteIncoming(int position, int length)
{
    if (!m_incoming || length != m_incoming->bytes.size())
        return;
    // The text must not be touched before the component has done with it.
    QMetaObject::invokeMethod(
        this,
        [this, position, incoming = *std::exchange(m_incoming, std::nullopt)] {
            const qsizetype from = indexOf(position);
            Q_EMIT pasteMended(from, incoming.mended.text.size(), incoming.raw, incoming.mended);
        },
        Qt::QueuedConnection);
}

void CodeEditor::changeEvent(QEvent *event)
{
    QsciScintilla::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace Playground
