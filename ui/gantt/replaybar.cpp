// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/gantt/replaybar.h"

#include "ui/controls/toolbuttons.h"
#include "ui/gantt/coordinates.h"
#include "ui/run/replay.h"
#include "ui/theme/appearance.h"
#include "ui/theme/icons.h"

#include <QActionGroup>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPainter>
#include <QSignalBlocker>
#include <QSlider>
#include <QToolButton>

#include <cmath>
#include <utility>

using namespace Qt::StringLiterals;

namespace Playground {

namespace {

constexpr int Height = 36;
constexpr int Side = 8;
constexpr int Spacing = 4;
constexpr int IconSize = 16;
constexpr int TrackSteps = 100'000;

QString speedText(double speed)
{
    return u"%1×"_s.arg(speed);
}

} // namespace

ReplayBar::ReplayBar(Appearance *appearance, Replay *replay, QWidget *parent)
    : QWidget(parent)
    , m_appearance(appearance)
    , m_replay(replay)
    , m_back(new QToolButton(this))
    , m_play(new QToolButton(this))
    , m_forward(new QToolButton(this))
    , m_track(new QSlider(Qt::Horizontal, this))
    , m_time(new QLabel(this))
    , m_speed(new QToolButton(this))
    , m_speeds(new QMenu(this))
{
    setObjectName(u"replayBar"_s);
    m_back->setObjectName(u"replayBack"_s);
    m_play->setObjectName(u"replayPlay"_s);
    m_forward->setObjectName(u"replayForward"_s);
    m_track->setObjectName(u"replayTrack"_s);
    m_track->setRange(0, TrackSteps);
    m_track->setSingleStep(TrackSteps / 100);
    m_track->setPageStep(TrackSteps / 10);
    m_time->setObjectName(u"replayTime"_s);
    m_time->setProperty("role", u"small"_s);
    m_time->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_speed->setObjectName(u"replaySpeed"_s);
    m_speed->setPopupMode(QToolButton::InstantPopup);
    m_speed->setMenu(m_speeds);
    m_speed->setIcon(themedIcon(Icon::Speed, appearance, ColorRole::Muted));
    m_speed->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_back->setIcon(themedIcon(Icon::StepBack, appearance, ColorRole::Muted));
    m_forward->setIcon(themedIcon(Icon::Step, appearance, ColorRole::Muted));
    auto *layout = new QHBoxLayout(this);
    for (QToolButton *button : {m_back, m_play, m_forward, m_speed})
        setButtonKind(button, ButtonKind::Ghost);
    layout->addWidget(m_back);
    layout->addWidget(m_play);
    layout->addWidget(m_forward);
    layout->addWidget(m_track, 1);
    layout->addWidget(m_time);
    layout->addWidget(m_speed);
    fillSpeeds();
    connectReplay();
    connect(appearance, &Appearance::changed, this, &ReplayBar::applyAppearance);
    applyAppearance();
    retranslate();
}

void ReplayBar::setTabOrderAfter(QWidget *before)
{
    for (QWidget *part : std::initializer_list<QWidget *>{m_back, m_play, m_forward, m_track, m_speed})
        setTabOrder(std::exchange(before, part), part);
}

void ReplayBar::connectReplay()
{
    connect(m_back, &QToolButton::clicked, m_replay, &Replay::stepBack);
    connect(m_play, &QToolButton::clicked, m_replay, &Replay::togglePlaying);
    connect(m_forward, &QToolButton::clicked, m_replay, &Replay::stepForward);
    connect(m_track, &QSlider::sliderPressed, m_replay, &Replay::pause);
    connect(m_track, &QSlider::valueChanged, this, [this](int value) {
        const double part = double(value) / TrackSteps;
        m_replay->setHead(Trace::Time(std::llround(double(m_replay->end().count()) * part)));
    });
    connect(m_replay, &Replay::moved, this, &ReplayBar::showHead);
    connect(m_replay, &Replay::playingChanged, this, &ReplayBar::showPlaying);
    connect(m_replay, &Replay::speedChanged, this, &ReplayBar::showSpeed);
    connect(m_replay, &Replay::possibleChanged, this, &ReplayBar::showPossible);
}

void ReplayBar::fillSpeeds()
{
    auto *group = new QActionGroup(m_speeds);
    for (const double speed : Replay::Speeds) {
        QAction *action = m_speeds->addAction(speedText(speed));
        action->setCheckable(true);
        action->setData(speed);
        group->addAction(action);
    }
    connect(group, &QActionGroup::triggered, m_replay,
            [this](const QAction *action) { m_replay->setSpeed(action->data().toDouble()); });
}

void ReplayBar::applyAppearance()
{
    setFixedHeight(m_appearance->px(Height));
    layout()->setContentsMargins(m_appearance->px(Side), 1, m_appearance->px(Side), 0); // below the border
    layout()->setSpacing(m_appearance->px(Spacing));
    const QSize icon(m_appearance->px(IconSize), m_appearance->px(IconSize));
    for (QToolButton *button : {m_back, m_play, m_forward, m_speed}) {
        button->setIconSize(icon);
        button->setFont(m_appearance->font(TextRole::Small));
    }
    showPossible();
    showPlaying();
    update();
}

void ReplayBar::retranslate()
{
    const auto name = [](QWidget *widget, const QString &text, const QString &keys) {
        widget->setAccessibleName(text);
        widget->setToolTip(keys.isEmpty() ? text : u"%1 (%2)"_s.arg(text, keys));
    };
    name(m_back, tr("Back to the event before"), u"Ctrl+,"_s);
    name(m_forward, tr("On to the next event"), u"Ctrl+."_s);
    name(m_track, tr("The moment of the run that is shown"), {});
    name(m_speed, tr("How fast it plays"), {});
    showPlaying();
    showSpeed();
    showHead();
}

void ReplayBar::showPossible()
{
    for (QWidget *part : std::initializer_list<QWidget *>{m_back, m_play, m_forward, m_track, m_time, m_speed})
        part->setEnabled(m_replay->isPossible());
    showHead();
}

void ReplayBar::showPlaying()
{
    const bool isPlaying = m_replay->isPlaying();
    m_play->setIcon(themedIcon(isPlaying ? Icon::Pause : Icon::Run, m_appearance, ColorRole::Text));
    const QString text = isPlaying ? tr("Pause") : tr("Play the run again");
    m_play->setAccessibleName(text);
    m_play->setToolTip(u"%1 (%2)"_s.arg(text, u"Ctrl+Alt+Space"_s));
}

/// As wide as it gets, so that nothing moves.
void ReplayBar::showHead()
{
    const QSignalBlocker blocker(m_track); // it is not a hand that moves it
    const Trace::Time end = m_replay->end();
    const bool isPossible = m_replay->isPossible();
    const double part = isPossible ? double(m_replay->head().count()) / double(end.count()) : 1;
    m_track->setValue(int(std::lround(part * TrackSteps)));
    const QString whole = momentText(end, end);
    const QString text = u"%1 / %2"_s.arg(momentText(m_replay->head(), end), whole);
    m_time->setText(isPossible ? text : QString());
    m_time->setMinimumWidth(m_time->fontMetrics().horizontalAdvance(u"%1 / %1"_s.arg(whole)));
}

void ReplayBar::showSpeed()
{
    m_speed->setText(speedText(m_replay->speed()));
    for (QAction *action : m_speeds->actions())
        action->setChecked(action->data().toDouble() == m_replay->speed());
}

void ReplayBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_appearance->color(ColorRole::Surface));
    painter.fillRect(0, 0, width(), 1, m_appearance->color(ColorRole::Border));
}

void ReplayBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace Playground
