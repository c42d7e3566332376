// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/asyncio/output.h"

#include "core/runtime/clock.h"
#include "core/runtime/scenario.h"

#include <cstdio>
#include <iostream>
#include <streambuf>

namespace Playground {

namespace {

using Trace::OutputStream;

/// The C library's own files, also when stdout and stderr have come to be others.
FILE *fileOf(OutputStream stream) noexcept
{
    static FILE *const out = stdout;
    static FILE *const error = stderr;
    return stream == OutputStream::Out ? out : error;
}

/// What std::cout and the like write to.
class TracedBuffer final : public std::streambuf {
public:
    explicit TracedBuffer(OutputStream stream) noexcept
        : m_stream(stream)
    {
    }

protected:
    std::streamsize xsputn(const char *text, std::streamsize size) override
    {
        writeOutput(m_stream, QByteArray(text, qsizetype(size)));
        return size;
    }
    int_type overflow(int_type letter) override
    {
        const char text = traits_type::to_char_type(letter);
        if (!traits_type::eq_int_type(letter, traits_type::eof()))
            xsputn(&text, 1);
        return traits_type::not_eof(letter);
    }
    int sync() override { return std::fflush(fileOf(m_stream)); }

private:
    OutputStream m_stream;
};

/// A file of the C library whose text goes by writeOutput().
FILE *makeFile(OutputStream stream, int buffering)
{
    static constexpr OutputStream Streams[] = {OutputStream::Out, OutputStream::Error};
    cookie_io_functions_t functions{};
    functions.write = [](void *cookie, const char *text, size_t size) {
        writeOutput(*static_cast<const OutputStream *>(cookie), QByteArray(text, qsizetype(size)));
        return ssize_t(size);
    };
    FILE *file = ::fopencookie(const_cast<OutputStream *>(&Streams[size_t(stream)]), "w", functions);
    if (file)
        std::setvbuf(file, nullptr, buffering, BUFSIZ);
    return file;
}

} // namespace

void writeOutput(OutputStream stream, const QByteArray &text) noexcept
{
    if (Scenario::instance().isTraced())
        Scenario::instance().record(Trace::Output{Clock::instance().now(), Scenario::currentTask(), stream, text});
    std::fwrite(text.constData(), 1, size_t(text.size()), fileOf(stream));
}

void traceStandardStreams()
{
    fileOf(OutputStream::Out);
    fileOf(OutputStream::Error);
    // They stay for as long as anybody may write.
    static auto *out = new TracedBuffer(OutputStream::Out);
    static auto *error = new TracedBuffer(OutputStream::Error);
    std::cout.rdbuf(out);
    std::cerr.rdbuf(error);
    std::clog.rdbuf(error);
    if (FILE *file = makeFile(OutputStream::Out, _IOLBF))
        stdout = file;
    if (FILE *file = makeFile(OutputStream::Error, _IONBF))
        stderr = file;
}

} // namespace Playground
