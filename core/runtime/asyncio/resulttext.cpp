// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/asyncio/resulttext.h"

#include "core/runtime/asyncio/typenames.h"

#include <QLocale>

using namespace Qt::StringLiterals;

namespace Playground {

namespace {

constexpr qsizetype LongestText = 200;
constexpr int MostItems = 12;

} // namespace

QString resultTextOf(bool value)
{
    return value ? u"true"_s : u"false"_s;
}

QString resultTextOf(qint64 value)
{
    return QString::number(value);
}

QString resultTextOf(quint64 value)
{
    return QString::number(value);
}

QString resultTextOf(double value)
{
    return QString::number(value, 'g', QLocale::FloatingPointShortest);
}

QString resultTextOf(QStringView value)
{
    const QString text = value.size() > LongestText ? value.first(LongestText - 1).toString() + u'…' : value.toString();
    return u'"' + text + u'"';
}

QString resultTextOf(std::string_view value)
{
    const auto front = value.substr(0, size_t(4 * LongestText));
    return resultTextOf(QStringView(QString::fromUtf8(front.data(), qsizetype(front.size()))));
}

QString resultTextOf(const std::type_info &type)
{
    return readableTypeName(type) + u"(…)"_s;
}

bool ListText::add(const QString &item)
{
    if (m_count++ > 0)
        m_text += u", "_s;
    const bool isShown = m_count <= MostItems && m_text.size() < LongestText;
    m_text += isShown ? item : u"…"_s;
    return isShown;
}

} // namespace Playground
