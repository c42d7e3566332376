// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cpp/cppkit.h"
#include "core/cpp/buildkey.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace Playground {
namespace {

using namespace Qt::StringLiterals;

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(CppKit)
};

QStringList listOf(const QJsonObject &object, const QString &name)
{
    QStringList result;
    const QJsonArray values = object.value(name).toArray();
    for (const QJsonValue &value : values) {
        if (const QString text = value.toString(); !text.isEmpty())
            result << text;
    }
    return result;
}

} // namespace

CppKit CppKit::ofApplication()
{
    const QDir beside(QCoreApplication::applicationDirPath());
    return read(QDir::cleanPath(beside.filePath(u"../libexec/async-playground/cpp"_s)));
}

CppKit CppKit::read(const QString &folder)
{
    CppKit kit;
    kit.folder = folder;
    const QDir here(folder);
    QFile file(here.filePath(u"kit.json"_s));
    if (!file.open(QIODevice::ReadOnly))
        return kit;
    const QJsonObject object = QJsonDocument::fromJson(file.readAll()).object();
    const QStringList own = listOf(object, u"headerFolders"_s);
    for (const QString &each : own)
        kit.headerFolders << QDir::cleanPath(here.absoluteFilePath(each));
    kit.systemFolders = listOf(object, u"systemFolders"_s);
    kit.systemFolders.removeAll(u"/usr/include"_s); // the compiler knows it, at a place of its own in the order
    kit.linkOptions = listOf(object, u"linkOptions"_s);
    kit.libraries = listOf(object, u"libraries"_s);
    return kit;
}

QString CppKit::umbrellaName()
{
    return u"playground/asyncio.h"_s;
}

QString CppKit::umbrella() const
{
    for (const QString &each : headerFolders) {
        const QString file = QDir(each).filePath(umbrellaName());
        if (QFileInfo::exists(file))
            return file;
    }
    return {};
}

QString CppKit::runtime() const
{
    return QDir(folder).filePath(u"runtime.o"_s);
}

QString CppKit::prebuiltProgram(const QByteArray &text) const
{
    const QString file = prebuiltPath(text);
    return QFileInfo(file).isExecutable() ? file : QString();
}

QString CppKit::prebuiltPath(const QByteArray &text) const
{
    return QDir(folder).filePath(u"prebuilt/"_s + BuildKey().add(text).text());
}

QString CppKit::problem() const
{
    if (!umbrella().isEmpty() && QFileInfo::exists(runtime()))
        return {};
    return Texts::tr("What C++ programs are built with, in %1, is not complete. "
                     "Build or install Async Playground again.")
        .arg(folder);
}

QStringList CppKit::includeArguments() const
{
    QStringList arguments;
    for (const QString &each : headerFolders)
        arguments << u"-isystem"_s << each;
    for (const QString &each : systemFolders)
        arguments << u"-isystem"_s << each;
    return arguments;
}

QStringList CppKit::linkArguments() const
{
    return QStringList{runtime()} + linkOptions + libraries;
}

} // namespace Playground
