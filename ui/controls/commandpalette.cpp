// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/controls/commandpalette.h"
#include "translations/translations.h"
#include "ui/controls/commandlistmodel.h"
#include "ui/controls/commandsearch.h"
#include "ui/controls/searchfield.h"
#include "ui/theme/appearance.h"
#include "ui/theme/icons.h"

#include <QAction>
#include <QApplication>
#include <QFrame>
#include <QKeyEvent>
#include <QLabel>
#include <QListView>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace Playground {

namespace {

constexpr int Width = 600;
constexpr int Top = 56;
constexpr int RowHeight = 36;
constexpr int MostRows = 10;
constexpr int MostRemembered = 50;

class CommandDelegate : public QStyledItemDelegate {
public:
    CommandDelegate(Appearance *appearance, QObject *parent)
        : QStyledItemDelegate(parent)
        , m_appearance(appearance)
    {
    }

    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override
    {
        return {0, m_appearance->px(RowHeight)};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const auto px = [this](double length) { return m_appearance->px(length); };
        const bool isEnabled = index.flags().testFlag(Qt::ItemIsEnabled);
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        paintBackground(*painter, option);
        painter->setOpacity(isEnabled ? 1 : 0.5);
        QRect room = option.rect.adjusted(px(10), 0, -px(10), 0);
        const QRect icon(room.left(), room.center().y() - px(8) + 1, px(16), px(16));
        index.data(Qt::DecorationRole).value<QIcon>().paint(painter, icon);
        room.setLeft(icon.right() + px(10));
        room.setRight(paintRight(*painter, room, index) - px(12));
        paintNames(*painter, room, index);
        painter->restore();
    }

private:
    void paintBackground(QPainter &painter, const QStyleOptionViewItem &option) const
    {
        const bool isCurrent = option.state.testFlag(QStyle::State_Selected);
        if (!isCurrent && !option.state.testFlag(QStyle::State_MouseOver))
            return;
        painter.setPen(isCurrent && m_appearance->isHighContrast() ? QPen(m_appearance->color(ColorRole::Accent), 2)
                                                                   : QPen(Qt::NoPen));
        painter.setBrush(m_appearance->color(isCurrent ? ColorRole::Selection : ColorRole::Hover));
        painter.drawRoundedRect(QRectF(option.rect).adjusted(1, 1, -1, -1), m_appearance->px(6), m_appearance->px(6));
    }

    /// The shortcut, and the sign of what is on; returns where they begin.
    int paintRight(QPainter &painter, QRect room, const QModelIndex &index) const
    {
        const QString shortcut = index.data(CommandListModel::Shortcut).toString();
        painter.setFont(m_appearance->font(TextRole::Small));
        painter.setPen(m_appearance->color(ColorRole::Muted));
        painter.drawText(room, Qt::AlignRight | Qt::AlignVCenter, shortcut);
        int left = room.right() - painter.fontMetrics().horizontalAdvance(shortcut);
        if (index.data(Qt::CheckStateRole).isValid()) {
            const int side = m_appearance->px(14);
            left -= side + (shortcut.isEmpty() ? 0 : m_appearance->px(10));
            paintIcon(painter, Icon::Check, QRectF(left, room.center().y() - side / 2.0, side, side),
                      m_appearance->color(ColorRole::Accent));
        }
        return left;
    }

    void paintNames(QPainter &painter, QRect room, const QModelIndex &index) const
    {
        painter.setFont(m_appearance->font(TextRole::Body));
        painter.setPen(m_appearance->color(ColorRole::Text));
        const QString name = painter.fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, room.width());
        painter.drawText(room, Qt::AlignLeft | Qt::AlignVCenter, name);
        room.setLeft(room.left() + painter.fontMetrics().horizontalAdvance(name) + m_appearance->px(12));
        painter.setFont(m_appearance->font(TextRole::Small));
        painter.setPen(m_appearance->color(ColorRole::Muted));
        const QString other = index.data(CommandListModel::OtherName).toString();
        painter.drawText(room, Qt::AlignLeft | Qt::AlignVCenter,
                         painter.fontMetrics().elidedText(other, Qt::ElideRight, std::max(room.width(), 0)));
    }

    Appearance *m_appearance;
};

