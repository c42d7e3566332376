// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/mending.h"
#include "core/session/punctuation.h"

#include <QObject>
#include <QSet>
#include <QTimer>

class QMenu;

namespace Playground {

class CodeEditor;
class NoticeBar;

/// Says what was mended on its way into the editor and brings the raw text back, if wanted; marks full-width
/// punctuation in code and offers to mend it.
class MendingOffers : public QObject {
    Q_OBJECT
public:
    MendingOffers(CodeEditor *editor, NoticeBar *notices, QObject *parent = nullptr);
    Q_DISABLE_COPY_MOVE(MendingOffers)

    /// Another document is in the editor, as it is on disk. What no program can have is mended, unless a person has had
    /// that document's raw text back before.
    void documentOpened(const QString &key, bool isPython);
    /// All of the text.
    void mendPunctuation();
    /// What is to be said of a character of the text.
    QString helpAt(qsizetype index) const;

private:
    void tellMended(const MendedSource &mended, std::function<void()> bringBack);
    void notePaste(qsizetype from, qsizetype size, const QString &raw, const MendedSource &mended);
    void bringPasteBack();
    void noteEdited();
    void lookForPunctuation();
    void offerPunctuation();
    void mendAt(qsizetype index);
    void addToMenu(QMenu *menu, qsizetype index);
    const WrongPunctuation *wrongAt(qsizetype index) const;

    CodeEditor *m_editor;
    NoticeBar *m_notices;
    QString m_key;
    bool m_isPython = true;
    QSet<QString> m_keptRaw; ///< documents
    QString m_pastedRaw;
    QString m_pastedMended;
    std::vector<WrongPunctuation> m_wrong;
    QTimer m_lookTimer;
    QTimer m_offerTimer;
    bool m_wasOffered = false; ///< since the text last had none
};

} // namespace Playground
