// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/document.h"
#include "core/catalog/filelock.h"
#include "core/catalog/filewriter.h"

#include <QDateTime>
#include <QHash>
#include <QObject>

#include <memory>
#include <optional>
#include <unordered_map>

namespace Playground {

/// What a draft is known by without reading it whole.
struct DraftInfo {
    Document::Kind kind = Document::Kind::Untitled;
    QString example;
    QString language;
    QString path;
    QString excerpt; ///< the beginning of its text
    QDateTime modified;
};

struct Draft {
    Document document; ///< its original is not known here, and empty
    QByteArray originalHash; ///< of the original that the text was written from; see DraftStore::hashOf()
};

/// The texts that differ from their originals, each in a file of its own in one folder, where a person could read them
/// as well. What is kept is on disk a moment later, written in the background.
///
/// Several instances of the application may share the folder. The first of them to change a document has its draft
/// until it ends; what another one writes meanwhile is kept as an untitled program, and diverted() tells its name. A
/// draft that this instance has not seen is never written over either: it becomes an untitled program, told by
/// setAside().
class DraftStore : public QObject {
    Q_OBJECT
public:
    DraftStore(QString folder, FileWriter *writer, QObject *parent = nullptr);
    ~DraftStore() override;
    Q_DISABLE_COPY_MOVE(DraftStore)

    static QByteArray hashOf(const QString &text);

    /// The latest text that was kept of the same document.
    std::optional<Draft> find(const Document &document);
    void keep(const Document &document);
    void discard(const Document &document);

    bool has(const Document &document) const;
    /// In no order.
    QList<DraftInfo> drafts() const { return m_index.values(); }

    /// "untitled-2.py", from `stem`: a name that no draft has and no other instance will take.
    QString reserveName(const QString &stem, const QString &language = QStringLiteral("python"));
    /// Gives back a name under which nothing was kept.
    void releaseName(const QString &name);

Q_SIGNALS:
    /// Drafts have come or gone, or their beginnings have changed.
    void changed();
    void diverted(const QString &title, const QString &untitledName);
    void setAside(const QString &title, const QString &untitledName);

private:
    /// Of the document itself, or of the one in whose place its text is kept.
    QString slotInUse(const Document &document) const;
    QString filePath(const QString &slot) const;
    void readIndex();
    std::optional<Draft> read(const QString &slot) const;
    /// Whether the document's own slot is this instance's, from now on if not before.
    bool claim(const Document &document);
    void divert(const Document &document);
    FileLock::Result lock(const QString &slot);
    void setUnseenAside(const QString &slot, const Document &document);
    void write(const QString &slot, const Document &document, const QByteArray &originalHash);

    QString m_folder;
    FileWriter *m_writer;
    QHash<QString, DraftInfo> m_index; ///< by slot
    QHash<QString, QByteArray> m_seen; ///< hash of the text that we read from a slot, or wrote there
    QHash<QString, QString> m_diversions; ///< name of the untitled program, by the slot that is somebody else's
    std::unordered_map<QString, std::unique_ptr<FileLock>> m_locks;
};

} // namespace Playground
