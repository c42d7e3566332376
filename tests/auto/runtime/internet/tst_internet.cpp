// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A program meets the simulated internet: through the C library's functions, as CPython calls them, and through Qt's.
// On the instant clock, so every duration is exact.
#include "client.h"

#include "core/runtime/clock.h"
#include "core/runtime/internet/hostprofile.h"
#include "core/runtime/internet/internet.h"
#include "core/runtime/scenario.h"
#include "core/trace/tracestream.h"

#include <QMetaEnum>
#include <QNetworkAccessManager>
#include <QNetworkProxy>
#include <QNetworkReply>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

#include <array>
#include <atomic>
#include <cerrno>
#include <cstring>
#include <memory>
#include <optional>
#include <set>
#include <thread>
#include <vector>

#include <arpa/inet.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace Playground;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Trace::NetworkMode;
using Trace::NetworkPhase;
using Trace::TaskId;

class TestInternet : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void cleanupTestCase();

    void aFetchTakesTheHostsTime();
    void twoFetchesAreAlike();
    void aNameHasAnAddressInTheTestNetwork();
    void aLookupKeepsWhatTheLibraryKnows();
    void simulatedHostsHaveNoIpv6();
    void unknownNamesAreNotFound_data();
    void unknownNamesAreNotFound();
    void theOlderLookupsAnswerToo();
    void anAddressHasItsNameBack();
    void theProgramSeesWhomItConnectedTo();
    void aNumericAddressIsAnsweredToo();
    void aConnectThatDoesNotBlockWorks();
    void anIpv6SocketReachesAMappedAddress();
    void everyPortSpeaksHttp();

    void thisMachineIsLeftAlone();
    void unixSocketsAreLeftAlone();

    void aConnectionServesManyRequests();
    void anIdleConnectionIsClosedInTime();
    void whoClosesHisHalfStillGetsTheAnswer();
    void aClientIsToldToContinue();
    void aLongHeadIsRefused();
    void aSlowReaderGetsEverything();
    void manyAtOnceOverlap();

    void refuseRefuses();
    void refuseRefusesLaterToo();
    void resetResets();
    void timeoutNeverAnswers();
    void slowIsSlow();
    void trickleTrickles();
    void encryptionIsRefusedAndExplained();
    void aProxyIsAskedForOtherHosts();

    void datagramsFindTheOwnAddressAndAreLost();
    void abandonedConnectionsEnd_data();
    void abandonedConnectionsEnd();
    void aForkedChildHasAnInternetOfItsOwn();
    void aDescriptorUsedAgainIsForgotten();
    void stoppingEndsAllConnections();

    void qtsSocketsMeetIt();
    void qtsHttpClientMeetsIt();

    void aFetchIsTracedPhaseByPhase();
    void aLookupAloneEnds();
    void phasesBelongToTheTaskThatConnected();
    void furtherRequestsWaitAgain();
    void failuresAreTraced();
    void theScenariosOwnConnectionsAreTraced();

    void withoutANetworkNothingIsReached();

private:
    std::vector<Trace::Event> newEvents();
    QStringList phases(const std::vector<Trace::Event> &events);

    int m_tracePipe = -1;
    TraceReader m_reader;
};

namespace {

Trace::Time now()
{
    return Clock::instance().now();
}

/// As if somebody outside were about: while it lives, the instant clock passes as the world's time does, and does not
/// run to the server's next deadline whenever the test waits for something.
class HeldClock {
public:
    HeldClock() { Clock::instance().addOutsider(); }
    ~HeldClock() { Clock::instance().removeOutsider(); }
    Q_DISABLE_COPY_MOVE(HeldClock)
};

/// How long it took, in scenario time.
template <typename Function>
Trace::Time durationOf(Function &&function)
{
    const auto before = now();
    function();
    return now() - before;
}

sockaddr_in ipv4(const char *address, quint16 port)
{
    sockaddr_in result {};
    result.sin_family = AF_INET;
    result.sin_port = htons(port);
    ::inet_pton(AF_INET, address, &result.sin_addr);
    return result;
}

const sockaddr *generic(const sockaddr_in &address)
{
    return reinterpret_cast<const sockaddr *>(&address);
}

QByteArray peerOf(int descriptor)
{
    sockaddr_storage address {};
    socklen_t length = sizeof address;
    std::array<char, 64> host {};
    std::array<char, 8> port {};
    auto *peer = reinterpret_cast<sockaddr *>(&address);
    if (::getpeername(descriptor, peer, &length) < 0)
        return "none";
    ::getnameinfo(peer, length, host.data(), host.size(), port.data(), port.size(), NI_NUMERICHOST | NI_NUMERICSERV);
    return QByteArray(host.data()) + ' ' + port.data();
}

int pendingError(int descriptor)
{
    int error = -1;
    socklen_t length = sizeof error;
    ::getsockopt(descriptor, SOL_SOCKET, SO_ERROR, &error, &length);
    return error;
}

void waitUntilWritable(int descriptor)
{
    pollfd one {descriptor, POLLOUT, 0};
    ::poll(&one, 1, -1);
}

} // namespace

