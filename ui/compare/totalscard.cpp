// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/totalscard.h"

#include "ui/controls/elidedlabel.h"
#include "ui/controls/toolbuttons.h"
#include "ui/gantt/charttext.h"
#include "ui/gantt/comparechart.h"
#include "ui/gantt/coordinates.h"
#include "ui/theme/appearance.h"
#include "ui/theme/icons.h"

#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QPainter>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace Playground {

using Trace::Time;

namespace {

constexpr double BarHeight = 14;
constexpr double RowHeight = 26;
constexpr double FigureGap = 10;
constexpr double WidestTitle = 220;

struct Figure {
    QString text;
    TextRole font = TextRole::Body;
    ColorRole color = ColorRole::Text;
};

} // namespace

/// A total to scale, and behind it in figures.
class TotalsCard::Bar : public QWidget {
public:
    Bar(Appearance *appearance, QWidget *parent)
        : QWidget(parent)
        , m_appearance(appearance)
    {
        setObjectName(u"totalBar"_s);
        setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    }

    void setLine(const TotalLine &line, bool isBaseline)
    {
        m_line = line;
        m_isBaseline = isBaseline;
        m_figures.clear();
        m_figures.push_back({durationText(line.total), TextRole::Strong, ColorRole::Text});
        if (!line.state.isEmpty())
            m_figures.push_back({line.state, TextRole::Body, ColorRole::Muted});
        if (line.ratio && line.difference) {
            const ColorRole color = *line.difference < Time{} ? ColorRole::Done
                : *line.difference > Time{}                   ? ColorRole::Warning
                                                              : ColorRole::Muted;
            m_figures.push_back({QString::number(*line.ratio, 'f', 2) + u'×', TextRole::Strong, color});
        }
        if (line.difference)
            m_figures.push_back({differenceText(*line.difference), TextRole::Body, ColorRole::Muted});
        if (line.least && line.state.isEmpty()) {
            //: The least time that a run could take; %1 is a duration. Short.
            m_figures.push_back(
                {TotalsCard::tr("least %1").arg(durationText(*line.least)), TextRole::Small, ColorRole::Muted});
            //: Tool tip of the above
            setToolTip(TotalsCard::tr("However these tasks are arranged, the run cannot take less than %1.")
                           .arg(durationText(*line.least)));
        } else {
            setToolTip({});
        }
        QStringList texts;
        for (const Figure &figure : m_figures)
            texts << figure.text;
        setAccessibleName(line.letter + u' ' + line.title + u": "_s + texts.join(u", "_s));
        update();
    }

    int figuresWidth() const
    {
        double width = 0;
        for (const Figure &figure : m_figures)
            width += m_appearance->px(FigureGap)
                + QFontMetricsF(m_appearance->font(figure.font)).horizontalAdvance(figure.text);
        return int(std::ceil(width)) + 1;
    }

    /// The longest of all totals is as wide as the room that the widest figures leave.
    void setScale(Time longest, int reserved)
    {
        m_longest = longest;
        m_reserved = reserved;
        update();
    }

    QSize sizeHint() const override { return {m_appearance->px(280), m_appearance->px(RowHeight)}; }
    QSize minimumSizeHint() const override { return {m_appearance->px(120), m_appearance->px(RowHeight)}; }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const double room = std::max(1.0, double(width() - m_reserved));
        const auto placeOf = [&](Time time) {
            return m_longest > Time{} ? room * double(time.count()) / double(m_longest.count()) : 0.0;
        };
        const double height = m_appearance->px(BarHeight);
        const QRectF bar(0, (this->height() - height) / 2, std::max(2.0, placeOf(m_line.total)), height);
        painter.setPen(Qt::NoPen);
        painter.setBrush(m_appearance->color(m_isBaseline ? ColorRole::Muted : ColorRole::Accent));
        painter.drawRoundedRect(bar, m_appearance->px(3), m_appearance->px(3));
        if (m_line.least && *m_line.least < m_line.total && m_line.state.isEmpty()) {
            const double x = std::round(placeOf(*m_line.least));
            painter.fillRect(QRectF(x - 1, bar.top() - 3, 2, height + 6), m_appearance->color(ColorRole::Text));
        }
        double x = bar.right();
        for (const Figure &figure : m_figures) {
            x += m_appearance->px(FigureGap);
            painter.setFont(m_appearance->font(figure.font));
            painter.setPen(m_appearance->color(figure.color));
            const QFontMetricsF metrics(painter.font());
            const double baseline = (this->height() + metrics.capHeight()) / 2;
            painter.drawText(QPointF(x, baseline), figure.text);
            x += metrics.horizontalAdvance(figure.text);
        }
    }

private:
    Appearance *m_appearance;
    TotalLine m_line;
    bool m_isBaseline = false;
    std::vector<Figure> m_figures;
    Time m_longest{};
    int m_reserved = 0;
};

struct TotalsCard::Row {
    QLabel *letter;
    ElidedLabel *title;
    QLabel *language;
    Bar *bar;
    QToolButton *baseline;
    QToolButton *remove;
};

