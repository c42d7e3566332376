// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/explanation/explanationpage.h"

#include "ui/controls/toolbuttons.h"
#include "ui/explanation/card.h"
#include "ui/explanation/codeview.h"
#include "ui/explanation/paralleltext.h"
#include "ui/theme/appearance.h"
#include "ui/theme/icons.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QResizeEvent>
#include <QScrollBar>
#include <QVBoxLayout>

#include <algorithm>

namespace Playground {

using namespace Qt::StringLiterals;

namespace {

constexpr int RoomForTwo = 560; ///< from here on two languages stand beside each other
constexpr int Narrow = 300;
constexpr int LongestLine = 720; ///< of text in one language; wider ones are hard to read
constexpr double Gap = 9;

/// What a button says in one language, for want of room, and in all that are shown.
constexpr char ShortText[] = "shortText";
constexpr char LongText[] = "longText";

/// The blocks from `from` on that one view can show, in one language: no button and no code comes between them.
QList<TextBlock> readableStretch(const QList<TextBlock> &blocks, qsizetype from)
{
    QList<TextBlock> stretch;
    for (qsizetype i = from; i < blocks.size() && blocks[i].kind != TextBlock::Kind::Code; ++i) {
        stretch.append(blocks[i]);
        if (!blocks[i].offers.isEmpty())
            break;
    }
    return stretch;
}

/// Nothing where there is no such block, or one of another kind.
QList<TextBlock> counterpart(const QList<TextBlock> &blocks, qsizetype index, bool isCode)
{
    if (index >= blocks.size() || (blocks[index].kind == TextBlock::Kind::Code) != isCode)
        return {};
    return {blocks[index]};
}

/// No blocks for no words.
QList<TextBlock> asBlocks(const QList<InlineText> &inlines)
{
    if (inlines.isEmpty())
        return {};
    return {TextBlock{TextBlock::Kind::Paragraph, inlines, {}, {}, {}}};
}

QList<QWidget *> tabStops(QLayout *layout);

/// All that Tab can come to, in the order in which it stands there.
QList<QWidget *> tabStops(QWidget *widget)
{
    QList<QWidget *> stops;
    if (widget->focusPolicy() & Qt::TabFocus)
        stops << widget;
    const QObjectList &children = widget->children();
    for (QObject *child : children) {
        if (child->isWidgetType() && !widget->layout())
            stops << tabStops(static_cast<QWidget *>(child));
    }
    return widget->layout() ? stops + tabStops(widget->layout()) : stops;
}

QList<QWidget *> tabStops(QLayout *layout)
{
    QList<QWidget *> stops;
    for (int i = 0; i < layout->count(); ++i) {
        if (QWidget *widget = layout->itemAt(i)->widget())
            stops << tabStops(widget);
        else if (QLayout *inner = layout->itemAt(i)->layout())
            stops << tabStops(inner);
    }
    return stops;
}

} // namespace

ExplanationPage::ExplanationPage(Appearance *appearance, QWidget *parent)
    : QScrollArea(parent)
    , m_appearance(appearance)
{
    setObjectName(u"explanationPage"_s);
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    viewport()->setAutoFillBackground(false);
    connect(appearance, &Appearance::changed, this, &ExplanationPage::applyAppearance);
}

void ExplanationPage::setTexts(const ExplanationText &first, const ExplanationText &second)
{
    // The former page may be the one whose link was followed to this one.
    if (QWidget *former = takeWidget())
        former->deleteLater();
    auto *page = new QWidget;
    page->setMinimumSize(1, 1); // its height follows from its width alone
    page->setAutoFillBackground(false);
    m_layout = new QVBoxLayout(page);
    m_run = nullptr;
    const QString title = plainText(first.title);
    m_isBilingual = !second.title.isEmpty();
    addText(m_layout, asBlocks(first.title), asBlocks(second.title), TextView::Tone::Title, title);
    m_runPlace = new QVBoxLayout;
    m_layout->addLayout(m_runPlace);
    addBlocks(m_layout, first.introduction, second.introduction, title);
    for (qsizetype i = 0; i < first.sections.size(); ++i)
        addSection(m_layout, first.sections[i], second.sections.value(i));
    m_layout->addStretch();
    applyAppearance();
    setWidget(page);
    page->setAutoFillBackground(false);
    orderTabs();
}

void ExplanationPage::addSection(QVBoxLayout *layout, const TextSection &first, const TextSection &second)
{
    auto *card = new Card(m_appearance, ColorRole::Surface);
    fillCard(card, first, second);
    layout->addWidget(card);
}

void ExplanationPage::fillCard(Card *card, const TextSection &first, const TextSection &second)
{
    const QString name = plainText(first.title);
    card->setAccessibleName(name);
    addText(card->content(), asBlocks(first.title), asBlocks(second.title), TextView::Tone::Heading, name);
    addBlocks(card->content(), first.blocks, second.blocks, name);
}

void ExplanationPage::addBlocks(QVBoxLayout *layout, const QList<TextBlock> &first, const QList<TextBlock> &second,
                                const QString &name)
{
    for (qsizetype i = 0; i < std::max(first.size(), second.size()); ++i) {
        const TextBlock block = first.value(i);
        const bool isCode = i < first.size() && block.kind == TextBlock::Kind::Code;
        const QList<TextBlock> other = counterpart(second, i, isCode);
        if (isCode) {
            addCode(layout, block);
            if (!other.isEmpty() && other.first().code != block.code)
                addCode(layout, other.first());
            continue;
        }
        if (second.isEmpty()) {
            const QList<TextBlock> stretch = readableStretch(first, i);
            addText(layout, stretch, {}, TextView::Tone::Normal, name);
            addOffers(layout, stretch.last().offers, {});
            i += stretch.size() - 1;
            continue;
        }
        addText(layout, i < first.size() ? QList<TextBlock>{block} : QList<TextBlock>{}, other, TextView::Tone::Normal,
                name);
        addOffers(layout, block.offers, other.value(0).offers);
    }
}

TextView *ExplanationPage::newView(const QList<TextBlock> &blocks, TextView::Tone tone, const QString &name)
{
    auto *view = new TextView(m_appearance);
    view->setTone(tone);
    view->setBlocks(blocks);
    view->setAccessibleName(name);
    connect(view, &TextView::linkFollowed, this, &ExplanationPage::linkFollowed);
    connect(view, &TextView::linkFocused, this, [this, view](const QRect &place) { showPlace(view, place); });
    return view;
}

void ExplanationPage::addText(QVBoxLayout *layout, const QList<TextBlock> &first, const QList<TextBlock> &second,
                              TextView::Tone tone, const QString &name)
{
    const QList<TextBlock> &upper = first.isEmpty() ? second : first;
    TextView *other = first.isEmpty() || second.isEmpty() ? nullptr : newView(second, tone, name);
    layout->addWidget(new ParallelText(newView(upper, tone, name), other));
}

void ExplanationPage::addOffers(QVBoxLayout *layout, const QList<ExperimentOffer> &first,
                                const QList<ExperimentOffer> &second)
{
    for (qsizetype i = 0; i < first.size(); ++i) {
        const ExperimentOffer &offer = first[i];
        auto *button = new QPushButton;
        button->setObjectName(u"experiment%1"_s.arg(offer.experiment));
        button->setProperty(ShortText, offer.text);
        button->setProperty(LongText, i < second.size() ? offer.text + u" · "_s + second[i].text : offer.text);
        button->setIcon(themedIcon(Icon::Flask, m_appearance, ColorRole::Accent));
        setButtonKind(button, ButtonKind::Plain);
        const LinkTarget target{LinkTarget::Kind::Experiment, {}, offer.experiment};
        connect(button, &QPushButton::clicked, this, [this, target] { Q_EMIT linkFollowed(target); });
        auto *row = new QHBoxLayout;
        row->setContentsMargins(TextBleed, 0, TextBleed, 0);
        row->addWidget(button);
        row->addStretch();
        layout->addLayout(row);
    }
}

void ExplanationPage::addCode(QVBoxLayout *layout, const TextBlock &block)
{
    auto *code = new CodeView(m_appearance, block);
    connect(code, &CodeView::codeRequested, this, &ExplanationPage::codeRequested);
    layout->addWidget(code);
}

void ExplanationPage::setRun(const TextSection &first, const TextSection &second, bool isStale)
{
    if (!m_run && first.blocks.isEmpty())
        return;
    // Who is reading further down keeps the place.
    if (verticalScrollBar()->value() > 0)
        m_fromBottom = widget()->height() - verticalScrollBar()->value();
    if (m_run && !m_isRunStale)
        m_runHeight = m_run->height();
    m_isRunStale = isStale;
    if (m_run) {
        m_run->hide();
        m_run->deleteLater(); // perhaps it is one of its links that was followed
        m_run = nullptr;
    }
    if (first.blocks.isEmpty())
        return;
    m_run = new Card(m_appearance, ColorRole::Background);
    m_run->setObjectName(u"runCard"_s);
    fillCard(m_run, first, second);
    if (isStale) {
        m_run->content()->addStretch();
        m_run->setMinimumHeight(m_runHeight);
    }
    m_runPlace->addWidget(m_run, 0, Qt::AlignTop);
    orderTabs();
    arrange();
}

bool ExplanationPage::eventFilter(QObject *watched, QEvent *event)
{
    const bool isHandled = QScrollArea::eventFilter(watched, event);
    if (watched == widget() && event->type() == QEvent::Resize && m_fromBottom) {
        verticalScrollBar()->setValue(widget()->height() - *m_fromBottom);
        m_fromBottom.reset();
    }
    return isHandled;
}

void ExplanationPage::scrollToTop()
{
    verticalScrollBar()->setValue(0);
}

void ExplanationPage::applyAppearance()
{
    if (!m_layout)
        return;
    m_layout->setSpacing(m_appearance->px(Gap));
    arrange();
}

/// What was made later would come last, after all other panels.
void ExplanationPage::orderTabs()
{
    QWidget *before = this;
    const QList<QWidget *> stops = tabStops(widget());
    for (QWidget *stop : stops) {
        setTabOrder(before, stop);
        before = stop;
    }
}

/// What follows from the width and the scale.
void ExplanationPage::arrange()
{
    if (!m_layout)
        return;
    const auto px = [this](double length) { return m_appearance->px(length); };
    const int width = viewport()->width();
    const bool isSideBySide = m_isBilingual && width >= px(RoomForTwo);
    const int margin = px(width < px(Narrow) ? 10 : 18) - TextBleed;
    const int longest = px(LongestLine) * (isSideBySide ? 2 : 1) + 2 * margin;
    m_layout->setContentsMargins(margin, px(15), margin + std::max(0, width - longest), px(20));
    const QList<ParallelText *> texts = m_layout->parentWidget()->findChildren<ParallelText *>();
    for (ParallelText *text : texts)
        text->arrange(isSideBySide, px(20), px(3));
    const QList<QPushButton *> buttons = m_layout->parentWidget()->findChildren<QPushButton *>();
    for (QPushButton *button : buttons) {
        const QVariant text = button->property(width < px(Narrow) ? ShortText : LongText);
        if (text.isValid())
            button->setText(text.toString());
    }
}

void ExplanationPage::resizeEvent(QResizeEvent *event)
{
    arrange();
    QScrollArea::resizeEvent(event);
}

/// Coming by keyboard, one is seen to be here: on the first link that is in view.
void ExplanationPage::focusInEvent(QFocusEvent *event)
{
    QScrollArea::focusInEvent(event);
    // By Tab everything is reached in its order.
    if (event->reason() != Qt::ShortcutFocusReason || !widget())
        return;
    QList<TextView *> views = widget()->findChildren<TextView *>();
    const auto top = [this](const QWidget *view) { return view->mapTo(viewport(), QPoint()).y(); };
    views.removeIf([&](const TextView *view) {
        return view->focusPolicy() != Qt::StrongFocus || top(view) < 0 || top(view) >= viewport()->height();
    });
    const auto first =
        std::min_element(views.begin(), views.end(), [&](const auto *a, const auto *b) { return top(a) < top(b); });
    if (first != views.end())
        (*first)->setFocus(Qt::TabFocusReason);
}

void ExplanationPage::showPlace(const QWidget *view, const QRect &place)
{
    const QPoint at = view->mapTo(widget(), place.center());
    ensureVisible(at.x(), at.y(), 0, m_appearance->px(40));
}

} // namespace Playground
