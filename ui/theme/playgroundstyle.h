// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/icons.h"
#include "ui/theme/palette.h"

#include <QPointer>
#include <QProxyStyle>

class QApplication;
class QStyleOptionComboBox;

namespace Playground {

class Appearance;

/// What a style sheet cannot tint: arrows, marks and boxes, in the colours of the appearance; the measures of what
/// grows with the scale; and that the letters of a menu bar are underlined only while somebody uses them.
class PlaygroundStyle : public QProxyStyle {
    Q_OBJECT
public:
    PlaygroundStyle();

    void setLook(const Appearance &appearance);

    using QProxyStyle::polish;
    using QProxyStyle::unpolish;
    void polish(QApplication *application) override;
    void unpolish(QApplication *application) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                       const QWidget *widget) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                            const QWidget *widget) const override;
    QRect subControlRect(ComplexControl control, const QStyleOptionComplex *option, SubControl part,
                         const QWidget *widget) const override;
    QRect subElementRect(SubElement element, const QStyleOption *option, const QWidget *widget) const override;
    QSize sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
                           const QWidget *widget) const override;
    int pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const override;
    int styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                  QStyleHintReturn *returnData) const override;
    QIcon standardIcon(StandardPixmap pixmap, const QStyleOption *option, const QWidget *widget) const override;

private:
    void setShowsMnemonics(bool shows);
    void hideUnusedMnemonics();
    QColor color(ColorRole role) const;
    int px(double length) const;
    void drawIcon(Icon icon, const QStyleOption &option, QPainter &painter) const;
    void drawHeaderArrow(const QStyleOption &option, QPainter &painter) const;
    void drawCheckBox(const QStyleOption &option, QPainter &painter) const;
    void drawRadioButton(const QStyleOption &option, QPainter &painter) const;
    void drawIndicator(const QStyleOption &option, QPainter &painter, double radius, bool isFilled) const;
    void drawFocusRing(const QStyleOption &option, QPainter &painter) const;
    void drawComboBox(const QStyleOptionComboBox &option, QPainter &painter, const QRect &arrow) const;

    QPointer<const Appearance> m_appearance;
    bool m_showsMnemonics = false;
};

} // namespace Playground
