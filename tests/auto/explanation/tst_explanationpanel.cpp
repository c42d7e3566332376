// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/workspace.h"
#include "translations/translations.h"
#include "ui/explanation/explanationpanel.h"
#include "ui/explanation/paralleltext.h"
#include "ui/explanation/textview.h"
#include "ui/run/runview.h"
#include "ui/theme/appearance.h"
#include "ui/theme/style.h"

#include <QApplication>
#include <QClipboard>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

#include <optional>

using namespace Playground;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// A run that the test tells.
class ToldRun : public RunView {
public:
    Phase phase() const override { return m_phase; }
    bool isStopping() const override { return false; }
    const Timeline &timeline() const override { return m_timeline; }
    Trace::Time now() const override { return m_timeline.now(); }
    QStringList messages() const override { return {}; }
    bool couldNotStart() const override { return false; }

    void begin()
    {
        m_timeline = Timeline();
        m_phase = Phase::Starting;
        Q_EMIT reset();
        Q_EMIT phaseChanged();
    }

    void end(const std::vector<Trace::Event> &events)
    {
        Trace::RunStarted started;
        started.language = u"python"_s;
        m_timeline.append(std::vector<Trace::Event>{started});
        m_phase = Phase::Live;
        Q_EMIT phaseChanged();
        m_timeline.append(events);
        m_timeline.finish({Outcome::Finished, 0, 0, Limit::None, 0}, false);
        m_phase = Phase::Ended;
        Q_EMIT phaseChanged();
        Q_EMIT advanced();
    }

private:
    Phase m_phase = Phase::None;
    Timeline m_timeline;
};

/// `main` alone, asleep for 3 s on line 9 of the lesson on sleep.
std::vector<Trace::Event> aLoneSleep()
{
    using namespace Trace;
    const TaskId main{1};
    TaskCreated created;
    created.task = main;
    created.name = u"Task-1"_s;
    created.coroutine = u"main"_s;
    SiteDefined site;
    site.site = SiteId(1);
    site.calls = {{u"main"_s, u"await asyncio.sleep(3)"_s, 9}};
    TaskFinished finished;
    finished.at = 3s;
    finished.task = main;
    RunFinished over;
    over.at = 3s;
    return {created,
            TaskResumed{{}, main},
            site,
            TaskSuspended{{}, main, SiteId(1), WaitKind::Sleep, {}, 3s},
            TaskWoken{3s, main, {}},
            TaskResumed{3s, main},
            finished,
            over};
}

/// A computation of 2 s in one task, of which there is nothing to say but the totals.
std::vector<Trace::Event> aComputation()
{
    using namespace Trace;
    const TaskId main{1};
    TaskCreated created;
    created.task = main;
    created.name = u"Task-1"_s;
    created.coroutine = u"main"_s;
    TaskFinished finished;
    finished.at = 2s;
    finished.task = main;
    RunFinished over;
    over.at = 2s;
    return {created, TaskResumed{{}, main}, finished, over};
}

QString shownText(const QWidget &widget)
{
    QStringList texts;
    const QList<TextView *> views = widget.findChildren<TextView *>();
    for (const TextView *view : views) {
        if (view->isVisible())
            texts += view->toPlainText();
    }
    return texts.join(u'\n');
}

} // namespace

/// The panel as a reader has it: by what it shows, and what comes of clicks and keys.
class ExplanationPanelTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void showsTheOpenExample();
    void followsTheLanguageAtOnce();
    void showsBothLanguages();
    void followsTheThemeAtOnce();
    void theButtonBehindAParagraphMakesItsExperiment();
    void inCppItSpeaksOfTheCppProgram();
    void tabWalksThroughLinksAndButtons();
    void aLinkIsFollowedByMouse();
    void textIsCopied();
    void codeIsCopied();
    void aProgramOfOnesOwnHasAPageToo();
    void saysWhatTheRunHasShown();
    void saysTheTotalsWhereThereIsNothingElse();
    void theRunOfAnotherDocumentIsNotTold();
    void whileItRunsAgainTheCardKeepsItsPlace();
    void revertingKeepsThePlace();
    void nothingIsClipped_data();
    void nothingIsClipped();

