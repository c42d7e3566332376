// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/gantt/waitlabel.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace Playground {

namespace {

/// Seconds as a person would write them into a call: "2", "0.5".
QString plainSeconds(Trace::Time duration)
{
    // The deadline was set a little before the task gave the thread back: three figures are what was asked for.
    return QString::number(std::chrono::duration<double>(duration).count(), 'g', 3);
}

bool isNumber(const QString &argument)
{
    static const QRegularExpression number(uR"(^\s*[+-]?[\d._']+([eE][+-]?\d+)?\s*(s|ms|us|ns|min|h)?\s*$)"_s);
    return number.match(argument).hasMatch();
}

QString withDuration(const QString &call, Trace::Time slept)
{
    static const QRegularExpression sleepCall(uR"(^(?:\w+(?:\.|::))*sleep\s*\((.*)\)$)"_s,
                                              QRegularExpression::UseUnicodePropertiesOption);
    const auto match = sleepCall.match(call);
    if (!match.hasMatch() || isNumber(match.captured(1)))
        return call;
    return u"sleep(%1)"_s.arg(plainSeconds(slept));
}

QString withoutPort(const QString &host)
{
    static const QRegularExpression knownPort(u":(80|443)$"_s);
    QString result = host;
    return result.remove(knownPort);
}

} // namespace

QString callLabel(const QString &await, std::optional<Trace::Time> slept)
{
    static const QRegularExpression keyword(u"^(co_await|await)\\s+"_s);
    static const QRegularExpression library(u"^(asyncio\\.|Playground::)"_s);
    const QString whole = await.simplified();
    QString call = whole;
    call.remove(keyword);
    if (!call.endsWith(u')'))
        return whole;
    call.remove(library);
    return slept ? withDuration(call, *slept) : call;
}

QStringList waitLabels(const Timeline &timeline, const Wait &wait, const QString &host)
{
    const auto &calls = timeline.site(wait.site);
    const bool hasDeadline = wait.kind == Trace::WaitKind::Sleep && wait.until != Trace::Open && wait.until >= wait.from;
    const QString call = calls.isEmpty()
        ? QString()
        : callLabel(calls.first().text, hasDeadline ? std::optional(wait.until - wait.from) : std::nullopt);
    const QString peer = withoutPort(host);
    if (!peer.isEmpty() && !call.contains(peer))
        return call.isEmpty() ? QStringList {peer} : QStringList {peer + u" · "_s + call, peer};
    if (!call.isEmpty())
        return {call};
    if (const TaskRecord *on = timeline.task(wait.on))
        return {u"await "_s + on->name};
    return {};
}

} // namespace Playground
