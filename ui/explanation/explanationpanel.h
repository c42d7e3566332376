// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/trace/diagnosis.h"
#include "ui/explanation/explanationtext.h"

#include <QWidget>

#include <optional>

namespace Playground {

class Appearance;
class ExplanationPage;
class RunView;
class Workspace;

/// The explanation of the open example, and below its title what the latest run of it has shown. A program of the
/// user's own has a page that says what can be done here.
class ExplanationPanel : public QWidget {
    Q_OBJECT
public:
    ExplanationPanel(Appearance *appearance, Workspace *workspace, RunView *run, QWidget *parent = nullptr);

    /// Chinese and English together, the application's own language first. Otherwise the application's language alone.
    void setBothLanguages(bool both);
    bool bothLanguages() const { return m_both; }

Q_SIGNALS:
    /// `index` counts from 0 in Example::experimentsIn() the open document's language.
    void experimentRequested(const QString &exampleId, int index);
    /// A whole program in the language of the open document, to be put into the editor.
    void codeRequested(const QString &code);
    void exampleRequested(const QString &id);
    /// Of the open document, counted from 1.
    void lineRequested(int line);

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void noteDocument();
    void noteRun();
    void notePhase();
    void showText();
    void showRun();
    void follow(const LinkTarget &target);
    int lineOfProgram(int pythonLine) const;
    ExplanationText textIn(const QString &language) const;
    TextSection runIn(const QString &language) const;

    Appearance *m_appearance;
    Workspace *m_workspace;
    RunView *m_run;
    ExplanationPage *m_page;
    bool m_both = false;
    QString m_shownPage; ///< tells explanations apart
    QString m_shownDocument; ///< tells documents apart
    QString m_runDocument; ///< the one that was open when the run began
    QString m_runSource; ///< its text then
    bool m_hadRun = false; ///< the card of an earlier run is there
    std::optional<QList<Diagnosis>> m_findings; ///< of the run, once it has ended; never empty
};

} // namespace Playground
