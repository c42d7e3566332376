// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/gantt/livechart.h"
#include "ui/window/actions.h"
#include "ui/window/mainwindow.h"

#include <QKeyCombination>
#include <QList>
#include <QStringList>
#include <QTemporaryDir>

#include <memory>

QT_FORWARD_DECLARE_CLASS(QAbstractButton)

namespace Playground {

class CodeEditor;
class GanttView;
class OutputView;

/// In milliseconds; a machine may be busy.
inline constexpr int Patience = 60'000;

/// For initMain() of a test of windows: no dialog but Qt's own, and nothing of whoever runs the test.
void prepareWindowTests();

/// Where a window keeps its things. Windows that follow one another may share it, as the application's starts do.
class Home {
public:
    Home() = default;
    /// One that another process has made and takes away again.
    explicit Home(const QString &folder)
        : m_shared(folder)
    {
    }

    WindowPlaces places() const;
    QString path(const QString &name = {}) const;
    /// Writes a file there and returns its path.
    QString write(const QString &name, const QByteArray &contents) const;
    static QByteArray read(const QString &path);

private:
    QTemporaryDir m_own;
    QString m_shared;
};

/// A lane of the chart, as it would be painted.
struct SeenLane {
    QString name;
    QString end; ///< "✓ 2.00 s"
    QList<Bar> bars; ///< from left to right
    QList<Frame> frames; ///< around bars that are emphasized
    double left = 0; ///< of all bars, in pixels of the chart
    double right = 0;

    double width() const { return right - left; }
};

/// The real window with the real engine. Keys go to whatever has the keyboard, as a person's do; what is asked is what
/// a person would see.
class WindowUnderTest {
public:
    explicit WindowUnderTest(const Home &home, const QString &language = QStringLiteral("en"),
                             const OpeningRequest &request = {});
    explicit WindowUnderTest(const WindowPlaces &places, const OpeningRequest &request);
    ~WindowUnderTest();
    Q_DISABLE_COPY_MOVE(WindowUnderTest)

    MainWindow *operator->() { return &m_window; }
    MainWindow &operator*() { return m_window; }

    // What a person does by keyboard

    static void press(QKeyCombination keys);
    static void type(const QString &text);
    /// As if copied elsewhere.
    static void paste(const QString &text);
    /// Finds a command by its name and does it. False where none is called so.
    static bool command(const QString &words);
    /// Finds an example, or a program of one's own, and opens it.
    static void openByName(const QString &words);
    /// Everything in the editor gives way to this.
    static void replaceProgram(const QString &text);
    /// Finds something in the editor's text and types something in its place.
    static void replaceInProgram(const QString &found, const QString &typed);
    /// Walks by Tab until the widget has the keyboard. False where that never happens.
    bool tabTo(const QWidget *target);
    /// The same, and presses it.
    bool pressButton(const QAbstractButton *button);
    /// Gives a path to the file dialog that is open.
    void answerFileDialog(const QString &path);
    /// Runs the program and waits for the end. False where it does not come.
    bool runToEnd();
    /// Until the chart's time axis has come to rest.
    void settle();
    bool useInstantClock() { return command(QStringLiteral("speed instant")); }
    /// As the desktop does when a dialog has been closed.
    void activate();

    // What a person sees

    /// The visible widget of that name, or of the only one of its kind; null where there is none.
    template <typename Widget>
    Widget *find(const QString &name = {}) const
    {
        const QList<Widget *> all = m_window.findChildren<Widget *>(name);
        for (Widget *each : all) {
            if (each->isVisible())
                return each;
        }
        return nullptr;
    }
    /// Of a label that is visible; null where it is not.
    QString labelText(const QString &name) const;
    /// What the status line says of the run.
    QString state() const { return labelText(QStringLiteral("state")); }
    bool isRunning() const;
    QString program() const;
    /// Of the last open notice with that id; empty where there is none.
    QString notice(const QString &id) const;
    /// The button of a notice that says this.
    QAbstractButton *noticeButton(const QString &id, const QString &text) const;
    QStringList output() const;
    QString explanationTitle() const;
    /// All of the explanation's page.
    QString explanation() const;
    /// A line of the gallery, or an empty one: its title, and how it is marked.
    struct GalleryLine {
        QString title;
        bool isEdited = false;
        bool isOpen = false;
    };
    QList<GalleryLine> gallery() const;
    GalleryLine galleryLine(const QString &title) const;

    LiveChart chart() const;
    QList<SeenLane> lanes() const;
    /// An empty lane where there is none of that name.
    SeenLane lane(const QString &name) const;
    /// Where the line of the present moment stands on the chart; nothing where there is none.
    std::optional<double> nowLine() const;
    /// What the line above the chart says.
    QString chartHeader() const;

    CodeEditor *editor() const;
    GanttView *ganttView() const;
    OutputView *outputView() const;
    QAction *action(Actions::Id id) const;
    const Timeline &timeline() const { return m_window.run().timeline(); }

private:
    MainWindow m_window;
};

} // namespace Playground
