// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/output/outputlayout.h"
#include "ui/output/outputlog.h"
#include "ui/output/textcells.h"
#include "ui/output/tracebacklink.h"
#include "ui/theme/appearance.h"

#include <QAbstractScrollArea>
#include <QBasicTimer>
#include <QFont>

#include <compare>
#include <optional>
#include <vector>

namespace Playground {

/// A place in the output: a row, and a position in its text.
struct OutputPlace {
    quint64 row = 0;
    qsizetype at = 0;

    auto operator<=>(const OutputPlace &) const = default;
};

/// The rows of an output log: when, by whom, what. Draws what is visible and nothing else, so that its cost does not
/// depend on the length of the log. It stays at the end until somebody scrolls up.
///
/// There is a current line, which the arrow keys move; Shift with them, or the mouse, selects text; Return does what a
/// click on a line's task or on a place in a traceback does.
class OutputView : public QAbstractScrollArea {
    Q_OBJECT
public:
    /// `appearance` and `log` must outlive the view.
    OutputView(const Appearance *appearance, const OutputLog *log, QWidget *parent = nullptr);

    /// The log has more rows, or has changed or dropped some.
    void logGrew();
    /// It is another log.
    void logReset();

    /// The file whose places in tracebacks can be clicked.
    void setProgram(const QString &program) { m_program = program; }
    /// Only what this task has printed; None for everything.
    void setFilter(Trace::TaskId task);
    Trace::TaskId filter() const { return m_layout.filter(); }
    /// The others are paler. None for nobody.
    void setHighlightedTask(Trace::TaskId task);
    /// In the place of rows, while there are none.
    void setEmptyText(const QString &text);

    /// Whether the end stays in view as the log grows.
    bool isAtEnd() const { return m_isAtEnd; }
    bool hasSelection() const { return m_anchor != m_caret; }
    /// What is selected, or else the current line. Lines end with a newline each, but for the last.
    QString selectedText(bool withTimes = false) const;
    /// All rows that are shown.
    QString allText() const;
    /// The current line, as a person would read it aloud.
    QString currentLineText() const;

public Q_SLOTS:
    void copy();
    void copyWithTimes();
    void copyAll();
    void selectAll();
    void scrollToEnd();

Q_SIGNALS:
    void atEndChanged(bool isAtEnd);
    /// A line's time or task was picked; None for a line that no task has printed.
    void taskPicked(Playground::Trace::TaskId task);
    /// A place in the program was picked.
    void lineActivated(int line);
    void filterRequested(Playground::Trace::TaskId task);

protected:
    bool event(QEvent *event) override;
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void timerEvent(QTimerEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    /// What the fonts and the width come to.
    struct Metrics {
        QFont code;
        QFont wide; ///< for characters of two cells
        QFont time;
        QFont note;
        double cell = 8;
        int line = 20; ///< height
        int timeLeft = 0;
        int chipLeft = 0;
        int chipSize = 8;
        int textLeft = 0;
        int baseline = 15; ///< below a line's top
    };
    /// A row that is in view, ready to be drawn.
    struct VisibleRow {
        quint64 number = 0;
        int top = 0;
        OutputRow row;
        QString time; ///< empty where it is the one of the row before
        std::vector<CellLine> lines;
        std::optional<TracebackLink> link;
    };
    enum class Part { Nothing, Task, Text, Link };
    struct Hit {
        Part part = Part::Nothing;
        OutputPlace place;
    };

    void applyAppearance();
    void measure();
    int topMargin() const;
    void updateScrollBar();
    void setAtEnd(bool isAtEnd);
    void layOutVisible();
    QString timeText(const OutputRow &row) const;
    QString noteText(const OutputRow &row) const;
    bool isDim(const OutputRow &row) const;
    QColor textColor(const VisibleRow &visible) const;

    void paintRow(QPainter &painter, const VisibleRow &visible) const;
    void paintLine(QPainter &painter, const VisibleRow &visible, const CellLine &line, int top) const;
    void paintRun(QPainter &painter, const VisibleRow &visible, const CellRun &run, int top) const;
    void paintSelection(QPainter &painter, const VisibleRow &visible, const CellLine &line, int top) const;

    const VisibleRow *visibleRowAt(int y);
    Hit hitAt(const QPoint &point);
    OutputPlace placeAt(const QPoint &point);
    void setCursorFor(const QPoint &point);

    void moveCurrent(qint64 lines, bool isSelecting);
    void goTo(quint64 row, bool isSelecting);
    void showCurrent();
    void activateCurrent();
    void setPlaces(OutputPlace anchor, OutputPlace caret);
    void keepPlaces();
    QString textBetween(OutputPlace from, OutputPlace to, bool withTimes) const;

    const Appearance *m_appearance;
    const OutputLog *m_log;
    OutputLayout m_layout;
    Metrics m_metrics;
    qsizetype m_timeDigits = 5;
    QString m_program;
    QString m_emptyText;
    Trace::TaskId m_highlighted{};
    std::vector<VisibleRow> m_visible;
    bool m_isVisibleStale = true;
    bool m_isAtEnd = true;
    bool m_isAdjusting = false; ///< the scroll bar is moved by us
    OutputPlace m_anchor; ///< where the selection began
    OutputPlace m_caret; ///< its row is the current line
    bool m_isDragging = false;
    std::optional<int> m_pressedLink; ///< the line of the program that it names
    QPoint m_pointer;
    QBasicTimer m_dragScroll;
};

} // namespace Playground
