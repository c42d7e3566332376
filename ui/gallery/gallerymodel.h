// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/workspace.h"

#include <QAbstractListModel>
#include <QHash>
#include <QList>
#include <QString>

namespace Playground {

/// A line of the gallery.
struct GalleryEntry {
    enum class Kind { Caption, Example, Untitled, File };

    Kind kind = Kind::Caption;
    QString key; ///< what opens it: an example's id, a draft's name, a file's path; the lesson's id of a caption
    QString title;
    QString hint;
    QString toolTip;
    bool isEdited = false; ///< has a draft that differs from its original
    bool isOpen = false;

    bool operator==(const GalleryEntry &) const = default;
};

/// Everything that can be opened: the examples under the captions of their lessons, then a person's own programs. In
/// the language of the application.
class GalleryModel : public QAbstractListModel {
    Q_OBJECT
public:
    enum Role {
        EditedRole = Qt::UserRole, ///< bool
        OpenRole, ///< bool
        HintRole,
        CaptionRole ///< bool
    };

    explicit GalleryModel(Workspace *workspace, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

    const GalleryEntry &entry(const QModelIndex &index) const { return m_entries.at(index.row()); }
    QModelIndex openIndex() const;
    /// The entry with that kind and key; invalid where it is not shown.
    QModelIndex indexOf(GalleryEntry::Kind kind, const QString &key) const;
    /// Invalid where nothing can be opened.
    QModelIndex firstToOpen() const;
    /// What is called just as the filter says; where there is none, what begins so, or else the first that can be
    /// opened. Invalid where nothing can be.
    QModelIndex bestToOpen() const;

    /// Only what has all of these words, in either language, in its title, its hint, its id, its lesson or the heading
    /// of its explanation; small and large letters are the same.
    void setFilter(const QString &words);
    bool isFiltered() const { return !m_words.isEmpty(); }

    /// Reads the workspace again, in the language of the moment.
    void refresh();

private:
    QList<GalleryEntry> wanted();
    QList<GalleryEntry> wantedExamples();
    QList<GalleryEntry> wantedPrograms() const;
    bool matches(const QString &text) const;
    QString searchedText(const Example &example);

    Workspace *m_workspace;
    QStringList m_words;
    QList<GalleryEntry> m_entries;
    QHash<QString, QString> m_searchedTexts; ///< of examples, by id; read when they are first searched
};

} // namespace Playground
