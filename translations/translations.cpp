// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "translations/translations.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QTranslator>

#include <memory>
#include <vector>

using namespace Qt::StringLiterals;

namespace Playground {

namespace {

using Translators = std::vector<std::unique_ptr<QTranslator>>;

Translators &installed()
{
    static Translators translators;
    return translators;
}

/// Adds the file's translator to those given. False where there is no such file.
bool load(Translators &translators, const QString &file, const QString &folder)
{
    auto translator = std::make_unique<QTranslator>();
    if (!translator->load(file, folder))
        return false;
    translators.push_back(std::move(translator));
    return true;
}

} // namespace

bool installLanguage(QStringView language)
{
    Translators translators;
    // Qt's own words first: the one installed last is asked first. English needs none, and a system may lack the
    // others.
    load(translators, u"qtbase_%1"_s.arg(language), QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    if (!load(translators, u"async-playground_%1.qm"_s.arg(language), u":/i18n"_s))
        return false;
    for (const auto &previous : installed())
        QCoreApplication::removeTranslator(previous.get());
    for (const auto &translator : translators)
        QCoreApplication::installTranslator(translator.get());
    installed() = std::move(translators);
    return true;
}

} // namespace Playground
