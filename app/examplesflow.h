// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/commandline.h"

namespace Playground {

/// `async-playground examples`: lists what can be opened. Returns the status to exit with.
int listExamples(const ExamplesCommand &command, const QString &language);

} // namespace Playground
