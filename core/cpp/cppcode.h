// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace Playground {

/// A text in C++ with blanks for comments and for literals in quotation marks, raw ones too, so that every place stays
/// where it is. What has no end goes on to the end of its line, or of the text where it may.
QString cppCodeOnly(const QString &text);

} // namespace Playground
