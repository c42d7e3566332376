// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QKeySequence>
#include <QLineEdit>

namespace Playground {

class Appearance;

/// The field above the gallery: an icon, words that say what it is for, and the keys that lead to it.
class SearchField : public QLineEdit {
    Q_OBJECT
public:
    explicit SearchField(Appearance *appearance, QWidget *parent = nullptr);

    void setShortcutHint(const QKeySequence &shortcut);
    /// Says what is searched in one or two words, and in one alone where there is no room for more.
    void setPrompt(const QString &prompt, const QString &shortPrompt);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void arrange();
    QString shortcutText() const;

    Appearance *m_appearance;
    QKeySequence m_shortcut;
    QString m_prompt;
    QString m_shortPrompt;
    bool m_hasRoomForHint = true;
};

} // namespace Playground
