// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/runtime/scenario.h"

namespace Playground {

/// How a C++ scenario is told how to run. It has its command line for itself, so this comes by environment variables,
/// which are taken out of the environment, so that programs that it starts do not find them:
///
/// ASYNC_PLAYGROUND_TRACE    where to write the trace: the number of an open file descriptor, or the path of a file
/// ASYNC_PLAYGROUND_CLOCK    real (the default), scaled or instant
/// ASYNC_PLAYGROUND_SPEED    with the scaled clock: how many times as fast as the world
/// ASYNC_PLAYGROUND_NETWORK  real (the default), simulated or none
/// ASYNC_PLAYGROUND_PROGRAM  the scenario's path as the user knows it; by default, the source file of main()
/// ASYNC_PLAYGROUND_SOURCE   where the text of that source file is to be read, for the text of awaits
struct ScenarioEnvironment {
    ScenarioOptions options;
    QString source;

    /// Ends the program with status 2 and a message when a variable makes no sense.
    static ScenarioEnvironment take(const QString &program);
};

/// Starts the network that the run asks for. Set by what is linked into a program beside this library, before main().
using NetworkStarter = void (*)(Trace::NetworkMode);
NetworkStarter &networkStarter() noexcept;

} // namespace Playground
