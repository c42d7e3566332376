// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// From something that happens in a scenario's process to its pixels in the chart. The scenario wakes up now and then, and
// prints the moment on the machine's steady clock, which is the same in both processes. What it prints is in the trace
// right behind the span that began then; so the first frame that was painted with that output in the timeline is the
// first that has the span.
#include "ui/gantt/chartpanel.h"
#include "ui/gantt/ganttview.h"
#include "ui/run/currentrun.h"
#include "ui/run/selection.h"
#include "ui/theme/appearance.h"

#include <QTest>

#include <algorithm>

using namespace Playground;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int Patience = 30'000; // ms
constexpr double FrameMs = 1000.0 / 60;
constexpr double MostFrames = 2;
constexpr int Tries = 3; // what is really too slow is so each time

// The pauses differ, so that no rhythm falls in with the frames.
constexpr char Scenario[] = R"(
import asyncio
import time

async def main():
    for i in range(120):
        await asyncio.sleep(0.021 + (i * 7 % 13) * 0.0017)
        print(time.clock_gettime_ns(time.CLOCK_MONOTONIC), flush=True)

asyncio.run(main())
)";

qint64 steadyNs()
{
    return std::chrono::steady_clock::now().time_since_epoch() / 1ns;
}

/// Notes for each line of output when the first frame with it was on the screen.
class Watch : public QObject {
public:
    explicit Watch(CurrentRun &run)
        : m_run(run)
    {
    }

    const std::vector<double> &delays() const { return m_delays; }

    bool eventFilter(QObject *, QEvent *event) override
    {
        if (event->type() != QEvent::Paint)
            return false;
        // The chart is built while it is painted, from what is in the timeline now.
        QByteArray text;
        for (const OutputRecord &record : m_run.timeline().output())
            text += record.text;
        QMetaObject::invokeMethod(this, [this, text] { note(text); }, Qt::QueuedConnection);
        return false;
    }

private:
    void note(const QByteArray &text)
    {
        const qint64 now = steadyNs();
        const QList<QByteArray> lines = text.left(text.lastIndexOf('\n') + 1).split('\n');
        for (; m_noted < lines.size() - 1; ++m_noted)
            m_delays.push_back(double(now - lines.at(m_noted).toLongLong()) / 1e6);
    }

    CurrentRun &m_run;
    qsizetype m_noted = 0;
    std::vector<double> m_delays;
};

} // namespace

class ChartLatency : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void fromAnEventToItsPixels()
    {
        double median = 0;
        for (int attempt = 0; attempt < Tries; ++attempt) {
            Appearance appearance;
            CurrentRun run;
            Selection selection;
            ChartPanel panel(&appearance, &run, &selection);
            panel.resize(1040, 600);
            panel.show();
            QVERIFY(QTest::qWaitForWindowExposed(&panel));
            Watch watch(run);
            panel.view()->viewport()->installEventFilter(&watch);
            RunRequest request;
            const QString bin = qEnvironmentVariable("PLAYGROUND_BIN");
            request.program = u"latency.py"_s;
            request.source = QByteArray(Scenario);
            request.stdio = Stdio::Piped;
            request.tools = {bin + u"/async-playground-supervisor"_s, bin + u"/async-playground-python"_s};
            run.start(request);
            QTRY_COMPARE_WITH_TIMEOUT(run.phase(), RunView::Phase::Ended, Patience);
            std::vector<double> delays = watch.delays();
            QVERIFY2(delays.size() > 100, qPrintable(QString::number(delays.size())));
            std::sort(delays.begin(), delays.end());
            median = delays[delays.size() / 2];
            qInfo().noquote() << u"%1 events: median %2 ms (%3 frames), 90th percentile %4 ms, longest %5 ms"_s
                                     .arg(delays.size())
                                     .arg(median, 0, 'f', 1)
                                     .arg(median / FrameMs, 0, 'f', 2)
                                     .arg(delays[delays.size() * 9 / 10], 0, 'f', 1)
                                     .arg(delays.back(), 0, 'f', 1);
            if (median <= MostFrames * FrameMs)
                return;
        }
        QVERIFY2(median <= MostFrames * FrameMs, qPrintable(u"%1 ms"_s.arg(median)));
    }
};

QTEST_MAIN(ChartLatency)
#include "chartlatency.moc"
