// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/runrecord.h"

#include <variant>

namespace Playground {

/// The ending of saved runs: ".aprun".
QString runFileEnding();
/// By its ending.
bool isRunFile(const QString &fileName);

/// A run that has ended, as a file in which it can be kept or handed on: the program's text, how it was run and how it
/// ended, and its whole trace, as far as it was kept. Of paths it has the program's name alone, but for what the
/// program printed. The record must be valid. `docs/run-format.md` describes the file.
QByteArray runFileBytes(const RunRecord &run);

/// Why a saved run cannot be opened, and what to do about it, for people.
struct RunFileProblem {
    QString text;
};

/// A saved run; its timeline is built anew and equals the one that was saved. Nothing of the file is believed before
/// it was checked, and no file makes this fail in another way, or need more memory than a large run does.
std::variant<RunRecord, RunFileProblem> readRunFile(const QString &fileName);

/// The same of the bytes of a file; the name is for the problem's text.
std::variant<RunRecord, RunFileProblem> readRun(const QByteArray &bytes, const QString &fileName);

} // namespace Playground
