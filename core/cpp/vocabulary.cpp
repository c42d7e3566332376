// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cpp/vocabulary.h"
#include "core/cpp/cppkit.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QStringList>

#include <algorithm>
#include <tuple>
#include <vector>

namespace Playground {

namespace {

using namespace Qt::StringLiterals;

QString readText(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

/// The lines of a comment as paragraphs; what is indented stays as it is.
QString paragraphsOf(const QStringList &lines)
{
    QString text;
    bool goesOn = false;
    for (const QString &line : lines) {
        const bool isPlain = !line.isEmpty() && !line.startsWith(u"    ");
        if (!text.isEmpty())
            text += goesOn && isPlain ? u' ' : u'\n';
        text += line;
        goesOn = isPlain;
    }
    return text;
}

/// What a person calls by: without attributes, and without parameters that have their values by themselves.
QString signatureOf(const QString &declaration)
{
    static const QRegularExpression noise(
        u"\\[\\[\\w+\\]\\]\\s*|\\b(?:inline|explicit|constexpr|noexcept|override|final|virtual)\\b\\s*|"
        ",?\\s*(?:const )?Where &?where(?: = Where::current\\(\\))?"_s);
    QString signature = declaration;
    signature.remove(noise);
    return signature.simplified().replace(u"( "_s, u"("_s).replace(u" )"_s, u")"_s);
}

/// What calls return to be awaited, and what they keep: nobody names it.
bool isMachinery(const QString &className)
{
    return className.endsWith(u"Awaiter") || className.endsWith(u"Core");
}

/// Reads declarations from the beginning of a header to its end, and knows in what it stands.
class HeaderReader {
public:
    QList<VocabularyWord> read(const QString &text)
    {
        const QStringList lines = text.split(u'\n');
        for (const QString &line : lines)
            take(line.trimmed());
        return m_words;
    }

private:
    struct Scope {
        QString className;
        bool isPublic = true;
        bool isCode = false; ///< the body of a function, or of what is nobody's concern
    };

    void take(const QString &line)
    {
        if (line.startsWith(u"///") && !line.startsWith(u"///<")) {
            m_comment << line.sliced(line.startsWith(u"/// ") ? 4 : 3);
            return;
        }
        if (line.isEmpty() || line.startsWith(u'#') || line.startsWith(u"//")) {
            if (line.isEmpty())
                m_comment.clear();
            return;
        }
        if (line == u"public:" || line == u"protected:" || line == u"private:") {
            if (!m_scopes.empty())
                m_scopes.back().isPublic = line == u"public:";
            m_comment.clear();
            return;
        }
        static const QRegularExpression remark(u"\\s*//.*$"_s);
        takeCode(QString(line).remove(remark));
    }

    void takeCode(const QString &code)
    {
        for (const QChar c : code) {
            if (m_parentheses > 0 && c != u'(' && c != u')') {
                m_declaration += c; // a brace there is a value
            } else if (c == u'{' || c == u';') {
                conclude(c == u'{');
            } else if (c == u'}') {
                if (!m_scopes.empty())
                    m_scopes.pop_back();
                m_declaration.clear();
            } else {
                m_parentheses += (c == u'(') - (c == u')');
                m_declaration += c;
            }
        }
        m_declaration += u' ';
    }

    /// What has been read is a declaration, or the head of something.
    void conclude(bool opens)
    {
        static const QRegularExpression classHead(u"^\\s*(?:template\\s*<[^{]*>\\s*)?(?:class|struct)\\s+(\\w+)"_s);
        static const QRegularExpression namespaceHead(u"^\\s*namespace\\s+([\\w:]+)"_s);
        const auto asClass = classHead.match(m_declaration);
        const auto asNamespace = namespaceHead.match(m_declaration);
        if (!asNamespace.hasMatch() && !m_comment.isEmpty() && isOfInterest() && !isMachinery(asClass.captured(1)))
            keep(asClass.hasMatch() ? asClass.captured(1) : QString());
        if (opens && asNamespace.hasMatch())
            m_scopes.push_back({{}, true, asNamespace.captured(1) != u"Playground"});
        else if (opens && asClass.hasMatch())
            m_scopes.push_back({asClass.captured(1), m_declaration.contains(u"struct "), false});
        else if (opens)
            m_scopes.push_back({{}, false, true});
        m_comment.clear();
        m_declaration.clear();
    }

    bool isOfInterest() const
    {
        return !m_scopes.empty() && std::all_of(m_scopes.begin(), m_scopes.end(), [](const Scope &scope) {
            return scope.isPublic && !scope.isCode;
        });
    }

    void keep(const QString &className)
    {
        static const QRegularExpression head(
            u"^\\s*template\\s*<(?:[^<>]|<[^<>]*>)*>\\s*(?:requires\\s*\\([^()]*(?:\\([^()]*\\)[^()]*)*\\)\\s*)?"_s);
        static const QRegularExpression call(u"(\\w+)\\s*\\("_s);
        QString declaration = m_declaration;
        declaration.remove(head);
        if (!className.isEmpty()) {
            m_words.append({className, m_scopes.back().className, u"class "_s + className, paragraphsOf(m_comment)});
            return;
        }
        const auto asCall = call.match(declaration);
        const QString owner = m_scopes.back().className;
        const bool isMade = asCall.captured(1) == owner || declaration.contains(u"operator"); // a constructor
        if (asCall.hasMatch() && !isMade)
            m_words.append({asCall.captured(1), owner, signatureOf(declaration), paragraphsOf(m_comment)});
    }

    QList<VocabularyWord> m_words;
    std::vector<Scope> m_scopes;
    QStringList m_comment;
    QString m_declaration;
    int m_parentheses = 0;
};

} // namespace

QList<VocabularyWord> vocabularyOf(const QString &header)
{
    return HeaderReader().read(header);
}

QList<VocabularyWord> readVocabulary(const CppKit &kit)
{
    static const QRegularExpression include(u"^#include \"(.+)\"$"_s, QRegularExpression::MultilineOption);
    QList<VocabularyWord> words;
    for (auto includes = include.globalMatch(readText(kit.umbrella())); includes.hasNext();) {
        const QString name = includes.next().captured(1);
        for (const QString &folder : kit.headerFolders)
            words << vocabularyOf(readText(QDir(folder).filePath(name)));
    }
    std::stable_sort(words.begin(), words.end(), [](const VocabularyWord &a, const VocabularyWord &b) {
        return std::tie(a.name, a.owner) < std::tie(b.name, b.owner);
    });
    return words;
}

} // namespace Playground
