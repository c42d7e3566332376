// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/explanation/explanationpanel.h"

#include "core/catalog/workspace.h"
#include "core/insight/diagnoses.h"
#include "core/insight/runtotals.h"
#include "translations/translations.h"
#include "ui/explanation/explanationpage.h"
#include "ui/run/runview.h"
#include "ui/theme/appearance.h"

#include <QDesktopServices>
#include <QEvent>
#include <QFile>
#include <QPainter>
#include <QUrl>
#include <QVBoxLayout>

namespace Playground {

using namespace Qt::StringLiterals;

namespace {

const QString Chinese = u"zh_CN"_s;
const QString English = u"en"_s;

/// An example has one explanation for both of its programs.
QString pageOf(const Document &document)
{
    const QString kind = QString::number(int(document.kind));
    return QStringList{kind, document.example, document.kind == Document::Kind::Example ? QString() : document.path}
        .join(u'\n');
}

QString identity(const Document &document)
{
    return pageOf(document) + u'\n' + document.language;
}

QString contentsOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

TextBlock paragraph(const QString &text)
{
    TextBlock block;
    block.inlines.append(InlineText{text, false, false, false, {}, {}});
    return block;
}

/// Without the programs in other languages than the one that is open.
ExplanationText inLanguage(const QString &language, ExplanationText text)
{
    for (TextSection &section : text.sections)
        section.blocks.removeIf([&](const TextBlock &block) {
            return block.kind == TextBlock::Kind::Code && block.codeLanguage != language;
        });
    return text;
}

/// A finding in one language, with a link to its line behind it.
TextBlock paragraph(const Diagnosis &finding, const QString &language)
{
    TextBlock block = paragraph(language == Chinese ? finding.zhCN : finding.en);
    if (finding.line > 0) {
        const QString line = language == Chinese ? u"第 %1 行"_s : u"Line %1"_s;
        block.inlines.first().text += language == Chinese ? u""_s : u" "_s;
        block.inlines.append(
            InlineText{line.arg(finding.line), false, false, false, u"ran:%1"_s.arg(finding.line), {}});
    }
    return block;
}

} // namespace

ExplanationPanel::ExplanationPanel(Appearance *appearance, Workspace *workspace, RunView *run, QWidget *parent)
    : QWidget(parent)
    , m_appearance(appearance)
    , m_workspace(workspace)
    , m_run(run)
    , m_page(new ExplanationPage(appearance, this))
{
    setObjectName(u"explanationPanel"_s);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_page);
    setFocusProxy(m_page);
    connect(appearance, &Appearance::changed, this, qOverload<>(&QWidget::update));
    connect(workspace, &Workspace::documentOpened, this, &ExplanationPanel::noteDocument);
    connect(run, &RunView::reset, this, &ExplanationPanel::noteRun);
    connect(run, &RunView::phaseChanged, this, &ExplanationPanel::notePhase);
    connect(m_page, &ExplanationPage::linkFollowed, this, &ExplanationPanel::follow);
    connect(m_page, &ExplanationPage::codeRequested, this, &ExplanationPanel::codeRequested);
    m_shownPage = pageOf(workspace->document());
    m_shownDocument = identity(workspace->document());
    showText();
}

void ExplanationPanel::setBothLanguages(bool both)
{
    if (both == m_both)
        return;
    m_both = both;
    showText();
}

void ExplanationPanel::noteDocument()
{
    const QString document = identity(m_workspace->document());
    if (document == m_shownDocument)
        return;
    m_shownDocument = document;
    const QString page = pageOf(m_workspace->document());
    if (page == m_shownPage) {
        showRun(); // the reader keeps the place
        return;
    }
    m_shownPage = page;
    showText();
    m_page->scrollToTop();
}

void ExplanationPanel::noteRun()
{
    m_findings.reset();
    m_hadRun = m_hadRun && m_runDocument == m_shownDocument;
    m_runDocument = identity(m_workspace->document());
    m_runSource = m_workspace->document().text;
    notePhase();
}

