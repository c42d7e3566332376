// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/workspace.h"
#include "core/catalog/draftstore.h"
#include "core/catalog/filewatch.h"
#include "core/catalog/filewriter.h"
#include "core/catalog/memory.h"
#include "core/catalog/savefile.h"
#include "core/session/runmessages.h"
#include "core/session/scenariofile.h"
#include "core/session/scenariolauncher.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTimer>

#include <algorithm>
#include <chrono>
#include <tuple>
#include <variant>

namespace Playground {
namespace {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// From the first letter that is not on disk until it is written; not put off by further ones.
constexpr auto DraftDelay = 400ms;

/// Of what another program made of a file no more is read than the largest program has.
constexpr qint64 MostCompared = 17 * 1024 * 1024;

QByteArray hashOf(const QByteArray &bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256);
}

/// Nothing where it cannot be read.
std::optional<QByteArray> hashOfFile(const QString &path)
{
    QFile file(path);
    if (!QFileInfo(path).isFile() || !file.open(QIODevice::ReadOnly))
        return std::nullopt;
    return hashOf(file.read(MostCompared));
}

Document exampleDocument(const Example &example, const QString &language)
{
    Document document;
    document.kind = Document::Kind::Example;
    document.example = example.id;
    document.language = language;
    document.path = example.scenario(language);
    return document;
}

Document fileDocument(const QString &path)
{
    Document document;
    document.kind = Document::Kind::File;
    document.path = QDir::cleanPath(QFileInfo(path).absoluteFilePath());
    document.language = languageOf(document.path);
    return document;
}

Document untitledDocument(const QString &name)
{
    Document document;
    document.language = languageOf(name);
    document.path = name;
    return document;
}

bool isSame(const Document &a, const Document &b)
{
    return a.kind == b.kind && a.example == b.example && a.language == b.language && a.path == b.path;
}

void takeText(Document &document, const QString &characters)
{
    FormattedText formatted = formattedText(characters);
    document.original = formatted.text;
    document.text = formatted.text;
    document.format = formatted.format;
}

QString orphanName(const DraftInfo &draft)
{
    return draft.example + (draft.language == u"cpp"_s ? u".cpp"_s : u".py"_s);
}

/// The bytes from which the text would not come back as it is cannot be edited without loss.
bool isKeptBySaving(const ScenarioFile &file, const QString &language)
{
    return file.isDecoded && encoded(file.text, encodingOf(file.bytes, language)) == file.bytes;
}

QString strangeEncoding(const QString &path)
{
    return Workspace::tr("%1 is not in the encoding that it names, or nothing is known of that here. Save it as UTF-8 "
                         "with another editor.")
        .arg(path);
}

} // namespace

Workspace::Workspace(ExampleList examples, const QString &folder, QObject *parent)
    : QObject(parent)
    , m_examples(std::move(examples))
    , m_folder(folder)
    , m_writer(std::make_unique<FileWriter>())
    , m_drafts(std::make_unique<DraftStore>(folder, m_writer.get()))
    , m_memory(std::make_unique<Memory>(folder + u"/workspace.json"_s, m_writer.get()))
    , m_watch(std::make_unique<FileWatch>())
    , m_draftTimer(std::make_unique<QTimer>())
{
    m_draftTimer->setSingleShot(true);
    m_draftTimer->setInterval(DraftDelay);
    connect(m_draftTimer.get(), &QTimer::timeout, this, &Workspace::keepDraft);
    connect(m_watch.get(), &FileWatch::stirred, this, &Workspace::lookAtFile);
    connect(m_writer.get(), &FileWriter::failed, this,
            [this](const QString &, const QString &reason) { tellFailure(reason); });
    connect(m_writer.get(), &FileWriter::written, this, [this] { m_isFailing = false; });
    connect(m_drafts.get(), &DraftStore::changed, this, [this] {
        Q_EMIT changedStateChanged();
        Q_EMIT untitledDraftsChanged();
    });
    connect(m_drafts.get(), &DraftStore::diverted, this, [this](const QString &title, const QString &name) {
        //: %1 is the name of a program, %2 that of another
        Q_EMIT remarkMade(tr("%1 is being changed in another window of Async Playground as well. What you write here "
                             "is kept among your programs as %2.")
                              .arg(title, name));
    });
    connect(m_drafts.get(), &DraftStore::setAside, this, [this](const QString &title, const QString &name) {
        Q_EMIT remarkMade(tr("%1 has been changed in another window of Async Playground. What was written there is "
                             "kept among your programs as %2.")
                              .arg(title, name));
    });
}

