// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>
#include <QTimer>

#include <optional>

class QFileSystemWatcher;

namespace Playground {

/// Tells when a file may have been written, replaced, removed or put back by whomever: a moment after it happened, and
/// a few times a second at most.
class FileWatch : public QObject {
    Q_OBJECT
public:
    explicit FileWatch(QObject *parent = nullptr);

    /// In the place of the file that was watched before; none where it is empty.
    void watch(const QString &path);

Q_SIGNALS:
    void stirred();

private:
    void begin();
    void look();
    void follow();

    QString m_path;
    QFileSystemWatcher *m_watcher = nullptr; ///< made when there is something to watch
    QTimer m_pause;
    std::optional<QString> m_state; ///< of the file when it was last looked at
};

} // namespace Playground
