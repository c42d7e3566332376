// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/gantt/chartpage.h"

#include "ui/controls/toolbuttons.h"
#include "ui/theme/appearance.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

#include <array>

using namespace Qt::StringLiterals;

namespace Playground {

namespace {

constexpr int SketchWidth = 132;
constexpr int SketchHeight = 44;
constexpr int IconSize = 28;
constexpr int WidestText = 440;
constexpr int Gap = 8;

/// Three tasks that wait at the same time, as a chart would show them.
void paintSketch(QPainter &painter, const Appearance &appearance, const QRectF &area)
{
    const double unit = area.width() / SketchWidth;
    const auto rounded = [&](double x, double y, double width, double height, const QColor &color) {
        painter.setBrush(color);
        painter.drawRoundedRect(QRectF(area.left() + x * unit, area.top() + y * unit, width * unit, height * unit),
                                2 * unit, 2 * unit);
    };
    painter.setPen(Qt::NoPen);
    const std::array<std::pair<double, double>, 3> bars{{{20, 112}, {28, 62}, {28, 96}}};
    for (size_t i = 0; i < bars.size(); ++i) {
        const double y = double(i) * 17;
        rounded(i == 0 ? 0 : 8, y + 1, 8, 8, chipStyle(qsizetype(i)).fill);
        rounded(bars[i].first, y, bars[i].second, 10, stateStyle(appearance.theme(), ChartState::WaitingForTime).fill);
        rounded(bars[i].first, y, 3, 10, appearance.color(ColorRole::Accent));
    }
}

} // namespace

ChartPage::ChartPage(Appearance *appearance, QWidget *parent)
    : QWidget(parent)
    , m_appearance(appearance)
    , m_picture(new QWidget(this))
    , m_title(new QLabel(this))
    , m_text(new QLabel(this))
    , m_button(new QPushButton(this))
    , m_otherButton(new QPushButton(this))
{
    setObjectName(u"chartPage"_s);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Ignored); // it is content with little: the picture may go
    m_title->setObjectName(u"chartPageTitle"_s);
    m_text->setObjectName(u"chartPageText"_s);
    m_button->setObjectName(u"chartRunButton"_s);
    m_title->setAlignment(Qt::AlignCenter);
    m_title->setWordWrap(true);
    m_title->setProperty("role", u"strong"_s);
    m_text->setAlignment(Qt::AlignCenter);
    m_text->setWordWrap(true);
    m_text->setProperty("role", u"muted"_s);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_otherButton->setObjectName(u"chartOtherButton"_s);
    setButtonKind(m_button, ButtonKind::Primary);
    setButtonKind(m_otherButton, ButtonKind::Plain);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(m_button);
    buttons->addWidget(m_otherButton);
    buttons->addStretch();
    auto *layout = new QVBoxLayout(this);
    layout->addStretch();
    layout->addWidget(m_picture, 0, Qt::AlignHCenter);
    layout->addSpacing(Gap);
    layout->addWidget(m_title);
    layout->addWidget(m_text, 0, Qt::AlignHCenter);
    layout->addSpacing(Gap / 2);
    layout->addLayout(buttons);
    layout->addStretch();
    connect(m_button, &QPushButton::clicked, this, &ChartPage::buttonClicked);
    connect(m_otherButton, &QPushButton::clicked, this, &ChartPage::otherButtonClicked);
    connect(appearance, &Appearance::changed, this, &ChartPage::applyAppearance);
    applyAppearance();
}

void ChartPage::setContent(const Content &content)
{
    m_content = content;
    m_title->setText(content.title);
    m_text->setText(content.text);
    m_text->setVisible(!content.text.isEmpty());
    fill(m_button, content.button, content.buttonIcon);
    fill(m_otherButton, content.otherButton, {});
    setAccessibleName(content.title);
    setAccessibleDescription(content.text);
    applyAppearance();
}

void ChartPage::fill(QPushButton *button, const QString &text, const std::optional<Icon> &icon)
{
    button->setText(text);
    button->setIcon(icon ? themedIcon(*icon, m_appearance, ColorRole::OnAccent) : QIcon());
    button->setVisible(!text.isEmpty());
}

QPushButton *ChartPage::firstButton() const
{
    for (QPushButton *button : {m_button, m_otherButton}) {
        if (!button->isHidden())
            return button;
    }
    return nullptr;
}

void ChartPage::applyAppearance()
{
    const bool isSketch = !m_content.icon;
    m_picture->setFixedSize(m_appearance->px(isSketch ? SketchWidth : IconSize),
                            m_appearance->px(isSketch ? SketchHeight : IconSize));
    m_title->setFont(m_appearance->font(TextRole::Strong));
    m_text->setFont(m_appearance->font(TextRole::Body));
    fitText();
    layout()->setSpacing(m_appearance->px(Gap));
    const int side = m_appearance->px(2 * Gap);
    layout()->setContentsMargins(side, side, side, side);
    fitPicture();
    update();
}

void ChartPage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fitText();
    fitPicture();
}

/// The picture is seen where there is room for it beside what is said.
void ChartPage::fitPicture()
{
    const int own = m_picture->isHidden() ? m_picture->height() + layout()->spacing() : 0;
    m_picture->setVisible(height() >= layout()->totalMinimumSize().height() + own);
}

/// Lines of a length that reads well and never wider than the page, about equally long: no word is alone on the last.
void ChartPage::fitText()
{
    const int room = this->width() - 2 * m_appearance->px(2 * Gap);
    int width = std::clamp(room, 1, m_appearance->px(WidestText));
    m_text->setMinimumSize(0, 0); // or else the former height would be the answer
    m_text->setMaximumSize(QWIDGETSIZE_MAX, QWIDGETSIZE_MAX);
    const int height = m_text->heightForWidth(width);
    for (int least = width / 2; width - least > 1;) {
        const int middle = (least + width) / 2;
        (m_text->heightForWidth(middle) > height ? least : width) = middle;
    }
    m_text->setFixedSize(width, std::max(0, height)); // less than nothing for no text
}

void ChartPage::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(rect(), m_appearance->color(ColorRole::Surface));
    if (m_picture->isHidden())
        return;
    if (m_content.icon)
        paintIcon(painter, *m_content.icon, m_picture->geometry(), m_appearance->color(m_content.color));
    else
        paintSketch(painter, *m_appearance, m_picture->geometry());
}

} // namespace Playground
