// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/comparepanel.h"

#include "translations/translations.h"
#include "ui/compare/alignbutton.h"
#include "ui/compare/partnerruns.h"
#include "ui/compare/sourcepart.h"
#include "ui/compare/taskpart.h"
#include "ui/compare/totalscard.h"
#include "ui/controls/elidedlabel.h"
#include "ui/controls/noticebar.h"
#include "ui/controls/segmentedcontrol.h"
#include "ui/controls/toolbuttons.h"
#include "ui/gantt/chartexport.h"
#include "ui/gantt/chartpage.h"
#include "ui/gantt/chartpainter.h"
#include "ui/gantt/comparechart.h"
#include "ui/run/comparedruns.h"
#include "ui/theme/appearance.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QSplitter>
#include <QStackedLayout>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace Playground {

namespace {

constexpr double Side = 14;
constexpr double Gap = 8;
constexpr int LeastForAll = 340; // height in which charts, source and tasks can stand

QString languageName(const RunRequest &request)
{
    return request.program.endsWith(".cpp"_L1) ? u"C++"_s : u"Python"_s;
}

} // namespace

ComparePanel::ComparePanel(Appearance *appearance, ComparedRuns *runs, PartnerRuns *partners, QWidget *parent)
    : QWidget(parent)
    , m_appearance(appearance)
    , m_runs(runs)
    , m_partners(partners)
    , m_notices(new NoticeBar(appearance, this))
    , m_page(new ChartPage(appearance, this))
    , m_contents(new QWidget(this))
    , m_chart(new CompareChartView(appearance))
    , m_source(new SourcePart(appearance))
    , m_tasks(new TaskPart(appearance))
{
    setObjectName(u"comparePanel"_s);
    setFocusPolicy(Qt::TabFocus);
    m_page->setObjectName(u"comparePage"_s);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeToolBar());
    layout->addWidget(m_notices);
    m_stack = new QStackedLayout;
    layout->addLayout(m_stack, 1);
    m_stack->addWidget(m_page);
    m_stack->addWidget(m_contents);

    m_below = new QSplitter(Qt::Horizontal);
    m_below->setObjectName(u"compareBelow"_s);
    m_below->setHandleWidth(1);
    m_below->setChildrenCollapsible(false);
    m_below->addWidget(m_source);
    m_below->addWidget(m_tasks);
    m_below->setStretchFactor(0, 3);
    m_below->setStretchFactor(1, 2);
    m_parts = new QSplitter(Qt::Vertical);
    m_parts->setObjectName(u"compareParts"_s);
    m_parts->setHandleWidth(1);
    m_parts->setChildrenCollapsible(false);
    m_parts->addWidget(m_chart);
    m_parts->addWidget(m_below);
    m_parts->setStretchFactor(0, 3);
    m_parts->setStretchFactor(1, 2);
    auto *contents = new QVBoxLayout(m_contents);
    contents->setContentsMargins(0, 0, 0, 0);
    contents->setSpacing(0);
    contents->addWidget(makeCard());
    contents->addWidget(m_parts, 1);
    connectParts();
    applyAppearance();
    retranslate();
    noteRuns();
}

ComparePanel::~ComparePanel() = default;

QToolButton *ComparePanel::makeButton(const QString &name, Icon icon)
{
    auto *button = new QToolButton(this);
    button->setObjectName(name);
    button->setIcon(themedIcon(icon, m_appearance, ColorRole::Muted));
    setButtonKind(button, ButtonKind::Ghost);
    return button;
}

