// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/palette.h"

#include <QFrame>

class QVBoxLayout;

namespace Playground {

class Appearance;

/// A part of the page with a border around it.
class Card : public QFrame {
    Q_OBJECT
public:
    Card(Appearance *appearance, ColorRole ground, QWidget *parent = nullptr);

    QVBoxLayout *content() const { return m_content; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void applyAppearance();

    Appearance *m_appearance;
    ColorRole m_ground;
    QVBoxLayout *m_content;
};

} // namespace Playground
