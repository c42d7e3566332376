// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/example.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <optional>
#include <tuple>

namespace Playground {
namespace {

using namespace Qt::StringLiterals;

struct CatalogTexts {
    Q_DECLARE_TR_FUNCTIONS(Catalog)
};

BilingualText bilingual(const QJsonValue &value)
{
    const QJsonObject object = value.toObject();
    return {object.value(u"zh_CN"_s).toString(), object.value(u"en"_s).toString()};
}

QList<ProgramChange> experimentsOf(const QJsonArray &values)
{
    QList<ProgramChange> experiments;
    for (const QJsonValue &value : values) {
        ProgramChange experiment;
        const QJsonArray steps = value.toArray();
        for (const QJsonValue &step : steps)
            experiment.append({step[u"replace"_s].toString(), step[u"with"_s].toString()});
        experiments.append(experiment);
    }
    return experiments;
}

/// Each is "5/7": a line in Python, and one in C++.
QList<TwinLine> twinsOf(const QJsonArray &values)
{
    QList<TwinLine> twins;
    for (const QJsonValue &value : values) {
        const QStringList lines = value.toString().split(u'/');
        if (lines.size() == 2)
            twins.append({lines[0].toInt(), lines[1].toInt()});
    }
    return twins;
}

Example exampleOf(const QJsonObject &description, const QString &folder)
{
    const QJsonObject lesson = description.value(u"lesson"_s).toObject();
    Example example;
    example.id = description.value(u"id"_s).toString();
    example.lesson = {lesson.value(u"id"_s).toString(), lesson.value(u"order"_s).toInt(),
                      bilingual(lesson.value(u"title"_s))};
    example.order = description.value(u"order"_s).toInt();
    example.title = bilingual(description.value(u"title"_s));
    example.hint = bilingual(description.value(u"hint"_s));
    example.partner = description.value(u"partner"_s).toString();
    example.partnerExperiment = description.value(u"partnerExperiment"_s).toInt();
    const QJsonArray languages = description.value(u"languages"_s).toArray();
    for (const QJsonValue &language : languages)
        example.languages << language.toString();
    example.twins = twinsOf(description.value(u"twins"_s).toArray());
    example.experiments = experimentsOf(description.value(u"experiments"_s).toArray());
    example.cppExperiments = experimentsOf(description.value(u"experimentsInCpp"_s).toArray());
    example.folder = folder;
    return example;
}

/// Nothing when all is well.
std::optional<QString> problemOf(const Example &example)
{
    if (example.id != QDir(example.folder).dirName())
        return CatalogTexts::tr("its id is not the name of its folder");
    if (example.languages.isEmpty())
        return CatalogTexts::tr("it has no program");
    for (const QString &language : example.languages) {
        if (!QFile::exists(example.scenario(language)))
            return CatalogTexts::tr("its program %1 is missing")
                .arg(QDir(example.folder).relativeFilePath(example.scenario(language)));
    }
    if (example.languages.contains(u"cpp"_s) && example.languages.contains(u"python"_s)
        && example.experiments.size() != example.cppExperiments.size())
        return CatalogTexts::tr("its experiments are not the same in both languages");
    return std::nullopt;
}

void readExample(const QString &folder, ExampleList &list)
{
    QFile file(folder + u"/description.json"_s);
    if (!file.exists())
        return; // no example at all
    const auto complain = [&](const QString &reason) {
        list.problems << CatalogTexts::tr("The example in %1 is left out: %2.").arg(folder, reason);
    };
    if (!file.open(QIODevice::ReadOnly)) {
        complain(file.errorString());
        return;
    }
    QJsonParseError error;
    const QJsonDocument description = QJsonDocument::fromJson(file.readAll(), &error);
    if (error.error != QJsonParseError::NoError) {
        complain(error.errorString());
        return;
    }
    const Example example = exampleOf(description.object(), folder);
    if (const auto problem = problemOf(example))
        complain(*problem);
    else
        list.examples << example;
}

} // namespace

QString Example::scenario(QStringView language) const
{
    return QDir(folder).filePath(language == u"cpp" ? u"scenario.cpp"_s : u"scenario.py"_s);
}

QString Example::explanation(QStringView language) const
{
    return QDir(folder).filePath(u"explanation.%1.md"_s.arg(language));
}

ExampleList readExamples(const QString &folder)
{
    ExampleList list;
    const QDir directory(folder);
    const QStringList names = directory.entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name);
    for (const QString &name : names)
        readExample(QDir::cleanPath(directory.absoluteFilePath(name)), list);
    std::stable_sort(list.examples.begin(), list.examples.end(), [](const Example &a, const Example &b) {
        return std::tie(a.lesson.order, a.order) < std::tie(b.lesson.order, b.order);
    });
    return list;
}

QString examplesFolder()
{
    const QString installed =
        QDir::cleanPath(QCoreApplication::applicationDirPath() + u"/../share/async-playground/examples"_s);
    const QString inSources = QString::fromUtf8(PLAYGROUND_EXAMPLES);
    for (const QString &folder : {installed, inSources}) {
        if (QFile::exists(folder))
            return folder;
    }
    return {};
}

} // namespace Playground
