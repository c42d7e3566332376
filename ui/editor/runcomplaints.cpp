// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editor/runcomplaints.h"
#include "core/session/sanitizerfindings.h"

#include <map>

namespace Playground {

namespace {

MessageLevel levelOf(Trace::WarningKind kind)
{
    switch (kind) {
    case Trace::WarningKind::Uncaught:
    case Trace::WarningKind::MemoryLimit:
    case Trace::WarningKind::Callback:
    case Trace::WarningKind::NeverRetrieved:
        return MessageLevel::Error;
    case Trace::WarningKind::NeverAwaited:
    case Trace::WarningKind::DestroyedPending:
    case Trace::WarningKind::Network:
    case Trace::WarningKind::Dropped:
    case Trace::WarningKind::Other:
        break;
    }
    return MessageLevel::Warning;
}

} // namespace

RunComplaints runComplaints(const Timeline &timeline)
{
    RunComplaints complaints;
    std::map<int, LineMessage> byLine;
    for (const Trace::Warning &warning : timeline.warnings()) {
        for (const int line : warning.callLines)
            complaints.calls.insert(line);
        if (warning.line < 1)
            continue;
        const LineMessage message{warning.line, levelOf(warning.kind), warning.text};
        const auto [known, isNew] = byLine.try_emplace(warning.line, message);
        if (!isNew && message.level == MessageLevel::Error && known->second.level == MessageLevel::Warning)
            known->second = message;
    }
    if (!timeline.isLive()) {
        for (const SanitizerFinding &finding : sanitizerFindings(timeline)) {
            if (finding.line > 0)
                byLine[finding.line] = {finding.line, MessageLevel::Error, sanitizerText(finding)};
        }
    }
    for (const auto &[line, message] : byLine) {
        complaints.messages.push_back(message);
        if (message.level == MessageLevel::Error)
            complaints.calls.erase(line);
    }
    return complaints;
}

} // namespace Playground
