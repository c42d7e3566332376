// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/insight/checks.h"
#include "core/insight/runfacts.h"

#include <QRegularExpression>

#include <algorithm>

namespace Playground {

using namespace Qt::StringLiterals;
using namespace Trace;

namespace {

/// More of one kind would bury the rest.
constexpr qsizetype MaxAlike = 5;

/// The error that ended the program, with its line in the scenario.
struct FinalError {
    QString text;
    int line = 0;
};

std::optional<FinalError> finalError(const RunFacts &facts)
{
    const Warning *uncaught = facts.uncaught();
    if (!uncaught)
        return std::nullopt;
    return FinalError{uncaught->text,
                      uncaught->callLines.isEmpty() || uncaught->line > 0 ? uncaught->line
                                                                          : uncaught->callLines.last()};
}

} // namespace

QList<Diagnosis> findMissingImport(const RunFacts &facts)
{
    const std::optional<FinalError> error = finalError(facts);
    if (!error)
        return {};
    static const QRegularExpression pattern(u"NameError: name '(\\w+)' is not defined"_s);
    const QRegularExpressionMatch match = pattern.match(error->text);
    if (!match.hasMatch())
        return {};
    const QString name = match.captured(1);
    if (!isStandardModule(name) || facts.source().isEmpty() || facts.source().binds(name))
        return {};
    QStringList missing{name};
    for (const QString &other : facts.source().unimportedModules()) {
        if (other != name)
            missing.append(other);
    }
    QStringList imports;
    for (const QString &module : std::as_const(missing))
        imports.append(u"import "_s + module);
    return {{u"missing-import"_s, error->line,
             u"%1 是 Python 标准库里的模块，但这个程序没有导入它，所以第 %2 行不认识这个名字。在开头加上：%3。"_s.arg(
                 name, QString::number(error->line), imports.join(u"；"_s)),
             u"%1 is a module of Python's standard library, and this program does not import it, so line %2 does not "
             u"know the "
             "name. Add at the top: %3."_s.arg(name, QString::number(error->line), imports.join(u"; "_s))}};
}

QList<Diagnosis> findWaitGivenCoroutines(const RunFacts &facts)
{
    const std::optional<FinalError> error = finalError(facts);
    if (!error || !error->text.contains(u"TypeError: Passing coroutines is forbidden, use tasks explicitly"_s))
        return {};
    return {{u"wait-needs-tasks"_s, error->line,
             u"从 Python 3.11 起，asyncio.wait 只收任务，不再收协程，所以第 %1 行报 TypeError，那些协程一个也没有开始。"
             "先把每个协程用 asyncio.create_task(…) 包成任务，再交给 wait。"_s.arg(QString::number(error->line)),
             u"Since Python 3.11 asyncio.wait takes tasks only, no coroutines; hence the TypeError on line %1, and "
             u"none of the "
             "coroutines handed to it has begun. Wrap each in asyncio.create_task(…) first."_s.arg(
                 QString::number(error->line))}};
}

QList<Diagnosis> findNeverAwaited(const RunFacts &facts)
{
    static const QRegularExpression pattern(u"coroutine '([^']+)' was never awaited"_s);
    struct Forgotten {
        QString name;
        int line = 0;
        int times = 0;
    };
    std::vector<Forgotten> all;
    for (const Warning &warning : facts.timeline().warnings()) {
        // What is left over when an exception ends the program was not forgotten.
        if (warning.kind == WarningKind::Uncaught)
            break;
        const QRegularExpressionMatch match = pattern.match(warning.text);
        if (warning.kind != WarningKind::NeverAwaited || !match.hasMatch())
            continue;
        const QString name = match.captured(1);
        const auto known = std::find_if(all.begin(), all.end(), [&](const Forgotten &forgotten) {
            return forgotten.name == name && forgotten.line == warning.line;
        });
        if (known != all.end())
            known->times += 1;
        else if (qsizetype(all.size()) < MaxAlike)
            all.push_back({name, warning.line, 1});
    }
    QList<Diagnosis> found;
    for (const Forgotten &forgotten : all) {
        const QString times = QString::number(forgotten.times);
        const QString call = facts.source().callOn(forgotten.line, forgotten.name);
        const QString written = call.isEmpty() ? forgotten.name + u"(…)"_s : call;
        const bool once = forgotten.times == 1;
        const QString calledZh =
            once ? u"%1() 只是被调用"_s.arg(forgotten.name) : u"%1() 被调用了 %2 次"_s.arg(forgotten.name, times);
        const QString calledEn =
            once ? u"%1() was called"_s.arg(forgotten.name) : u"%1() was called %2 times"_s.arg(forgotten.name, times);
        found.append({u"never-awaited"_s, forgotten.line,
                      u"%1，没有 await：调用协程函数只得到一个协程对象，函数体一行也没有执行。写成 await %2，"
                      "或用 asyncio.create_task(%2) 建成任务。"_s.arg(calledZh, written),
                      u"%1 and never awaited: calling a coroutine function only makes a coroutine object, and not a "
                      u"line of its body "
                      "ran. Write await %2, or asyncio.create_task(%2) to make it a task."_s.arg(calledEn, written)});
    }
    return found;
}

QList<Diagnosis> findLostExceptions(const RunFacts &facts)
{
    QList<Diagnosis> found;
    for (const Warning &warning : facts.timeline().warnings()) {
        const TaskRecord *task = facts.timeline().task(warning.task);
        if (warning.kind != WarningKind::NeverRetrieved || !task || task->state != TaskState::Failed)
            continue;
        const QString name = facts.nameOf(*task);
        const Time at = task->finished.value_or(warning.at);
        found.append({u"exception-lost"_s, task->errorLine > 0 ? task->errorLine : warning.line,
                      u"任务 %1 在 %2时出错（%3），但始终没有人取它的结果，异常就没有传到任何地方。"
                      "%4 这个任务，或用 gather、TaskGroup 等它。"_s.arg(name, secondsZh(at), task->value,
                                                                         facts.isCpp() ? u"co_await"_s : u"await"_s),
                      u"Task %1 failed at %2 (%3), but nobody ever asked for its result, so the exception reached no "
                      u"one. Await the "
                      "task, or wait for it with gather or a TaskGroup."_s.arg(name, secondsEn(at), task->value)});
        if (found.size() == MaxAlike)
            break;
    }
    return found;
}

} // namespace Playground
