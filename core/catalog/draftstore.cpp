// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/draftstore.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>

namespace Playground {
namespace {

using namespace Qt::StringLiterals;

constexpr int FormatVersion = 1;
constexpr qsizetype ExcerptLength = 2000;

QString lineEndName(TextFormat::LineEnd lineEnd)
{
    switch (lineEnd) {
    case TextFormat::LineEnd::Newline:
        return u"lf"_s;
    case TextFormat::LineEnd::CarriageReturnNewline:
        return u"crlf"_s;
    case TextFormat::LineEnd::Mixed:
        return u"mixed"_s;
    }
    Q_UNREACHABLE();
}

TextFormat::LineEnd lineEndNamed(const QString &name)
{
    for (const auto lineEnd : {TextFormat::LineEnd::CarriageReturnNewline, TextFormat::LineEnd::Mixed}) {
        if (lineEndName(lineEnd) == name)
            return lineEnd;
    }
    return TextFormat::LineEnd::Newline;
}

/// One line that says whose text follows.
QByteArray headerOf(const Document &document, const QByteArray &originalHash)
{
    const QJsonObject header{{u"asyncPlaygroundDraft"_s, FormatVersion},
                             {u"kind"_s, nameOf(document.kind)},
                             {u"example"_s, document.example},
                             {u"language"_s, document.language},
                             {u"path"_s, document.path},
                             {u"original"_s, QString::fromLatin1(originalHash)},
                             {u"lineEnd"_s, lineEndName(document.format.lineEnd)},
                             {u"byteOrderMark"_s, document.format.hasByteOrderMark}};
    return QJsonDocument(header).toJson(QJsonDocument::Compact) + '\n';
}

std::optional<Draft> draftOf(const QByteArray &bytes)
{
    const qsizetype end = bytes.indexOf('\n');
    const QJsonObject header = QJsonDocument::fromJson(bytes.left(end)).object();
    const auto kind = documentKind(header.value(u"kind"_s).toString());
    if (end < 0 || header.value(u"asyncPlaygroundDraft"_s).toInt() != FormatVersion || !kind)
        return std::nullopt;
    Draft draft;
    draft.document.kind = *kind;
    draft.document.example = header.value(u"example"_s).toString();
    draft.document.language = header.value(u"language"_s).toString();
    draft.document.path = header.value(u"path"_s).toString();
    draft.document.text = QString::fromUtf8(QByteArrayView(bytes).sliced(end + 1));
    draft.document.format = {header.value(u"byteOrderMark"_s).toBool(),
                             lineEndNamed(header.value(u"lineEnd"_s).toString())};
    draft.originalHash = header.value(u"original"_s).toString().toLatin1();
    return draft;
}

DraftInfo infoOf(const Document &document, const QDateTime &modified)
{
    return {document.kind, document.example, document.language, document.path, document.text.left(ExcerptLength),
            modified};
}

Document untitled(const Document &document, const QString &name)
{
    Document copy = document;
    copy.kind = Document::Kind::Untitled;
    copy.example.clear();
    copy.path = name;
    return copy;
}

/// A file's name and its ending are enough; characters that no folder takes are not.
QString stemOf(const Document &document)
{
    return QFileInfo(document.title()).completeBaseName().left(40);
}

/// The name of a draft's file, without its ending.
QString slotOf(const Document &document)
{
    switch (document.kind) {
    case Document::Kind::Example:
        return u"example.%1.%2"_s.arg(document.example, document.language);
    case Document::Kind::File:
        return u"file.%1.%2"_s.arg(QString::fromLatin1(DraftStore::hashOf(document.path).first(12)), stemOf(document));
    case Document::Kind::Untitled:
        return u"untitled.%1"_s.arg(document.path);
    }
    Q_UNREACHABLE();
}

} // namespace

DraftStore::DraftStore(QString folder, FileWriter *writer, QObject *parent)
    : QObject(parent)
    , m_folder(std::move(folder))
    , m_writer(writer)
{
    readIndex();
}

DraftStore::~DraftStore()
{
    m_writer->flush(); // before others may claim what is ours
}

QByteArray DraftStore::hashOf(const QString &text)
{
    return QCryptographicHash::hash(text.toUtf8(), QCryptographicHash::Sha256).toHex();
}

std::optional<Draft> DraftStore::find(const Document &document)
{
    const QString slot = slotInUse(document);
    const std::optional<Draft> draft = read(slot);
    if (draft)
        m_seen.insert(slot, hashOf(draft->document.text));
    return draft;
}

void DraftStore::keep(const Document &document)
{
    const QByteArray originalHash = hashOf(document.original);
    const QString slot = slotOf(document);
    if (!m_diversions.contains(slot) && !claim(document))
        divert(document);
    if (m_diversions.contains(slot))
        write(slotInUse(document), untitled(document, m_diversions.value(slot)), originalHash);
    else
        write(slot, document, originalHash);
}

void DraftStore::discard(const Document &document)
{
    if (!has(document) || (!m_diversions.contains(slotOf(document)) && !claim(document)))
        return;
    const QString slot = slotInUse(document);
    m_writer->write(filePath(slot), std::nullopt);
    m_index.remove(slot);
    m_seen.remove(slot);
    Q_EMIT changed();
}

bool DraftStore::has(const Document &document) const
{
    return m_index.contains(slotInUse(document));
}

QString DraftStore::reserveName(const QString &stem, const QString &language)
{
    const QString ending = language == u"cpp"_s ? u"cpp"_s : u"py"_s;
    for (int number = 1;; ++number) {
        const Document document = untitled({}, u"%1-%2.%3"_s.arg(stem, QString::number(number), ending));
        const QString slot = slotOf(document);
        const bool isUsed = m_index.contains(slot) || m_locks.contains(slot) || QFile::exists(filePath(slot));
        if (!isUsed && lock(slot) != FileLock::Result::Taken)
            return document.path;
    }
}

void DraftStore::releaseName(const QString &name)
{
    const QString slot = slotOf(untitled({}, name));
    if (!m_index.contains(slot) && !m_writer->pending(filePath(slot)))
        m_locks.erase(slot);
}

QString DraftStore::slotInUse(const Document &document) const
{
    const QString slot = slotOf(document);
    const auto diversion = m_diversions.find(slot);
    return diversion == m_diversions.end() ? slot : slotOf(untitled(document, *diversion));
}

QString DraftStore::filePath(const QString &slot) const
{
    return u"%1/%2.draft"_s.arg(m_folder, slot);
}

void DraftStore::readIndex()
{
    const QFileInfoList files = QDir(m_folder).entryInfoList({u"*.draft"_s}, QDir::Files);
    for (const QFileInfo &info : files) {
        QFile file(info.filePath());
        if (!file.open(QIODevice::ReadOnly))
            continue; // is told when it is opened
        if (const std::optional<Draft> draft = draftOf(file.read(2 * ExcerptLength)))
            m_index.insert(info.completeBaseName(), infoOf(draft->document, info.lastModified()));
    }
}

std::optional<Draft> DraftStore::read(const QString &slot) const
{
    if (const auto pending = m_writer->pending(filePath(slot)))
        return *pending ? draftOf(**pending) : std::nullopt;
    QFile file(filePath(slot));
    return file.open(QIODevice::ReadOnly) ? draftOf(file.readAll()) : std::nullopt;
}

bool DraftStore::claim(const Document &document)
{
    const QString slot = slotOf(document);
    if (m_locks.contains(slot))
        return true;
    if (lock(slot) == FileLock::Result::Taken)
        return false;
    setUnseenAside(slot, document);
    return true;
}

void DraftStore::divert(const Document &document)
{
    const QString name = reserveName(stemOf(document), document.language);
    m_diversions.insert(slotOf(document), name);
    Q_EMIT diverted(document.title(), name);
}

FileLock::Result DraftStore::lock(const QString &slot)
{
    auto lock = std::make_unique<FileLock>(u"%1/locks/%2"_s.arg(m_folder, slot));
    const FileLock::Result result = lock->acquire();
    if (result != FileLock::Result::Taken)
        m_locks.emplace(slot, std::move(lock)); // without a place for locks we are alone
    return result;
}

void DraftStore::setUnseenAside(const QString &slot, const Document &document)
{
    const std::optional<Draft> found = read(slot);
    if (!found) {
        // Not ours to read, perhaps of a later version: it keeps its text under another ending.
        if (QFile::exists(filePath(slot)))
            QFile::rename(filePath(slot), filePath(slot) + u".unknown"_s);
        return;
    }
    if (m_seen.value(slot) == hashOf(found->document.text))
        return;
    const QString name = reserveName(stemOf(document), document.language);
    const Document copy = untitled(found->document, name);
    write(slotOf(copy), copy, hashOf({}));
    Q_EMIT setAside(document.title(), name);
}

void DraftStore::write(const QString &slot, const Document &document, const QByteArray &originalHash)
{
    m_writer->write(filePath(slot), headerOf(document, originalHash) + document.text.toUtf8());
    m_seen.insert(slot, hashOf(document.text));
    const bool isNew = !m_index.contains(slot);
    const QString former = m_index.value(slot).excerpt;
    const DraftInfo info = infoOf(document, QDateTime::currentDateTime());
    m_index.insert(slot, info);
    if (isNew || former != info.excerpt)
        Q_EMIT changed();
}

} // namespace Playground
