// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/explanation/explanationtext.h"
#include "ui/explanation/textview.h"

#include <QPointer>
#include <QScrollArea>

#include <optional>

class QVBoxLayout;

namespace Playground {

class Appearance;
class Card;

/// An explanation, laid out for reading: title, paragraphs, and a card for each section; in one language or in two.
/// It knows of no example and no run.
class ExplanationPage : public QScrollArea {
    Q_OBJECT
public:
    explicit ExplanationPage(Appearance *appearance, QWidget *parent = nullptr);

    /// `second` has no title where one language is to be shown; otherwise it is the same in another language, in which
    /// paragraphs that stand at the same place say the same.
    void setTexts(const ExplanationText &first, const ExplanationText &second = {});

    /// What the run has shown, in a card below the title; no blocks take the card away. While `isStale`, the card keeps
    /// the room that it took.
    void setRun(const TextSection &first, const TextSection &second, bool isStale);

    void scrollToTop();

Q_SIGNALS:
    void linkFollowed(const Playground::LinkTarget &target);
    void codeRequested(const QString &code);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void applyAppearance();
    void arrange();
    void orderTabs();
    void addBlocks(QVBoxLayout *layout, const QList<TextBlock> &first, const QList<TextBlock> &second,
                   const QString &name);
    void addSection(QVBoxLayout *layout, const TextSection &first, const TextSection &second);
    void fillCard(Card *card, const TextSection &first, const TextSection &second);
    void addText(QVBoxLayout *layout, const QList<TextBlock> &first, const QList<TextBlock> &second,
                 TextView::Tone tone, const QString &name);
    void addOffers(QVBoxLayout *layout, const QList<ExperimentOffer> &first, const QList<ExperimentOffer> &second);
    void addCode(QVBoxLayout *layout, const TextBlock &block);
    TextView *newView(const QList<TextBlock> &blocks, TextView::Tone tone, const QString &name);
    void showPlace(const QWidget *view, const QRect &place);

    Appearance *m_appearance;
    QVBoxLayout *m_layout = nullptr;
    QVBoxLayout *m_runPlace = nullptr;
    QPointer<Card> m_run;
    bool m_isRunStale = false;
    int m_runHeight = 0; ///< of the card while it was not stale
    bool m_isBilingual = false;
    std::optional<int> m_fromBottom; ///< while another height is on its way: where the reader is
};

} // namespace Playground
