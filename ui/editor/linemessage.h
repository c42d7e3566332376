// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace Playground {

enum class MessageLevel : quint8 { Error, Warning };

/// What is to be said at a line of the program.
struct LineMessage {
    int line = 0; ///< from 1
    MessageLevel level = MessageLevel::Error;
    QString text;

    bool operator==(const LineMessage &) const = default;
};

} // namespace Playground
