// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QKeySequence>
#include <QLineEdit>

namespace Playground {

class Appearance;

/// A field to search with. It says at its right end how to get there by keyboard, as long as it is empty and somebody
/// is elsewhere. Escape empties it; when it is empty, Escape is left to others.
class SearchField : public QLineEdit {
    Q_OBJECT
public:
    explicit SearchField(Appearance *appearance, QWidget *parent = nullptr);

    /// Says what is searched in one or two words, and in one alone where there is no room for more.
    void setPrompt(const QString &prompt, const QString &shortPrompt);
    void setShortcutHint(const QKeySequence &shortcut);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void showPrompt();
    /// What the words leave, but for the icon and some air.
    int roomBeside(const QString &words) const;

    Appearance *m_appearance;
    QKeySequence m_shortcut;
    QString m_prompt;
    QString m_shortPrompt;
};

} // namespace Playground
