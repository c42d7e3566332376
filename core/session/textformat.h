// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

namespace Playground {

/// How a program's text stands in its file, beside the characters: what an editor does not show and has to keep.
struct TextFormat {
    enum class LineEnd {
        Newline,
        CarriageReturnNewline,
        Mixed ///< the text itself has them as they are
    };

    bool hasByteOrderMark = false;
    LineEnd lineEnd = LineEnd::Newline;

    bool operator==(const TextFormat &) const = default;
};

struct FormattedText {
    QString text; ///< no byte order mark; lines end with a newline alone, unless they are mixed
    TextFormat format;
};

/// Takes the characters of a file apart.
FormattedText formattedText(const QString &characters);
/// The inverse of formattedText().
QString charactersOf(const QString &text, const TextFormat &format);

/// The encoding, in small letters, that a comment in one of the first two lines of a Python program names (PEP 263);
/// empty where none does, which is UTF-8.
QByteArray declaredEncoding(QByteArrayView program);
bool isUtf8(const QByteArray &encoding);

/// Nothing where the encoding is not known here, or the bytes are none of it.
std::optional<QString> decoded(const QByteArray &bytes, const QByteArray &encoding);
/// Nothing where the encoding is not known here, or lacks one of the characters.
std::optional<QByteArray> encoded(const QString &text, const QByteArray &encoding);

} // namespace Playground
