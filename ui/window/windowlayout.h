// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/window/actions.h"

#include <QList>
#include <QObject>
#include <QPointer>

#include <array>
#include <utility>
#include <vector>

QT_FORWARD_DECLARE_CLASS(QMainWindow)
QT_FORWARD_DECLARE_CLASS(QSplitter)
QT_FORWARD_DECLARE_CLASS(QTabWidget)

namespace Playground {

class Appearance;
class Settings;

/// Where the panels stand in the window: gallery, work and explanation beside one another; the editor above the chart,
/// the explanation, or the details of a task in its place, above the output. Panels can be hidden, and a comparison
/// takes the place of all but the gallery.
class WindowLayout : public QObject {
    Q_OBJECT
public:
    /// The panels, which belong to the window.
    struct Panels {
        QWidget *topBar;
        QWidget *gallery;
        QWidget *notices;
        QWidget *editor;
        QWidget *twin; ///< beside the editor
        QWidget *chart;
        QWidget *explanation;
        QWidget *details; ///< behind the explanation
        QWidget *output;
        QWidget *comparison;
        QWidget *statusLine;
    };

    WindowLayout(QMainWindow *window, Appearance *appearance, Actions *actions, Settings *settings,
                 const Panels &panels);

    void restore();
    void save();

    /// As the settings say, and as far as a presentation leaves room for them.
    void showPanels();
    void setPresentation(bool on);
    /// There is something to show beside the editor.
    void setHasTwin(bool has);
    void setComparing(bool on);
    bool isComparing() const { return m_isComparing; }
    /// The panel is shown, if it was hidden, and gets the keyboard.
    void raise(QWidget *panel);
    /// The details come to the front with the keyboard, also in a presentation; once more, and all is as it was before.
    void toggleDetails();
    /// After another language was chosen.
    void retranslate();
    /// The keyboard goes to the panel that is so many further on.
    void focusPanel(int step);

Q_SIGNALS:
    void comparingChanged();

private:
    void arrange();
    /// What can be hidden.
    struct Hidable {
        Actions::Id action;
        QWidget *panel; ///< its name is what the settings know it by
        QWidget *shown; ///< the panel, or what it stands in
        bool isAside; ///< a presentation has no room for it
        bool isUsual; ///< shown before anybody has chosen
    };
    std::array<Hidable, 5> hidables() const;
    void connectActions();
    std::vector<QWidget *> stops() const;
    std::array<QSplitter *, 4> splitters() const { return {m_columns, m_editing, m_middle, m_right}; }

    QMainWindow *m_window;
    Appearance *m_appearance;
    Actions *m_actions;
    Settings *m_settings;
    Panels m_panels;
    QSplitter *m_columns = nullptr;
    QSplitter *m_editing = nullptr;
    QSplitter *m_middle = nullptr;
    QSplitter *m_right = nullptr;
    QTabWidget *m_texts = nullptr; ///< explanation and details
    QPointer<QWidget> m_beforeDetails; ///< had the keyboard
    bool m_isPresenting = false;
    bool m_presentsDetails = false; ///< although a presentation has no room for texts
    bool m_isComparing = false;
    bool m_hasTwin = false;
    QList<int> m_usualHeights; ///< of editor and chart, while presenting
    QList<int> m_usualWidths; ///< of the columns, while presenting
};

} // namespace Playground
