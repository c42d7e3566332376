// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/asyncio/print.h"

#include "core/runtime/asyncio/output.h"

#include <iterator>

namespace Playground {

void Detail::printFormatted(fmt::string_view format, fmt::format_args arguments)
{
    fmt::memory_buffer line;
    fmt::vformat_to(std::back_inserter(line), format, arguments);
    line.push_back('\n');
    writeOutput(Trace::OutputStream::Out, QByteArray(line.data(), qsizetype(line.size())));
}

} // namespace Playground
