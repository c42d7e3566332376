// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QSyntaxHighlighter>

namespace Playground {

class Appearance;

/// The colours of a short piece of Python or C++, by simple means: nothing is parsed, and a string that goes over
/// several lines is not known as one.
class CodeColors : public QSyntaxHighlighter {
    Q_OBJECT
public:
    /// `language` is "python" or "cpp"; text in any other stays plain.
    CodeColors(const Appearance *appearance, const QString &language, QTextDocument *document);

protected:
    void highlightBlock(const QString &text) override;

private:
    const Appearance *m_appearance;
    QString m_language;
};

} // namespace Playground