QWidget *ComparePanel::makeToolBar()
{
    auto *bar = new QFrame(this);
    bar->setObjectName(u"compareBar"_s);
    auto *layout = new QHBoxLayout(bar);
    m_back = makeButton(u"compareBack"_s, Icon::ChevronLeft);
    m_title = new QLabel(bar);
    m_title->setProperty("role", u"title"_s);
    m_align = new AlignButton(m_chart, bar);
    m_otherButton = makeButton(u"compareOther"_s, Icon::ChevronDown);
    m_otherButton->setIcon({});
    setButtonKind(m_otherButton, ButtonKind::Plain);
    m_otherButton->setPopupMode(QToolButton::InstantPopup);
    m_otherMenu = new QMenu(m_otherButton);
    m_otherButton->setMenu(m_otherMenu);
    m_views = new SegmentedControl(m_appearance, bar);
    m_views->setObjectName(u"compareViews"_s);
    m_views->addSegment({});
    m_views->addSegment({});
    m_path = makeButton(u"comparePath"_s, Icon::Link);
    m_path->setCheckable(true);
    m_copy = makeButton(u"compareCopy"_s, Icon::Copy);
    m_save = makeButton(u"compareSave"_s, Icon::Save);
    m_hint = new ElidedLabel(bar);
    m_hint->setObjectName(u"compareHint"_s);
    m_hint->setProperty("role", u"muted"_s);
    m_hint->setForegroundRole(QPalette::PlaceholderText);
    for (QWidget *widget : std::initializer_list<QWidget *>{m_back, m_title})
        layout->addWidget(widget);
    layout->addWidget(m_hint, 1);
    for (QWidget *widget : std::initializer_list<QWidget *>{m_align, m_otherButton, m_views, m_path, m_copy, m_save})
        layout->addWidget(widget);
    return bar;
}

QWidget *ComparePanel::makeCard()
{
    m_card = new QFrame(this);
    m_card->setObjectName(u"compareCard"_s);
    m_card->setProperty("role", u"card"_s);
    m_totals = new TotalsCard(m_appearance, m_card);
    m_reason = new QLabel(m_card);
    m_reason->setObjectName(u"compareReason"_s);
    m_reason->setWordWrap(true);
    m_reason->setTextFormat(Qt::PlainText);
    m_reason->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_stop = new QPushButton(m_card);
    m_stop->setObjectName(u"compareStop"_s);
    m_stop->setIcon(themedIcon(Icon::Stop, m_appearance, ColorRole::Text));
    setButtonKind(m_stop, ButtonKind::Plain);
    auto *below = new QHBoxLayout;
    below->addWidget(m_reason, 1);
    below->addWidget(m_stop, 0, Qt::AlignVCenter);
    auto *layout = new QVBoxLayout(m_card);
    layout->addWidget(m_totals);
    layout->addLayout(below);
    auto *around = new QWidget(this);
    auto *aroundLayout = new QVBoxLayout(around);
    aroundLayout->addWidget(m_card);
    around->setObjectName(u"compareCardArea"_s);
    around->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    return around;
}

void ComparePanel::connectParts()
{
    connect(m_runs, &ComparedRuns::changed, this, &ComparePanel::noteRuns);
    connect(&m_worker, &ComparisonWorker::changed, this, &ComparePanel::showResult);
    connect(m_partners, &PartnerRuns::started, this, &ComparePanel::showPartners);
    connect(m_partners, &PartnerRuns::advanced, this, &ComparePanel::noteProgress);
    connect(m_partners, &PartnerRuns::finished, this, &ComparePanel::noteRuns);
    connect(m_partners, &PartnerRuns::stopped, this, &ComparePanel::noteRuns);
    connect(m_partners, &PartnerRuns::failed, this, &ComparePanel::showFailure);

    connect(m_back, &QToolButton::clicked, this, &ComparePanel::closed);
    connect(m_page, &ChartPage::buttonClicked, this, &ComparePanel::partnersRequested);
    connect(m_stop, &QPushButton::clicked, m_partners, &PartnerRuns::stop);
    connect(m_views, &SegmentedControl::chosen, this, &ComparePanel::chooseView);
    connect(m_path, &QToolButton::toggled, m_chart, &CompareChartView::setShowsPath);
    connect(m_copy, &QToolButton::clicked, this, &ComparePanel::copyChart);
    connect(m_save, &QToolButton::clicked, this, &ComparePanel::saveRequested);
    connect(m_otherMenu, &QMenu::aboutToShow, this, &ComparePanel::fillOtherMenu);
    connect(m_totals, &TotalsCard::baselineRequested, this, [this](int run) { m_runs->moveToBaseline(run); });
    connect(m_totals, &TotalsCard::removalRequested, this, [this](int run) { m_runs->unpin(run); });
    connect(m_align, &AlignButton::chosen, this, &ComparePanel::showHint);
    connect(m_chart, &CompareChartView::alignmentChanged, this, &ComparePanel::showHint);
    connect(m_chart, &CompareChartView::rowSelected, this, [this] { m_tasks->selectRow(m_chart->selectedRow()); });
    connect(m_tasks, &TaskPart::rowSelected, this, [this] { m_chart->selectRow(m_tasks->selectedRow()); });
    connect(m_parts, &QSplitter::splitterMoved, this, [this] { m_isShared = true; });
    connect(m_below, &QSplitter::splitterMoved, this, [this] { m_isTableShared = true; });
    m_parts->installEventFilter(this);
    connect(m_appearance, &Appearance::changed, this, &ComparePanel::applyAppearance);
}