Workspace::~Workspace()
{
    leaveDocument();
}

const ExampleList &Workspace::examples() const
{
    return m_examples;
}

const Example *Workspace::example(const QString &id) const
{
    const auto found = std::find_if(m_examples.examples.begin(), m_examples.examples.end(),
                                    [&](const Example &each) { return each.id == id; });
    return found == m_examples.examples.end() ? nullptr : &*found;
}

const Document &Workspace::document() const
{
    return m_document;
}

const Example *Workspace::currentExample() const
{
    return m_document.kind == Document::Kind::Example ? example(m_document.example) : nullptr;
}

std::optional<Document> Workspace::twin() const
{
    const Example *found = currentExample();
    const QString language = m_document.language == u"cpp" ? u"python"_s : u"cpp"_s;
    if (!found || !found->languages.contains(language))
        return std::nullopt;
    Document document = exampleDocument(*found, language);
    QFile file(document.path);
    if (!file.open(QIODevice::ReadOnly))
        return std::nullopt;
    takeText(document, QString::fromUtf8(file.readAll()));
    if (const std::optional<Draft> draft = m_drafts->find(document))
        document.text = draft->document.text;
    return document;
}

bool Workspace::openExample(const QString &id, const QString &language)
{
    const Example *found = example(id);
    if (!found || !found->languages.contains(language)) {
        Q_EMIT problemOccurred(found ? tr("The example %1 has no program in this language.").arg(id)
                                     : tr("There is no example %1.").arg(id));
        return false;
    }
    Document document = exampleDocument(*found, language);
    if (isOpen(document))
        return true;
    QFile file(document.path);
    if (!file.open(QIODevice::ReadOnly))
        return openIncomplete(document,
                              tr("The program of the example %1 cannot be read: %2.").arg(id, file.errorString()));
    takeText(document, QString::fromUtf8(file.readAll()));
    open(std::move(document));
    return true;
}

bool Workspace::openFile(const QString &path)
{
    Document document = fileDocument(path);
    if (isOpen(document)) {
        lookAtFile();
        return true;
    }
    const auto read = readScenario(document.path);
    if (const auto *problem = std::get_if<ScenarioProblem>(&read))
        return openIncomplete(document, problem->text);
    const auto &file = std::get<ScenarioFile>(read);
    if (!isKeptBySaving(file, document.language))
        return openIncomplete(document, strangeEncoding(document.path));
    takeText(document, file.text);
    open(std::move(document), hashOf(file.bytes));
    return true;
}

void Workspace::openUntitled(const QString &text, const QString &language, const QString &stem)
{
    leaveDocument();
    m_document = untitledDocument(m_drafts->reserveName(stem, language));
    m_document.text = text;
    m_fileHash.clear();
    m_toldHash.clear();
    m_watch->watch({});
    keepDraft();
    rememberDocument();
    Q_EMIT documentOpened();
    Q_EMIT changedStateChanged();
    Q_EMIT untitledDraftsChanged();
}

void Workspace::openCopy(const QString &text, const QString &language, const QString &stem)
{
    const QList<DraftInfo> drafts = m_drafts->drafts();
    for (const DraftInfo &info : drafts) {
        if (info.kind != Document::Kind::Untitled || info.language != language || !info.path.startsWith(stem + u'-'))
            continue;
        const std::optional<Draft> draft = m_drafts->find(untitledDocument(info.path));
        if (draft && draft->document.text == text && openDraft(info.path))
            return;
    }
    openUntitled(text, language, stem);
}

