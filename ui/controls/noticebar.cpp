// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/controls/noticebar.h"
#include "ui/controls/elidedlabel.h"
#include "ui/controls/toolbuttons.h"
#include "ui/theme/appearance.h"
#include "ui/theme/icons.h"

#include <QAccessible>
#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPainter>
#include <QToolButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Playground {

namespace {

/// What to do is said last.
constexpr int MostLines = 3;

Icon levelIcon(Notice::Level level)
{
    switch (level) {
    case Notice::Level::Information:
        return Icon::Info;
    case Notice::Level::Warning:
        return Icon::Warning;
    case Notice::Level::Error:
        return Icon::Error;
    }
    Q_UNREACHABLE();
}

ColorRole levelColor(Notice::Level level)
{
    switch (level) {
    case Notice::Level::Information:
        return ColorRole::Accent;
    case Notice::Level::Warning:
        return ColorRole::Warning;
    case Notice::Level::Error:
        return ColorRole::Failed;
    }
    Q_UNREACHABLE();
}

} // namespace

/// One notice. What its buttons do is up to the bar.
class NoticeBar::Line : public QWidget {
public:
    Line(Notice notice, NoticeBar *bar)
        : QWidget(bar)
        , m_bar(bar)
        , m_notice(std::move(notice))
        , m_text(new ElidedLabel(this))
        , m_close(new QToolButton(this))
        , m_layout(new QHBoxLayout(this))
    {
        setObjectName(u"notice-"_s + m_notice.id);
        m_text->setObjectName(u"noticeText"_s);
        m_text->setMostLines(MostLines);
        m_layout->addSpacing(0); // where the icon is
        m_layout->addWidget(m_text, 1);
        for (const NoticeAction &action : m_notice.actions)
            addActionButton(action);
        m_close->setObjectName(u"noticeClose"_s);
        setButtonKind(m_close, ButtonKind::Ghost);
        m_close->setIcon(themedIcon(Icon::Close, m_bar->m_appearance, ColorRole::Muted));
        connect(m_close, &QToolButton::clicked, this, [this] { m_bar->remove(this); });
        m_layout->addWidget(m_close);
        retranslate();
        followAppearance();
    }

    const QString &id() const { return m_notice.id; }

    /// Comes behind `before` by Tab; returns what is last.
    QWidget *tabBehind(QWidget *before) const
    {
        for (QToolButton *button : m_buttons) {
            setTabOrder(before, button);
            before = button;
        }
        setTabOrder(before, m_close);
        return m_close;
    }

    void retranslate()
    {
        m_text->setText(m_notice.text());
        setAccessibleName(m_text->text());
        for (size_t i = 0; i < m_buttons.size(); ++i)
            m_buttons[i]->setText(m_notice.actions[i].text());
        m_close->setToolTip(NoticeBar::tr("Close (Esc)"));
        m_close->setAccessibleName(NoticeBar::tr("Close the notice"));
    }

    void followAppearance()
    {
        const Appearance *appearance = m_bar->m_appearance;
        const int gap = appearance->px(8);
        m_layout->setContentsMargins(appearance->px(40), appearance->px(4), gap, appearance->px(5));
        m_layout->setSpacing(gap);
        update();
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        const Appearance *appearance = m_bar->m_appearance;
        const QColor level = appearance->color(levelColor(m_notice.level));
        QPainter painter(this);
        painter.fillRect(rect(), appearance->color(ColorRole::Surface));
        painter.setOpacity(0.1);
        painter.fillRect(rect(),
                         m_notice.level == Notice::Level::Warning ? appearance->color(ColorRole::Alarm) : level);
        painter.setOpacity(1);
        painter.fillRect(0, height() - 1, width(), 1, appearance->color(ColorRole::Border));
        const int side = appearance->px(16);
        paintIcon(painter, levelIcon(m_notice.level), QRectF(appearance->px(16), (height() - 1 - side) / 2, side, side),
                  level);
    }

    void keyPressEvent(QKeyEvent *event) override
    {
        if (event->key() == Qt::Key_Escape && event->modifiers() == Qt::NoModifier)
            m_bar->remove(this);
        else
            QWidget::keyPressEvent(event);
    }

private:
    void addActionButton(const NoticeAction &action)
    {
        auto *button = new QToolButton(this);
        button->setObjectName(u"noticeAction"_s);
        setButtonKind(button, ButtonKind::Link);
        connect(button, &QToolButton::clicked, this, [this, act = action.act] {
            const auto task = act; // the line, and with it this function's own copy, may be gone when it is called
            m_bar->remove(this);
            task();
        });
        m_layout->addWidget(button);
        m_buttons.push_back(button);
    }

    NoticeBar *m_bar;
    Notice m_notice;
    ElidedLabel *m_text;
    std::vector<QToolButton *> m_buttons;
    QToolButton *m_close;
    QHBoxLayout *m_layout;
};

NoticeBar::NoticeBar(Appearance *appearance, QWidget *parent)
    : QWidget(parent)
    , m_appearance(appearance)
    , m_layout(new QVBoxLayout(this))
{
    setObjectName(u"noticeBar"_s);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    setVisible(false);
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(0);
    connect(appearance, &Appearance::changed, this, [this] {
        for (Line *line : m_lines)
            line->followAppearance();
    });
}

void NoticeBar::show(Notice notice)
{
    dismiss(notice.id);
    auto *line = new Line(std::move(notice), this);
    m_lines.push_back(line);
    m_layout->addWidget(line);
    QWidget *before = this;
    for (const Line *each : m_lines)
        before = each->tabBehind(before);
    line->show();
    setVisible(true);
    QAccessibleEvent announcement(line, QAccessible::Alert);
    QAccessible::updateAccessibility(&announcement);
}

void NoticeBar::dismiss(const QString &id)
{
    const auto found = std::ranges::find(m_lines, id, &Line::id);
    if (found != m_lines.end())
        remove(*found);
}

bool NoticeBar::isShown(const QString &id) const
{
    return std::ranges::find(m_lines, id, &Line::id) != m_lines.end();
}

void NoticeBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        for (Line *line : m_lines)
            line->retranslate();
    }
    QWidget::changeEvent(event);
}

void NoticeBar::remove(Line *line)
{
    std::erase(m_lines, line);
    m_layout->removeWidget(line);
    line->hide();
    line->deleteLater(); // perhaps one of its own buttons was clicked
    setVisible(!m_lines.empty());
}

} // namespace Playground
