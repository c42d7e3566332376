// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// The built-in module `_playground`, through which the Python side of the host (`layer/`) reaches this side.
namespace Playground::HostModule {

/// Before the interpreter starts.
void registerModule();

} // namespace Playground::HostModule
