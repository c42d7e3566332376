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
    , m_text(this)
    , m_typing(&m_text)
    , m_notes(appearance, this)
{
    m_typing.setLanguage(m_language);
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
    connect(this, &QsciScintillaBase::SCN_UPDATEUI, this, [this] { m_notes.noteLayout(); });
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
    setAutoIndent(false); // see Typing::breakLine()
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
    m_notes.noteLayout();
    viewport()->update();
}

int CodeEditor::gutterPadding() const
{
    return int(GutterPadding * m_appearance->scale() * zoom());
}

void CodeEditor::updateGutterWidth()
{
    const int digits = std::max(int(QString::number(lines()).size()), 2);
    const QFontMetrics metrics(codeFont());
    const double scale = m_appearance->scale() * zoom();
    m_gutterWidth = int((SignWidth + GutterPadding) * scale) + digits * metrics.horizontalAdvance(u'0');
    if (marginWidth(0) != m_gutterWidth)
        setMarginWidth(0, m_gutterWidth);
    m_notes.noteLayout();
    viewport()->update(0, 0, m_gutterWidth, viewport()->height());
}

// -- the text

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
    m_notes.clear();
    const CodeLanguage *before = std::exchange(m_language, &codeLanguage(language));
    m_typing.setLanguage(m_language);
    const auto known =
        std::find_if(m_shelf.begin(), m_shelf.end(), [&key](const Shelved &shelved) { return shelved.key == key; });
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
        m_text.invalidate();
        replaceText(text);
        send(SCI_GOTOPOS, (unsigned long)(known->caret));
        send(SCI_SETFIRSTVISIBLELINE, (unsigned long)(known->firstLine));
    }
    for (int mark = 0; mark < TextMarks; ++mark)
        setMarks(TextMark(mark), {});
    send(SCI_MARKERDELETEALL, (unsigned long)(-1));
    m_text.invalidate();
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
    const long from = m_text.bytePosition(common.before);
    const long to = m_text.bytePosition(common.before + gone);
    m_text.replaceBytes(from, to, text.sliced(common.before, come).toUtf8());
    if (!m_isOpening)
        tellEdited();
}

void CodeEditor::replaceRange(qsizetype from, qsizetype size, const QString &text)
{
    const long begin = m_text.bytePosition(from);
    const long end = m_text.bytePosition(from + size);
    m_text.replaceBytes(begin, end, text.toUtf8());
    tellEdited();
}

void CodeEditor::noteModified(int position, int type, int length, int linesAdded, int line)
{
    if ((type & (SC_MOD_INSERTTEXT | SC_MOD_DELETETEXT)) == 0)
        return;
    m_text.invalidate();
    if (m_isOpening)
        return;
    if (linesAdded != 0)
        m_notes.noteLinesMoved(line + 1, linesAdded);
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
    return m_text.caret();
}

int CodeEditor::caretLine() const
{
    return int(send(SCI_LINEFROMPOSITION, (unsigned long)(send(SCI_GETCURRENTPOS)))) + 1;
}

void CodeEditor::select(qsizetype from, qsizetype size)
{
    const long begin = m_text.bytePosition(from);
    const long end = m_text.bytePosition(from + size);
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
    return at < 0 ? -1 : m_text.indexOf(at);
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
    const qsizetype from = m_text.indexOf(begin);
    return {from, m_text.indexOf(end) - from};
}

void CodeEditor::paintEvent(QPaintEvent *event)
{
    QsciScintilla::paintEvent(event);
    m_notes.paint(*event, codeFont());
}

void CodeEditor::resizeEvent(QResizeEvent *event)
{
    QsciScintilla::resizeEvent(event);
    m_notes.noteLayout();
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

bool CodeEditor::isCodeAt(qsizetype index)
{
    const long position = m_text.bytePosition(index);
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
        m_typing.breakLine();
        return true;
    }
    if (isEnter && modifiers == Qt::AltModifier) {
        Q_EMIT mendingRequested(caret());
        return true;
    }
    if (m_typing.indentMany(event) || m_typing.closeBlock(event))
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

void CodeEditor::toggleComment()
{
    m_typing.toggleComment();
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
    parts << m_notes.labels().messageAt(position);
    if (const int line = lineAt(position); m_lineHelp && line > 0)
        parts << m_lineHelp(line);
    parts.removeAll(QString());
    return parts.join(u'\n');
}

void CodeEditor::explainLine()
{
    const int line = caretLine();
    QStringList parts;
    for (const LineMessage &message : m_notes.messages()) {
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
        if (const Trace::TaskId task = m_notes.labels().taskAt(position); task != Trace::TaskId::None) {
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
            Q_EMIT mendingRequested(m_text.indexOf(at));
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
            const qsizetype from = m_text.indexOf(position);
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
