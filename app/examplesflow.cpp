// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/examplesflow.h"
#include "app/message.h"
#include "core/catalog/example.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace Playground {
namespace {

using namespace Qt::StringLiterals;

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(ExamplesCommand)
};

QJsonObject json(const BilingualText &text)
{
    return {{u"zh_CN"_s, text.zhCN}, {u"en"_s, text.en}};
}

QJsonObject json(const Lesson &lesson)
{
    return {{u"id"_s, lesson.id}, {u"order"_s, lesson.order}, {u"title"_s, json(lesson.title)}};
}

QJsonObject json(const Example &example)
{
    QJsonObject scenarios;
    for (const QString &language : example.languages)
        scenarios.insert(language, example.scenario(language));
    return {{u"id"_s, example.id},           {u"lesson"_s, json(example.lesson)},
            {u"order"_s, example.order},     {u"title"_s, json(example.title)},
            {u"hint"_s, json(example.hint)}, {u"partner"_s, example.partner},
            {u"scenarios"_s, scenarios}};
}

QString asJson(const QList<Example> &examples)
{
    QJsonArray array;
    for (const Example &example : examples)
        array << json(example);
    return QString::fromUtf8(QJsonDocument(array).toJson());
}

/// A heading for each lesson, and below it a line for each example, followed by its programs.
QString asText(const QList<Example> &examples, const QString &language)
{
    QString text;
    QString lesson;
    for (const Example &example : examples) {
        if (example.lesson.id != lesson)
            text += (lesson.isEmpty() ? u""_s : u"\n"_s) + example.lesson.title.in(language) + u'\n';
        lesson = example.lesson.id;
        //: One line of a list: %1 is an example's title, %2 what it shows
        text += u"  "_s + Texts::tr("%1 (%2)").arg(example.title.in(language), example.hint.in(language)) + u'\n';
        for (const QString &programLanguage : example.languages)
            text += u"      "_s + example.scenario(programLanguage) + u'\n';
    }
    return text;
}

} // namespace

int listExamples(const ExamplesCommand &command, const QString &language)
{
    const ExampleList list = readExamples(examplesFolder());
    for (const QString &problem : list.problems)
        say(problem);
    if (list.examples.isEmpty()) {
        say(Texts::tr("The examples are not where they belong. Build or install Async Playground again."));
        return EXIT_FAILURE;
    }
    const bool isPrinted = print(command.asJson ? asJson(list.examples) : asText(list.examples, language));
    return isPrinted && list.problems.isEmpty() ? EXIT_SUCCESS : EXIT_FAILURE;
}

} // namespace Playground
