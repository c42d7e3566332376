// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/comparelist.h"

#include <QAbstractItemView>

namespace Playground {

void setUpCompareList(QAbstractItemView *list, const QString &name)
{
    list->setObjectName(name);
    list->setFrameShape(QFrame::NoFrame);
    list->setTabKeyNavigation(false);
    list->setSelectionMode(QAbstractItemView::SingleSelection);
    list->setSelectionBehavior(QAbstractItemView::SelectRows);
    list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
}

} // namespace Playground
