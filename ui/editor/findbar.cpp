// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editor/findbar.h"

#include "ui/controls/toolbuttons.h"
#include "ui/editor/codeeditor.h"
#include "ui/theme/appearance.h"
#include "ui/theme/icons.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Playground {

namespace {

constexpr auto None = std::size_t(-1);

QToolButton *ghostButton(const QString &name, QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setObjectName(name);
    setButtonKind(button, ButtonKind::Ghost);
    return button;
}

} // namespace

FindBar::FindBar(Appearance *appearance, CodeEditor *editor, QWidget *parent)
    : QWidget(parent)
    , m_appearance(appearance)
    , m_editor(editor)
    , m_find(new QLineEdit(this))
    , m_replacement(new QLineEdit)
    , m_count(new QLabel(this))
    , m_matchCase(addOption("matchCase"))
    , m_wholeWords(addOption("wholeWords"))
    , m_isPattern(addOption("isPattern"))
    , m_previous(ghostButton(u"findPrevious"_s, this))
    , m_next(ghostButton(u"findNext"_s, this))
    , m_close(ghostButton(u"closeFind"_s, this))
    , m_replace(new QToolButton)
    , m_replaceAll(new QToolButton)
    , m_replaceRow(new QWidget(this))
{
    setObjectName(u"findBar"_s);
    m_find->setObjectName(u"findText"_s);
    m_replacement->setObjectName(u"replacementText"_s);
    m_replace->setObjectName(u"replaceOne"_s);
    m_replaceAll->setObjectName(u"replaceAll"_s);
    m_count->setObjectName(u"matchCount"_s);
    m_count->setProperty("role", u"small"_s);
    m_matchCase->setText(u"Aa"_s);
    m_wholeWords->setText(u"“ab”"_s);
    m_isPattern->setText(u".*"_s);
    m_previous->setIcon(themedIcon(Icon::ChevronLeft, appearance));
    m_next->setIcon(themedIcon(Icon::ChevronRight, appearance));
    m_close->setIcon(themedIcon(Icon::Close, appearance, ColorRole::Muted));

    auto *findRow = new QHBoxLayout;
    findRow->addWidget(m_find, 1);
    findRow->addWidget(m_count);
    for (QToolButton *button : {m_matchCase, m_wholeWords, m_isPattern, m_previous, m_next, m_close})
        findRow->addWidget(button);
    auto *replaceRow = new QHBoxLayout(m_replaceRow);
    replaceRow->setContentsMargins({});
    replaceRow->addWidget(m_replacement, 1);
    replaceRow->addWidget(m_replace);
    replaceRow->addWidget(m_replaceAll);
    auto *layout = new QVBoxLayout(this);
    layout->addLayout(findRow);
    layout->addWidget(m_replaceRow);

    for (QLineEdit *edit : {m_find, m_replacement})
        edit->installEventFilter(this);
    connect(m_find, &QLineEdit::textChanged, this, &FindBar::search);
    for (QToolButton *option : {m_matchCase, m_wholeWords, m_isPattern})
        connect(option, &QToolButton::toggled, this, &FindBar::search);
    connect(m_previous, &QToolButton::clicked, this, &FindBar::findPrevious);
    connect(m_next, &QToolButton::clicked, this, &FindBar::findNext);
    connect(m_close, &QToolButton::clicked, this, &FindBar::close);
    connect(m_replace, &QToolButton::clicked, this, &FindBar::replace);
    connect(m_replaceAll, &QToolButton::clicked, this, &FindBar::replaceAll);
    connect(editor, &CodeEditor::edited, this, [this] {
        if (!isHidden())
            refresh();
    });
    connect(editor, &QsciScintilla::selectionChanged, this, [this] {
        if (!isHidden())
            showCount();
    });
    connect(appearance, &Appearance::changed, this, &FindBar::follow);
    follow();
    retranslate();
    hide();
}

QToolButton *FindBar::addOption(const char *name)
{
    QToolButton *button = ghostButton(QString::fromLatin1(name), this);
    button->setCheckable(true);
    return button;
}

void FindBar::follow()
{
    const int small = m_appearance->px(6);
    const int wide = m_appearance->px(12);
    layout()->setContentsMargins(wide, small, small, small);
    layout()->setSpacing(small);
    for (QLayout *row : {layout()->itemAt(0)->layout(), m_replaceRow->layout()})
        row->setSpacing(small);
    m_count->setMinimumWidth(m_appearance->px(76));
}

void FindBar::retranslate()
{
    const auto name = [](QWidget *widget, const QString &text) {
        widget->setToolTip(text);
        widget->setAccessibleName(text);
    };
    m_find->setPlaceholderText(tr("Find"));
    m_find->setAccessibleName(tr("Find"));
    m_replacement->setPlaceholderText(tr("Replace with"));
    m_replacement->setAccessibleName(tr("Replace with"));
    name(m_matchCase, tr("Match upper and lower case"));
    name(m_wholeWords, tr("Whole words only"));
    name(m_isPattern, tr("Regular expression"));
    name(m_previous, tr("Previous match (Shift+Enter)"));
    name(m_next, tr("Next match (Enter)"));
    name(m_close, tr("Close (Escape)"));
    m_replace->setText(tr("Replace"));
    m_replaceAll->setText(tr("Replace All"));
    showCount();
}

