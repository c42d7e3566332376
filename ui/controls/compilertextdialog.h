// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QPlainTextEdit;
class QPushButton;

namespace Playground {

class Appearance;

/// All that a compiler said, word for word: to be read, searched by eye, and copied. Deletes itself when it is closed.
class CompilerTextDialog : public QDialog {
    Q_OBJECT
public:
    CompilerTextDialog(Appearance *appearance, const QString &text, QWidget *parent);

protected:
    void changeEvent(QEvent *event) override;

private:
    void applyAppearance();
    void retranslate();

    Appearance *m_appearance;
    QPlainTextEdit *m_text;
    QPushButton *m_copy;
    QPushButton *m_close;
};

} // namespace Playground
