// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

class QAbstractButton;

namespace Playground {

/// How a button looks, which is for the application's style to draw.
enum class ButtonKind : quint8 {
    Primary, ///< filled with the accent: the one thing to do
    Plain, ///< a surface with a border
    Ghost, ///< nothing but its contents, until the pointer is on it
    Link ///< words in the accent colour
};

/// Sets the button's property "kind", and lets it take the focus by keyboard, but not by mouse: whoever
/// types goes on typing.
void setButtonKind(QAbstractButton *button, ButtonKind kind);

} // namespace Playground
