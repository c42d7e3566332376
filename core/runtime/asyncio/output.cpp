// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/asyncio/output.h"

#include "core/runtime/clock.h"
#include "core/runtime/scenario.h"

#include <cstdio>

namespace Playground {

void writeOutput(Trace::OutputStream stream, const QByteArray &text) noexcept
{
    if (Scenario::instance().isTraced())
        Scenario::instance().record(Trace::Output{Clock::instance().now(), Scenario::currentTask(), stream, text});
    // The C library's buffer, so that it stays in order with what printf() and std::cout write.
    std::fwrite(text.constData(), 1, size_t(text.size()), stream == Trace::OutputStream::Out ? stdout : stderr);
}

} // namespace Playground
