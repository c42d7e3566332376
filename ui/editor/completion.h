// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cpp/vocabulary.h"

#include <QObject>
#include <QPointer>

QT_FORWARD_DECLARE_CLASS(QLabel)

namespace Playground {

class Appearance;
class CodeEditor;

/// Offers words while a program in C++ is typed, from its second letter on: those of the vocabulary, with the contract
/// of the one that is picked out beside the list, and the program's own.
class Completion : public QObject {
    Q_OBJECT
public:
    Completion(Appearance *appearance, CodeEditor *editor, QObject *parent = nullptr);
    ~Completion() override;
    Q_DISABLE_COPY_MOVE(Completion)

    /// For documents in C++ only.
    void setActive(bool isActive);
    /// Offers at once what fits what stands before the caret.
    void complete();
    /// What the vocabulary says of the word at an index of the text; empty where it is none of it.
    QString contractAt(qsizetype index) const;

private:
    void noteTyped(int character);
    void offer(qsizetype fewestLetters);
    QStringList fittingWords(const QString &begin, bool isMember) const;
    /// Of all classes that have such a member: what type stands before it is not known here.
    QList<VocabularyWord> wordsCalled(QStringView name, bool isMember) const;
    bool isInCode() const;
    void showContract(const QString &name);
    void hideContract();

    Appearance *m_appearance;
    CodeEditor *m_editor;
    QList<VocabularyWord> m_words;
    bool m_isActive = false;
    bool m_offersMembers = false; ///< in the list that is shown
    QPointer<QLabel> m_card;
};

} // namespace Playground
