// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/playgroundstyle.h"
#include "ui/theme/appearance.h"
#include "ui/theme/icons.h"

#include <QApplication>
#include <QDialog>
#include <QKeyEvent>
#include <QMenuBar>
#include <QPainter>
#include <QStyleOption>
#include <QTimer>

#include <cmath>
#include <optional>
#include <utility>

using namespace Qt::StringLiterals;

namespace Playground {

namespace {

constexpr double Radius = 7;
constexpr double SmallRadius = 4;

std::optional<Icon> arrowOf(QStyle::PrimitiveElement element)
{
    switch (int(element)) {
    case QStyle::PE_IndicatorArrowDown:
        return Icon::ChevronDown;
    case QStyle::PE_IndicatorArrowRight:
        return Icon::ChevronRight;
    case QStyle::PE_IndicatorArrowLeft:
        return Icon::ChevronLeft;
    default:
        return std::nullopt;
    }
}

bool isOn(const QStyleOption &option)
{
    return option.state.testFlag(QStyle::State_On);
}

bool isEnabled(const QStyleOption &option)
{
    return option.state.testFlag(QStyle::State_Enabled);
}

/// Of a border that is one pixel wide.
QRectF outline(const QRect &rect)
{
    return QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5);
}

} // namespace

PlaygroundStyle::PlaygroundStyle()
    : QProxyStyle(u"fusion"_s)
{
}

void PlaygroundStyle::setLook(const Appearance &appearance)
{
    m_appearance = &appearance;
}

void PlaygroundStyle::polish(QApplication *application)
{
    QProxyStyle::polish(application);
    application->installEventFilter(this);
}

void PlaygroundStyle::unpolish(QApplication *application)
{
    application->removeEventFilter(this);
    QProxyStyle::unpolish(application);
}

/// From when Alt goes down until neither it nor the menu that it opened is in use any more.
bool PlaygroundStyle::eventFilter(QObject *watched, QEvent *event)
{
    switch (int(event->type())) { // there are many more
    case QEvent::KeyPress:
        if (const int key = static_cast<QKeyEvent *>(event)->key(); key == Qt::Key_Alt || key == Qt::Key_F10)
            setShowsMnemonics(true);
        break;
    case QEvent::KeyRelease:
    case QEvent::FocusOut:
    case QEvent::WindowDeactivate:
        if (m_showsMnemonics) // after the menu bar has had its turn
            QTimer::singleShot(0, this, &PlaygroundStyle::hideUnusedMnemonics);
        break;
    case QEvent::MouseButtonPress:
        setShowsMnemonics(false);
        break;
    default:
        break;
    }
    return QProxyStyle::eventFilter(watched, event);
}

void PlaygroundStyle::hideUnusedMnemonics()
{
    const bool isAltDown = QGuiApplication::keyboardModifiers().testFlag(Qt::AltModifier)
        && QGuiApplication::applicationState() == Qt::ApplicationActive;
    const bool isMenuUsed =
        QApplication::activePopupWidget() || qobject_cast<const QMenuBar *>(QApplication::focusWidget());
    if (!isAltDown && !isMenuUsed)
        setShowsMnemonics(false);
}

void PlaygroundStyle::setShowsMnemonics(bool shows)
{
    if (std::exchange(m_showsMnemonics, shows) == shows)
        return;
    const QWidgetList windows = QApplication::topLevelWidgets();
    for (QWidget *window : windows) {
        const QList<QMenuBar *> bars = window->findChildren<QMenuBar *>();
        for (QMenuBar *bar : bars)
            bar->update();
        if (window->windowType() == Qt::Popup)
            window->update();
    }
}

void PlaygroundStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                                    const QWidget *widget) const
{
    if (const std::optional<Icon> arrow = arrowOf(element)) {
        drawIcon(*arrow, *option, *painter);
        return;
    }
    switch (int(element)) { // the styles know many more
    case PE_IndicatorCheckBox:
        drawCheckBox(*option, *painter);
        return;
    case PE_IndicatorRadioButton:
        drawRadioButton(*option, *painter);
        return;
    case PE_IndicatorMenuCheckMark:
        if (isOn(*option))
            drawIcon(Icon::Check, *option, *painter);
        return;
    case PE_IndicatorBranch:
        if (option->state.testFlag(State_Children))
            drawIcon(option->state.testFlag(State_Open) ? Icon::ChevronDown : Icon::ChevronRight, *option, *painter);
        return;
    case PE_IndicatorHeaderArrow:
        drawHeaderArrow(*option, *painter);
        return;
    case PE_FrameFocusRect:
        drawFocusRing(*option, *painter);
        return;
    default:
        QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

void PlaygroundStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                                         const QWidget *widget) const
{
    const auto *combo = qstyleoption_cast<const QStyleOptionComboBox *>(option);
    if (control == CC_ComboBox && combo)
        drawComboBox(*combo, *painter, proxy()->subControlRect(CC_ComboBox, combo, SC_ComboBoxArrow, widget));
    else
        QProxyStyle::drawComplexControl(control, option, painter, widget);
}

QRect PlaygroundStyle::subControlRect(ComplexControl control, const QStyleOptionComplex *option, SubControl part,
                                      const QWidget *widget) const
{
    const QRect rect = QProxyStyle::subControlRect(control, option, part, widget);
    if (control == CC_ComboBox && part == SC_ComboBoxEditField)
        return rect.adjusted(px(6), 0, 0, 0);
    if (control == CC_ComboBox && part == SC_ComboBoxArrow)
        return visualRect(option->direction, option->rect,
                          QRect(option->rect.right() - px(23), rect.top(), px(16), rect.height()));
    return rect;
}

/// The arrow of a heading stands above its words, which may reach to either edge.
QRect PlaygroundStyle::subElementRect(SubElement element, const QStyleOption *option, const QWidget *widget) const
{
    if (element != SE_HeaderArrow)
        return QProxyStyle::subElementRect(element, option, widget);
    const int side = px(12);
    return {option->rect.center().x() - side / 2, option->rect.top() - px(1), side, side};
}

QSize PlaygroundStyle::sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
                                        const QWidget *widget) const
{
    QSize whole = QProxyStyle::sizeFromContents(type, option, size, widget);
    if (type == CT_ComboBox)
        whole = QSize(whole.width() + px(8), std::max(whole.height(), px(30)));
    return whole;
}

int PlaygroundStyle::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    switch (int(metric)) {
    case PM_SmallIconSize:
    case PM_ButtonIconSize:
    case PM_ToolBarIconSize:
    case PM_ListViewIconSize:
    case PM_TabBarIconSize:
        return px(16);
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight:
        return px(16);
    case PM_MessageBoxIconSize:
        return px(32);
    case PM_TreeViewIndentation:
        return px(18);
    case PM_ScrollBarExtent:
        return px(12);
    case PM_LayoutLeftMargin:
    case PM_LayoutTopMargin:
    case PM_LayoutRightMargin:
    case PM_LayoutBottomMargin:
        return qobject_cast<const QDialog *>(widget) ? px(16) : QProxyStyle::pixelMetric(metric, option, widget);
    case PM_ComboBoxFrameWidth:
        return px(4);
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int PlaygroundStyle::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                               QStyleHintReturn *returnData) const
{
    switch (int(hint)) {
    case SH_UnderlineShortcut:
        return m_showsMnemonics ? 1 : 0;
    case SH_Slider_AbsoluteSetButtons: // where one clicks, there it is
        return Qt::LeftButton;
    case SH_EtchDisabledText:
    case SH_DialogButtonBox_ButtonsHaveIcons:
    case SH_ComboBox_Popup: // a list below the field, not a menu upon it
        return 0;
    default:
        return QProxyStyle::styleHint(hint, option, widget, returnData);
    }
}

QIcon PlaygroundStyle::standardIcon(StandardPixmap pixmap, const QStyleOption *option, const QWidget *widget) const
{
    switch (int(pixmap)) {
    case SP_MessageBoxInformation:
        return themedIcon(Icon::Info, m_appearance, ColorRole::Accent);
    case SP_MessageBoxQuestion:
        return themedIcon(Icon::Help, m_appearance, ColorRole::Accent);
    case SP_MessageBoxWarning:
        return themedIcon(Icon::Warning, m_appearance, ColorRole::Warning);
    case SP_MessageBoxCritical:
        return themedIcon(Icon::Error, m_appearance, ColorRole::Failed);
    case SP_LineEditClearButton:
        return themedIcon(Icon::Close, m_appearance, ColorRole::Muted);
    default:
        return QProxyStyle::standardIcon(pixmap, option, widget);
    }
}

QColor PlaygroundStyle::color(ColorRole role) const
{
    return m_appearance ? m_appearance->color(role) : themeColor(Theme::Light, role);
}

