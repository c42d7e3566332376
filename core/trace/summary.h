// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/trace/diagnosis.h"
#include "core/trace/timeline.h"

#include <QByteArray>

namespace Playground {

class JsonWriter;

/// What happened in a run, for programs to read: JSON whose names are stable. Times are milliseconds since the run
/// began, exact to the nanosecond; the same run gives the same bytes. What is not known or did not happen is null.
QByteArray summaryJson(const Timeline &timeline, const QList<Diagnosis> &diagnoses);

/// The same as one object of a larger document.
void writeSummary(JsonWriter &json, const Timeline &timeline, const QList<Diagnosis> &diagnoses);

} // namespace Playground
