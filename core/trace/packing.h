// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <optional>

namespace Playground {

/// The most bytes that are packed together. Small, so that one who unpacks what somebody else has made up never needs
/// more memory than a thousandfold of it.
inline constexpr qsizetype BlockSize = 64 * 1024;
/// No packed block is longer.
inline constexpr qsizetype MostPackedSize = BlockSize + 1024;

/// Compresses at most BlockSize bytes, quickly rather than well.
QByteArray packed(QByteArrayView bytes);

/// Nothing where the bytes were not made by packed().
std::optional<QByteArray> unpacked(const QByteArray &block);

} // namespace Playground
