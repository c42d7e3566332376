// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/gantt/chartsheets.h"

#include <QDialog>

#include <functional>
#include <vector>

class QButtonGroup;
class QCheckBox;
class QLabel;
class QPushButton;
class QRadioButton;
class QStackedWidget;
class QToolButton;
class QVBoxLayout;

namespace Playground {

class Appearance;
class SheetPreview;

enum class ExportFormat : quint8 { Pdf, Svg, Png, Csv, Trace };

/// The ending of its files, without the dot.
QString endingOf(ExportFormat format);
/// A chart, and neither a table nor a trace.
bool isPicture(ExportFormat format);

/// What a person wants to have of a run.
struct ExportChoice {
    ExportFormat format = ExportFormat::Pdf;
    Paper paper = Paper::A4Landscape;
    bool isVisibleRange = false; ///< and not the whole run
    bool hasTitle = true;
    bool hasLegend = true;
};

/// What is exported, as far as the dialog has to know it.
struct ExportSubject {
    /// How it will look. Asked again for each choice, of pictures only; no sheets where there is nothing any more.
    std::function<ChartSheets(const ExportChoice &choice)> sheets;
    bool isRun = true; ///< one run, and no comparison: with a table and a trace, and a chart of which parts may go
    bool isPartVisible = false; ///< the window shows a part of its time only
};

/// Asks how something is to be exported, and shows how it will look. Deletes itself when it is closed.
class ExportDialog : public QDialog {
    Q_OBJECT
public:
    ExportDialog(Appearance *appearance, ExportSubject subject, const ExportChoice &choice, QWidget *parent);

    const ExportChoice &choice() const { return m_choice; }

Q_SIGNALS:
    /// It is clear how; not yet where to. The dialog stays open.
    void chosen();

protected:
    void changeEvent(QEvent *event) override;

private:
    void makeChoices(QVBoxLayout *column);
    void makePages(QVBoxLayout *column);
    void addGroup(QVBoxLayout *column, QLabel *heading, QButtonGroup *group,
                  const std::vector<std::pair<int, QString>> &choices);
    void takeChoice();
    void showChoice();
    void showPage();
    QString remark(qint64 left) const;
    void applyAppearance();
    void retranslate();

    Appearance *m_appearance;
    ExportSubject m_subject;
    ExportChoice m_choice;
    QLabel *m_formatHeading;
    QLabel *m_paperHeading;
    QLabel *m_rangeHeading;
    QLabel *m_contentHeading;
    QButtonGroup *m_formats;
    QButtonGroup *m_papers;
    QButtonGroup *m_ranges;
    QCheckBox *m_title;
    QCheckBox *m_legend;
    QStackedWidget *m_views;
    SheetPreview *m_preview;
    QLabel *m_words; ///< in the place of the preview, of what is no picture
    QToolButton *m_back;
    QToolButton *m_next;
    QLabel *m_page;
    QLabel *m_remark;
    QVBoxLayout *m_column; ///< of the choices
    QPushButton *m_cancel;
    QPushButton *m_export;
};

/// Asks for the file, named `name` unless a person says otherwise; `write` is called with its path, and the dialog is
/// closed.
void askForExportFile(ExportDialog *dialog, const QString &name, const std::function<void(const QString &)> &write);

} // namespace Playground