bool Workspace::openDraft(const QString &name)
{
    const QList<DraftInfo> drafts = m_drafts->drafts();
    for (const DraftInfo &draft : drafts) {
        if (draft.kind != Document::Kind::Untitled || draft.path != name)
            continue;
        const Document document = untitledDocument(name);
        if (!isOpen(document))
            open(document);
        return true;
    }
    return openOrphan(name);
}

bool Workspace::openLast()
{
    const Document last = m_memory->lastDocument();
    switch (last.kind) {
    case Document::Kind::Example:
        return example(last.example) && openExample(last.example, last.language);
    case Document::Kind::File:
        return (QFile::exists(last.path) || m_drafts->has(last)) && openFile(last.path);
    case Document::Kind::Untitled:
        return m_drafts->has(last) && openDraft(last.path);
    }
    Q_UNREACHABLE();
}

void Workspace::setText(const QString &text)
{
    if (text == m_document.text)
        return;
    if (m_document.path.isEmpty())
        openUntitled();
    const bool wasChanged = m_document.isChanged();
    m_document.text = text;
    if (!m_draftTimer->isActive())
        m_draftTimer->start();
    Q_EMIT textChanged();
    if (m_document.isChanged() != wasChanged)
        Q_EMIT changedStateChanged();
}

void Workspace::revert()
{
    if (m_document.kind == Document::Kind::Untitled || m_document.text == m_document.original)
        return;
    m_former = m_document;
    replaceText(m_document.original);
}

void Workspace::undoRevert()
{
    if (!canUndoRevert())
        return;
    const QString text = m_former->text;
    m_former.reset();
    replaceText(text);
}

bool Workspace::canUndoRevert() const
{
    return m_former && isOpen(*m_former);
}

bool Workspace::save()
{
    if (m_document.kind != Document::Kind::File)
        return false;
    const std::optional<QByteArray> hash = hashOfFile(m_document.path);
    if (hash && *hash != m_fileHash && *hash != m_toldHash) {
        m_toldHash = *hash;
        Q_EMIT fileChangedOutside(false);
        return false;
    }
    if (!write(m_document.path))
        return false;
    Q_EMIT changedStateChanged();
    return true;
}

bool Workspace::saveAs(const QString &path)
{
    const Document target = fileDocument(path);
    if (!scenarioLanguage(target.path)) {
        Q_EMIT problemOccurred(tr("%1 has no ending that tells its language. Programs end in: %2")
                                   .arg(target.path, scenarioEndings().join(u", "_s)));
        return false;
    }
    keepDraft(); // that of an example stays
    const Document former = m_document;
    if (!write(target.path))
        return false;
    if (former.kind != Document::Kind::Example && !isSame(former, m_document)) {
        m_drafts->discard(former);
        if (former.kind == Document::Kind::Untitled)
            m_drafts->releaseName(former.path);
    }
    Q_EMIT documentOpened();
    Q_EMIT changedStateChanged();
    return true;
}

bool Workspace::reload()
{
    if (m_document.kind != Document::Kind::File)
        return false;
    const auto read = readScenario(m_document.path);
    if (const auto *problem = std::get_if<ScenarioProblem>(&read)) {
        Q_EMIT problemOccurred(problem->text);
        return false;
    }
    const auto &file = std::get<ScenarioFile>(read);
    if (!isKeptBySaving(file, m_document.language)) {
        Q_EMIT problemOccurred(strangeEncoding(m_document.path));
        return false;
    }
    m_former = m_document;
    takeText(m_document, file.text);
    m_document.isMissing = false;
    m_fileHash = hashOf(file.bytes);
    m_toldHash.clear();
    replaceText(m_document.original);
    return true;
}

QStringList Workspace::recentFiles() const
{
    QStringList files;
    const QStringList remembered = m_memory->recentFiles();
    for (const QString &path : remembered) {
        if (QFile::exists(path) || hasDraftOfFile(path))
            files << path;
    }
    const QList<DraftInfo> drafts = m_drafts->drafts();
    for (const DraftInfo &draft : drafts) {
        if (draft.kind == Document::Kind::File && !files.contains(draft.path))
            files << draft.path;
    }
    return files;
}

