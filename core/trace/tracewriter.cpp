// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/trace/tracewriter.h"

#include "core/trace/signalsblocked.h"
#include "core/trace/tracestream.h"

#include <fcntl.h>
#include <poll.h>
#include <pthread.h>
#include <signal.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <chrono>
#include <condition_variable>
#include <mutex>
#include <new>
#include <thread>
#include <utility>
#include <vector>

namespace Playground {

using namespace std::chrono_literals;

namespace {

/// How long events gather before they are sent, so that the sender wakes seldom.
constexpr auto Gathering = 10ms;
/// So many are sent without gathering longer: they still lie in the cache.
constexpr std::size_t Batch = 4096;
/// Half of the backlog: as many may be on their way out at the same time.
constexpr std::size_t MaxPending = 100'000;
constexpr qsizetype MaxPendingOutput = 16 * 1024 * 1024;
/// A pipe takes 64 KiB at once.
constexpr qsizetype ChunkSize = 64 * 1024;

/// Which file a descriptor stands for. A scenario may close descriptors that it did not open, and the number may then
/// come to stand for a file of its own.
struct FileIdentity {
    dev_t device = 0;
    ino_t inode = 0;

    static FileIdentity of(int descriptor)
    {
        struct stat status {};
        if (fstat(descriptor, &status) != 0)
            return {};
        return {status.st_dev, status.st_ino};
    }

    bool operator==(const FileIdentity &) const = default;
};

/// Keeps what was recorded and sends it, in a thread of its own.
class Sender {
public:
    explicit Sender(int descriptor);
    ~Sender();
    Q_DISABLE_COPY_MOVE(Sender)

    void record(Trace::Event &&event);
    void flush();
    /// In the child of a fork. The lock may be held by a thread that is not there, so it is left alone from now on.
    void goSilent();

    bool isEnabled() const { return m_enabled.load(std::memory_order_relaxed); }
    bool isForked() const { return m_forked; }
    int threadId() const { return m_threadId; }

private:
    bool isFull() const { return m_pending.size() >= MaxPending || m_pendingOutput >= MaxPendingOutput; }
    void run();
    void send();
    void encode(const Trace::Event &event);
    void writeOut();
    ssize_t writeSome(const char *data, size_t size) const;

    std::atomic<bool> m_enabled = false;
    bool m_forked = false;
    int m_descriptor = -1;
    FileIdentity m_identity;
    int m_threadId = 0;

    std::mutex m_mutex;
    std::condition_variable m_work; ///< for the sender: there is something to do
    std::condition_variable m_done; ///< for everybody else: something was sent, or nothing ever will be
    std::vector<Trace::Event> m_pending;
    qsizetype m_pendingOutput = 0;
    quint64 m_recorded = 0;
    quint64 m_sent = 0;
    quint64 m_flushUpTo = 0;
    bool m_stopping = false;

    // Only the sending thread touches these.
    std::vector<Trace::Event> m_sending;
    QByteArray m_bytes;
    bool m_leftOut = false;

    std::thread m_thread;
};

/// All senders of the process, so that a fork can silence their copies. Outlives everything.
class Senders {
public:
    static Senders &instance()
    {
        static auto *senders = new Senders;
        return *senders;
    }

    void add(Sender *sender)
    {
        const std::lock_guard lock(m_mutex);
        m_senders.push_back(sender);
    }

    void remove(Sender *sender)
    {
        const std::lock_guard lock(m_mutex);
        std::erase(m_senders, sender);
    }

private:
    Senders() { pthread_atfork(beforeFork, inParent, inChild); }

    static void beforeFork() { instance().m_mutex.lock(); }
    static void inParent() { instance().m_mutex.unlock(); }
    static void inChild()
    {
        for (Sender *sender : instance().m_senders)
            sender->goSilent();
        instance().m_mutex.unlock();
    }

