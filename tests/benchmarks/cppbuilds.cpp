// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// How long it takes from Run, with an edited scenario in C++, until its first task is in the timeline: with the
// precompiled header, without it, and when the same text is run again.
#include "core/cpp/cppbuild.h"
#include "core/session/runsession.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>
#include <chrono>

using namespace Playground;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int Rounds = 7;
constexpr int Attempts = 3;
constexpr auto Promised = 1500ms;
constexpr int Patience = 120000;

QString binFolder()
{
    return qEnvironmentVariable("PLAYGROUND_BIN");
}

std::chrono::milliseconds median(std::vector<std::chrono::milliseconds> times)
{
    std::nth_element(times.begin(), times.begin() + Rounds / 2, times.end());
    return times[Rounds / 2];
}

} // namespace

class CppBuilds : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void fromRunToTheFirstTask();

private:
    std::chrono::milliseconds measure(const QByteArray &text);
    std::chrono::milliseconds medianOf(const QByteArray &text, bool isEdited);

    QTemporaryDir m_cache;
    std::unique_ptr<CppToolchain> m_toolchain;
    QByteArray m_text;
    int m_edits = 0;
};

void CppBuilds::initTestCase()
{
    QFile example(qEnvironmentVariable("PLAYGROUND_SOURCE") + u"/examples/create_task/scenario.cpp"_s);
    QVERIFY(example.open(QIODevice::ReadOnly));
    m_text = example.readAll();
    m_toolchain = std::make_unique<CppToolchain>(
        CppKit::read(QDir::cleanPath(binFolder() + u"/../libexec/async-playground/cpp"_s)), QStringList(),
        m_cache.path());
    QElapsedTimer timer;
    timer.start();
    m_toolchain->prepare();
    QVERIFY(QTest::qWaitFor([&] { return m_toolchain->header(false).isFinished(); }, Patience));
    if (!m_toolchain->search().compiler())
        QSKIP("There is no fit compiler on this machine.");
    QVERIFY(m_toolchain->header(false).isReady());
    qInfo("the header, once: %lld ms", static_cast<long long>(timer.elapsed()));
}

std::chrono::milliseconds CppBuilds::measure(const QByteArray &text)
{
    QElapsedTimer timer;
    timer.start();
    CppBuild build(m_toolchain.get());
    QSignalSpy built(&build, &CppBuild::ended);
    build.start({text, {}, false});
    if (built.isEmpty())
        built.wait(Patience);
    RunRequest request;
    request.program = u"scenario.cpp"_s;
    request.source = text;
    request.executable = build.result().program;
    request.clock = Trace::ClockMode::Instant;
    request.stdio = Stdio::Piped;
    request.tools.supervisor = binFolder() + u"/async-playground-supervisor"_s;
    RunSession session;
    session.start(request);
    const bool hasTask =
        QTest::qWaitFor([&] { return !session.timeline().tasks().empty() || !session.isRunning(); }, Patience);
    const std::chrono::milliseconds taken(timer.elapsed());
    return hasTask && !session.timeline().tasks().empty() ? taken : std::chrono::milliseconds(Patience);
}

/// An edited text is one that was never built before.
std::chrono::milliseconds CppBuilds::medianOf(const QByteArray &text, bool isEdited)
{
    std::vector<std::chrono::milliseconds> times;
    for (int round = 0; round < Rounds; ++round) {
        const QByteArray edit = isEdited ? "// edit " + QByteArray::number(++m_edits) + "\n" : QByteArray();
        times.push_back(measure(text + edit));
    }
    return median(times);
}

void CppBuilds::fromRunToTheFirstTask()
{
    QByteArray without = m_text;
    without.replace("<playground/asyncio.h>", "<playground/../playground/asyncio.h>"); // not known to be prepared
    std::chrono::milliseconds taken = std::chrono::milliseconds::max();
    for (int attempt = 0; attempt < Attempts && taken > Promised; ++attempt) {
        taken = medianOf(m_text, true);
        const auto plain = medianOf(without, true);
        measure(m_text);
        const auto again = medianOf(m_text, false);
        qInfo(
            "from Run to the first task, median of %d: %lld ms; without the precompiled header %lld ms; the same text "
            "again %lld ms",
            Rounds, static_cast<long long>(taken.count()), static_cast<long long>(plain.count()),
            static_cast<long long>(again.count()));
    }
    QVERIFY2(taken <= Promised, "more than 1.5 s, three times");
}

QTEST_GUILESS_MAIN(CppBuilds)
#include "cppbuilds.moc"
