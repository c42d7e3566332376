// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/gantt/chartfilterbar.h"

#include "ui/controls/searchfield.h"
#include "ui/controls/toolbuttons.h"
#include "ui/gantt/ganttview.h"
#include "ui/theme/appearance.h"
#include "ui/theme/icons.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QMenu>
#include <QPainter>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace Playground {

namespace {

constexpr int FieldWidth = 168;
constexpr int FieldHeight = 28;
constexpr int Gap = 6;
constexpr int Side = 10;

} // namespace

ChartFilterBar::ChartFilterBar(Appearance *appearance, GanttView *view, QWidget *parent)
    : QWidget(parent)
    , m_appearance(appearance)
    , m_view(view)
    , m_hidden(new QLabel(this))
    , m_field(new SearchField(appearance, this))
    , m_button(new QToolButton(this))
    , m_menu(new QMenu(this))
{
    setObjectName(u"chartFilterBar"_s);
    setAttribute(Qt::WA_OpaquePaintEvent);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Preferred);
    m_hidden->setObjectName(u"chartFilterHidden"_s);
    m_field->setObjectName(u"chartFilterField"_s);
    m_field->installEventFilter(this);
    m_field->hide();
    m_button->setObjectName(u"chartFilterButton"_s);
    m_button->setIcon(themedIcon(Icon::Filter, appearance, ColorRole::Muted));
    m_button->setPopupMode(QToolButton::InstantPopup);
    m_button->setMenu(m_menu);
    setButtonKind(m_button, ButtonKind::Ghost);

    m_menu->setObjectName(u"chartFilterMenu"_s);
    m_menu->setToolTipsVisible(true);
    m_allStates = m_menu->addAction(QString());
    m_allStates->setCheckable(true);
    connect(m_allStates, &QAction::triggered, this, [this] {
        for (QAction *action : m_states)
            action->setChecked(false);
        applyStates();
    });
    for (QAction *&action : m_states) {
        action = m_menu->addAction(QString());
        action->setCheckable(true);
        connect(action, &QAction::triggered, this, &ChartFilterBar::applyStates);
    }
    m_menu->addSeparator();
    m_folds = m_menu->addAction(QString());
    m_folds->setCheckable(true);
    connect(m_folds, &QAction::triggered, view, &GanttView::setFoldsDone);
    m_menu->addSeparator();
    m_collapse = m_menu->addAction(QString());
    connect(m_collapse, &QAction::triggered, view, &GanttView::collapseAll);
    m_expand = m_menu->addAction(QString());
    connect(m_expand, &QAction::triggered, view, &GanttView::expandAll);

    auto *layout = new QHBoxLayout(this);
    layout->addWidget(m_hidden);
    layout->addWidget(m_field);
    layout->addWidget(m_button);
    connect(m_field, &QLineEdit::textChanged, view, &GanttView::setFilter);
    connect(view, &GanttView::rowsChanged, this, &ChartFilterBar::showRows);
    connect(appearance, &Appearance::changed, this, &ChartFilterBar::applyAppearance);
    retranslate();
    applyAppearance();
    showRows();
}

void ChartFilterBar::addTool(QWidget *tool)
{
    layout()->addWidget(tool);
}

void ChartFilterBar::startFilter()
{
    m_field->show();
    m_field->setFocus(Qt::ShortcutFocusReason);
    m_field->selectAll();
}

void ChartFilterBar::clear()
{
    m_field->clear();
    m_view->setStateFilter({});
    Q_EMIT left();
    m_field->hide();
}

void ChartFilterBar::applyStates()
{
    TaskStates states;
    for (size_t state = 0; state < m_states.size(); ++state) {
        if (m_states[state]->isChecked())
            states.insert(TaskState(state));
    }
    m_view->setStateFilter(states);
}

void ChartFilterBar::showRows()
{
    const LaneRows &rows = m_view->rows();
    const TaskStates states = rows.filter().states;
    for (size_t state = 0; state < m_states.size(); ++state)
        m_states[state]->setChecked(states.contains(TaskState(state)));
    m_allStates->setChecked(states.isEmpty());
    m_folds->setChecked(rows.foldsDone());
    if (m_field->text() != rows.filter().text)
        m_field->setText(rows.filter().text);
    m_hidden->setText(rows.filteredCount() > 0 ? tr("%n task(s) hidden", nullptr, int(rows.filteredCount()))
                                               : QString());
    m_hidden->setVisible(rows.filteredCount() > 0);
}

void ChartFilterBar::applyAppearance()
{
    layout()->setContentsMargins(0, 0, m_appearance->px(Side), 1);
    layout()->setSpacing(m_appearance->px(Gap));
    m_field->setFixedSize(m_appearance->px(FieldWidth), m_appearance->px(FieldHeight));
    m_hidden->setFont(m_appearance->font(TextRole::Small));
    QPalette palette = m_hidden->palette();
    palette.setColor(QPalette::WindowText, m_appearance->color(ColorRole::Muted));
    m_hidden->setPalette(palette);
    update();
}

void ChartFilterBar::retranslate()
{
    m_field->setPrompt(tr("Filter tasks"), tr("Filter"));
    m_button->setToolTip(tr("Which tasks are shown"));
    m_button->setAccessibleName(tr("Which tasks are shown"));
    m_allStates->setText(tr("Tasks in any state"));
    const std::array<QString, 6> names{tr("Ready tasks"),         tr("Running tasks"), tr("Waiting tasks"),
                                       tr("Tasks that are done"), tr("Failed tasks"),  tr("Cancelled tasks")};
    for (size_t state = 0; state < m_states.size(); ++state)
        m_states[state]->setText(names[state]);
    m_folds->setText(tr("Fold away tasks that are done"));
    m_collapse->setText(tr("Collapse all"));
    m_expand->setText(tr("Expand all"));
}

void ChartFilterBar::paintEvent(QPaintEvent *)
{
    // The line below the figures goes on here.
    QPainter painter(this);
    const double scale = m_appearance->scale();
    painter.fillRect(rect(), m_appearance->color(ColorRole::Surface));
    painter.scale(scale, scale);
    const double y = snappedToPixel(height() / scale - 1);
    painter.setPen(QPen(m_appearance->color(ColorRole::Border), 1, Qt::SolidLine, Qt::FlatCap));
    painter.drawLine(QPointF(0, y), QPointF(width() / scale, y));
}

void ChartFilterBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        showRows();
    }
    QWidget::changeEvent(event);
}

/// Escape takes all filters away and goes back to the chart; Enter goes to what was found.
bool ChartFilterBar::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Escape) {
            clear();
            return true;
        }
        if (key == Qt::Key_Return || key == Qt::Key_Enter || key == Qt::Key_Down) {
            Q_EMIT left();
            return true;
        }
    } else if (event->type() == QEvent::ShortcutOverride && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape) {
        event->accept();
        return true;
    } else if (event->type() == QEvent::FocusOut && m_field->text().isEmpty()) {
        m_field->hide();
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace Playground
