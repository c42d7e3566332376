// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QAbstractItemView;
class QString;

namespace Playground {

/// Gives a list or table below the charts what they all have: no frame, one row selected at a time, nothing to edit.
void setUpCompareList(QAbstractItemView *list, const QString &name);

} // namespace Playground
