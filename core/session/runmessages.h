// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace Playground {

struct RunRecord;

/// What a person should be told of a run that has ended, in whole sentences of the application's language, the cause of
/// its end first. Empty after a run of which there is nothing to say: an exception, an exit code and a person's wish to
/// stop speak for themselves.
QStringList runMessages(const RunRecord &run);

/// Whether the run's memory limit was felt: everything was killed for it, or an allocation failed.
bool ranOutOfMemory(const RunRecord &run);

/// "segmentation fault"; empty for a signal that has no such name.
QString signalMeaning(int signal);

/// What the system means by an errno, for people.
QString errorMeaning(int error);

/// "1 GiB", "1536 MiB".
QString memoryText(qint64 bytes);

} // namespace Playground