// --- What there is to be seen

bool ComparePanel::isLive() const
{
    return m_partners->isActive();
}

void ComparePanel::noteRuns()
{
    if (isLive())
        return;
    m_isOutdated = true;
    if (isVisible())
        compareNow();
    else
        m_worker.compare({}); // what is seen no more need not be kept either
}

void ComparePanel::compareNow()
{
    m_isOutdated = false;
    m_other = 1;
    m_worker.compare(m_runs->runs());
}

void ComparePanel::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (m_isOutdated && !isLive())
        compareNow();
}

/// Or that it is being worked out, or that there is none.
void ComparePanel::showResult()
{
    if (isLive())
        return;
    const auto result = m_worker.result();
    m_chart->showResult(result);
    m_chart->setWipe(m_views->current() == 1 ? std::optional(m_other) : std::nullopt);
    m_align->setResult(result);
    m_tasks->setResult(result);
    m_below->setVisible(true);
    if (m_runs->runs().size() < 2)
        showEmpty();
    else
        m_stack->setCurrentWidget(m_contents);
    showTotals();
    showReasons();
    m_source->showDifference(m_worker.result(), m_other);
    showTools();
    shareWidth();
    shareHeight();
    Q_EMIT resultChanged();
}

void ComparePanel::showEmpty()
{
    ChartPage::Content content;
    content.icon = Icon::Compare;
    if (m_runs->runs().isEmpty()) {
        content.title = tr("Nothing to compare yet");
        content.text = tr("Run this example and its partner with F7. Or run a program, keep that run as the baseline "
                          "with F9, and run another one.");
    } else {
        //: %1: a program's title
        content.title = tr("One run is kept: %1").arg(m_runs->runs().constFirst().title);
        content.text = tr("Now run another program, or the same one with a change. It is shown here on the same time "
                          "axis.");
    }
    content.button = tr("Compare with the partner");
    content.buttonIcon = Icon::Compare;
    m_page->setContent(content);
    m_stack->setCurrentWidget(m_page);
}

void ComparePanel::showPartners()
{
    m_notices->dismiss(u"partners"_s);
    m_isOutdated = true;
    m_worker.compare({});
    QStringList titles;
    std::vector<const RunView *> runs;
    for (const int index : {0, 1}) {
        titles << m_partners->program(index).subject.title;
        runs.push_back(&m_partners->run(index));
    }
    m_chart->showLive(runs, titles);
    m_below->setVisible(false);
    m_stack->setCurrentWidget(m_contents);
    noteProgress();
    showTools();
    Q_EMIT resultChanged();
}

void ComparePanel::noteProgress()
{
    if (!isLive() || !isVisible())
        return;
    m_chart->noteAdvance();
    showTotals();
    showReasons();
}

void ComparePanel::showFailure(const QString &text)
{
    noteRuns();
    m_notices->show({u"partners"_s, Notice::Level::Error, [text] { return text; }, {}});
}

