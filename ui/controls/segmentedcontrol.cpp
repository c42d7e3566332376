// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/controls/segmentedcontrol.h"
#include "ui/theme/appearance.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QPainterPath>
#include <QRadioButton>

#include <algorithm>

namespace Playground {

namespace {

constexpr double Radius = 7;
constexpr double IconSize = 16;

} // namespace

/// A radio button, with all that keyboards and screen readers expect of one, but another face.
class Segment : public QRadioButton {
public:
    Segment(Appearance *appearance, std::optional<Icon> icon, QWidget *parent)
        : QRadioButton(parent)
        , m_appearance(appearance)
        , m_icon(icon)
    {
        setAttribute(Qt::WA_Hover);
        setFocusPolicy(Qt::TabFocus);
        setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    }

    void setCompact(bool compact)
    {
        m_isCompact = compact && m_icon;
        updateGeometry();
        update();
    }

    QSize sizeHint() const override
    {
        if (m_isCompact)
            return {m_appearance->px(34), m_appearance->px(30)};
        // Room for the stronger words of the one that holds, so that nothing moves.
        const QFontMetrics metrics(m_appearance->font(TextRole::Strong));
        return {metrics.horizontalAdvance(text()) + m_appearance->px(24), m_appearance->px(30)};
    }
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    bool hitButton(const QPoint &at) const override { return rect().contains(at); }

    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        if (isChecked() || underMouse())
            painter.fillPath(area(), m_appearance->color(isChecked() ? ColorRole::Selection : ColorRole::Hover));
        const QColor color = m_appearance->color(isChecked() ? ColorRole::Accent : ColorRole::Text);
        if (m_isCompact) {
            QRectF place(0, 0, m_appearance->px(IconSize), m_appearance->px(IconSize));
            place.moveCenter(QRectF(rect()).center());
            paintIcon(painter, *m_icon, place, color);
        } else {
            painter.setFont(m_appearance->font(isChecked() ? TextRole::Strong : TextRole::Body));
            painter.setPen(color);
            painter.drawText(rect(), Qt::AlignCenter, text());
        }
        if (hasFocus()) {
            const double width = m_appearance->isHighContrast() ? 3 : 2;
            const double inset = width / 2;
            painter.setPen(QPen(m_appearance->color(ColorRole::Accent), width));
            painter.drawRoundedRect(QRectF(rect()).adjusted(inset, inset, -inset, -inset), m_appearance->px(Radius),
                                    m_appearance->px(Radius));
        }
    }

private:
    /// Within the control's border, and round where the control is.
    QPainterPath area() const
    {
        const double radius = m_appearance->px(Radius) - 1;
        const bool isFirst = x() == 0;
        const bool isLast = geometry().right() == parentWidget()->rect().right();
        const QRectF inner = QRectF(rect()).adjusted(isFirst ? 1 : 0, 1, isLast ? -1 : 0, -1);
        QPainterPath path;
        path.setFillRule(Qt::WindingFill);
        path.addRoundedRect(inner, radius, radius);
        if (!isFirst)
            path.addRect(inner.adjusted(0, 0, -radius, 0));
        if (!isLast)
            path.addRect(inner.adjusted(radius, 0, 0, 0));
        return path;
    }

    Appearance *m_appearance;
    std::optional<Icon> m_icon;
    bool m_isCompact = false;
};

SegmentedControl::SegmentedControl(Appearance *appearance, QWidget *parent)
    : QWidget(parent)
    , m_appearance(appearance)
    , m_layout(new QHBoxLayout(this))
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(0);
    connect(appearance, &Appearance::changed, this, [this] {
        for (Segment *segment : m_segments)
            segment->updateGeometry();
        update();
    });
}

void SegmentedControl::addSegment(const QString &text, const QString &name, std::optional<Icon> icon)
{
    const int index = int(m_segments.size());
    auto *segment = new Segment(m_appearance, icon, this);
    m_segments.push_back(segment);
    m_layout->addWidget(segment);
    setSegment(index, text, name);
    segment->setChecked(index == 0);
    connect(segment, &QAbstractButton::clicked, this, [this, index] {
        if (std::exchange(m_told, index) != index)
            Q_EMIT chosen(index);
    });
}

void SegmentedControl::setSegment(int index, const QString &text, const QString &name)
{
    Segment *segment = m_segments.at(size_t(index));
    segment->setText(text);
    segment->setAccessibleName(name.isEmpty() ? text : name);
    segment->setToolTip(name);
}

void SegmentedControl::setCompact(bool compact)
{
    for (Segment *segment : m_segments)
        segment->setCompact(compact);
}

int SegmentedControl::current() const
{
    const auto found = std::ranges::find_if(m_segments, &Segment::isChecked);
    return found == m_segments.end() ? -1 : int(found - m_segments.begin());
}

void SegmentedControl::setCurrent(int index)
{
    m_told = index;
    m_segments.at(size_t(index))->setChecked(true);
}

void SegmentedControl::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(m_appearance->color(ColorRole::Border));
    painter.setBrush(m_appearance->color(ColorRole::Surface));
    const double radius = m_appearance->px(Radius);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
    for (size_t i = 1; i < m_segments.size(); ++i)
        painter.fillRect(m_segments[i]->x(), 1, 1, height() - 2, m_appearance->color(ColorRole::Border));
}

} // namespace Playground
