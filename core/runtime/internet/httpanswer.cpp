// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/internet/httpanswer.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>
#include <QUrlQuery>

#include <algorithm>
#include <cmath>
#include <optional>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace Playground {

namespace {

constexpr double LongestDelaySeconds = 3600;
constexpr qint64 LargestBody = 1'000'000'000;
constexpr int MostRedirects = 100;

/// What kind of thing is asked for; all but Page are the same on every host.
enum class Page : quint8 { Front, Bytes, Json, Headers, Echo, Mirror, Redirect };

struct Wish {
    Page page = Page::Front;
    qint64 bytes = 0;
    int redirects = 0;
    std::optional<int> status;
    std::optional<Trace::Time> delay;
    std::optional<Trace::Time> spread;
    bool isUnderstood = true;
};

QByteArray httpDate(const QDateTime &moment)
{
    return QLocale::c().toString(moment.toUTC(), u"ddd, dd MMM yyyy HH:mm:ss 'GMT'"_s).toLatin1();
}

QByteArray jsonText(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Indented);
}

void understandNumber(Wish &wish, qint64 from, qint64 to, const QByteArray &text, qint64 &number)
{
    bool isNumber = false;
    number = text.toLongLong(&isNumber);
    wish.isUnderstood = wish.isUnderstood && isNumber && number >= from && number <= to;
}

std::optional<Trace::Time> understandSeconds(Wish &wish, const QByteArray &text)
{
    bool isNumber = false;
    const double seconds = text.toDouble(&isNumber);
    if (!isNumber || !std::isfinite(seconds) || seconds < 0 || seconds > LongestDelaySeconds) {
        wish.isUnderstood = false;
        return std::nullopt;
    }
    return Trace::Time(std::llround(seconds * 1e9));
}

/// "delay" and "2": of a path as of a query. False for what is not ours.
bool understand(Wish &wish, const QByteArray &name, const QByteArray &value)
{
    qint64 number = 0;
    if (name == "delay") {
        wish.delay = understandSeconds(wish, value);
    } else if (name == "trickle") {
        wish.spread = understandSeconds(wish, value);
    } else if (name == "bytes") {
        understandNumber(wish, 0, LargestBody, value, wish.bytes);
        wish.page = Page::Bytes;
    } else if (name == "status") {
        understandNumber(wish, 200, 599, value, number);
        wish.status = int(number);
    } else if (name == "redirect") {
        understandNumber(wish, 1, MostRedirects, value, number);
        wish.redirects = int(number);
        wish.page = Page::Redirect;
    } else {
        return false;
    }
    return true;
}

Wish wishOf(const HttpTarget &target)
{
    Wish wish;
    wish.isUnderstood = target.path.startsWith('/') || target.path == "*";
    const auto segments = QByteArray::fromPercentEncoding(target.path).split('/');
    for (qsizetype i = 1; i + 1 < segments.size(); i += 2) {
        if (!understand(wish, segments[i], segments[i + 1]))
            break;
    }
    const auto &last = segments.last();
    if (last == "json")
        wish.page = Page::Json;
    else if (last == "headers")
        wish.page = Page::Headers;
    else if (last == "echo")
        wish.page = Page::Echo;
    else if (last == "get" || last == "post" || last == "put" || last == "anything")
        wish.page = Page::Mirror;
    const auto items = QUrlQuery(QString::fromLatin1(target.query)).queryItems(QUrl::FullyDecoded);
    for (const auto &[name, value] : items)
        understand(wish, name.toUtf8(), value.toUtf8());
    return wish;
}

bool isChinese(const QByteArray &host)
{
    return host.endsWith(".cn") || host.endsWith(".com.cn") || host == "www.sohu.com" || host == "www.163.com"
        || host == "www.baidu.com" || host == "www.qq.com" || host == "www.zhihu.com" || host == "www.bilibili.com"
        || host == "www.taobao.com";
}

