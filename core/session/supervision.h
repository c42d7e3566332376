// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// What an application and `async-playground-supervisor` say to each other. Plain C++: the supervisor knows no Qt.
namespace Playground::Supervision {

/// Control, from the application to the supervisor: its end means that everything of the run shall be ended, so a run
/// ends also when its application is killed. Before that, one byte for each signal that the application received and
/// hands on. The supervisor does so unless it received the signal too: then it went to the whole process group, and the
/// scenario has it already.
inline constexpr char Interrupt = 'i';
inline constexpr char Terminate = 't';

/// Report, in lines of ASCII text from the supervisor to the application, in this order:
///
///     started PID             the program runs in this process; or
///     failed ERRNO            it could not be started, and `end` follows
///     limit memory BYTES      all was killed because it used more than this; or
///     limit processes N       because there were more than this
///     exit N                  how the program's own process ended; or
///     signal N                the signal that ended it; or
///     lost N                  unknown: the supervisor itself was ended by this signal
///     peak BYTES              the most memory that was seen in use by all processes of the run
///     left N                  processes that could not be ended, where there are any
///     end                     all others are gone
inline constexpr char Started[] = "started";
inline constexpr char Failed[] = "failed";
inline constexpr char LimitMemory[] = "limit memory";
inline constexpr char LimitProcesses[] = "limit processes";
inline constexpr char Exit[] = "exit";
inline constexpr char Signal[] = "signal";
inline constexpr char Lost[] = "lost";
inline constexpr char Peak[] = "peak";
inline constexpr char Left[] = "left";
inline constexpr char End[] = "end";

} // namespace Playground::Supervision
