// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QString>

#include <optional>

namespace Playground {

/// The place in the program that a line of a traceback names.
struct TracebackLink {
    qsizetype begin = 0; ///< what names it: a stretch of the text, in bytes
    qsizetype end = 0;
    int line = 0;

    bool operator==(const TracebackLink &) const = default;
};

/// The `File "…", line 3` in a line of output, where that file is the program's own.
std::optional<TracebackLink> tracebackLink(QByteArrayView text, const QString &program);

} // namespace Playground