void TestInternet::initTestCase()
{
    std::array<int, 2> ends {};
    QCOMPARE(::pipe2(ends.data(), O_CLOEXEC), 0);
    ::fcntl(ends[0], F_SETFL, O_NONBLOCK);
    ::fcntl(ends[0], F_SETPIPE_SZ, 1024 * 1024);
    m_tracePipe = ends[0];
    ScenarioOptions options;
    options.clock = Trace::ClockMode::Instant;
    options.traceDescriptor = ends[1];
    Scenario::instance().start(options);
    QNetworkProxy::setApplicationProxy(QNetworkProxy(QNetworkProxy::NoProxy));
}

void TestInternet::init()
{
    Internet::start(NetworkMode::Simulated);
    newEvents();
}

void TestInternet::cleanup()
{
    Scenario::setCurrentTask(TaskId::None);
    QTRY_COMPARE(Internet::visits(), 0);
}

void TestInternet::cleanupTestCase()
{
    Internet::stop();
}

std::vector<Trace::Event> TestInternet::newEvents()
{
    Scenario::instance().flush();
    std::vector<Trace::Event> events;
    std::array<char, 65536> buffer;
    for (auto count = ::read(m_tracePipe, buffer.data(), buffer.size()); count > 0;
         count = ::read(m_tracePipe, buffer.data(), buffer.size())) {
        const auto more = m_reader.read(QByteArray(buffer.data(), count));
        events.insert(events.end(), more.begin(), more.end());
    }
    return events;
}

/// "Resolve 0 www.sohu.com:80": each phase with its time in milliseconds since the first one.
QStringList TestInternet::phases(const std::vector<Trace::Event> &events)
{
    QStringList texts;
    std::optional<Trace::Time> start;
    for (const auto &event : events) {
        const auto *progress = std::get_if<Trace::NetworkProgress>(&event);
        if (!progress)
            continue;
        start = start.value_or(progress->at);
        const auto milliseconds = std::chrono::duration_cast<std::chrono::milliseconds>(progress->at - *start).count();
        texts.append(u"%1 %2 %3"_s.arg(QString::fromLatin1(QMetaEnum::fromType<NetworkPhase>().valueToKey(int(progress->phase))))
                         .arg(milliseconds).arg(progress->host).trimmed());
    }
    return texts;
}