QByteArray frontPage(const HostProfile &profile, const QByteArray &path)
{
    const auto &host = profile.host;
    return "<!DOCTYPE html>\n<html lang=\"" + QByteArray(isChinese(profile.host) ? "zh-CN" : "en")
        + "\">\n<head>\n<meta charset=\"utf-8\">\n<title>" + host + "</title>\n</head>\n<body>\n<h1>" + host
        + "</h1>\n<p>" + path.toPercentEncoding("/") + "</p>\n"
        + (isChinese(profile.host) ? "<p>本页来自异步演练场的模拟互联网。</p>\n"
                                   : "<p>This page comes from the simulated internet of Async Playground.</p>\n");
}

void addHeader(HttpAnswer &answer, const QByteArray &name, const QByteArray &value)
{
    answer.headers.append(HttpHeader {name, value});
}

void addHtml(HttpAnswer &answer, const QByteArray &html)
{
    addHeader(answer, "Content-Type", "text/html; charset=utf-8");
    answer.start = html;
    answer.size = html.size();
}

void addJson(HttpAnswer &answer, const QJsonObject &object)
{
    addHeader(answer, "Content-Type", "application/json");
    answer.start = jsonText(object);
    answer.size = answer.start.size();
}

void addFrontPage(HttpAnswer &answer, const HostProfile &profile, const QByteArray &path)
{
    if (profile.speaksJson) {
        addJson(answer, {{u"host"_s, QString::fromLatin1(profile.host)}, {u"path"_s, QString::fromLatin1(path)},
                         {u"id"_s, qint64(stableHash(profile.host + path, 7) % 1000)}});
        return;
    }
    addHtml(answer, frontPage(profile, path));
    addHeader(answer, "Last-Modified", "Mon, 02 Jun 2025 08:30:00 GMT");
    addHeader(answer, "ETag", '"' + QByteArray::number(stableHash(profile.host + path, 8), 16) + '"');
    addHeader(answer, "Cache-Control", "max-age=60");
    answer.filler = "<p>All work and no wait makes the loop a busy place. 0123456789</p>\n";
    answer.size = std::max(profile.bodySize, answer.size);
}

QJsonObject jsonOfHeaders(const HttpRequest &request)
{
    QJsonObject headers;
    for (const auto &header : request.headers)
        headers.insert(QString::fromLatin1(header.name), QString::fromUtf8(header.value));
    return headers;
}

QJsonObject mirrorOf(const HttpRequest &request, const HostProfile &profile, const HttpTarget &target)
{
    QJsonObject arguments;
    const auto items = QUrlQuery(QString::fromLatin1(target.query)).queryItems(QUrl::FullyDecoded);
    for (const auto &[name, value] : items)
        arguments.insert(name, value);
    QJsonObject mirror {{u"args"_s, arguments},
                        {u"headers"_s, jsonOfHeaders(request)},
                        {u"method"_s, QString::fromLatin1(request.method)},
                        {u"url"_s, QString::fromLatin1("http://" + profile.host + request.target)}};
    if (!request.body.isEmpty()) {
        mirror.insert(u"data"_s, QString::fromUtf8(request.body));
        const auto json = QJsonDocument::fromJson(request.body);
        if (!json.isNull())
            mirror.insert(u"json"_s, json.isArray() ? QJsonValue(json.array()) : QJsonValue(json.object()));
    }
    return mirror;
}

void addEcho(HttpAnswer &answer, const HttpRequest &request)
{
    const auto type = headerValue(request.headers, "Content-Type");
    addHeader(answer, "Content-Type", type.isEmpty() ? QByteArray("application/octet-stream") : type);
    answer.start = request.body;
    answer.size = request.body.size();
}

