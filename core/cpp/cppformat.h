// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cpp/toolprocess.h"

#include <QCoroTask>

#include <QObject>
#include <QTimer>

#include <optional>

namespace Playground {

/// Has programs laid out by clang-format, in a process of its own: by the .clang-format file of the program's folder or
/// of those above it, or else as the examples are. Lines stay as long as they are.
class CppFormat : public QObject {
    Q_OBJECT
public:
    /// Looks for the tool in those folders, or in those of PATH.
    explicit CppFormat(const QStringList &folders = {}, QObject *parent = nullptr);
    /// What is being laid out is given up.
    ~CppFormat() override;
    Q_DISABLE_COPY_MOVE(CppFormat)

    /// One of formatted() and failed() follows later, never from within. `path` is the program's file, which need not
    /// be there. Does nothing while another text is being laid out.
    void start(const QString &text, const QString &path);

Q_SIGNALS:
    void formatted(const QString &text);
    /// A sentence or two for people.
    void failed(const QString &problem);

private:
    QCoro::Task<> format(QString text, QString path);
    QString missingText() const;

    QStringList m_folders;
    QTimer m_timeLimit;
    std::optional<ToolProcess> m_process;
    std::optional<QCoro::Task<>> m_flow;
    bool m_isRunning = false;
    bool m_isAbandoned = false;
};

} // namespace Playground
