// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace Playground {

class Appearance;

/// Stands in the place of the gallery's lines when there are none.
class EmptyGallery : public QWidget {
    Q_OBJECT
public:
    explicit EmptyGallery(Appearance *appearance, QWidget *parent = nullptr);

    /// What was searched for in vain; empty where there was nothing to search.
    void setSought(const QString &words);

Q_SIGNALS:
    /// The search is to be given up.
    void allRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    void arrange();
    void retranslate();

    Appearance *m_appearance;
    QString m_sought;
    QVBoxLayout *m_layout;
    QLabel *m_icon;
    QLabel *m_title;
    QLabel *m_text;
    QPushButton *m_showAll;
};

} // namespace Playground
