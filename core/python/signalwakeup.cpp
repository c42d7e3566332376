// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/python/signalwakeup.h"

#include "core/python/python.h"

#include <array>
#include <cerrno>
#include <system_error>

#include <fcntl.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace Playground {

namespace {

struct Pipe {
    Pipe()
    {
        if (::pipe2(ends.data(), O_CLOEXEC | O_NONBLOCK) != 0)
            throw std::system_error(errno, std::generic_category());
    }

    std::array<int, 2> ends{-1, -1};
};

const Pipe &pipeOfProcess()
{
    static const Pipe pipe;
    return pipe;
}

bool isMainThread()
{
    return ::syscall(SYS_gettid) == ::getpid();
}

/// signal.set_wakeup_fd(); returns the former descriptor.
int setWakeUpDescriptor(int descriptor)
{
    static PyObject *const function = py::object(py::module_::import("_signal").attr("set_wakeup_fd")).release().ptr();
    static PyObject *const keywords = PyTuple_Pack(1, PyUnicode_InternFromString("warn_on_full_buffer"));
    const auto number = py::int_(descriptor);
    PyObject *arguments[] = {number.ptr(), Py_False};
    const auto former = py::reinterpret_steal<py::object>(PyObject_Vectorcall(function, arguments, 1, keywords));
    if (!former)
        throw py::error_already_set();
    return former.cast<int>();
}

} // namespace

SignalWakeUp::SignalWakeUp()
    : m_isInUse(isMainThread())
{
    if (m_isInUse)
        m_former = setWakeUpDescriptor(pipeOfProcess().ends[1]);
}

SignalWakeUp::~SignalWakeUp()
{
    if (!m_isInUse)
        return;
    try {
        setWakeUpDescriptor(m_former);
    } catch (const py::error_already_set &error) {
        // The program closed its descriptor meanwhile; then there is nobody to give it back to.
        m_former = -1;
    }
    std::array<char, 64> numbers;
    ssize_t count = 0;
    while ((count = ::read(pipeOfProcess().ends[0], numbers.data(), numbers.size())) > 0) {
        // A full descriptor of the program's has enough to be woken by.
        if (m_former >= 0) [[maybe_unused]]
            const auto passedOn = ::write(m_former, numbers.data(), size_t(count));
    }
}

int SignalWakeUp::fileDescriptor()
{
    return pipeOfProcess().ends[0];
}

} // namespace Playground
