// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editor/editorpanel.h"

#include "core/catalog/workspace.h"
#include "ui/controls/noticebar.h"
#include "ui/editor/buildmarks.h"
#include "ui/editor/codeeditor.h"
#include "ui/editor/completion.h"
#include "ui/editor/documentheader.h"
#include "ui/editor/findbar.h"
#include "ui/editor/mendingoffers.h"
#include "ui/editor/runmarks.h"
#include "ui/editor/syntaxmarks.h"
#include "ui/run/currentrun.h"
#include "ui/theme/appearance.h"

#include <QEvent>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>
#include <chrono>
#include <utility>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Playground {

namespace {

constexpr auto FlashTime = 1200ms;

/// Tells documents apart, whatever their text.
QString keyOf(const Document &document)
{
    return QString::number(int(document.kind)) + u'|' + document.example + u'|' + document.language + u'|'
        + document.path;
}

QString revertId()
{
    return u"reverted"_s;
}

} // namespace

EditorPanel::EditorPanel(Appearance *appearance, Workspace *workspace, CurrentRun *run, Selection *selection,
                         NoticeBar *notices, QWidget *parent)
    : QWidget(parent)
    , m_appearance(appearance)
    , m_workspace(workspace)
    , m_run(run)
    , m_notices(notices)
    , m_header(new DocumentHeader(appearance, workspace, this))
    , m_editor(new CodeEditor(appearance, this))
    , m_findBar(new FindBar(appearance, m_editor, this))
    , m_mending(new MendingOffers(m_editor, notices, this))
    , m_syntax(new SyntaxMarks(m_editor, notices, this))
    , m_completion(new Completion(appearance, m_editor, this))
{
    setObjectName(u"editorPanel"_s);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(m_header);
    layout->addSpacing(0);
    layout->addWidget(m_editor, 1);
    layout->addWidget(m_findBar);
    setFocusProxy(m_editor);

    m_flash.setSingleShot(true);
    m_flash.setInterval(FlashTime);
    connect(&m_flash, &QTimer::timeout, this, [this] { m_editor->notes().setBand(LineBand::Flash, {}); });
    connect(&m_format, &CppFormat::formatted, this, &EditorPanel::takeFormatted);
    connect(&m_format, &CppFormat::failed, this, [notices](const QString &problem) {
        notices->show({u"format"_s, Notice::Level::Warning, [problem] { return problem; }, {}});
    });
    connect(m_header, &DocumentHeader::revertRequested, this, &EditorPanel::revert);
    connect(m_editor, &CodeEditor::edited, this, &EditorPanel::takeText);
    connect(m_editor, &QsciScintilla::selectionChanged, this, &EditorPanel::editStateChanged);
    connect(workspace, &Workspace::documentOpened, this, &EditorPanel::openDocument);
    connect(appearance, &Appearance::changed, this, &EditorPanel::follow);
    openDocument();
    m_runMarks = new RunMarks(
        m_editor, run, selection, [this] { return isTextOfRun(); }, this);
    m_buildMarks = new BuildMarks(
        appearance, m_editor, run, [this] { return isTextOfRun(); }, this);
    m_editor->setLineHelp([this](int line) { return helpOf(line); });
    m_editor->setTextHelp([this](qsizetype index) {
        const QString mending = m_mending->helpAt(index);
        return mending.isEmpty() ? m_completion->contractAt(index) : mending;
    });
    follow();
}

EditorPanel::~EditorPanel() = default;

void EditorPanel::follow()
{
    // A little air above the first line.
    auto *box = static_cast<QVBoxLayout *>(layout());
    box->itemAt(1)->spacerItem()->changeSize(0, m_appearance->px(8), QSizePolicy::Minimum, QSizePolicy::Fixed);
    box->invalidate();
    update();
}

void EditorPanel::openDocument()
{
    const Document document = m_workspace->document();
    const bool isPython = document.language == u"python";
    m_isOpening = true;
    m_isUncompared = true;
    m_notices->dismiss(revertId());
    m_editor->open(keyOf(document), document.text, document.language);
    m_isOpening = false;
    m_mending->documentOpened(keyOf(document), isPython);
    m_syntax->setPython(isPython);
    m_completion->setActive(!isPython);
    if (m_runMarks) {
        m_runMarks->renew();
        m_buildMarks->renew();
    }
    Q_EMIT editStateChanged();
}

QString EditorPanel::helpOf(int line) const
{
    QStringList parts{m_buildMarks->wordsOf(line), m_runMarks->factsOf(line)};
    parts.removeAll(QString());
    return parts.join(u'\n');
}

void EditorPanel::takeText()
{
    if (!m_isOpening)
        m_workspace->setText(m_editor->source());
    Q_EMIT editStateChanged();
}