private:
    QPushButton *experiment(int number) const
    {
        return m_panel->findChild<QPushButton *>(u"experiment%1"_s.arg(number));
    }
    /// The view that holds a link, with the link's place in it.
    std::pair<TextView *, QPoint> linkTo(const QString &target) const;
    void settle() const
    {
        for (int i = 0; i < 3; ++i)
            QCoreApplication::processEvents();
    }

    std::optional<QTemporaryDir> m_folder;
    std::optional<Appearance> m_appearance;
    std::optional<Workspace> m_workspace;
    std::optional<ToldRun> m_run;
    std::optional<ExplanationPanel> m_panel;
};

void ExplanationPanelTest::init()
{
    installLanguage(u"en");
    m_folder.emplace();
    m_appearance.emplace();
    m_appearance->setThemeChoice(ThemeChoice::Light);
    applyStyle(*qApp, *m_appearance);
    m_workspace.emplace(readExamples(qEnvironmentVariable("PLAYGROUND_SOURCE") + u"/examples"_s), m_folder->path());
    QVERIFY(m_workspace->openExample(u"sleep"_s));
    m_run.emplace();
    m_panel.emplace(&*m_appearance, &*m_workspace, &*m_run);
    m_panel->resize(340, 700);
    m_panel->show();
    QVERIFY(QTest::qWaitForWindowActive(&*m_panel));
    settle();
}

void ExplanationPanelTest::cleanup()
{
    m_panel.reset();
    m_run.reset();
    m_workspace.reset();
    m_appearance.reset();
}

std::pair<TextView *, QPoint> ExplanationPanelTest::linkTo(const QString &target) const
{
    const QList<TextView *> views = m_panel->findChildren<TextView *>();
    for (TextView *view : views) {
        for (int y = 0; y < view->height(); y += 4) {
            for (int x = 0; x < view->width(); x += 4) {
                if (view->anchorAt({x, y}) == target)
                    return {view, {x, y}};
            }
        }
    }
    return {nullptr, {}};
}

void ExplanationPanelTest::showsTheOpenExample()
{
    QVERIFY(shownText(*m_panel).startsWith(u"sleep: wait without being in the way"));
    m_workspace->openExample(u"gather"_s);
    settle();
    QVERIFY(shownText(*m_panel).startsWith(u"gather: wait together"));
    QVERIFY(!shownText(*m_panel).contains(u"experiment:"));
    QVERIFY(!shownText(*m_panel).contains(u"**"));
}

void ExplanationPanelTest::followsTheLanguageAtOnce()
{
    installLanguage(u"zh_CN");
    settle();
    QVERIFY(shownText(*m_panel).startsWith(u"sleep：睡下"));
    QCOMPARE(experiment(1)->text(), u"试一试"_s);
    installLanguage(u"en");
    settle();
    QVERIFY(shownText(*m_panel).startsWith(u"sleep: wait"));
}

void ExplanationPanelTest::showsBothLanguages()
{
    m_panel->setBothLanguages(true);
    settle();
    const QString text = shownText(*m_panel);
    QVERIFY(text.indexOf(u"sleep: wait") < text.indexOf(u"sleep：睡下"));
    QVERIFY(text.contains(u"sleep：睡下"));
    QCOMPARE(m_panel->findChildren<QPushButton *>(u"experiment1"_s).size(), 1); // one for both

    const auto columns = [this] {
        const QList<TextView *> views = m_panel->findChild<ParallelText *>()->findChildren<TextView *>();
        return std::pair(views.at(0)->geometry(), views.at(1)->geometry());
    };
    QVERIFY(columns().first.bottom() < columns().second.top()); // narrow: one above the other
    m_panel->resize(700, 700);
    settle();
    QVERIFY(columns().first.right() < columns().second.left()); // wide: beside each other
    QCOMPARE(columns().first.top(), columns().second.top());
}

