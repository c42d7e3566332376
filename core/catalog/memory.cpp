// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/memory.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace Playground {
namespace {

using namespace Qt::StringLiterals;

constexpr qsizetype MostRecentFiles = 10;

} // namespace

Memory::Memory(QString path, FileWriter *writer)
    : m_path(std::move(path))
    , m_writer(writer)
{
}

Document Memory::lastDocument() const
{
    const QJsonObject last = read().value(u"last"_s).toObject();
    Document document;
    document.kind = documentKind(last.value(u"kind"_s).toString()).value_or(Document::Kind::Untitled);
    document.example = last.value(u"example"_s).toString();
    document.language = last.value(u"language"_s).toString(document.language);
    document.path = last.value(u"path"_s).toString();
    return document;
}

void Memory::setLastDocument(const Document &document)
{
    QJsonObject memory = read();
    memory.insert(u"last"_s,
                  QJsonObject{{u"kind"_s, nameOf(document.kind)},
                              {u"example"_s, document.example},
                              {u"language"_s, document.language},
                              {u"path"_s, document.path}});
    write(memory);
}

QStringList Memory::recentFiles() const
{
    QStringList files;
    const QJsonArray array = read().value(u"recentFiles"_s).toArray();
    for (const QJsonValue &file : array)
        files << file.toString();
    return files;
}

void Memory::addRecentFile(const QString &path)
{
    QStringList files = recentFiles();
    files.removeAll(path);
    files.prepend(path);
    QJsonObject memory = read();
    memory.insert(u"recentFiles"_s, QJsonArray::fromStringList(files.first(std::min(files.size(), MostRecentFiles))));
    write(memory);
}

QJsonObject Memory::read() const
{
    if (const auto pending = m_writer->pending(m_path); pending && *pending)
        return QJsonDocument::fromJson(**pending).object();
    QFile file(m_path);
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
}

void Memory::write(const QJsonObject &memory)
{
    m_writer->write(m_path, QJsonDocument(memory).toJson());
}

} // namespace Playground
