// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tasks/steplist.h"

#include "ui/tasks/stepdelegate.h"
#include "ui/tasks/stepsmodel.h"
#include "ui/theme/appearance.h"
#include "ui/theme/icons.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QMenu>
#include <QScopedValueRollback>

using namespace Qt::StringLiterals;

namespace Playground {

StepList::StepList(Appearance *appearance, StepsModel *steps, QWidget *parent)
    : QListView(parent)
    , m_appearance(appearance)
    , m_steps(steps)
    , m_delegate(new StepDelegate(appearance, steps, this))
{
    setObjectName(u"stepList"_s);
    setFrameShape(QFrame::NoFrame);
    setUniformItemSizes(true);
    setEditTriggers(NoEditTriggers);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setMouseTracking(true);
    setItemDelegate(m_delegate);
    setModel(steps);
    connect(appearance, &Appearance::changed, this, &StepList::scheduleDelayedItemsLayout);
}

void StepList::showStep(int row)
{
    setCurrentIndex(m_steps->index(row));
}

void StepList::copy()
{
    if (currentIndex().isValid())
        QGuiApplication::clipboard()->setText(currentIndex().data().toString());
}

std::optional<StepPart> StepList::linkAt(QPoint place) const
{
    const QModelIndex index = indexAt(place);
    if (!index.isValid())
        return std::nullopt;
    const QRect row = visualRect(index);
    return m_delegate->linkAt(index.row(), row.size(), place - row.topLeft());
}

void StepList::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QListView::currentChanged(current, previous);
    if (m_isByHand && current.isValid())
        Q_EMIT stepChosen(current.row());
}

void StepList::keyPressEvent(QKeyEvent *event)
{
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && currentIndex().isValid()) {
        Q_EMIT stepChosen(currentIndex().row());
        return;
    }
    const QScopedValueRollback byHand(m_isByHand, true);
    QListView::keyPressEvent(event);
}

void StepList::mousePressEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton && linkAt(event->position().toPoint())) {
        setFocus(Qt::MouseFocusReason);
        return; // it is followed when it is let go
    }
    const QModelIndex before = currentIndex();
    {
        const QScopedValueRollback byHand(m_isByHand, event->button() == Qt::LeftButton);
        QListView::mousePressEvent(event);
    }
    const bool isAgain = before.isValid() && before == indexAt(event->position().toPoint());
    if (event->button() == Qt::LeftButton && isAgain)
        Q_EMIT stepChosen(before.row());
}

void StepList::mouseReleaseEvent(QMouseEvent *event)
{
    const auto link = event->button() == Qt::LeftButton ? linkAt(event->position().toPoint()) : std::nullopt;
    QListView::mouseReleaseEvent(event);
    if (link)
        Q_EMIT linkActivated(*link);
}

void StepList::mouseMoveEvent(QMouseEvent *event)
{
    viewport()->setCursor(linkAt(event->position().toPoint()) ? Qt::PointingHandCursor : Qt::ArrowCursor);
    QListView::mouseMoveEvent(event);
}

/// The links of a step, for the keyboard.
void StepList::contextMenuEvent(QContextMenuEvent *event)
{
    const bool isByKey = event->reason() == QContextMenuEvent::Keyboard;
    const QModelIndex index = isByKey ? currentIndex() : indexAt(viewport()->mapFromGlobal(event->globalPos()));
    if (!index.isValid())
        return;
    auto *menu = new QMenu(this);
    menu->setObjectName(u"stepMenu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const StepPart &part : m_steps->textAt(index.row()).parts) {
        if (part.isLink())
            menu->addAction(part.text, this, [this, part] { Q_EMIT linkActivated(part); });
    }
    menu->addSeparator();
    menu->addAction(themedIcon(Icon::Copy, m_appearance), tr("Copy"), this, [this, row = index.row()] {
        showStep(row);
        copy();
    });
    menu->popup(isByKey ? viewport()->mapToGlobal(visualRect(index).bottomLeft()) : event->globalPos());
}

} // namespace Playground
