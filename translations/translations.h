// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringView>

namespace Playground {

/// Lets the application speak "zh_CN" or "en" and no other language from now on; what was built in another language
/// before is told by QEvent::LanguageChange. Needs an application object. False, and nothing changed, for a language
/// that there is not.
bool installLanguage(QStringView language);

/// The language that the application speaks; empty before the first call of installLanguage().
QString installedLanguage();

/// What the application would say in a language that it need not be speaking. Texts without numbers only.
QString translatedIn(QStringView language, const char *context, const char *text);

} // namespace Playground