void addRedirect(HttpAnswer &answer, int status, const QByteArray &location)
{
    answer.status = status;
    addHeader(answer, "Location", location);
    addHtml(answer, "<html>\n<head><title>" + QByteArray::number(status) + ' ' + reasonPhrase(status)
                + "</title></head>\n<body>\n<h1>" + reasonPhrase(status) + "</h1>\n</body>\n</html>\n");
}

void addStatusPage(HttpAnswer &answer, int status, const QByteArray &reason = {})
{
    const auto title = QByteArray::number(status) + ' ' + reasonPhrase(status);
    answer.status = status;
    addHtml(answer, "<html>\n<head><title>" + title + "</title></head>\n<body>\n<h1>" + title + "</h1>\n"
                + (reason.isEmpty() ? QByteArray() : "<p>" + reason + "</p>\n") + "</body>\n</html>\n");
}

void addPage(HttpAnswer &answer, const Wish &wish, const HttpRequest &request, const HostProfile &profile,
             const HttpTarget &target)
{
    switch (wish.page) {
    case Page::Front:
        if (target.path == "/" && !profile.redirect.isEmpty())
            addRedirect(answer, 302, profile.redirect);
        else
            addFrontPage(answer, profile, target.path);
        return;
    case Page::Bytes:
        addHeader(answer, "Content-Type", "application/octet-stream");
        answer.filler = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ+\n";
        answer.size = wish.bytes;
        return;
    case Page::Json:
        addJson(answer, {{u"host"_s, QString::fromLatin1(profile.host)},
                         {u"message"_s, isChinese(profile.host) ? u"你好，世界"_s : u"hello, world"_s},
                         {u"numbers"_s, QJsonDocument::fromJson("[1, 2, 3]").array()}});
        return;
    case Page::Headers:
        addJson(answer, {{u"headers"_s, jsonOfHeaders(request)}});
        return;
    case Page::Echo:
        addEcho(answer, request);
        return;
    case Page::Mirror:
        addJson(answer, mirrorOf(request, profile, target));
        return;
    case Page::Redirect:
        addRedirect(answer, 302, wish.redirects > 1 ? "/redirect/" + QByteArray::number(wish.redirects - 1) : "/");
        return;
    }
}

bool mayHaveBody(int status)
{
    return status != 204 && status != 304;
}

/// What every answer of the host carries, before and after what is special about this one.
void dress(HttpAnswer &answer, const HostProfile &profile, const QDateTime &now)
{
    QList<HttpHeader> headers {{"Server", profile.server}, {"Date", httpDate(now)}};
    if (mayHaveBody(answer.status)) {
        headers += answer.headers;
        headers.append(HttpHeader {"Content-Length", QByteArray::number(answer.size)});
    } else {
        answer.sendsBody = false;
    }
    headers.append(HttpHeader {"Connection", answer.closes ? "close" : "keep-alive"});
    if (!answer.closes) {
        const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(profile.keepAlive).count();
        headers.append(HttpHeader {"Keep-Alive", "timeout=" + QByteArray::number(qint64(seconds))});
    }
    headers += profile.extraHeaders;
    answer.headers = headers;
}

bool isKnownMethod(const QByteArray &method)
{
    constexpr const char *Methods[] = {"GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS", "PATCH"};
    return std::any_of(std::begin(Methods), std::end(Methods), [&](const char *one) { return method == one; });
}

} // namespace

