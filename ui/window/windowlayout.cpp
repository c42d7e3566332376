// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/windowlayout.h"
#include "ui/theme/appearance.h"
#include "ui/window/settings.h"

#include <QAction>
#include <QFrame>
#include <QMainWindow>
#include <QSplitter>
#include <QTabBar>
#include <QTabWidget>
#include <QVBoxLayout>

namespace Playground {

namespace {

using namespace Qt::StringLiterals;
using Id = Actions::Id;

constexpr double PresentationScale = 1.6;
constexpr double MostOfChart = 0.56; // of the height, in a presentation
constexpr double MostOfDetails = 0.38; // of the width, in a presentation
constexpr QSize UsualSize{1280, 800};

/// Divides what stands above from what stands below.
QFrame *makeLine(QWidget *parent)
{
    auto *line = new QFrame(parent);
    line->setProperty("role", u"line"_s);
    line->setFixedHeight(1);
    return line;
}

QSplitter *makeSplitter(const char *name, Qt::Orientation orientation, QWidget *parent)
{
    auto *splitter = new QSplitter(orientation, parent);
    splitter->setObjectName(QLatin1StringView(name));
    splitter->setChildrenCollapsible(false);
    splitter->setHandleWidth(1);
    return splitter;
}

QVBoxLayout *makeColumn(QWidget *widget)
{
    auto *layout = new QVBoxLayout(widget);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    return layout;
}

} // namespace

WindowLayout::WindowLayout(QMainWindow *window, Appearance *appearance, Actions *actions, Settings *settings,
                           const Panels &panels)
    : QObject(window)
    , m_window(window)
    , m_appearance(appearance)
    , m_actions(actions)
    , m_settings(settings)
    , m_panels(panels)
{
    arrange();
    connectActions();
}

void WindowLayout::arrange()
{
    m_columns = makeSplitter("columns", Qt::Horizontal, m_window);
    m_editing = makeSplitter("editing", Qt::Horizontal, m_window);
    m_middle = makeSplitter("middle", Qt::Vertical, m_window);
    m_right = makeSplitter("right", Qt::Vertical, m_window);

    auto *work = new QWidget(m_window);
    QVBoxLayout *workLayout = makeColumn(work);
    workLayout->addWidget(m_panels.notices);
    workLayout->addWidget(m_panels.editor, 1);
    m_editing->addWidget(work);
    m_editing->addWidget(m_panels.twin);
    m_middle->addWidget(m_editing);
    m_middle->addWidget(m_panels.chart);
    m_texts = new QTabWidget(m_right);
    m_texts->setObjectName("texts"_L1);
    m_texts->tabBar()->setExpanding(false);
    m_texts->addTab(m_panels.explanation, QString());
    m_texts->addTab(m_panels.details, QString());
    retranslate();
    m_right->addWidget(m_texts);
    m_right->addWidget(m_panels.output);
    m_columns->addWidget(m_panels.gallery);
    m_columns->addWidget(m_middle);
    m_columns->addWidget(m_right);
    m_columns->addWidget(m_panels.comparison);
    m_columns->setStretchFactor(1, 1);
    m_columns->setStretchFactor(3, 1);
    m_editing->setStretchFactor(0, 1);
    m_editing->setStretchFactor(1, 1);
    m_middle->setStretchFactor(0, 1);
    m_right->setStretchFactor(0, 1);

    auto *all = new QWidget(m_window);
    QVBoxLayout *layout = makeColumn(all);
    layout->addWidget(m_panels.topBar);
    layout->addWidget(makeLine(all));
    layout->addWidget(m_columns, 1);
    layout->addWidget(makeLine(all));
    layout->addWidget(m_panels.statusLine);
    m_window->setCentralWidget(all);
}

// --- What is shown

std::array<WindowLayout::Hidable, 5> WindowLayout::hidables() const
{
    return {{{Id::ShowGallery, m_panels.gallery, m_panels.gallery, true, true},
             {Id::ShowExplanation, m_panels.explanation, m_texts, true, true},
             {Id::ShowOutput, m_panels.output, m_panels.output, true, true},
             {Id::ShowChart, m_panels.chart, m_panels.chart, false, true},
             {Id::SideBySide, m_panels.twin, m_panels.twin, false, false}}};
}

void WindowLayout::connectActions()
{
    for (const Hidable &each : hidables()) {
        connect((*m_actions)[each.action], &QAction::triggered, this, [this, panel = each.panel](bool shown) {
            m_settings->setShown(panel->objectName(), shown);
            showPanels();
        });
    }
    connect((*m_actions)[Id::Presentation], &QAction::toggled, this, &WindowLayout::setPresentation);
    connect((*m_actions)[Id::NextPanel], &QAction::triggered, this, [this] { focusPanel(1); });
    connect((*m_actions)[Id::PreviousPanel], &QAction::triggered, this, [this] { focusPanel(-1); });
}

void WindowLayout::showPanels()
{
    for (const Hidable &each : hidables()) {
        const bool isWanted = m_settings->isShown(each.panel->objectName(), each.isUsual);
        const bool hasNoPlace = (m_isPresenting && each.isAside) || (each.panel == m_panels.twin && !m_hasTwin);
        (*m_actions)[each.action]->setChecked(isWanted && !(m_isPresenting && each.isAside));
        each.shown->setVisible(isWanted && !hasNoPlace);
    }
    if (m_presentsDetails)
        m_texts->show();
    m_middle->setVisible(!m_isComparing);
    m_panels.comparison->setVisible(m_isComparing);
    m_right->setVisible(!m_isComparing && !(m_texts->isHidden() && m_panels.output->isHidden()));
}

void WindowLayout::raise(QWidget *panel)
{
    setComparing(false);
    m_settings->setShown(panel->objectName(), true);
    showPanels();
    panel->setFocus(Qt::ShortcutFocusReason);
}

void WindowLayout::toggleDetails()
{
    const bool isThere = m_panels.details->isVisible() && m_panels.details->isAncestorOf(m_window->focusWidget());
    m_presentsDetails = m_isPresenting && !isThere;
    if (!isThere) {
        m_beforeDetails = m_window->focusWidget();
        m_texts->setCurrentWidget(m_panels.details);
        m_settings->setShown(m_panels.explanation->objectName(), true);
        setComparing(false);
        showPanels();
        if (m_isPresenting) {
            const int details = int(m_columns->width() * MostOfDetails);
            m_columns->setSizes({0, m_columns->width() - details, details, 0});
        }
        m_panels.details->setFocus(Qt::ShortcutFocusReason);
        return;
    }
    QWidget *before = m_beforeDetails && m_beforeDetails->isVisible() ? m_beforeDetails.data() : m_panels.editor;
    before->setFocus(Qt::ShortcutFocusReason);
    m_texts->setCurrentWidget(m_panels.explanation);
    showPanels();
}

void WindowLayout::retranslate()
{
    m_texts->setTabText(0, tr("Explanation"));
    m_texts->setTabText(1, tr("Details"));
    m_texts->tabBar()->setAccessibleName(tr("Explanation or details of a task"));
}

void WindowLayout::setHasTwin(bool has)
{
    if (std::exchange(m_hasTwin, has) != has)
        showPanels();
}

void WindowLayout::setComparing(bool on)
{
    if (std::exchange(m_isComparing, on) == on)
        return;
    showPanels();
    (on ? m_panels.comparison : m_panels.editor)->setFocus();
    Q_EMIT comparingChanged();
}

/// With larger type, the chart gets more of the height, so that the tasks of a lesson are all seen.
void WindowLayout::setPresentation(bool on)
{
    if (std::exchange(m_isPresenting, on) == on)
        return;
    m_presentsDetails = false;
    if (on) {
        m_usualHeights = m_middle->sizes();
        m_usualWidths = m_columns->sizes();
    }
    m_appearance->setScale(on ? PresentationScale : 1);
    showPanels();
    const int height = m_middle->height();
    const int chart = std::min(int(m_usualHeights.last() * PresentationScale), int(height * MostOfChart));
    m_middle->setSizes(on ? QList<int>{height - chart, chart} : m_usualHeights);
    if (!on)
        m_columns->setSizes(m_usualWidths);
}

// --- The keyboard

std::vector<QWidget *> WindowLayout::stops() const
{
    if (m_isComparing)
        return {m_panels.gallery, m_panels.comparison};
    return {m_panels.gallery, m_panels.editor,          m_panels.twin,
            m_panels.chart,   m_texts->currentWidget(), m_panels.output};
}

void WindowLayout::focusPanel(int step)
{
    const std::vector<QWidget *> panels = stops();
    const int count = int(panels.size());
    QWidget *focus = m_window->focusWidget();
    int current = count;
    for (int i = 0; i < count; ++i) {
        if (panels[std::size_t(i)]->isAncestorOf(focus) || panels[std::size_t(i)] == focus)
            current = i;
    }
    for (int i = 1; i <= count; ++i) {
        QWidget *panel = panels[std::size_t(((current + step * i) % count + count) % count)];
        if (!panel->isVisible())
            continue;
        panel->setFocus(Qt::ShortcutFocusReason);
        return;
    }
}

// --- From one start to the next

void WindowLayout::restore()
{
    m_window->resize(UsualSize);
    m_columns->setSizes({232, 722, 326, 1048});
    m_editing->setSizes({361, 361});
    m_middle->setSizes({414, 310});
    m_right->setSizes({538, 186});
    m_window->restoreGeometry(m_settings->state(m_window->objectName()));
    for (QSplitter *splitter : splitters())
        splitter->restoreState(m_settings->state(splitter->objectName()));
    showPanels();
}

/// Without presentation and comparison, which are for one lesson, not for ever.
void WindowLayout::save()
{
    setPresentation(false);
    setComparing(false);
    m_settings->setState(m_window->objectName(), m_window->saveGeometry());
    for (QSplitter *splitter : splitters())
        m_settings->setState(splitter->objectName(), splitter->saveState());
}

} // namespace Playground
