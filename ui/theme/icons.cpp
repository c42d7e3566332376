// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/icons.h"
#include "ui/theme/appearance.h"

#include <QFile>
#include <QIconEngine>
#include <QMetaEnum>
#include <QPainter>
#include <QPixmapCache>
#include <QPointer>
#include <QSvgRenderer>

using namespace Qt::StringLiterals;

namespace Playground {

namespace {

QByteArray iconSource(Icon icon)
{
    const QString name = QString::fromLatin1(QMetaEnum::fromType<Icon>().valueToKey(int(icon))).toLower();
    QFile file(u":/playground/icons/"_s + name + u".svg"_s);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QRectF centredSquare(const QRectF &rect)
{
    const double side = std::min(rect.width(), rect.height());
    return {rect.center().x() - side / 2, rect.center().y() - side / 2, side, side};
}

QPixmap renderedIcon(Icon icon, const QColor &color, const QSize &size)
{
    const QString key = u"playground-icon/%1/%2/%3x%4"_s.arg(int(icon))
                            .arg(color.name(QColor::HexArgb))
                            .arg(size.width())
                            .arg(size.height());
    QPixmap pixmap;
    if (QPixmapCache::find(key, &pixmap))
        return pixmap;
    pixmap = QPixmap(size);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    paintIcon(painter, icon, QRectF(QPointF(), size), color);
    if (color.alpha() < 255) {
        painter.setCompositionMode(QPainter::CompositionMode_DestinationIn);
        painter.fillRect(pixmap.rect(), color);
    }
    painter.end();
    QPixmapCache::insert(key, pixmap);
    return pixmap;
}

class ThemedIconEngine : public QIconEngine {
public:
    ThemedIconEngine(Icon icon, const Appearance *appearance, ColorRole role)
        : m_icon(icon)
        , m_appearance(appearance)
        , m_role(role)
    {
    }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state) override
    {
        const double ratio = painter->device()->devicePixelRatio();
        QPixmap image = renderedIcon(m_icon, color(mode, state), (QSizeF(rect.size()) * ratio).toSize());
        image.setDevicePixelRatio(ratio);
        painter->drawPixmap(rect.topLeft(), image);
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        return renderedIcon(m_icon, color(mode, state), size);
    }

    bool isNull() override { return false; }
    QString key() const override { return u"PlaygroundIcon"_s; }
    QIconEngine *clone() const override { return new ThemedIconEngine(m_icon, m_appearance, m_role); }

private:
    QColor color(QIcon::Mode mode, QIcon::State state) const
    {
        const bool isQuiet = m_role == ColorRole::Text || m_role == ColorRole::Muted;
        QColor color = !m_appearance ? QColor(Qt::gray)
                                     : m_appearance->color(state == QIcon::On && isQuiet ? ColorRole::Accent : m_role);
        if (mode == QIcon::Disabled)
            color.setAlphaF(0.45F);
        return color;
    }

    Icon m_icon;
    QPointer<const Appearance> m_appearance;
    ColorRole m_role;
};

} // namespace

QIcon themedIcon(Icon icon, const Appearance *appearance, ColorRole role)
{
    return QIcon(new ThemedIconEngine(icon, appearance, role));
}

void paintIcon(QPainter &painter, Icon icon, const QRectF &rect, const QColor &color)
{
    // QSvgRenderer takes no colour from outside.
    QByteArray source = iconSource(icon);
    source.replace("currentColor", color.name(QColor::HexRgb).toLatin1());
    QSvgRenderer renderer(source);
    renderer.render(&painter, centredSquare(rect));
}

QIcon applicationIcon()
{
    return QIcon(u":/playground/async-playground.svg"_s);
}

} // namespace Playground
