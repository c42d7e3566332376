// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/runreport.h"
#include "core/session/runrequest.h"
#include "core/session/scenariolauncher.h"
#include "core/trace/tracelog.h"

#include <QDateTime>

#include <memory>

namespace Playground {

/// A run that has ended, with what it was a run of: what can be kept beside the run on the screen, compared with
/// another one, or saved. Cheap to copy: copies share the timeline, which changes no more.
struct RunRecord {
    QString title; ///< what a person calls the program: an example's id, a file's name
    QString example; ///< id; empty where the program is none
    RunRequest request; ///< with the text that ran in `source`, and the program's path, whose ending tells its language
    RunReport report;
    std::shared_ptr<const Timeline> timeline;
    std::shared_ptr<const TraceLog> trace{}; ///< of which the timeline was built
    QDateTime startedAt{};

    bool isValid() const { return timeline != nullptr; }
    /// "python" or "cpp".
    QString language() const { return languageOf(request.program); }
    QString text() const { return QString::fromUtf8(request.source.value_or(QByteArray())); }
};

} // namespace Playground