void TestInternet::aFetchTakesTheHostsTime()
{
    QByteArray answer;
    QCOMPARE(durationOf([&] { answer = Client::fetch("www.sina.com.cn"); }), Trace::Time(40ms + 1050ms));
    QVERIFY2(answer.startsWith("HTTP/1.1 200 OK\r\n"), answer.left(100).constData());
    QVERIFY(answer.contains("\r\nConnection: close\r\n"));
    QCOMPARE(answer.size() - answer.indexOf("\r\n\r\n") - 4, 48'640);
}

void TestInternet::twoFetchesAreAlike()
{
    const auto withoutDate = [](QByteArray answer) {
        const auto at = answer.indexOf("Date: ");
        return answer.remove(at, answer.indexOf('\r', at) - at);
    };
    for (const char *host : {"www.sohu.com", "www.163.com", "some.other.host"}) {
        QByteArray first;
        QByteArray second;
        const auto took = durationOf([&] { first = Client::fetch(host); });
        QCOMPARE(durationOf([&] { second = Client::fetch(host); }), took);
        QVERIFY(first.size() > 200);
        QCOMPARE(withoutDate(first), withoutDate(second));
    }
}

void TestInternet::aNameHasAnAddressInTheTestNetwork()
{
    const auto address = Client::addressOf("www.python.org");
    QVERIFY2(address.startsWith("198.18.") || address.startsWith("198.19."), address.constData());
    QCOMPARE(Client::addressOf("WWW.Python.Org."), address);
    QVERIFY(Client::addressOf("docs.python.org") != address);
    QCOMPARE(durationOf([] { Client::addressOf("www.python.org"); }), Trace::Time(90ms));
}

void TestInternet::aLookupKeepsWhatTheLibraryKnows()
{
    addrinfo hints {};
    hints.ai_flags = AI_CANONNAME | AI_ADDRCONFIG;
    addrinfo *list = nullptr;
    QCOMPARE(::getaddrinfo("www.qt.io", "https", &hints, &list), 0);
    QCOMPARE(QByteArray(list->ai_canonname), "www.qt.io");
    QCOMPARE(ntohs(reinterpret_cast<sockaddr_in *>(list->ai_addr)->sin_port), 443);
    QVERIFY2(list->ai_next && list->ai_next->ai_socktype != list->ai_socktype, "one entry for each type of socket");
    ::freeaddrinfo(list);
    QCOMPARE(::getaddrinfo("www.qt.io", "no-such-service-here", nullptr, &list), EAI_SERVICE);
}

void TestInternet::simulatedHostsHaveNoIpv6()
{
    int error = 0;
    QVERIFY(Client::addressOf("www.python.org", AF_INET6, &error).isEmpty());
    QCOMPARE(error, EAI_NODATA);
    const int descriptor = ::socket(AF_INET6, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (descriptor < 0)
        QSKIP("This machine has no IPv6 at all.");
    sockaddr_in6 outside {};
    outside.sin6_family = AF_INET6;
    outside.sin6_port = htons(80);
    ::inet_pton(AF_INET6, "2001:db8::1", &outside.sin6_addr);
    QCOMPARE(::connect(descriptor, reinterpret_cast<sockaddr *>(&outside), sizeof outside), -1);
    QCOMPARE(errno, ENETUNREACH);
    ::close(descriptor);
}

void TestInternet::unknownNamesAreNotFound_data()
{
    QTest::addColumn<QByteArray>("name");
    for (const char *name : {"nxdomain.example", "www.invalid", "does-not-exist.org", "not a name", "http://example.com"})
        QTest::newRow(name) << QByteArray(name);
}

void TestInternet::unknownNamesAreNotFound()
{
    QFETCH(const QByteArray, name);
    int error = 0;
    Client::addressOf(name.constData(), AF_UNSPEC, &error);
    QCOMPARE(error, EAI_NONAME);
}

void TestInternet::theOlderLookupsAnswerToo()
{
    const auto *found = ::gethostbyname("www.python.org");
    QVERIFY(found);
    QCOMPARE(QByteArray(found->h_name), "www.python.org");
    in_addr address {};
    std::memcpy(&address, found->h_addr_list[0], sizeof address);
    QCOMPARE(QByteArray(::inet_ntoa(address)), Client::addressOf("www.python.org"));
    QVERIFY(!found->h_addr_list[1] && !found->h_aliases[0]);
    QVERIFY(!::gethostbyname("nxdomain.example"));
    QCOMPARE(h_errno, HOST_NOT_FOUND);

    hostent entry {};
    hostent *result = nullptr;
    int error = 0;
    std::array<char, 20> small {};
    QCOMPARE(::gethostbyname_r("www.python.org", &entry, small.data(), small.size(), &result, &error), ERANGE);
    QVERIFY(!result);
}

void TestInternet::anAddressHasItsNameBack()
{
    const auto address = ipv4(Client::addressOf("www.debian.org").constData(), 80);
    std::array<char, 100> host {};
    std::array<char, 30> service {};
    QCOMPARE(::getnameinfo(generic(address), sizeof address, host.data(), host.size(), service.data(), service.size(), 0), 0);
    QCOMPARE(QByteArray(host.data()), "www.debian.org");
    QCOMPARE(QByteArray(service.data()), "http");
    QCOMPARE(::getnameinfo(generic(address), sizeof address, host.data(), 4, nullptr, 0, NI_NAMEREQD), EAI_OVERFLOW);
    hostent entry {};
    hostent *result = nullptr;
    int error = 0;
    std::array<char, 1024> buffer {};
    QCOMPARE(::gethostbyaddr_r(&address.sin_addr, sizeof address.sin_addr, AF_INET, &entry, buffer.data(), buffer.size(),
                               &result, &error), 0);
    QVERIFY(result);
    QCOMPARE(QByteArray(result->h_name), "www.debian.org");
    const auto stranger = ipv4("203.0.113.7", 80);
    QCOMPARE(::getnameinfo(generic(stranger), sizeof stranger, host.data(), host.size(), nullptr, 0, NI_NAMEREQD), EAI_NONAME);
    QCOMPARE(::getnameinfo(generic(stranger), sizeof stranger, host.data(), host.size(), nullptr, 0, 0), 0);
    QCOMPARE(QByteArray(host.data()), "203.0.113.7");
}

void TestInternet::theProgramSeesWhomItConnectedTo()
{
    const auto client = Client::to("www.sohu.com", "8080");
    QCOMPARE(peerOf(client.socket()), Client::addressOf("www.sohu.com") + " 8080");
}

void TestInternet::aNumericAddressIsAnsweredToo()
{
    auto client = Client::to("203.0.113.7");
    QCOMPARE(client.error(), 0);
    QCOMPARE(peerOf(client.socket()), "203.0.113.7 80");
    client.send(get("/", "1.0"));
    QVERIFY(client.receiveAll().startsWith("HTTP/1.1 200 OK"));
}

void TestInternet::aConnectThatDoesNotBlockWorks()
{
    const auto address = ipv4(Client::addressOf("www.163.com").constData(), 80);
    Client client(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0));
    if (::connect(client.socket(), generic(address), sizeof address) < 0)
        QCOMPARE(errno, EINPROGRESS);
    waitUntilWritable(client.socket());
    QCOMPARE(pendingError(client.socket()), 0);
    // Asking again is how some libraries learn of their success.
    const int again = ::connect(client.socket(), generic(address), sizeof address);
    QVERIFY(again == 0 || errno == EISCONN);
    ::fcntl(client.socket(), F_SETFL, 0);
    client.send(get("/index.html", "1.0"));
    QVERIFY(client.receiveAll().startsWith("HTTP/1.1 200 OK"));
}

void TestInternet::anIpv6SocketReachesAMappedAddress()
{
    addrinfo hints {};
    hints.ai_family = AF_INET6;
    hints.ai_flags = AI_V4MAPPED;
    hints.ai_socktype = SOCK_STREAM;
    addrinfo *list = nullptr;
    QCOMPARE(::getaddrinfo("www.baidu.com", "80", &hints, &list), 0);
    Client client(::socket(AF_INET6, SOCK_STREAM | SOCK_CLOEXEC, 0));
    if (client.socket() < 0)
        QSKIP("This machine has no IPv6 at all.");
    QCOMPARE(::connect(client.socket(), list->ai_addr, list->ai_addrlen), 0);
    ::freeaddrinfo(list);
    QCOMPARE(peerOf(client.socket()), "::ffff:" + Client::addressOf("www.baidu.com") + " 80");
    client.send(get("/", "1.0"));
    QVERIFY(client.receiveAll().startsWith("HTTP/1.1 200 OK"));
}

void TestInternet::everyPortSpeaksHttp()
{
    auto client = Client::to("www.example.com", "12345");
    client.send(get("/bytes/3", "1.0"));
    QVERIFY(client.receiveAll().endsWith("\r\n\r\n012"));
}

void TestInternet::thisMachineIsLeftAlone()
{
    QTcpServer own;
    QVERIFY(own.listen(QHostAddress::LocalHost));
    const auto port = QByteArray::number(own.serverPort());
    for (const char *host : {"localhost", "127.0.0.1"}) {
        addrinfo hints {};
        hints.ai_family = AF_INET;
        hints.ai_socktype = SOCK_STREAM;
        addrinfo *list = nullptr;
        QCOMPARE(::getaddrinfo(host, port.constData(), &hints, &list), 0);
        Client client(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0));
        QCOMPARE(::connect(client.socket(), list->ai_addr, list->ai_addrlen), 0);
        ::freeaddrinfo(list);
        QCOMPARE(peerOf(client.socket()), "127.0.0.1 " + port);
        QVERIFY(own.waitForNewConnection(5000));
        QCOMPARE(own.nextPendingConnection()->peerAddress(), QHostAddress(QHostAddress::LocalHost));
    }
    own.close();
    const auto refused = Client::to("127.0.0.1", port.constData());
    QCOMPARE(refused.error(), ECONNREFUSED);
    QCOMPARE(Internet::visits(), 0);
}

