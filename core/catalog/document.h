// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/textformat.h"

#include <QString>

namespace Playground {

/// A program that can be in the editor.
struct Document {
    enum class Kind { Example, File, Untitled };

    Kind kind = Kind::Untitled;
    QString example; ///< id, with Kind::Example
    QString language = QStringLiteral("python"); ///< or "cpp"
    QString path; ///< absolute: of the file, or of the example's program. Untitled: a file name only
    QString original; ///< the example's own text, or the file's when it was last read or saved; empty when untitled
    QString text; ///< as it stands in the editor: without a byte order mark, lines ending as `format` tells
    TextFormat format; ///< what the file has beside its text, and gets again when it is saved
    bool isMissing = false; ///< the file is gone: the text is nowhere but here and in its draft

    bool isChanged() const { return text != original || isMissing; }
    /// The id of an example, the name of a file.
    QString title() const;
    /// What an interpreter or a compiler is to read: the text in the encoding that it names itself, UTF-8 where that is
    /// not possible.
    QByteArray source() const;
};

/// The encoding that a program names itself, empty for UTF-8; see declaredEncoding(). C++ has no way to name one.
QByteArray encodingOf(QByteArrayView program, const QString &language);

/// "example", "file", "untitled": as it is written down.
QString nameOf(Document::Kind kind);
std::optional<Document::Kind> documentKind(QStringView name);

} // namespace Playground
