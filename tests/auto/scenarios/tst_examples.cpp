// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "processpool.h"

#include <QDir>
#include <QFile>
#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>

using namespace Qt::StringLiterals;

namespace {

constexpr const char *Languages[] = {"zh_CN", "en"};

/// A number in an explanation that a run must bear out.
struct Figure {
    QString text;
    double value = 0;
    int digits = 0; ///< behind the point
    bool isRatio = false;
    bool isTotal = false; ///< printed bold: the example's own total
};

QList<Figure> figuresIn(const QString &text)
{
    static const QRegularExpression pattern(
        u"(\\*\\*)?(?<![\\d.`])(\\d+)(?:\\.(\\d+))?\\s*(s\\b|秒|ms\\b|毫秒|倍|×|times\\b)(\\*\\*)?"_s);
    QList<Figure> figures;
    auto matches = pattern.globalMatch(text);
    while (matches.hasNext()) {
        const QRegularExpressionMatch match = matches.next();
        const QString unit = match.captured(4);
        Figure figure;
        figure.text = match.captured();
        figure.digits = int(match.capturedLength(3));
        figure.value = (match.captured(2) + u'.' + (figure.digits ? match.captured(3) : u"0"_s)).toDouble();
        figure.isRatio = unit == u"倍"_s || unit == u"×"_s || unit == u"times"_s;
        if (unit == u"ms"_s || unit == u"毫秒"_s)
            figure.value /= 1000;
        figure.isTotal = !figure.isRatio && match.hasCaptured(1) && match.hasCaptured(5);
        figures.append(figure);
    }
    return figures;
}

bool agrees(const Figure &figure, double value)
{
    return std::abs(figure.value - value) <= 0.5 * std::pow(10, -figure.digits) + 1e-9;
}

bool agrees(const Figure &figure, const QList<double> &values)
{
    return std::any_of(values.begin(), values.end(), [&](double value) { return agrees(figure, value); });
}

double secondsOf(const QJsonValue &json, const QString &key)
{
    return json[key].toDouble() / 1000;
}

/// Every duration and moment of a run, in seconds.
QList<double> durationsOf(const QJsonObject &summary)
{
    QList<double> all{secondsOf(summary, u"wallMs"_s), secondsOf(summary, u"waitMs"_s)};
    const QJsonArray tasks = summary.value(u"tasks"_s).toArray();
    for (const QJsonValue &task : tasks) {
        for (const QString &key :
             {u"createdMs"_s, u"startedMs"_s, u"finishedMs"_s, u"runningMs"_s, u"readyMs"_s, u"waitingMs"_s})
            all.append(secondsOf(task, key));
        const QJsonArray waits = task[u"waits"_s].toArray();
        for (const QJsonValue &wait : waits) {
            const double from = secondsOf(wait, u"fromMs"_s);
            const double to = secondsOf(wait, u"toMs"_s);
            all << from << to << to - from;
        }
    }
    return all;
}

QJsonObject jsonIn(const QString &path)
{
    return QJsonDocument::fromJson(contentsOf(path)).object();
}

} // namespace

/// The examples that come with the playground: they run, they are described, and their explanations say what happens.
class ExamplesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void isDescribed_data() { rows(); }
    void isDescribed();
    void runsAsUnderPlainPython_data() { rows(); }
    void runsAsUnderPlainPython();
    void explainsWhatHappens_data() { rows(); }
    void explainsWhatHappens();
    void lessonsAgree();

private:
    struct Runs {
        int reference = -1; ///< none where a network is needed
        int instant = 0;
        QList<int> experiments;
    };
    void rows() const;
    QStringList ids() const { return m_examples.entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name); }
    QString file(const QString &id, const QString &name) const { return m_examples.filePath(id + u'/' + name); }
    QJsonObject description(const QString &id) const { return jsonIn(file(id, u"description.json"_s)); }
    int start(const QString &program, const QString &label);
    QString summaryFile(const QString &label) const { return m_folder.filePath(label + u".json"_s); }
    /// The scenario with one experiment's replacements made, or empty where one does not fit.
    QString changed(const QString &id, const QJsonArray &experiment) const;

    QDir m_examples;
    QTemporaryDir m_folder;
    QHash<QString, Runs> m_runs;
    ProcessPool m_pool{3};
};

void ExamplesTest::rows() const
{
    QTest::addColumn<QString>("id");
    const QStringList all = ids();
    for (const QString &id : all)
        QTest::newRow(id.toUtf8().constData()) << id;
}

void ExamplesTest::initTestCase()
{
    m_examples.setPath(sourcePath(u"examples"_s));
    QVERIFY(m_folder.isValid());
    QVERIFY2(QFile::exists(builtProgram(u"async-playground"_s)), "the command line program has not been built");
    const QStringList all = ids();
    QVERIFY(all.size() >= 4);
    for (const QString &id : all) {
        const QString program = file(id, u"scenario.py"_s);
        Runs runs;
        if (!contentsOf(program).contains("open_connection"))
            runs.reference = m_pool.add(systemPython(), {program});
        runs.instant = start(program, id);
        const QJsonArray experiments = description(id).value(u"experiments"_s).toArray();
        for (const QJsonValue &experiment : experiments) {
            const QString label = u"%1-%2"_s.arg(id).arg(runs.experiments.size());
            QFile copy(m_folder.filePath(label + u".py"_s));
            QVERIFY(copy.open(QIODevice::WriteOnly));
            copy.write(changed(id, experiment.toArray()).toUtf8());
            copy.close();
            runs.experiments.append(start(copy.fileName(), label));
        }
        m_runs.insert(id, runs);
    }
}

