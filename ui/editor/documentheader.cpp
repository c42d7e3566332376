// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editor/documentheader.h"

#include "core/catalog/workspace.h"
#include "ui/controls/elidedlabel.h"
#include "ui/controls/toolbuttons.h"
#include "ui/theme/appearance.h"
#include "ui/theme/icons.h"

#include <QDir>
#include <QEvent>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace Playground {

namespace {

/// "~/lessons" for a folder at home.
QString shortFolder(const QString &path)
{
    const QString folder = QFileInfo(path).absolutePath();
    const QString home = QDir::homePath();
    if (folder == home || folder.startsWith(home + u'/'))
        return u'~' + folder.sliced(home.size());
    return QDir::toNativeSeparators(folder);
}

} // namespace

DocumentHeader::DocumentHeader(Appearance *appearance, Workspace *workspace, QWidget *parent)
    : QWidget(parent)
    , m_appearance(appearance)
    , m_workspace(workspace)
    , m_title(new QLabel(this))
    , m_state(new ElidedLabel(this))
    , m_revert(new QToolButton(this))
    , m_file(new QLabel(this))
{
    setObjectName(u"documentHeader"_s);
    m_title->setObjectName(u"documentTitle"_s);
    m_title->setProperty("role", u"strong"_s);
    m_title->setTextFormat(Qt::PlainText);
    m_state->setObjectName(u"documentState"_s);
    m_revert->setObjectName(u"revertButton"_s);
    m_revert->setIcon(themedIcon(Icon::Revert, appearance, ColorRole::Muted));
    m_revert->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    setButtonKind(m_revert, ButtonKind::Ghost);
    m_file->setObjectName(u"documentFile"_s);
    m_file->setProperty("role", u"muted"_s);
    m_file->setTextFormat(Qt::PlainText);

    auto *layout = new QHBoxLayout(this);
    layout->addWidget(m_title);
    layout->addWidget(m_state, 1);
    layout->addWidget(m_revert);
    layout->addWidget(m_file);

    connect(m_revert, &QToolButton::clicked, this, &DocumentHeader::revertRequested);
    connect(workspace, &Workspace::documentOpened, this, &DocumentHeader::refresh);
    connect(workspace, &Workspace::changedStateChanged, this, &DocumentHeader::refresh);
    connect(appearance, &Appearance::changed, this, &DocumentHeader::follow);
    follow();
    refresh();
}

void DocumentHeader::follow()
{
    const int side = m_appearance->px(14);
    layout()->setContentsMargins(side, 0, side, 1);
    layout()->setSpacing(m_appearance->px(12));
    setFixedHeight(m_appearance->px(34) + 1);
    QPalette muted = palette();
    muted.setColor(QPalette::WindowText, m_appearance->color(ColorRole::Muted));
    m_state->setPalette(muted);
    update();
}

QString DocumentHeader::stateText() const
{
    const Document &document = m_workspace->document();
    switch (document.kind) {
    case Document::Kind::Example:
        return document.isChanged() ? tr("Example · changed") : tr("Example · unchanged");
    case Document::Kind::File: {
        const QString folder = shortFolder(document.path);
        //: %1 is the folder of a file that was edited and not saved
        return document.isChanged() ? tr("%1 · not saved").arg(folder) : folder;
    }
    case Document::Kind::Untitled:
        return document.text.isEmpty() ? tr("New program") : tr("Draft · no file yet");
    }
    Q_UNREACHABLE();
}

void DocumentHeader::refresh()
{
    const Document &document = m_workspace->document();
    m_title->setText(document.title());
    m_state->setText(stateText());
    const bool hasFile = document.kind == Document::Kind::Example;
    m_file->setText(hasFile ? QFileInfo(document.path).fileName() : QString());
    m_file->setVisible(hasFile);
    m_revert->setVisible(document.isChanged() && document.kind != Document::Kind::Untitled);
    m_revert->setText(document.kind == Document::Kind::Example ? tr("Back to the original")
                                                               : tr("Back to the saved file"));
}

void DocumentHeader::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_appearance->color(ColorRole::Surface));
    painter.fillRect(0, height() - 1, width(), 1, m_appearance->color(ColorRole::Border));
}

void DocumentHeader::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        refresh();
}

} // namespace Playground
