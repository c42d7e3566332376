// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/exportdialog.h"
#include "ui/controls/filedialog.h"
#include "ui/controls/toolbuttons.h"
#include "ui/gantt/chartexport.h"
#include "ui/gantt/sheetpreview.h"
#include "ui/theme/appearance.h"
#include "ui/theme/icons.h"

#include <QButtonGroup>
#include <QCheckBox>
#include <QEvent>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QRadioButton>
#include <QScreen>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

namespace Playground {

namespace {

using namespace Qt::StringLiterals;

constexpr int Width = 980;
constexpr int Height = 580;
constexpr int ColumnWidth = 250;
constexpr int Side = 16;
constexpr int Gap = 2;
constexpr int GroupGap = 10;

} // namespace

QString endingOf(ExportFormat format)
{
    switch (format) {
    case ExportFormat::Pdf:
        return u"pdf"_s;
    case ExportFormat::Svg:
        return u"svg"_s;
    case ExportFormat::Png:
        return u"png"_s;
    case ExportFormat::Csv:
        return u"csv"_s;
    case ExportFormat::Trace:
        return u"json"_s;
    }
    Q_UNREACHABLE();
}

bool isPicture(ExportFormat format)
{
    return format != ExportFormat::Csv && format != ExportFormat::Trace;
}

ExportDialog::ExportDialog(Appearance *appearance, ExportSubject subject, const ExportChoice &choice, QWidget *parent)
    : QDialog(parent)
    , m_appearance(appearance)
    , m_subject(std::move(subject))
    , m_choice(choice)
    , m_formatHeading(new QLabel(this))
    , m_paperHeading(new QLabel(this))
    , m_rangeHeading(new QLabel(this))
    , m_contentHeading(new QLabel(this))
    , m_formats(new QButtonGroup(this))
    , m_papers(new QButtonGroup(this))
    , m_ranges(new QButtonGroup(this))
    , m_title(new QCheckBox(this))
    , m_legend(new QCheckBox(this))
    , m_views(new QStackedWidget(this))
    , m_preview(new SheetPreview(appearance, this))
    , m_words(new QLabel(this))
    , m_back(new QToolButton(this))
    , m_next(new QToolButton(this))
    , m_page(new QLabel(this))
    , m_remark(new QLabel(this))
    , m_column(new QVBoxLayout)
    , m_cancel(new QPushButton(this))
    , m_export(new QPushButton(this))
{
    setObjectName(u"exportDialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    m_choice.isVisibleRange = m_choice.isVisibleRange && m_subject.isPartVisible;
    auto *columns = new QHBoxLayout;
    auto *left = new QVBoxLayout;
    makePages(left);
    makeChoices(m_column);
    columns->addLayout(left, 1);
    columns->addLayout(m_column);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_remark, 1);
    buttons->addWidget(m_cancel);
    buttons->addWidget(m_export);
    auto *layout = new QVBoxLayout(this);
    layout->addLayout(columns, 1);
    layout->addLayout(buttons);

    m_remark->setObjectName(u"exportRemark"_s);
    m_remark->setProperty("role", u"muted"_s);
    m_remark->setWordWrap(true);
    m_cancel->setObjectName(u"exportCancel"_s);
    m_export->setObjectName(u"exportButton"_s);
    setButtonKind(m_cancel, ButtonKind::Plain);
    setButtonKind(m_export, ButtonKind::Primary);
    m_export->setDefault(true);
    m_cancel->setAutoDefault(false);
    connect(m_cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_export, &QPushButton::clicked, this, &ExportDialog::chosen);
    connect(appearance, &Appearance::changed, this, &ExportDialog::applyAppearance);
    applyAppearance();
    retranslate();
    const QSize wanted(appearance->px(Width), appearance->px(Height));
    resize(wanted.boundedTo(screen()->availableSize() * 0.95));
    m_formats->checkedButton()->setFocus();
}

void ExportDialog::makePages(QVBoxLayout *column)
{
    m_words->setObjectName(u"exportWords"_s);
    m_words->setAlignment(Qt::AlignCenter);
    m_words->setWordWrap(true);
    m_words->setProperty("role", u"muted"_s);
    m_views->addWidget(m_preview);
    m_views->addWidget(m_words);
    m_page->setObjectName(u"exportPage"_s);
    m_page->setProperty("role", u"muted"_s);
    m_back->setObjectName(u"exportPageBack"_s);
    m_next->setObjectName(u"exportPageNext"_s);
    m_back->setIcon(themedIcon(Icon::ChevronLeft, m_appearance));
    m_next->setIcon(themedIcon(Icon::ChevronRight, m_appearance));
    auto *row = new QHBoxLayout;
    row->addStretch();
    for (QToolButton *button : {m_back, m_next})
        setButtonKind(button, ButtonKind::Ghost);
    row->addWidget(m_back);
    row->addWidget(m_page);
    row->addWidget(m_next);
    row->addStretch();
    column->addWidget(m_views, 1);
    column->addLayout(row);
    connect(m_back, &QToolButton::clicked, this, [this] { m_preview->setPage(m_preview->page() - 1); });
    connect(m_next, &QToolButton::clicked, this, [this] { m_preview->setPage(m_preview->page() + 1); });
    connect(m_preview, &SheetPreview::pageChanged, this, &ExportDialog::showPage);
}

void ExportDialog::addGroup(QVBoxLayout *column, QLabel *heading, QButtonGroup *group,
                            const std::vector<std::pair<int, QString>> &choices)
{
    heading->setProperty("role", u"heading"_s);
    column->addWidget(heading);
    for (const auto &[id, name] : choices) {
        auto *button = new QRadioButton(this);
        button->setObjectName(name);
        group->addButton(button, id);
        column->addWidget(button);
    }
    column->addSpacing(m_appearance->px(GroupGap));
    connect(group, &QButtonGroup::idClicked, this, &ExportDialog::takeChoice);
}

void ExportDialog::makeChoices(QVBoxLayout *column)
{
    addGroup(column, m_formatHeading, m_formats,
             {{int(ExportFormat::Pdf), u"exportPdf"_s},
              {int(ExportFormat::Svg), u"exportSvg"_s},
              {int(ExportFormat::Png), u"exportPng"_s},
              {int(ExportFormat::Csv), u"exportCsv"_s},
              {int(ExportFormat::Trace), u"exportTrace"_s}});
    addGroup(column, m_paperHeading, m_papers,
             {{int(Paper::A4Landscape), u"exportA4Landscape"_s},
              {int(Paper::A4Portrait), u"exportA4Portrait"_s},
              {int(Paper::Slide), u"exportSlide"_s},
              {int(Paper::Chart), u"exportChart"_s}});
    addGroup(column, m_rangeHeading, m_ranges, {{0, u"exportWholeRun"_s}, {1, u"exportVisibleRange"_s}});
    m_contentHeading->setProperty("role", u"heading"_s);
    column->addWidget(m_contentHeading);
    m_title->setObjectName(u"exportTitle"_s);
    m_legend->setObjectName(u"exportLegend"_s);
    for (QCheckBox *box : {m_title, m_legend}) {
        column->addWidget(box);
        connect(box, &QCheckBox::clicked, this, &ExportDialog::takeChoice);
    }
    column->addStretch();
    m_formats->button(int(m_choice.format))->setChecked(true);
    m_papers->button(int(m_choice.paper))->setChecked(true);
    m_ranges->button(int(m_choice.isVisibleRange))->setChecked(true);
    m_title->setChecked(m_choice.hasTitle);
    m_legend->setChecked(m_choice.hasLegend);
    for (QWidget *ofRun : std::initializer_list<QWidget *>{
             m_formats->button(int(ExportFormat::Csv)), m_formats->button(int(ExportFormat::Trace)), m_rangeHeading,
             m_ranges->button(0), m_ranges->button(1), m_contentHeading, m_title, m_legend})
        ofRun->setVisible(m_subject.isRun);
}

void ExportDialog::takeChoice()
{
    m_choice.format = ExportFormat(m_formats->checkedId());
    m_choice.paper = Paper(m_papers->checkedId());
    m_choice.isVisibleRange = m_ranges->checkedId() == 1;
    m_choice.hasTitle = m_title->isChecked();
    m_choice.hasLegend = m_legend->isChecked();
    showChoice();
}

void ExportDialog::showChoice()
{
    const bool isChart = isPicture(m_choice.format);
    const QList<QAbstractButton *> papers = m_papers->buttons();
    for (QAbstractButton *button : papers)
        button->setEnabled(isChart);
    m_ranges->button(0)->setEnabled(isChart);
    m_ranges->button(1)->setEnabled(isChart && m_subject.isPartVisible);
    m_title->setEnabled(isChart);
    m_legend->setEnabled(isChart);
    m_views->setCurrentWidget(isChart ? static_cast<QWidget *>(m_preview) : m_words);
    m_words->setText(m_choice.format == ExportFormat::Csv
                         ? tr("All tasks as a table: names, times, states and results, for a spreadsheet.")
                         : tr("All that happened, to be opened in Perfetto (ui.perfetto.dev)."));
    ChartSheets sheets;
    if (isChart)
        sheets = m_subject.sheets(m_choice);
    m_preview->setSheets(std::move(sheets.sheets));
    m_remark->setText(isChart ? remark(sheets.left) : QString());
}

/// What does not fit is said before it is missed.
QString ExportDialog::remark(qint64 left) const
{
    if (left <= 0)
        return {};
    const auto count = int(left);
    if (m_choice.format == ExportFormat::Pdf && m_choice.paper != Paper::Chart)
        return tr("%n task(s) have no room on %1 pages.", nullptr, count).arg(MostPdfPages);
    if (m_choice.paper == Paper::Chart)
        return tr("%n task(s) have no room. A PDF of a fixed size has pages for them.", nullptr, count);
    return tr("%n task(s) have no room. A PDF has further pages for them.", nullptr, count);
}

void ExportDialog::showPage()
{
    const bool hasPages = m_preview->pages() > 1;
    for (QWidget *widget : std::initializer_list<QWidget *>{m_back, m_page, m_next})
        widget->setVisible(hasPages);
    m_back->setEnabled(m_preview->page() > 0);
    m_next->setEnabled(m_preview->page() + 1 < m_preview->pages());
    //: %1 is the number of a page, %2 how many there are
    m_page->setText(tr("Page %1 of %2").arg(m_preview->page() + 1).arg(m_preview->pages()));
}

void ExportDialog::applyAppearance()
{
    const int side = m_appearance->px(Side);
    layout()->setContentsMargins(side, side, side, side);
    layout()->setSpacing(side);
    m_column->setSpacing(m_appearance->px(Gap));
    for (QLabel *heading : {m_formatHeading, m_paperHeading, m_rangeHeading, m_contentHeading})
        heading->setMinimumWidth(m_appearance->px(ColumnWidth));
    for (QToolButton *button : {m_back, m_next})
        button->setIconSize(QSize(m_appearance->px(Side), m_appearance->px(Side)));
}

void ExportDialog::retranslate()
{
    setWindowTitle(m_subject.isRun ? tr("Export the run") : tr("Save the comparison as a picture"));
    m_preview->setAccessibleName(tr("Preview"));
    m_formatHeading->setText(tr("As"));
    m_formats->button(int(ExportFormat::Pdf))->setText(tr("PDF: to print, to hand out"));
    m_formats->button(int(ExportFormat::Svg))->setText(tr("SVG: for pages and papers"));
    m_formats->button(int(ExportFormat::Png))->setText(tr("PNG: for slides and chats"));
    m_formats->button(int(ExportFormat::Csv))->setText(tr("CSV: the table of the tasks"));
    m_formats->button(int(ExportFormat::Trace))->setText(tr("JSON: the trace, for Perfetto"));
    m_paperHeading->setText(tr("Size"));
    m_papers->button(int(Paper::A4Landscape))->setText(tr("A4, landscape"));
    m_papers->button(int(Paper::A4Portrait))->setText(tr("A4, portrait"));
    m_papers->button(int(Paper::Slide))->setText(tr("Slide, 16:9"));
    m_papers->button(int(Paper::Chart))->setText(tr("As large as the chart"));
    m_rangeHeading->setText(tr("Time"));
    m_ranges->button(0)->setText(tr("The whole run"));
    m_ranges->button(1)->setText(tr("The part that the chart shows"));
    m_contentHeading->setText(tr("With"));
    m_title->setText(tr("Title and figures"));
    m_legend->setText(tr("Legend"));
    m_back->setAccessibleName(tr("Previous page"));
    m_next->setAccessibleName(tr("Next page"));
    m_cancel->setText(tr("Cancel"));
    m_export->setText(m_subject.isRun ? tr("Export…") : tr("Save…"));
    showChoice();
}

void ExportDialog::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QDialog::changeEvent(event);
}

void askForExportFile(ExportDialog *dialog, const QString &name, const std::function<void(const QString &)> &write)
{
    const QString ending = endingOf(dialog->choice().format);
    QFileDialog *files = makeFileDialog(dialog->windowTitle(), {u"%1 (*.%2)"_s.arg(ending.toUpper(), ending)}, dialog);
    files->setAcceptMode(QFileDialog::AcceptSave);
    files->setDefaultSuffix(ending);
    files->selectFile(u"%1.%2"_s.arg(name, ending));
    QObject::connect(files, &QFileDialog::fileSelected, dialog, [dialog, write](const QString &fileName) {
        write(fileName);
        dialog->accept();
    });
    files->open();
}

} // namespace Playground