/// Keys that the field leaves to the list and to the palette.
bool isOurs(int key)
{
    switch (key) {
    case Qt::Key_Escape:
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Up:
    case Qt::Key_Down:
    case Qt::Key_PageUp:
    case Qt::Key_PageDown:
    case Qt::Key_Tab:
    case Qt::Key_Backtab:
        return true;
    default:
        return false;
    }
}

CommandNames namesOf(const PaletteCommand &command, qsizetype age)
{
    const bool isChinese = installedLanguage() == u"zh_CN";
    CommandNames names;
    names.shown = isChinese ? command.zhCN : command.en;
    names.other = isChinese ? command.en : command.zhCN;
    names.isEnabled = command.action->isEnabled();
    names.lastUsed = age < 0 ? 0 : MostRemembered - int(age);
    return names;
}

} // namespace

CommandPalette::CommandPalette(Appearance *appearance, QWidget *window)
    : QWidget(window)
    , m_appearance(appearance)
    , m_box(new QFrame(this))
    , m_field(new SearchField(appearance, m_box))
    , m_list(new QListView(m_box))
    , m_nothing(new QLabel(m_box))
    , m_model(new CommandListModel(this))
{
    setObjectName(u"commandPalette"_s);
    setVisible(false);
    m_box->setObjectName(u"commandPaletteBox"_s);
    m_field->setObjectName(u"commandPaletteField"_s);
    m_field->setProperty("kind", u"bare"_s);
    m_list->setObjectName(u"commandPaletteList"_s);
    m_list->setModel(m_model);
    m_list->setItemDelegate(new CommandDelegate(appearance, m_list));
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setMouseTracking(true);
    m_list->setUniformItemSizes(true);
    m_nothing->setProperty("role", u"muted"_s);
    m_nothing->setAlignment(Qt::AlignCenter);

    auto *line = new QFrame(m_box);
    line->setProperty("role", u"line"_s);
    line->setFixedHeight(1);
    auto *layout = new QVBoxLayout(m_box);
    layout->setSpacing(0);
    layout->addWidget(m_field);
    layout->addWidget(line);
    layout->addWidget(m_list);
    layout->addWidget(m_nothing);

    m_field->installEventFilter(this);
    window->installEventFilter(this);
    connect(m_field, &QLineEdit::textChanged, this, &CommandPalette::search);
    connect(m_list, &QListView::clicked, this, [this](const QModelIndex &index) { run(index.row()); });
    connect(appearance, &Appearance::changed, this, &CommandPalette::place);
    retranslate();
}

void CommandPalette::open(std::vector<PaletteCommand> commands)
{
    if (!isVisible())
        m_focusBefore = QApplication::focusWidget();
    m_commands = std::move(commands);
    m_field->clear();
    search();
    setVisible(true);
    raise();
    m_field->setFocus(Qt::ShortcutFocusReason);
}

void CommandPalette::close()
{
    setVisible(false);
    if (const QPointer<QWidget> before = std::exchange(m_focusBefore, nullptr))
        before->setFocus(Qt::OtherFocusReason);
    m_model->setRows({});
    m_commands.clear();
}

void CommandPalette::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        search();
    }
    QWidget::changeEvent(event);
}

bool CommandPalette::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == parent()) {
        if (event->type() == QEvent::Resize)
            place();
        return false;
    }
    switch (int(event->type())) {
    case QEvent::ShortcutOverride:
    case QEvent::KeyPress: {
        const auto *key = static_cast<QKeyEvent *>(event);
        const bool isTaken =
            (key->modifiers() & ~(Qt::KeypadModifier | Qt::ShiftModifier)) == Qt::NoModifier && isOurs(key->key());
        if (isTaken && event->type() == QEvent::KeyPress)
            takeKey(key->key());
        event->setAccepted(isTaken);
        return isTaken;
    }
    case QEvent::FocusOut: {
        const Qt::FocusReason reason = static_cast<QFocusEvent *>(event)->reason();
        if (isVisible() && reason != Qt::PopupFocusReason && reason != Qt::ActiveWindowFocusReason) {
            m_focusBefore = nullptr; // somebody else has it now
            close();
        }
        return false;
    }
    default:
        return false;
    }
}

void CommandPalette::mousePressEvent(QMouseEvent *event)
{
    if (!m_box->geometry().contains(event->position().toPoint()))
        close();
}