void TestInternet::unixSocketsAreLeftAlone()
{
    const int descriptor = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_un address {};
    address.sun_family = AF_UNIX;
    std::strcpy(address.sun_path, "/no/such/socket");
    QCOMPARE(::connect(descriptor, reinterpret_cast<sockaddr *>(&address), sizeof address), -1);
    QCOMPARE(errno, ENOENT);
    ::close(descriptor);
}

void TestInternet::aConnectionServesManyRequests()
{
    auto client = Client::to("www.example.com");
    client.send(get("/bytes/5?delay=0.5") + get("/status/404") + "HEAD /bytes/7 HTTP/1.1\r\nHost: a\r\n\r\n");
    QByteArray first;
    QCOMPARE(durationOf([&] { first = client.receiveAnswer(); }), Trace::Time(500ms));
    QVERIFY(first.endsWith("\r\n\r\n01234"));
    QVERIFY(first.contains("\r\nConnection: keep-alive\r\n"));
    QVERIFY(client.receiveAnswer().startsWith("HTTP/1.1 404 Not Found"));
    const auto head = client.receiveUntil("\r\n\r\n");
    QVERIFY(head.contains("Content-Length: 7\r\n"));
    client.send("POST /echo HTTP/1.1\r\nHost: a\r\nConnection: close\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nab\r\n0\r\n\r\n");
    QVERIFY(client.receiveAll().endsWith("\r\n\r\nab"));
}

