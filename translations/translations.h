// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringView>

namespace Playground {

/// Lets the application speak "zh_CN" or "en" and no other language from now on; what was built in another language
/// before stays as it is. Needs an application object. False, and nothing changed, for a language that there is not.
bool installLanguage(QStringView language);

} // namespace Playground
