// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <exception>
#include <stdexcept>
#include <vector>

namespace Playground {

/// What an await throws when its task is cancelled. As asyncio.CancelledError it is no ordinary error: it does not
/// derive from std::exception, so that `catch (const std::exception &)` lets it pass. Catch it to clean up, and throw
/// it on.
class Cancelled { };

/// The time for something was over.
class TimeoutError : public std::runtime_error {
public:
    TimeoutError();
};

/// A result was asked for that is not there yet, or set twice.
class InvalidStateError : public std::logic_error {
public:
    using std::logic_error::logic_error;
};

class QueueEmpty : public std::runtime_error {
public:
    QueueEmpty();
};

class QueueFull : public std::runtime_error {
public:
    QueueFull();
};

/// The barrier was reset or aborted.
class BrokenBarrierError : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

/// A connection could not be made, or is gone.
class ConnectionError : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

/// Errors of several tasks at once, in the order in which they happened.
class ExceptionGroup : public std::runtime_error {
public:
    ExceptionGroup(const std::string &message, std::vector<std::exception_ptr> errors);
    const std::vector<std::exception_ptr> &errors() const noexcept { return m_errors; }

private:
    std::vector<std::exception_ptr> m_errors;
};

/// An error as a person reads it: "std::runtime_error: no milk", the group's members in brackets. Never throws.
QString errorText(const std::exception_ptr &error);

} // namespace Playground
