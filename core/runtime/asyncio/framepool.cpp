// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/asyncio/framepool.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <new>

#include <sys/mman.h>

#if defined(__SANITIZE_ADDRESS__)
#define PLAYGROUND_POOLS_FRAMES 0
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define PLAYGROUND_POOLS_FRAMES 0
#endif
#endif
#ifndef PLAYGROUND_POOLS_FRAMES
#define PLAYGROUND_POOLS_FRAMES 1
#endif

namespace Playground {

namespace {

/// Sizes are rounded up to this; frames larger than the largest class are not pooled.
constexpr std::size_t Step = 32;
constexpr std::size_t Largest = 1024;
constexpr std::size_t SmallestPiece = 32 * 1024;
/// A page of the large kind, which costs the kernel as much work as a small one.
constexpr std::size_t LargestPiece = 2 * 1024 * 1024;

struct FreeFrame {
    FreeFrame *next;
};

class Pool {
public:
    void *take(std::size_t size)
    {
        auto &free = m_free[(size - 1) / Step];
        if (!free)
            return cut((size + Step - 1) / Step * Step);
        FreeFrame *frame = free;
        free = frame->next;
        return frame;
    }

    void give(void *frame, std::size_t size) noexcept
    {
        auto &free = m_free[(size - 1) / Step];
        free = new (frame) FreeFrame{free};
    }

private:
    void *cut(std::size_t size)
    {
        if (m_left < size)
            takePiece();
        void *frame = m_piece;
        m_piece += size;
        m_left -= size;
        return frame;
    }

    void takePiece()
    {
        auto *piece = static_cast<char *>(std::aligned_alloc(std::min(m_nextPiece, LargestPiece), m_nextPiece));
        if (!piece)
            throw std::bad_alloc();
        if (m_nextPiece == LargestPiece)
            ::madvise(piece, m_nextPiece, MADV_HUGEPAGE);
        m_piece = piece;
        m_left = m_nextPiece;
        m_nextPiece = std::min(2 * m_nextPiece, LargestPiece);
    }

    std::array<FreeFrame *, Largest / Step> m_free{};
    char *m_piece = nullptr;
    std::size_t m_left = 0;
    std::size_t m_nextPiece = SmallestPiece;
};

/// Not taken apart at the thread's end: handles of its tasks may live on.
constinit thread_local Pool pool;

} // namespace

void *FramePool::allocate(std::size_t size)
{
    return PLAYGROUND_POOLS_FRAMES && size <= Largest ? pool.take(size) : ::operator new(size);
}

void FramePool::release(void *frame, std::size_t size) noexcept
{
    if (PLAYGROUND_POOLS_FRAMES && size <= Largest)
        pool.give(frame, size);
    else
        ::operator delete(frame);
}

} // namespace Playground
