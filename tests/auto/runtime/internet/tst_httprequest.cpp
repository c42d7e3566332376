// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/internet/httprequest.h"

#include <QRandomGenerator>
#include <QTest>

using namespace Playground;
using namespace Qt::StringLiterals;

class TestHttpRequest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aRequestIsReadWhole();
    void aRequestMayComeByteByByte();
    void aConnectionStaysOpen_data();
    void aConnectionStaysOpen();
    void pipelinedRequestsComeOneAfterTheOther();
    void aBodyComesByLength();
    void aBodyComesInChunks();
    void aClientThatExpectsContinueIsToldOnce();
    void aClientThatSendsItsBodyAnywayIsNotTold();
    void aBadRequestIsRefused_data();
    void aBadRequestIsRefused();
    void anEndlessHeadIsRefusedInTime_data();
    void anEndlessHeadIsRefusedInTime();
    void noInputCrashesIt();
};

namespace {

HttpParser parserFor(const QByteArray &bytes)
{
    HttpParser parser;
    parser.feed(bytes);
    return parser;
}

} // namespace

void TestHttpRequest::aRequestIsReadWhole()
{
    auto parser = parserFor("GET /path?x=1 HTTP/1.0\r\nHost: www.sina.com.cn\r\naccept:  text/html \r\n\r\n");
    QVERIFY(parser.isComplete());
    const auto request = parser.take();
    QCOMPARE(request.method, "GET");
    QCOMPARE(request.target, "/path?x=1");
    QCOMPARE(request.minorVersion, 0);
    QCOMPARE(headerValue(request.headers, "host"), "www.sina.com.cn");
    QCOMPARE(headerValue(request.headers, "Accept"), "text/html");
    QVERIFY(request.body.isEmpty());
    QVERIFY(!parser.isComplete());
    QVERIFY(!parser.hasBegun());
}

void TestHttpRequest::aRequestMayComeByteByByte()
{
    const QByteArray bytes = "\r\nPOST /echo HTTP/1.1\nHost: a\nContent-Length: 3\n\nabc";
    HttpParser parser;
    for (const char c : bytes) {
        QVERIFY(!parser.isComplete());
        parser.feed(QByteArray(1, c));
    }
    QVERIFY(parser.isComplete());
    QCOMPARE(parser.take().body, "abc");
}

void TestHttpRequest::aConnectionStaysOpen_data()
{
    QTest::addColumn<QByteArray>("head");
    QTest::addColumn<bool>("stays");
    QTest::newRow("1.1") << "GET / HTTP/1.1\r\nHost: a\r\n\r\n"_ba << true;
    QTest::newRow("1.1 close") << "GET / HTTP/1.1\r\nHost: a\r\nConnection: Close\r\n\r\n"_ba << false;
    QTest::newRow("1.1 list") << "GET / HTTP/1.1\r\nHost: a\r\nConnection: te, close\r\n\r\n"_ba << false;
    QTest::newRow("1.0") << "GET / HTTP/1.0\r\n\r\n"_ba << false;
    QTest::newRow("1.0 keep-alive") << "GET / HTTP/1.0\r\nConnection: keep-alive\r\n\r\n"_ba << true;
}

void TestHttpRequest::aConnectionStaysOpen()
{
    QFETCH(const QByteArray, head);
    auto parser = parserFor(head);
    QVERIFY(parser.isComplete());
    QTEST(parser.take().keepsAlive(), "stays");
}

void TestHttpRequest::pipelinedRequestsComeOneAfterTheOther()
{
    auto parser = parserFor("GET /1 HTTP/1.1\r\nHost: a\r\n\r\nPOST /2 HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\n\r\nxyGET /3");
    QCOMPARE(parser.take().target, "/1");
    QVERIFY(parser.isComplete());
    const auto second = parser.take();
    QCOMPARE(second.target, "/2");
    QCOMPARE(second.body, "xy");
    QVERIFY(!parser.isComplete());
    QVERIFY(parser.hasBegun());
    parser.feed(" HTTP/1.1\r\nHost: a\r\n\r\n");
    QCOMPARE(parser.take().target, "/3");
}

void TestHttpRequest::aBodyComesByLength()
{
    auto parser = parserFor("PUT / HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nab\n");
    QVERIFY(!parser.isComplete());
    parser.feed("\r\n");
    QVERIFY(parser.isComplete());
    QCOMPARE(parser.take().body, "ab\n\r\n");
}

void TestHttpRequest::aBodyComesInChunks()
{
    auto parser = parserFor("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n"
                            "5\r\nhello\r\n8;note=x\r\n, world!\r\n0\r\nTrailer: t\r\n");
    QVERIFY(!parser.isComplete());
    parser.feed("\r\nGET");
    QVERIFY(parser.isComplete());
    QCOMPARE(parser.take().body, "hello, world!");
    QVERIFY(parser.hasBegun());
}

void TestHttpRequest::aClientThatExpectsContinueIsToldOnce()
{
    auto parser = parserFor("POST / HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: 2\r\n\r\n");
    QVERIFY(!parser.isComplete());
    QVERIFY(parser.takeContinueWish());
    QVERIFY(!parser.takeContinueWish());
    parser.feed("ok");
    QCOMPARE(parser.take().body, "ok");
}

