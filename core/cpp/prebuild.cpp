// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Builds the examples in C++ while the application is built, as a run would build them: async-playground finds the
// programs in its kit, and runs an example that nobody has changed without a compiler.
#include "core/cpp/cppbuild.h"

#include <QCoreApplication>
#include <QDir>
#include <QEventLoop>
#include <QFile>
#include <QFileInfo>

#include <cstdio>

using namespace Playground;
using namespace Qt::StringLiterals;

namespace {

constexpr int UsageError = 2;

void say(const QString &text)
{
    std::fputs((text.trimmed() + u'\n').toLocal8Bit().constData(), stderr);
}

CppBuildResult build(CppToolchain &toolchain, const QByteArray &text, const QString &folder)
{
    CppBuild build(&toolchain);
    QEventLoop loop;
    QObject::connect(&build, &CppBuild::ended, &loop, &QEventLoop::quit);
    build.start({text, folder, false});
    loop.exec();
    return build.result();
}

enum class Outcome { Built, Failed, Impossible };

Outcome prebuild(CppToolchain &toolchain, const QString &scenario)
{
    QFile file(scenario);
    if (!file.open(QIODevice::ReadOnly)) {
        say(u"%1: %2"_s.arg(scenario, file.errorString()));
        return Outcome::Failed;
    }
    const QByteArray text = file.readAll();
    const CppBuildResult result = build(toolchain, text, QFileInfo(scenario).absolutePath());
    if (result.outcome == CppBuildResult::Outcome::Impossible) {
        say(result.problem + u'\n' + result.fullText);
        return Outcome::Impossible;
    }
    const QString target = toolchain.kit().prebuiltPath(text);
    if (result.outcome == CppBuildResult::Outcome::Built && QFile::copy(result.program, target))
        return Outcome::Built;
    say(u"%1 was not built.\n%2"_s.arg(scenario, result.fullText));
    return Outcome::Failed;
}

} // namespace

/// prebuild KIT CACHE SCENARIO…
int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments().sliced(1);
    if (arguments.size() < 3)
        return UsageError;
    CppToolchain toolchain(CppKit::read(arguments[0]), {}, arguments[1]);
    // What lies there was built from other texts or with another runtime.
    QDir prebuilt(QFileInfo(toolchain.kit().prebuiltPath({})).path());
    if (!prebuilt.removeRecursively() || !prebuilt.mkpath(u"."_s))
        return EXIT_FAILURE;
    for (const QString &scenario : arguments.sliced(2)) {
        switch (prebuild(toolchain, scenario)) {
        case Outcome::Built:
            break;
        case Outcome::Failed:
            return EXIT_FAILURE;
        case Outcome::Impossible: // on this machine; the application works without
            say(u"So the examples in C++ are built when they are run."_s);
            return EXIT_SUCCESS;
        }
    }
    return EXIT_SUCCESS;
}
