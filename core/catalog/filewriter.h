// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QObject>
#include <QString>

#include <condition_variable>
#include <mutex>
#include <optional>
#include <thread>

namespace Playground {

/// Writes small files in a thread of its own, so that a slow disk delays nobody. A file is replaced as a whole or not
/// at all, its folder is made where it is missing, and of texts that follow each other quickly the last one is written.
/// What fails is tried again every few seconds, and once more at the end.
class FileWriter : public QObject {
    Q_OBJECT
public:
    /// Nothing as bytes: the file is to be gone.
    using Contents = std::optional<QByteArray>;

    explicit FileWriter(QObject *parent = nullptr);
    /// As flush().
    ~FileWriter() override;
    Q_DISABLE_COPY_MOVE(FileWriter)

    void write(const QString &path, const Contents &contents);
    /// What the file will have, as long as that is not on disk.
    std::optional<Contents> pending(const QString &path) const;
    /// Waits until everything is on disk or has failed.
    void flush();

Q_SIGNALS:
    void written(const QString &path);
    /// The reason is for people.
    void failed(const QString &path, const QString &reason);

private:
    struct Job {
        Contents contents;
        quint64 revision = 0;
    };

    void work();
    void perform(std::unique_lock<std::mutex> &lock);

    mutable std::mutex m_mutex;
    std::condition_variable m_wake;
    std::condition_variable m_idle;
    QHash<QString, Job> m_jobs; ///< all that is not on disk
    QList<QString> m_queue; ///< those of them to be done, in order
    quint64 m_revision = 0;
    bool m_isBusy = false;
    bool m_isEnding = false;
    std::thread m_thread;
};

} // namespace Playground
