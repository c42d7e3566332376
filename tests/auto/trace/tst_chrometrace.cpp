// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/trace/chrometrace.h"

#include "tests/auto/trace/sampleevents.h"
#include "tests/auto/trace/sampleruns.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <map>

using namespace Playground;
using namespace Playground::Samples;

namespace {

/// The events of an export, looked at as a viewer does.
class Viewer {
public:
    explicit Viewer(const Timeline &timeline)
    {
        QJsonParseError error;
        const QByteArray json = chromeTraceJson(timeline);
        const QJsonDocument document = QJsonDocument::fromJson(json, &error);
        if (error.error != QJsonParseError::NoError)
            qWarning("%s at %d", qPrintable(error.errorString()), error.offset);
        for (const QJsonValue &event : document[u"traceEvents"_s].toArray())
            m_events.push_back(event.toObject());
    }

    std::vector<QJsonObject> events(const QString &phase, const QString &category = {}) const
    {
        std::vector<QJsonObject> found;
        for (const QJsonObject &event : m_events) {
            if (event[u"ph"_s] == phase && (category.isEmpty() || event[u"cat"_s] == category))
                found.push_back(event);
        }
        return found;
    }

    /// Names of the tracks, from top to bottom.
    QStringList tracks() const
    {
        std::map<int, QString> byIndex;
        for (const QJsonObject &event : events(u"M"_s)) {
            if (event[u"name"_s] == u"thread_sort_index"_s)
                byIndex[event[u"args"_s][u"sort_index"_s].toInt()] = trackName(event[u"tid"_s].toInt());
        }
        QStringList names;
        for (const auto &[index, name] : byIndex)
            names.append(name);
        return names;
    }

    /// "running 0+10 (work)": state, start and length in milliseconds, of the slices on the track of a name.
    QStringList slices(const QString &track) const
    {
        QStringList texts;
        for (const QJsonObject &event : events(u"X"_s)) {
            if (trackName(event[u"tid"_s].toInt()).trimmed() == track)
                texts.append(u"%1 %2+%3"_s.arg(event[u"name"_s].toString()).arg(event[u"ts"_s].toDouble() / 1000).arg(event[u"dur"_s].toDouble() / 1000));
        }
        return texts;
    }

    QString trackName(int id) const
    {
        for (const QJsonObject &event : events(u"M"_s)) {
            if (event[u"name"_s] == u"thread_name"_s && event[u"tid"_s] == id)
                return event[u"args"_s][u"name"_s].toString();
        }
        return {};
    }

    /// The slice of a track that holds a moment (in microseconds); the later one where two meet.
    QJsonObject sliceAt(int track, double at) const
    {
        QJsonObject found;
        for (const QJsonObject &event : events(u"X"_s)) {
            const double from = event[u"ts"_s].toDouble();
            if (event[u"tid"_s] == track && from <= at && at <= from + event[u"dur"_s].toDouble())
                found = event;
        }
        return found;
    }

private:
    std::vector<QJsonObject> m_events;
};

Timeline finishedRun(const std::vector<Event> &events)
{
    Timeline timeline;
    timeline.append(events);
    timeline.finish({.outcome = Outcome::Finished}, false);
    return timeline;
}

} // namespace

class tst_ChromeTrace : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void loopsAndTasksAreTracksInTreeOrder();
    void statesAreSlices();
    void theLoopShowsWhoHasTheThread();
    void slicesSayWhatTheyAre();
    void aWakeUpIsAnArrow();
    void anArrowLeavesTheStepThatEndsAtTheSameMoment();
    void outputAndWarningsAreInstants();
    void networkPhasesAreAsynchronous();
    void microsecondsKeepTheirNanoseconds();
    void aLiveRunEndsNow();
    void anEmptyRunIsValid();
    void anyRunIsValid();
};

void tst_ChromeTrace::loopsAndTasksAreTracksInTreeOrder()
{
    std::vector<Event> events = concurrentRun();
    events.push_back(created(3010, TaskId {4}, TaskId {2}));
    events.push_back(LoopIdle {ms(3010), LoopId {1}});
    const Viewer viewer(finishedRun(events));
    QCOMPARE(viewer.tracks(), (QStringList {u"event loop"_s, u"event loop 2"_s, u"Task-1 (work)"_s, u"  dog (work)"_s,
                                            u"    Task-4 (work)"_s, u"  Task-3 (work)"_s}));
    QCOMPARE(viewer.events(u"M"_s).front()[u"args"_s][u"name"_s], u"dog.py"_s);
}

