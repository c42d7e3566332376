// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/window/openingrequest.h"

namespace Playground {

/// Whether there is a screen to open a window on, as far as the environment tells.
bool hasDisplay();

/// The desktop application, from the window's opening to its closing. Returns the status to exit with.
int openWindow(const OpeningRequest &request);

} // namespace Playground
