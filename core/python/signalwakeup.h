// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace Playground {

/// While one lives, a signal that the interpreter handles makes fileDescriptor() readable. A wait that includes it is
/// ended by a signal as a system call would be, which waits of the Qt event loop by themselves are not.
///
/// It borrows signal.set_wakeup_fd() for its life and passes on what arrives meanwhile to the descriptor that was set
/// there. To be made with the interpreter's lock held, and to be destroyed so; outside the main thread it does nothing.
class SignalWakeUp {
public:
    SignalWakeUp();
    ~SignalWakeUp();
    Q_DISABLE_COPY_MOVE(SignalWakeUp)

    static int fileDescriptor();

private:
    bool m_isInUse = false;
    int m_former = -1;
};

} // namespace Playground