void tst_ChromeTrace::statesAreSlices()
{
    const Viewer viewer(finishedRun(concurrentRun()));
    QCOMPARE(viewer.slices(u"Task-1 (work)"_s),
             (QStringList {u"running 0+0"_s, u"await asyncio.gather(dog, cat) 0+3010"_s, u"running 3010+0"_s}));
    QCOMPARE(viewer.slices(u"Task-3 (work)"_s),
             (QStringList {u"running 0+0"_s, u"await asyncio.sleep(delay) 0+3000"_s, u"running 3000+10"_s}));
}

void tst_ChromeTrace::theLoopShowsWhoHasTheThread()
{
    std::vector<Event> events = sequentialRun();
    events.push_back(CallbackRan {ms(5001), ms(5004), LoopId::Main, 30, u"tick"_s});
    const Viewer viewer(finishedRun(events));
    QCOMPARE(viewer.slices(u"event loop"_s),
             (QStringList {u"Task-1 (work) 0+0"_s, u"Task-1 (work) 2000+0"_s, u"Task-1 (work) 5000+0"_s, u"idle 0+2000"_s,
                           u"idle 2000+3000"_s, u"tick 5001+3"_s}));
    QCOMPARE(viewer.events(u"X"_s, u"callback"_s).front()[u"args"_s][u"line"_s], 30);
}

void tst_ChromeTrace::slicesSayWhatTheyAre()
{
    std::vector<Event> events = concurrentRun();
    events.insert(events.end() - 1, {created(3010, TaskId {5}), TaskResumed {ms(3010), TaskId {5}},
                                     TaskSuspended {ms(3010), TaskId {5}, SiteId::None, WaitKind::Task, TaskId {2}, Open},
                                     TaskResumed {ms(3020), TaskId {5}}});
    const Viewer viewer(finishedRun(events));

    const QJsonObject wait = viewer.events(u"X"_s, u"waiting"_s).front();
    QCOMPARE(wait[u"args"_s].toObject(), (QJsonObject {{u"state"_s, u"waiting"_s}, {u"kind"_s, u"future"_s}, {u"line"_s, 12},
                                                       {u"label"_s, u"await asyncio.gather(dog, cat)"_s}}));
    const QJsonObject unlabelled = viewer.events(u"X"_s, u"waiting"_s).back();
    QCOMPARE(unlabelled[u"name"_s], u"task"_s);
    QCOMPARE(unlabelled[u"args"_s][u"on"_s], u"dog (work)"_s);

    QStringList ends;
    for (const QJsonObject &slice : viewer.events(u"X"_s, u"running"_s)) {
        const QJsonObject args = slice[u"args"_s].toObject();
        if (args.contains(u"outcome"_s))
            ends.append(args[u"outcome"_s].toString() + args[u"result"_s].toString() + args[u"error"_s].toString());
    }
    QCOMPARE(ends, (QStringList {u"done"_s, u"done'woof'"_s, u"failedValueError: no"_s}));
}

void tst_ChromeTrace::aWakeUpIsAnArrow()
{
    const Viewer viewer(finishedRun(concurrentRun()));
    const std::vector<QJsonObject> starts = viewer.events(u"s"_s);
    const std::vector<QJsonObject> ends = viewer.events(u"f"_s);
    QCOMPARE(starts.size(), 1u);
    QCOMPARE(ends.size(), 1u);
    for (const QString &key : {u"id"_s, u"cat"_s, u"name"_s})
        QCOMPARE(starts[0][key], ends[0][key]);
    QCOMPARE(ends[0][u"bp"_s], u"e"_s);

    const QJsonObject from = viewer.sliceAt(starts[0][u"tid"_s].toInt(), starts[0][u"ts"_s].toDouble());
    QCOMPARE(viewer.trackName(from[u"tid"_s].toInt()).trimmed(), u"Task-3 (work)"_s);
    QCOMPARE(from[u"name"_s], u"running"_s);
    const QJsonObject to = viewer.sliceAt(ends[0][u"tid"_s].toInt(), ends[0][u"ts"_s].toDouble());
    QCOMPARE(viewer.trackName(to[u"tid"_s].toInt()).trimmed(), u"Task-1 (work)"_s);
    QCOMPARE(ends[0][u"ts"_s], 3'010'000);
}

void tst_ChromeTrace::anArrowLeavesTheStepThatEndsAtTheSameMoment()
{
    // The waker's step ends with the wake-up; a viewer binds an arrow only within a slice.
    const Viewer viewer(finishedRun(concurrentRun()));
    const double at = viewer.events(u"s"_s).front()[u"ts"_s].toDouble();
    const QJsonObject step = viewer.events(u"X"_s, u"running"_s).back();
    QCOMPARE(at, step[u"ts"_s].toDouble() + step[u"dur"_s].toDouble() - 0.001);
}

