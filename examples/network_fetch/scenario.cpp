#include <playground/asyncio.h>

using namespace Playground;

const std::vector<std::string> hosts{
    "www.python.org", "www.debian.org", "www.wikipedia.org"};

Task<> fetchFrom(std::string host)
{
    auto [reader, writer] = co_await openConnection(host.c_str(), 80);

    std::string request = "GET / HTTP/1.1\r\nHost: " + host
        + "\r\nConnection: close\r\n\r\n";
    writer.write(QByteArray::fromStdString(request));
    co_await writer.drain();

    QByteArray status = co_await reader.readLine();
    QByteArray rest = co_await reader.readAll();
    print("{}: {}, then {} bytes", host, status.trimmed().toStdString(), rest.size());

    writer.close();
    co_await writer.waitClosed();
}

Task<> fetchAll(TaskGroup group)
{
    for (const auto &host : hosts)
        group.createTask(Named(host), fetchFrom, host);
    co_return;
}

Task<> asyncMain()
{
    co_await TaskGroup::run(fetchAll);
    print("All three have answered.");
}

int main(int argc, char *argv[])
{
    return run(argc, argv, asyncMain);
}
