// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointer>
#include <QStringList>
#include <QWidget>

#include <vector>

class QAction;
class QFrame;
class QLabel;
class QListView;

namespace Playground {

class Appearance;
class CommandListModel;
class SearchField;

/// Something that a person can ask for by its name, in either language.
struct PaletteCommand {
    QAction *action = nullptr;
    QString zhCN;
    QString en;
};

/// A field above everything else of its window that finds a command by some letters of its name. It is a part of the
/// window: nothing waits for it.
class CommandPalette : public QWidget {
    Q_OBJECT
public:
    CommandPalette(Appearance *appearance, QWidget *window);

    /// The actions must live until it is closed.
    void open(std::vector<PaletteCommand> commands);
    /// The focus is where it was before open().
    void close();

    /// The English names of the commands used, the latest first.
    QStringList used() const { return m_used; }
    void setUsed(const QStringList &names) { m_used = names; }

protected:
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void takeKey(int key);
    void search();
    void moveCurrent(int rows);
    void run(int row);
    void place();
    void retranslate();

    Appearance *m_appearance;
    QFrame *m_box;
    SearchField *m_field;
    QListView *m_list;
    QLabel *m_nothing;
    CommandListModel *m_model;
    std::vector<PaletteCommand> m_commands;
    QStringList m_used;
    QPointer<QWidget> m_focusBefore;
};

} // namespace Playground
