// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/gallery/gallerypanel.h"
#include "ui/controls/searchfield.h"
#include "ui/gallery/emptygallery.h"
#include "ui/gallery/gallerydelegate.h"
#include "ui/gallery/gallerymodel.h"
#include "ui/theme/appearance.h"

#include <QCoreApplication>
#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QListView>
#include <QMenu>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace Playground {

using namespace Qt::StringLiterals;

GalleryPanel::GalleryPanel(Appearance *appearance, Workspace *workspace, QWidget *parent)
    : QWidget(parent)
    , m_appearance(appearance)
    , m_model(new GalleryModel(workspace, this))
    , m_delegate(new GalleryDelegate(appearance, this))
    , m_layout(new QVBoxLayout(this))
    , m_field(new QHBoxLayout)
    , m_search(new SearchField(appearance, this))
    , m_pages(new QStackedWidget(this))
    , m_list(new QListView(m_pages))
    , m_empty(new EmptyGallery(appearance, m_pages))
{
    setObjectName(u"galleryPanel"_s);
    m_search->setObjectName(u"gallerySearch"_s);
    m_search->setShortcutHint(QKeySequence(Qt::CTRL | Qt::Key_P));
    m_search->installEventFilter(this);

    m_list->setObjectName(u"galleryList"_s);
    m_list->setModel(m_model);
    m_list->setItemDelegate(m_delegate);
    m_list->setEditTriggers(QListView::NoEditTriggers);
    m_list->setVerticalScrollMode(QListView::ScrollPerPixel);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setResizeMode(QListView::Adjust);
    m_list->setMouseTracking(true);
    m_list->setContextMenuPolicy(Qt::CustomContextMenu);
    m_list->installEventFilter(this);

    m_pages->addWidget(m_list);
    m_pages->addWidget(m_empty);
    m_field->addWidget(m_search);
    m_layout->addLayout(m_field); // the lines reach to the edge, where their scroll bar is; the field does not
    m_layout->addWidget(m_pages, 1);
    setFocusProxy(m_search);

    connect(m_search, &QLineEdit::textChanged, this, &GalleryPanel::search);
    connect(m_list, &QListView::clicked, this, &GalleryPanel::activate);
    connect(m_list, &QListView::pressed, this, [this] { showCursor(false); });
    connect(m_list, &QListView::customContextMenuRequested, this, &GalleryPanel::showMenu);
    connect(m_empty, &EmptyGallery::allRequested, this, [this] {
        m_search->clear();
        m_search->setFocus();
    });
    connect(m_model, &GalleryModel::modelReset, this, &GalleryPanel::showLines);
    connect(workspace, &Workspace::documentOpened, this, &GalleryPanel::showOpen);
    connect(appearance, &Appearance::changed, this, &GalleryPanel::arrange);
    arrange();
    retranslate();
    showLines();
}

void GalleryPanel::setSearchShortcut(const QKeySequence &shortcut)
{
    m_search->setShortcutHint(shortcut);
}

QSize GalleryPanel::sizeHint() const
{
    return {m_appearance->px(216), m_appearance->px(480)};
}

void GalleryPanel::focusSearch()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

void GalleryPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

bool GalleryPanel::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::KeyPress: {
        auto *key = static_cast<QKeyEvent *>(event);
        if (watched == m_search ? handleSearchKey(key) : handleListKey(key))
            return true;
        break;
    }
    case QEvent::FocusIn: {
        const auto reason = static_cast<QFocusEvent *>(event)->reason();
        if (watched == m_list && (reason == Qt::TabFocusReason || reason == Qt::BacktabFocusReason))
            showCursor(true);
        break;
    }
    case QEvent::FocusOut:
        showCursor(false);
        break;
    default:
        break;
    }
    return QWidget::eventFilter(watched, event);
}

void GalleryPanel::arrange()
{
    const int margin = m_appearance->px(8);
    m_layout->setContentsMargins(0, margin, 0, 0);
    m_layout->setSpacing(m_appearance->px(4));
    m_field->setContentsMargins(margin, 0, margin, 0);
    m_list->doItemsLayout();
    m_list->viewport()->update();
}