QByteArray reasonPhrase(int status)
{
    struct Phrase {
        int status;
        const char *text;
    };
    static constexpr Phrase Phrases[] = {
        {200, "OK"}, {201, "Created"}, {202, "Accepted"}, {204, "No Content"}, {206, "Partial Content"},
        {301, "Moved Permanently"}, {302, "Found"}, {303, "See Other"}, {304, "Not Modified"},
        {307, "Temporary Redirect"}, {308, "Permanent Redirect"}, {400, "Bad Request"}, {401, "Unauthorized"},
        {403, "Forbidden"}, {404, "Not Found"}, {405, "Method Not Allowed"}, {406, "Not Acceptable"},
        {408, "Request Timeout"}, {409, "Conflict"}, {410, "Gone"}, {413, "Content Too Large"},
        {414, "URI Too Long"}, {415, "Unsupported Media Type"}, {417, "Expectation Failed"}, {418, "I'm a Teapot"},
        {422, "Unprocessable Content"}, {429, "Too Many Requests"}, {431, "Request Header Fields Too Large"},
        {500, "Internal Server Error"}, {501, "Not Implemented"}, {502, "Bad Gateway"},
        {503, "Service Unavailable"}, {504, "Gateway Timeout"}, {505, "HTTP Version Not Supported"},
    };
    const auto found = std::find_if(std::begin(Phrases), std::end(Phrases),
                                    [&](const Phrase &phrase) { return phrase.status == status; });
    return found == std::end(Phrases) ? "Status " + QByteArray::number(status) : QByteArray(found->text);
}

HttpTarget HttpTarget::of(const QByteArray &requestTarget)
{
    HttpTarget target;
    auto rest = requestTarget;
    if (rest.left(7).compare("http://", Qt::CaseInsensitive) == 0) {
        const auto slash = rest.indexOf('/', 7);
        const auto authority = rest.sliced(7, (slash < 0 ? rest.size() : slash) - 7);
        target.host = authority.left(authority.indexOf(':') < 0 ? authority.size() : authority.indexOf(':'));
        rest = slash < 0 ? QByteArray("/") : rest.sliced(slash);
    }
    const auto fragment = rest.indexOf('#');
    if (fragment >= 0)
        rest.truncate(fragment);
    const auto mark = rest.indexOf('?');
    target.path = mark < 0 ? rest : rest.first(mark);
    target.query = mark < 0 ? QByteArray() : rest.sliced(mark + 1);
    return target;
}

QByteArray HttpAnswer::head() const
{
    auto text = "HTTP/1.1 " + QByteArray::number(status) + ' ' + reasonPhrase(status) + "\r\n";
    for (const auto &header : headers)
        text += header.name + ": " + header.value + "\r\n";
    return text + "\r\n";
}

QByteArray HttpAnswer::body(qint64 offset, qint64 count) const
{
    const auto end = std::min(size, offset + count);
    QByteArray bytes;
    bytes.reserve(qsizetype(std::max(end - offset, qint64(0))));
    while (offset < end) {
        const auto &source = offset < start.size() ? start : filler;
        const auto from = offset < start.size() ? offset : (offset - start.size()) % filler.size();
        const auto part = std::min(end - offset, source.size() - from);
        bytes.append(source.constData() + from, qsizetype(part));
        offset += part;
    }
    return bytes;
}

HttpAnswer answerTo(const HttpRequest &request, const HostProfile &profile, const QDateTime &now)
{
    if (!isKnownMethod(request.method))
        return refusal(501, profile, now);
    const auto target = HttpTarget::of(request.target);
    const auto wish = wishOf(target);
    HttpAnswer answer;
    answer.closes = !request.keepsAlive();
    answer.firstByte = wish.delay.value_or(profile.firstByte);
    answer.spread = wish.spread.value_or(profile.spread);
    answer.sendsBody = request.method != "HEAD";
    if (!wish.isUnderstood)
        addStatusPage(answer, 400, "This address is not understood, or a number in it is missing or out of range.");
    else if (wish.status && wish.page == Page::Front)
        addStatusPage(answer, *wish.status);
    else
        addPage(answer, wish, request, profile, target);
    if (wish.isUnderstood && wish.status)
        answer.status = *wish.status;
    dress(answer, profile, now);
    return answer;
}

HttpAnswer refusal(int status, const HostProfile &profile, const QDateTime &now, const QByteArray &reason)
{
    HttpAnswer answer;
    answer.closes = true;
    addStatusPage(answer, status, reason);
    dress(answer, profile, now);
    return answer;
}

} // namespace Playground
