// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/trace/packing.h"

#include <QtEndian>

namespace Playground {

namespace {

constexpr int Fastest = 1;
constexpr qsizetype LengthSize = 4; // what qCompress puts before its bytes

} // namespace

QByteArray packed(QByteArrayView bytes)
{
    Q_ASSERT(bytes.size() <= BlockSize);
    return qCompress(reinterpret_cast<const uchar *>(bytes.data()), bytes.size(), Fastest);
}

std::optional<QByteArray> unpacked(const QByteArray &block)
{
    if (block.size() <= LengthSize || block.size() > MostPackedSize)
        return std::nullopt;
    const auto size = qsizetype(qFromBigEndian<quint32>(block.constData()));
    if (size == 0 || size > BlockSize)
        return std::nullopt;
    QByteArray bytes = qUncompress(block);
    if (bytes.size() != size)
        return std::nullopt;
    return bytes;
}

} // namespace Playground
