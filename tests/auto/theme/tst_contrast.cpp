// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/palette.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <vector>

using namespace Playground;
using namespace Qt::StringLiterals;

namespace {

/// As WCAG 2 defines it.
double luminance(const QColor &color)
{
    const auto linear = [](double channel) {
        return channel <= 0.03928 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

double contrastOf(const QColor &one, const QColor &other)
{
    const double first = luminance(one);
    const double second = luminance(other);
    return (std::max(first, second) + 0.05) / (std::min(first, second) + 0.05);
}

QByteArray described(const QColor &ink, const QColor &ground)
{
    return u"%1 on %2: %3"_s.arg(ink.name(), ground.name()).arg(contrastOf(ink, ground), 0, 'f', 2).toUtf8();
}

const std::vector<ColorRole> Grounds{ColorRole::Background, ColorRole::Surface, ColorRole::Hover, ColorRole::Selection};

} // namespace

class ContrastTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void wordsCanBeRead_data() { variants(); }
    void wordsCanBeRead()
    {
        QFETCH(Theme, theme);
        QFETCH(Contrast, contrast);
        const double least = contrast == Contrast::High ? 7 : 4.5;
        for (const ColorRole ground : Grounds) {
            const QColor behind = themeColor(theme, ground, contrast);
            for (const ColorRole role : {ColorRole::Text, ColorRole::Muted, ColorRole::Accent, ColorRole::Warning,
                                         ColorRole::Done, ColorRole::Failed, ColorRole::Cancelled}) {
                const QColor ink = themeColor(theme, role, contrast);
                QVERIFY2(contrastOf(ink, behind) >= least, described(ink, behind).constData());
            }
        }
        const QColor accent = themeColor(theme, ColorRole::Accent, contrast);
        const QColor onAccent = themeColor(theme, ColorRole::OnAccent, contrast);
        QVERIFY2(contrastOf(onAccent, accent) >= least, described(onAccent, accent).constData());
        const QColor text = themeColor(theme, ColorRole::Text, contrast);
        const QColor labelBox = themeColor(theme, ColorRole::LabelBox, contrast);
        QVERIFY2(contrastOf(text, labelBox) >= least, described(text, labelBox).constData());
    }

    void codeCanBeRead_data() { variants(); }
    void codeCanBeRead()
    {
        QFETCH(Theme, theme);
        QFETCH(Contrast, contrast);
        for (const ColorRole ground : Grounds) {
            const QColor behind = themeColor(theme, ground, contrast);
            for (const SyntaxRole role :
                 {SyntaxRole::Plain, SyntaxRole::Keyword, SyntaxRole::Definition, SyntaxRole::String,
                  SyntaxRole::Number, SyntaxRole::Comment, SyntaxRole::Decorator}) {
                const QColor ink = syntaxColor(theme, role);
                QVERIFY2(contrastOf(ink, behind) >= 4.5, described(ink, behind).constData());
            }
        }
    }

    void linesCanBeSeenInHighContrast_data() { variants(); }
    void linesCanBeSeenInHighContrast()
    {
        QFETCH(Theme, theme);
        QFETCH(Contrast, contrast);
        if (contrast == Contrast::Normal)
            return;
        const QColor surface = themeColor(theme, ColorRole::Surface, contrast);
        for (const ColorRole role : {ColorRole::Border, ColorRole::Alarm}) {
            const QColor ink = themeColor(theme, role, contrast);
            QVERIFY2(contrastOf(ink, surface) >= 3, described(ink, surface).constData());
        }
    }

    void patternsCanBeSeenInHighContrast_data() { variants(); }
    void patternsCanBeSeenInHighContrast()
    {
        QFETCH(Theme, theme);
        QFETCH(Contrast, contrast);
        if (contrast == Contrast::Normal)
            return;
        const QColor surface = themeColor(theme, ColorRole::Surface, contrast);
        for (int i = 0; i < ChartStates; ++i) {
            const StateStyle style = stateStyle(theme, ChartState(i), contrast);
            if (style.pattern != Pattern::Solid)
                QVERIFY2(contrastOf(style.ink, style.fill) >= 3, described(style.ink, style.fill).constData());
            const QColor mark = ChartState(i) == ChartState::Ready ? style.fill : style.ink;
            if (ChartState(i) != ChartState::Ready || theme == Theme::Dark)
                QVERIFY2(contrastOf(mark, surface) >= 3, described(mark, surface).constData());
        }
    }

private:
    static void variants()
    {
        QTest::addColumn<Theme>("theme");
        QTest::addColumn<Contrast>("contrast");
        QTest::newRow("light") << Theme::Light << Contrast::Normal;
        QTest::newRow("dark") << Theme::Dark << Contrast::Normal;
        QTest::newRow("light, high contrast") << Theme::Light << Contrast::High;
        QTest::newRow("dark, high contrast") << Theme::Dark << Contrast::High;
    }
};

QTEST_APPLESS_MAIN(ContrastTest)
#include "tst_contrast.moc"
