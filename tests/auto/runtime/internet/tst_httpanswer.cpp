// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/internet/hostnames.h"
#include "core/runtime/internet/httpanswer.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <set>

#include <arpa/inet.h>

using namespace Playground;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class TestHttpAnswer : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aHostIsTheSameInEveryRun();
    void wellKnownHostsDiffer();
    void everyDelayIsReadableOnAChart();
    void specialHostsHaveTheirTemper_data();
    void specialHostsHaveTheirTemper();
    void aNameIsNormalised_data();
    void aNameIsNormalised();
    void everyNameHasAnAddressOfItsOwn();
    void namesOfThisMachineAreLocal();
    void anAnswerLooksLikeTheRealThing();
    void theFrontDoorOf163LeadsToAnotherPage();
    void bodiesHaveTheirSize_data();
    void bodiesHaveTheirSize();
    void aPathSetsDelayAndStatus_data();
    void aPathSetsDelayAndStatus();
    void headHasNoBodyButItsLength();
    void someStatusesHaveNoBody();
    void redirectsCountDown();
    void echoGivesBackWhatCame();
    void getShowsTheRequest();
    void headersShowsTheHeaders();
    void whoClosesIsToldSo();
};

namespace {

const QDateTime Now(QDate(2026, 11, 25), QTime(8, 5, 9), Qt::UTC);

HttpRequest requestFor(const QByteArray &target, const QByteArray &method = "GET")
{
    HttpRequest request;
    request.method = method;
    request.target = target;
    request.headers = {HttpHeader {"Host", "example.com"}};
    return request;
}

HttpAnswer answerFor(const QByteArray &target, const QByteArray &host = "example.com")
{
    return answerTo(requestFor(target), hostProfile(host), Now);
}

QJsonObject jsonOf(const HttpAnswer &answer)
{
    return QJsonDocument::fromJson(answer.body(0, answer.size)).object();
}

} // namespace

void TestHttpAnswer::aHostIsTheSameInEveryRun()
{
    // Literal values: a hash that differs from run to run or from machine to machine would not meet them.
    const auto profile = hostProfile("weather.playground.test");
    const auto again = hostProfile("weather.playground.test");
    QCOMPARE(profile.firstByte, again.firstByte);
    QCOMPARE(stableHash("weather", 1), Q_UINT64_C(16275679491895047077));
    QCOMPARE(hostProfile("www.sina.com.cn").firstByte, Trace::Time(1050ms));
}

void TestHttpAnswer::wellKnownHostsDiffer()
{
    std::set<Trace::Time> delays;
    for (const char *host : {"www.sina.com.cn", "www.sohu.com", "www.163.com", "www.python.org", "example.com",
                             "www.baidu.com", "www.qt.io"})
        delays.insert(hostProfile(host).resolve + hostProfile(host).firstByte);
    QCOMPARE(delays.size(), size_t(7));
}

void TestHttpAnswer::everyDelayIsReadableOnAChart()
{
    std::set<Trace::Time> delays;
    for (int i = 0; i < 500; ++i) {
        const auto profile = hostProfile("host" + QByteArray::number(i) + ".test");
        QVERIFY(profile.firstByte >= 200ms && profile.firstByte <= 1500ms);
        QVERIFY(profile.resolve >= 20ms && profile.resolve <= 120ms);
        QVERIFY(profile.bodySize > 0);
        delays.insert(profile.firstByte);
    }
    QVERIFY2(delays.size() > 100, "hosts are hardly told apart by their delay");
}

void TestHttpAnswer::specialHostsHaveTheirTemper_data()
{
    QTest::addColumn<QByteArray>("host");
    QTest::addColumn<int>("temper");
    const auto row = [](const QByteArray &host, Temper temper) {
        QTest::newRow(host.constData()) << host << int(temper);
    };
    row("example.com", Temper::Steady);
    row("slow.example", Temper::Steady);
    row("trickle.example", Temper::Trickle);
    row("refuse.example", Temper::Refuse);
    row("a.refuse.example", Temper::Refuse);
    row("notrefuse.example", Temper::Steady);
    row("reset.example", Temper::Reset);
    row("timeout.example", Temper::Silent);
    row("nxdomain.example", Temper::Unknown);
    row("server.invalid", Temper::Unknown);
    row("this-does-not-exist.com", Temper::Unknown);
}

void TestHttpAnswer::specialHostsHaveTheirTemper()
{
    QFETCH(const QByteArray, host);
    QTEST(int(hostProfile(host).temper), "temper");
}

