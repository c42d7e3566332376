// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QList>
#include <QString>

namespace Playground {

/// The parts of a program that an example's other language has, too. A comment at the end of a line begins one:
/// `#: name` in Python, `//: name` in C++; it goes on to the next. Lines count from 0.
class TwinMarks {
public:
    /// A mark that stands more than once counts where it stands first. Language: "python" or "cpp".
    TwinMarks(const QString &text, const QString &language);

    /// -1 where there is no such mark.
    int lineOf(const QString &name) const { return m_lines.value(name, -1); }
    int lineCount() const { return m_lineCount; }
    /// The line of `twin` that stands for a line here: as far into the same part, and not beyond the part's end. What
    /// is before the first mark is a part as well, and a mark that only one of both has begins none.
    int matchingLine(int line, const TwinMarks &twin) const;

private:
    /// Begins of the parts that both have, in this text's order; the first is 0.
    QList<int> beginsSharedWith(const TwinMarks &twin) const;

    QHash<QString, int> m_lines;
    int m_lineCount = 0;
};

} // namespace Playground
