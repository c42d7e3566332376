// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/comparepanel.h"

#include "translations/translations.h"
#include "ui/compare/comparetablemodel.h"
#include "ui/compare/partnerruns.h"
#include "ui/compare/sourcediffmodel.h"
#include "ui/compare/totalscard.h"
#include "ui/controls/noticebar.h"
#include "ui/controls/segmentedcontrol.h"
#include "ui/controls/toolbuttons.h"
#include "ui/gantt/chartexport.h"
#include "ui/gantt/chartpage.h"
#include "ui/gantt/chartpainter.h"
#include "ui/gantt/comparechart.h"
#include "ui/run/comparedruns.h"
#include "ui/theme/appearance.h"

#include <QActionGroup>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QMenu>
#include <QPainter>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QScrollBar>
#include <QSortFilterProxyModel>
#include <QSplitter>
#include <QStackedLayout>
#include <QStyledItemDelegate>
#include <QTableView>
#include <QToolButton>
#include <QTreeView>

using namespace Qt::StringLiterals;

namespace Playground {

namespace {

constexpr qsizetype MostAlignTasks = 40; // in the menu; the selected task can be chosen anyway
constexpr double Side = 14;
constexpr double Gap = 8;
constexpr double DiffLineHeight = 20;
constexpr double NarrowestName = 130;
constexpr int LeastForAll = 340; // height in which charts, source and tasks can stand
constexpr double TableLineHeight = 27;

QString languageName(const RunRequest &request)
{
    return request.program.endsWith(".cpp"_L1) ? u"C++"_s : u"Python"_s;
}

/// A program's own words, for a button or a menu: short, and without an underlined letter.
QString labelOf(const QString &words)
{
    constexpr qsizetype Most = 32;
    QString shown = shownText(words);
    if (shown.size() > Most)
        shown = shown.left(Most - 1) + u'…';
    return shown.replace(u'&', u"&&"_s);
}

QString labelOf(const Comparison &comparison, qsizetype row)
{
    return labelOf(comparison.nameOf(comparison.tasks()[std::size_t(row)]));
}

/// Numbers in their own order, and what is missing behind them, whichever way it is sorted.
class TaskSorting : public QSortFilterProxyModel {
public:
    using QSortFilterProxyModel::QSortFilterProxyModel;

protected:
    bool lessThan(const QModelIndex &left, const QModelIndex &right) const override
    {
        const QVariant a = left.data(sortRole());
        const QVariant b = right.data(sortRole());
        if (a.isNull() || b.isNull())
            return a.isNull() == (sortOrder() == Qt::DescendingOrder) && a.isNull() != b.isNull();
        return QSortFilterProxyModel::lessThan(left, right);
    }
};

/// A line of the table of tasks: a task's mark, and words with room around them.
class TaskDelegate : public QStyledItemDelegate {
public:
    TaskDelegate(Appearance *appearance, QObject *parent)
        : QStyledItemDelegate(parent)
        , m_appearance(appearance)
    {
    }

    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override
    {
        return {m_appearance->px(NarrowestName), m_appearance->px(TableLineHeight)};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        painter->save();
        if (option.state.testFlag(QStyle::State_Selected))
            painter->fillRect(option.rect, m_appearance->color(ColorRole::Selection));
        else if (option.state.testFlag(QStyle::State_MouseOver))
            painter->fillRect(option.rect, m_appearance->color(ColorRole::Hover));
        QRect room =
            option.rect.adjusted(m_appearance->px(index.column() == 0 ? Gap : 0), 0, -m_appearance->px(Gap), 0);
        const auto chip = index.data(Qt::DecorationRole).value<QPixmap>();
        if (!chip.isNull()) {
            const QSizeF size = chip.deviceIndependentSize();
            painter->drawPixmap(QPointF(room.left(), room.center().y() - size.height() / 2 + 1), chip);
            room.setLeft(room.left() + int(size.width()) + m_appearance->px(Gap));
        }
        const QVariant color = index.data(Qt::ForegroundRole);
        painter->setFont(m_appearance->font(TextRole::Body));
        painter->setPen(color.isNull() ? m_appearance->color(ColorRole::Text) : color.value<QColor>());
        const QString text =
            QFontMetrics(painter->font()).elidedText(index.data().toString(), Qt::ElideRight, room.width());
        const QVariant alignment = index.data(Qt::TextAlignmentRole);
        painter->drawText(room, alignment.isNull() ? int(Qt::AlignLeft | Qt::AlignVCenter) : alignment.toInt(), text);
        painter->restore();
    }

private:
    Appearance *m_appearance;
};

void prepare(QAbstractItemView *table, const QString &name)
{
    table->setObjectName(name);
    table->setFrameShape(QFrame::NoFrame);
    table->setTabKeyNavigation(false);
    table->setSelectionMode(QAbstractItemView::SingleSelection);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
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
    , m_diffModel(new SourceDiffModel(appearance, this))
    , m_tableModel(new CompareTableModel(appearance, this))
    , m_sorted(new TaskSorting(this))
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
    m_below->addWidget(makeSourcePart());
    m_below->addWidget(makeTaskPart());
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
    m_align = makeButton(u"compareAlign"_s, Icon::ChevronDown);
    m_align->setIcon({});
    setButtonKind(m_align, ButtonKind::Plain);
    m_align->setPopupMode(QToolButton::InstantPopup);
    m_alignMenu = new QMenu(m_align);
    m_align->setMenu(m_alignMenu);
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
    for (QWidget *widget : std::initializer_list<QWidget *>{m_back, m_title})
        layout->addWidget(widget);
    layout->addStretch(1);
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

QWidget *ComparePanel::makeSourcePart()
{
    auto *part = new QWidget(this);
    m_sourceTitle = new QLabel(part);
    m_sourceTitle->setObjectName(u"sourceTitle"_s);
    m_sourceTitle->setProperty("role", u"strong"_s);
    m_sourceNote = new QLabel(part);
    m_sourceNote->setObjectName(u"sourceNote"_s);
    m_sourceNote->setProperty("role", u"muted"_s);
    m_sourceNote->setTextFormat(Qt::PlainText);
    m_diff = new QTableView(part);
    prepare(m_diff, u"sourceDiff"_s);
    m_diff->setModel(m_diffModel);
    m_diff->setShowGrid(false);
    m_diff->setWordWrap(false);
    m_diff->verticalHeader()->hide();
    m_diff->horizontalHeader()->hide();
    m_diff->horizontalHeader()->setSectionResizeMode(SourceDiffModel::BeforeNumber, QHeaderView::Fixed);
    m_diff->horizontalHeader()->setSectionResizeMode(SourceDiffModel::AfterNumber, QHeaderView::Fixed);
    m_diff->horizontalHeader()->setSectionResizeMode(SourceDiffModel::BeforeLine, QHeaderView::Stretch);
    m_diff->horizontalHeader()->setSectionResizeMode(SourceDiffModel::AfterLine, QHeaderView::Stretch);
    auto *head = new QHBoxLayout;
    head->addWidget(m_sourceTitle);
    head->addWidget(m_sourceNote, 1);
    auto *layout = new QVBoxLayout(part);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(head);
    layout->addWidget(m_diff, 1);
    return part;
}

QWidget *ComparePanel::makeTaskPart()
{
    auto *part = new QWidget(this);
    m_tasksTitle = new QLabel(part);
    m_tasksTitle->setProperty("role", u"strong"_s);
    m_sorted->setSourceModel(m_tableModel);
    m_sorted->setSortRole(CompareTableModel::SortRole);
    m_table = new QTreeView(part);
    prepare(m_table, u"compareTable"_s);
    m_table->setModel(m_sorted);
    m_table->setItemDelegate(new TaskDelegate(m_appearance, m_table));
    m_table->setRootIsDecorated(false);
    m_table->setUniformRowHeights(true);
    m_table->setSortingEnabled(true);
    m_table->header()->setSortIndicatorClearable(true);
    m_table->header()->setStretchLastSection(false);
    m_table->sortByColumn(-1, Qt::AscendingOrder);
    auto *head = new QHBoxLayout;
    head->addWidget(m_tasksTitle);
    auto *layout = new QVBoxLayout(part);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(head);
    layout->addWidget(m_table, 1);
    return part;
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
    connect(m_alignMenu, &QMenu::aboutToShow, this, &ComparePanel::fillAlignMenu);
    connect(m_otherMenu, &QMenu::aboutToShow, this, &ComparePanel::fillOtherMenu);
    connect(m_totals, &TotalsCard::baselineRequested, this, [this](int run) { m_runs->moveToBaseline(run); });
    connect(m_totals, &TotalsCard::removalRequested, this, [this](int run) { m_runs->unpin(run); });
    connect(m_chart, &CompareChartView::rowSelected, this, &ComparePanel::noteChartSelection);
    connect(m_chart, &CompareChartView::alignmentChanged, this, &ComparePanel::showTools);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &ComparePanel::noteTableSelection);
    connect(m_parts, &QSplitter::splitterMoved, this, [this] { m_isShared = true; });
    connect(m_below, &QSplitter::splitterMoved, this, [this] {
        m_isTableShared = true;
        fitTable();
    });
    m_parts->installEventFilter(this);
    connect(m_diff, &QTableView::clicked, this, &ComparePanel::activateDiffRow);
    connect(m_diff, &QTableView::activated, this, &ComparePanel::activateDiffRow);
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
    m_tableModel->setResult(result);
    m_below->setVisible(true);
    if (m_runs->runs().size() < 2)
        showEmpty();
    else
        m_stack->setCurrentWidget(m_contents);
    showTotals();
    showReasons();
    showDifference();
    showTools();
    fitTable();
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

void ComparePanel::showDifference()
{
    const auto &result = m_worker.result();
    const bool hasDifference = result && m_other < result->comparison().runCount();
    const SourceDifference difference = hasDifference ? result->difference(m_other) : SourceDifference();
    m_diffModel->setDifference(difference);
    QString note;
    if (hasDifference && difference.isTooLong) {
        note = tr("These programs are too long to be compared line by line.");
    } else if (hasDifference && difference.isSame()) {
        note = tr("Both ran the same program.");
    } else if (hasDifference) {
        note = u"%1 %2 → %3 %4"_s.arg(Comparison::letterOf(0), result->runs().constFirst().title,
                                      Comparison::letterOf(m_other), result->runs()[qsizetype(m_other)].title);
    }
    m_sourceNote->setText(note);
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
    switch (m_chart->alignment()) {
    case Alignment::Start:
        m_align->setText(tr("Align: start"));
        break;
    case Alignment::Task:
        if (isShown) {
            //: %1: a task's name
            m_align->setText(tr("Align: %1").arg(labelOf(result->comparison(), m_alignedRow)));
        }
        break;
    case Alignment::Moment:
        m_align->setText(tr("Align: moment"));
        break;
    }
}

void ComparePanel::fillAlignMenu()
{
    m_alignMenu->clear();
    const auto &result = m_worker.result();
    if (!result)
        return;
    const auto add = [this](const QString &text, Alignment alignment, qsizetype row) {
        QAction *action = m_alignMenu->addAction(text);
        action->setCheckable(true);
        action->setChecked(m_chart->alignment() == alignment && (alignment != Alignment::Task || row == m_alignedRow));
        connect(action, &QAction::triggered, this, [this, alignment, row] { chooseAlignment(alignment, row); });
    };
    add(tr("At the start"), Alignment::Start, 0);
    add(tr("At a chosen moment of each run"), Alignment::Moment, 0);
    m_alignMenu->addSeparator();
    const Comparison &comparison = result->comparison();
    const auto count = qsizetype(comparison.tasks().size());
    const auto addTask = [&](qsizetype row) {
        //: %1: a task's name
        add(tr("Where %1 starts").arg(labelOf(comparison, row)), Alignment::Task, row);
    };
    for (qsizetype row = 0; row < std::min(count, MostAlignTasks); ++row)
        addTask(row);
    if (const auto selected = m_chart->selectedRow(); selected && *selected >= MostAlignTasks)
        addTask(*selected);
}

void ComparePanel::fillOtherMenu()
{
    m_otherMenu->clear();
    const auto &result = m_worker.result();
    if (!result)
        return;
    for (std::size_t run = 1; run < result->comparison().runCount(); ++run) {
        QAction *action = m_otherMenu->addAction(
            u"%1 %2"_s.arg(Comparison::letterOf(run), labelOf(result->runs()[qsizetype(run)].title)));
        action->setCheckable(true);
        action->setChecked(run == m_other);
        connect(action, &QAction::triggered, this, [this, run] { chooseOther(run); });
    }
}

/// The columns as wide as what stands in them; names get what is left.
void ComparePanel::fitTable()
{
    const int time =
        QFontMetrics(m_appearance->font(TextRole::Body)).horizontalAdvance(u"−00.00 s"_s) + m_appearance->px(18);
    const int times = std::max(0, m_sorted->columnCount() - 1) * time;
    const int name = m_appearance->px(NarrowestName);
    const int wanted = std::clamp(times + name, m_below->width() * 2 / 5, std::max(m_below->width() / 2, 1));
    if (!m_isTableShared)
        m_below->setSizes({m_below->width() - wanted, wanted});
    QHeaderView *header = m_table->header();
    const int room = m_table->width() - m_table->verticalScrollBar()->sizeHint().width();
    for (int column = 0; column < m_sorted->columnCount(); ++column)
        header->resizeSection(column, column == 0 ? std::max(name, room - times) : time);
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
}

void ComparePanel::chooseOther(std::size_t run)
{
    m_other = run;
    m_chart->setWipe(m_views->current() == 1 ? std::optional(m_other) : std::nullopt);
    showReasons();
    showDifference();
    showTools();
}

void ComparePanel::chooseAlignment(Alignment alignment, qsizetype row)
{
    m_alignedRow = row;
    m_chart->setAlignedRow(row);
    m_chart->setAlignment(alignment);
    m_chart->setFocus();
    showTools();
}

void ComparePanel::noteChartSelection()
{
    if (m_isSelecting)
        return;
    const QScopedValueRollback selecting(m_isSelecting, true);
    const auto row = m_chart->selectedRow();
    if (!row) {
        m_table->clearSelection();
        return;
    }
    const QModelIndex index = m_sorted->mapFromSource(m_tableModel->index(int(*row), 0));
    m_table->setCurrentIndex(index);
    m_table->scrollTo(index);
}

void ComparePanel::noteTableSelection()
{
    if (m_isSelecting)
        return;
    const QScopedValueRollback selecting(m_isSelecting, true);
    const QModelIndexList rows = m_table->selectionModel()->selectedRows();
    m_chart->selectRow(rows.isEmpty() ? std::nullopt
                                      : std::optional<qsizetype>(m_sorted->mapToSource(rows.constFirst()).row()));
}

void ComparePanel::activateDiffRow(const QModelIndex &index)
{
    if (!index.isValid() || !m_diffModel->isFold(index.row()))
        return;
    m_diffModel->unfold(index.row());
    m_diff->setCurrentIndex(m_diffModel->index(index.row(), 0));
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
        fitTable();
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
    for (QLabel *title : {m_sourceTitle, m_tasksTitle})
        title->setContentsMargins(px(Side), px(8), px(Gap), px(6));
    m_diff->verticalHeader()->setMinimumSectionSize(px(DiffLineHeight));
    m_diff->verticalHeader()->setDefaultSectionSize(px(DiffLineHeight));
    const int number = QFontMetrics(m_appearance->font(TextRole::SmallCode)).horizontalAdvance(u"0000"_s) + px(10);
    m_diff->setColumnWidth(SourceDiffModel::BeforeNumber, number);
    m_diff->setColumnWidth(SourceDiffModel::AfterNumber, number);
    fitTable();
    m_diffModel->refresh();
    m_tableModel->refresh();
}

void ComparePanel::retranslate()
{
    setAccessibleName(tr("Comparison"));
    m_title->setText(tr("Comparison"));
    m_back->setToolTip(tr("Back to the program (Esc)"));
    m_back->setAccessibleName(tr("Back to the program"));
    m_align->setToolTip(tr("Where the runs meet on the time axis. Or drag a run's axis."));
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
    m_sourceTitle->setText(tr("What changed in the source"));
    m_tasksTitle->setText(tr("Task by task"));
    m_diff->setAccessibleName(m_sourceTitle->text());
    m_table->setAccessibleName(m_tasksTitle->text());
    if (m_stack->currentWidget() == m_page)
        showEmpty();
    showTotals();
    showReasons();
    showDifference();
    showTools();
    m_tableModel->refresh();
}

void ComparePanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace Playground