/// A program is mended on its way to the interpreter, and perhaps in another encoding: that is looked at once, and not
/// again for each key.
bool EditorPanel::isTextOfRun()
{
    const RunRequest &request = m_run->request();
    if (!request.source)
        return false;
    if (request.source->constData() != m_ranSource.constData()) {
        m_ranSource = *request.source;
        m_ranText = QString::fromUtf8(m_ranSource);
        m_ranAsTyped = QString();
        m_isUncompared = true;
    }
    const QString &text = m_editor->source();
    if (text == m_ranText || (!m_ranAsTyped.isNull() && text == m_ranAsTyped))
        return true;
    if (!std::exchange(m_isUncompared, false))
        return false;
    if (m_ranText != mendPython(text).text && m_ranSource != m_workspace->document().source())
        return false;
    m_ranAsTyped = text;
    return true;
}

void EditorPanel::setTools(const RunTools &tools)
{
    m_syntax->setPythonHost(tools.pythonHost);
}

void EditorPanel::setReplay(const Replay *replay)
{
    m_runMarks->setReplay(replay);
}

bool EditorPanel::canUndo() const
{
    return m_editor->isUndoAvailable();
}

bool EditorPanel::canRedo() const
{
    return m_editor->isRedoAvailable();
}

bool EditorPanel::hasSelection() const
{
    return m_editor->hasSelectedText();
}

void EditorPanel::replaceText(const QString &text)
{
    m_editor->replaceText(text);
}

void EditorPanel::undo()
{
    m_editor->undo();
}

void EditorPanel::redo()
{
    m_editor->redo();
}

void EditorPanel::cut()
{
    m_editor->cut();
}

void EditorPanel::copy()
{
    m_editor->copy();
}

void EditorPanel::paste()
{
    m_editor->paste();
}

void EditorPanel::selectAll()
{
    m_editor->selectAll();
}

void EditorPanel::toggleComment()
{
    m_editor->toggleComment();
}

void EditorPanel::duplicateLine()
{
    m_editor->duplicateLine();
}

void EditorPanel::moveLineUp()
{
    m_editor->moveLineUp();
}

void EditorPanel::moveLineDown()
{
    m_editor->moveLineDown();
}

void EditorPanel::showFind()
{
    m_findBar->showFind();
}

void EditorPanel::showReplace()
{
    m_findBar->showReplace();
}

void EditorPanel::findNext()
{
    m_findBar->findNext();
}

void EditorPanel::findPrevious()
{
    m_findBar->findPrevious();
}

void EditorPanel::zoomIn()
{
    m_editor->zoomIn();
}

void EditorPanel::zoomOut()
{
    m_editor->zoomOut();
}

void EditorPanel::resetZoom()
{
    m_editor->resetZoom();
}

void EditorPanel::mendPunctuation()
{
    m_mending->mendPunctuation();
}

void EditorPanel::selectLine()
{
    m_runMarks->selectLine(m_editor->caretLine());
}

void EditorPanel::explainLine()
{
    m_editor->explainLine();
}

void EditorPanel::revert()
{
    if (!m_workspace->document().isChanged())
        return;
    m_workspace->revert();
    if (!m_workspace->canUndoRevert())
        return;
    const auto undoRevert = [this] {
        if (m_workspace->canUndoRevert())
            m_workspace->undoRevert();
    };
    m_notices->show({revertId(),
                     Notice::Level::Information,
                     [] { return tr("The original is back."); },
                     {{[] { return tr("Undo"); }, undoRevert}}});
}

void EditorPanel::nextProblem()
{
    goToProblem(true);
}

void EditorPanel::previousProblem()
{
    goToProblem(false);
}

void EditorPanel::goToProblem(bool isNext)
{
    std::set<int> lines;
    for (const LineMessage &message : m_editor->notes().messages())
        lines.insert(message.line);
    if (lines.empty())
        return;
    const int here = m_editor->caretLine();
    const auto after = lines.upper_bound(here);
    const auto atOrAfter = lines.lower_bound(here);
    const int next = after == lines.end() ? *lines.begin() : *after;
    const int previous = atOrAfter == lines.begin() ? *lines.rbegin() : *std::prev(atOrAfter);
    m_editor->goToLine(isNext ? next : previous);
    m_editor->setFocus();
    m_editor->explainLine();
}

void EditorPanel::formatProgram()
{
    m_notices->dismiss(u"format"_s);
    m_formattedFrom = m_editor->source();
    m_format.start(m_formattedFrom, m_workspace->document().path);
}

/// What was typed meanwhile is worth more.
void EditorPanel::takeFormatted(const QString &text)
{
    if (m_editor->source() != m_formattedFrom)
        return;
    const int line = m_editor->caretLine();
    replaceText(text);
    m_editor->goToLine(line);
}

void EditorPanel::showLine(int line)
{
    m_editor->goToLine(line);
    m_editor->notes().setBand(LineBand::Flash, {std::clamp(line, 1, m_editor->lines())});
    m_flash.start();
}

void EditorPanel::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        m_runMarks->renew();
        m_buildMarks->renew();
    }
}

void EditorPanel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_appearance->color(ColorRole::Surface));
    painter.fillRect(0, m_findBar->y(), width(), m_findBar->isHidden() ? 0 : 1, m_appearance->color(ColorRole::Border));
}

} // namespace Playground
