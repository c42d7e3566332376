// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/gantt/marktool.h"

#include "ui/gantt/chartfonts.h"
#include "ui/gantt/chartitems.h"
#include "ui/gantt/chartplan.h"
#include "ui/gantt/markflags.h"
#include "ui/gantt/screenpainter.h"
#include "ui/theme/appearance.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QMenu>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace Playground {

using namespace Metrics;
using Trace::Time;

namespace {

constexpr double EditWidth = 150;
constexpr double EditHeight = 24;
constexpr qsizetype LongestName = 80;

/// A line edit that says how it was left.
class NameEdit : public QLineEdit {
public:
    using QLineEdit::QLineEdit;
    std::function<void(bool keeps)> left;

protected:
    /// The window's shortcuts are not for whoever types a name.
    bool event(QEvent *event) override
    {
        if (event->type() == QEvent::ShortcutOverride && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape) {
            event->accept();
            return true;
        }
        return QLineEdit::event(event);
    }

    void keyPressEvent(QKeyEvent *event) override
    {
        switch (event->key()) {
        case Qt::Key_Return:
        case Qt::Key_Enter:
            left(true);
            return;
        case Qt::Key_Escape:
            left(false);
            return;
        default:
            QLineEdit::keyPressEvent(event);
        }
    }

    void focusOutEvent(QFocusEvent *event) override
    {
        QLineEdit::focusOutEvent(event);
        if (event->reason() != Qt::PopupFocusReason && event->reason() != Qt::ActiveWindowFocusReason)
            left(true);
    }
};

} // namespace

MarkTool::MarkTool(Appearance *appearance, ChartMarks *marks, ChartPlan *plan, QWidget *target)
    : QObject(target)
    , m_appearance(appearance)
    , m_marks(marks)
    , m_plan(plan)
    , m_target(target)
{
    connect(marks, &ChartMarks::changed, this, [this] {
        if (m_edit && !m_marks->mark(m_edited))
            finish(false);
        m_picked = picked(); // its number may be given again
        Q_EMIT changed();
    });
}

/// To the right of its pole; at the right edge to the left of it.
std::vector<MarkFlag> MarkTool::flags() const
{
    return markFlags(m_marks->all(), m_plan->timeScale(), m_picked);
}

std::vector<PixelSpan> MarkTool::covered() const
{
    std::vector<PixelSpan> spans;
    for (const MarkFlag &flag : flags())
        spans.push_back(flag.span);
    return spans;
}

int MarkTool::flagAt(QPointF place) const
{
    place = m_plan->toChart(place);
    if (std::abs(place.y() - AxisHeight / 2) > MarkFlagHeight / 2)
        return 0;
    int found = 0;
    for (const MarkFlag &flag : flags()) {
        if (place.x() < flag.span.left - 2 || place.x() > flag.span.right + 2)
            continue;
        if (flag.mark.number == m_picked)
            return m_picked; // the one in front
        found = flag.mark.number;
    }
    return found;
}

void MarkTool::paint(QPainter &painter, ScreenPainter &screen, const LiveGeometry &geometry) const
{
    ChartItems items;
    const std::vector<MarkFlag> flags = markFlags(m_marks->all(), geometry.scale, m_picked);
    for (const bool isPicked : {false, true}) { // which is in front
        for (const MarkFlag &flag : flags) {
            if ((flag.mark.number == m_picked) == isPicked)
                addMarkFlag(items, flag, AxisHeight / 2, geometry.size.height(), isPicked);
        }
    }
    screen.paint(painter, items.take());
}

ChartTip MarkTool::tipOf(int number) const
{
    const ChartMark *mark = m_marks->mark(number);
    if (!mark)
        return {};
    ChartTip tip;
    //: A moment of a run that somebody has marked; %1 is its number
    tip.title = mark->name.isEmpty() ? tr("Mark %1").arg(mark->number) : mark->name;
    tip.rows.push_back({tr("At"), momentText(mark->at)});
    return tip;
}

void MarkTool::pick(int number)
{
    if (std::exchange(m_picked, number) != number)
        Q_EMIT changed();
}

bool MarkTool::drop()
{
    const bool wasThere = picked() != 0;
    pick(0);
    return wasThere;
}

bool MarkTool::deletePicked()
{
    const int number = picked();
    m_marks->remove(number);
    return number != 0;
}

void MarkTool::goToNext()
{
    const ChartMark *mark = m_marks->mark(m_picked);
    pick(m_marks->next(mark ? mark->at : Time{-1}));
    reveal(m_picked);
}

void MarkTool::reveal(int number)
{
    if (const ChartMark *mark = m_marks->mark(number))
        m_plan->reveal(TimeRange{mark->at, mark->at});
}

void MarkTool::add(Time at)
{
    edit(m_marks->add(at));
}

void MarkTool::edit(int number)
{
    finish(true);
    const ChartMark *mark = m_marks->mark(number);
    if (!mark)
        return;
    pick(number);
    reveal(number);
    m_edited = number;
    auto *edit = new NameEdit(mark->name, m_target);
    m_edit = edit;
    edit->setObjectName(u"markName"_s);
    edit->setAccessibleName(tr("Name of the mark"));
    edit->setPlaceholderText(tr("Name"));
    edit->setMaxLength(int(LongestName));
    edit->setFont(m_appearance->font(TextRole::Small));
    edit->setCursor(Qt::IBeamCursor);
    edit->left = [this](bool keeps) { finish(keeps); };
    const int width = std::min(m_appearance->px(EditWidth), m_target->width());
    const int height = std::max(m_appearance->px(EditHeight), edit->sizeHint().height());
    const int left = std::clamp(m_appearance->px(m_plan->timeScale().toX(mark->at)), 0, m_target->width() - width);
    edit->setGeometry(left, std::max(0, (m_appearance->px(AxisHeight) - height) / 2), width, height);
    edit->selectAll();
    edit->show();
    edit->setFocus();
}

/// The edit goes when control is back in the event loop: it may be in the middle of an event of its own.
void MarkTool::finish(bool keeps)
{
    if (!m_edit)
        return;
    QLineEdit *edit = m_edit;
    m_edit.clear();
    const bool hadFocus = edit->hasFocus();
    const QString name = edit->text();
    edit->hide();
    edit->deleteLater();
    if (hadFocus)
        m_target->parentWidget()->setFocus();
    if (keeps)
        m_marks->rename(m_edited, name);
}

void MarkTool::openMenu(int number, const QPoint &globalPlace)
{
    pick(number);
    auto *menu = new QMenu(m_target);
    menu->setObjectName(u"markMenu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(tr("Name…"), this, [this, number] { edit(number); });
    menu->addAction(tr("Delete"), this, [this, number] { m_marks->remove(number); });
    menu->addSeparator();
    menu->addAction(tr("Delete all marks"), this, [this] { m_marks->clear(); });
    menu->popup(globalPlace);
}

} // namespace Playground
