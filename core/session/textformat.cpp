// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/textformat.h"

#include <QList>
#include <QRegularExpression>
#include <QStringDecoder>
#include <QStringEncoder>

#include <algorithm>

namespace Playground {
namespace {

using namespace Qt::StringLiterals;

constexpr QChar ByteOrderMark(0xFEFF);

TextFormat::LineEnd lineEndOf(const QString &text)
{
    const qsizetype pairs = text.count(u"\r\n"_s);
    const qsizetype returns = text.count(u'\r');
    if (returns == 0)
        return TextFormat::LineEnd::Newline;
    const bool isUniform = returns == pairs && text.count(u'\n') == pairs;
    return isUniform ? TextFormat::LineEnd::CarriageReturnNewline : TextFormat::LineEnd::Mixed;
}

} // namespace

FormattedText formattedText(const QString &characters)
{
    FormattedText result{characters, {}};
    if (characters.startsWith(ByteOrderMark)) {
        result.format.hasByteOrderMark = true;
        result.text.remove(0, 1);
    }
    result.format.lineEnd = lineEndOf(result.text);
    if (result.format.lineEnd == TextFormat::LineEnd::CarriageReturnNewline)
        result.text.replace(u"\r\n"_s, u"\n"_s);
    return result;
}

QString charactersOf(const QString &text, const TextFormat &format)
{
    QString characters = text;
    if (format.lineEnd == TextFormat::LineEnd::CarriageReturnNewline)
        characters.replace(u"\r\n"_s, u"\n"_s).replace(u"\n"_s, u"\r\n"_s);
    if (format.hasByteOrderMark)
        characters.prepend(ByteOrderMark);
    return characters;
}

QByteArray declaredEncoding(QByteArrayView program)
{
    static const QRegularExpression comment(u"^[ \\t\\f]*#.*?coding[:=][ \\t]*([-\\w.]+)"_s);
    const QList<QByteArray> lines = program.first(std::min<qsizetype>(program.size(), 1000)).toByteArray().split('\n');
    for (const QByteArray &line : lines.first(std::min<qsizetype>(lines.size(), 2))) {
        const auto match = comment.match(QString::fromLatin1(line));
        if (match.hasMatch())
            return match.captured(1).toLatin1().toLower();
    }
    return {};
}

bool isUtf8(const QByteArray &encoding)
{
    return encoding.isEmpty() || encoding.startsWith("utf-8") || encoding.startsWith("utf_8") || encoding == "utf8";
}

std::optional<QString> decoded(const QByteArray &bytes, const QByteArray &encoding)
{
    // The mark is to be seen, and a last character cut in two is an error.
    const auto flags = QStringConverter::Flag::ConvertInitialBom | QStringConverter::Flag::Stateless;
    QStringDecoder decoder =
        isUtf8(encoding) ? QStringDecoder(QStringDecoder::Utf8, flags) : QStringDecoder(encoding.constData(), flags);
    if (!decoder.isValid())
        return std::nullopt;
    QString text = decoder(bytes);
    if (decoder.hasError())
        return std::nullopt;
    return text;
}

std::optional<QByteArray> encoded(const QString &text, const QByteArray &encoding)
{
    const QStringConverter::Flags flags = QStringConverter::Flag::Stateless;
    QStringEncoder encoder =
        isUtf8(encoding) ? QStringEncoder(QStringEncoder::Utf8, flags) : QStringEncoder(encoding.constData(), flags);
    if (!encoder.isValid())
        return std::nullopt;
    QByteArray bytes = encoder(text);
    // Not every encoder admits what it put in the place of a character that it lacks.
    if (encoder.hasError() || (!isUtf8(encoding) && decoded(bytes, encoding) != text))
        return std::nullopt;
    return bytes;
}

} // namespace Playground