SearchQuery FindBar::query() const
{
    return {m_find->text(), m_matchCase->isChecked(), m_wholeWords->isChecked(), m_isPattern->isChecked()};
}

void FindBar::open()
{
    const QString selected = m_editor->selectedText();
    m_origin = m_editor->caret() - selected.size();
    show();
    if (!selected.isEmpty() && !selected.contains(u'\n'))
        m_find->setText(selected);
    m_find->selectAll();
    m_find->setFocus(Qt::ShortcutFocusReason);
    refresh();
}

void FindBar::showFind()
{
    m_replaceRow->hide();
    open();
}

void FindBar::showReplace()
{
    m_replaceRow->show();
    open();
}

void FindBar::close()
{
    hide();
    m_editor->setMarks(TextMark::Match, {});
    m_editor->setFocus(Qt::OtherFocusReason);
}

/// What is marked follows the text.
void FindBar::refresh()
{
    m_result = findAll(m_editor->source(), query());
    std::vector<std::pair<qsizetype, qsizetype>> stretches;
    stretches.reserve(m_result.matches.size());
    for (const TextMatch &match : m_result.matches)
        stretches.emplace_back(match.from, match.size);
    m_editor->setMarks(TextMark::Match, stretches);
    showCount();
}

/// What is looked for is another thing: the first one from where the search began.
void FindBar::search()
{
    refresh();
    const auto match = std::lower_bound(m_result.matches.begin(), m_result.matches.end(), m_origin,
                                        [](const TextMatch &a, qsizetype at) { return a.from < at; });
    if (match != m_result.matches.end())
        showMatch(std::size_t(match - m_result.matches.begin()));
    else if (!m_result.matches.empty())
        showMatch(0);
}

void FindBar::showMatch(std::size_t index)
{
    const TextMatch &match = m_result.matches[index];
    m_editor->select(match.from, match.size);
    showCount();
}

std::size_t FindBar::selectedMatch() const
{
    const qsizetype size = m_editor->selectedText().size();
    const TextMatch selected{m_editor->caret() - size, size};
    const auto match = std::find(m_result.matches.begin(), m_result.matches.end(), selected);
    return match == m_result.matches.end() ? None : std::size_t(match - m_result.matches.begin());
}

void FindBar::showCount()
{
    const auto count = qsizetype(m_result.matches.size());
    const std::size_t selected = count > 0 ? selectedMatch() : None;
    m_count->setToolTip(m_result.error);
    if (m_find->text().isEmpty())
        m_count->clear();
    else if (!m_result.error.isEmpty())
        m_count->setText(tr("no valid pattern"));
    else if (count == 0)
        m_count->setText(tr("no match"));
    else if (selected == None)
        m_count->setText(tr("%n match(es)", nullptr, int(count)));
    else
        //: The third of twelve matches
        m_count->setText(tr("%1 of %2").arg(selected + 1).arg(count));
    for (QToolButton *button : {m_previous, m_next, m_replace, m_replaceAll})
        button->setEnabled(count > 0);
}

void FindBar::findNext()
{
    if (isHidden()) {
        showFind();
    }
    if (m_result.matches.empty())
        return;
    const qsizetype at = m_editor->caret();
    const auto next = std::lower_bound(m_result.matches.begin(), m_result.matches.end(), at,
                                       [](const TextMatch &match, qsizetype from) { return match.from < from; });
    showMatch(next == m_result.matches.end() ? 0 : std::size_t(next - m_result.matches.begin()));
}

void FindBar::findPrevious()
{
    if (isHidden())
        showFind();
    if (m_result.matches.empty())
        return;
    const qsizetype at = m_editor->caret() - m_editor->selectedText().size();
    const auto next = std::lower_bound(m_result.matches.begin(), m_result.matches.end(), at,
                                       [](const TextMatch &match, qsizetype from) { return match.from < from; });
    showMatch(next == m_result.matches.begin() ? m_result.matches.size() - 1
                                               : std::size_t(next - m_result.matches.begin()) - 1);
}

/// The selected match, after which the next one is selected; where none is selected, only that.
void FindBar::replace()
{
    const std::size_t selected = selectedMatch();
    if (selected == None) {
        findNext();
        return;
    }
    const TextMatch match = m_result.matches[selected];
    const QString text = replacementFor(m_editor->source(), query(), match, m_replacement->text());
    m_editor->replaceRange(match.from, match.size, text);
    m_editor->select(match.from + text.size(), 0);
    findNext();
}

void FindBar::replaceAll()
{
    if (!m_result.matches.empty())
        m_editor->replaceText(withAllReplaced(m_editor->source(), query(), m_result.matches, m_replacement->text()));
}

bool FindBar::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    if (key->key() != Qt::Key_Return && key->key() != Qt::Key_Enter)
        return QWidget::eventFilter(watched, event);
    if (watched == m_replacement)
        replace();
    else if (key->modifiers().testFlag(Qt::ShiftModifier))
        findPrevious();
    else
        findNext();
    return true;
}

void FindBar::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        close();
    else
        QWidget::keyPressEvent(event);
}

void FindBar::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace Playground
