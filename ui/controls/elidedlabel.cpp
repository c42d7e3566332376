// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/controls/elidedlabel.h"

#include <QEvent>
#include <QPainter>
#include <QTextLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Playground {

ElidedLabel::ElidedLabel(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void ElidedLabel::setText(const QString &text)
{
    m_text = text;
    m_line = text.simplified();
    setAccessibleName(text);
    updateToolTip();
    updateGeometry();
    update();
}

bool ElidedLabel::isElided() const
{
    return !linesOf(width()).areAll;
}

void ElidedLabel::setMostLines(int count)
{
    m_mostLines = count;
    QSizePolicy policy(QSizePolicy::Preferred, count > 1 ? QSizePolicy::Preferred : QSizePolicy::Fixed);
    policy.setHeightForWidth(count > 1);
    setSizePolicy(policy);
    updateToolTip();
    updateGeometry();
    update();
}

QSize ElidedLabel::sizeHint() const
{
    return {fontMetrics().horizontalAdvance(m_line) + 1, lineHeight()};
}

QSize ElidedLabel::minimumSizeHint() const
{
    const int narrowest = fontMetrics().averageCharWidth() * 8;
    return {std::min(narrowest, sizeHint().width()), sizeHint().height()};
}

int ElidedLabel::heightForWidth(int width) const
{
    return m_mostLines > 1 ? int(linesOf(width).texts.size()) * lineHeight() : -1;
}

/// Lines below one another want some air between them.
int ElidedLabel::lineHeight() const
{
    return m_mostLines > 1 ? fontMetrics().height() * 6 / 5 : fontMetrics().height();
}

ElidedLabel::Lines ElidedLabel::linesOf(int width) const
{
    QTextLayout layout(m_line, font());
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout.setTextOption(option);
    layout.beginLayout();
    Lines lines;
    qsizetype from = 0;
    while (lines.texts.size() + 1 < m_mostLines) {
        QTextLine line = layout.createLine();
        if (!line.isValid())
            break;
        line.setLineWidth(width);
        lines.texts << m_line.sliced(from, line.textLength()).trimmed();
        from += line.textLength();
    }
    if (const QString rest = m_line.sliced(from); !rest.isEmpty() || lines.texts.isEmpty()) {
        lines.texts << fontMetrics().elidedText(rest, Qt::ElideRight, width);
        lines.areAll = fontMetrics().horizontalAdvance(rest) <= width;
    }
    return lines;
}

void ElidedLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setPen(palette().color(foregroundRole()));
    const QStringList lines = linesOf(width()).texts;
    const int height = lineHeight();
    QRect line(0, (this->height() - int(lines.size()) * height) / 2, width(), height);
    for (const QString &text : lines) {
        painter.drawText(line, int(Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine), text);
        line.translate(0, height);
    }
}

void ElidedLabel::resizeEvent(QResizeEvent *)
{
    updateToolTip();
}

void ElidedLabel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::FontChange) {
        updateToolTip();
        updateGeometry();
    }
    QWidget::changeEvent(event);
}

void ElidedLabel::updateToolTip()
{
    // As rich text, which wraps.
    setToolTip(isElided() ? u"<qt>"_s + m_text.toHtmlEscaped() + u"</qt>"_s : QString());
}

} // namespace Playground
