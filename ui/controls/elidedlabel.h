// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>
#include <QWidget>

namespace Playground {

/// Plain text that is cut short where it does not fit into its lines, of which it has one unless it is told otherwise;
/// then the whole text is in its tool tip.
class ElidedLabel : public QWidget {
    Q_OBJECT
public:
    explicit ElidedLabel(QWidget *parent = nullptr);

    /// Line breaks and tabs are shown as spaces.
    void setText(const QString &text);
    QString text() const { return m_text; }
    bool isElided() const;

    /// With more than one it is as high as its width makes it.
    void setMostLines(int count);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    struct Lines {
        QStringList texts;
        bool areAll = true;
    };
    Lines linesOf(int width) const;
    int lineHeight() const;
    void updateToolTip();

    QString m_text;
    QString m_line;
    int m_mostLines = 1;
};

} // namespace Playground