void TestHttpAnswer::aNameIsNormalised_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("host");
    QTest::newRow("case") << "WWW.Sina.COM.cn"_ba << "www.sina.com.cn"_ba;
    QTest::newRow("root") << "example.com."_ba << "example.com"_ba;
    QTest::newRow("one label") << "server"_ba << "server"_ba;
    QTest::newRow("empty") << ""_ba << ""_ba;
    QTest::newRow("empty label") << "a..b"_ba << ""_ba;
    QTest::newRow("space") << "a b"_ba << ""_ba;
    QTest::newRow("scheme") << "http://example.com"_ba << ""_ba;
    QTest::newRow("long label") << QByteArray(64, 'a') << ""_ba;
    QTest::newRow("long name") << QByteArray("a.").repeated(150) + 'a' << ""_ba;
}

void TestHttpAnswer::aNameIsNormalised()
{
    QFETCH(const QByteArray, name);
    QTEST(normalisedHostName(name), "host");
}

void TestHttpAnswer::everyNameHasAnAddressOfItsOwn()
{
    HostNames names;
    std::set<quint32> addresses;
    for (int i = 0; i < 5000; ++i) {
        const auto name = "host" + QByteArray::number(i) + ".test";
        const auto address = names.simulatedAddress(name);
        const quint32 number = ntohl(address.s_addr);
        QCOMPARE(number >> 17, 0xc6120000U >> 17);
        QVERIFY((number & 0xff) != 0 && (number & 0xff) != 0xff);
        QCOMPARE(names.simulatedAddress(name).s_addr, address.s_addr);
        QCOMPARE(names.nameOf(QByteArray(reinterpret_cast<const char *>(&address), sizeof address)), name);
        addresses.insert(number);
    }
    QCOMPARE(addresses.size(), size_t(5000));
    HostNames others;
    QCOMPARE(others.simulatedAddress("host7.test").s_addr, names.simulatedAddress("host7.test").s_addr);
}

void TestHttpAnswer::namesOfThisMachineAreLocal()
{
    HostNames names;
    QVERIFY(names.isLocal("localhost"));
    QVERIFY(names.isLocal("LocalHost."));
    QVERIFY(names.isLocal("app.localhost"));
    QVERIFY(names.isLocal(QSysInfo::machineHostName().toLatin1()));
    QVERIFY(!names.isLocal("www.python.org"));
    QVERIFY(!names.isLocal("notlocalhost"));
}

void TestHttpAnswer::anAnswerLooksLikeTheRealThing()
{
    const auto head = answerFor("/", "www.sina.com.cn").head();
    QVERIFY2(head.startsWith("HTTP/1.1 200 OK\r\nServer: nginx\r\nDate: Wed, 25 Nov 2026 08:05:09 GMT\r\n"
                             "Content-Type: text/html; charset=utf-8\r\n"),
             head.constData());
    QVERIFY(head.contains("\r\nContent-Length: 48640\r\n"));
    QVERIFY(head.contains("\r\nSet-Cookie: SINAGLOBAL="));
    QVERIFY(head.endsWith("\r\n\r\n"));
}

void TestHttpAnswer::theFrontDoorOf163LeadsToAnotherPage()
{
    const auto door = answerFor("/", "www.163.com");
    QCOMPARE(door.status, 302);
    const auto location = headerValue(door.headers, "Location");
    QVERIFY(location.startsWith("http://www.163.com/"));
    QCOMPARE(answerFor(location, "www.163.com").status, 200);
}

