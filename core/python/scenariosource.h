// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/python/python.h"

#include <QByteArray>
#include <QList>

namespace Playground {

/// The text of the scenario that this process runs, and the file name that its code objects carry.
class ScenarioSource {
public:
    static ScenarioSource &instance();

    void set(const QByteArray &text, const QString &fileName);

    bool isScenarioCode(PyCodeObject *code) const;
    bool isScenarioFile(const QString &fileName) const { return fileName == m_fileName; }

    /// The text between two positions (lines from 1, columns in bytes from 0), white space folded into single blanks,
    /// of a compound statement only its head, shortened to a length that a chart can show.
    QString segment(int line, int column, int endLine, int endColumn) const;

    /// The lines at which a traceback passes through the scenario, outermost first.
    QList<int> linesOf(PyObject *traceback) const;
    /// The innermost of them for an exception object, or 0; for a SyntaxError in the scenario the line of the error.
    int lineOf(PyObject *exception) const;

private:
    QList<QByteArray> m_lines;
    QString m_fileName;
    QByteArray m_fileNameUtf8;
};

} // namespace Playground