void ComparePanel::showTotals()
{
    std::vector<TotalLine> lines;
    if (isLive()) {
        for (const int index : {0, 1}) {
            const PartnerRuns::Program &program = m_partners->program(index);
            const RunView &run = m_partners->run(index);
            TotalLine line;
            line.letter = Comparison::letterOf(std::size_t(index));
            line.title = program.subject.title;
            line.language = languageName(program.request);
            line.total = std::max(run.now(), run.timeline().now()) - run.timeline().run().at;
            switch (run.phase()) {
            case RunView::Phase::None:
                line.state = tr("waits for its turn");
                break;
            case RunView::Phase::Starting:
                line.state = run.startStep() == RunView::StartStep::Launching ? tr("starting") : tr("building");
                break;
            case RunView::Phase::Live:
                line.state = tr("running");
                break;
            case RunView::Phase::Ended:
                line.state = tr("finished");
                break;
            }
            lines.push_back(line);
        }
    } else {
        const auto &result = m_worker.result();
        const QList<RunRecord> &runs = m_runs->runs();
        for (qsizetype run = 0; run < runs.size(); ++run) {
            TotalLine line;
            line.letter = Comparison::letterOf(std::size_t(run));
            line.title = runs[run].title;
            line.language = languageName(runs[run].request);
            line.total = runs[run].timeline->totals().wall;
            if (result) {
                line.least = result->comparison().leastTime(std::size_t(run)).time;
                if (run > 0) {
                    line.ratio = result->comparison().ratio(std::size_t(run));
                    line.difference = line.total - result->comparison().total(0);
                }
            }
            lines.push_back(line);
        }
    }
    m_totals->setLines(lines, isLive());
}

void ComparePanel::showReasons()
{
    m_stop->setVisible(isLive());
    m_stop->setEnabled(!m_partners->isStopping());
    QString text;
    if (isLive()) {
        text = m_partners->isStopping() ? tr("Stopping…") : tr("Why they differ is told when both have ended.");
    } else if (const auto &result = m_worker.result()) {
        const Diagnosis &reason = result->reason(m_other);
        text = shownSentence(installedLanguage() == u"zh_CN" ? reason.zhCN : reason.en);
    } else if (m_worker.isBusy()) {
        text = u"…"_s;
    }
    m_reason->setVisible(!text.isEmpty());
    m_reason->setText(text);
}

void ComparePanel::showTools()
{
    const auto &result = m_worker.result();
    const bool isShown = result != nullptr;
    for (QWidget *tool : std::initializer_list<QWidget *>{m_align, m_views, m_path, m_copy, m_save})
        tool->setVisible(isShown);
    m_otherButton->setVisible(isShown && result->comparison().runCount() > 2);
    //: %1 and %2: letters of runs, which are compared with each other
    m_otherButton->setText(tr("%1 and %2").arg(Comparison::letterOf(0), Comparison::letterOf(m_other)));
    showHint();
}

/// What a hand is to do next.
void ComparePanel::showHint()
{
    const bool isChoosing = hasResult() && m_chart->alignment() == Alignment::Moment && m_views->current() == 0;
    m_hint->setText(isChoosing ? tr("Click the moment of each run at which they are to meet, or drag its axis")
                               : QString());
}

void ComparePanel::fillOtherMenu()
{
    m_otherMenu->clear();
    const auto &result = m_worker.result();
    if (!result)
        return;
    for (std::size_t run = 1; run < result->comparison().runCount(); ++run) {
        QAction *action = m_otherMenu->addAction(
            u"%1 %2"_s.arg(Comparison::letterOf(run), shownOnButton(result->runs()[qsizetype(run)].title)));
        action->setCheckable(true);
        action->setChecked(run == m_other);
        connect(action, &QAction::triggered, this, [this, run] { chooseOther(run); });
    }
}

/// The table as wide as its columns want it, within bounds.
void ComparePanel::shareWidth()
{
    if (m_isTableShared)
        return;
    const int room = m_below->width();
    const int wanted = std::clamp(m_tasks->usualWidth(), room * 2 / 5, std::max(room / 2, 1));
    m_below->setSizes({room - wanted, wanted});
}

/// Charts as high as they are, as long as something is left for what is below them. Large type in a small window leaves
/// room for the charts alone.
void ComparePanel::shareHeight()
{
    if (!hasResult())
        return;
    const int room = m_parts->height();
    m_below->setVisible(room >= m_appearance->px(LeastForAll));
    if (m_isShared)
        return;
    const int charts = std::clamp(m_chart->wantedHeight(), room / 2, std::max(room / 2, room * 7 / 10));
    m_parts->setSizes({charts, room - charts});
}