TotalsCard::TotalsCard(Appearance *appearance, QWidget *parent)
    : QWidget(parent)
    , m_appearance(appearance)
    , m_layout(new QGridLayout(this))
{
    setObjectName(u"totalsCard"_s);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setColumnStretch(3, 1);
    connect(appearance, &Appearance::changed, this, &TotalsCard::applyAppearance);
}

TotalsCard::~TotalsCard() = default;

void TotalsCard::setLines(const std::vector<TotalLine> &lines, bool isFixed)
{
    const bool isAsMany = lines.size() == m_lines.size();
    if (isAsMany && lines == m_lines && isFixed == m_isFixed)
        return;
    m_lines = lines;
    m_isFixed = isFixed;
    if (!isAsMany)
        rebuild();
    fill();
}

void TotalsCard::rebuild()
{
    for (const Row &row : m_rows) {
        for (QWidget *widget :
             std::initializer_list<QWidget *>{row.letter, row.title, row.language, row.bar, row.baseline, row.remove}) {
            widget->hide();
            widget->deleteLater(); // perhaps it is one of its buttons that was clicked
        }
    }
    for (int run = 0; run < int(m_rows.size()); ++run)
        m_layout->setRowMinimumHeight(run, 0);
    m_rows.clear();
    for (int run = 0; run < int(m_lines.size()); ++run) {
        Row row{new QLabel(this),      new ElidedLabel(this), new QLabel(this), new Bar(m_appearance, this),
                new QToolButton(this), new QToolButton(this)};
        row.letter->setProperty("role", u"strong"_s);
        row.language->setProperty("role", u"muted"_s);
        row.baseline->setObjectName(u"baselineButton%1"_s.arg(run));
        row.remove->setObjectName(u"removeRunButton%1"_s.arg(run));
        row.title->setObjectName(u"runTitle%1"_s.arg(run));
        setButtonKind(row.baseline, ButtonKind::Ghost);
        setButtonKind(row.remove, ButtonKind::Ghost);
        row.baseline->setIcon(themedIcon(Icon::Pin, m_appearance, ColorRole::Muted));
        row.remove->setIcon(themedIcon(Icon::Close, m_appearance, ColorRole::Muted));
        connect(row.baseline, &QToolButton::clicked, this, [this, run] { Q_EMIT baselineRequested(run); });
        connect(row.remove, &QToolButton::clicked, this, [this, run] { Q_EMIT removalRequested(run); });
        int column = 0;
        for (QWidget *widget :
             std::initializer_list<QWidget *>{row.letter, row.title, row.language, row.bar, row.baseline, row.remove})
            m_layout->addWidget(widget, run, column++);
        m_rows.push_back(row);
    }
    retranslate();
    applyAppearance();
}

void TotalsCard::fill()
{
    Time longest{};
    int reserved = 0;
    int widest = 0;
    const QFontMetrics metrics(m_appearance->font(TextRole::Body));
    for (const TotalLine &line : m_lines)
        widest = std::max(widest, metrics.horizontalAdvance(line.title) + m_appearance->px(4));
    for (size_t run = 0; run < m_rows.size(); ++run) {
        const Row &row = m_rows[run];
        const TotalLine &line = m_lines[run];
        row.letter->setText(line.letter);
        row.title->setText(line.title);
        row.title->setFixedWidth(std::min(widest, m_appearance->px(WidestTitle)));
        row.language->setText(line.language);
        row.bar->setLine(line, run == 0);
        row.baseline->setVisible(!m_isFixed && run > 0);
        row.remove->setVisible(!m_isFixed);
        longest = std::max(longest, line.total);
        reserved = std::max(reserved, row.bar->figuresWidth());
    }
    for (const Row &row : m_rows)
        row.bar->setScale(longest, reserved);
}

void TotalsCard::applyAppearance()
{
    m_layout->setHorizontalSpacing(m_appearance->px(8));
    m_layout->setVerticalSpacing(0);
    for (const Row &row : m_rows) {
        row.baseline->setFixedSize(m_appearance->px(26), m_appearance->px(24));
        row.remove->setFixedSize(m_appearance->px(26), m_appearance->px(24));
        row.bar->updateGeometry();
    }
    for (int run = 0; run < int(m_rows.size()); ++run)
        m_layout->setRowMinimumHeight(run, m_appearance->px(RowHeight + 2));
    fill();
}

void TotalsCard::retranslate()
{
    for (size_t run = 0; run < m_rows.size(); ++run) {
        const Row &row = m_rows[run];
        row.baseline->setToolTip(tr("Compare the others with this run"));
        row.remove->setToolTip(tr("Take this run away"));
        row.baseline->setAccessibleName(
            u"%1: %2 %3"_s.arg(row.baseline->toolTip(), m_lines[run].letter, m_lines[run].title));
        row.remove->setAccessibleName(
            u"%1: %2 %3"_s.arg(row.remove->toolTip(), m_lines[run].letter, m_lines[run].title));
    }
}

void TotalsCard::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        fill();
    }
    QWidget::changeEvent(event);
}

} // namespace Playground
