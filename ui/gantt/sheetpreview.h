// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/gantt/chartsheets.h"

#include <QPixmap>
#include <QWidget>

namespace Playground {

class Appearance;

/// A sheet as it will be drawn, as large as there is room; with several of them one looks through the pages by the
/// wheel and by the keys for pages. Always on a light ground, whatever the window's is.
class SheetPreview : public QWidget {
    Q_OBJECT
public:
    explicit SheetPreview(Appearance *appearance, QWidget *parent = nullptr);

    /// The page stays as far as there is one.
    void setSheets(std::vector<Sheet> sheets);
    int pages() const { return int(m_sheets.size()); }
    int page() const { return m_page; }
    /// The nearest that there is.
    void setPage(int page);

Q_SIGNALS:
    void pageChanged();

protected:
    void paintEvent(QPaintEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    QRectF sheetRect() const;

    Appearance *m_appearance;
    std::vector<Sheet> m_sheets;
    QPixmap m_drawn; ///< of the page that is seen; null where it is to be drawn anew
    int m_page = 0;
    int m_wheel = 0; ///< what is left of a wheel's turn
};

} // namespace Playground
