// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/comparisonresult.h"

#include "core/insight/comparisonsummary.h"

#include <QPromise>
#include <QThreadPool>

namespace Playground {

namespace {

constexpr qsizetype MostDiffLines = 4000; // of both texts together: the difference takes time with the square of it

std::vector<ComparedRun> partsOf(const QList<RunRecord> &runs)
{
    std::vector<ComparedRun> parts;
    for (const RunRecord &run : runs)
        parts.push_back({run.timeline.get(), run.text()});
    return parts;
}

QStringList linesOf(const QString &text)
{
    QStringList lines = text.split(u'\n');
    for (QString &line : lines) {
        while (line.endsWith(u'\r'))
            line.chop(1);
    }
    if (lines.constLast().isEmpty())
        lines.removeLast(); // behind the last line's end there is no line
    return lines;
}

} // namespace

SourceDifference differenceOf(const QString &before, const QString &after)
{
    SourceDifference difference{linesOf(before), linesOf(after), {}, false};
    difference.isTooLong = !difference.isSame() && difference.before.size() + difference.after.size() > MostDiffLines;
    if (!difference.isTooLong)
        difference.lines = diffLines(difference.before, difference.after);
    return difference;
}

ComparisonResult::ComparisonResult(const QList<RunRecord> &runs)
    : m_runs(runs)
    , m_comparison(partsOf(m_runs))
    , m_reasons(reasonsOf(m_comparison))
{
    const QString first = runs.constFirst().text();
    for (const RunRecord &run : runs.sliced(1))
        m_differences.push_back(differenceOf(first, run.text()));
}

ComparisonWorker::ComparisonWorker(QObject *parent)
    : QObject(parent)
{
    connect(&m_watcher, &QFutureWatcherBase::finished, this, &ComparisonWorker::take);
}

void ComparisonWorker::compare(const QList<RunRecord> &runs)
{
    m_isBusy = false;
    m_result.reset();
    if (runs.size() < 2) {
        m_watcher.setFuture({});
        Q_EMIT changed();
        return;
    }
    // The work shares nothing with this object, which may be gone before it is done.
    const auto promise = std::make_shared<QPromise<Result>>();
    promise->start();
    m_isBusy = true;
    m_watcher.setFuture(promise->future());
    QThreadPool::globalInstance()->start([promise, runs] {
        promise->addResult(std::make_shared<const ComparisonResult>(runs));
        promise->finish();
    });
    Q_EMIT changed();
}

void ComparisonWorker::take()
{
    if (!m_isBusy)
        return;
    m_isBusy = false;
    m_result = m_watcher.result();
    Q_EMIT changed();
}

} // namespace Playground
