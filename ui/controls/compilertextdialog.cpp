// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/controls/compilertextdialog.h"

#include "ui/controls/toolbuttons.h"
#include "ui/theme/appearance.h"
#include "ui/theme/icons.h"

#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace Playground {

namespace {

using namespace Qt::StringLiterals;

constexpr int Width = 860;
constexpr int Height = 520;

} // namespace

CompilerTextDialog::CompilerTextDialog(Appearance *appearance, const QString &text, QWidget *parent)
    : QDialog(parent)
    , m_appearance(appearance)
    , m_text(new QPlainTextEdit(text, this))
    , m_copy(new QPushButton(this))
    , m_close(new QPushButton(this))
{
    setObjectName(u"compilerTextDialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    m_text->setObjectName(u"compilerText"_s);
    m_text->setReadOnly(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_text->setLineWrapMode(QPlainTextEdit::NoWrap); // marks stand below what they mean
    m_text->setFrameShape(QFrame::NoFrame);
    m_copy->setObjectName(u"compilerTextCopyButton"_s);
    m_close->setObjectName(u"compilerTextCloseButton"_s);
    setButtonKind(m_copy, ButtonKind::Plain);
    setButtonKind(m_close, ButtonKind::Primary);
    m_copy->setIcon(themedIcon(Icon::Copy, appearance));
    m_close->setDefault(true);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(m_copy);
    buttons->addWidget(m_close);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_text, 1);
    layout->addLayout(buttons);
    connect(m_copy, &QPushButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(m_text->toPlainText()); });
    connect(m_close, &QPushButton::clicked, this, &QDialog::close);
    connect(appearance, &Appearance::changed, this, &CompilerTextDialog::applyAppearance);
    applyAppearance();
    retranslate();
    resize(appearance->px(Width), appearance->px(Height));
    m_text->setFocus();
}

void CompilerTextDialog::applyAppearance()
{
    m_text->setFont(m_appearance->font(TextRole::Code));
    m_text->document()->setDocumentMargin(m_appearance->px(10));
    const int side = m_appearance->px(12);
    layout()->setContentsMargins(side, side, side, side);
    layout()->setSpacing(side);
}

void CompilerTextDialog::retranslate()
{
    setWindowTitle(tr("What the compiler said"));
    m_text->setAccessibleName(windowTitle());
    m_copy->setText(tr("Copy all"));
    m_close->setText(tr("Close"));
}

void CompilerTextDialog::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QDialog::changeEvent(event);
}

} // namespace Playground
