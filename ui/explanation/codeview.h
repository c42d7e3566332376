// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/explanation/explanationtext.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QTextEdit;
class QToolButton;

namespace Playground {

class Appearance;

/// A piece of code on a ground of its own. Lines that are too long scroll. It can be copied, and put into the editor
/// where it is a whole program.
class CodeView : public QWidget {
    Q_OBJECT
public:
    CodeView(Appearance *appearance, const TextBlock &block, QWidget *parent = nullptr);

Q_SIGNALS:
    void codeRequested(const QString &code);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void applyAppearance();
    void fitHeight();
    void copy();

    Appearance *m_appearance;
    QString m_code;
    QLabel *m_language;
    QToolButton *m_copy;
    QTextEdit *m_text;
    QPushButton *m_intoEditor = nullptr;
};

} // namespace Playground
