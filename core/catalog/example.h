// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/experiment.h"
#include "core/catalog/twinlines.h"

#include <QList>
#include <QString>
#include <QStringList>

namespace Playground {

/// A text in both languages, as the examples have it.
struct BilingualText {
    QString zhCN;
    QString en;

    const QString &in(QStringView language) const { return language == u"zh_CN" ? zhCN : en; }
    bool operator==(const BilingualText &) const = default;
};

/// The group of examples to which one belongs.
struct Lesson {
    QString id;
    int order = 0;
    BilingualText title;

    bool operator==(const Lesson &) const = default;
};

/// One folder of `examples/`, as its description.json tells it.
struct Example {
    QString id;
    Lesson lesson;
    int order = 0; ///< within the lesson
    BilingualText title;
    BilingualText hint;
    QString partner; ///< id of the example to compare it with; may be empty
    int partnerExperiment =
        0; ///< where there is no partner: the experiment to compare it with, counted from 1; 0 for none
    QStringList languages; ///< "python", "cpp"
    QList<TwinLine> twins; ///< what does the same in both
    QList<ProgramChange>
        experiments; ///< changes of the Python program, in the order in which its explanation numbers them
    QList<ProgramChange> cppExperiments; ///< the same changes of the C++ program
    QString folder;

    /// Those of the program in one of its languages.
    const QList<ProgramChange> &experimentsIn(QStringView language) const
    {
        return language == u"cpp" ? cppExperiments : experiments;
    }

    /// Absolute path of the program in one of its languages.
    QString scenario(QStringView language) const;
    /// Absolute path of its explanation in Markdown; the language is "zh_CN" or "en".
    QString explanation(QStringView language) const;

    bool operator==(const Example &) const = default;
};

struct ExampleList {
    QList<Example> examples; ///< by lesson, then by order
    QStringList problems; ///< one sentence, for people, for each folder that could not be read
};

/// Reads all examples of a folder.
ExampleList readExamples(const QString &folder);

/// The folder of the examples that come with the application; empty when they are not there.
QString examplesFolder();

} // namespace Playground
