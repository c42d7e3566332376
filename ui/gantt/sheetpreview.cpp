// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/gantt/sheetpreview.h"

#include "ui/theme/appearance.h"

#include <QKeyEvent>
#include <QPainter>
#include <QWheelEvent>

#include <algorithm>
#include <utility>

namespace Playground {

namespace {

constexpr int Margin = 20; // around the sheet
constexpr int WheelStep = 120;

} // namespace

SheetPreview::SheetPreview(Appearance *appearance, QWidget *parent)
    : QWidget(parent)
    , m_appearance(appearance)
{
    setObjectName(QStringLiteral("sheetPreview"));
    setFocusPolicy(Qt::StrongFocus);
    connect(appearance, &Appearance::changed, this, qOverload<>(&QWidget::update));
}

void SheetPreview::setSheets(std::vector<Sheet> sheets)
{
    m_sheets = std::move(sheets);
    m_drawn = {};
    m_page = std::clamp(m_page, 0, std::max(0, pages() - 1));
    update();
    Q_EMIT pageChanged();
}

void SheetPreview::setPage(int page)
{
    const int nearest = std::clamp(page, 0, std::max(0, pages() - 1));
    if (std::exchange(m_page, nearest) == nearest)
        return;
    m_drawn = {};
    update();
    Q_EMIT pageChanged();
}

/// As large as fits, never larger than it is.
QRectF SheetPreview::sheetRect() const
{
    const double margin = m_appearance->px(Margin);
    const QSizeF room = QSizeF(size()) - QSizeF(2 * margin, 2 * margin);
    QSizeF sheet = m_sheets[size_t(m_page)].size();
    if (sheet.width() > room.width() || sheet.height() > room.height())
        sheet.scale(room, Qt::KeepAspectRatio);
    QRectF rect(QPointF(0, 0), sheet);
    rect.moveCenter(QRectF(this->rect()).center());
    return rect;
}

void SheetPreview::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_appearance->color(ColorRole::Background));
    if (m_sheets.empty())
        return;
    const Sheet &sheet = m_sheets[size_t(m_page)];
    const QRectF place = sheetRect();
    const QSize pixels = (place.size() * devicePixelRatioF()).toSize().expandedTo({1, 1});
    if (m_drawn.size() != pixels) {
        m_drawn = QPixmap(pixels);
        QPainter onto(&m_drawn);
        onto.scale(pixels.width() / sheet.size().width(), pixels.height() / sheet.size().height());
        paintSheet(onto, sheet, Theme::Light);
    }
    painter.drawPixmap(place, m_drawn, QRectF(m_drawn.rect()));
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(m_appearance->color(hasFocus() ? ColorRole::Accent : ColorRole::Border), hasFocus() ? 2 : 1));
    painter.drawRect(place.adjusted(-0.5, -0.5, 0.5, 0.5));
}

void SheetPreview::wheelEvent(QWheelEvent *event)
{
    m_wheel += event->angleDelta().y();
    const int steps = m_wheel / WheelStep;
    m_wheel -= steps * WheelStep;
    setPage(m_page - steps);
    event->accept();
}

void SheetPreview::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_PageDown:
    case Qt::Key_Right:
    case Qt::Key_Down:
        return setPage(m_page + 1);
    case Qt::Key_PageUp:
    case Qt::Key_Left:
    case Qt::Key_Up:
        return setPage(m_page - 1);
    case Qt::Key_Home:
        return setPage(0);
    case Qt::Key_End:
        return setPage(pages() - 1);
    }
    QWidget::keyPressEvent(event);
}

} // namespace Playground
