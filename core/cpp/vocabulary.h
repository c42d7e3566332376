// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

namespace Playground {

struct CppKit;

/// A word of the C++ vocabulary, with what its header says of it.
struct VocabularyWord {
    QString name;
    QString owner; ///< the class that it is a member of; empty for others
    QString signature; ///< on one line, without what only compilers need
    QString contract; ///< paragraphs, divided by empty lines

    bool operator==(const VocabularyWord &) const = default;
};

/// All that is documented in the headers which the kit's umbrella includes, by name. Empty where the kit is not there.
QList<VocabularyWord> readVocabulary(const CppKit &kit);

/// The same of one header's text: public declarations with a comment that begins with `///`, outside of Detail.
QList<VocabularyWord> vocabularyOf(const QString &header);

} // namespace Playground
