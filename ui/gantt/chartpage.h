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

/// What is shown where there is no chart: an icon, a few words, and perhaps a button or two.
class ChartPage : public QWidget {
    Q_OBJECT
public:
    struct Content {
        std::optional<Icon> icon; ///< a sketch of a chart where there is none
        ColorRole color = ColorRole::Muted; ///< of the icon
        QString title;
        QString text;
        QString button{}; ///< the one thing to do; none where it is empty
        std::optional<Icon> buttonIcon = Icon::Run;
        QString otherButton{}; ///< beside it
    };

    explicit ChartPage(Appearance *appearance, QWidget *parent = nullptr);

    void setContent(const Content &content);

    /// For the keyboard: the first button that is shown, or else null.
    QPushButton *firstButton() const;

Q_SIGNALS:
    void buttonClicked();
    void otherButtonClicked();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void fill(QPushButton *button, const QString &text, const std::optional<Icon> &icon);
    void fitText();
    void fitPicture();
    void applyAppearance();

    Appearance *m_appearance;
    Content m_content;
    QWidget *m_picture;
    QLabel *m_title;
    QLabel *m_text;
    QPushButton *m_button;
    QPushButton *m_otherButton;
};

} // namespace Playground
