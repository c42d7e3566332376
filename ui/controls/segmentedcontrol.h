// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/icons.h"

#include <QWidget>

#include <optional>
#include <vector>

class QHBoxLayout;

namespace Playground {

class Appearance;
class Segment;

/// A few words side by side, one of which holds. By keyboard it is one stop, and the arrows choose.
class SegmentedControl : public QWidget {
    Q_OBJECT
public:
    explicit SegmentedControl(Appearance *appearance, QWidget *parent = nullptr);

    /// `name` is what a screen reader says where that is not the text. The first to be added holds.
    void addSegment(const QString &text, const QString &name = {}, std::optional<Icon> icon = {});
    /// For another language.
    void setSegment(int index, const QString &text, const QString &name = {});

    /// Segments that have an icon show it in place of their words, which are in the tool tip then.
    void setCompact(bool compact);

    int current() const;
    /// Does not emit chosen().
    void setCurrent(int index);

Q_SIGNALS:
    /// A person chose another segment.
    void chosen(int index);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Appearance *m_appearance;
    QHBoxLayout *m_layout;
    std::vector<Segment *> m_segments;
    int m_told = 0;
};

} // namespace Playground
