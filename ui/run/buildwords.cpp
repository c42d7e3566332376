// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/run/buildwords.h"
#include "translations/translations.h"

#include <QCoreApplication>

#include <algorithm>

namespace Playground {
namespace {

using namespace Qt::StringLiterals;

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(BuildWords)
};

/// Errors come first.
QString firstError(const CppDiagnostic &error)
{
    const QString meaning = meaningOf(error);
    //: %1 is the number of a line, %2 what is wrong there
    return error.line > 0 ? Texts::tr("Line %1: %2").arg(QString::number(error.line), meaning) : meaning;
}

} // namespace

QString meaningOf(const CppDiagnostic &diagnostic)
{
    if (!diagnostic.advice)
        return diagnostic.message;
    return installedLanguage() == u"zh_CN" ? diagnostic.advice->zhCN : diagnostic.advice->en;
}

qsizetype errorCount(const CppBuildResult &build)
{
    return std::count_if(build.diagnostics.begin(), build.diagnostics.end(),
                         [](const CppDiagnostic &each) { return each.severity == CppDiagnostic::Severity::Error; });
}

QStringList failureMessages(const CppBuildResult &build)
{
    switch (build.outcome) {
    case CppBuildResult::Outcome::Built:
    case CppBuildResult::Outcome::Stopped:
        return {};
    case CppBuildResult::Outcome::Impossible:
        return {build.problem};
    case CppBuildResult::Outcome::Wrong:
        break;
    }
    return {Texts::tr("The compiler has found %n error(s).", nullptr, int(errorCount(build))),
            firstError(build.diagnostics.first())};
}

} // namespace Playground
