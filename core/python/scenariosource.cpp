// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/python/scenariosource.h"

using namespace Qt::StringLiterals;

namespace Playground {

namespace {

constexpr qsizetype LongestSegment = 120;

} // namespace

ScenarioSource &ScenarioSource::instance()
{
    static ScenarioSource source;
    return source;
}

void ScenarioSource::set(const QByteArray &text, const QString &fileName)
{
    m_lines = text.split('\n');
    m_fileName = fileName;
    m_fileNameUtf8 = fileName.toUtf8();
}

bool ScenarioSource::isScenarioCode(PyCodeObject *code) const
{
    const char *fileName = PyUnicode_AsUTF8(code->co_filename);
    if (!fileName)
        PyErr_Clear();
    return fileName && m_fileNameUtf8 == fileName;
}

QString ScenarioSource::segment(int line, int column, int endLine, int endColumn) const
{
    if (line < 1 || line > m_lines.size() || endLine < line)
        return {};
    const bool isOneLine = endLine == line;
    QByteArray bytes = m_lines.at(line - 1).mid(column, isOneLine ? endColumn - column : -1);
    const bool isStatement = bytes.startsWith("async for") || bytes.startsWith("async with");
    if (isStatement && !isOneLine)
        endLine = line;
    for (int next = line + 1; next <= std::min(endLine, int(m_lines.size())); ++next)
        bytes += '\n' + (next == endLine ? m_lines.at(next - 1).left(endColumn) : m_lines.at(next - 1));
    QString text = QString::fromUtf8(bytes).simplified();
    text.replace("( "_L1, "("_L1).replace(" )"_L1, ")"_L1).replace(",)"_L1, ")"_L1);
    if (isStatement && text.endsWith(u':'))
        text.chop(1);
    if (text.size() > LongestSegment)
        text = text.left(LongestSegment - 1) + u'…';
    return text;
}

QList<int> ScenarioSource::linesOf(PyObject *traceback) const
{
    QList<int> lines;
    for (auto *entry = reinterpret_cast<PyTracebackObject *>(traceback); entry; entry = entry->tb_next) {
        PyCodeObject *code = PyFrame_GetCode(entry->tb_frame);
        if (isScenarioCode(code))
            lines.append(PyCode_Addr2Line(code, entry->tb_lasti));
        Py_DECREF(code);
    }
    return lines;
}

int ScenarioSource::lineOf(PyObject *exception) const
{
    if (PyErr_GivenExceptionMatches(exception, PyExc_SyntaxError)) {
        const py::handle error(exception);
        const py::object line = py::getattr(error, "lineno", py::none());
        if (py::isinstance<py::int_>(line) && isScenarioFile(toQString(py::getattr(error, "filename", py::none()))))
            return line.cast<int>();
    }
    PyObject *traceback = PyException_GetTraceback(exception);
    const auto lines = linesOf(traceback);
    Py_XDECREF(traceback);
    return lines.isEmpty() ? 0 : lines.last();
}

} // namespace Playground
