// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/gantt/liveedgebutton.h"

#include "ui/controls/toolbuttons.h"
#include "ui/gantt/ganttview.h"
#include "ui/theme/appearance.h"
#include "ui/theme/icons.h"

#include <QEvent>

using namespace Qt::StringLiterals;

namespace Playground {

namespace {

constexpr int Margin = 12;

} // namespace

LiveEdgeButton::LiveEdgeButton(Appearance *appearance, QWidget *parent)
    : QPushButton(parent)
    , m_appearance(appearance)
{
    setObjectName(u"liveEdgeButton"_s);
    setButtonKind(this, ButtonKind::Primary);
    setIcon(themedIcon(Icon::Follow, appearance, ColorRole::OnAccent));
    setCursor(Qt::ArrowCursor);
    hide();
    parent->installEventFilter(this);
    connect(appearance, &Appearance::changed, this, &LiveEdgeButton::place);
    retranslate();
}

bool LiveEdgeButton::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize)
        place();
    return QPushButton::eventFilter(watched, event);
}

void LiveEdgeButton::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QPushButton::changeEvent(event);
}

void LiveEdgeButton::showEvent(QShowEvent *event)
{
    place();
    QPushButton::showEvent(event);
}

void LiveEdgeButton::retranslate()
{
    setText(GanttView::tr("Back to now"));
    setToolTip(GanttView::tr("Follow the run again (End)"));
    place();
}

void LiveEdgeButton::place()
{
    adjustSize();
    const int margin = m_appearance->px(Margin);
    const QSize room = parentWidget()->size();
    move(room.width() - width() - margin, room.height() - height() - margin);
}

} // namespace Playground
