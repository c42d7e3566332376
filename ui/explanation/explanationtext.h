// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

#include <optional>

namespace Playground {

/// A stretch of text in one style.
struct InlineText {
    QString text;
    bool isCode = false;
    bool isStrong = false;
    bool isEmphasis = false;
    QString link; ///< where it leads, as written; see linkTarget()
    QString picture; ///< "state:ready": a picture stands here, and `text` says what it shows

    bool operator==(const InlineText &) const = default;
};

/// A button behind a paragraph that makes one of the example's experiments.
struct ExperimentOffer {
    int experiment = 0; ///< counted from 1, as in the text
    QString text;

    bool operator==(const ExperimentOffer &) const = default;
};

struct TextBlock {
    enum class Kind { Paragraph, Bullet, Code };

    Kind kind = Kind::Paragraph;
    QList<InlineText> inlines;
    QList<ExperimentOffer> offers;
    QString code; ///< with Kind::Code: lines without a line break at the end
    QString codeLanguage; ///< "python", "cpp" or whatever is written there

    bool operator==(const TextBlock &) const = default;
};

struct TextSection {
    QList<InlineText> title;
    QList<TextBlock> blocks;

    bool operator==(const TextSection &) const = default;
};

/// An explanation: a title, what stands below it, and the sections, which are shown as cards.
struct ExplanationText {
    QList<InlineText> title;
    QList<TextBlock> introduction;
    QList<TextSection> sections;

    bool operator==(const ExplanationText &) const = default;
};

/// Reads any Markdown without failing: what explanations do not have is read as plain paragraphs. Links to experiments
/// at the end of a paragraph become offers of it. Needs a QGuiApplication.
ExplanationText parseExplanation(const QString &markdown);

struct LinkTarget {
    enum class Kind {
        Web,
        Example,
        Experiment,
        Line, ///< of the example's Python program
        RunLine ///< of the program that ran
    };

    Kind kind = Kind::Web;
    QString address; ///< of a page of the web, or the id of an example
    int number = 0; ///< of a line or an experiment, from 1

    bool operator==(const LinkTarget &) const = default;
};

/// "https://…", "example:gather", "experiment:1", "line:12", "ran:12"; nothing for anything else.
std::optional<LinkTarget> linkTarget(const QString &link);

/// Whether a block of code can be run as it stands.
bool isWholeProgram(const TextBlock &block);

QString plainText(const QList<InlineText> &inlines);

} // namespace Playground
