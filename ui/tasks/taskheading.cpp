// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tasks/taskheading.h"

#include "core/insight/moment.h"
#include "ui/controls/elidedlabel.h"
#include "ui/gantt/chartitems.h"
#include "ui/gantt/coordinates.h"
#include "ui/run/replay.h"
#include "ui/run/runview.h"
#include "ui/theme/appearance.h"

#include <QGridLayout>
#include <QLabel>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace Playground {

using Trace::TaskId;

namespace {

constexpr double Side = 14;
constexpr double Above = 10;
constexpr double ChipSize = 10;
constexpr double AfterChip = 8;
constexpr qsizetype MostChildren = 6;

QString link(const QString &target, const QString &text)
{
    return u"<a href=\"%1\" style=\"text-decoration:none\">%2</a>"_s.arg(target, text.toHtmlEscaped());
}

QString linkTo(const TaskRecord &task)
{
    return link(u"task:%1"_s.arg(quint32(task.id)), shownName(task));
}

QString linkTo(int line)
{
    return link(u"line:%1"_s.arg(line), TaskHeading::tr("line %1").arg(line));
}

void setTextOf(QLabel *label, const QString &text)
{
    if (label->text() != text) // a link that has the keyboard keeps it
        label->setText(text);
    label->setVisible(!text.isEmpty());
}

} // namespace

TaskHeading::TaskHeading(Appearance *appearance, const RunView *run, QWidget *parent)
    : QWidget(parent)
    , m_appearance(appearance)
    , m_run(run)
    , m_name(new ElidedLabel(this))
    , m_coroutine(new ElidedLabel(this))
    , m_line(new QHBoxLayout)
    , m_facts(new QLabel(this))
    , m_family(new QLabel(this))
{
    setObjectName(u"taskHeading"_s);
    m_name->setObjectName(u"taskHeadingName"_s);
    m_name->setProperty("role", u"strong"_s);
    m_coroutine->setObjectName(u"taskHeadingCoroutine"_s);
    m_coroutine->setProperty("role", u"small"_s);
    m_facts->setObjectName(u"taskHeadingFacts"_s);
    m_family->setObjectName(u"taskHeadingFamily"_s);
    auto *layout = new QGridLayout(this);
    const auto columns = int(m_figures.size());
    m_line->addWidget(m_name);
    m_line->addWidget(m_coroutine);
    m_line->addStretch(1);
    layout->addLayout(m_line, 0, 0, 1, columns);
    int row = 1;
    for (QLabel *label : {m_facts, m_family}) {
        label->setTextFormat(Qt::RichText);
        label->setWordWrap(true);
        label->setTextInteractionFlags(Qt::LinksAccessibleByMouse | Qt::LinksAccessibleByKeyboard);
        connect(label, &QLabel::linkActivated, this, &TaskHeading::follow);
        layout->addWidget(label, row++, 0, 1, columns);
    }
    for (int i = 0; i < columns; ++i) {
        Figure &figure = m_figures[size_t(i)];
        figure = {new QLabel(this), new QLabel(this)};
        figure.name->setProperty("role", u"small"_s);
        figure.value->setProperty("role", u"strong"_s);
        figure.value->setObjectName(u"taskFigure%1"_s.arg(i));
        layout->addWidget(figure.name, row, i);
        layout->addWidget(figure.value, row + 1, i);
        layout->setColumnStretch(i, 1);
    }
    connect(appearance, &Appearance::changed, this, &TaskHeading::applyAppearance);
    applyAppearance();
}

void TaskHeading::setTask(TaskId task)
{
    m_task = task;
    refresh();
    update();
}

void TaskHeading::refresh()
{
    const TaskRecord *task = m_run->timeline().task(m_task);
    if (!task)
        return;
    if (m_name->text() != shownName(*task))
        m_name->setText(shownName(*task));
    const QString coroutine = task->coroutine.isEmpty() ? QString() : shownText(task->coroutine) + u"()"_s;
    if (m_coroutine->text() != coroutine)
        m_coroutine->setText(coroutine);
    setTextOf(m_facts, factsOf(*task));
    setTextOf(m_family, familyOf(*task));
    showFigures(*task);
}

Trace::Time TaskHeading::moment() const
{
    return replayedMoment(m_replay).value_or(m_run->now());
}

ColoredText TaskHeading::stateOf(const TaskRecord &task) const
{
    const auto replayed = replayedMoment(m_replay);
    if (replayed && *replayed < task.created)
        return {tr("not created yet"), ColorRole::Muted};
    const std::optional<TaskMoment> then = replayed ? taskAt(task, *replayed) : std::nullopt;
    if (then)
        return taskStateText(then->state,
                             then->wait >= 0 ? task.waits[size_t(then->wait)].kind : Trace::WaitKind::Other);
    if (replayed)
        return {u"–"_s, ColorRole::Muted};
    const bool isOver = m_run->phase() == RunView::Phase::Ended;
    return isOver && !task.finished ? ColoredText{tr("not finished"), ColorRole::Muted} : taskStateText(task);
}

