// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>

namespace Playground {

struct HttpHeader {
    QByteArray name;
    QByteArray value;

    bool operator==(const HttpHeader &) const = default;
};

/// The first header of that name, in whatever case it was written; empty where there is none.
QByteArray headerValue(const QList<HttpHeader> &headers, const QByteArray &name);

struct HttpRequest {
    QByteArray method;
    QByteArray target;
    int minorVersion = 1; ///< of HTTP/1
    QList<HttpHeader> headers;
    QByteArray body;

    /// Whether the client wants to send further requests on the same connection.
    bool keepsAlive() const;
};

/// Takes the bytes of a connection in pieces of any size and makes requests of HTTP/1.0 and 1.1 of them, one after
/// the other. A request that cannot be understood ends it: see failure().
class HttpParser {
public:
    static constexpr qsizetype MaxRequestLine = 8 * 1024;
    static constexpr qsizetype MaxHead = 32 * 1024;
    static constexpr qsizetype MaxBody = 16 * 1024 * 1024;

    void feed(const QByteArray &bytes);

    bool isComplete() const { return m_stage == Stage::Complete; }
    /// The status that answers a request which cannot be understood; 0 while all is well.
    int failure() const { return m_failure; }
    /// True when a part of a request has arrived.
    bool hasBegun() const { return m_stage != Stage::RequestLine || m_position < m_buffer.size(); }
    /// True once for a request whose client waits for "100 Continue" before it sends the body.
    bool takeContinueWish();

    /// The complete request; then goes on with the next one, of which parts or all may have arrived already.
    HttpRequest take();

private:
    enum class Stage : quint8 { RequestLine, Headers, Body, ChunkSize, ChunkData, ChunkEnd, Trailer, Complete, Failed };

    void parse();
    bool step();
    bool takeLine(QByteArray &line, qsizetype limit, int tooLong);
    bool takeBytes();
    bool readRequestLine();
    bool readHeader();
    bool readChunkSize();
    bool readChunkEnd();
    bool readTrailer();
    bool startBody();
    bool fail(int status);

    QByteArray m_buffer;
    qsizetype m_position = 0;
    qsizetype m_scanned = 0; ///< no line ends before
    qsizetype m_headSize = 0;
    qsizetype m_missing = 0; ///< bytes of the body or of its present chunk
    Stage m_stage = Stage::RequestLine;
    int m_failure = 0;
    bool m_wantsContinue = false;
    HttpRequest m_request;
};

} // namespace Playground
