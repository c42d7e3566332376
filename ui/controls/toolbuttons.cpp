// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/controls/toolbuttons.h"

#include <QAbstractButton>
#include <QStyle>

using namespace Qt::StringLiterals;

namespace Playground {

namespace {

QString kindName(ButtonKind kind)
{
    switch (kind) {
    case ButtonKind::Primary:
        return u"primary"_s;
    case ButtonKind::Plain:
        return u"plain"_s;
    case ButtonKind::Ghost:
        return u"ghost"_s;
    case ButtonKind::Link:
        return u"link"_s;
    }
    Q_UNREACHABLE();
}

} // namespace

void setButtonKind(QAbstractButton *button, ButtonKind kind)
{
    button->setProperty("kind", kindName(kind));
    button->setFocusPolicy(Qt::TabFocus);
    button->setCursor(kind == ButtonKind::Link ? Qt::PointingHandCursor : Qt::ArrowCursor);
    button->style()->unpolish(button);
    button->style()->polish(button);
}

} // namespace Playground
