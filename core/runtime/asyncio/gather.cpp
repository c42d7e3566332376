// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/asyncio/gather.h"

namespace Playground {

void GatherCore::watch(std::vector<Reference<FutureCore>> children)
{
    m_children = std::move(children);
    if (m_children.empty()) {
        conclude();
        return;
    }
    addReference();
    for (const auto &child : m_children)
        child->addCallback(m_callbacks.emplace_back(*this, *child));
}

bool GatherCore::cancel()
{
    if (isDone())
        return false;
    bool isAsked = false;
    for (const auto &child : m_children)
        isAsked |= child->cancel();
    m_isCancelRequested |= isAsked;
    return isAsked;
}

void GatherCore::childDone(FutureCore &child)
{
    ++m_finished;
    if (isDone()) {
        child.markRetrieved();
    } else if (!m_returnErrors && child.isCancelled()) {
        fail(std::make_exception_ptr(Cancelled()));
    } else if (!m_returnErrors && child.state() == State::Failed) {
        fail(child.error());
    } else if (m_finished == m_children.size()) {
        conclude();
    }
    if (m_finished == m_children.size())
        dropReference();
}

void GatherCore::conclude()
{
    if (m_isCancelRequested) {
        fail(std::make_exception_ptr(Cancelled()));
        return;
    }
    collect();
    finish(State::Done);
}

} // namespace Playground
