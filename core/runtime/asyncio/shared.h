// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/runtime/asyncio/futurecore.h"

namespace Playground {

/// What several handles, and those who wait, have in common; it goes when the last reference does. Of one thread.
class Shared {
public:
    void addReference() noexcept { ++m_references; }
    void dropReference() noexcept
    {
        if (--m_references == 0)
            delete this;
    }

protected:
    Shared() noexcept = default;
    virtual ~Shared() = default;
    Q_DISABLE_COPY_MOVE(Shared)

private:
    int m_references = 0;
};

} // namespace Playground
