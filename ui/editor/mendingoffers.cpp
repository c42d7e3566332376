// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editor/mendingoffers.h"

#include "ui/controls/noticebar.h"
#include "ui/editor/codeeditor.h"

#include <QMenu>

#include <algorithm>
#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Playground {

namespace {

/// So that nothing flickers while an input method is at work, and no notice comes up between two keys.
constexpr auto LookDelay = 150ms;
constexpr auto OfferDelay = 900ms;

QString mendedId()
{
    return u"mended"_s;
}

QString punctuationId()
{
    return u"punctuation"_s;
}

} // namespace

MendingOffers::MendingOffers(CodeEditor *editor, NoticeBar *notices, QObject *parent)
    : QObject(parent)
    , m_editor(editor)
    , m_notices(notices)
{
    m_lookTimer.setSingleShot(true);
    m_lookTimer.setInterval(LookDelay);
    m_offerTimer.setSingleShot(true);
    m_offerTimer.setInterval(OfferDelay);
    connect(&m_lookTimer, &QTimer::timeout, this, &MendingOffers::lookForPunctuation);
    connect(&m_offerTimer, &QTimer::timeout, this, &MendingOffers::offerPunctuation);
    connect(editor, &CodeEditor::edited, this, &MendingOffers::noteEdited);
    connect(editor, &CodeEditor::pasteMended, this, &MendingOffers::notePaste);
    connect(editor, &CodeEditor::mendingRequested, this, &MendingOffers::mendAt);
    connect(editor, &CodeEditor::menuAboutToShow, this, &MendingOffers::addToMenu);
}

void MendingOffers::documentOpened(const QString &key, bool isPython)
{
    m_key = key;
    m_isPython = isPython;
    m_wasOffered = false;
    m_notices->dismiss(mendedId());
    m_notices->dismiss(punctuationId());
    m_pastedMended.clear();
    lookForPunctuation();
    if (!isPython || m_keptRaw.contains(key))
        return;
    const QString raw = m_editor->source();
    const MendedSource mended = mendPython(raw);
    if (!mended.isChanged())
        return;
    m_editor->replaceText(mended.text);
    tellMended(mended, [this, key, raw] {
        m_keptRaw.insert(key);
        if (m_key == key)
            m_editor->replaceText(raw);
    });
}

void MendingOffers::tellMended(const MendedSource &mended, std::function<void()> bringBack)
{
    const auto text = [mended] {
        QStringList parts;
        if (mended.noBreakSpaces > 0)
            parts << tr("%n no-break space(s) became ordinary", nullptr, mended.noBreakSpaces);
        if (mended.fullWidthSpaces > 0)
            parts << tr("%n full-width space(s) became ordinary", nullptr, mended.fullWidthSpaces);
        if (mended.zeroWidthCharacters > 0)
            parts << tr("%n invisible character(s) are gone", nullptr, mended.zeroWidthCharacters);
        return parts.join(tr(", ", "between the parts of a list"));
    };
    m_notices->show({mendedId(),
                     Notice::Level::Information,
                     text,
                     {{[] { return tr("Bring the raw text back"); }, std::move(bringBack)}}});
}

void MendingOffers::notePaste(qsizetype from, qsizetype size, const QString &raw, const MendedSource &mended)
{
    m_editor->setMarks(TextMark::Pasted, {{from, size}});
    m_pastedRaw = raw;
    m_pastedMended = mended.text;
    tellMended(mended, [this] { bringPasteBack(); });
}

void MendingOffers::bringPasteBack()
{
    const auto [from, size] = m_editor->markedStretch(TextMark::Pasted);
    if (size > 0 && m_editor->source().sliced(from, size) == m_pastedMended)
        m_editor->replaceRange(from, size, m_pastedRaw);
    else if (size == 0 && m_pastedMended.isEmpty())
        m_editor->replaceRange(m_editor->caret(), 0, m_pastedRaw);
    m_pastedMended.clear();
    m_editor->setMarks(TextMark::Pasted, {});
}

void MendingOffers::noteEdited()
{
    // What was pasted has been worked on: its raw text would undo that.
    if (!m_pastedMended.isEmpty()) {
        const auto [from, size] = m_editor->markedStretch(TextMark::Pasted);
        if (size != m_pastedMended.size() || m_editor->source().sliced(from, size) != m_pastedMended) {
            m_pastedMended.clear();
            m_notices->dismiss(mendedId());
        }
    }
    m_lookTimer.start();
}

const WrongPunctuation *MendingOffers::wrongAt(qsizetype index) const
{
    const auto wrong =
        std::find_if(m_wrong.begin(), m_wrong.end(), [index](const WrongPunctuation &w) { return w.at == index; });
    return wrong == m_wrong.end() ? nullptr : &*wrong;
}

void MendingOffers::lookForPunctuation()
{
    m_lookTimer.stop();
    m_wrong = m_isPython ? findWrongPunctuation(m_editor->source()) : std::vector<WrongPunctuation>();
    std::vector<std::pair<qsizetype, qsizetype>> stretches;
    for (const WrongPunctuation &wrong : m_wrong)
        stretches.emplace_back(wrong.at, 1);
    m_editor->setMarks(TextMark::Punctuation, stretches);
    if (m_wrong.empty()) {
        m_wasOffered = false;
        m_offerTimer.stop();
        m_notices->dismiss(punctuationId());
    } else if (!m_wasOffered || m_notices->isShown(punctuationId())) {
        m_offerTimer.start();
    }
}

void MendingOffers::offerPunctuation()
{
    m_wasOffered = true;
    const int count = int(m_wrong.size());
    m_notices->show({punctuationId(),
                     Notice::Level::Warning,
                     [count] { return tr("%n full-width punctuation mark(s) in the code", nullptr, count); },
                     {{[] { return tr("Make it ordinary"); }, [this] { mendPunctuation(); }}}});
}

void MendingOffers::mendPunctuation()
{
    m_editor->replaceText(Playground::mendPunctuation(m_editor->source()));
    lookForPunctuation();
}

/// The character there, or else the one before: a caret stands behind what was typed last.
void MendingOffers::mendAt(qsizetype index)
{
    lookForPunctuation();
    const WrongPunctuation *wrong = wrongAt(index) ? wrongAt(index) : wrongAt(index - 1);
    if (!wrong)
        return;
    const WrongPunctuation mark = *wrong;
    m_editor->replaceRange(mark.at, 1, mark.replacement);
    lookForPunctuation();
}

void MendingOffers::addToMenu(QMenu *menu, qsizetype index)
{
    lookForPunctuation();
    if (m_wrong.empty())
        return;
    menu->addSeparator();
    if (const WrongPunctuation *wrong = wrongAt(index)) {
        //: %1 is a full-width character, %2 the ordinary one
        menu->addAction(tr("Make “%1” an Ordinary “%2”").arg(m_editor->source().at(index)).arg(wrong->replacement),
                        this, [this, index] { mendAt(index); });
    }
    menu->addAction(tr("Make All Full-Width Punctuation Ordinary"), this, [this] { mendPunctuation(); });
}

QString MendingOffers::helpAt(qsizetype index) const
{
    const WrongPunctuation *wrong = wrongAt(index);
    if (!wrong || index >= m_editor->source().size())
        return {};
    //: %1 is a full-width character, %2 the ordinary one
    return tr("“%1” is a full-width mark, which Python does not know: it wants “%2”.\nCtrl+click, or Alt+Enter with "
              "the "
              "caret behind it, makes it ordinary.")
        .arg(m_editor->source().at(index))
        .arg(wrong->replacement);
}

} // namespace Playground