void Workspace::addRecentFile(const QString &path)
{
    m_memory->addRecentFile(QDir::cleanPath(QFileInfo(path).absoluteFilePath()));
    Q_EMIT recentFilesChanged();
}

QList<UntitledDraft> Workspace::untitledDrafts() const
{
    QList<UntitledDraft> untitled;
    const QList<DraftInfo> drafts = m_drafts->drafts();
    for (const DraftInfo &draft : drafts) {
        if (draft.kind == Document::Kind::Untitled)
            untitled << UntitledDraft{draft.path, draft.excerpt, draft.modified};
        else if (isOrphan(draft))
            untitled << UntitledDraft{orphanName(draft), draft.excerpt, draft.modified};
    }
    std::sort(untitled.begin(), untitled.end(), [](const UntitledDraft &a, const UntitledDraft &b) {
        return std::tie(b.modified, b.name) < std::tie(a.modified, a.name);
    });
    return untitled;
}

QString Workspace::discardDraft(const QString &name)
{
    const Document document = untitledDocument(name);
    if (isOpen(document)) {
        const QString text = m_document.text;
        replaceText({});
        return text;
    }
    const std::optional<Draft> draft = m_drafts->find(document);
    m_drafts->discard(document);
    m_drafts->releaseName(name);
    return draft ? draft->document.text : QString();
}

bool Workspace::hasDraft(const QString &exampleId) const
{
    const Example *found = example(exampleId);
    if (!found)
        return false;
    return std::any_of(found->languages.begin(), found->languages.end(), [&](const QString &language) {
        const Document document = exampleDocument(*found, language);
        return isOpen(document) ? m_document.isChanged() : m_drafts->has(document);
    });
}

bool Workspace::hasDraftOfFile(const QString &path) const
{
    const Document document = fileDocument(path);
    return isOpen(document) ? m_document.isChanged() : m_drafts->has(document);
}

void Workspace::open(Document document, const QByteArray &fileHash)
{
    leaveDocument();
    const std::optional<Draft> draft = m_drafts->find(document);
    const bool isStale = draft && !document.isMissing && draft->originalHash != DraftStore::hashOf(document.original);
    if (draft) {
        document.text = draft->document.text;
        if (document.isMissing || document.kind == Document::Kind::Untitled)
            document.format = draft->document.format;
    }
    m_document = std::move(document);
    m_fileHash = fileHash;
    m_toldHash.clear();
    m_watch->watch(m_document.kind == Document::Kind::File ? m_document.path : QString());
    if (draft && !m_document.isChanged())
        m_drafts->discard(m_document); // others have come to the same text
    rememberDocument();
    Q_EMIT documentOpened();
    Q_EMIT changedStateChanged();
    if (isStale && m_document.isChanged())
        tellStale();
}

/// The draft was written from another original than there is now.
void Workspace::tellStale()
{
    switch (m_document.kind) {
    case Document::Kind::Example:
        Q_EMIT remarkMade(tr("The example %1 has been renewed since you changed it. You see your own text; the new one "
                             "is there when you go back to the original.")
                              .arg(m_document.example));
        return;
    case Document::Kind::File:
        m_toldHash = m_fileHash;
        Q_EMIT fileChangedOutside(false);
        return;
    case Document::Kind::Untitled:
        return;
    }
    Q_UNREACHABLE();
}

void Workspace::leaveDocument()
{
    if (m_draftTimer->isActive())
        keepDraft();
    if (m_document.kind == Document::Kind::Untitled && m_document.text.isEmpty() && !m_document.path.isEmpty())
        m_drafts->releaseName(m_document.path);
}

/// The original cannot be had. Its draft can, if there is one.
bool Workspace::openIncomplete(Document document, const QString &problem)
{
    if (!m_drafts->has(document)) {
        Q_EMIT problemOccurred(problem);
        return false;
    }
    document.isMissing = true;
    const bool isGone = document.kind == Document::Kind::File && !QFile::exists(document.path);
    open(std::move(document));
    if (isGone)
        Q_EMIT fileChangedOutside(true);
    else
        Q_EMIT problemOccurred(problem);
    return true;
}