    std::mutex m_mutex;
    std::vector<Sender *> m_senders;
};

Sender::Sender(int descriptor) : m_descriptor(descriptor), m_identity(FileIdentity::of(descriptor))
{
    if (m_descriptor < 0)
        return;
    // A program that the scenario starts must not keep the trace open.
    fcntl(m_descriptor, F_SETFD, FD_CLOEXEC);
    // Recording never allocates, so that it works under the run's memory limit, too.
    m_pending.reserve(MaxPending);
    m_sending.reserve(MaxPending);
    m_bytes.reserve(2 * ChunkSize);
    m_bytes.append(TraceEncoder::header());
    m_enabled = true;
    Senders::instance().add(this);

    const SignalsBlocked blocked;
    std::unique_lock lock(m_mutex);
    m_thread = std::thread([this] { run(); });
    m_done.wait(lock, [this] { return m_threadId != 0; });
}

Sender::~Sender()
{
    if (!m_thread.joinable())
        return;
    {
        const std::lock_guard lock(m_mutex);
        m_stopping = true;
    }
    m_work.notify_one();
    m_thread.join();
    Senders::instance().remove(this);
    if (FileIdentity::of(m_descriptor) == m_identity)
        close(m_descriptor);
}

void Sender::record(Trace::Event &&event)
{
    if (!isEnabled())
        return;
    const auto *output = std::get_if<Trace::Output>(&event);
    const qsizetype outputSize = output ? output->text.size() : 0;

    std::unique_lock lock(m_mutex);
    if (isFull())
        m_done.wait(lock, [this] { return !isFull() || !isEnabled(); });
    if (!isEnabled())
        return;
    m_pending.push_back(std::move(event));
    m_pendingOutput += outputSize;
    ++m_recorded;
    const bool wake = m_pending.size() == 1 || m_pending.size() == Batch;
    lock.unlock();
    if (wake)
        m_work.notify_one();
}

void Sender::flush()
{
    if (!isEnabled())
        return;
    std::unique_lock lock(m_mutex);
    const quint64 upTo = m_recorded;
    m_flushUpTo = upTo;
    m_work.notify_one();
    m_done.wait(lock, [this, upTo] { return m_sent >= upTo || !isEnabled(); });
}

void Sender::goSilent()
{
    m_enabled = false;
    m_forked = true;
    m_threadId = 0;
    if (m_descriptor >= 0)
        close(m_descriptor);
    m_descriptor = -1;
}

void Sender::run()
{
    pthread_setname_np(pthread_self(), "trace");
    std::unique_lock lock(m_mutex);
    m_threadId = gettid();
    m_done.notify_all();
    while (true) {
        m_work.wait(lock, [this] { return !m_pending.empty() || m_stopping; });
        m_work.wait_for(lock, Gathering, [this] {
            return m_pending.size() >= Batch || m_pendingOutput >= ChunkSize || m_flushUpTo > m_sent || m_stopping;
        });
        m_sending.swap(m_pending);
        m_pendingOutput = 0;
        const bool last = m_stopping;
        lock.unlock();
        m_done.notify_all();
        const quint64 sent = m_sending.size();
        send();
        m_sending.clear();
        lock.lock();
        m_sent += sent;
        m_done.notify_all();
        if (last)
            return;
    }
}

void Sender::send()
{
    for (const Trace::Event &event : m_sending) {
        encode(event);
        if (m_bytes.size() >= ChunkSize)
            writeOut();
    }
    writeOut();
}

void Sender::encode(const Trace::Event &event)
{
    const qsizetype before = m_bytes.size();
    try {
        TraceEncoder::encode(event, m_bytes);
        if (std::exchange(m_leftOut, false)) {
            TraceEncoder::encode(Trace::Warning {.at = {}, .task = {}, .kind = Trace::WarningKind::Dropped, .line = 0,
                                                 .text = {}, .callLines = {}}, m_bytes);
        }
    } catch (const std::bad_alloc &) {
        // The run's memory limit: the reader hears of it as soon as there is memory again.
        m_bytes.truncate(before);
        m_leftOut = true;
    }
}

void Sender::writeOut()
{
    const char *data = m_bytes.constData();
    qsizetype left = m_bytes.size();
    while (left > 0 && isEnabled()) {
        const ssize_t written = writeSome(data, size_t(left));
        if (written >= 0) {
            data += written;
            left -= written;
        } else if (errno == EAGAIN || errno == EWOULDBLOCK) {
            pollfd writable {m_descriptor, POLLOUT, 0};
            poll(&writable, 1, -1);
        } else if (errno != EINTR) {
            // Nobody reads any more. The scenario goes on as if it were not watched.
            const std::lock_guard lock(m_mutex);
            m_enabled = false;
        }
    }
    m_bytes.truncate(0);
    // One large output must not hold memory until the end of the run.
    if (m_bytes.capacity() > 4 * ChunkSize)
        m_bytes = QByteArray();
}

ssize_t Sender::writeSome(const char *data, size_t size) const
{
    if (FileIdentity::of(m_descriptor) != m_identity) {
        errno = EBADF;
        return -1;
    }
    return write(m_descriptor, data, size);
}

} // namespace

class TraceWriter::Private final : public Sender {
public:
    using Sender::Sender;
};

TraceWriter::TraceWriter(int fileDescriptor) : d(std::make_unique<Private>(fileDescriptor)) { }

TraceWriter::~TraceWriter()
{
    // The child of a fork has a copy of the lock and of the thread's name, but no thread: they cannot be taken apart.
    if (d->isForked())
        [[maybe_unused]] auto *left = d.release();
}

void TraceWriter::record(Trace::Event &&event)
{
    d->record(std::move(event));
}

void TraceWriter::flush()
{
    d->flush();
}

bool TraceWriter::isEnabled() const
{
    return d->isEnabled();
}

int TraceWriter::threadId() const
{
    return d->threadId();
}

} // namespace Playground