void TestInternet::anIdleConnectionIsClosedInTime()
{
    auto client = Client::to("www.example.com");
    client.send(get("/bytes/5"));
    client.receiveAnswer();
    const auto patience = hostProfile("www.example.com").keepAlive;
    QCOMPARE(durationOf([&] { client.receiveAll(); }), patience);
    QCOMPARE(client.error(), 0);
}

void TestInternet::whoClosesHisHalfStillGetsTheAnswer()
{
    auto client = Client::to("www.python.org");
    client.send(get("/bytes/4"));
    ::shutdown(client.socket(), SHUT_WR);
    QVERIFY(client.receiveAll().endsWith("\r\n\r\n0123"));
}

void TestInternet::aClientIsToldToContinue()
{
    auto client = Client::to("httpbin.org");
    client.send("POST /echo HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: 5\r\n\r\n");
    QCOMPARE(client.receiveUntil("\r\n\r\n"), "HTTP/1.1 100 Continue\r\n\r\n");
    client.send("hello");
    QVERIFY(client.receiveAnswer().endsWith("\r\n\r\nhello"));
}

void TestInternet::aLongHeadIsRefused()
{
    auto client = Client::to("www.example.com");
    client.send("GET / HTTP/1.1\r\nHost: a\r\nX: " + QByteArray(100'000, 'x') + "\r\n\r\n");
    const auto answer = client.receiveAll();
    QVERIFY2(answer.startsWith("HTTP/1.1 431 Request Header Fields Too Large\r\n"), answer.left(80).constData());
}

void TestInternet::aSlowReaderGetsEverything()
{
    auto client = Client::to("www.example.com");
    client.send(get("/bytes/20000000", "1.0"));
    Clock::instance().sleepUntil(now() + 10s);
    const auto answer = client.receiveAll();
    QCOMPARE(answer.size() - answer.indexOf("\r\n\r\n") - 4, 20'000'000);
}

void TestInternet::manyAtOnceOverlap()
{
    constexpr int Count = 150;
    std::vector<std::thread> threads;
    std::atomic<int> good = 0;
    Trace::Time longest {};
    for (int i = 0; i < Count; ++i) {
        const auto profile = hostProfile("host" + QByteArray::number(i) + ".test");
        longest = std::max(longest, profile.resolve + profile.firstByte);
    }
    const auto took = durationOf([&] {
        for (int i = 0; i < Count; ++i) {
            threads.emplace_back([i, &good] {
                const auto host = "host" + QByteArray::number(i) + ".test";
                const auto answer = Client::fetch(host.constData(), "/headers");
                good += answer.startsWith("HTTP/1.1 200 OK") && answer.contains(host);
            });
        }
        for (auto &thread : threads)
            thread.join();
    });
    QCOMPARE(good.load(), Count);
    QVERIFY2(took >= longest && took < 2 * longest, qPrintable(QString::number(took.count())));
}

void TestInternet::refuseRefuses()
{
    const auto client = Client::to("refuse.example");
    QCOMPARE(client.error(), ECONNREFUSED);
}

void TestInternet::refuseRefusesLaterToo()
{
    const auto address = ipv4(Client::addressOf("refuse.example").constData(), 80);
    const Client client(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0));
    QCOMPARE(::connect(client.socket(), generic(address), sizeof address), -1);
    const int atOnce = errno;
    QVERIFY(atOnce == EINPROGRESS || atOnce == ECONNREFUSED);
    if (atOnce == EINPROGRESS) {
        waitUntilWritable(client.socket());
        QCOMPARE(pendingError(client.socket()), ECONNREFUSED);
    }
}

void TestInternet::resetResets()
{
    auto client = Client::to("reset.example");
    QCOMPARE(client.error(), 0);
    client.send(get("/"));
    QCOMPARE(durationOf([&] { client.receive(); }), Trace::Time(300ms));
    QCOMPARE(client.error(), ECONNRESET);
}

void TestInternet::timeoutNeverAnswers()
{
    auto client = Client::to("timeout.example");
    client.send(get("/"));
    ::shutdown(client.socket(), SHUT_WR);
    QByteArray answer;
    QVERIFY(durationOf([&] { answer = client.receiveAll(); }) >= 600s);
    QVERIFY(answer.isEmpty());
}

void TestInternet::slowIsSlow()
{
    const auto profile = hostProfile("slow.example");
    QCOMPARE(durationOf([] { Client::fetch("slow.example"); }), profile.resolve + 5s);
}

void TestInternet::trickleTrickles()
{
    auto client = Client::to("trickle.example");
    client.send(get("/", "1.0"));
    QByteArray head;
    QCOMPARE(durationOf([&] { head = client.receiveUntil("\r\n\r\n"); }), Trace::Time(300ms));
    std::vector<Trace::Time> arrivals;
    for (auto piece = client.receive(); !piece.isEmpty(); piece = client.receive())
        arrivals.push_back(now());
    QVERIFY2(arrivals.size() >= 15, qPrintable(QString::number(arrivals.size())));
    const auto took = arrivals.back() - arrivals.front();
    QVERIFY2(took > 4900ms && took <= 5000ms, qPrintable(QString::number(took.count())));
}

void TestInternet::encryptionIsRefusedAndExplained()
{
    auto client = Client::to("www.python.org", "443");
    client.send(QByteArray::fromHex("16030100050100000100"));
    QCOMPARE(client.receiveAll().toHex(), "15030100020228");
    QCOMPARE(client.error(), 0);
    QStringList warnings;
    for (const auto &event : newEvents()) {
        if (const auto *warning = std::get_if<Trace::Warning>(&event))
            warnings.append(warning->text);
    }
    QCOMPARE(warnings.size(), 1);
    QVERIFY(warnings.front().contains(u"www.python.org:443"_s));
    QVERIFY(warnings.front().contains(u"http://"_s));

    auto plain = Client::to("www.python.org", "443");
    plain.send(get("/"));
    QVERIFY(plain.receiveAll().startsWith("HTTP/1.1 400 "));
}

void TestInternet::aProxyIsAskedForOtherHosts()
{
    auto client = Client::to("proxy.school.test", "3128");
    client.send(get("http://www.sohu.com/"));
    QByteArray answer;
    QCOMPARE(durationOf([&] { answer = client.receiveAnswer(); }), hostProfile("www.sohu.com").firstByte);
    QVERIFY(answer.contains("<h1>www.sohu.com</h1>"));
}

void TestInternet::datagramsFindTheOwnAddressAndAreLost()
{
    const Client client(::socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0));
    const auto outside = ipv4("8.8.8.8", 53);
    QCOMPARE(::connect(client.socket(), generic(outside), sizeof outside), 0);
    sockaddr_in own {};
    socklen_t length = sizeof own;
    QCOMPARE(::getsockname(client.socket(), reinterpret_cast<sockaddr *>(&own), &length), 0);
    QVERIFY(own.sin_addr.s_addr != 0);
    QCOMPARE(::send(client.socket(), "question", 8, 0), 8);
    const Client other(::socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0));
    QCOMPARE(::sendto(other.socket(), "question", 8, 0, generic(outside), sizeof outside), 8);
    int warnings = 0;
    for (const auto &event : newEvents())
        warnings += std::holds_alternative<Trace::Warning>(event);
    QCOMPARE(warnings, 1);

    // Datagrams to oneself arrive.
    const Client receiver(::socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0));
    auto here = ipv4("127.0.0.1", 0);
    QCOMPARE(::bind(receiver.socket(), generic(here), sizeof here), 0);
    length = sizeof here;
    ::getsockname(receiver.socket(), reinterpret_cast<sockaddr *>(&here), &length);
    QCOMPARE(::sendto(other.socket(), "hello", 5, 0, generic(here), sizeof here), 5);
    std::array<char, 16> buffer {};
    QCOMPARE(::recv(receiver.socket(), buffer.data(), buffer.size(), 0), 5);
}