void TestHttpRequest::aClientThatSendsItsBodyAnywayIsNotTold()
{
    auto parser = parserFor("POST / HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: 2\r\n\r\nok");
    QVERIFY(parser.isComplete());
    QVERIFY(!parser.takeContinueWish());
}

void TestHttpRequest::aBadRequestIsRefused_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("status");
    QTest::newRow("no version") << "GET /\r\n"_ba << 400;
    QTest::newRow("no HTTP") << "hello there friend\r\n"_ba << 400;
    QTest::newRow("two spaces") << "GET  / HTTP/1.1\r\n"_ba << 400;
    QTest::newRow("control character") << "GET /\x01 HTTP/1.1\r\n"_ba << 400;
    QTest::newRow("HTTP/2") << "PRI * HTTP/2.0\r\n"_ba << 505;
    QTest::newRow("no host in 1.1") << "GET / HTTP/1.1\r\n\r\n"_ba << 400;
    QTest::newRow("header without colon") << "GET / HTTP/1.0\r\nnonsense\r\n"_ba << 400;
    QTest::newRow("folded header") << "GET / HTTP/1.0\r\nA: b\r\n c\r\n"_ba << 400;
    QTest::newRow("space before colon") << "GET / HTTP/1.0\r\nA : b\r\n"_ba << 400;
    QTest::newRow("negative length") << "POST / HTTP/1.0\r\nContent-Length: -1\r\n\r\n"_ba << 400;
    QTest::newRow("two lengths") << "POST / HTTP/1.0\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n"_ba << 400;
    QTest::newRow("huge length") << "POST / HTTP/1.0\r\nContent-Length: 99999999999999999999\r\n\r\n"_ba << 413;
    QTest::newRow("large length") << "POST / HTTP/1.0\r\nContent-Length: 17000000\r\n\r\n"_ba << 413;
    QTest::newRow("length and chunks")
        << "POST / HTTP/1.0\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n"_ba << 400;
    QTest::newRow("unknown encoding") << "POST / HTTP/1.0\r\nTransfer-Encoding: gzip\r\n\r\n"_ba << 501;
    QTest::newRow("unknown expectation") << "POST / HTTP/1.0\r\nExpect: a miracle\r\n\r\n"_ba << 417;
    QTest::newRow("bad chunk size") << "POST / HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n-5\r\n"_ba << 400;
    QTest::newRow("large chunk") << "POST / HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\nfffffff\r\n"_ba << 413;
    QTest::newRow("chunk too long") << "POST / HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n1\r\nabc\r\n"_ba << 400;
}

void TestHttpRequest::aBadRequestIsRefused()
{
    QFETCH(const QByteArray, bytes);
    const auto parser = parserFor(bytes);
    QVERIFY(!parser.isComplete());
    QTEST(parser.failure(), "status");
}

void TestHttpRequest::anEndlessHeadIsRefusedInTime_data()
{
    QTest::addColumn<QByteArray>("start");
    QTest::addColumn<QByteArray>("more");
    QTest::addColumn<int>("status");
    QTest::newRow("request line") << QByteArray() << "xxxxxxxxxxxxxxxx"_ba << 414;
    QTest::newRow("one header") << "GET / HTTP/1.0\r\nA: "_ba << "xxxxxxxxxxxxxxxx"_ba << 431;
    QTest::newRow("many headers") << "GET / HTTP/1.0\r\n"_ba << "A: 1\r\n"_ba << 431;
    QTest::newRow("many short headers") << "GET / HTTP/1.0\r\n"_ba << "A:\n"_ba << 431;
    QTest::newRow("empty lines") << QByteArray() << "\r\n"_ba << 431;
}

void TestHttpRequest::anEndlessHeadIsRefusedInTime()
{
    QFETCH(const QByteArray, start);
    QFETCH(const QByteArray, more);
    auto parser = parserFor(start);
    qsizetype fed = 0;
    for (; parser.failure() == 0 && fed < 200'000; fed += more.size())
        parser.feed(more);
    QTEST(parser.failure(), "status");
    QVERIFY2(fed <= 2 * HttpParser::MaxHead, qPrintable(QString::number(fed)));
}

void TestHttpRequest::noInputCrashesIt()
{
    QRandomGenerator random(20261125);
    const QByteArray parts[] = {"GET ", "/", " HTTP/1.1", "\r\n", "\n", "Host: a", "Transfer-Encoding: chunked",
                                "Content-Length: 3", "5", "0", "\r\n\r\n", ":", "\0x"_ba, "Expect: 100-continue"};
    int completed = 0;
    for (int round = 0; round < 20'000; ++round) {
        HttpParser parser;
        if (round % 2 == 0)
            parser.feed("GET / HTTP/1.0\r\n");
        const int pieces = random.bounded(1, 24);
        for (int i = 0; i < pieces; ++i)
            parser.feed(parts[random.bounded(int(std::size(parts)))]);
        for (; parser.isComplete(); ++completed)
            parser.take();
    }
    QVERIFY(completed > 0);
}

QTEST_GUILESS_MAIN(TestHttpRequest)
#include "tst_httprequest.moc"
