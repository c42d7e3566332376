// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/controls/searchfield.h"
#include "ui/theme/appearance.h"
#include "ui/theme/icons.h"

#include <QAction>
#include <QKeyEvent>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace Playground {

SearchField::SearchField(Appearance *appearance, QWidget *parent)
    : QLineEdit(parent)
    , m_appearance(appearance)
{
    setProperty("kind", u"search"_s);
    setClearButtonEnabled(true);
    auto *icon = new QAction(this);
    icon->setIcon(themedIcon(Icon::Search, appearance, ColorRole::Muted));
    addAction(icon, LeadingPosition);
    connect(icon, &QAction::triggered, this, [this] { setFocus(); });
    connect(appearance, &Appearance::changed, this, &SearchField::showPrompt);
}

void SearchField::setPrompt(const QString &prompt, const QString &shortPrompt)
{
    m_prompt = prompt;
    m_shortPrompt = shortPrompt;
    setAccessibleName(prompt);
    showPrompt();
}

void SearchField::setShortcutHint(const QKeySequence &shortcut)
{
    m_shortcut = shortcut;
    update();
}

void SearchField::keyPressEvent(QKeyEvent *event)
{
    if (event->key() != Qt::Key_Escape) {
        QLineEdit::keyPressEvent(event);
        return;
    }
    event->setAccepted(!text().isEmpty());
    clear();
}

void SearchField::paintEvent(QPaintEvent *event)
{
    QLineEdit::paintEvent(event);
    if (m_shortcut.isEmpty() || !text().isEmpty() || hasFocus())
        return;
    const QString hint = m_shortcut.toString(QKeySequence::NativeText);
    QPainter painter(this);
    painter.setFont(m_appearance->font(TextRole::Small));
    painter.setPen(m_appearance->color(ColorRole::Muted));
    const QRect room = rect().adjusted(0, 0, -m_appearance->px(10), 0);
    if (painter.fontMetrics().horizontalAdvance(hint) <= roomBeside(placeholderText()))
        painter.drawText(room, Qt::AlignRight | Qt::AlignVCenter, hint);
}

void SearchField::resizeEvent(QResizeEvent *event)
{
    QLineEdit::resizeEvent(event);
    showPrompt();
}

void SearchField::showPrompt()
{
    if (!m_prompt.isEmpty())
        setPlaceholderText(roomBeside(m_prompt) >= 0 ? m_prompt : m_shortPrompt);
    update();
}

int SearchField::roomBeside(const QString &words) const
{
    return width() - m_appearance->px(56) - fontMetrics().horizontalAdvance(words);
}

} // namespace Playground