void ExplanationPanel::notePhase()
{
    if (m_run->phase() == RunView::Phase::Ended && !m_findings && !m_run->couldNotStart()) {
        m_findings = diagnose(m_run->timeline(), m_runSource);
        if (m_findings->isEmpty())
            m_findings->append(runTotals(m_run->timeline()));
        m_hadRun = true;
    }
    if (m_run->phase() == RunView::Phase::None)
        m_hadRun = false;
    showRun();
}

void ExplanationPanel::showText()
{
    const QString language = installedLanguage() == Chinese ? Chinese : English;
    const QString other = language == Chinese ? English : Chinese;
    m_page->setTexts(textIn(language), m_both ? textIn(other) : ExplanationText());
    m_page->setAccessibleName(tr("Explanation"));
    showRun();
}

ExplanationText ExplanationPanel::textIn(const QString &language) const
{
    const Example *example = m_workspace->currentExample();
    if (!example)
        return inLanguage(m_workspace->document().language,
                          parseExplanation(contentsOf(u":/explanation/own.%1.md"_s.arg(language))));
    const QString path = example->explanation(language);
    const QString text = contentsOf(path);
    if (!text.isEmpty())
        return parseExplanation(text);
    ExplanationText missing;
    missing.title = {InlineText{example->title.in(language), false, false, false, {}, {}}};
    missing.introduction = {paragraph(tr("The explanation of this example cannot be read: %1").arg(path))};
    return missing;
}

TextSection ExplanationPanel::runIn(const QString &language) const
{
    TextSection section;
    section.title = paragraph(language == Chinese ? u"这次运行"_s : u"This run"_s).inlines;
    if (!m_findings) {
        section.blocks.append(paragraph(language == Chinese ? u"运行中，结束后这里会写出看到了什么。"_s
                                                            : u"Running. What it shows comes here at its end."_s));
        return section;
    }
    for (const Diagnosis &finding : *m_findings)
        section.blocks.append(paragraph(finding, language));
    return section;
}

void ExplanationPanel::showRun()
{
    const bool isActive = m_run->phase() == RunView::Phase::Starting || m_run->phase() == RunView::Phase::Live;
    const bool isShown = m_runDocument == m_shownDocument && (m_findings || (m_hadRun && isActive));
    if (!isShown) {
        m_page->setRun({}, {}, false);
        return;
    }
    const QString language = installedLanguage() == Chinese ? Chinese : English;
    const QString other = language == Chinese ? English : Chinese;
    m_page->setRun(runIn(language), m_both ? runIn(other) : TextSection(), !m_findings);
}

void ExplanationPanel::follow(const LinkTarget &target)
{
    switch (target.kind) {
    case LinkTarget::Kind::Web:
        QDesktopServices::openUrl(QUrl(target.address));
        break;
    case LinkTarget::Kind::Example:
        Q_EMIT exampleRequested(target.address);
        break;
    case LinkTarget::Kind::Experiment:
        if (const Example *example = m_workspace->currentExample())
            Q_EMIT experimentRequested(example->id, target.number - 1);
        break;
    case LinkTarget::Kind::Line:
        Q_EMIT lineRequested(lineOfProgram(target.number));
        break;
    case LinkTarget::Kind::RunLine:
        Q_EMIT lineRequested(target.number);
        break;
    }
}

/// Explanations tell lines of the Python program.
int ExplanationPanel::lineOfProgram(int pythonLine) const
{
    const Example *example = m_workspace->currentExample();
    const bool isCpp = example && m_workspace->document().language == u"cpp";
    return isCpp ? twinLine(example->twins, u"python"_s, pythonLine) : pythonLine;
}

void ExplanationPanel::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        showText();
}

void ExplanationPanel::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(rect(), m_appearance->color(ColorRole::Surface));
}

} // namespace Playground
