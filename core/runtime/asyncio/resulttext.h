// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <string>
#include <string_view>
#include <type_traits>
#include <typeinfo>

namespace Playground {

/// What a task has returned, as the trace shows it: the numbers and text of C++, lists of them, and the type's name for
/// everything else; shortened.
QString resultTextOf(bool value);
QString resultTextOf(qint64 value);
QString resultTextOf(quint64 value);
QString resultTextOf(double value);
QString resultTextOf(QStringView value);
QString resultTextOf(std::string_view value);
QString resultTextOf(const std::type_info &type);

/// Joins a list's items, of which it takes as many as are shown.
class ListText {
public:
    /// False when no more are shown.
    bool add(const QString &item);
    QString text() const { return u'[' + m_text + u']'; }

private:
    QString m_text;
    int m_count = 0;
};

template <typename T>
QString resultText(const T &value)
{
    if constexpr (std::is_same_v<T, bool>)
        return resultTextOf(value);
    else if constexpr (std::is_integral_v<T> && std::is_signed_v<T>)
        return resultTextOf(qint64(value));
    else if constexpr (std::is_integral_v<T>)
        return resultTextOf(quint64(value));
    else if constexpr (std::is_floating_point_v<T>)
        return resultTextOf(double(value));
    else if constexpr (std::is_convertible_v<const T &, QStringView>)
        return resultTextOf(QStringView(value));
    else if constexpr (std::is_same_v<T, QByteArray>)
        return resultTextOf(std::string_view(value.constData(), size_t(value.size())));
    else if constexpr (std::is_convertible_v<const T &, std::string_view>)
        return resultTextOf(std::string_view(value));
    else if constexpr (requires {
                           typename T::value_type;
                           value.begin() != value.end();
                           resultText(*value.begin());
                       }) {
        ListText list;
        for (const auto &item : value) {
            if (!list.add(resultText(item)))
                break;
        }
        return list.text();
    } else
        return resultTextOf(typeid(T));
}

} // namespace Playground
