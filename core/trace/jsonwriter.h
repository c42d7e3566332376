// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <utility>
#include <vector>

namespace Playground {

/// Writes JSON piece by piece: keys in the order of writing, numbers exact, and no document in memory, which
/// QJsonDocument cannot offer. The caller keeps objects and arrays balanced and writes a key before each member.
class JsonWriter {
public:
    enum class Layout { Compact, Indented };

    explicit JsonWriter(QByteArray &out, Layout layout = Layout::Compact) : m_out(out), m_layout(layout) { }

    JsonWriter &key(const char *name);
    void beginObject() { begin('{'); }
    void endObject() { end('}'); }
    void beginArray() { begin('['); }
    void endArray() { end(']'); }

    void string(QStringView text) { string(QByteArrayView(text.toUtf8())); }
    void string(const char *utf8) { string(QByteArrayView(utf8)); }
    void number(qint64 number);
    /// `units` of 10^-`decimals`, without trailing zeros: decimal(2500, 3) is 2.5.
    void decimal(qint64 units, int decimals);
    void boolean(bool value);
    void null();

private:
    void string(QByteArrayView utf8);
    void begin(char bracket);
    void end(char bracket);
    void separate();
    void breakLine();

    QByteArray &m_out;
    Layout m_layout;
    std::vector<bool> m_hasItems; ///< for each open object or array
    bool m_afterKey = false;
};

} // namespace Playground