void ExplanationPanelTest::followsTheThemeAtOnce()
{
    const auto ground = [this] { return m_panel->grab().toImage().pixelColor(2, m_panel->height() - 3); };
    QCOMPARE(ground(), m_appearance->color(ColorRole::Surface));
    m_appearance->setThemeChoice(ThemeChoice::Dark);
    applyStyle(*qApp, *m_appearance);
    settle();
    QCOMPARE(ground(), themeColor(Theme::Dark, ColorRole::Surface));
}

void ExplanationPanelTest::theButtonBehindAParagraphMakesItsExperiment()
{
    QSignalSpy requested(&*m_panel, &ExplanationPanel::experimentRequested);
    QTest::mouseClick(experiment(2), Qt::LeftButton);
    QCOMPARE(requested.size(), 1);
    QCOMPARE(requested[0][0].toString(), u"sleep"_s);
    QCOMPARE(requested[0][1].toInt(), 1);

    // What comes of it is what its paragraph says.
    const Example *example = m_workspace->currentExample();
    const auto text = applied(example->experiments.at(1), m_workspace->document().original);
    QVERIFY(text && text->contains(u"    time.sleep(3)\n") && !text->contains(u"asyncio.sleep"));
}

void ExplanationPanelTest::inCppItSpeaksOfTheCppProgram()
{
    QSignalSpy lines(&*m_panel, &ExplanationPanel::lineRequested);
    const auto followFirstLink = [this] {
        m_panel->setFocus();
        while (!qobject_cast<TextView *>(QApplication::focusWidget()))
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    };
    followFirstLink();
    QVERIFY(m_workspace->openExample(u"sleep"_s, u"cpp"_s));
    followFirstLink();
    QCOMPARE(lines.value(0).value(0).toInt(), 9);
    QCOMPARE(lines.value(1).value(0).toInt(), 10);

    QSignalSpy requested(&*m_panel, &ExplanationPanel::experimentRequested);
    QTest::mouseClick(experiment(2), Qt::LeftButton);
    const auto text =
        applied(m_workspace->currentExample()->experimentsIn(u"cpp").at(requested.value(0).value(1).toInt()),
                m_workspace->document().original);
    QVERIFY(text && text->contains(u"    blockFor(3s);\n"));
}

void ExplanationPanelTest::tabWalksThroughLinksAndButtons()
{
    QSignalSpy lines(&*m_panel, &ExplanationPanel::lineRequested);
    QSignalSpy examples(&*m_panel, &ExplanationPanel::exampleRequested);
    QSignalSpy experiments(&*m_panel, &ExplanationPanel::experimentRequested);
    m_panel->setFocus();
    QStringList way;
    for (int i = 0; i < 30; ++i) {
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        if (!QApplication::focusWidget())
            break;
        const qsizetype before = lines.size() + examples.size() + experiments.size();
        const bool isButton = qobject_cast<QAbstractButton *>(QApplication::focusWidget());
        if (isButton && QApplication::focusWidget()->objectName() == u"copyCode")
            continue;
        QTest::keyClick(QApplication::focusWidget(), isButton ? Qt::Key_Space : Qt::Key_Return);
        if (lines.size() + examples.size() + experiments.size() == before)
            continue;
        way += isButton ? QApplication::focusWidget()->objectName() : u"link"_s;
        if (way.size() == 6)
            break;
    }
    QCOMPARE(way, (QStringList{u"link"_s, u"link"_s, u"experiment1"_s, u"link"_s, u"experiment2"_s, u"experiment3"_s}));
    QCOMPARE(lines.value(0).value(0).toInt(), 9);
    QCOMPARE(examples.value(0).value(0).toString(), u"sequential"_s);
    QCOMPARE(examples.value(1).value(0).toString(), u"blocking"_s);
}

