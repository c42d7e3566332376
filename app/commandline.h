// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/runrequest.h"
#include "ui/gantt/chartsheets.h"
#include "ui/window/openingrequest.h"

#include <QString>
#include <QStringList>

#include <variant>

namespace Playground {

/// The desktop application.
struct WindowCommand {
    OpeningRequest request;
};

struct HelpCommand { };

struct VersionCommand { };

struct ExamplesCommand {
    bool asJson = false;
};

/// What is written of a run; names are empty where not asked for.
struct ResultFiles {
    QString summary;
    QString trace;
    QString chart;
    QString record; ///< the saved run itself
    Paper paper = Paper::Chart; ///< of the chart
};

struct RunCommand {
    RunRequest request;
    ResultFiles results;
};

/// A saved run, of which the results are wanted that its running would have had.
struct ShowCommand {
    QString file;
    ResultFiles results;
};

/// Two to four programs to run, or saved runs, to compare.
struct CompareCommand {
    QStringList programs;
    RunRequest request; ///< of each of them, but for the program
    QString summaryFile; ///< both are empty where not asked for
    QString chartFile;
    Paper paper = Paper::Chart; ///< of the chart
};

/// What is wrong with a command line, for people.
struct UsageProblem {
    QString text;
};

using Command = std::variant<WindowCommand, HelpCommand, VersionCommand, ExamplesCommand, RunCommand, ShowCommand,
                             CompareCommand, UsageProblem>;

/// Understands the arguments behind the program's name. Texts are in the application's language.
Command parseCommandLine(const QStringList &arguments);

/// The language that the arguments or else the environment ask for: "zh_CN" or "en".
QString requestedLanguage(const QStringList &arguments);

/// Whether it is the desktop application that they start.
bool wantsWindow(const QStringList &arguments);

/// Whether a picture will have to be drawn.
bool wantsChart(const QStringList &arguments);

/// What `--help` prints.
QString usageText();

} // namespace Playground