void CommandPalette::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), QColor(0, 0, 0, 40));
    painter.setRenderHint(QPainter::Antialiasing);
    const double radius = m_appearance->px(10);
    painter.setPen(Qt::NoPen);
    for (int spread = 12; spread > 0; spread -= 2) { // a soft shadow
        painter.setBrush(QColor(0, 0, 0, 10));
        painter.drawRoundedRect(QRectF(m_box->geometry()).adjusted(-spread, -spread + 4, spread, spread + 4),
                                radius + spread, radius + spread);
    }
    painter.setPen(m_appearance->color(ColorRole::Border));
    painter.setBrush(m_appearance->color(ColorRole::Surface));
    painter.drawRoundedRect(QRectF(m_box->geometry()).adjusted(-0.5, -0.5, 0.5, 0.5), radius, radius);
}

void CommandPalette::takeKey(int key)
{
    switch (key) {
    case Qt::Key_Escape:
        close();
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        run(m_list->currentIndex().row());
        return;
    case Qt::Key_Up:
        moveCurrent(-1);
        return;
    case Qt::Key_Down:
        moveCurrent(1);
        return;
    case Qt::Key_PageUp:
        moveCurrent(-MostRows);
        return;
    case Qt::Key_PageDown:
        moveCurrent(MostRows);
        return;
    default: // Tab stays here
        return;
    }
}

void CommandPalette::search()
{
    std::vector<CommandNames> names;
    for (const PaletteCommand &command : m_commands)
        names.push_back(namesOf(command, m_used.indexOf(command.en)));
    std::vector<CommandRow> rows;
    for (const FoundCommand &found : findCommands(m_field->text(), names)) {
        const CommandNames &of = names[size_t(found.index)];
        rows.push_back({m_commands[size_t(found.index)].action, of.shown, found.isByOtherName ? of.other : QString()});
    }
    m_model->setRows(std::move(rows));
    moveCurrent(0);
    place();
}

void CommandPalette::moveCurrent(int rows)
{
    // Disabled ones are last.
    int last = m_model->rowCount() - 1;
    while (last >= 0 && !m_model->action(last)->isEnabled())
        --last;
    if (last < 0)
        return;
    const int from = std::max(m_list->currentIndex().row(), 0);
    const bool isAtEnd = (rows == 1 && from == last) || (rows == -1 && from == 0);
    const int to = isAtEnd ? (rows > 0 ? 0 : last) : std::clamp(from + rows, 0, last);
    m_list->setCurrentIndex(m_model->index(to));
}

void CommandPalette::run(int row)
{
    if (row < 0 || !m_model->action(row)->isEnabled())
        return;
    QAction *action = m_model->action(row);
    const auto command = std::ranges::find(m_commands, action, &PaletteCommand::action);
    m_used.removeAll(command->en);
    m_used.prepend(command->en);
    m_used.resize(std::min<qsizetype>(m_used.size(), MostRemembered));
    close(); // first, since many commands are about what has the focus
    action->trigger();
}

void CommandPalette::place()
{
    const auto px = [this](double length) { return m_appearance->px(length); };
    setGeometry(parentWidget()->rect());
    m_field->setFont(m_appearance->font(TextRole::Body));
    m_field->setFixedHeight(px(44));
    m_box->layout()->setContentsMargins(px(6), 0, px(6), px(6));
    m_list->setVisible(m_model->rowCount() > 0);
    m_nothing->setVisible(m_model->rowCount() == 0);
    m_nothing->setFixedHeight(px(RowHeight));
    const int rows = std::clamp(m_model->rowCount(), 1, MostRows);
    const int top = std::min(px(Top), height() / 8);
    const int wanted = px(44) + 1 + rows * px(RowHeight) + px(6);
    const QSize size(std::min(px(Width), width() - px(32)), std::min(wanted, height() - top - px(16)));
    m_list->setFixedHeight(size.height() - px(44) - 1 - px(6));
    m_box->setGeometry(QRect(QPoint((width() - size.width()) / 2, top), size));
    update();
}

void CommandPalette::retranslate()
{
    m_field->setPlaceholderText(tr("Type a command, in English or 中文"));
    m_field->setAccessibleName(tr("Find a command"));
    m_list->setAccessibleName(tr("Commands"));
    m_nothing->setText(tr("No command is called that"));
}

} // namespace Playground
