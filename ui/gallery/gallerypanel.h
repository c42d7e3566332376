// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QHBoxLayout;
class QKeyEvent;
class QListView;
class QModelIndex;
class QStackedWidget;
class QVBoxLayout;

namespace Playground {

class Appearance;
class EmptyGallery;
class GalleryDelegate;
class GalleryModel;
class SearchField;
class Workspace;

/// What can be opened: the examples by lesson, and a person's own programs; searchable. It opens nothing itself.
class GalleryPanel : public QWidget {
    Q_OBJECT
public:
    GalleryPanel(Appearance *appearance, Workspace *workspace, QWidget *parent = nullptr);

    /// The field shows what leads to it; the shortcut itself is the window's.
    void setSearchShortcut(const QKeySequence &shortcut);

    QSize sizeHint() const override;

public Q_SLOTS:
    /// The keyboard goes to the search field, whose words are selected.
    void focusSearch();

Q_SIGNALS:
    void exampleActivated(const QString &id);
    void fileActivated(const QString &path);
    /// By the name of Workspace::untitledDrafts().
    void untitledActivated(const QString &name);
    /// Somebody wants to be rid of an untitled draft.
    void untitledDiscardRequested(const QString &name);
    /// Escape, when there was nothing to clear: back to where the work is.
    void left();

protected:
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void arrange();
    void retranslate();
    void search(const QString &words);
    void giveUp();
    void showLines();
    void showOpen();
    void showCursor(bool isShown);
    void activate(const QModelIndex &index);
    void discard(const QModelIndex &index);
    void showMenu(const QPoint &position);
    bool handleSearchKey(QKeyEvent *event);
    bool handleListKey(QKeyEvent *event);

    Appearance *m_appearance;
    GalleryModel *m_model;
    GalleryDelegate *m_delegate;
    QVBoxLayout *m_layout;
    QHBoxLayout *m_field;
    SearchField *m_search;
    QStackedWidget *m_pages;
    QListView *m_list;
    EmptyGallery *m_empty;
};

} // namespace Playground