// --- What hands do

void ComparePanel::chooseView(int index)
{
    m_chart->setWipe(index == 1 ? std::optional(m_other) : std::nullopt);
    m_chart->setFocus();
    showHint();
}

void ComparePanel::chooseOther(std::size_t run)
{
    m_other = run;
    m_chart->setWipe(m_views->current() == 1 ? std::optional(m_other) : std::nullopt);
    showReasons();
    m_source->showDifference(m_worker.result(), m_other);
    showTools();
}

std::optional<QString> ComparePanel::saveChart(const QString &fileName, Paper paper) const
{
    return writeSheets({sheet(paper)}, fileName, Theme::Light, pictureOptions().titles.join(u" · "_s));
}

Sheet ComparePanel::sheet(Paper paper) const
{
    Q_ASSERT(hasResult());
    CompareChartOptions options = pictureOptions();
    options.paper = paper;
    return comparisonSheet(m_worker.result()->comparison(), options);
}

CompareChartOptions ComparePanel::pictureOptions() const
{
    CompareChartOptions options;
    for (const RunRecord &run : m_worker.result()->runs())
        options.titles << run.title;
    options.language = installedLanguage();
    return options;
}

void ComparePanel::copyChart()
{
    if (!hasResult())
        return;
    if (const std::optional<QString> problem = copyPicture(sheet(Paper::Chart).list))
        m_notices->show({u"copy"_s, Notice::Level::Error, [problem] { return *problem; }, {}});
}

bool ComparePanel::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_parts && event->type() == QEvent::Resize) {
        shareHeight();
        shareWidth();
    }
    return QWidget::eventFilter(watched, event);
}

void ComparePanel::focusInEvent(QFocusEvent *event)
{
    QWidget *target = m_chart;
    if (m_stack->currentWidget() == m_page)
        target = m_page->firstButton();
    if (target)
        target->setFocus(event->reason());
}

void ComparePanel::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && event->modifiers() == Qt::NoModifier)
        Q_EMIT closed();
    else
        QWidget::keyPressEvent(event);
}

void ComparePanel::applyAppearance()
{
    const auto px = [this](double length) { return m_appearance->px(length); };
    auto *bar = findChild<QWidget *>(u"compareBar"_s);
    bar->setFixedHeight(px(46));
    bar->layout()->setContentsMargins(px(6), 0, px(Side), 0);
    bar->layout()->setSpacing(px(Gap));
    auto *area = findChild<QWidget *>(u"compareCardArea"_s);
    area->layout()->setContentsMargins(px(Side), 0, px(Side), px(10));
    m_card->layout()->setContentsMargins(px(Side), px(8), px(8), px(10));
    m_card->layout()->setSpacing(px(6));
    shareWidth();
}

void ComparePanel::retranslate()
{
    setAccessibleName(tr("Comparison"));
    m_title->setText(tr("Comparison"));
    m_back->setToolTip(tr("Back to the program (Esc)"));
    m_back->setAccessibleName(tr("Back to the program"));
    m_otherButton->setToolTip(tr("For which runs reason, source and wipe are shown"));
    m_views->setAccessibleName(tr("How the charts are shown"));
    m_views->setSegment(0, tr("Stacked"), tr("One chart under another"));
    m_views->setSegment(1, tr("Wipe"), tr("Both at the same place; the line wipes from one to the other"));
    m_path->setText(tr("Critical path"));
    m_path->setToolButtonStyle(Qt::ToolButtonTextOnly);
    m_path->setToolTip(tr("The chain of causes that the total consists of"));
    m_copy->setToolTip(tr("Copy the comparison as a picture"));
    m_copy->setAccessibleName(m_copy->toolTip());
    m_save->setToolTip(tr("Save the comparison as a picture"));
    m_save->setAccessibleName(m_save->toolTip());
    m_stop->setText(tr("Stop"));
    if (m_stack->currentWidget() == m_page)
        showEmpty();
    showTotals();
    showReasons();
    showTools();
}

void ComparePanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace Playground
