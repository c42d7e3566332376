// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/pipe.h"

#include <QByteArray>
#include <QObject>

#include <memory>

QT_FORWARD_DECLARE_CLASS(QSocketNotifier)

namespace Playground {

/// One of a scenario's output streams on its way into this process: read a piece at a time, so that the event loop
/// keeps its turn, and not at all while it is paused: then the scenario waits.
class OutputPipe : public QObject {
    Q_OBJECT
public:
    explicit OutputPipe(QObject *parent = nullptr);
    ~OutputPipe() override;
    Q_DISABLE_COPY_MOVE(OutputPipe)

    /// False, with errno, when the system has no more descriptors.
    bool open();

    int writeEnd() const { return m_pipe.writeEnd(); }
    /// Once the scenario has it.
    void closeWriteEnd() { m_pipe.closeWriteEnd(); }

    void setPaused(bool isPaused);

    /// Reads what is left, when nobody is there any more to write.
    void readRest();

Q_SIGNALS:
    void arrived(const QByteArray &bytes);

private:
    /// Nothing when there is nothing for now, or nothing more at all.
    QByteArray readPiece();

    Pipe m_pipe;
    bool m_isPaused = false;
    std::unique_ptr<QSocketNotifier> m_notifier;
};

} // namespace Playground
