// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editor/completion.h"

#include "core/cpp/cppkit.h"
#include "ui/editor/codeeditor.h"
#include "ui/theme/appearance.h"

#include <QGuiApplication>
#include <QLabel>
#include <QListWidget>
#include <QRegularExpression>
#include <QScreen>

#include <algorithm>
#include <set>

using namespace Qt::StringLiterals;

namespace Playground {

namespace {

constexpr qsizetype FewestLetters = 2; ///< typed before words are offered
constexpr qsizetype ShortestOwnWord = 4; ///< of the program
constexpr int CardWidth = 420;

bool isPartOfWord(QChar c)
{
    return c.isLetterOrNumber() || c == u'_';
}

qsizetype beginOfWord(QStringView text, qsizetype at)
{
    while (at > 0 && isPartOfWord(text.at(at - 1)))
        --at;
    return at;
}

/// A member with its class.
QString heading(const VocabularyWord &word)
{
    return word.owner.isEmpty() ? word.signature : word.owner + u": "_s + word.signature;
}

QString html(const VocabularyWord &word)
{
    const QString paragraphs = word.contract.toHtmlEscaped().replace(u"\n\n"_s, u"<br><br>"_s);
    static const QRegularExpression code(u"(?:^|\\n)    ([^\\n]*)"_s);
    return u"<p><code>%1</code></p><p>%2</p>"_s.arg(heading(word).toHtmlEscaped(),
                                                    QString(paragraphs).replace(code, u"<br><code>\\1</code>"_s));
}

} // namespace

Completion::Completion(Appearance *appearance, CodeEditor *editor, QObject *parent)
    : QObject(parent)
    , m_appearance(appearance)
    , m_editor(editor)
{
    connect(editor, &QsciScintillaBase::SCN_CHARADDED, this, &Completion::noteTyped);
    connect(editor, &QsciScintillaBase::SCN_AUTOCSELECTIONCHANGE, this,
            [this](const char *word) { showContract(QString::fromUtf8(word)); });
    connect(editor, &QsciScintillaBase::SCN_AUTOCCANCELLED, this, &Completion::hideContract);
    connect(editor, &QsciScintillaBase::SCN_AUTOCCOMPLETED, this, &Completion::hideContract);
    connect(editor, &CodeEditor::completionRequested, this, &Completion::complete);
}

Completion::~Completion()
{
    delete m_card;
}

/// The headers are read when they are first of use.
void Completion::setActive(bool isActive)
{
    m_isActive = isActive;
    if (isActive && m_words.isEmpty())
        m_words = readVocabulary(CppKit::ofApplication());
}

void Completion::noteTyped(int character)
{
    if (isPartOfWord(QChar(char16_t(character))) && !m_editor->isOfferingWords())
        offer(FewestLetters);
}

void Completion::complete()
{
    offer(0);
}

void Completion::offer(qsizetype fewestLetters)
{
    if (!m_isActive || !isInCode())
        return;
    const QString before = m_editor->source().first(m_editor->caret());
    const qsizetype begin = beginOfWord(before, before.size());
    const QString letters = before.sliced(begin);
    if (letters.size() < fewestLetters || (!letters.isEmpty() && letters.front().isDigit()))
        return;
    const QStringView left = QStringView(before).first(begin);
    m_offersMembers = left.endsWith(u'.') || left.endsWith(u"->");
    const QStringList words = fittingWords(letters, m_offersMembers);
    if (!words.isEmpty() && words != QStringList{letters})
        m_editor->offerWords(letters.toUtf8().size(), words);
}

QStringList Completion::fittingWords(const QString &begin, bool isMember) const
{
    std::set<QString> words;
    for (const VocabularyWord &word : m_words) {
        if (word.owner.isEmpty() != isMember && word.name.startsWith(begin, Qt::CaseInsensitive))
            words.insert(word.name);
    }
    static const QRegularExpression ownWord(u"\\b[A-Za-z_]\\w{%1,}\\b"_s.arg(ShortestOwnWord - 1));
    for (auto matches = ownWord.globalMatch(m_editor->source()); matches.hasNext();) {
        const QString word = matches.next().captured();
        if (!begin.isEmpty() && word != begin && word.startsWith(begin, Qt::CaseInsensitive))
            words.insert(word);
    }
    QStringList sorted(words.begin(), words.end());
    sorted.sort(Qt::CaseInsensitive);
    return sorted;
}

bool Completion::isInCode() const
{
    return m_editor->isCodeAt(std::max<qsizetype>(m_editor->caret() - 1, 0));
}

QString Completion::contractAt(qsizetype index) const
{
    const QString &text = m_editor->source();
    if (!m_isActive || index < 0 || index >= text.size() || !isPartOfWord(text.at(index)) || !m_editor->isCodeAt(index))
        return {};
    const qsizetype begin = beginOfWord(text, index);
    qsizetype end = index;
    while (end < text.size() && isPartOfWord(text.at(end)))
        ++end;
    const QStringView left = QStringView(text).first(begin);
    const bool isMember = left.endsWith(u'.') || left.endsWith(u"->");
    QStringList contracts;
    for (const VocabularyWord &word : wordsCalled(QStringView(text).sliced(begin, end - begin), isMember))
        contracts << heading(word) + u"\n\n"_s + word.contract;
    return contracts.join(u"\n\n"_s);
}

QList<VocabularyWord> Completion::wordsCalled(QStringView name, bool isMember) const
{
    QList<VocabularyWord> found;
    for (const VocabularyWord &word : m_words) {
        if (word.name == name && word.owner.isEmpty() != isMember)
            found << word;
    }
    return found;
}

void Completion::showContract(const QString &name)
{
    const QList<VocabularyWord> words = wordsCalled(name, m_offersMembers);
    const auto *list = m_editor->findChild<QListWidget *>();
    if (words.isEmpty() || !list) {
        hideContract();
        return;
    }
    if (!m_card) {
        m_card = new QLabel(m_editor, Qt::ToolTip);
        m_card->setObjectName(u"contractCard"_s);
        m_card->setWordWrap(true);
        m_card->setTextFormat(Qt::RichText);
    }
    m_card->setFont(m_appearance->font(TextRole::Body));
    m_card->setMargin(m_appearance->px(8));
    QString text;
    for (const VocabularyWord &word : words)
        text += html(word);
    m_card->setText(text);
    m_card->setFixedWidth(m_appearance->px(CardWidth));
    m_card->adjustSize();
    const QRect beside(list->mapToGlobal(QPoint(0, 0)), list->size());
    const int right = beside.right() + m_appearance->px(4);
    const bool hasRoom = right + m_card->width() <= m_editor->screen()->availableGeometry().right();
    m_card->move(hasRoom ? right : beside.left() - m_card->width() - m_appearance->px(4), beside.top());
    m_card->show();
}

void Completion::hideContract()
{
    if (m_card)
        m_card->hide();
}

} // namespace Playground
