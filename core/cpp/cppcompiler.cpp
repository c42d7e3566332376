// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cpp/cppcompiler.h"
#include "core/cpp/cppkit.h"

#include <QRegularExpression>
#include <QStandardPaths>

namespace Playground {
namespace {

using namespace Qt::StringLiterals;

constexpr int FirstFitClang = 14;
constexpr int FirstFitGcc = 13;

} // namespace

bool CppCompiler::isFit() const
{
    switch (family) {
    case Family::Clang:
        return version >= FirstFitClang;
    case Family::Gcc:
        return version >= FirstFitGcc;
    }
    Q_UNREACHABLE();
}

QStringList CppCompiler::compileArguments(bool isSanitized) const
{
    QStringList arguments{u"-std=c++20"_s, u"-O0"_s, u"-g1"_s, u"-fPIC"_s, u"-Wall"_s};
    if (isSanitized)
        arguments << u"-fsanitize=address"_s << u"-fno-omit-frame-pointer"_s;
    switch (family) {
    case Family::Clang:
        return arguments << u"-fpch-instantiate-templates"_s << u"-fno-color-diagnostics"_s
                         << u"-fdiagnostics-print-source-range-info"_s << u"-ferror-limit=20"_s;
    case Family::Gcc:
        return arguments << u"-fdiagnostics-color=never"_s << u"-fdiagnostics-column-unit=byte"_s
                         << u"-fmax-errors=20"_s;
    }
    Q_UNREACHABLE();
}

QString CppCompiler::headerFile() const
{
    switch (family) {
    case Family::Clang:
        return u"header.pch"_s;
    case Family::Gcc:
        return CppKit::umbrellaName() + u".gch"_s; // found beside where the header itself would be
    }
    Q_UNREACHABLE();
}

QStringList CppCompiler::prepareArguments(const QString &header, const QString &folder) const
{
    return {u"-x"_s, u"c++-header"_s, header, u"-o"_s, folder + u'/' + headerFile()};
}

QStringList CppCompiler::headerArguments(const QString &folder) const
{
    switch (family) {
    case Family::Clang:
        return {u"-include-pch"_s, folder + u'/' + headerFile()};
    case Family::Gcc:
        return {u"-I"_s, folder};
    }
    Q_UNREACHABLE();
}

QStringList CppCompiler::linkArguments(bool isSanitized) const
{
    QStringList arguments;
    if (isSanitized)
        arguments << u"-fsanitize=address"_s;
    if (family == Family::Clang && !QStandardPaths::findExecutable(u"ld.lld"_s).isEmpty())
        arguments << u"-fuse-ld=lld"_s; // several times as fast
    return arguments;
}

std::optional<CppCompiler> understandCompiler(const QString &program, const QByteArray &versionText)
{
    static const QRegularExpression clang(u"clang version (\\d+)\\."_s);
    static const QRegularExpression gcc(u"^\\S*(?:g\\+\\+|c\\+\\+|gcc)\\S* \\(.*\\) (\\d+)\\."_s);
    const QString first = QString::fromUtf8(versionText).section(u'\n', 0, 0).trimmed();
    if (first.startsWith("Apple"_L1))
        return std::nullopt; // counts its versions differently
    if (const auto match = clang.match(first); match.hasMatch())
        return CppCompiler{CppCompiler::Family::Clang, match.captured(1).toInt(), program, first};
    if (const auto match = gcc.match(first); match.hasMatch())
        return CppCompiler{CppCompiler::Family::Gcc, match.captured(1).toInt(), program, first};
    return std::nullopt;
}

} // namespace Playground
