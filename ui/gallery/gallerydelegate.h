// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/gallery/gallerymodel.h"

#include <QStyledItemDelegate>

namespace Playground {

class Appearance;

/// How the words of a line share its width, in pixels. A width of 0: not shown.
struct LineWidths {
    int title = 0;
    int hint = 0;

    bool operator==(const LineWidths &) const = default;
};

/// The title has all that it needs, as far as there is so much; the hint has what is left behind a gap, and is left out
/// where that is less than `shortestHint` and less than it needs.
LineWidths shareWidth(int available, int title, int hint, int gap, int shortestHint);

/// Paints the lines of the gallery.
class GalleryDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    explicit GalleryDelegate(Appearance *appearance, QObject *parent = nullptr);

    /// Whether the current line is marked, as it is while somebody moves it with the keyboard.
    void setCursorShown(bool isShown) { m_isCursorShown = isShown; }
    bool isCursorShown() const { return m_isCursorShown; }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    void paintCaption(QPainter *painter, const QRect &rect, const QString &title) const;
    void paintBackground(QPainter *painter, const QStyleOptionViewItem &option, const QRect &rect,
                         const QModelIndex &index) const;
    void paintLine(QPainter *painter, const QRect &rect, const QModelIndex &index) const;

    Appearance *m_appearance;
    bool m_isCursorShown = false;
};

} // namespace Playground
