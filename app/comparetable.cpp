// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/comparetable.h"
#include "core/insight/comparisonsummary.h"
#include "ui/gantt/comparechart.h"
#include "ui/gantt/coordinates.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

#include <algorithm>
#include <functional>
#include <numeric>

namespace Playground {
namespace {

using namespace Qt::StringLiterals;
using Trace::Time;

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(CompareCommand)
};

/// Of more tasks than these the ones that differ most are listed.
constexpr std::size_t MostTasks = 20;
constexpr qsizetype WidestName = 48;

/// In a terminal Chinese letters take two columns.
qsizetype columnsOf(const QString &text)
{
    qsizetype columns = 0;
    for (const char32_t letter : text.toUcs4()) {
        const bool isWide = (letter >= 0x1100 && letter <= 0x115f) || (letter >= 0x2e80 && letter <= 0xa4cf)
            || (letter >= 0xac00 && letter <= 0xd7a3) || (letter >= 0xf900 && letter <= 0xfaff)
            || (letter >= 0xfe30 && letter <= 0xfe6f) || (letter >= 0xff00 && letter <= 0xff60)
            || (letter >= 0x1f300 && letter <= 0x1faff) || (letter >= 0x20000 && letter <= 0x3fffd);
        columns += isWide ? 2 : 1;
    }
    return columns;
}

/// Rows of cells under one another: the first column to the left, the others to the right. Empty rows are left out.
QString tableText(const std::vector<QStringList> &rows, qsizetype leftColumns)
{
    std::vector<qsizetype> widths;
    for (const QStringList &row : rows) {
        widths.resize(std::max(widths.size(), std::size_t(row.size())));
        for (qsizetype i = 0; i < row.size(); ++i)
            widths[std::size_t(i)] = std::max(widths[std::size_t(i)], columnsOf(row.at(i)));
    }
    QString text;
    for (const QStringList &row : rows) {
        QString line;
        for (qsizetype i = 0; i < row.size(); ++i) {
            const QString space(widths[std::size_t(i)] - columnsOf(row.at(i)), u' ');
            line += (i > 0 ? u"   "_s : QString()) + (i < leftColumns ? row.at(i) + space : space + row.at(i));
        }
        while (line.endsWith(u' '))
            line.chop(1);
        text += line + u'\n';
    }
    return text;
}

QString shortened(const QString &text)
{
    const QString line = text.simplified();
    return line.size() <= WidestName ? line : line.first(WidestName - 1) + QChar(0x2026);
}

QString runsText(const Comparison &comparison, const QStringList &titles)
{
    std::vector<QStringList> rows{{QString(), Texts::tr("run"), Texts::tr("total"), Texts::tr("waiting"),
                                   Texts::tr("concurrency"), Texts::tr("tasks")}};
    for (std::size_t run = 0; run < comparison.runCount(); ++run) {
        const Totals &totals = comparison.facts(run).totals();
        rows.push_back({Comparison::letterOf(run), shortened(titles.at(qsizetype(run))), durationText(totals.wall),
                        durationText(totals.waiting), QString::number(totals.concurrency, 'f', 2),
                        QString::number(totals.tasks)});
    }
    return tableText(rows, 2);
}

Time changeOf(const Comparison &comparison, const TaskMatch &match)
{
    Time change{};
    for (std::size_t run = 1; run < comparison.runCount(); ++run) {
        if (const auto difference = comparison.difference(match, run))
            change = std::max(change, std::chrono::abs(difference->duration));
    }
    return change;
}

QString tasksText(const Comparison &comparison)
{
    const std::vector<TaskMatch> &tasks = comparison.tasks();
    std::vector<std::size_t> shown(tasks.size());
    std::iota(shown.begin(), shown.end(), 0);
    if (shown.size() > MostTasks) {
        std::stable_sort(shown.begin(), shown.end(), [&](std::size_t a, std::size_t b) {
            return changeOf(comparison, tasks[a]) > changeOf(comparison, tasks[b]);
        });
        shown.resize(MostTasks);
        std::sort(shown.begin(), shown.end());
    }
    QStringList heading{Texts::tr("task")};
    for (std::size_t run = 0; run < comparison.runCount(); ++run)
        heading << Comparison::letterOf(run);
    for (std::size_t run = 1; run < comparison.runCount(); ++run)
        heading << u"%1 − A"_s.arg(Comparison::letterOf(run));
    std::vector<QStringList> rows{heading};
    for (const std::size_t index : shown) {
        const TaskMatch &match = tasks[index];
        QStringList row{shortened(comparison.nameOf(match))};
        for (std::size_t run = 0; run < comparison.runCount(); ++run) {
            const TaskRecord *task = comparison.task(match, run);
            row << (task ? durationText(figuresOf(comparison.timeline(run), *task).duration) : u"–"_s);
        }
        for (std::size_t run = 1; run < comparison.runCount(); ++run) {
            const auto difference = comparison.difference(match, run);
            row << (difference ? differenceText(difference->duration) : QString());
        }
        rows.push_back(row);
    }
    QString text = tableText(rows, 1);
    if (shown.size() < tasks.size())
        text += Texts::tr("… and %n more task(s)", nullptr, int(tasks.size() - shown.size())) + u'\n';
    return text;
}

} // namespace

QStringList titlesOf(const QStringList &files)
{
    using Naming = std::function<QString(const QFileInfo &)>;
    const auto differ = [](const QStringList &names) {
        QStringList unique = names;
        return unique.removeDuplicates() == 0 && !names.contains(QString());
    };
    for (const Naming &naming : {Naming([](const QFileInfo &file) { return file.fileName(); }),
                                 Naming([](const QFileInfo &file) { return file.absoluteDir().dirName(); })}) {
        QStringList names;
        for (const QString &file : files)
            names << naming(QFileInfo(file));
        if (differ(names))
            return names;
    }
    return files;
}

QString comparisonText(const Comparison &comparison, const QStringList &titles, const QString &language)
{
    QString text = runsText(comparison, titles);
    if (!comparison.tasks().empty())
        text += u'\n' + tasksText(comparison);
    text += u'\n' + totalsText(comparison) + u'\n';
    const std::vector<Diagnosis> reasons = reasonsOf(comparison);
    for (const Diagnosis &reason : reasons) {
        const QString &said = language == u"zh_CN"_s ? reason.zhCN : reason.en;
        if (!said.isEmpty())
            text += said + u'\n';
    }
    return text;
}

} // namespace Playground
