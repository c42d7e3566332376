// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/gallery/emptygallery.h"
#include "ui/controls/toolbuttons.h"
#include "ui/theme/appearance.h"
#include "ui/theme/icons.h"

#include <QEvent>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace Playground {
namespace {

using namespace Qt::StringLiterals;

constexpr qsizetype LongestSought = 24;

QLabel *words(QWidget *parent, const QString &name, const QString &role)
{
    auto *label = new QLabel(parent);
    label->setObjectName(name);
    label->setProperty("role", role);
    label->setAlignment(Qt::AlignHCenter);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    return label;
}

} // namespace

EmptyGallery::EmptyGallery(Appearance *appearance, QWidget *parent)
    : QWidget(parent)
    , m_appearance(appearance)
    , m_layout(new QVBoxLayout(this))
    , m_icon(new QLabel(this))
    , m_title(words(this, u"emptyGalleryTitle"_s, u"strong"_s))
    , m_text(words(this, u"emptyGalleryText"_s, u"small"_s))
    , m_showAll(new QPushButton(this))
{
    setObjectName(u"emptyGallery"_s);
    m_icon->setAlignment(Qt::AlignHCenter);
    m_showAll->setObjectName(u"showAllExamples"_s);
    setButtonKind(m_showAll, ButtonKind::Link);
    m_layout->addWidget(m_icon);
    m_layout->addWidget(m_title);
    m_layout->addWidget(m_text);
    m_layout->addWidget(m_showAll, 0, Qt::AlignHCenter);
    m_layout->addStretch();
    connect(m_showAll, &QPushButton::clicked, this, &EmptyGallery::allRequested);
    connect(appearance, &Appearance::changed, this, &EmptyGallery::arrange);
    arrange();
    retranslate();
}

void EmptyGallery::setSought(const QString &sought)
{
    if (sought == m_sought)
        return;
    m_sought = sought;
    retranslate();
}

void EmptyGallery::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void EmptyGallery::arrange()
{
    const int margin = m_appearance->px(16);
    m_layout->setContentsMargins(margin, m_appearance->px(40), margin, margin);
    m_layout->setSpacing(m_appearance->px(8));
    const int size = m_appearance->px(24);
    m_icon->setPixmap(
        themedIcon(Icon::Search, m_appearance, ColorRole::Muted).pixmap(QSize(size, size), devicePixelRatioF()));
}

void EmptyGallery::retranslate()
{
    m_icon->setVisible(!m_sought.isEmpty());
    m_showAll->setVisible(!m_sought.isEmpty());
    m_showAll->setText(tr("Show all"));
    if (m_sought.isEmpty()) {
        m_title->setText(tr("No examples"));
        m_text->setText(tr("They are not where they belong. Build or install Async Playground again."));
        return;
    }
    const QString shown = m_sought.size() > LongestSought ? m_sought.left(LongestSought - 1) + u'…' : m_sought;
    //: %1 is what was searched for
    m_title->setText(tr("Nothing found for “%1”").arg(shown));
    m_text->setText(tr("Titles and hints are searched in Chinese and in English."));
}

} // namespace Playground