/// What came of it so far: "✓ done · 'woof'".
QString TaskHeading::factsOf(const TaskRecord &task) const
{
    const auto colored = [this](const QString &text, ColorRole role) {
        return u"<span style=\"color:%1\">%2</span>"_s.arg(m_appearance->color(role).name(), text.toHtmlEscaped());
    };
    const ColoredText state = stateOf(task);
    QString text = colored(state.text, state.color);
    if (!task.finished || *task.finished > moment())
        return text;
    if (!task.value.isEmpty())
        text += u" · <span style=\"font-family:'%1'\">%2</span>"_s.arg(
            m_appearance->font(TextRole::Code).families().constFirst(), shownText(task.value).toHtmlEscaped());
    if (task.errorLine > 0)
        text += u" · "_s + linkTo(task.errorLine);
    return text;
}

QString TaskHeading::familyOf(const TaskRecord &task) const
{
    const Timeline &timeline = m_run->timeline();
    QStringList lines;
    QString creation;
    if (const TaskRecord *parent = timeline.task(task.parent)) {
        //: %1 is a task
        creation = tr("created by %1").arg(linkTo(*parent));
    }
    if (task.line > 0)
        creation += (creation.isEmpty() ? tr("created") : QString()) + u" · "_s + linkTo(task.line);
    if (!creation.isEmpty())
        lines << creation;
    QStringList children;
    qsizetype count = 0;
    const Trace::Time moment = this->moment();
    for (const TaskRecord &each : timeline.tasks()) {
        if (each.parent == task.id && each.created <= moment && ++count <= MostChildren)
            children << linkTo(each);
    }
    if (count > MostChildren)
        children << tr("and %n more", nullptr, int(count - MostChildren));
    if (count > 0) {
        //: %1 are tasks
        lines << tr("has created %1").arg(children.join(u", "_s));
    }
    return lines.join(u"<br>"_s);
}

void TaskHeading::showFigures(const TaskRecord &task)
{
    const Timeline &timeline = m_run->timeline();
    const Trace::Time now = moment();
    const std::optional<TaskPast> past = pastOf(task, now);
    const auto spent = [&past](SpanState state) {
        const auto time = past ? past->spentIn(state) : std::nullopt;
        return time ? durationText(*time) : u"–"_s;
    };
    const Trace::Time wall = std::min(now - timeline.run().at, timeline.totals(now).wall);
    const Trace::Time life = past ? past->finished.value_or(now) - task.created : Trace::Time::zero();
    const QString share = past && wall > Trace::Time::zero()
        ? u"%1 %"_s.arg(std::lround(100.0 * double(life.count()) / double(wall.count())))
        : u"–"_s;
    const std::array<std::pair<QString, QString>, 4> figures{
        std::pair{tr("running"), spent(SpanState::Running)}, std::pair{tr("ready"), spent(SpanState::Ready)},
        std::pair{tr("waiting"), spent(SpanState::Waiting)}, std::pair{tr("of the run"), share}};
    for (size_t i = 0; i < figures.size(); ++i) {
        m_figures[i].name->setText(figures[i].first);
        m_figures[i].value->setText(figures[i].second);
    }
}

void TaskHeading::follow(const QString &link)
{
    const auto number = link.section(u':', 1).toUInt();
    if (link.startsWith(u"task:"_s))
        Q_EMIT taskActivated(TaskId(number));
    else
        Q_EMIT lineActivated(int(number));
}

void TaskHeading::applyAppearance()
{
    const int side = m_appearance->px(Side);
    layout()->setContentsMargins(side, m_appearance->px(Above), side, m_appearance->px(Above));
    qobject_cast<QGridLayout *>(layout())->setVerticalSpacing(m_appearance->px(5));
    m_line->setContentsMargins(m_appearance->px(ChipSize + AfterChip), 0, 0, 0);
    m_line->setSpacing(m_appearance->px(AfterChip));
    refresh(); // colours stand in the words
    update();
}

void TaskHeading::paintEvent(QPaintEvent *)
{
    const TaskRecord *task = m_run->timeline().task(m_task);
    if (!task)
        return;
    const double scale = m_appearance->scale();
    const double middle = m_name->geometry().center().y() / scale + 0.5;
    ChartItems items;
    items.add(Chip{QRectF(Side, std::round(middle - ChipSize / 2), ChipSize, ChipSize),
                   task - m_run->timeline().tasks().data()});
    QPainter painter(this);
    painter.scale(scale, scale);
    m_painter.begin(m_appearance->theme(), m_appearance->contrast(), scale * devicePixelRatio(), 0);
    m_painter.paint(painter, items.take());
}

} // namespace Playground
