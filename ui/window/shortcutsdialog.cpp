// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/shortcutsdialog.h"
#include "ui/theme/appearance.h"
#include "ui/window/actions.h"

#include <QAction>
#include <QEvent>
#include <QMetaEnum>
#include <QTextBrowser>
#include <QVBoxLayout>

#include <utility>
#include <vector>

namespace Playground {

namespace {

using namespace Qt::StringLiterals;

using Row = std::pair<QString, QString>;

QString keysOf(const QAction *action)
{
    QStringList keys;
    const QList<QKeySequence> shortcuts = action->shortcuts();
    for (const QKeySequence &shortcut : shortcuts)
        keys << shortcut.toString(QKeySequence::NativeText);
    return keys.join(u", "_s);
}

QString table(const QString &title, const std::vector<Row> &rows)
{
    QString html = u"<h3>%1</h3><table cellpadding=\"3\">"_s.arg(title.toHtmlEscaped());
    for (const auto &[what, how] : rows)
        html += u"<tr><td width=\"240\">%1</td><td><code>%2</code></td></tr>"_s.arg(what.toHtmlEscaped(),
                                                                                    how.toHtmlEscaped());
    return html + u"</table>"_s;
}

} // namespace

ShortcutsDialog::ShortcutsDialog(Appearance *appearance, const Actions *actions, QWidget *parent)
    : QDialog(parent)
    , m_appearance(appearance)
    , m_actions(actions)
    , m_text(new QTextBrowser(this))
{
    setObjectName("shortcutsDialog"_L1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_text);
    m_text->setFrameShape(QFrame::NoFrame);
    resize(m_appearance->px(520), m_appearance->px(600));
    connect(appearance, &Appearance::changed, this, &ShortcutsDialog::fill);
    fill();
}

void ShortcutsDialog::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        fill();
    QDialog::changeEvent(event);
}

void ShortcutsDialog::fill()
{
    setWindowTitle(tr("Keyboard and mouse"));
    std::vector<Row> keys;
    const auto ids = QMetaEnum::fromType<Actions::Id>();
    for (int i = 0; i < ids.keyCount(); ++i) {
        const QAction *action = (*m_actions)[Actions::Id(ids.value(i))];
        if (!action->shortcut().isEmpty())
            keys.emplace_back(action->text(), keysOf(action));
    }
    const std::vector<Row> chart{
        {tr("Closer or farther at the pointer"), tr("Ctrl + wheel, pinch")},
        {tr("Closer or farther"), tr("+  −, W  S")},
        {tr("Closer to a region"), tr("Ctrl + drag")},
        {tr("Up and down the tasks"), tr("Wheel")},
        {tr("Back and forth in time"), tr("Shift + wheel, drag, ← →, A  D")},
        {tr("The task before, the task after"), tr("↑  ↓")},
        {tr("The task's event before, the one after"), tr(",  .")},
        {tr("The task that woke it, a task that it woke"), tr("[  ]")},
        {tr("Centre what is selected, fill the chart with it, the whole run"), tr("F, again, and again")},
        {tr("Measure; Alt: without snapping, Ctrl + C: copy"), tr("Drag on the axis")},
        {tr("Mark a moment: at the pointer, or at what is selected"), tr("M")},
        {tr("Next mark; name, delete the one picked out"), tr("Shift + M; F2, Del")},
        {tr("Name a mark, move it"), tr("Double click, drag on its flag")},
        {tr("Who woke whom, of all tasks"), tr("R")},
        {tr("Critical path"), tr("P")},
        {tr("In the overview: move and zoom, see everything"), tr("← →, +  −, Enter")},
        {tr("Follow the run again"), tr("End")},
        {tr("One finger moves, two fingers zoom"), tr("Touch screen")},
        {tr("To the line in the editor"), tr("Double click, Enter")},
        {tr("Look for a task by its name"), tr("/")},
        {tr("Collapse or expand what the task created"), tr("Space, click on the triangle")},
        {tr("Open what is inside of the task: calls, connections"), tr("Shift + Space, click on its colour")},
        {tr("Nothing measured, nothing selected"), tr("Esc")},
    };
    const std::vector<Row> tasks{
        {tr("To the task's line in the editor"), tr("Double click, Enter")},
        {tr("Order by a column, the other way round, not at all"), tr("Click on its heading, again, and again")},
        {tr("Copy the selected tasks"), tr("Ctrl + C")},
        {tr("A step of the details: its line, and its place in the chart"), tr("Click, ↑  ↓")},
        {tr("What else a row leads to"), tr("Right click, menu key")},
    };
    m_text->document()->setDefaultFont(m_appearance->font(TextRole::Body));
    m_text->document()->setDocumentMargin(m_appearance->px(16));
    m_text->setHtml(table(tr("Everywhere"), keys) + table(tr("In the chart"), chart)
                    + table(tr("In the table and the details of tasks"), tasks));
}

} // namespace Playground
