// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/explanation/codeview.h"

#include "ui/controls/toolbuttons.h"
#include "ui/explanation/codecolors.h"
#include "ui/explanation/textview.h"
#include "ui/theme/appearance.h"
#include "ui/theme/icons.h"

#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QScrollBar>
#include <QTextBlock>
#include <QTextEdit>
#include <QToolButton>
#include <QVBoxLayout>
#include <QWheelEvent>

#include <cmath>

namespace Playground {

using namespace Qt::StringLiterals;

namespace {

QString languageName(const QString &language)
{
    if (language == u"python")
        return u"Python"_s;
    return language == u"cpp" ? u"C++"_s : language;
}

constexpr double LineHeight = 19;

} // namespace

CodeView::CodeView(Appearance *appearance, const TextBlock &block, QWidget *parent)
    : QWidget(parent)
    , m_appearance(appearance)
    , m_code(block.code)
    , m_language(new QLabel(languageName(block.codeLanguage), this))
    , m_copy(new QToolButton(this))
    , m_text(new QTextEdit(this))
{
    m_text->setObjectName(u"explanationCode"_s);
    m_text->setProperty("kind", u"bare"_s);
    m_text->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed); // else the page would stretch it
    m_text->setReadOnly(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_text->setFrameShape(QFrame::NoFrame);
    m_text->setLineWrapMode(QTextEdit::NoWrap);
    m_text->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_text->setUndoRedoEnabled(false);
    m_text->viewport()->setAutoFillBackground(false);
    m_text->document()->setDocumentMargin(0);
    m_text->viewport()->installEventFilter(this);
    new CodeColors(appearance, block.codeLanguage, m_text->document());

    m_copy->setObjectName(u"copyCode"_s);
    m_copy->setIcon(themedIcon(Icon::Copy, appearance, ColorRole::Muted));
    setButtonKind(m_copy, ButtonKind::Ghost);
    connect(m_copy, &QToolButton::clicked, this, &CodeView::copy);

    auto *head = new QHBoxLayout;
    head->addWidget(m_language);
    head->addStretch();
    head->addWidget(m_copy);
    auto *layout = new QVBoxLayout(this);
    layout->addLayout(head);
    layout->addWidget(m_text);
    if (isWholeProgram(block)) {
        m_intoEditor = new QPushButton(this);
        m_intoEditor->setObjectName(u"intoEditor"_s);
        setButtonKind(m_intoEditor, ButtonKind::Link);
        connect(m_intoEditor, &QPushButton::clicked, this, [this] { Q_EMIT codeRequested(m_code + u'\n'); });
        layout->addWidget(m_intoEditor, 0, Qt::AlignLeft);
    }
    connect(appearance, &Appearance::changed, this, &CodeView::applyAppearance);
    applyAppearance();
    retranslate();
}

void CodeView::retranslate()
{
    m_copy->setToolTip(tr("Copy the code"));
    m_copy->setAccessibleName(tr("Copy the code"));
    m_text->setAccessibleName(tr("Code in %1").arg(m_language->text()));
    if (m_intoEditor) {
        //: A button below a piece of code; short
        m_intoEditor->setText(tr("Edit this"));
        m_intoEditor->setToolTip(tr("Put this program into the editor, as a draft of your own"));
    }
}

void CodeView::applyAppearance()
{
    const auto px = [this](double length) { return m_appearance->px(length); };
    layout()->setContentsMargins(px(10) + TextBleed, px(4), px(5) + TextBleed, px(9));
    layout()->setSpacing(px(4));
    m_copy->setIconSize({px(14), px(14)});
    m_language->setFont(m_appearance->font(TextRole::Small));
    QPalette muted = m_language->palette();
    muted.setColor(QPalette::WindowText, m_appearance->color(ColorRole::Muted));
    m_language->setPalette(muted);

    QPalette colors = m_text->palette();
    colors.setColor(QPalette::Base, Qt::transparent);
    colors.setColor(QPalette::Text, m_appearance->color(ColorRole::Text));
    colors.setColor(QPalette::Highlight, m_appearance->color(ColorRole::Selection));
    colors.setColor(QPalette::HighlightedText, m_appearance->color(ColorRole::Text));
    m_text->setPalette(colors);
    const QFont font = m_appearance->font(TextRole::SmallCode);
    m_text->setFont(font);
    m_text->document()->setDefaultFont(font);
    m_text->setPlainText(m_code);
    QTextCursor all(m_text->document());
    all.select(QTextCursor::Document);
    QTextBlockFormat format;
    format.setLineHeight(px(LineHeight), QTextBlockFormat::FixedHeight);
    all.mergeBlockFormat(format);
    fitHeight();
    update();
}

/// As high as its lines, and the scroll bar below them where one is needed.
void CodeView::fitHeight()
{
    const QSizeF size = m_text->document()->size();
    const bool overflows = size.width() > m_text->viewport()->width();
    const int bar = overflows ? m_text->horizontalScrollBar()->sizeHint().height() : 0;
    m_text->setFixedHeight(int(std::ceil(size.height())) + bar);
    m_text->setFocusPolicy(overflows ? Qt::StrongFocus : Qt::ClickFocus);
}

void CodeView::copy()
{
    QGuiApplication::clipboard()->setText(m_code + u'\n');
}

bool CodeView::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize)
        fitHeight();
    if (event->type() == QEvent::Wheel) {
        const auto *wheel = static_cast<QWheelEvent *>(event);
        const bool isSideways = std::abs(wheel->angleDelta().x()) > std::abs(wheel->angleDelta().y());
        if (!isSideways && !(wheel->modifiers() & Qt::ShiftModifier)) {
            event->ignore(); // the page scrolls
            QCoreApplication::sendEvent(this, event);
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void CodeView::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_appearance->color(ColorRole::Background));
    painter.drawRoundedRect(rect().adjusted(TextBleed, 0, -TextBleed, 0), m_appearance->px(6), m_appearance->px(6));
}

void CodeView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace Playground
