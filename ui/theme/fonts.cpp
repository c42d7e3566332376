// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/fonts.h"

#include <QStringList>

#include <cmath>

using namespace Qt::StringLiterals;

namespace Playground {

namespace {

QFont fontOf(const QStringList &families, QFont::StyleHint hint, double pixelSize, QFont::Weight weight)
{
    QFont font;
    font.setFamilies(families);
    font.setStyleHint(hint);
    font.setPixelSize(int(std::lround(pixelSize)));
    font.setWeight(weight);
    font.setHintingPreference(QFont::PreferNoHinting);
    return font;
}

} // namespace

QFont sansFont(double pixelSize, QFont::Weight weight)
{
    return fontOf({u"Inter"_s, u"Noto Sans CJK SC"_s, u"Segoe UI"_s, u"PingFang SC"_s, u"Microsoft YaHei"_s,
                   u"DejaVu Sans"_s, u"sans-serif"_s},
                  QFont::SansSerif, pixelSize, weight);
}

QFont monoFont(double pixelSize, QFont::Weight weight)
{
    return fontOf({u"JetBrains Mono"_s, u"Noto Sans Mono CJK SC"_s, u"DejaVu Sans Mono"_s, u"monospace"_s},
                  QFont::Monospace, pixelSize, weight);
}

} // namespace Playground
