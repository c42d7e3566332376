// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/palette.h"

#include <array>

namespace Playground {

namespace {

QColor lightColor(ColorRole role)
{
    switch (role) {
    case ColorRole::Background:
        return QColor(0xF6F7F9);
    case ColorRole::Hover:
        return QColor(0xF1F3F6);
    case ColorRole::Selection:
        return QColor(0xE8F0FE);
    case ColorRole::Surface:
        return QColor(0xFFFFFF);
    case ColorRole::Border:
        return QColor(0xE3E6EB);
    case ColorRole::Grid:
        return QColor(0xECEEF2);
    case ColorRole::Track:
        return QColor(0xEEF0F4);
    case ColorRole::Text:
        return QColor(0x1A1D23);
    case ColorRole::Muted:
        return QColor(0x656C79);
    case ColorRole::Accent:
        return QColor(0x2563EB);
    case ColorRole::OnAccent:
        return QColor(0xFFFFFF);
    case ColorRole::LabelBox:
        return QColor(0xFFFFFF);
    case ColorRole::Warning:
        return QColor(0x8F5A00);
    case ColorRole::Alarm:
        return QColor(0xE8A317);
    case ColorRole::Done:
        return QColor(0x107A57);
    case ColorRole::Failed:
        return QColor(0xC8391B);
    case ColorRole::Cancelled:
        return QColor(0x656C79);
    }
    Q_UNREACHABLE();
}

QColor darkColor(ColorRole role)
{
    switch (role) {
    case ColorRole::Background:
        return QColor(0x17191E);
    case ColorRole::Hover:
        return QColor(0x262A31);
    case ColorRole::Selection:
        return QColor(0x26324A);
    case ColorRole::Surface:
        return QColor(0x1E2127);
    case ColorRole::Border:
        return QColor(0x31353E);
    case ColorRole::Grid:
        return QColor(0x292D35);
    case ColorRole::Track:
        return QColor(0x282C34);
    case ColorRole::Text:
        return QColor(0xE6E8EC);
    case ColorRole::Muted:
        return QColor(0x9AA2AF);
    case ColorRole::Accent:
        return QColor(0x6C9BFF);
    case ColorRole::OnAccent:
        return QColor(0x17191E);
    case ColorRole::LabelBox:
        return QColor(0x1E2127);
    case ColorRole::Warning:
        return QColor(0xF2B53A);
    case ColorRole::Alarm:
        return QColor(0xF2B53A);
    case ColorRole::Done:
        return QColor(0x4CC38A);
    case ColorRole::Failed:
        return QColor(0xFF7A5C);
    case ColorRole::Cancelled:
        return QColor(0x9AA2AF);
    }
    Q_UNREACHABLE();
}

/// Of a pair, the colour for the theme.
QColor ofTheme(Theme theme, QRgb light, QRgb dark)
{
    return QColor(theme == Theme::Light ? light : dark);
}

/// What is read and what divides is stronger; areas stay as they are.
QColor strongColor(Theme theme, ColorRole role)
{
    switch (role) {
    case ColorRole::Background:
    case ColorRole::Surface:
    case ColorRole::LabelBox:
        return ofTheme(theme, 0xFFFFFF, 0x0B0D10);
    case ColorRole::Text:
        return ofTheme(theme, 0x000000, 0xFFFFFF);
    case ColorRole::Muted:
    case ColorRole::Cancelled:
        return ofTheme(theme, 0x3A414C, 0xD3D8E0);
    case ColorRole::Border:
        return ofTheme(theme, 0x5B6472, 0x9AA2AF);
    case ColorRole::Grid:
        return ofTheme(theme, 0xB9BFC8, 0x474E59); // behind the bars, which count
    case ColorRole::Accent:
        return ofTheme(theme, 0x1142B0, 0xA9C5FF);
    case ColorRole::OnAccent:
        return ofTheme(theme, 0xFFFFFF, 0x0B0D10);
    case ColorRole::Warning:
        return ofTheme(theme, 0x6B4300, 0xFFCE6B);
    case ColorRole::Done:
        return ofTheme(theme, 0x0A5A40, 0x74DCAA);
    case ColorRole::Failed:
        return ofTheme(theme, 0x96260D, 0xFFB3A2);
    case ColorRole::Alarm:
        return ofTheme(theme, 0x9A6200, 0xFFCE6B);
    case ColorRole::Hover:
    case ColorRole::Selection:
    case ColorRole::Track:
        break;
    }
    return theme == Theme::Light ? lightColor(role) : darkColor(role);
}

/// Of the patterns: the fills stay pale, since the labels stand on them, but what tells one from another is strong.
QColor strongInk(Theme theme, ChartState state)
{
    switch (state) {
    case ChartState::Running:
        return strongColor(theme, ColorRole::Accent);
    case ChartState::Ready:
        return ofTheme(theme, 0x5C3A00, 0x4A2F00);
    case ChartState::WaitingForTime:
        return ofTheme(theme, 0x44608C, 0xA9BEDD);
    case ChartState::WaitingForTask:
        return ofTheme(theme, 0x6E45A6, 0xC9B0EE);
    case ChartState::WaitingForNetwork:
        return ofTheme(theme, 0x0F6B7C, 0x7FD6E4);
    case ChartState::WaitingForQueue:
        return ofTheme(theme, 0x2C6E3C, 0x9AD9AE);
    case ChartState::WaitingForThread:
        return ofTheme(theme, 0x745714, 0xDCC587);
    case ChartState::WaitingOther:
        return ofTheme(theme, 0x4A5260, 0xB8C0CC);
    }
    Q_UNREACHABLE();
}

QColor lightSyntax(SyntaxRole role)
{
    switch (role) {
    case SyntaxRole::Plain:
        return QColor(0x1A1D23);
    case SyntaxRole::Keyword:
        return QColor(0x7A3EC8);
    case SyntaxRole::Definition:
        return QColor(0x0B5CAD);
    case SyntaxRole::String:
        return QColor(0x17763A);
    case SyntaxRole::Number:
        return QColor(0xA8540B);
    case SyntaxRole::Comment:
        return QColor(0x656C79);
    case SyntaxRole::Decorator:
        return QColor(0x8A5A00);
    }
    Q_UNREACHABLE();
}

QColor darkSyntax(SyntaxRole role)
{
    switch (role) {
    case SyntaxRole::Plain:
        return QColor(0xE6E8EC);
    case SyntaxRole::Keyword:
        return QColor(0xC7A0FF);
    case SyntaxRole::Definition:
        return QColor(0x82B1FF);
    case SyntaxRole::String:
        return QColor(0x7FD49B);
    case SyntaxRole::Number:
        return QColor(0xF0A868);
    case SyntaxRole::Comment:
        return QColor(0x9AA2AF);
    case SyntaxRole::Decorator:
        return QColor(0xE5C07B);
    }
    Q_UNREACHABLE();
}

StateStyle lightStyle(ChartState state)
{
    switch (state) {
    case ChartState::Running:
        return {QColor(0x2563EB), QColor(0x2563EB), Pattern::Solid};
    case ChartState::Ready:
        return {QColor(0xE8A317), QColor(0xA86E00), Pattern::UprightStripes};
    case ChartState::WaitingForTime:
        return {QColor(0xC7D3E6), QColor(0x9FB2CF), Pattern::HatchedUp};
    case ChartState::WaitingForTask:
        return {QColor(0xD9C9EA), QColor(0xB79AD6), Pattern::LevelLines};
    case ChartState::WaitingForNetwork:
        return {QColor(0xA9DDE6), QColor(0x5DB5C4), Pattern::HatchedDown};
    case ChartState::WaitingForQueue:
        return {QColor(0xCDE5D0), QColor(0x7FB98C), Pattern::Dots};
    case ChartState::WaitingForThread:
        return {QColor(0xEADFC4), QColor(0xC2AA78), Pattern::Crossed};
    case ChartState::WaitingOther:
        return {QColor(0xEEF0F3), QColor(0xA9B0BC), Pattern::Outlined};
    }
    Q_UNREACHABLE();
}

StateStyle darkStyle(ChartState state)
{
    switch (state) {
    case ChartState::Running:
        return {QColor(0x6C9BFF), QColor(0x6C9BFF), Pattern::Solid};
    case ChartState::Ready:
        return {QColor(0xF2B53A), QColor(0x9A6A0A), Pattern::UprightStripes};
    case ChartState::WaitingForTime:
        return {QColor(0x3A475C), QColor(0x566A89), Pattern::HatchedUp};
    case ChartState::WaitingForTask:
        return {QColor(0x4A3D5E), QColor(0x7A62A0), Pattern::LevelLines};
    case ChartState::WaitingForNetwork:
        return {QColor(0x22525C), QColor(0x3E93A2), Pattern::HatchedDown};
    case ChartState::WaitingForQueue:
        return {QColor(0x2B4A37), QColor(0x58966C), Pattern::Dots};
    case ChartState::WaitingForThread:
        return {QColor(0x4C432E), QColor(0x8C7A4C), Pattern::Crossed};
    case ChartState::WaitingOther:
        return {QColor(0x2A2E36), QColor(0x667080), Pattern::Outlined};
    }
    Q_UNREACHABLE();
}

} // namespace

ChartState chartState(SpanState state, Trace::WaitKind kind)
{
    switch (state) {
    case SpanState::Running:
        return ChartState::Running;
    case SpanState::Ready:
        return ChartState::Ready;
    case SpanState::Waiting:
        break;
    }
    switch (kind) {
    case Trace::WaitKind::Turn:
        return ChartState::Ready;
    case Trace::WaitKind::Sleep:
        return ChartState::WaitingForTime;
    case Trace::WaitKind::Task:
    case Trace::WaitKind::Future:
        return ChartState::WaitingForTask;
    case Trace::WaitKind::Network:
    case Trace::WaitKind::Process:
        return ChartState::WaitingForNetwork;
    case Trace::WaitKind::Thread:
        return ChartState::WaitingForThread;
    case Trace::WaitKind::Queue:
    case Trace::WaitKind::Lock:
        return ChartState::WaitingForQueue;
    case Trace::WaitKind::Input:
    case Trace::WaitKind::Other:
        return ChartState::WaitingOther;
    }
    return ChartState::WaitingOther;
}

StateStyle stateStyle(Theme theme, ChartState state, Contrast contrast)
{
    StateStyle style = theme == Theme::Light ? lightStyle(state) : darkStyle(state);
    if (contrast == Contrast::High)
        style.ink = strongInk(theme, state);
    if (contrast == Contrast::High && style.pattern == Pattern::Solid)
        style.fill = style.ink;
    return style;
}

QColor themeColor(Theme theme, ColorRole role, Contrast contrast)
{
    if (contrast == Contrast::High)
        return strongColor(theme, role);
    return theme == Theme::Light ? lightColor(role) : darkColor(role);
}

QColor syntaxColor(Theme theme, SyntaxRole role)
{
    return theme == Theme::Light ? lightSyntax(role) : darkSyntax(role);
}

ChipStyle chipStyle(qsizetype order)
{
    static constexpr std::array<QRgb, 8> colors{0xFF2A9D8F, 0xFFE4572E, 0xFF8E5CD9, 0xFFD9A404,
                                                0xFF3B82C4, 0xFFC2417C, 0xFF5B8C2A, 0xFF8A6D5A};
    constexpr qsizetype count = colors.size();
    return {QColor::fromRgb(colors[size_t(order % count)]), order / count % 2 == 1};
}

} // namespace Playground
