// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/internet/httprequest.h"

#include <algorithm>
#include <utility>

namespace Playground {

namespace {

bool isTokenCharacter(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')
        || (c != '\0' && QByteArrayView("!#$%&'*+-.^_`|~").contains(c));
}

bool isToken(const QByteArray &text)
{
    return !text.isEmpty() && std::all_of(text.begin(), text.end(), isTokenCharacter);
}

bool isPrintable(const QByteArray &text)
{
    return std::all_of(text.begin(), text.end(), [](char c) { return uchar(c) > ' ' && c != '\x7f'; });
}

bool isDigits(const QByteArray &text)
{
    return !text.isEmpty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool hasElement(const QByteArray &list, QByteArrayView element)
{
    const auto elements = list.split(',');
    return std::any_of(elements.begin(), elements.end(), [&](const QByteArray &one) {
        return one.trimmed().compare(element, Qt::CaseInsensitive) == 0;
    });
}

} // namespace

QByteArray headerValue(const QList<HttpHeader> &headers, const QByteArray &name)
{
    const auto found = std::find_if(headers.begin(), headers.end(), [&](const HttpHeader &header) {
        return header.name.compare(name, Qt::CaseInsensitive) == 0;
    });
    return found == headers.end() ? QByteArray() : found->value;
}

bool HttpRequest::keepsAlive() const
{
    const auto connection = headerValue(headers, "Connection");
    if (minorVersion == 0)
        return hasElement(connection, "keep-alive");
    return !hasElement(connection, "close");
}

void HttpParser::feed(const QByteArray &bytes)
{
    if (m_stage == Stage::Failed)
        return;
    m_buffer += bytes;
    parse();
}

bool HttpParser::takeContinueWish()
{
    return std::exchange(m_wantsContinue, false);
}

HttpRequest HttpParser::take()
{
    auto request = std::exchange(m_request, {});
    m_stage = Stage::RequestLine;
    m_headSize = 0;
    m_wantsContinue = false;
    parse();
    return request;
}

void HttpParser::parse()
{
    while (step()) { }
    m_buffer.remove(0, m_position);
    m_scanned -= m_position;
    m_position = 0;
}

/// False when it cannot go on: more bytes are needed, or the request is complete or bad.
bool HttpParser::step()
{
    switch (m_stage) {
    case Stage::RequestLine: return readRequestLine();
    case Stage::Headers: return readHeader();
    case Stage::Body:
    case Stage::ChunkData: return takeBytes();
    case Stage::ChunkSize: return readChunkSize();
    case Stage::ChunkEnd: return readChunkEnd();
    case Stage::Trailer: return readTrailer();
    case Stage::Complete:
    case Stage::Failed: break;
    }
    return false;
}

bool HttpParser::fail(int status)
{
    m_stage = Stage::Failed;
    m_failure = status;
    m_position = m_buffer.size();
    m_scanned = m_position;
    return false;
}

/// Takes a line without its end; servers accept a bare line feed, and so do people who type requests by hand.
bool HttpParser::takeLine(QByteArray &line, qsizetype limit, int tooLong)
{
    const auto end = m_buffer.indexOf('\n', std::max(m_scanned, m_position));
    const auto length = (end < 0 ? m_buffer.size() : end) - m_position;
    if (length > limit)
        return fail(tooLong);
    if (end < 0) {
        m_scanned = m_buffer.size();
        return false;
    }
    line = m_buffer.mid(m_position, length);
    if (line.endsWith('\r'))
        line.chop(1);
    m_position = end + 1;
    m_scanned = m_position;
    return true;
}

bool HttpParser::readRequestLine()
{
    QByteArray line;
    if (!takeLine(line, MaxRequestLine, 414))
        return false;
    if (line.isEmpty())
        return ++m_headSize < MaxHead || fail(431);
    const auto parts = line.split(' ');
    if (parts.size() != 3 || !isToken(parts[0]) || parts[1].isEmpty() || !isPrintable(parts[1]))
        return fail(400);
    if (!parts[2].startsWith("HTTP/"))
        return fail(400);
    if (parts[2] != "HTTP/1.0" && parts[2] != "HTTP/1.1")
        return fail(505);
    m_request.method = parts[0];
    m_request.target = parts[1];
    m_request.minorVersion = parts[2].endsWith('1') ? 1 : 0;
    m_headSize += line.size();
    m_stage = Stage::Headers;
    return true;
}

bool HttpParser::readHeader()
{
    QByteArray line;
    if (!takeLine(line, MaxHead - m_headSize, 431))
        return false;
    // Counted with its end, so that very many very short lines come to the limit too.
    m_headSize = std::min(MaxHead, m_headSize + line.size() + 2);
    if (line.isEmpty())
        return startBody();
    const auto colon = line.indexOf(':');
    if (colon < 0)
        return fail(400);
    const auto name = line.first(colon);
    if (!isToken(name))
        return fail(400);
    m_request.headers.append(HttpHeader {name, line.sliced(colon + 1).trimmed()});
    return true;
}

/// The head is complete: decides how the body comes.
bool HttpParser::startBody()
{
    const auto &headers = m_request.headers;
    if (m_request.minorVersion == 1 && headerValue(headers, "Host").isEmpty())
        return fail(400);
    const auto encoding = headerValue(headers, "Transfer-Encoding");
    QByteArray length;
    for (const auto &header : headers) {
        if (header.name.compare("Content-Length", Qt::CaseInsensitive) != 0)
            continue;
        if (!isDigits(header.value) || !encoding.isEmpty() || (!length.isEmpty() && length != header.value))
            return fail(400);
        length = header.value;
    }
    const auto expectation = headerValue(headers, "Expect");
    if (!expectation.isEmpty() && expectation.compare("100-continue", Qt::CaseInsensitive) != 0)
        return fail(417);
    if (!encoding.isEmpty() && encoding.compare("chunked", Qt::CaseInsensitive) != 0)
        return fail(501);
    bool fits = true;
    m_missing = length.isEmpty() ? 0 : length.toLongLong(&fits);
    if (!fits || m_missing > MaxBody)
        return fail(413);
    m_stage = !encoding.isEmpty() ? Stage::ChunkSize : m_missing > 0 ? Stage::Body : Stage::Complete;
    m_wantsContinue = !expectation.isEmpty() && m_stage != Stage::Complete && m_position == m_buffer.size();
    return true;
}

bool HttpParser::takeBytes()
{
    const auto count = std::min(m_missing, m_buffer.size() - m_position);
    m_request.body.append(m_buffer.constData() + m_position, count);
    m_position += count;
    m_scanned = m_position;
    m_missing -= count;
    if (m_missing > 0)
        return false;
    m_stage = m_stage == Stage::Body ? Stage::Complete : Stage::ChunkEnd;
    return true;
}

bool HttpParser::readChunkSize()
{
    QByteArray line;
    if (!takeLine(line, MaxRequestLine, 400))
        return false;
    const auto semicolon = line.indexOf(';');
    const auto digits = (semicolon < 0 ? line : line.first(semicolon)).trimmed();
    const bool isHex = !digits.isEmpty() && std::all_of(digits.begin(), digits.end(), [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
    });
    if (!isHex)
        return fail(400);
    bool fits = false;
    m_missing = digits.toLongLong(&fits, 16);
    if (!fits || m_missing > MaxBody - m_request.body.size())
        return fail(413);
    m_stage = m_missing > 0 ? Stage::ChunkData : Stage::Trailer;
    return true;
}

bool HttpParser::readChunkEnd()
{
    QByteArray line;
    if (!takeLine(line, 1, 400))
        return false;
    m_stage = Stage::ChunkSize;
    return line.isEmpty() || fail(400);
}

bool HttpParser::readTrailer()
{
    QByteArray line;
    if (!takeLine(line, MaxHead - m_headSize, 431))
        return false;
    m_headSize = std::min(MaxHead, m_headSize + line.size() + 2);
    if (line.isEmpty())
        m_stage = Stage::Complete;
    return true;
}

} // namespace Playground
