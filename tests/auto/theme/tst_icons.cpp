// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/appearance.h"
#include "ui/theme/icons.h"
#include "ui/theme/systemtheme.h"

#include <QGuiApplication>
#include <QMetaEnum>
#include <QPainter>
#include <QTest>

using namespace Playground;

namespace {

/// How many pixels have any ink; how dark or light the strongest of them is.
struct Ink {
    int pixels = 0;
    QColor strongest = Qt::transparent;
};

Ink inkOf(const QPixmap &pixmap)
{
    const QImage image = pixmap.toImage().convertToFormat(QImage::Format_ARGB32);
    Ink ink;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            const QColor color = image.pixelColor(x, y);
            ink.pixels += color.alpha() > 0;
            if (color.alpha() > ink.strongest.alpha())
                ink.strongest = color;
        }
    }
    return ink;
}

bool isNear(const QColor &one, const QColor &other)
{
    return std::abs(one.red() - other.red()) < 8 && std::abs(one.green() - other.green()) < 8
        && std::abs(one.blue() - other.blue()) < 8;
}

} // namespace

class IconsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void eachIsDrawnInTheThemesColour_data()
    {
        QTest::addColumn<Icon>("icon");
        const QMetaEnum icons = QMetaEnum::fromType<Icon>();
        for (int i = 0; i < icons.keyCount(); ++i)
            QTest::newRow(icons.key(i)) << Icon(icons.value(i));
    }
    void eachIsDrawnInTheThemesColour()
    {
        QFETCH(Icon, icon);
        Appearance appearance(std::make_unique<SystemTheme>());
        const QIcon themed = themedIcon(icon, &appearance);
        for (const ThemeChoice theme : {ThemeChoice::Light, ThemeChoice::Dark}) {
            appearance.setThemeChoice(theme);
            for (const int side : {16, 24, 32}) {
                for (const double ratio : {1.0, 2.0}) {
                    const QPixmap pixmap = themed.pixmap(QSize(side, side), ratio);
                    QCOMPARE(pixmap.size(), QSize(side, side) * ratio);
                    const Ink ink = inkOf(pixmap);
                    const double part = ink.pixels / (side * side * ratio * ratio);
                    QVERIFY2(part > 0.04 && part < 0.75, qPrintable(QString::number(part)));
                    QVERIFY(isNear(ink.strongest, appearance.color(ColorRole::Text)));
                }
            }
        }
    }

    void aDisabledOneIsPaler()
    {
        Appearance appearance(std::make_unique<SystemTheme>());
        const QIcon icon = themedIcon(Icon::Stop, &appearance);
        const int usual = inkOf(icon.pixmap(QSize(16, 16), 1, QIcon::Normal)).strongest.alpha();
        const int disabled = inkOf(icon.pixmap(QSize(16, 16), 1, QIcon::Disabled)).strongest.alpha();
        QCOMPARE(usual, 255);
        QVERIFY(disabled < 160);
    }

    void oneThatIsOnHasTheAccent()
    {
        Appearance appearance(std::make_unique<SystemTheme>());
        const QIcon icon = themedIcon(Icon::Stop, &appearance);
        const Ink ink = inkOf(icon.pixmap(QSize(16, 16), 1, QIcon::Normal, QIcon::On));
        QVERIFY(isNear(ink.strongest, appearance.color(ColorRole::Accent)));
    }

    void aRoleHasItsOwnColour()
    {
        Appearance appearance(std::make_unique<SystemTheme>());
        const Ink ink = inkOf(themedIcon(Icon::Stop, &appearance, ColorRole::Failed).pixmap(16, 16));
        QVERIFY(isNear(ink.strongest, appearance.color(ColorRole::Failed)));
    }

    void theApplicationHasItsOwn()
    {
        const QIcon icon = applicationIcon();
        for (const int side : {16, 32, 48, 128})
            QVERIFY(inkOf(icon.pixmap(side, side)).pixels > side * side / 2);
    }
};

QTEST_MAIN(IconsTest)
#include "tst_icons.moc"
