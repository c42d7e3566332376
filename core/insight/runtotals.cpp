// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/insight/runtotals.h"

#include "core/insight/runfacts.h"
#include "core/trace/timeline.h"

namespace Playground {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

struct Opening {
    QString zhCN;
    QString en;
};

Opening openingOf(Outcome outcome)
{
    switch (outcome) {
    case Outcome::Running:
    case Outcome::Finished:
        return {};
    case Outcome::Failed:
        return {u"程序出错结束。"_s, u"The program ended with an error. "_s};
    case Outcome::Stopped:
        return {u"运行被停下了。到那时为止，"_s, u"The run was stopped. Until then: "_s};
    case Outcome::TimedOut:
        return {u"时限到了。到那时为止，"_s, u"The time limit ended it. Until then: "_s};
    case Outcome::Crashed:
        return {u"程序崩溃了。到那时为止，"_s, u"The program crashed. Until then: "_s};
    }
    return {};
}

} // namespace

Diagnosis runTotals(const Timeline &timeline)
{
    const Totals totals = timeline.totals();
    const Opening opening = openingOf(timeline.outcome().outcome);
    const QString ratio = QString::number(totals.concurrency, 'f', 2);
    Diagnosis said{u"totals"_s, 0, opening.zhCN, opening.en};
    if (totals.tasks == 0) {
        said.zhCN += u"用时 %1，没有创建任何任务。"_s.arg(secondsZh(totals.wall));
        said.en += u"%1, and no task was ever created."_s.arg(secondsEn(totals.wall));
    } else if (totals.waiting < 1ms) {
        said.zhCN += u"用时 %1，几乎没有等待：时间都花在运行上，没有什么可以重叠。"_s.arg(secondsZh(totals.wall));
        said.en += u"%1 with hardly any waiting: the time went into running, and there was nothing to overlap."_s.arg(
            secondsEn(totals.wall));
    } else {
        said.zhCN +=
            u"等待合计 %1，用时 %2，并发 %3 倍。"_s.arg(secondsZh(totals.waiting), secondsZh(totals.wall), ratio);
        said.en += u"%1 of waiting in %2, a concurrency of %3×."_s.arg(secondsEn(totals.waiting),
                                                                       secondsEn(totals.wall), ratio);
    }
    return said;
}

} // namespace Playground