/// A draft of an example that is there no more becomes a program of its own.
bool Workspace::openOrphan(const QString &name)
{
    const QList<DraftInfo> drafts = m_drafts->drafts();
    for (const DraftInfo &info : drafts) {
        if (!isOrphan(info) || orphanName(info) != name)
            continue;
        Document orphan;
        orphan.kind = info.kind;
        orphan.example = info.example;
        orphan.language = info.language;
        const std::optional<Draft> draft = m_drafts->find(orphan);
        if (!draft)
            return false;
        Document document = untitledDocument(m_drafts->reserveName(info.example, info.language));
        document.text = draft->document.text;
        m_drafts->keep(document);
        m_drafts->discard(orphan);
        open(std::move(document));
        return true;
    }
    return false;
}

bool Workspace::isOrphan(const DraftInfo &draft) const
{
    if (draft.kind != Document::Kind::Example)
        return false;
    const Example *found = example(draft.example);
    return !found || !found->languages.contains(draft.language);
}

bool Workspace::isOpen(const Document &identity) const
{
    return !m_document.path.isEmpty() && isSame(m_document, identity);
}

void Workspace::replaceText(const QString &text)
{
    m_document.text = text;
    keepDraft();
    Q_EMIT documentOpened();
    Q_EMIT changedStateChanged();
}

void Workspace::keepDraft()
{
    m_draftTimer->stop();
    if (m_document.path.isEmpty())
        return;
    if (m_document.isChanged())
        m_drafts->keep(m_document);
    else
        m_drafts->discard(m_document);
}

void Workspace::lookAtFile()
{
    if (m_document.kind != Document::Kind::File)
        return;
    const bool wasMissing = m_document.isMissing;
    m_document.isMissing = !QFile::exists(m_document.path);
    if (m_document.isMissing != wasMissing) {
        keepDraft(); // a text whose file is gone is nowhere else
        Q_EMIT changedStateChanged();
    }
    if (m_document.isMissing) {
        m_toldHash.clear();
        if (!wasMissing)
            Q_EMIT fileChangedOutside(true);
        return;
    }
    const std::optional<QByteArray> hash = hashOfFile(m_document.path);
    if (!hash || *hash == m_toldHash)
        return;
    m_toldHash = *hash == m_fileHash ? QByteArray() : *hash;
    if (!m_toldHash.isEmpty())
        Q_EMIT fileChangedOutside(false);
}

/// The document is that file's afterwards, with the text that was written as its original.
bool Workspace::write(const QString &path)
{
    Document target = fileDocument(path);
    target.text = m_document.text;
    const QByteArray encoding = encodingOf(target.text.toUtf8(), target.language);
    const auto bytes = encoded(charactersOf(m_document.text, m_document.format), encoding);
    if (!bytes) {
        Q_EMIT problemOccurred(tr("%1 cannot be saved: its first lines name the encoding %2, which is not known here "
                                  "or has not all of its characters. Name utf-8 there and save again.")
                                   .arg(path, QString::fromLatin1(encoding)));
        return false;
    }
    if (const auto problem = saveFile(path, *bytes, Saved::Program)) {
        Q_EMIT problemOccurred(*problem);
        return false;
    }
    target.format = m_document.format;
    target.original = target.text;
    m_document = std::move(target);
    m_fileHash = hashOf(*bytes);
    m_toldHash.clear();
    m_watch->watch(path);
    keepDraft();
    rememberDocument();
    return true;
}

void Workspace::rememberDocument()
{
    m_memory->setLastDocument(m_document);
    if (m_document.kind != Document::Kind::File)
        return;
    m_memory->addRecentFile(m_document.path);
    Q_EMIT recentFilesChanged();
}

void Workspace::tellFailure(const QString &reason)
{
    if (m_isFailing)
        return;
    m_isFailing = true;
    Q_EMIT problemOccurred(tr("What you write cannot be kept in %1: %2. Make room there, or save your programs as "
                              "files. Until then it is tried again every few seconds.")
                               .arg(m_folder, reason));
}

} // namespace Playground