int ExamplesTest::start(const QString &program, const QString &label)
{
    return m_pool.add(builtProgram(u"async-playground"_s),
                      {u"run"_s, program, u"--speed"_s, u"instant"_s, u"--summary"_s, summaryFile(label)});
}

QString ExamplesTest::changed(const QString &id, const QJsonArray &experiment) const
{
    QString text = QString::fromUtf8(contentsOf(file(id, u"scenario.py"_s)));
    for (const QJsonValue &step : experiment) {
        const QString old = step[u"replace"_s].toString();
        if (old.isEmpty() || text.count(old) != 1)
            return {};
        text.replace(old, step[u"with"_s].toString());
    }
    return text;
}

void ExamplesTest::isDescribed()
{
    QFETCH(QString, id);
    const QJsonObject json = description(id);
    QCOMPARE(json.value(u"id"_s).toString(), id);
    QVERIFY(json.value(u"order"_s).toInt() > 0);
    const QJsonValue lesson = json.value(u"lesson"_s);
    QVERIFY(!lesson[u"id"_s].toString().isEmpty());
    QVERIFY(lesson[u"order"_s].toInt() > 0);
    for (const char *language : Languages) {
        const QString key = QString::fromLatin1(language);
        QVERIFY(!json.value(u"title"_s)[key].toString().isEmpty());
        QVERIFY(!json.value(u"hint"_s)[key].toString().isEmpty());
        QVERIFY(!lesson[u"title"_s][key].toString().isEmpty());
        const QByteArray text = contentsOf(file(id, u"explanation.%1.md"_s.arg(key)));
        QVERIFY2(text.startsWith("# "), language);
        QCOMPARE(text.count("\n## "), 3); // what to try, what is easily believed wrongly, the same in C++
        QCOMPARE(text.count("\n```cpp\n"), 1);
    }
    const QString partner = json.value(u"partner"_s).toString();
    QVERIFY(partner.isEmpty() || (partner != id && ids().contains(partner)));
    const qsizetype partnerExperiment = json.value(u"partnerExperiment"_s).toInt();
    QVERIFY2(partner.isEmpty() != (partnerExperiment == 0), "there is one thing to compare an example with");
    QVERIFY(json.value(u"languages"_s).toArray().contains(u"python"_s));
    const QJsonArray experiments = json.value(u"experiments"_s).toArray();
    QVERIFY(!experiments.isEmpty());
    QVERIFY(partnerExperiment >= 0 && partnerExperiment <= experiments.size());
    for (const QJsonValue &experiment : experiments)
        QVERIFY2(!changed(id, experiment.toArray()).isEmpty(), "a text to be replaced is not there exactly once");
}

void ExamplesTest::runsAsUnderPlainPython()
{
    QFETCH(QString, id);
    const Runs &runs = m_runs[id];
    const Ran ours = m_pool.result(runs.instant);
    QVERIFY2(ours.exitCode == 0, ours.err.constData());
    if (runs.reference < 0)
        return;
    const Ran reference = m_pool.result(runs.reference);
    QCOMPARE(reference.exitCode, 0);
    QCOMPARE(ours.out, reference.out);
}

void ExamplesTest::explainsWhatHappens()
{
    QFETCH(QString, id);
    QStringList labels{id};
    m_pool.result(m_runs[id].instant);
    for (qsizetype i = 0; i < m_runs[id].experiments.size(); ++i) {
        labels.append(u"%1-%2"_s.arg(id).arg(i));
        const Ran ran = m_pool.result(m_runs[id].experiments.at(i));
        QVERIFY2(ran.exitCode == 0, ran.err.constData());
    }
    const QString partner = description(id).value(u"partner"_s).toString();
    if (!partner.isEmpty()) {
        labels.append(partner);
        m_pool.result(m_runs[partner].instant);
    }

    QList<double> durations;
    for (const QString &label : std::as_const(labels))
        durations += durationsOf(jsonIn(summaryFile(label)));
    const QJsonObject own = jsonIn(summaryFile(id));
    QVERIFY(!own.isEmpty());

    for (const char *language : Languages) {
        const QString text =
            QString::fromUtf8(contentsOf(file(id, u"explanation.%1.md"_s.arg(QString::fromLatin1(language)))));
        const QList<Figure> figures = figuresIn(text);
        bool toldTotal = false;
        bool toldConcurrency = false;
        for (const Figure &figure : figures) {
            if (figure.isTotal) {
                QVERIFY2(agrees(figure, secondsOf(own, u"wallMs"_s)), qPrintable(figure.text));
                toldTotal = true;
            } else if (figure.isRatio) {
                QVERIFY2(agrees(figure, own.value(u"concurrency"_s).toDouble()), qPrintable(figure.text));
                toldConcurrency = true;
            } else {
                QVERIFY2(agrees(figure, durations), qPrintable(figure.text));
            }
        }
        QVERIFY2(toldTotal && toldConcurrency, "the explanation tells neither total nor concurrency");
    }
}

void ExamplesTest::lessonsAgree()
{
    QHash<QString, QJsonObject> lessons;
    QHash<QString, QString> places;
    const QStringList all = ids();
    for (const QString &id : all) {
        const QJsonObject json = description(id);
        const QJsonObject lesson = json.value(u"lesson"_s).toObject();
        const QString key = lesson.value(u"id"_s).toString();
        QCOMPARE(lesson, lessons.value(key, lesson));
        lessons.insert(key, lesson);
        const QString place = u"%1/%2"_s.arg(key).arg(json.value(u"order"_s).toInt());
        QVERIFY2(!places.contains(place), qPrintable(u"%1 and %2 claim one place"_s.arg(id, places.value(place))));
        places.insert(place, id);
    }
}

QTEST_GUILESS_MAIN(ExamplesTest)
#include "tst_examples.moc"
