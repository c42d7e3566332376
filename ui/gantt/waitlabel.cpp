// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/gantt/waitlabel.h"

#include "ui/gantt/charttext.h"

#include <QRegularExpression>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace Playground {

namespace {

/// Seconds as a person would write them into a call: "2", "0.5", "3600".
QString plainSeconds(Trace::Time duration)
{
    const double seconds = std::chrono::duration<double>(duration).count();
    if (seconds <= 0)
        return u"0"_s;
    // The deadline was set a little before the task gave the thread back: three figures are what was asked for.
    const int decimals = std::clamp(2 - int(std::floor(std::log10(seconds))), 1, 9);
    QString text = QString::number(seconds, 'f', decimals);
    while (text.endsWith(u'0'))
        text.chop(1);
    if (text.endsWith(u'.'))
        text.chop(1);
    return text;
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

QString withoutPrefix(const QString &text, const QString &prefix)
{
    return text.startsWith(prefix) ? text.mid(prefix.size()) : text;
}

/// "self.queue.get(block)" is "self.queue.get(…)", then "get(…)".
QStringList shorterCalls(const QString &call)
{
    static const QRegularExpression pattern(uR"(^([\w.:]+)\((.*)\)$)"_s,
                                            QRegularExpression::UseUnicodePropertiesOption);
    const auto match = pattern.match(call);
    if (!match.hasMatch())
        return {};
    const QString arguments = match.captured(2).size() > 1 ? u"(…)"_s : u"(%1)"_s.arg(match.captured(2));
    const QString name = match.captured(1);
    return {name + arguments, name.mid(std::max(name.lastIndexOf(u'.'), name.lastIndexOf(u':')) + 1) + arguments};
}

std::optional<Trace::Time> sleptTime(const Wait &wait)
{
    if (wait.kind != Trace::WaitKind::Sleep || wait.until == Trace::Open || wait.until < wait.from)
        return std::nullopt;
    return wait.until - wait.from;
}

} // namespace

QString callLabel(const QString &await, std::optional<Trace::Time> slept)
{
    static const QRegularExpression keyword(u"^(co_await|await)\\s+"_s);
    static const QRegularExpression block(u"^async\\s+(?=with\\b)"_s);
    static const QRegularExpression library(u"\\b(asyncio\\.|Playground::)"_s);
    const QString whole = shownText(await).remove(library).remove(block);
    QString call = whole;
    call.remove(keyword);
    if (!call.endsWith(u')'))
        return whole;
    return slept ? withDuration(call, *slept) : call;
}

QStringList waitLabels(const Timeline &timeline, const Wait &wait, const QString &host)
{
    const auto &calls = timeline.site(wait.site);
    const std::optional<Trace::Time> slept = sleptTime(wait);
    const QString call = calls.isEmpty() ? QString() : callLabel(calls.first().text, slept);
    const QString peer = withoutPort(shownText(host));
    if (!peer.isEmpty() && !call.contains(peer)) {
        QStringList labels{peer, withoutPrefix(peer, u"www."_s)};
        if (!call.isEmpty())
            labels.prepend(peer + u" · "_s + call);
        return labels;
    }
    if (call.isEmpty()) {
        const TaskRecord *on = timeline.task(wait.on);
        return on ? QStringList{u"await "_s + shownName(*on)} : QStringList{};
    }
    return QStringList{call} + (slept ? QStringList{plainSeconds(*slept) + u" s"_s} : shorterCalls(call));
}

} // namespace Playground
