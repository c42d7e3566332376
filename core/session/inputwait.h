// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace Playground {

/// Whether one of the process's threads is held up in reading its standard input, which is empty. False also where the
/// system does not tell.
bool isReadingInput(qint64 process);

} // namespace Playground
