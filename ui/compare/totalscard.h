// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/trace/events.h"

#include <QWidget>

#include <optional>
#include <vector>

class QGridLayout;

namespace Playground {

class Appearance;

/// One run of a comparison, as its line says it.
struct TotalLine {
    QString letter;
    QString title;
    QString language; ///< "Python"
    Trace::Time total{};
    std::optional<double> ratio; ///< how many times as fast as the baseline
    std::optional<Trace::Time> difference; ///< to the baseline; nothing for itself
    std::optional<Trace::Time> least; ///< the least time possible
    QString state; ///< in the place of figures, while it runs

    bool operator==(const TotalLine &) const = default;
};

/// The runs of a comparison, each with its total as a bar to scale. A run can be made the baseline, or taken away.
class TotalsCard : public QWidget {
    Q_OBJECT
public:
    explicit TotalsCard(Appearance *appearance, QWidget *parent = nullptr);
    ~TotalsCard() override;
    Q_DISABLE_COPY_MOVE(TotalsCard)

    /// `isFixed`: the runs cannot be rearranged.
    void setLines(const std::vector<TotalLine> &lines, bool isFixed);

Q_SIGNALS:
    void baselineRequested(int run);
    void removalRequested(int run);

protected:
    void changeEvent(QEvent *event) override;

private:
    class Bar;
    struct Row;

    void rebuild();
    void fill();
    void applyAppearance();
    void retranslate();

    Appearance *m_appearance;
    QGridLayout *m_layout;
    std::vector<TotalLine> m_lines;
    bool m_isFixed = false;
    std::vector<Row> m_rows;
};

} // namespace Playground
