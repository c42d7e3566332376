// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/editor/qscintilla.h"

#include <QByteArray>
#include <QString>

namespace Playground {

/// The text of Scintilla's component by characters: it counts bytes of UTF-8, everybody else indices as QString does.
class EditorText {
public:
    /// `view` must outlive it.
    explicit EditorText(QsciScintilla *view)
        : m_view(view)
    {
    }

    /// Read when somebody asks, and kept until the text changes.
    const QString &source();
    /// The text has changed.
    void invalidate() { m_isKnown = false; }

    long bytePosition(qsizetype index);
    qsizetype indexOf(long position);
    /// Of the caret.
    qsizetype caret() { return indexOf(send(QsciScintilla::SCI_GETCURRENTPOS)); }

    /// As it would stand in this text: with its line ends.
    QByteArray bytesOf(const QString &text) const;
    void replaceBytes(long from, long to, const QByteArray &bytes);

    /// A message to the component; see Scintilla's documentation.
    long send(unsigned message, unsigned long wParam = 0, long lParam = 0) const
    {
        return m_view->SendScintilla(message, wParam, lParam);
    }

private:
    QsciScintilla *m_view;
    QString m_source;
    bool m_isKnown = false;
};

/// A text from elsewhere, which may have any of three line ends, with one of two.
QString withLineEnds(QString text, bool isCrLf);

} // namespace Playground
