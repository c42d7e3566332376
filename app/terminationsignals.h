// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QSocketNotifier>

#include <memory>

namespace Playground {

/// While it lives, the signals that would end this process are told of instead. Signals that were ignored before stay
/// ignored. One at a time.
class TerminationSignals : public QObject {
    Q_OBJECT
public:
    explicit TerminationSignals(QObject *parent = nullptr);
    ~TerminationSignals() override;
    Q_DISABLE_COPY_MOVE(TerminationSignals)

Q_SIGNALS:
    /// SIGINT, as Ctrl+C in a terminal sends it to all processes of the foreground. SIGQUIT is only kept away.
    void interrupted();
    /// SIGTERM or SIGHUP.
    void terminated();

private:
    void readSignals();

    int m_readEnd = -1;
    std::unique_ptr<QSocketNotifier> m_notifier;
};

} // namespace Playground
