// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/gantt/viewhistory.h"

#include "ui/gantt/visiblerange.h"

#include <QScopedValueRollback>

namespace Playground {

using namespace std::chrono_literals;

namespace {

constexpr auto Rest = 600ms;
constexpr size_t MostViews = 100;

} // namespace

ViewHistory::ViewHistory(VisibleRange *range, QObject *parent)
    : QObject(parent)
    , m_range(range)
{
    m_rest.setSingleShot(true);
    m_rest.setInterval(Rest);
    connect(range, &VisibleRange::aboutToMove, this, &ViewHistory::note);
}

ViewHistory::View ViewHistory::current() const
{
    return {m_range->destination(), m_range->isFollowing()};
}

void ViewHistory::note()
{
    if (m_isGoing)
        return;
    const bool goesOn = m_rest.isActive();
    m_rest.start();
    if (goesOn)
        return;
    if (m_back.size() == MostViews)
        m_back.erase(m_back.begin());
    m_back.push_back(current());
    m_forward.clear();
    Q_EMIT changed();
}

void ViewHistory::back()
{
    go(m_back, m_forward);
}

void ViewHistory::forward()
{
    go(m_forward, m_back);
}

void ViewHistory::go(std::vector<View> &from, std::vector<View> &to)
{
    if (from.empty())
        return;
    const QScopedValueRollback going(m_isGoing, true);
    m_rest.stop();
    to.push_back(current());
    const View view = from.back();
    from.pop_back();
    if (view.isFollowing)
        m_range->follow();
    else
        m_range->show(view.range);
    Q_EMIT changed();
}

void ViewHistory::clear()
{
    m_rest.stop();
    if (!canGoBack() && !canGoForward())
        return;
    m_back.clear();
    m_forward.clear();
    Q_EMIT changed();
}

} // namespace Playground
