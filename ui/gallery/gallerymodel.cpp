// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/gallery/gallerymodel.h"
#include "translations/translations.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <algorithm>

namespace Playground {
namespace {

using namespace Qt::StringLiterals;

/// The heading of a Markdown text.
QString headingOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readLine(500)).trimmed() : QString();
}

/// The line by which one remembers a program: its first comment or definition, not what it imports.
QString telling(const QString &program)
{
    const QStringList lines = program.split(u'\n');
    for (const QString &line : lines) {
        const QString simple = line.simplified();
        if (!simple.isEmpty() && !simple.startsWith(u"import "_s) && !simple.startsWith(u"from "_s))
            return simple;
    }
    return lines.first().simplified();
}

QString folderOf(const QString &path)
{
    return QDir(QFileInfo(path).absolutePath()).dirName();
}

GalleryEntry caption(const QString &key, const QString &title)
{
    return {GalleryEntry::Kind::Caption, key, title, {}, {}};
}

bool isSameList(const QList<GalleryEntry> &a, const QList<GalleryEntry> &b)
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const GalleryEntry &one, const GalleryEntry &other) {
        return one.kind == other.kind && one.key == other.key;
    });
}

} // namespace

GalleryModel::GalleryModel(Workspace *workspace, QObject *parent)
    : QAbstractListModel(parent)
    , m_workspace(workspace)
{
    connect(workspace, &Workspace::documentOpened, this, &GalleryModel::refresh);
    connect(workspace, &Workspace::changedStateChanged, this, &GalleryModel::refresh);
    connect(workspace, &Workspace::recentFilesChanged, this, &GalleryModel::refresh);
    connect(workspace, &Workspace::untitledDraftsChanged, this, &GalleryModel::refresh);
    refresh();
}

int GalleryModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_entries.size());
}

QVariant GalleryModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const GalleryEntry &shown = entry(index);
    switch (role) {
    case Qt::DisplayRole:
        return shown.title;
    case Qt::ToolTipRole:
        return shown.toolTip;
    case Qt::AccessibleTextRole: {
        QStringList parts{shown.title, shown.hint};
        if (shown.isEdited)
            parts << tr("edited");
        if (shown.isOpen)
            //: said of an example to those who cannot see that it is the one in the editor
            parts << tr("open");
        parts.removeAll(QString());
        return parts.join(u", "_s);
    }
    case EditedRole:
        return shown.isEdited;
    case OpenRole:
        return shown.isOpen;
    case HintRole:
        return shown.hint;
    case CaptionRole:
        return shown.kind == GalleryEntry::Kind::Caption;
    }
    return {};
}

Qt::ItemFlags GalleryModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    if (entry(index).kind == GalleryEntry::Kind::Caption)
        return Qt::ItemNeverHasChildren;
    return Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
}

QModelIndex GalleryModel::openIndex() const
{
    const auto found =
        std::find_if(m_entries.begin(), m_entries.end(), [](const GalleryEntry &each) { return each.isOpen; });
    return found == m_entries.end() ? QModelIndex() : index(int(found - m_entries.begin()));
}

QModelIndex GalleryModel::indexOf(GalleryEntry::Kind kind, const QString &key) const
{
    const auto found = std::find_if(m_entries.begin(), m_entries.end(),
                                    [&](const GalleryEntry &each) { return each.kind == kind && each.key == key; });
    return found == m_entries.end() ? QModelIndex() : index(int(found - m_entries.begin()));
}

QModelIndex GalleryModel::firstToOpen() const
{
    const auto found = std::find_if(m_entries.begin(), m_entries.end(),
                                    [](const GalleryEntry &each) { return each.kind != GalleryEntry::Kind::Caption; });
    return found == m_entries.end() ? QModelIndex() : index(int(found - m_entries.begin()));
}

QModelIndex GalleryModel::bestToOpen() const
{
    const QString sought = m_words.join(u' ');
    int beginning = -1;
    for (int row = 0; row < int(m_entries.size()); ++row) {
        const GalleryEntry &each = m_entries.at(row);
        if (each.kind == GalleryEntry::Kind::Caption)
            continue;
        if (each.title.compare(sought, Qt::CaseInsensitive) == 0)
            return index(row);
        if (beginning < 0 && each.title.startsWith(sought, Qt::CaseInsensitive))
            beginning = row;
    }
    return beginning < 0 ? firstToOpen() : index(beginning);
}

