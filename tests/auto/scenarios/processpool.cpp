// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "processpool.h"

#include <QCoreApplication>
#include <QDir>
#include <QEventLoop>
#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QTimer>

using namespace Qt::StringLiterals;

ProcessPool::ProcessPool(int atOnce, std::chrono::seconds limit)
    : m_atOnce(atOnce)
    , m_limit(limit)
{
}

ProcessPool::~ProcessPool()
{
    for (Job &job : m_jobs) {
        if (!job.process)
            continue;
        job.process->disconnect(this);
        job.process->kill();
        job.process->waitForFinished();
    }
}

int ProcessPool::add(const QString &program, const QStringList &arguments, const QString &input)
{
    Job &job = m_jobs.emplace_back();
    job.program = program;
    job.arguments = arguments;
    job.input = input;
    startMore();
    return int(m_jobs.size()) - 1;
}

Ran ProcessPool::result(int handle)
{
    const Job &job = m_jobs.at(std::size_t(handle));
    while (!job.ended)
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    return job.ran;
}

Ran ProcessPool::again(int handle)
{
    for (std::size_t i = 0; i < m_jobs.size(); ++i)
        result(int(i));
    const Job &job = m_jobs.at(std::size_t(handle));
    return result(add(job.program, job.arguments, job.input));
}

void ProcessPool::startMore()
{
    while (m_running < m_atOnce && m_next < m_jobs.size()) {
        Job &job = m_jobs[m_next++];
        ++m_running;
        job.process = std::make_unique<QProcess>();
        QProcess *process = job.process.get();
        process->setStandardInputFile(job.input.isEmpty() ? QProcess::nullDevice() : job.input);
        connect(process, &QProcess::finished, this, [this, &job] { end(job); });
        connect(process, &QProcess::errorOccurred, this, [this, &job](QProcess::ProcessError error) {
            if (error == QProcess::FailedToStart) {
                job.ran.err = job.process->errorString().toUtf8();
                end(job);
            }
        });
        QTimer::singleShot(m_limit, process, [&job] {
            job.ran.hung = true;
            job.process->kill();
        });
        process->start(job.program, job.arguments);
    }
}

void ProcessPool::end(Job &job)
{
    if (job.ended)
        return;
    job.ended = true;
    job.ran.out = job.process->readAllStandardOutput();
    job.ran.err += job.process->readAllStandardError();
    if (job.process->error() != QProcess::FailedToStart) {
        const bool signalled = job.process->exitStatus() == QProcess::CrashExit;
        job.ran.exitCode = job.process->exitCode() + (signalled ? 128 : 0);
    }
    job.process.release()->deleteLater();
    --m_running;
    startMore();
}

QByteArray contentsOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QString builtProgram(const QString &name)
{
    return qEnvironmentVariable("PLAYGROUND_BIN") + u'/' + name;
}

QString sourcePath(const QString &relative)
{
    return QDir::cleanPath(qEnvironmentVariable("PLAYGROUND_SOURCE") + u'/' + relative);
}

QString systemPython()
{
    return u"/usr/bin/python3"_s;
}

QByteArray withoutAddresses(const QByteArray &text)
{
    static const QRegularExpression address(u"0x[0-9a-f]+"_s);
    // Latin-1 keeps every byte as it is.
    return QString::fromLatin1(text).replace(address, u"0x"_s).toLatin1();
}

QByteArray lastLine(const QByteArray &text)
{
    const QByteArray trimmed = text.trimmed();
    return trimmed.sliced(trimmed.lastIndexOf('\n') + 1);
}
