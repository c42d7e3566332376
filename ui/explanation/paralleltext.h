// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace Playground {

class TextView;

/// The same paragraph in one language or in two: beside each other where there is room, otherwise the second below the
/// first, and paler.
class ParallelText : public QWidget {
    Q_OBJECT
public:
    /// Takes the views over; `second` may be null.
    ParallelText(TextView *first, TextView *second, QWidget *parent = nullptr);

    /// Lengths in pixels.
    void arrange(bool sideBySide, int columnGap, int rowGap);

    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent *event) override;
    bool event(QEvent *event) override;

private:
    int columnWidth(int width) const;
    void place();

    TextView *m_first;
    TextView *m_second;
    bool m_isSideBySide = false;
    int m_columnGap = 24;
    int m_rowGap = 4;
};

} // namespace Playground
