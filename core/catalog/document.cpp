// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/document.h"

#include <QFileInfo>

namespace Playground {

using namespace Qt::StringLiterals;

QString Document::title() const
{
    switch (kind) {
    case Kind::Example:
        return example;
    case Kind::File:
    case Kind::Untitled:
        return QFileInfo(path).fileName();
    }
    Q_UNREACHABLE();
}

QByteArray Document::source() const
{
    return encoded(text, encodingOf(text.toUtf8(), language)).value_or(text.toUtf8());
}

QByteArray encodingOf(QByteArrayView program, const QString &language)
{
    return language == u"cpp" ? QByteArray() : declaredEncoding(program);
}

QString nameOf(Document::Kind kind)
{
    switch (kind) {
    case Document::Kind::Example:
        return u"example"_s;
    case Document::Kind::File:
        return u"file"_s;
    case Document::Kind::Untitled:
        return u"untitled"_s;
    }
    Q_UNREACHABLE();
}

std::optional<Document::Kind> documentKind(QStringView name)
{
    for (const auto kind : {Document::Kind::Example, Document::Kind::File, Document::Kind::Untitled}) {
        if (nameOf(kind) == name)
            return kind;
    }
    return std::nullopt;
}

} // namespace Playground