void ExplanationPanelTest::aLinkIsFollowedByMouse()
{
    QSignalSpy examples(&*m_panel, &ExplanationPanel::exampleRequested);
    // The window opens the example at once, while the link that was clicked is still at work.
    connect(&*m_panel, &ExplanationPanel::exampleRequested, &*m_workspace,
            [this](const QString &id) { m_workspace->openExample(id); });
    const auto [view, at] = linkTo(u"example:sequential"_s);
    QVERIFY(view);
    QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, at);
    QCOMPARE(examples.size(), 1);
    settle();
    QVERIFY(shownText(*m_panel).startsWith(u"Sequential:"));
}

void ExplanationPanelTest::textIsCopied()
{
    QGuiApplication::clipboard()->clear();
    auto *view = m_panel->findChildren<TextView *>().at(1);
    QTest::mouseDClick(view->viewport(), Qt::LeftButton, {}, QPoint(12, 10)); // a word
    QTest::keyClick(view, Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QGuiApplication::clipboard()->text(), u"There"_s);
}

void ExplanationPanelTest::codeIsCopied()
{
    QGuiApplication::clipboard()->clear();
    auto *button = m_panel->findChild<QToolButton *>(u"copyCode"_s);
    QVERIFY(!button->accessibleName().isEmpty());
    QTest::mouseClick(button, Qt::LeftButton);
    QCOMPARE(QGuiApplication::clipboard()->text(), u"Task<> asyncMain()\n{\n    co_await sleep(3s);\n}\n"_s);
}

void ExplanationPanelTest::aProgramOfOnesOwnHasAPageToo()
{
    QSignalSpy requested(&*m_panel, &ExplanationPanel::codeRequested);
    m_workspace->openUntitled(u"print(1)\n"_s);
    settle();
    QVERIFY(shownText(*m_panel).contains(u"F5"));
    auto *button = m_panel->findChild<QPushButton *>(u"intoEditor"_s);
    QVERIFY(button);
    QTest::mouseClick(button, Qt::LeftButton);
    QCOMPARE(requested.size(), 1);
    QVERIFY(requested[0][0].toString().startsWith(u"import asyncio\n"));
    QVERIFY(requested[0][0].toString().endsWith(u"asyncio.run(main())\n"));

    m_workspace->openUntitled(u"int i;\n"_s, u"cpp"_s);
    settle();
    const QList<QPushButton *> buttons = m_panel->findChildren<QPushButton *>(u"intoEditor"_s);
    QCOMPARE(buttons.size(), 1);
    QTest::mouseClick(buttons.first(), Qt::LeftButton);
    QVERIFY(requested.value(1).value(0).toString().startsWith(u"#include <playground/asyncio.h>\n"));
}

void ExplanationPanelTest::saysWhatTheRunHasShown()
{
    QSignalSpy lines(&*m_panel, &ExplanationPanel::lineRequested);
    QVERIFY(!shownText(*m_panel).contains(u"This run"));
    m_run->begin();
    settle();
    QVERIFY(!shownText(*m_panel).contains(u"This run"));
    m_run->end(aLoneSleep());
    settle();
    const QString text = shownText(*m_panel);
    QVERIFY(text.contains(u"This run\n"));
    QVERIFY(text.contains(u"is the only task of this program"));
    QVERIFY(text.contains(u"Line 9"));
    QVERIFY(!text.contains(u"Running."));

    m_panel->setBothLanguages(true);
    settle();
    QVERIFY(shownText(*m_panel).contains(u"第 9 行"));
    QVERIFY(shownText(*m_panel).contains(u"Line 9"));

    const auto [view, at] = linkTo(u"line:9"_s);
    QVERIFY(view);
    QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, at);
    QCOMPARE(lines.size(), 1);
    QCOMPARE(lines[0][0].toInt(), 9);
}

void ExplanationPanelTest::saysTheTotalsWhereThereIsNothingElse()
{
    m_workspace->openUntitled(u"print(1)\n"_s);
    m_run->begin();
    m_run->end(aComputation());
    settle();
    QVERIFY(shownText(*m_panel).contains(u"2.00 s with hardly any waiting"));
    installLanguage(u"zh_CN");
    settle();
    QVERIFY(shownText(*m_panel).contains(u"用时 2.00 秒，几乎没有等待"));
}