void TestInternet::abandonedConnectionsEnd_data()
{
    QTest::addColumn<QByteArray>("host");
    QTest::addColumn<QByteArray>("sent");
    QTest::addColumn<bool>("waitsForHead");
    QTest::newRow("at once") << "www.sina.com.cn"_ba << QByteArray() << false;
    QTest::newRow("in the request") << "www.sina.com.cn"_ba << "GET / HT"_ba << false;
    QTest::newRow("in the delay") << "www.sina.com.cn"_ba << get("/") << false;
    QTest::newRow("in the body") << "www.sina.com.cn"_ba << get("/bytes/50000000") << true;
    QTest::newRow("in the trickle") << "trickle.example"_ba << get("/") << true;
    QTest::newRow("silent host") << "timeout.example"_ba << get("/") << false;
    QTest::newRow("resetting host") << "reset.example"_ba << get("/") << false;
    QTest::newRow("before an upload ends")
        << "www.sina.com.cn"_ba << "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 10\r\n\r\nabc"_ba << false;
}

void TestInternet::abandonedConnectionsEnd()
{
    QFETCH(const QByteArray, host);
    QFETCH(const QByteArray, sent);
    QFETCH(const bool, waitsForHead);
    {
        const HeldClock held;
        auto client = Client::to(host.constData());
        client.send(sent);
        if (waitsForHead)
            QVERIFY(!client.receiveUntil("\r\n\r\n").isEmpty());
        else
            QTRY_VERIFY(Internet::visits() > 0 || sent.isEmpty());
    }
    QTRY_COMPARE(Internet::visits(), 0);
}