void GalleryPanel::retranslate()
{
    m_search->setPrompt(tr("Search examples"), tr("Search"));
    m_list->setAccessibleName(tr("Examples and my programs"));
    m_model->refresh();
}

void GalleryPanel::search(const QString &words)
{
    m_model->setFilter(words);
    m_empty->setSought(words.simplified());
    if (m_model->isFiltered())
        m_list->setCurrentIndex(m_model->bestToOpen());
    else
        showOpen();
    showCursor(m_model->isFiltered() && m_search->hasFocus());
}

/// Step by step: first the search, then the panel.
void GalleryPanel::giveUp()
{
    if (m_search->text().isEmpty())
        Q_EMIT left();
    else
        m_search->clear();
}

/// The lines are new ones: the one that was open is found again, and none at all have a page of their own.
void GalleryPanel::showLines()
{
    m_pages->setCurrentWidget(m_model->firstToOpen().isValid() ? static_cast<QWidget *>(m_list) : m_empty);
    if (!m_model->isFiltered())
        showOpen();
}

void GalleryPanel::showOpen()
{
    const QModelIndex open = m_model->openIndex();
    if (!open.isValid())
        return;
    m_list->setCurrentIndex(open);
    m_list->scrollTo(open);
}

void GalleryPanel::showCursor(bool isShown)
{
    if (isShown == m_delegate->isCursorShown())
        return;
    m_delegate->setCursorShown(isShown);
    m_list->viewport()->update();
}

void GalleryPanel::activate(const QModelIndex &index)
{
    if (!index.isValid())
        return;
    const GalleryEntry entry = m_model->entry(index); // whoever listens may change the list
    switch (entry.kind) {
    case GalleryEntry::Kind::Caption:
        return;
    case GalleryEntry::Kind::Example:
        Q_EMIT exampleActivated(entry.key);
        return;
    case GalleryEntry::Kind::Untitled:
        Q_EMIT untitledActivated(entry.key);
        return;
    case GalleryEntry::Kind::File:
        Q_EMIT fileActivated(entry.key);
        return;
    }
    Q_UNREACHABLE();
}

void GalleryPanel::showMenu(const QPoint &position)
{
    const QModelIndex index = m_list->indexAt(position);
    if (!index.isValid() || m_model->entry(index).kind != GalleryEntry::Kind::Untitled)
        return;
    const QString name = m_model->entry(index).key;
    auto *menu = new QMenu(this);
    menu->setObjectName(u"galleryMenu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(tr("Open"), this, [this, name] { Q_EMIT untitledActivated(name); });
    //: an untitled program
    menu->addAction(tr("Discard"), QKeySequence(Qt::Key_Delete), this,
                    [this, name] { Q_EMIT untitledDiscardRequested(name); });
    menu->popup(m_list->viewport()->mapToGlobal(position));
}

bool GalleryPanel::handleSearchKey(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Up:
    case Qt::Key_Down:
    case Qt::Key_PageUp:
    case Qt::Key_PageDown:
        showCursor(true);
        QCoreApplication::sendEvent(m_list, event);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter: {
        if (!m_delegate->isCursorShown())
            return true;
        const QPersistentModelIndex chosen = m_list->currentIndex();
        activate(chosen);
        m_search->clear();
        return true;
    }
    case Qt::Key_Escape:
        giveUp();
        return true;
    default:
        return false;
    }
}

void GalleryPanel::discard(const QModelIndex &index)
{
    if (!index.isValid())
        return;
    const GalleryEntry entry = m_model->entry(index); // whoever listens changes the list
    if (entry.kind == GalleryEntry::Kind::Untitled)
        Q_EMIT untitledDiscardRequested(entry.key);
}

bool GalleryPanel::handleListKey(QKeyEvent *event)
{
    const QModelIndex current = m_list->currentIndex();
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        activate(current);
        return true;
    case Qt::Key_Escape:
        giveUp();
        return true;
    case Qt::Key_Delete:
        discard(current);
        return true;
    default:
        showCursor(true);
        return false;
    }
}

} // namespace Playground
