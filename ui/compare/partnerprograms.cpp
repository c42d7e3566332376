// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/partnerprograms.h"

#include "core/catalog/workspace.h"

#include <QFile>

using namespace Qt::StringLiterals;

namespace Playground {

namespace {

using Program = PartnerPrograms::Program;

/// As it comes with the application.
std::optional<Document> programOf(const Example &example, const QString &language)
{
    QFile file(example.scenario(language));
    if (!example.languages.contains(language) || !file.open(QIODevice::ReadOnly))
        return std::nullopt;
    const FormattedText read = formattedText(QString::fromUtf8(file.readAll()));
    Document document;
    document.kind = Document::Kind::Example;
    document.example = example.id;
    document.language = language;
    document.path = file.fileName();
    document.original = document.text = read.text;
    document.format = read.format;
    return document;
}

/// The example's own program against the experiment that it names.
std::optional<PartnerPrograms> withExperiment(const Example &example, const Document &open)
{
    const qsizetype number = example.partnerExperiment;
    const QList<ProgramChange> &experiments = example.experimentsIn(open.language);
    if (number < 1 || number > experiments.size())
        return std::nullopt;
    // Where what the experiment changes was changed already, the example as it came is compared.
    Document first = open;
    auto text = applied(experiments[number - 1], first.text);
    if (!text) {
        first.text = first.original;
        text = applied(experiments[number - 1], first.text);
    }
    if (!text)
        return std::nullopt;
    Document second = first;
    second.text = *text;
    return PartnerPrograms{{first, example.id}, {second, u"%1 #%2"_s.arg(example.id).arg(number)}};
}

} // namespace

std::optional<PartnerPrograms> languagePrograms(const Workspace &workspace)
{
    const std::optional<Document> twin = workspace.twin();
    if (!twin)
        return std::nullopt;
    const Document &open = workspace.document();
    const bool isCpp = open.language == u"cpp";
    return PartnerPrograms{{isCpp ? *twin : open, open.example}, {isCpp ? open : *twin, open.example}};
}

std::optional<PartnerPrograms> partnerPrograms(const Workspace &workspace)
{
    const Example *example = workspace.currentExample();
    if (!example)
        return std::nullopt;
    const Document &open = workspace.document();
    if (example->partner.isEmpty())
        return withExperiment(*example, open);
    const Example *partner = workspace.example(example->partner);
    const auto other = partner ? programOf(*partner, open.language) : std::nullopt;
    if (!other)
        return std::nullopt;
    const Program own{open, example->id};
    const Program its{*other, partner->id};
    const QList<Example> &all = workspace.examples().examples;
    return all.indexOf(*partner) < all.indexOf(*example) ? PartnerPrograms{its, own} : PartnerPrograms{own, its};
}

} // namespace Playground
