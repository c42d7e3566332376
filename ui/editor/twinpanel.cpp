// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editor/twinpanel.h"

#include "core/catalog/workspace.h"
#include "core/insight/linediff.h"
#include "ui/controls/toolbuttons.h"
#include "ui/editor/codeeditor.h"
#include "ui/theme/appearance.h"
#include "ui/theme/icons.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Playground {

namespace {

QString shownLanguage(const QString &language)
{
    return language == u"cpp" ? u"C++"_s : u"Python"_s;
}

} // namespace

int twinPlace(const Example &example, const Document &here, int line, const Document &there)
{
    const int own = lineAfter(here.text.split(u'\n'), here.original.split(u'\n'), line);
    const int its = twinLine(example.twins, here.language, own);
    return lineAfter(there.original.split(u'\n'), there.text.split(u'\n'), its);
}

TwinPanel::TwinPanel(Appearance *appearance, Workspace *workspace, CodeEditor *editor, QWidget *parent)
    : QWidget(parent)
    , m_appearance(appearance)
    , m_workspace(workspace)
    , m_editor(editor)
    , m_header(new QWidget(this))
    , m_title(new QLabel(m_header))
    , m_run(new QPushButton(m_header))
    , m_edit(new QPushButton(m_header))
    , m_text(new CodeEditor(appearance, this))
{
    setObjectName(u"twinPanel"_s);
    m_title->setObjectName(u"twinTitle"_s);
    m_title->setProperty("role", u"strong"_s);
    m_run->setObjectName(u"twinRunButton"_s);
    m_run->setIcon(themedIcon(Icon::Run, appearance, ColorRole::Muted));
    m_edit->setObjectName(u"twinEditButton"_s);
    for (QPushButton *button : {m_run, m_edit})
        setButtonKind(button, ButtonKind::Ghost);
    m_text->setObjectName(u"twinText"_s);

    auto *header = new QHBoxLayout(m_header);
    header->addWidget(m_title, 1);
    header->addWidget(m_run);
    header->addWidget(m_edit);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(m_header);
    layout->addWidget(m_text, 1);

    connect(m_run, &QPushButton::clicked, this, &TwinPanel::runRequested);
    connect(m_edit, &QPushButton::clicked, this, &TwinPanel::editRequested);
    connect(workspace, &Workspace::documentOpened, this, &TwinPanel::showTwin);
    connect(editor, &QsciScintilla::cursorPositionChanged, this, &TwinPanel::followCaret);
    connect(appearance, &Appearance::changed, this, &TwinPanel::followAppearance);
    followAppearance();
    retranslate();
    setTabOrder(m_text, m_run);
    setTabOrder(m_run, m_edit);
    setFocusProxy(m_text);
}

bool TwinPanel::hasTwin() const
{
    const Example *example = m_workspace->currentExample();
    return example && example->languages.size() > 1;
}

void TwinPanel::showTwin()
{
    if (!isVisible())
        return;
    m_twin = m_workspace->twin();
    m_line = 0;
    if (!m_twin)
        return;
    m_title->setText(shownLanguage(m_twin->language));
    m_text->setReadOnly(false); // which belongs to the text that was there
    m_text->open(m_twin->path, m_twin->text, m_twin->language);
    m_text->setReadOnly(true);
    followCaret();
}

void TwinPanel::followCaret()
{
    const Example *example = m_workspace->currentExample();
    if (!isVisible() || !example || !m_twin)
        return;
    const int line = twinPlace(*example, m_workspace->document(), m_editor->caretLine(), *m_twin);
    if (std::exchange(m_line, line) == line)
        return;
    m_text->notes().setBand(LineBand::Selected, {std::clamp(line, 1, m_text->lines())});
    m_text->scrollToLine(line);
}

void TwinPanel::followAppearance()
{
    const int side = m_appearance->px(14);
    m_header->layout()->setContentsMargins(side, 0, m_appearance->px(6), 1);
    m_header->layout()->setSpacing(m_appearance->px(4));
    m_header->setFixedHeight(m_appearance->px(34) + 1);
}

void TwinPanel::retranslate()
{
    setAccessibleName(tr("The program in the other language"));
    m_text->setAccessibleName(tr("The program in the other language"));
    m_run->setText(tr("Run this one"));
    m_edit->setText(tr("Edit this one"));
}

void TwinPanel::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    showTwin();
}

void TwinPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace Playground
