// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/python/awaitsites.h"

#include "core/python/future.h"
#include "core/python/scenariosource.h"
#include "core/runtime/scenario.h"

#include <array>
#include <string_view>

using namespace Qt::StringLiterals;

namespace Playground {

using Trace::WaitKind;

namespace {

/// A deeper chain is followed from its outermost coroutine so far.
constexpr size_t LongestChain = 64;
/// Sites are kept with the code that they belong to; a program that makes code without end starts anew.
constexpr size_t MostSites = 20'000;

/// The attributes by which a kind of coroutine shows its frame and what it awaits.
struct Shape {
    PyObject *frame;
    PyObject *awaited;
};

const Shape *shapeOf(PyObject *object)
{
    static const Shape coroutine{PyUnicode_InternFromString("cr_frame"), PyUnicode_InternFromString("cr_await")};
    static const Shape generator{PyUnicode_InternFromString("gi_frame"), PyUnicode_InternFromString("gi_yieldfrom")};
    static const Shape asyncGenerator{PyUnicode_InternFromString("ag_frame"), PyUnicode_InternFromString("ag_await")};
    if (PyCoro_CheckExact(object))
        return &coroutine;
    if (PyGen_CheckExact(object))
        return &generator;
    return PyAsyncGen_CheckExact(object) ? &asyncGenerator : nullptr;
}

int takeCoroutine(PyObject *referred, void *found)
{
    if (!shapeOf(referred))
        return 0;
    *static_cast<PyObject **>(found) = referred;
    return 1;
}

/// The coroutine behind the interpreter's own wrappers (`anext(generator)`, `coroutine.__await__()`), which tell of it
/// only to the garbage collector; nullptr for anything else. Borrowed.
PyObject *unwrapped(PyObject *awaitable)
{
    static constexpr std::array<std::string_view, 4> wrappers = {"async_generator_asend", "async_generator_athrow",
                                                                 "coroutine_wrapper", "anext_awaitable"};
    if (shapeOf(awaitable))
        return awaitable;
    const PyTypeObject *type = Py_TYPE(awaitable);
    if (std::find(wrappers.begin(), wrappers.end(), std::string_view(type->tp_name)) == wrappers.end()
        || !type->tp_traverse)
        return nullptr;
    PyObject *found = nullptr;
    type->tp_traverse(awaitable, takeCoroutine, &found);
    return found;
}

std::string_view view(PyObject *text)
{
    Py_ssize_t size = 0;
    const char *utf8 = PyUnicode_AsUTF8AndSize(text, &size);
    if (!utf8)
        PyErr_Clear();
    return utf8 ? std::string_view(utf8, size_t(size)) : std::string_view();
}

/// The name of an asyncio module ("queues" for …/asyncio/queues.py); empty for other code.
std::string_view asyncioModule(PyCodeObject *code)
{
    const auto fileName = view(code->co_filename);
    constexpr std::string_view folder = "/asyncio/";
    const auto start = fileName.rfind(folder);
    if (start == std::string_view::npos || !fileName.ends_with(".py")
        || fileName.find("python3") == std::string_view::npos)
        return {};
    return fileName.substr(start + folder.size(), fileName.size() - start - folder.size() - 3);
}

/// What a coroutine function of asyncio waits for.
WaitKind kindOf(std::string_view module, std::string_view function)
{
    struct Row {
        std::string_view module;
        std::string_view function; ///< empty for all others of the module
        WaitKind kind;
    };
    static constexpr Row rows[] = {
        {"tasks", "sleep", WaitKind::Sleep},
        {"tasks", "", WaitKind::Task},
        {"timeouts", "", WaitKind::Task},
        {"taskgroups", "", WaitKind::Task},
        {"runners", "", WaitKind::Task},
        {"locks", "", WaitKind::Lock},
        {"queues", "", WaitKind::Queue},
        {"threads", "", WaitKind::Thread},
        {"subprocess", "", WaitKind::Process},
        {"base_subprocess", "", WaitKind::Process},
        {"base_events", "subprocess_exec", WaitKind::Process},
        {"base_events", "subprocess_shell", WaitKind::Process},
        {"base_events", "shutdown_default_executor", WaitKind::Thread},
        {"base_events", "shutdown_asyncgens", WaitKind::Task},
        {"base_events", "", WaitKind::Network},
        {"unix_events", "_make_subprocess_transport", WaitKind::Process},
        {"unix_events", "", WaitKind::Network},
        {"selector_events", "", WaitKind::Network},
        {"streams", "", WaitKind::Network},
        {"sslproto", "", WaitKind::Network},
    };
    for (const auto &row : rows) {
        if (row.module == module && (row.function.empty() || row.function == function))
            return row.kind;
    }
    return WaitKind::Other;
}

WaitKind kindOfFuture(PyObject *future)
{
    if (Future::check(future))
        // What gather() returns is a future of a class of its own.
        return std::string_view(Py_TYPE(future)->tp_name) == "_GatheringFuture" ? WaitKind::Task
                                                                                : Future::extra(future).kind;
    return WaitKind::Future;
}

/// True when the frame is a method of a stream whose other end is a child process.
bool isProcessStream(PyObject *frame)
{
    try {
        const py::dict locals =
            py::reinterpret_steal<py::dict>(PyFrame_GetLocals(reinterpret_cast<PyFrameObject *>(frame)));
        const py::object stream = locals["self"];
        const py::object transport = py::getattr(stream, "_transport", py::none());
        return toQString(py::str(py::type::of(transport).attr("__name__"))).contains("Pipe"_L1);
    } catch (const py::error_already_set &) {
        return false;
    }
}

Trace::CallSite callSiteOf(PyCodeObject *code, int instruction)
{
    Trace::CallSite site;
    site.function = toQString(code->co_qualname);
    int column = -1;
    int endLine = -1;
    int endColumn = -1;
    if (PyCode_Addr2Location(code, instruction, &site.line, &column, &endLine, &endColumn))
        site.text = ScenarioSource::instance().segment(site.line, column, endLine, endColumn);
    return site;
}

} // namespace

AwaitSites &AwaitSites::instance()
{
    static AwaitSites sites;
    return sites;
}

AwaitPoint AwaitSites::find(PyObject *coroutine, PyObject *future)
{
    follow(coroutine, LongestChain);
    const Site &site = siteOfChain();
    if (site.readsStream && m_innermost && isProcessStream(m_innermost))
        return {site.id, WaitKind::Process};
    return {site.id, site.kind == WaitKind::Other ? kindOfFuture(future) : site.kind};
}

Trace::SiteId AwaitSites::findOutermost(PyObject *coroutine)
{
    follow(coroutine, 1);
    return siteOfChain().id;
}

void AwaitSites::follow(PyObject *coroutine, size_t longest)
{
    m_chain.clear();
    m_innermost = nullptr;
    // The chain itself holds the references; nothing in here lets the program run.
    PyObject *current = coroutine;
    while (current && m_chain.size() < longest) {
        const Shape *shape = shapeOf(current);
        if (!shape)
            break;
        PyObject *frame = PyObject_GetAttr(current, shape->frame);
        if (frame && PyFrame_Check(frame)) {
            PyCodeObject *code = PyFrame_GetCode(reinterpret_cast<PyFrameObject *>(frame));
            m_chain.push_back({code, PyFrame_GetLasti(reinterpret_cast<PyFrameObject *>(frame))});
            m_innermost = frame;
            Py_DECREF(code);
        }
        Py_XDECREF(frame);
        if (m_chain.size() == longest)
            break;
        PyObject *awaited = PyObject_GetAttr(current, shape->awaited);
        if (!awaited)
            break;
        Py_DECREF(awaited);
        current = unwrapped(awaited);
    }
    PyErr_Clear();
}

size_t AwaitSites::ChainHash::operator()(const Chain &chain) const noexcept
{
    size_t hash = chain.size();
    for (const auto &step : chain)
        hash = (hash ^ (reinterpret_cast<size_t>(step.code) >> 4) ^ (size_t(step.instruction) << 32))
            * 0x9E3779B97F4A7C15u;
    return hash ^ (hash >> 29);
}

const AwaitSites::Site &AwaitSites::siteOfChain()
{
    const auto known = m_sites.find(m_chain);
    if (known != m_sites.end())
        return known->second;
    if (m_sites.size() >= MostSites) {
        for (const auto &[chain, site] : m_sites) {
            for (const auto &step : chain)
                Py_DECREF(step.code);
        }
        m_sites.clear();
    }
    for (const auto &step : m_chain)
        Py_INCREF(step.code);
    return m_sites.emplace(m_chain, define(m_chain)).first->second;
}

AwaitSites::Site AwaitSites::define(const Chain &chain)
{
    Trace::SiteDefined definition{Trace::SiteId(++m_siteCount), {}};
    Site site{definition.site, WaitKind::Other, false};
    for (const auto &step : chain) {
        if (ScenarioSource::instance().isScenarioCode(step.code)) {
            definition.calls.append(callSiteOf(step.code, step.instruction));
            site.kind = WaitKind::Other;
            site.readsStream = false;
            continue;
        }
        const auto module = asyncioModule(step.code);
        if (module.empty() || site.kind != WaitKind::Other)
            continue;
        site.kind = kindOf(module, view(step.code->co_name));
        site.readsStream = module == "streams";
    }
    if (definition.calls.isEmpty() && !chain.empty())
        definition.calls.append(
            {toQString(chain.front().code->co_qualname), toQString(chain.front().code->co_name) + "()"_L1, 0});
    Scenario::instance().record(definition);
    return site;
}

} // namespace Playground
