// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/example.h"

#include <QObject>

#include <optional>

namespace Playground {

/// A program that can be in the editor.
struct Document {
    enum class Kind { Example, File, Untitled };

    Kind kind = Kind::Untitled;
    QString example; ///< id, with Kind::Example
    QString language = QStringLiteral("python"); ///< or "cpp"
    QString path; ///< absolute: of the file, or of the example's program. Untitled: a file name only
    QString original; ///< the example's own text, or the file's when it was last read or saved; empty when untitled
    QString text; ///< as it stands in the editor

    bool isChanged() const { return text != original; }
    /// The id of an example, the name of a file.
    QString title() const;
};

/// The document that is open, and the safe keeping of all that was typed: every document that differs from its original
/// has a draft on disk, which is at most a second older than the text, and comes back when the document is opened
/// again. What fails is told by problemOccurred(), and leaves text and draft as they were.
class Workspace : public QObject {
    Q_OBJECT
public:
    /// `draftsFolder` and the file of the settings are made when they are first needed.
    Workspace(ExampleList examples, const QString &draftsFolder, QObject *parent = nullptr);
    /// What is not on disk yet is written now.
    ~Workspace() override;
    Q_DISABLE_COPY_MOVE(Workspace)

    const ExampleList &examples() const;
    /// nullptr where there is none.
    const Example *example(const QString &id) const;

    const Document &document() const;
    /// The example of the open document; nullptr where it is none.
    const Example *currentExample() const;

    /// With their drafts, where there are any. False, and nothing changed, where that fails.
    bool openExample(const QString &id, const QString &language = QStringLiteral("python"));
    bool openFile(const QString &path);
    /// A new document, which is a draft from its first letter on.
    void openUntitled(const QString &text = {});
    /// The document that was open when the application ended, in whatever way. False where there is none to be had.
    bool openLast();

    /// What was typed. Emits textChanged() only when the text is another one.
    void setText(const QString &text);
    /// Back to the original. The text that was there is kept until the next call, for undoRevert().
    void revert();
    void undoRevert();

    /// Into the document's own file; only for Kind::File that may be written.
    bool save();
    /// The document is that file's from now on; the draft of the former one is gone, if it is no example's.
    bool saveAs(const QString &path);
    /// Reads the file again that another program has changed; the text that was there is kept for undoRevert().
    bool reload();

    /// Absolute paths, the latest first; those that are gone are left out.
    QStringList recentFiles() const;
    /// Whether an example has a draft of its own.
    bool hasDraft(const QString &exampleId) const;

Q_SIGNALS:
    /// Another document is open, or the same with a text that was not typed: set in place by revert(), reload() …
    void documentOpened();
    /// Typed, by setText().
    void textChanged();
    /// Document::isChanged(), or a draft that hasDraft() tells of.
    void changedStateChanged();
    void recentFilesChanged();
    /// Another program has written or removed the open file. The text in the editor is as it was.
    void fileChangedOutside(bool isGone);
    /// One or two sentences for people, in the language of the application.
    void problemOccurred(const QString &text);
};

} // namespace Playground