void GalleryModel::setFilter(const QString &words)
{
    m_words = words.simplified().split(u' ', Qt::SkipEmptyParts);
    refresh();
}

void GalleryModel::refresh()
{
    QList<GalleryEntry> entries = wanted();
    if (entries == m_entries)
        return;
    if (!isSameList(entries, m_entries)) {
        beginResetModel();
        m_entries = std::move(entries);
        endResetModel();
        return;
    }
    for (qsizetype row = 0; row < entries.size(); ++row) {
        if (entries.at(row) == m_entries.at(row))
            continue;
        m_entries[row] = entries.at(row);
        Q_EMIT dataChanged(index(int(row)), index(int(row)));
    }
}

QList<GalleryEntry> GalleryModel::wanted()
{
    return wantedExamples() + wantedPrograms();
}

QList<GalleryEntry> GalleryModel::wantedExamples()
{
    const QString language = installedLanguage();
    const QString open = m_workspace->document().example;
    QList<GalleryEntry> entries;
    QString lesson;
    for (const Example &example : m_workspace->examples().examples) {
        if (isFiltered() && !matches(searchedText(example)))
            continue;
        if (example.lesson.id != lesson)
            entries << caption(example.lesson.id, example.lesson.title.in(language));
        lesson = example.lesson.id;
        const QString title = example.title.in(language);
        const QString hint = example.hint.in(language);
        const bool isEdited = m_workspace->hasDraft(example.id);
        const QString toolTip = tr("%1: %2", "an example's title and what it shows").arg(title, hint);
        entries << GalleryEntry{GalleryEntry::Kind::Example,
                                example.id,
                                title,
                                hint,
                                isEdited ? toolTip + u'\n' + tr("edited") : toolTip,
                                isEdited,
                                example.id == open};
    }
    return entries;
}

QList<GalleryEntry> GalleryModel::wantedPrograms() const
{
    const Document &document = m_workspace->document();
    QList<GalleryEntry> entries;
    const QList<UntitledDraft> drafts = m_workspace->untitledDrafts();
    for (const UntitledDraft &draft : drafts) {
        const bool isOpen = document.kind == Document::Kind::Untitled && document.path == draft.name;
        const QString text = isOpen ? document.text : draft.excerpt;
        if (matches(draft.name + u'\n' + text))
            entries << GalleryEntry{GalleryEntry::Kind::Untitled,
                                    draft.name,
                                    draft.name,
                                    telling(text),
                                    tr("%1 is kept here. It is in no file of yours yet.").arg(draft.name),
                                    false,
                                    isOpen};
    }
    const QStringList files = m_workspace->recentFiles();
    for (const QString &path : files) {
        if (!matches(path))
            continue;
        const bool isEdited = m_workspace->hasDraftOfFile(path);
        const QString shown = QDir::toNativeSeparators(path);
        entries << GalleryEntry{GalleryEntry::Kind::File,
                                path,
                                QFileInfo(path).fileName(),
                                folderOf(path),
                                isEdited ? shown + u'\n' + tr("edited") : shown,
                                isEdited,
                                document.kind == Document::Kind::File && document.path == path};
    }
    if (!entries.isEmpty())
        entries.prepend(caption(u"programs"_s, tr("My programs")));
    return entries;
}

bool GalleryModel::matches(const QString &text) const
{
    return std::all_of(m_words.begin(), m_words.end(),
                       [&](const QString &word) { return text.contains(word, Qt::CaseInsensitive); });
}

QString GalleryModel::searchedText(const Example &example)
{
    const auto known = m_searchedTexts.find(example.id);
    if (known != m_searchedTexts.end())
        return *known;
    QStringList texts{example.id};
    for (const QStringView language : {u"zh_CN", u"en"})
        texts << example.title.in(language) << example.hint.in(language) << example.lesson.title.in(language)
              << headingOf(example.explanation(language));
    return *m_searchedTexts.insert(example.id, texts.join(u'\n'));
}

} // namespace Playground
