// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/scenariofile.h"
#include "core/session/runmessages.h"
#include "core/session/scenariolauncher.h"
#include "core/session/textformat.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

#include <cerrno>

#include <unistd.h>

namespace Playground {
namespace {

using namespace Qt::StringLiterals;

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(ScenarioFile)
};

/// Much more than anybody writes; a file beyond that is something else.
constexpr qint64 LargestProgram = 16 * 1024 * 1024;

QString cannotRead(const QString &fileName, int error)
{
    return Texts::tr("%1 cannot be read: %2.").arg(fileName, errorMeaning(error));
}

int lineOf(const QByteArray &bytes, qsizetype position)
{
    return static_cast<int>(bytes.first(position).count('\n')) + 1;
}

/// Where the first line begins that is no UTF-8; -1 where all are.
qsizetype invalidLine(const QByteArray &bytes)
{
    for (qsizetype begin = 0; begin < bytes.size();) {
        const qsizetype newline = bytes.indexOf('\n', begin);
        const qsizetype end = newline < 0 ? bytes.size() : newline + 1;
        if (!QByteArrayView(bytes).sliced(begin, end - begin).isValidUtf8())
            return begin;
        begin = end;
    }
    return -1;
}

ScenarioProblem notUtf8(const QString &fileName, const QByteArray &bytes, qsizetype position)
{
    return {Texts::tr("%1 is not UTF-8 text, see line %2. Save it as UTF-8.")
                .arg(fileName, QString::number(lineOf(bytes, position)))};
}

/// C++ has no way to name an encoding, and its compiler says itself what it makes of strange characters.
std::variant<ScenarioFile, ScenarioProblem> understandCpp(const QString &fileName, const QByteArray &bytes)
{
    if (const qsizetype invalid = invalidLine(bytes); invalid >= 0)
        return notUtf8(fileName, bytes, invalid);
    const QString text = QString::fromUtf8(bytes);
    MendedSource unchanged;
    unchanged.text = text;
    return ScenarioFile{text, unchanged, bytes, true};
}

std::variant<ScenarioFile, ScenarioProblem> understand(const QString &fileName, const QByteArray &bytes)
{
    if (const qsizetype zero = bytes.indexOf('\0'); zero >= 0)
        return ScenarioProblem{Texts::tr("%1 is no program's text: there is a zero byte in line %2. "
                                         "If it is one, save it as UTF-8.")
                                   .arg(fileName, QString::number(lineOf(bytes, zero)))};
    if (scenarioLanguage(fileName) == ScenarioLanguage::Cpp)
        return understandCpp(fileName, bytes);
    const QByteArray encoding = declaredEncoding(bytes);
    if (!isUtf8(encoding)) {
        const std::optional<QString> text = decoded(bytes, encoding);
        // The interpreter knows many more than we do.
        return ScenarioFile{text.value_or(QString::fromLatin1(bytes)), {}, bytes, text.has_value()};
    }
    if (const qsizetype invalid = invalidLine(bytes); invalid >= 0)
        return ScenarioProblem{Texts::tr("%1 is not UTF-8 text, see line %2. Save it as UTF-8, or name its encoding in "
                                         "its first line, for example: # coding: gbk")
                                   .arg(fileName, QString::number(lineOf(bytes, invalid)))};
    const QString text = decoded(bytes, encoding).value_or(QString());
    return ScenarioFile{text, mendPython(text), bytes, true};
}

} // namespace

std::variant<ScenarioFile, ScenarioProblem> readScenario(const QString &fileName)
{
    if (access(QFile::encodeName(fileName).constData(), R_OK) != 0)
        return ScenarioProblem{cannotRead(fileName, errno)};
    const QFileInfo info(fileName);
    if (info.isDir())
        return ScenarioProblem{Texts::tr("%1 is a folder. Name the file of a program in it.").arg(fileName)};
    if (!info.isFile())
        return ScenarioProblem{Texts::tr("%1 is a device or a pipe, no file with a program's text.").arg(fileName)};
    if (!scenarioLanguage(fileName))
        return ScenarioProblem{Texts::tr("%1 has no ending that tells its language. Programs end in: %2")
                                   .arg(fileName, scenarioEndings().join(u", "_s))};
    if (info.size() > LargestProgram)
        return ScenarioProblem{Texts::tr("%1 is too large for a program: %2.").arg(fileName, memoryText(info.size()))};
    QFile file(fileName);
    errno = 0;
    if (!file.open(QIODevice::ReadOnly))
        return ScenarioProblem{cannotRead(fileName, errno)};
    const QByteArray bytes = file.readAll();
    if (file.error() != QFile::NoError)
        return ScenarioProblem{cannotRead(fileName, errno)};
    return understand(fileName, bytes);
}

QString mendingNote(const QString &fileName, const MendedSource &mended)
{
    QStringList parts;
    if (mended.noBreakSpaces > 0)
        parts << Texts::tr("%n no-break space(s)", nullptr, mended.noBreakSpaces);
    if (mended.fullWidthSpaces > 0)
        parts << Texts::tr("%n full-width space(s)", nullptr, mended.fullWidthSpaces);
    if (mended.zeroWidthCharacters > 0)
        parts << Texts::tr("%n invisible character(s)", nullptr, mended.zeroWidthCharacters);
    //: %1 is a file; %2 a list such as "12 no-break spaces, 1 full-width space"
    return Texts::tr("%1 has characters that come along when a program is copied from a page; it runs as if they were "
                     "ordinary spaces or not there: %2. The file is unchanged.")
        .arg(fileName, parts.join(Texts::tr(", ", "between the parts of a list")));
}

} // namespace Playground
