// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QObject>
#include <QString>
#include <QStringList>

#include <chrono>
#include <deque>
#include <memory>
#include <vector>

QT_BEGIN_NAMESPACE
class QProcess;
QT_END_NAMESPACE

/// How a process ended, and what it said.
struct Ran {
    QByteArray out;
    QByteArray err;
    int exitCode = -1; ///< as a shell gives it: 128 + signal where a signal ended it
    bool hung = false; ///< it had to be killed
};

/// Runs commands a few at a time in the background, in the order in which they were added, so that a test's rows find
/// their results ready instead of waiting for one program after the other.
class ProcessPool : public QObject {
    Q_OBJECT

public:
    explicit ProcessPool(int atOnce, std::chrono::seconds limit = std::chrono::seconds(20));
    ~ProcessPool() override;

    /// A handle for result(). `input` is a file to read standard input from, or empty for none.
    int add(const QString &program, const QStringList &arguments, const QString &input = {});
    /// Runs the event loop until the command has ended.
    Ran result(int handle);
    /// Runs a command once more, by itself: what hangs on the clock may come out differently beside others.
    Ran again(int handle);

private:
    struct Job {
        QString program;
        QStringList arguments;
        QString input;
        std::unique_ptr<QProcess> process;
        Ran ran;
        bool ended = false;
    };

    void startMore();
    void end(Job &job);

    int m_atOnce;
    std::chrono::seconds m_limit;
    int m_running = 0;
    std::size_t m_next = 0;
    std::deque<Job> m_jobs;
};

/// A file's bytes; empty where it cannot be read.
QByteArray contentsOf(const QString &path);
/// Folder and source of this build, from the environment that CMake gives to its tests.
QString builtProgram(const QString &name);
QString sourcePath(const QString &relative);
/// The interpreter that is the measure.
QString systemPython();
/// Addresses differ from run to run.
QByteArray withoutAddresses(const QByteArray &text);
QByteArray lastLine(const QByteArray &text);
