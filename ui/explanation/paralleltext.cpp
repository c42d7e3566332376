// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/explanation/paralleltext.h"

#include "ui/explanation/textview.h"

#include <QEvent>

namespace Playground {

ParallelText::ParallelText(TextView *first, TextView *second, QWidget *parent)
    : QWidget(parent)
    , m_first(first)
    , m_second(second)
{
    m_first->setParent(this);
    if (m_second)
        m_second->setParent(this);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void ParallelText::arrange(bool sideBySide, int columnGap, int rowGap)
{
    m_isSideBySide = sideBySide;
    m_columnGap = columnGap;
    m_rowGap = rowGap;
    if (m_second)
        m_second->setMuted(!sideBySide);
    place();
    updateGeometry();
}

int ParallelText::columnWidth(int width) const
{
    return m_second && m_isSideBySide ? (width - m_columnGap) / 2 : width;
}

int ParallelText::heightForWidth(int width) const
{
    const int column = columnWidth(width);
    const int first = m_first->heightForWidth(column);
    if (!m_second)
        return first;
    const int second = m_second->heightForWidth(column);
    return m_isSideBySide ? std::max(first, second) : first + m_rowGap + second;
}

QSize ParallelText::sizeHint() const
{
    const int width = m_first->sizeHint().width();
    return {width, heightForWidth(width)};
}

QSize ParallelText::minimumSizeHint() const
{
    return m_first->minimumSizeHint();
}

void ParallelText::place()
{
    const int column = columnWidth(width());
    const int first = m_first->heightForWidth(column);
    m_first->setGeometry(0, 0, column, first);
    if (!m_second)
        return;
    const QPoint at = m_isSideBySide ? QPoint(width() - column, 0) : QPoint(0, first + m_rowGap);
    m_second->setGeometry(QRect(at, QSize(column, m_second->heightForWidth(column))));
}

void ParallelText::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    place();
}

bool ParallelText::event(QEvent *event)
{
    // One of the texts is another one, or larger.
    if (event->type() == QEvent::LayoutRequest) {
        place();
        updateGeometry();
    }
    return QWidget::event(event);
}

} // namespace Playground
