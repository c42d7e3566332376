// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "translations/translations.h"

#include <QCoreApplication>
#include <QEvent>
#include <QLibraryInfo>
#include <QTranslator>

#include <map>
#include <memory>

using namespace Qt::StringLiterals;

namespace Playground {

namespace {

/// A language: our words for it, and Qt's.
struct Language {
    QTranslator ours;
    QTranslator ofQt; ///< empty in English, which needs none, and on a system that lacks it

    QString translate(const char *context, const char *text, const char *comment, int number) const
    {
        const QString own = ours.translate(context, text, comment, number);
        return own.isEmpty() ? ofQt.translate(context, text, comment, number) : own;
    }
};

/// nullptr for a language that there is not.
const Language *languageOf(const QString &name)
{
    static std::map<QString, std::unique_ptr<Language>> languages;
    if (const auto known = languages.find(name); known != languages.end())
        return known->second.get();
    auto language = std::make_unique<Language>();
    if (name.isEmpty() || !language->ours.load(u"async-playground_%1.qm"_s.arg(name), u":/i18n"_s))
        return nullptr;
    std::ignore = language->ofQt.load(u"qtbase_%1"_s.arg(name), QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    return (languages[name] = std::move(language)).get();
}

/// The one translator that Qt asks: so a change of the language is one change.
class ChosenLanguage : public QTranslator {
public:
    void choose(const QString &name, const Language *language)
    {
        m_name = name;
        m_language = language;
    }
    const QString &name() const { return m_name; }

    QString translate(const char *context, const char *text, const char *comment, int number) const override
    {
        return m_language ? m_language->translate(context, text, comment, number) : QString();
    }
    bool isEmpty() const override { return !m_language; }

private:
    QString m_name;
    const Language *m_language = nullptr;
};

ChosenLanguage &chosen()
{
    static ChosenLanguage language;
    return language;
}

} // namespace

bool installLanguage(QStringView name)
{
    const Language *language = languageOf(name.toString());
    if (!language)
        return false;
    const bool isFirst = chosen().name().isEmpty();
    chosen().choose(name.toString(), language);
    if (isFirst)
        return QCoreApplication::installTranslator(&chosen());
    QEvent change(QEvent::LanguageChange);
    QCoreApplication::sendEvent(QCoreApplication::instance(), &change);
    return true;
}

QString installedLanguage()
{
    return chosen().name();
}

QString translatedIn(QStringView name, const char *context, const char *text)
{
    const Language *language = languageOf(name.toString());
    const QString translated = language ? language->ours.translate(context, text) : QString();
    return translated.isEmpty() ? QString::fromUtf8(text) : translated;
}

} // namespace Playground
