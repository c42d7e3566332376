// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <optional>

namespace Playground {

/// A pipe that is read in this process; its other end is for the scenario's. Reading never blocks.
class Pipe {
public:
    Pipe() = default;
    ~Pipe();
    Q_DISABLE_COPY_MOVE(Pipe)

    /// False, with errno, when the system has no more descriptors. Once.
    bool open();

    int readEnd() const { return m_readEnd; }
    int writeEnd() const { return m_writeEnd; }
    /// Once the scenario has it: the pipe ends when nobody has it any more.
    void closeWriteEnd();

    /// The next piece, of a size that takes a millisecond or so to deal with. Empty when there is nothing for now;
    /// nothing at the end.
    std::optional<QByteArray> read();

private:
    int m_readEnd = -1;
    int m_writeEnd = -1;
};

} // namespace Playground
