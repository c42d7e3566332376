// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/commandline.h"

namespace Playground {

/// `async-playground show`: tells of a saved run, and writes what is asked for. Returns the status to exit with.
int showRun(const ShowCommand &command, const QString &language);

} // namespace Playground
