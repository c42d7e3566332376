// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/scenariofile.h"
#include "core/session/runmessages.h"
#include "core/session/scenariolauncher.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>
#include <QStringDecoder>

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

/// The encoding that one of the first two lines names (PEP 263); empty where none does.
QByteArray declaredEncoding(const QByteArray &bytes)
{
    static const QRegularExpression comment(u"^[ \\t\\f]*#.*?coding[:=][ \\t]*([-\\w.]+)"_s);
    const QList<QByteArray> lines = bytes.first(std::min<qsizetype>(bytes.size(), 1000)).split('\n');
    for (const QByteArray &line : lines.first(std::min<qsizetype>(lines.size(), 2))) {
        const auto match = comment.match(QString::fromLatin1(line));
        if (match.hasMatch())
            return match.captured(1).toLatin1().toLower();
    }
    return {};
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

std::variant<ScenarioFile, ScenarioProblem> understand(const QString &fileName, const QByteArray &bytes)
{
    if (const qsizetype zero = bytes.indexOf('\0'); zero >= 0)
        return ScenarioProblem{Texts::tr("%1 is no program's text: there is a zero byte in line %2. "
                                         "If it is one, save it as UTF-8.")
                                   .arg(fileName, QString::number(lineOf(bytes, zero)))};
    const QByteArray encoding = declaredEncoding(bytes);
    if (!encoding.isEmpty() && !encoding.startsWith("utf-8") && !encoding.startsWith("utf_8") && encoding != "utf8")
        return ScenarioFile{QString::fromLatin1(bytes), {}}; // the interpreter knows many more than we do
    if (const qsizetype invalid = invalidLine(bytes); invalid >= 0)
        return ScenarioProblem{Texts::tr("%1 is not UTF-8 text, see line %2. Save it as UTF-8, or name its encoding in "
                                         "its first line, for example: # coding: gbk")
                                   .arg(fileName, QString::number(lineOf(bytes, invalid)))};
    QStringDecoder decoder(QStringDecoder::Utf8, QStringConverter::Flag::ConvertInitialBom);
    const QString text = decoder(bytes);
    return ScenarioFile{text, mendPython(text)};
}

} // namespace

std::variant<ScenarioFile, ScenarioProblem> readScenario(const QString &fileName)
{
    if (access(QFile::encodeName(fileName).constData(), R_OK) != 0)
        return ScenarioProblem{cannotRead(fileName, errno)};
    const QFileInfo info(fileName);
    if (info.isDir())
        return ScenarioProblem{Texts::tr("%1 is a folder. Name the file of a program in it.").arg(fileName)};
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