void TestInternet::aForkedChildHasAnInternetOfItsOwn()
{
    auto open = Client::to("www.sohu.com");
    const pid_t child = ::fork();
    if (child == 0) {
        const auto answer = Client::fetch("www.sina.com.cn", "/bytes/10");
        const auto peer = peerOf(open.socket());
        ::_exit(answer.endsWith("\r\n\r\n0123456789") && peer.endsWith(" 80") && peer.startsWith("198.") ? 7 : 1);
    }
    int status = 0;
    QCOMPARE(::waitpid(child, &status, 0), child);
    QVERIFY(WIFEXITED(status));
    QCOMPARE(WEXITSTATUS(status), 7);
    open.send(get("/bytes/2", "1.0"));
    const auto answer = open.receiveAll();
    QVERIFY2(answer.endsWith("\r\n\r\n01"), answer.constData());
}

void TestInternet::aDescriptorUsedAgainIsForgotten()
{
    const auto client = Client::to("www.sohu.com");
    std::array<int, 2> ends {};
    QCOMPARE(::pipe2(ends.data(), O_CLOEXEC), 0);
    QCOMPARE(::dup2(ends[0], client.socket()), client.socket());
    QCOMPARE(::write(ends[1], "x", 1), 1);
    newEvents();
    char byte = 0;
    QCOMPARE(::read(client.socket(), &byte, 1), 1);
    QCOMPARE(phases(newEvents()), QStringList {u"Closed 0"_s});
    ::close(ends[0]);
    ::close(ends[1]);
}

void TestInternet::stoppingEndsAllConnections()
{
    const HeldClock held;
    auto waiting = Client::to("www.sina.com.cn");
    waiting.send(get("/delay/3600"));
    auto idle = Client::to("www.sohu.com");
    QTRY_COMPARE(Internet::visits(), 2);
    Internet::stop();
    QVERIFY(waiting.receiveAll().isEmpty());
    QVERIFY(idle.receiveAll().isEmpty());
    QCOMPARE(Client::to("www.sohu.com").lookupError(), EAI_AGAIN);
    Internet::start(NetworkMode::Simulated);
    QVERIFY(Client::fetch("www.sohu.com").startsWith("HTTP/1.1 200 OK"));
}

