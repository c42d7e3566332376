// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <fmt/format.h>

namespace Playground {

namespace Detail {

void printFormatted(fmt::string_view format, fmt::format_args arguments);

} // namespace Detail

/// Prints a line: `print("{} is back", name)`, in the style of std::format and by the {fmt} library, which checks the
/// format when it is compiled. QString can be printed, too; for durations include <fmt/chrono.h>. From any thread, each
/// line in one piece; in the trace it belongs to the running task.
template <typename... Arguments>
void print(fmt::format_string<Arguments...> format, Arguments &&...arguments)
{
    Detail::printFormatted(format, fmt::make_format_args(arguments...));
}

} // namespace Playground

template <>
struct fmt::formatter<QString> : fmt::formatter<fmt::string_view> {
    auto format(const QString &text, fmt::format_context &context) const
    {
        const QByteArray utf8 = text.toUtf8();
        return fmt::formatter<fmt::string_view>::format({utf8.constData(), size_t(utf8.size())}, context);
    }
};

template <>
struct fmt::formatter<QByteArray> : fmt::formatter<fmt::string_view> {
    auto format(const QByteArray &bytes, fmt::format_context &context) const
    {
        return fmt::formatter<fmt::string_view>::format({bytes.constData(), size_t(bytes.size())}, context);
    }
};