void tst_ChromeTrace::outputAndWarningsAreInstants()
{
    std::vector<Event> events = concurrentRun();
    events.push_back(Output {ms(3011), TaskId::None, OutputStream::Error, "bye\n"});
    events.push_back(Warning {ms(3012), TaskId::None, WarningKind::NeverAwaited, 9, u"never awaited"_s, {}});
    const Viewer viewer(finishedRun(events));
    const std::vector<QJsonObject> instants = viewer.events(u"i"_s);
    QCOMPARE(instants.size(), 3u);
    QCOMPARE(instants[0][u"args"_s][u"text"_s], u"dog \"ran\"\n"_s);
    QCOMPARE(viewer.trackName(instants[0][u"tid"_s].toInt()).trimmed(), u"dog (work)"_s);
    QCOMPARE(instants[1][u"name"_s], u"stderr"_s);
    QCOMPARE(viewer.trackName(instants[1][u"tid"_s].toInt()), u"event loop"_s);
    QCOMPARE(instants[2][u"name"_s], u"never-awaited"_s);
    QCOMPARE(instants[2][u"args"_s][u"line"_s], 9);
}

void tst_ChromeTrace::networkPhasesAreAsynchronous()
{
    const Viewer viewer(finishedRun({runStarted(), created(0, TaskId {1}),
                                     NetworkProgress {ms(1), TaskId {1}, 1, NetworkPhase::Connect, u"www.163.com:80"_s},
                                     NetworkProgress {ms(4), TaskId {1}, 1, NetworkPhase::Closed, {}}}));
    const QJsonObject begin = viewer.events(u"b"_s).at(0);
    const QJsonObject end = viewer.events(u"e"_s).at(0);
    QCOMPARE(begin[u"name"_s], u"connect"_s);
    QCOMPARE(begin[u"args"_s][u"host"_s], u"www.163.com:80"_s);
    QCOMPARE(begin[u"id"_s], end[u"id"_s]);
    QCOMPARE(begin[u"cat"_s], end[u"cat"_s]);
    QCOMPARE(begin[u"ts"_s], 1000);
    QCOMPARE(end[u"ts"_s], 4000);
}

void tst_ChromeTrace::microsecondsKeepTheirNanoseconds()
{
    const QByteArray json = chromeTraceJson(finishedRun({created(0, TaskId {1}), TaskResumed {Time(1'234'567), TaskId {1}},
                                                         TaskRenamed {Time(86'400'000'000'001), TaskId {1}, u"t"_s}}));
    QVERIFY(json.contains("\"ts\":1234.567,"));
    QVERIFY(json.contains("\"dur\":86399998765.434,"));
}

void tst_ChromeTrace::aLiveRunEndsNow()
{
    Timeline timeline;
    const std::vector<Event> events {created(0, TaskId {1}), TaskResumed {ms(2), TaskId {1}}, created(7, TaskId {2})};
    timeline.append(events);
    QCOMPARE(Viewer(timeline).slices(u"Task-1 (work)"_s), (QStringList {u"ready 0+2"_s, u"running 2+5"_s}));
}

void tst_ChromeTrace::anEmptyRunIsValid()
{
    const Viewer viewer {Timeline()};
    QCOMPARE(viewer.tracks(), QStringList {u"event loop"_s});
    QVERIFY(viewer.events(u"X"_s).empty());
}

void tst_ChromeTrace::anyRunIsValid()
{
    for (quint32 seed = 0; seed < 100; ++seed) {
        RandomEvents source(seed);
        std::vector<Event> events;
        for (int i = 0; i < 150; ++i)
            events.push_back(source.next());
        const Timeline timeline = finishedRun(events);
        const Viewer viewer(timeline);

        std::map<int, double> ends;
        std::size_t slices = 0;
        for (const QJsonObject &slice : viewer.events(u"X"_s)) {
            const int track = slice[u"tid"_s].toInt();
            if (track <= int(timeline.loops().size()))
                continue; // turns of a loop may contradict each other here
            QVERIFY(slice[u"dur"_s].toDouble() >= 0);
            QVERIFY(!ends.contains(track) || slice[u"ts"_s].toDouble() == ends[track]);
            ends[track] = double(qRound64(1000 * (slice[u"ts"_s].toDouble() + slice[u"dur"_s].toDouble()))) / 1000;
            ++slices;
        }
        std::size_t spans = 0;
        for (const TaskRecord &task : timeline.tasks())
            spans += task.spans.size();
        QCOMPARE(slices, spans);
        QCOMPARE(viewer.events(u"s"_s).size(), viewer.events(u"f"_s).size());
    }
}

QTEST_GUILESS_MAIN(tst_ChromeTrace)
#include "tst_chrometrace.moc"