int PlaygroundStyle::px(double length) const
{
    return m_appearance ? m_appearance->px(length) : int(std::lround(length));
}

void PlaygroundStyle::drawIcon(Icon icon, const QStyleOption &option, QPainter &painter) const
{
    const int side = std::min({px(14), option.rect.width(), option.rect.height()});
    QRect rect(0, 0, side, side);
    rect.moveCenter(option.rect.center());
    QColor ink = option.palette.color(QPalette::ButtonText);
    if (!isEnabled(option))
        ink = option.palette.color(QPalette::Disabled, QPalette::ButtonText);
    paintIcon(painter, icon, rect, ink);
}

/// Upwards where the least stands at the top.
void PlaygroundStyle::drawHeaderArrow(const QStyleOption &option, QPainter &painter) const
{
    const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(&option);
    const bool isAscending = header && header->sortIndicator == QStyleOptionHeader::SortDown; // as Qt calls it
    painter.save();
    painter.translate(QRectF(option.rect).center());
    if (isAscending)
        painter.rotate(180);
    const double side = option.rect.width();
    paintIcon(painter, Icon::ChevronDown, QRectF(-side / 2, -side / 2, side, side), color(ColorRole::Accent));
    painter.restore();
}

void PlaygroundStyle::drawCheckBox(const QStyleOption &option, QPainter &painter) const
{
    const bool isPartial = option.state.testFlag(State_NoChange);
    drawIndicator(option, painter, px(SmallRadius), isOn(option) || isPartial);
    const QColor ink = color(isEnabled(option) ? ColorRole::OnAccent : ColorRole::Surface);
    if (isOn(option)) {
        paintIcon(painter, Icon::Check, QRectF(option.rect).adjusted(px(2), px(2), -px(2), -px(2)), ink);
    } else if (isPartial) {
        QRect bar(0, 0, option.rect.width() / 2, px(2));
        bar.moveCenter(option.rect.center());
        painter.fillRect(bar, ink);
    }
}

void PlaygroundStyle::drawRadioButton(const QStyleOption &option, QPainter &painter) const
{
    drawIndicator(option, painter, option.rect.height() / 2.0, isOn(option));
    if (!isOn(option))
        return;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(color(ColorRole::OnAccent));
    const double gap = option.rect.height() * 0.3;
    painter.drawEllipse(QRectF(option.rect).adjusted(gap, gap, -gap, -gap));
    painter.restore();
}

void PlaygroundStyle::drawIndicator(const QStyleOption &option, QPainter &painter, double radius, bool isFilled) const
{
    const bool isHovered = option.state.testFlag(State_MouseOver) && isEnabled(option);
    QColor line = color(isHovered ? ColorRole::Accent : ColorRole::Muted);
    QColor fill = color(ColorRole::Surface);
    if (isFilled)
        line = fill = isEnabled(option) ? color(ColorRole::Accent) : color(ColorRole::Muted);
    else if (!isEnabled(option))
        line = color(ColorRole::Border);
    painter.save();
    painter.setOpacity(isEnabled(option) ? 1 : 0.5);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(line);
    painter.setBrush(fill);
    painter.drawRoundedRect(outline(option.rect), radius, radius);
    painter.restore();
}

void PlaygroundStyle::drawFocusRing(const QStyleOption &option, QPainter &painter) const
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(color(ColorRole::Accent), 2));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(QRectF(option.rect).adjusted(1, 1, -1, -1), SmallRadius, SmallRadius);
    painter.restore();
}

void PlaygroundStyle::drawComboBox(const QStyleOptionComboBox &option, QPainter &painter, const QRect &arrow) const
{
    const bool isFocused = option.state.testFlag(State_HasFocus);
    const bool isHovered = option.state.testFlag(State_MouseOver) && isEnabled(option);
    QColor line = color(isHovered ? ColorRole::Muted : ColorRole::Border);
    if (isFocused)
        line = color(ColorRole::Accent);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(line, isFocused ? 2 : 1));
    painter.setBrush(color(isHovered && !option.editable ? ColorRole::Hover : ColorRole::Surface));
    const double radius = px(Radius);
    const double inset = isFocused ? 0.5 : 0;
    painter.drawRoundedRect(outline(option.rect).adjusted(inset, inset, -inset, -inset), radius, radius);
    painter.restore();
    QStyleOption chevron = option;
    chevron.rect = arrow;
    drawIcon(Icon::ChevronDown, chevron, painter);
}

} // namespace Playground
