// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/document.h"
#include "core/catalog/filewriter.h"

#include <QJsonObject>
#include <QStringList>

namespace Playground {

/// What is remembered from one start of the application to the next, in a file of its own: the document that was open,
/// and the files that were. Several instances of the application add to the same list of files.
class Memory {
public:
    Memory(QString path, FileWriter *writer);

    /// What it takes to find it again: no texts. Untitled, and without a path, where nothing is remembered.
    Document lastDocument() const;
    void setLastDocument(const Document &document);

    /// The latest first, whether they are still there or not.
    QStringList recentFiles() const;
    void addRecentFile(const QString &path);

private:
    QJsonObject read() const;
    void write(const QJsonObject &memory);

    QString m_path;
    FileWriter *m_writer;
};

} // namespace Playground