void TestHttpAnswer::bodiesHaveTheirSize_data()
{
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<qint64>("size");
    QTest::newRow("page") << "/"_ba << qint64(1256);
    QTest::newRow("nothing") << "/bytes/0"_ba << qint64(0);
    QTest::newRow("one") << "/bytes/1"_ba << qint64(1);
    QTest::newRow("many") << "/bytes/100000"_ba << qint64(100'000);
    QTest::newRow("by query") << "/?bytes=777"_ba << qint64(777);
}

void TestHttpAnswer::bodiesHaveTheirSize()
{
    QFETCH(const QByteArray, target);
    const auto answer = answerFor(target);
    QTEST(answer.size, "size");
    QCOMPARE(headerValue(answer.headers, "Content-Length"), QByteArray::number(answer.size));
    const auto whole = answer.body(0, answer.size + 100);
    QCOMPARE(whole.size(), answer.size);
    QByteArray inPieces;
    for (qint64 offset = 0; offset < answer.size; offset += 333)
        inPieces += answer.body(offset, 333);
    QCOMPARE(inPieces, whole);
}

void TestHttpAnswer::aPathSetsDelayAndStatus_data()
{
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<int>("status");
    QTest::addColumn<int>("milliseconds");
    QTest::newRow("host's own") << "/"_ba << 200 << 300;
    QTest::newRow("delay") << "/delay/2"_ba << 200 << 2000;
    QTest::newRow("decimal delay") << "/delay/0.25"_ba << 200 << 250;
    QTest::newRow("status") << "/status/503"_ba << 503 << 300;
    QTest::newRow("unheard-of status") << "/status/599"_ba << 599 << 300;
    QTest::newRow("both in the path") << "/status/404/delay/1"_ba << 404 << 1000;
    QTest::newRow("both by query") << "/?delay=1.5&status=418"_ba << 418 << 1500;
    QTest::newRow("bytes and delay") << "/bytes/10?delay=1"_ba << 200 << 1000;
    QTest::newRow("not a number") << "/delay/soon"_ba << 400 << 300;
    QTest::newRow("not finite") << "/delay/inf"_ba << 400 << 300;
    QTest::newRow("negative") << "/delay/-1"_ba << 400 << 300;
    QTest::newRow("too large") << "/bytes/99999999999"_ba << 400 << 300;
    QTest::newRow("no status") << "/status/99"_ba << 400 << 300;
    QTest::newRow("no path") << "nonsense"_ba << 400 << 300;
    QTest::newRow("through a proxy") << "http://example.com:80/delay/2"_ba << 200 << 2000;
}

void TestHttpAnswer::aPathSetsDelayAndStatus()
{
    QFETCH(const QByteArray, target);
    QFETCH(const int, milliseconds);
    const auto answer = answerFor(target);
    QTEST(answer.status, "status");
    QCOMPARE(answer.firstByte, Trace::Time(std::chrono::milliseconds(milliseconds)));
}

void TestHttpAnswer::headHasNoBodyButItsLength()
{
    const auto answer = answerTo(requestFor("/bytes/10", "HEAD"), hostProfile("example.com"), Now);
    QVERIFY(!answer.sendsBody);
    QCOMPARE(headerValue(answer.headers, "Content-Length"), "10");
}

void TestHttpAnswer::someStatusesHaveNoBody()
{
    const auto answer = answerFor("/status/204");
    QVERIFY(!answer.sendsBody);
    QVERIFY(headerValue(answer.headers, "Content-Length").isEmpty());
    QVERIFY(answer.head().startsWith("HTTP/1.1 204 No Content\r\n"));
}

void TestHttpAnswer::redirectsCountDown()
{
    QByteArray target = "/redirect/3";
    QList<QByteArray> way;
    for (auto answer = answerFor(target); answer.status == 302; answer = answerFor(target)) {
        target = headerValue(answer.headers, "Location");
        way.append(target);
    }
    QCOMPARE(way, (QList<QByteArray> {"/redirect/2", "/redirect/1", "/"}));
}

void TestHttpAnswer::echoGivesBackWhatCame()
{
    auto request = requestFor("/echo", "POST");
    request.headers.append(HttpHeader {"Content-Type", "text/plain; charset=utf-8"});
    request.body = "你好";
    const auto answer = answerTo(request, hostProfile("example.com"), Now);
    QCOMPARE(answer.body(0, answer.size), "你好");
    QCOMPARE(headerValue(answer.headers, "Content-Type"), "text/plain; charset=utf-8");
}

void TestHttpAnswer::getShowsTheRequest()
{
    const auto json = jsonOf(answerFor("/get?name=%E7%8C%AB&n=1", "httpbin.org"));
    QCOMPARE(json[u"args"_s][u"name"_s].toString(), u"猫"_s);
    QCOMPARE(json[u"url"_s].toString(), u"http://httpbin.org/get?name=%E7%8C%AB&n=1"_s);
    auto post = requestFor("/post", "POST");
    post.body = "{\"a\": [1]}";
    const auto answer = answerTo(post, hostProfile("httpbin.org"), Now);
    QCOMPARE(jsonOf(answer)[u"json"_s][u"a"_s][0].toInt(), 1);
}

void TestHttpAnswer::headersShowsTheHeaders()
{
    QCOMPARE(jsonOf(answerFor("/headers"))[u"headers"_s][u"Host"_s].toString(), u"example.com"_s);
}

void TestHttpAnswer::whoClosesIsToldSo()
{
    auto request = requestFor("/");
    QCOMPARE(headerValue(answerTo(request, hostProfile("example.com"), Now).headers, "Connection"), "keep-alive");
    request.minorVersion = 0;
    const auto answer = answerTo(request, hostProfile("example.com"), Now);
    QCOMPARE(headerValue(answer.headers, "Connection"), "close");
    QVERIFY(answer.closes);
}

QTEST_GUILESS_MAIN(TestHttpAnswer)
#include "tst_httpanswer.moc"
