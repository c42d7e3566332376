// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/sourcepart.h"

#include "ui/compare/comparelist.h"
#include "ui/compare/comparisonresult.h"
#include "ui/compare/sourcediffmodel.h"
#include "ui/theme/appearance.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QTableView>

using namespace Qt::StringLiterals;

namespace Playground {

namespace {

constexpr double Side = 14;
constexpr double Gap = 8;
constexpr double LineHeight = 20;

} // namespace

SourcePart::SourcePart(Appearance *appearance, QWidget *parent)
    : QWidget(parent)
    , m_appearance(appearance)
    , m_title(new QLabel(this))
    , m_note(new QLabel(this))
    , m_model(new SourceDiffModel(appearance, this))
    , m_lines(new QTableView(this))
{
    m_title->setObjectName(u"sourceTitle"_s);
    m_title->setProperty("role", u"strong"_s);
    m_note->setObjectName(u"sourceNote"_s);
    m_note->setProperty("role", u"muted"_s);
    m_note->setTextFormat(Qt::PlainText);
    setUpCompareList(m_lines, u"sourceDiff"_s);
    m_lines->setModel(m_model);
    m_lines->setShowGrid(false);
    m_lines->setWordWrap(false);
    m_lines->verticalHeader()->hide();
    QHeaderView *columns = m_lines->horizontalHeader();
    columns->hide();
    columns->setSectionResizeMode(SourceDiffModel::BeforeNumber, QHeaderView::Fixed);
    columns->setSectionResizeMode(SourceDiffModel::AfterNumber, QHeaderView::Fixed);
    columns->setSectionResizeMode(SourceDiffModel::BeforeLine, QHeaderView::Stretch);
    columns->setSectionResizeMode(SourceDiffModel::AfterLine, QHeaderView::Stretch);
    auto *head = new QHBoxLayout;
    head->addWidget(m_title);
    head->addWidget(m_note, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(head);
    layout->addWidget(m_lines, 1);
    connect(m_lines, &QTableView::clicked, this, &SourcePart::unfold);
    connect(m_lines, &QTableView::activated, this, &SourcePart::unfold);
    connect(appearance, &Appearance::changed, this, &SourcePart::applyAppearance);
    applyAppearance();
    retranslate();
}

void SourcePart::showDifference(const std::shared_ptr<const ComparisonResult> &result, std::size_t other)
{
    m_result = result && other < result->comparison().runCount() ? result : nullptr;
    m_other = other;
    m_model->setDifference(m_result ? m_result->difference(other) : SourceDifference());
    showNote();
}

void SourcePart::showNote()
{
    QString note;
    if (m_result) {
        const SourceDifference &difference = m_result->difference(m_other);
        if (difference.isTooLong)
            note = tr("These programs are too long to be compared line by line.");
        else if (difference.isSame())
            note = tr("Both ran the same program.");
        else
            note = u"%1 %2 → %3 %4"_s.arg(Comparison::letterOf(0), m_result->runs().constFirst().title,
                                          Comparison::letterOf(m_other), m_result->runs()[qsizetype(m_other)].title);
    }
    m_note->setText(note);
}

void SourcePart::unfold(const QModelIndex &index)
{
    if (!index.isValid() || !m_model->isFold(index.row()))
        return;
    m_model->unfold(index.row());
    m_lines->setCurrentIndex(m_model->index(index.row(), 0));
}

void SourcePart::applyAppearance()
{
    const auto px = [this](double length) { return m_appearance->px(length); };
    m_title->setContentsMargins(px(Side), px(8), px(Gap), px(6));
    m_lines->verticalHeader()->setMinimumSectionSize(px(LineHeight));
    m_lines->verticalHeader()->setDefaultSectionSize(px(LineHeight));
    const int number = QFontMetrics(m_appearance->font(TextRole::SmallCode)).horizontalAdvance(u"0000"_s) + px(10);
    m_lines->setColumnWidth(SourceDiffModel::BeforeNumber, number);
    m_lines->setColumnWidth(SourceDiffModel::AfterNumber, number);
    m_model->refresh();
}

void SourcePart::retranslate()
{
    m_title->setText(tr("What changed in the source"));
    m_lines->setAccessibleName(m_title->text());
    showNote();
}

void SourcePart::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace Playground
