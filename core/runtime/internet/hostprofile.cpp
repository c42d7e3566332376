// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/internet/hostprofile.h"

#include <algorithm>
#include <array>
#include <optional>
#include <span>

using namespace std::chrono_literals;
using std::chrono::milliseconds;

namespace Playground {

namespace {

struct KnownHost {
    const char *host;
    milliseconds resolve;
    milliseconds firstByte;
    qint64 bodySize; ///< of the page itself, also where the front door sends one elsewhere
    const char *server;
    const char *cookie;   ///< its name; nullptr for none
    const char *cache;    ///< what the cache before it says
    const char *redirect; ///< nullptr for none
};

/// Hosts that tutorials like to ask. Their headers are of the kind that the real ones send.
constexpr KnownHost KnownHosts[] = {
    {"www.sina.com.cn", 40ms, 1050ms, 48'640, "nginx", "SINAGLOBAL", "X-Via-CDN: f=edge,s=cn-north-2;hit", nullptr},
    {"www.sohu.com", 60ms, 480ms, 31'744, "nginx", "SUV", "FSS-Cache: HIT from cn-east-7", nullptr},
    {"www.163.com", 30ms, 760ms, 41'984, "openresty", "_ntes_nuid", "cdn-source: cache-node-3",
     "http://www.163.com/index.html"},
    {"www.qq.com", 25ms, 340ms, 36'864, "stgw", nullptr, "X-Cache: HIT", nullptr},
    {"www.baidu.com", 20ms, 210ms, 29'506, "BWS/1.1", "BAIDUID", nullptr, nullptr},
    {"www.zhihu.com", 45ms, 690ms, 22'016, "CLOUD ELB 1.0.0", "_xsrf", nullptr, nullptr},
    {"www.bilibili.com", 35ms, 430ms, 27'648, "Tengine", "buvid3", "X-Cache-Webcdn: HIT", nullptr},
    {"www.taobao.com", 30ms, 280ms, 24'576, "Tengine", "thw", "Via: cache8.cn3 [hit]", nullptr},
    {"www.python.org", 90ms, 620ms, 50'112, "nginx", nullptr, "Via: 1.1 varnish", nullptr},
    {"docs.python.org", 85ms, 540ms, 18'432, "nginx", nullptr, "Via: 1.1 varnish", nullptr},
    {"pypi.org", 80ms, 590ms, 21'504, "nginx/1.13.9", nullptr, "X-Cache: HIT, HIT", nullptr},
    {"www.qt.io", 110ms, 900ms, 73'728, "cloudflare", "__cf_bm", "CF-Cache-Status: DYNAMIC", nullptr},
    {"doc.qt.io", 105ms, 820ms, 40'960, "nginx", nullptr, nullptr, nullptr},
    {"github.com", 70ms, 660ms, 45'056, "GitHub.com", "_octo", nullptr, nullptr},
    {"www.wikipedia.org", 75ms, 380ms, 19'456, "ATS/9.1.4", "WMF-Last-Access", "X-Cache: cp3066 hit", nullptr},
    {"www.debian.org", 65ms, 450ms, 14'336, "Apache", nullptr, nullptr, nullptr},
    {"www.google.com", 50ms, 240ms, 20'480, "gws", "NID", nullptr, nullptr},
    {"www.example.com", 50ms, 310ms, 1'256, "ECAcc (nyd/D17F)", nullptr, "X-Cache: HIT", nullptr},
    {"example.com", 50ms, 300ms, 1'256, "ECAcc (nyd/D17F)", nullptr, "X-Cache: HIT", nullptr},
    {"example.org", 55ms, 330ms, 1'256, "ECAcc (nyd/D13A)", nullptr, "X-Cache: HIT", nullptr},
    {"example.net", 55ms, 360ms, 1'256, "ECAcc (nyd/D10B)", nullptr, "X-Cache: HIT", nullptr},
    {"httpbin.org", 95ms, 350ms, 9'593, "gunicorn/19.9.0", nullptr, nullptr, nullptr},
};

constexpr std::array<const char *, 6> Servers {"nginx", "Apache", "nginx/1.22.1", "Apache/2.4.57 (Debian)",
                                               "openresty", "Caddy"};

enum Purpose : quint64 { Resolve, FirstByte, Size, Server, KeepAlive, Cookie };

/// Between the two, in steps that people can read on a chart.
milliseconds pick(const QByteArray &host, Purpose purpose, milliseconds from, milliseconds to, milliseconds step)
{
    const auto steps = quint64((to - from) / step) + 1;
    return from + step * qint64(stableHash(host, purpose) % steps);
}

QByteArray hexOf(quint64 number)
{
    return QByteArray::number(number, 16).rightJustified(16, '0');
}

void addCookie(HostProfile &profile, const QByteArray &name)
{
    profile.extraHeaders.append(HttpHeader {"Set-Cookie", name + '=' + hexOf(stableHash(profile.host, Cookie)) + "; path=/"});
}

/// "Name: value" as one header.
void addHeader(HostProfile &profile, const QByteArray &line)
{
    const auto colon = line.indexOf(": ");
    profile.extraHeaders.append(HttpHeader {line.first(colon), line.sliced(colon + 2)});
}

HostProfile hashedProfile(const QByteArray &host)
{
    HostProfile profile;
    profile.host = host;
    profile.resolve = pick(host, Resolve, 20ms, 120ms, 5ms);
    profile.firstByte = pick(host, FirstByte, 200ms, 1500ms, 10ms);
    profile.keepAlive = pick(host, KeepAlive, 5s, 15s, 5s);
    profile.bodySize = 2'048 + qint64(stableHash(host, Size) % 62) * 1'024;
    profile.server = Servers[stableHash(host, Server) % Servers.size()];
    profile.speaksJson = host.startsWith("api.") || host.contains("json");
    if (stableHash(host, Cookie) % 3 == 0)
        addCookie(profile, "session");
    return profile;
}

void learn(HostProfile &profile, const KnownHost &known)
{
    profile.resolve = known.resolve;
    profile.firstByte = known.firstByte;
    profile.bodySize = known.bodySize;
    profile.server = known.server;
    profile.redirect = known.redirect;
    profile.extraHeaders.clear();
    if (known.cache)
        addHeader(profile, known.cache);
    if (known.cookie)
        addCookie(profile, known.cookie);
}

bool isOrEndsWith(const QByteArray &host, const QByteArray &domain)
{
    return host == domain || host.endsWith('.' + domain);
}

/// Names that stand for "there is no such host" to whoever reads the program.
bool isNobody(const QByteArray &host)
{
    if (isOrEndsWith(host, "invalid") || isOrEndsWith(host, "nxdomain.example"))
        return true;
    constexpr std::array<const char *, 6> Words {"nonexistent", "non-existent", "does-not-exist",
                                                 "doesnotexist", "no-such-", "nosuch"};
    return std::any_of(Words.begin(), Words.end(), [&](const char *word) { return host.contains(word); });
}

void setTemper(HostProfile &profile)
{
    const auto &host = profile.host;
    if (isNobody(host)) {
        profile.temper = Temper::Unknown;
    } else if (isOrEndsWith(host, "refuse.example")) {
        profile.temper = Temper::Refuse;
    } else if (isOrEndsWith(host, "reset.example")) {
        profile.temper = Temper::Reset;
        profile.firstByte = 300ms;
    } else if (isOrEndsWith(host, "timeout.example")) {
        profile.temper = Temper::Silent;
    } else if (isOrEndsWith(host, "slow.example")) {
        profile.firstByte = 5s;
    } else if (isOrEndsWith(host, "trickle.example")) {
        profile.temper = Temper::Trickle;
        profile.firstByte = 300ms;
        profile.spread = 5s;
        profile.bodySize = 2'000;
    }
}

bool isHostCharacter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
}

bool isLabel(const QByteArray &label)
{
    return !label.isEmpty() && label.size() <= 63 && std::all_of(label.begin(), label.end(), isHostCharacter);
}

} // namespace

quint64 stableHash(const QByteArray &text, quint64 purpose)
{
    // FNV-1a, then a finalizer that spreads a difference in one letter over all bits.
    quint64 hash = 0xcbf29ce484222325 ^ (purpose * 0x9e3779b97f4a7c15);
    for (const char c : text)
        hash = (hash ^ uchar(c)) * 0x100000001b3;
    hash = (hash ^ (hash >> 30)) * 0xbf58476d1ce4e5b9;
    hash = (hash ^ (hash >> 27)) * 0x94d049bb133111eb;
    return hash ^ (hash >> 31);
}

QByteArray normalisedHostName(const QByteArray &name)
{
    auto host = name.toLower();
    if (host.endsWith('.'))
        host.chop(1);
    const auto labels = host.split('.');
    const bool isValid = host.size() <= 253 && std::all_of(labels.begin(), labels.end(), isLabel);
    return isValid ? host : QByteArray();
}

HostProfile hostProfile(const QByteArray &host)
{
    auto profile = hashedProfile(host);
    const auto known = std::find_if(std::begin(KnownHosts), std::end(KnownHosts),
                                    [&](const KnownHost &one) { return host == one.host; });
    if (known != std::end(KnownHosts))
        learn(profile, *known);
    setTemper(profile);
    return profile;
}

} // namespace Playground
