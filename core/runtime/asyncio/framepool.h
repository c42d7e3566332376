// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>

namespace Playground {

/// Memory for the frames that tasks run in, which programs make and drop by the hundred thousand: taken in large
/// pieces, and kept for the next ones of the same size. Each thread has its own; frames go back to the one of the
/// thread that frees them.
namespace FramePool {

void *allocate(std::size_t size);
void release(void *frame, std::size_t size) noexcept;

} // namespace FramePool

} // namespace Playground
