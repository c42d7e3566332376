// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/topbar.h"
#include "ui/controls/segmentedcontrol.h"
#include "ui/theme/appearance.h"
#include "ui/theme/icons.h"

#include <QAction>
#include <QHBoxLayout>
#include <QMenu>
#include <QToolButton>

#include <utility>

namespace Playground {

namespace {

using namespace Qt::StringLiterals;
using Id = Actions::Id;

/// What is chosen in a menu of choices.
QAction *chosenIn(const QMenu *menu)
{
    const QList<QAction *> actions = menu->actions();
    for (QAction *action : actions) {
        if (action->isChecked())
            return action;
    }
    return nullptr;
}

} // namespace

TopBar::TopBar(Appearance *appearance, Actions *actions, QWidget *parent)
    : QWidget(parent)
    , m_appearance(appearance)
    , m_actions(actions)
    , m_layout(new QHBoxLayout(this))
    , m_run(addRunButton())
    , m_stop(addButton("stopButton", ButtonKind::Plain, Id::Stop))
    , m_speed(addChoice("speedButton", Id::SpeedTenth))
    , m_program(new SegmentedControl(appearance, this))
    , m_compare(addCompareButton())
    , m_language(new SegmentedControl(appearance, this))
{
    setObjectName("topBar"_L1);
    m_stop->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_program->setObjectName("programControl"_L1);
    m_program->addSegment(u"Python"_s);
    m_program->addSegment(u"C++"_s);
    m_layout->insertWidget(m_layout->indexOf(m_compare), m_program);
    connect(m_program, &SegmentedControl::chosen, this,
            [actions](int index) { (*actions)[index == 0 ? Id::ProgramPython : Id::ProgramCpp]->trigger(); });
    m_layout->addStretch(1);
    m_network = addChoice("networkButton", Id::NetworkSimulated);
    m_network->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_language->setObjectName("languageControl"_L1);
    m_language->addSegment(u"中文"_s);
    m_language->addSegment(u"EN"_s, u"English"_s);
    m_layout->addWidget(m_language);
    m_theme = addChoice("themeButton", Id::ThemeSystem);
    m_presentation = addButton("presentationButton", ButtonKind::Plain, Id::Presentation);
    connect((*actions)[Id::ProgramCpp], &QAction::toggled, this, &TopBar::showProgramLanguage);
    connect(m_language, &SegmentedControl::chosen, this,
            [actions](int index) { (*actions)[index == 0 ? Id::LanguageChinese : Id::LanguageEnglish]->trigger(); });
    connect(appearance, &Appearance::changed, this, &TopBar::layOut);
    layOut();
    refresh();
}

QToolButton *TopBar::addButton(const char *name, ButtonKind kind, Id action)
{
    auto *button = new QToolButton(this);
    button->setObjectName(QLatin1StringView(name));
    button->setDefaultAction((*m_actions)[action]);
    setButtonKind(button, kind);
    m_layout->addWidget(button);
    return button;
}

/// Its icon stands on the accent, and its key beside its word.
QToolButton *TopBar::addRunButton()
{
    QAction *action = (*m_actions)[Id::Run];
    auto *button = new QToolButton(this);
    button->setObjectName("runButton"_L1);
    button->setIcon(themedIcon(Icon::Run, m_appearance, ColorRole::OnAccent));
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    setButtonKind(button, ButtonKind::Primary);
    connect(button, &QToolButton::clicked, action, &QAction::trigger);
    m_layout->addWidget(button);
    return button;
}

/// Its words say with what, which its action's do not.
QToolButton *TopBar::addCompareButton()
{
    auto *button = new QToolButton(this);
    button->setObjectName("compareButton"_L1);
    button->setIcon(themedIcon(Icon::Compare, m_appearance));
    setButtonKind(button, ButtonKind::Plain);
    connect(button, &QToolButton::clicked, (*m_actions)[Id::ComparePartner], &QAction::trigger);
    m_layout->addWidget(button);
    return button;
}

/// A button that shows what is chosen and opens the menu of the choice.
QToolButton *TopBar::addChoice(const char *name, Id first)
{
    auto *button = new QToolButton(this);
    button->setObjectName(QLatin1StringView(name));
    button->setMenu(m_actions->choiceMenu(first));
    button->setPopupMode(QToolButton::InstantPopup);
    setButtonKind(button, ButtonKind::Plain);
    m_layout->addWidget(button);
    return button;
}

void TopBar::layOut()
{
    const int margin = m_appearance->px(8);
    m_layout->setContentsMargins(m_appearance->px(14), margin, m_appearance->px(14), margin);
    m_layout->setSpacing(m_appearance->px(10));
    const QSize icon(m_appearance->px(16), m_appearance->px(16));
    for (QToolButton *button : findChildren<QToolButton *>())
        button->setIconSize(icon);
    // Large type needs the room: which network it is, the icon tells as well.
    const bool isLarge = m_appearance->scale() > 1;
    m_network->setToolButtonStyle(isLarge ? Qt::ToolButtonIconOnly : Qt::ToolButtonTextBesideIcon);
    showPartner();
}

void TopBar::refresh()
{
    const QAction *run = (*m_actions)[Id::Run];
    m_run->setText(u"%1  %2"_s.arg(run->text(), run->shortcut().toString(QKeySequence::NativeText)));
    m_run->setAccessibleName(run->text());
    for (QToolButton *button : {m_speed, m_network, m_theme}) {
        const QAction *chosen = chosenIn(button->menu());
        if (!chosen)
            continue;
        const bool isIconOnly = button == m_theme;
        button->setText(chosen->text());
        button->setIcon(chosen->icon());
        button->setAccessibleName(u"%1: %2"_s.arg(button->menu()->title(), chosen->text()));
        button->setToolTip(button->accessibleName());
        if (isIconOnly)
            button->setToolButtonStyle(Qt::ToolButtonIconOnly);
    }
    showProgramLanguage();
    showPartner();
    m_language->setCurrent((*m_actions)[Id::LanguageChinese]->isChecked() ? 0 : 1);
    m_language->setAccessibleName(tr("Language"));
}

void TopBar::showProgramLanguage()
{
    m_program->setCurrent((*m_actions)[Id::ProgramCpp]->isChecked() ? 1 : 0);
    m_program->setAccessibleName(m_actions->choiceMenu(Id::ProgramPython)->title());
}

void TopBar::setPartner(const QString &name)
{
    m_partner = name;
    showPartner();
}

/// Where there is no room for its words, the tool tip tells as well with what.
void TopBar::showPartner()
{
    const QString text = tr("Compare with %1").arg(m_partner);
    const bool isIconOnly = m_isNarrow || m_appearance->scale() > 1;
    m_compare->setVisible(!m_partner.isEmpty());
    m_compare->setText(text);
    m_compare->setAccessibleName(text);
    m_compare->setToolTip(
        u"%1 (%2)"_s.arg(text, (*m_actions)[Id::ComparePartner]->shortcut().toString(QKeySequence::NativeText)));
    m_compare->setToolButtonStyle(isIconOnly ? Qt::ToolButtonIconOnly : Qt::ToolButtonTextBesideIcon);
    updateGeometry();
}

int TopBar::partnerTextWidth() const
{
    return m_compare->isHidden() ? 0
                                 : m_compare->fontMetrics().horizontalAdvance(m_compare->text()) + m_appearance->px(8);
}

QSize TopBar::minimumSizeHint() const
{
    const bool hasText = m_compare->toolButtonStyle() == Qt::ToolButtonTextBesideIcon;
    return QWidget::minimumSizeHint() - QSize(hasText ? partnerTextWidth() : 0, 0);
}

void TopBar::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    const bool isNarrow = width() < minimumSizeHint().width() + partnerTextWidth();
    if (std::exchange(m_isNarrow, isNarrow) != isNarrow)
        showPartner();
}

} // namespace Playground