void TestInternet::qtsSocketsMeetIt()
{
    QTcpSocket socket;
    socket.connectToHost(u"www.qt.io"_s, 80);
    QSignalSpy connected(&socket, &QTcpSocket::connected);
    QVERIFY(connected.wait(10'000));
    QCOMPARE(socket.peerAddress().toString().toLatin1(), Client::addressOf("www.qt.io"));
    QCOMPARE(socket.peerPort(), 80);
    socket.write(get("/bytes/100", "1.0"));
    QSignalSpy disconnected(&socket, &QTcpSocket::disconnected);
    QVERIFY(disconnected.wait(10'000));
    QVERIFY(socket.readAll().contains("Content-Length: 100\r\n"));
}

void TestInternet::qtsHttpClientMeetsIt()
{
    QNetworkAccessManager manager;
    QNetworkRequest request(QUrl(u"http://www.163.com/"_s));
    const std::unique_ptr<QNetworkReply> reply(manager.get(request));
    QSignalSpy finished(reply.get(), &QNetworkReply::finished);
    QVERIFY(finished.wait(10'000));
    QCOMPARE(reply->error(), QNetworkReply::NoError);
    QCOMPARE(reply->url(), QUrl(u"http://www.163.com/index.html"_s));
    QCOMPARE(reply->readAll().size(), 41'984);
}

void TestInternet::aFetchIsTracedPhaseByPhase()
{
    const auto profile = hostProfile("trickle.example");
    const auto resolved = std::chrono::duration_cast<std::chrono::milliseconds>(profile.resolve).count();
    Client::fetch("trickle.example");
    const auto events = newEvents();
    QCOMPARE(phases(events),
             (QStringList {u"Resolve 0 trickle.example:80"_s, u"Closed %1"_s.arg(resolved),
                           u"Connect %1 trickle.example:80"_s.arg(resolved), u"FirstByte %1"_s.arg(resolved),
                           u"Body %1"_s.arg(resolved + 300), u"Closed %1"_s.arg(resolved + 5300)}));
    std::set<quint32> connections;
    for (const auto &event : events) {
        if (const auto *progress = std::get_if<Trace::NetworkProgress>(&event))
            connections.insert(progress->connection);
    }
    QCOMPARE(connections.size(), size_t(1));
    QVERIFY(*connections.begin() > 0);
}

void TestInternet::aLookupAloneEnds()
{
    Client::addressOf("www.sina.com.cn");
    QCOMPARE(phases(newEvents()), (QStringList {u"Resolve 0 www.sina.com.cn"_s, u"Closed 40"_s}));
}

void TestInternet::phasesBelongToTheTaskThatConnected()
{
    Scenario::setCurrentTask(TaskId(5));
    auto client = Client::to("www.sohu.com");
    Scenario::setCurrentTask(TaskId(6));
    auto other = Client::to("www.sohu.com");
    Scenario::setCurrentTask(TaskId::None);
    client.send(get("/", "1.0"));
    client.receiveAll();
    other.hangUp();
    QMap<quint32, QSet<TaskId>> tasks;
    for (const auto &event : newEvents()) {
        if (const auto *progress = std::get_if<Trace::NetworkProgress>(&event))
            tasks[progress->connection].insert(progress->task);
    }
    QCOMPARE(tasks.values(), (QList<QSet<TaskId>> {{TaskId(5)}, {TaskId(6)}}));
}

void TestInternet::furtherRequestsWaitAgain()
{
    auto client = Client::to("203.0.113.9");
    for (int i = 0; i < 2; ++i) {
        client.send(get("/bytes/1?delay=1"));
        client.receiveAnswer();
    }
    client.hangUp();
    QCOMPARE(phases(newEvents()),
             (QStringList {u"Connect 0 203.0.113.9:80"_s, u"FirstByte 0"_s, u"Body 1000"_s, u"FirstByte 1000"_s,
                           u"Body 2000"_s, u"Closed 2000"_s}));
}

void TestInternet::failuresAreTraced()
{
    Client::to("nxdomain.example");
    QVERIFY(phases(newEvents()).last().startsWith(u"Failed"_s));
    Client::to("refuse.example");
    QVERIFY(phases(newEvents()).last().startsWith(u"Failed"_s));
    auto client = Client::to("reset.example");
    client.send(get("/"));
    client.receive();
    QVERIFY(phases(newEvents()).last().startsWith(u"Failed"_s));
    client.hangUp();
    QVERIFY(newEvents().empty());
}

void TestInternet::theScenariosOwnConnectionsAreTraced()
{
    QTcpServer own;
    QVERIFY(own.listen(QHostAddress::LocalHost));
    auto client = Client::to("127.0.0.1", QByteArray::number(own.serverPort()).constData());
    QVERIFY(own.waitForNewConnection(5000));
    auto *peer = own.nextPendingConnection();
    for (int i = 0; i < 3; ++i) {
        client.send("ping");
        QVERIFY(peer->waitForReadyRead(5000));
        peer->write(peer->readAll());
        QVERIFY(peer->waitForBytesWritten(5000));
        QCOMPARE(client.receive(), "ping");
    }
    client.hangUp();
    QCOMPARE(phases(newEvents()),
             (QStringList {u"Connect 0 127.0.0.1:%1"_s.arg(own.serverPort()), u"FirstByte 0"_s, u"Body 0"_s, u"Closed 0"_s}));
}

void TestInternet::withoutANetworkNothingIsReached()
{
    Internet::start(NetworkMode::None);
    QCOMPARE(Client::to("www.python.org").lookupError(), EAI_AGAIN);
    QCOMPARE(Client::to("203.0.113.7").error(), ENETUNREACH);
    const Client client(::socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0));
    const auto outside = ipv4("8.8.8.8", 53);
    QCOMPARE(::connect(client.socket(), generic(outside), sizeof outside), -1);
    QCOMPARE(errno, ENETUNREACH);
    QCOMPARE(::sendto(client.socket(), "x", 1, 0, generic(outside), sizeof outside), -1);
    QCOMPARE(errno, ENETUNREACH);
    int error = 0;
    QCOMPARE(Client::addressOf("localhost", AF_INET, &error), "127.0.0.1");
    QVERIFY(phases(newEvents()).contains(u"Failed 0"_s));
}

QTEST_GUILESS_MAIN(TestInternet)
#include "tst_internet.moc"
