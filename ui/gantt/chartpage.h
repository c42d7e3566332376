// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/icons.h"

#include <QWidget>

#include <optional>

class QLabel;
class QPushButton;

namespace Playground {

class Appearance;

/// What is shown where there is no chart: an icon, a few words, and perhaps a button.
class ChartPage : public QWidget {
    Q_OBJECT
public:
    struct Content {
        std::optional<Icon> icon; ///< a sketch of a chart where there is none
        ColorRole color = ColorRole::Muted; ///< of the icon
        QString title;
        QString text;
        QString button; ///< none where it is empty
    };

    explicit ChartPage(Appearance *appearance, QWidget *parent = nullptr);

    void setContent(const Content &content);

    /// May be hidden.
    QPushButton *button() const { return m_button; }

Q_SIGNALS:
    void buttonClicked();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void fitText();
    void fitPicture();
    void applyAppearance();

    Appearance *m_appearance;
    Content m_content;
    QWidget *m_picture;
    QLabel *m_title;
    QLabel *m_text;
    QPushButton *m_button;
};

} // namespace Playground
