// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cpp/installcommand.h"

#include <QStandardPaths>

#include <array>

namespace Playground {

namespace {

struct PackageManager {
    const char *program;
    const char *command;
    const char *clang; ///< packages
    const char *clangFormat;
};

constexpr std::array PackageManagers{
    PackageManager{"apt-get", "sudo apt install", "clang", "clang-format"},
    PackageManager{"dnf", "sudo dnf install", "clang", "clang-tools-extra"},
    PackageManager{"zypper", "sudo zypper install", "clang", "clang-tools"},
    PackageManager{"pacman", "sudo pacman -S", "clang", "clang"},
    PackageManager{"apk", "sudo apk add", "clang", "clang-extra-tools"},
};

} // namespace

QString installCommand(InstalledTool tool)
{
    for (const PackageManager &manager : PackageManagers) {
        if (QStandardPaths::findExecutable(QString::fromLatin1(manager.program)).isEmpty())
            continue;
        const char *package = tool == InstalledTool::Clang ? manager.clang : manager.clangFormat;
        return QString::fromLatin1(manager.command) + u' ' + QString::fromLatin1(package);
    }
    return {};
}

} // namespace Playground