void ExplanationPanelTest::theRunOfAnotherDocumentIsNotTold()
{
    m_run->begin();
    m_run->end(aLoneSleep());
    m_workspace->openExample(u"gather"_s);
    settle();
    QVERIFY(!shownText(*m_panel).contains(u"This run"));
    m_workspace->openExample(u"sleep"_s, u"cpp"_s);
    settle();
    QVERIFY(!shownText(*m_panel).contains(u"This run")); // its lines are those of the Python program
    m_workspace->openExample(u"sleep"_s);
    settle();
    QVERIFY(shownText(*m_panel).contains(u"This run"));
}

void ExplanationPanelTest::whileItRunsAgainTheCardKeepsItsPlace()
{
    m_run->begin();
    m_run->end(aLoneSleep());
    settle();
    const int height = m_panel->findChild<QWidget *>(u"runCard"_s)->height();
    m_run->begin();
    QTest::qWait(0);
    settle();
    QVERIFY(shownText(*m_panel).contains(u"Running."));
    QVERIFY(!shownText(*m_panel).contains(u"only task"));
    QCOMPARE(m_panel->findChild<QWidget *>(u"runCard"_s)->height(), height);
}

void ExplanationPanelTest::revertingKeepsThePlace()
{
    m_panel->resize(340, 300);
    settle();
    auto *bar = m_panel->findChild<QScrollArea *>()->verticalScrollBar();
    bar->setValue(200);
    m_workspace->setText(u"print(1)\n"_s);
    m_workspace->revert();
    settle();
    QCOMPARE(bar->value(), 200);
    m_workspace->openExample(u"gather"_s);
    settle();
    QCOMPARE(bar->value(), 0);
}

void ExplanationPanelTest::nothingIsClipped_data()
{
    QTest::addColumn<int>("width");
    QTest::addColumn<double>("scale");
    for (const int width : {260, 320, 420, 600}) {
        for (const double scale : {1.0, 1.6})
            QTest::addRow("%d px at %.1f", width, scale) << width << scale;
    }
}

void ExplanationPanelTest::nothingIsClipped()
{
    QFETCH(int, width);
    QFETCH(double, scale);
    m_appearance->setScale(scale);
    applyStyle(*qApp, *m_appearance);
    m_panel->resize(width, 700);
    for (const QString &shown : {u"zh_CN"_s, u"en"_s, u"both"_s}) {
        m_panel->setBothLanguages(shown == u"both");
        if (shown != u"both")
            installLanguage(shown);
        QStringList ids{QString()}; // a program of one's own
        for (const Example &example : m_workspace->examples().examples)
            ids += example.id;
        for (const QString &id : std::as_const(ids)) {
            if (id.isEmpty())
                m_workspace->openUntitled();
            else
                m_workspace->openExample(id);
            settle();
            const auto *area = m_panel->findChild<QScrollArea *>();
            QCOMPARE(area->widget()->width(), area->viewport()->width());
            QCOMPARE(area->widget()->height(),
                     std::max(area->viewport()->height(), area->widget()->heightForWidth(area->viewport()->width())));
            const QList<TextView *> views = area->widget()->findChildren<TextView *>();
            for (const TextView *view : views) {
                QVERIFY(view->height() >= view->heightForWidth(view->width()));
                QVERIFY(view->document()->idealWidth() <= view->width());
            }
            const QList<QPushButton *> buttons = area->widget()->findChildren<QPushButton *>();
            for (const QPushButton *button : buttons) {
                QVERIFY(button->width() >= button->sizeHint().width());
                QVERIFY(button->mapTo(area->widget(), QPoint(button->width(), 0)).x() <= area->widget()->width());
            }
        }
    }
}

QTEST_MAIN(ExplanationPanelTest)
#include "tst_explanationpanel.moc"
