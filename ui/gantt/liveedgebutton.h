// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPushButton>

namespace Playground {

class Appearance;

/// Leads back to the live edge of a run. Stays in the lower right corner of what it lies on.
class LiveEdgeButton : public QPushButton {
    Q_OBJECT
public:
    LiveEdgeButton(Appearance *appearance, QWidget *parent);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void retranslate();
    void place();

    Appearance *m_appearance;
};

} // namespace Playground
