// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/document.h"
#include "core/catalog/example.h"

#include <QByteArray>
#include <QDateTime>
#include <QObject>

#include <memory>
#include <optional>

class QTimer;

namespace Playground {

class DraftStore;
class FileWatch;
class FileWriter;
class Memory;
struct DraftInfo;

/// A program without a file of its own, which is kept as a draft.
struct UntitledDraft {
    QString name; ///< "untitled-1.py"; tells it apart
    QString excerpt; ///< the beginning of its text
    QDateTime modified;
};

/// The document that is open, and the safe keeping of all that was typed: every document that differs from its original
/// has a draft on disk, which is at most a second older than the text, and comes back when the document is opened
/// again. What fails is told by problemOccurred(), and leaves text and draft as they were.
///
/// Several instances of the application may be open at the same time and share their drafts. The first one to change a
/// document has its draft until it ends; what another one writes meanwhile in the same document is kept as an untitled
/// draft, told by remarkMade(). No draft is ever written over unseen.
class Workspace : public QObject {
    Q_OBJECT
public:
    /// Drafts, the list of recent files and the last document are kept in `folder`, which is made when it is first
    /// needed.
    Workspace(ExampleList examples, const QString &folder, QObject *parent = nullptr);
    /// What is not on disk yet is written now.
    ~Workspace() override;
    Q_DISABLE_COPY_MOVE(Workspace)

    const ExampleList &examples() const;
    /// nullptr where there is none.
    const Example *example(const QString &id) const;

    const Document &document() const;
    /// The example of the open document; nullptr where it is none.
    const Example *currentExample() const;
    /// The open example in its other language, as it would open. Nothing where the document is no example, is there in
    /// one language only, or the other program cannot be read.
    std::optional<Document> twin() const;

    /// With their drafts, where there are any. False, and nothing changed, where that fails. The document that is open
    /// already stays as it is.
    bool openExample(const QString &id, const QString &language = QStringLiteral("python"));
    /// Characters that no program can have are left as they are; see mendPython(). A file that cannot be read opens all
    /// the same when there is a draft of it.
    bool openFile(const QString &path);
    /// A new document, which is a draft from its first letter on, and is called after `stem`, which must do for the
    /// name of a file.
    void openUntitled(const QString &text = {}, const QString &language = QStringLiteral("python"),
                      const QString &stem = QStringLiteral("untitled"));
    /// The same for a text that is had from elsewhere: where it is kept by such a name already, that is opened.
    void openCopy(const QString &text, const QString &language, const QString &stem);
    /// One of untitledDrafts().
    bool openDraft(const QString &name);
    /// The document that was open when the application ended, in whatever way. False where there is none to be had.
    bool openLast();

    /// What was typed. Emits textChanged() only when the text is another one.
    void setText(const QString &text);
    /// Back to the original. The text that was there is kept until the next call, for undoRevert().
    void revert();
    /// Does nothing where canUndoRevert() is false.
    void undoRevert();
    /// The text that revert() or reload() replaced is still there, and its document is open.
    bool canUndoRevert() const;

    /// Into the document's own file; only for Kind::File that may be written. What another program wrote there is not
    /// overwritten before a person knows of it: then fileChangedOutside() is emitted, and the next call overwrites.
    bool save();
    /// The document is that file's from now on; the draft of the former one is gone, if it is no example's. The text
    /// stays as it is. An existing file is overwritten.
    bool saveAs(const QString &path);
    /// Reads the file again that another program has changed; the text that was there is kept for undoRevert().
    bool reload();

    /// Absolute paths, the latest first; those that are gone are left out, unless there is a draft of them.
    QStringList recentFiles() const;
    /// A file that is no document, a saved run, is among them from now on.
    void addRecentFile(const QString &path);
    /// The latest first, without the document that is open as long as it is empty. Also what is left of examples that
    /// are there no more.
    QList<UntitledDraft> untitledDrafts() const;
    /// An untitled draft is gone; an empty one is open in its place if it was open. Returns its text, for
    /// openUntitled() to bring it back.
    QString discardDraft(const QString &name);
    /// Whether an example has a draft of its own.
    bool hasDraft(const QString &exampleId) const;
    bool hasDraftOfFile(const QString &path) const;

Q_SIGNALS:
    /// Another document is open, or the same with a text that was not typed: set in place by revert(), reload() …
    void documentOpened();
    /// Typed, by setText().
    void textChanged();
    /// Document::isChanged(), or a draft that hasDraft() tells of.
    void changedStateChanged();
    void recentFilesChanged();
    void untitledDraftsChanged();
    /// Another program has written or removed the open file, or had while the document was not open. The text in the
    /// editor is as it was.
    void fileChangedOutside(bool isGone);
    /// One or two sentences for people, in the language of the application.
    void problemOccurred(const QString &text);
    /// The same of something that is good to know, and no failure.
    void remarkMade(const QString &text);

private:
    /// Shows a document, with the text of its draft where there is one.
    void open(Document document, const QByteArray &fileHash = {});
    void tellStale();
    void leaveDocument();
    bool openIncomplete(Document document, const QString &problem);
    bool openOrphan(const QString &name);
    bool isOpen(const Document &identity) const;
    void replaceText(const QString &text);
    void keepDraft();
    void lookAtFile();
    bool write(const QString &path);
    void rememberDocument();
    bool isOrphan(const DraftInfo &draft) const;
    void tellFailure(const QString &reason);

    ExampleList m_examples;
    QString m_folder;
    std::unique_ptr<FileWriter> m_writer;
    std::unique_ptr<DraftStore> m_drafts;
    std::unique_ptr<Memory> m_memory;
    std::unique_ptr<FileWatch> m_watch;
    std::unique_ptr<QTimer> m_draftTimer;
    Document m_document;
    QByteArray m_fileHash; ///< of the bytes of the open file when it was last read or saved
    QByteArray m_toldHash; ///< of what others made of it and a person was told of
    std::optional<Document> m_former; ///< before revert() or reload()
    bool m_isFailing = false; ///< drafts cannot be written
};

} // namespace Playground
