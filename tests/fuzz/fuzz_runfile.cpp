// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Whatever somebody makes up as a saved run: it is refused, or it is a run that keeps a timeline's rules and comes back
// as the same when it is saved again.
#include "core/session/runsections.h"
#include "core/trace/packing.h"
#include "core/trace/summary.h"
#include "tests/fuzz/timelinerules.h"

#include <QCoreApplication>
#include <QtEndian>

#include <algorithm>
#include <cstdint>

using namespace Playground;

namespace {

/// A request asks it for the folder of the programs. What Qt says of bytes that are no zlib stream is no news here.
class Application {
public:
    Application()
    {
        qInstallMessageHandler([](QtMsgType, const QMessageLogContext &, const QString &) {});
    }

private:
    char m_name[sizeof "fuzz_runfile"] = "fuzz_runfile";
    char *m_arguments[2] = {m_name, nullptr};
    int m_count = 1;
    QCoreApplication m_application{m_count, m_arguments};
};

QByteArray number(quint32 value)
{
    QByteArray bytes(sizeof value, '\0');
    qToBigEndian(value, bytes.data());
    return bytes;
}

QByteArray section(const QByteArray &bytes)
{
    QByteArray out;
    for (qsizetype from = 0; from < bytes.size(); from += BlockSize) {
        const QByteArray block = packed(bytes.mid(from, BlockSize));
        out += number(quint32(block.size())) + block;
    }
    return out + number(0);
}

/// Takes a piece from the front, whose length stands before it in two bytes.
QByteArray takePiece(QByteArray &bytes)
{
    const auto length = bytes.size() < 2 ? bytes.size() : qsizetype(qFromBigEndian<quint16>(bytes.constData()));
    const QByteArray piece = bytes.mid(2, length);
    bytes.remove(0, 2 + piece.size());
    return piece;
}

void check(const RunRecord &run)
{
    checkTimeline(*run.timeline);
    const QByteArray saved = runSections(run);
    const std::optional<RunRecord> again = readRunSections(saved);
    require(again.has_value());
    require(runSections(*again) == saved);
    require(summaryJson(*again->timeline, {}) == summaryJson(*run.timeline, {}));
}

} // namespace

/// After a first byte of 0 comes the inside of a file as it is; otherwise what its three sections hold, unpacked, the
/// first two with their lengths, for few changes to packed bytes leave them readable.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    static const Application application;
    if (size == 0)
        return 0;
    QByteArray bytes(reinterpret_cast<const char *>(data + 1), qsizetype(size - 1));
    if (data[0] != 0) {
        const QByteArray about = section(takePiece(bytes));
        const QByteArray source = section(takePiece(bytes));
        bytes = about + source + section(bytes);
    }
    if (const std::optional<RunRecord> run = readRunSections(bytes))
        check(*run);
    return 0;
}
