// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/actions.h"
#include "translations/translations.h"
#include "ui/theme/appearance.h"
#include "ui/theme/icons.h"

#include <QAction>
#include <QActionGroup>
#include <QCoreApplication>
#include <QMenu>
#include <QMenuBar>
#include <QMetaEnum>
#include <QRegularExpression>

#include <optional>

namespace Playground {

namespace {

using namespace Qt::StringLiterals;
using Id = Actions::Id;

constexpr char Context[] = "Actions";

struct Spec {
    Id id;
    const char *text;
    const char *shortcuts = ""; ///< several are divided by "; "
    std::optional<Icon> icon{};
    bool isCheckable = false;
};

const std::vector<Spec> &specs()
{
    static const std::vector<Spec> all{
        {Id::New, QT_TRANSLATE_NOOP("Actions", "New program"), "Ctrl+N", Icon::New},
        {Id::NewCpp, QT_TRANSLATE_NOOP("Actions", "New program in C++"), "Ctrl+Shift+N"},
        {Id::Open, QT_TRANSLATE_NOOP("Actions", "Open…"), "Ctrl+O", Icon::Open},
        {Id::Save, QT_TRANSLATE_NOOP("Actions", "Save"), "Ctrl+S", Icon::Save},
        {Id::SaveAs, QT_TRANSLATE_NOOP("Actions", "Save as…"), "Ctrl+Shift+S"},
        {Id::Revert, QT_TRANSLATE_NOOP("Actions", "Back to the original"), "", Icon::Revert},
        {Id::SaveRun, QT_TRANSLATE_NOOP("Actions", "Save the run…"), "Ctrl+Alt+S"},
        {Id::ExportRun, QT_TRANSLATE_NOOP("Actions", "Export the run…"), "Ctrl+E"},
        {Id::CopyChart, QT_TRANSLATE_NOOP("Actions", "Copy the chart as a picture"), "Ctrl+Shift+C", Icon::Copy},
        {Id::FindExample, QT_TRANSLATE_NOOP("Actions", "Find an example"), "Ctrl+P", Icon::Search},
        {Id::Quit, QT_TRANSLATE_NOOP("Actions", "Quit"), "Ctrl+Q"},

        {Id::Undo, QT_TRANSLATE_NOOP("Actions", "Undo"), "Ctrl+Z"},
        {Id::Redo, QT_TRANSLATE_NOOP("Actions", "Redo"), "Ctrl+Shift+Z; Ctrl+Y"},
        {Id::Cut, QT_TRANSLATE_NOOP("Actions", "Cut"), "Ctrl+X"},
        {Id::Copy, QT_TRANSLATE_NOOP("Actions", "Copy"), "Ctrl+C", Icon::Copy},
        {Id::Paste, QT_TRANSLATE_NOOP("Actions", "Paste"), "Ctrl+V"},
        {Id::SelectAll, QT_TRANSLATE_NOOP("Actions", "Select all"), "Ctrl+A"},
        {Id::Find, QT_TRANSLATE_NOOP("Actions", "Find…"), "Ctrl+F", Icon::Search},
        {Id::Replace, QT_TRANSLATE_NOOP("Actions", "Replace…"), "Ctrl+H"},
        {Id::FindNext, QT_TRANSLATE_NOOP("Actions", "Find next"), "F3"},
        {Id::FindPrevious, QT_TRANSLATE_NOOP("Actions", "Find previous"), "Shift+F3"},
        {Id::ToggleComment, QT_TRANSLATE_NOOP("Actions", "Comment or uncomment"), "Ctrl+/"},
        {Id::DuplicateLine, QT_TRANSLATE_NOOP("Actions", "Duplicate the line"), "Ctrl+Shift+D"},
        {Id::MoveLineUp, QT_TRANSLATE_NOOP("Actions", "Move the line up"), "Alt+Up"},
        {Id::MoveLineDown, QT_TRANSLATE_NOOP("Actions", "Move the line down"), "Alt+Down"},
        {Id::ExplainLine, QT_TRANSLATE_NOOP("Actions", "What happened in this line"), "Ctrl+I", Icon::Info},
        {Id::SelectLine, QT_TRANSLATE_NOOP("Actions", "Show the line's waits in the chart"), "Ctrl+L"},
        {Id::MendPunctuation, QT_TRANSLATE_NOOP("Actions", "Mend full-width punctuation")},
        {Id::FormatProgram, QT_TRANSLATE_NOOP("Actions", "Lay out the program (C++)"), "Ctrl+Shift+I"},
        {Id::NextProblem, QT_TRANSLATE_NOOP("Actions", "Next problem"), "F8"},
        {Id::PreviousProblem, QT_TRANSLATE_NOOP("Actions", "Previous problem"), "Shift+F8"},

        {Id::Run, QT_TRANSLATE_NOOP("Actions", "Run"), "F5", Icon::Run},
        {Id::Stop, QT_TRANSLATE_NOOP("Actions", "Stop"), "Shift+F5", Icon::Stop},
        {Id::SpeedTenth, "0.1×", "", {}, true},
        {Id::SpeedQuarter, "0.25×", "", {}, true},
        {Id::SpeedHalf, "0.5×", "", {}, true},
        {Id::SpeedNormal, "1×", "", {}, true},
        {Id::SpeedDouble, "2×", "", {}, true},
        {Id::SpeedFivefold, "5×", "", {}, true},
        {Id::SpeedTenfold, "10×", "", {}, true},
        {Id::SpeedInstant, QT_TRANSLATE_NOOP("Actions", "Instant"), "", {}, true},
        {Id::NetworkSimulated, QT_TRANSLATE_NOOP("Actions", "Simulated network"), "", Icon::Network, true},
        {Id::NetworkReal, QT_TRANSLATE_NOOP("Actions", "Real network"), "", Icon::NetworkReal, true},
        {Id::ProgramPython, "Python", "Ctrl+Alt+1", {}, true},
        {Id::ProgramCpp, "C++", "Ctrl+Alt+2", {}, true},
        {Id::Sanitize, QT_TRANSLATE_NOOP("Actions", "Check memory in C++ (address sanitizer)"), "", {}, true},
        {Id::ReplayPlay, QT_TRANSLATE_NOOP("Actions", "Play the run again, or pause"), "Ctrl+Alt+Space"},
        {Id::ReplayBack, QT_TRANSLATE_NOOP("Actions", "Replay: one event back"), "Ctrl+,", Icon::StepBack},
        {Id::ReplayForward, QT_TRANSLATE_NOOP("Actions", "Replay: one event on"), "Ctrl+.", Icon::Step},

        {Id::ComparePartner, QT_TRANSLATE_NOOP("Actions", "Compare with its partner"), "F7", Icon::Compare},
        {Id::CompareLanguages, QT_TRANSLATE_NOOP("Actions", "Compare Python with C++")},
        {Id::CompareAtOnce, QT_TRANSLATE_NOOP("Actions", "Run both at once"), "", {}, true},
        {Id::PinRun, QT_TRANSLATE_NOOP("Actions", "Keep the run to compare"), "F9", Icon::Pin},
        {Id::ShowComparison, QT_TRANSLATE_NOOP("Actions", "Show the comparison"), "Shift+F7", {}, true},
        {Id::SaveComparison, QT_TRANSLATE_NOOP("Actions", "Save the comparison as a picture…")},
        {Id::CopyComparison, QT_TRANSLATE_NOOP("Actions", "Copy the comparison as a picture"), "", Icon::Copy},

        {Id::ChartFit, QT_TRANSLATE_NOOP("Actions", "Show the whole run"), "Ctrl+Alt+0", Icon::Fit},
        {Id::ChartZoomIn, QT_TRANSLATE_NOOP("Actions", "Closer"), "Ctrl+Alt+=", Icon::ZoomIn},
        {Id::ChartZoomOut, QT_TRANSLATE_NOOP("Actions", "Farther"), "Ctrl+Alt+-", Icon::ZoomOut},
        {Id::ChartFollow, QT_TRANSLATE_NOOP("Actions", "Follow the live edge"), "Ctrl+Alt+End", Icon::Follow},
        {Id::ChartBack, QT_TRANSLATE_NOOP("Actions", "Previous view of the chart"), "Alt+Left", Icon::ChevronLeft},
        {Id::ChartForward, QT_TRANSLATE_NOOP("Actions", "Next view of the chart"), "Alt+Right", Icon::ChevronRight},
        {Id::ChartFilter, QT_TRANSLATE_NOOP("Actions", "Filter tasks"), "Ctrl+Shift+F", Icon::Filter},
        {Id::ChartFoldDone, QT_TRANSLATE_NOOP("Actions", "Fold away tasks that are done"), "", {}, true},
        {Id::ChartCollapseAll, QT_TRANSLATE_NOOP("Actions", "Collapse all")},
        {Id::ChartExpandAll, QT_TRANSLATE_NOOP("Actions", "Expand all")},
        {Id::ShowTasks, QT_TRANSLATE_NOOP("Actions", "Table of tasks"), "Ctrl+Alt+A", Icon::Table, true},
        {Id::ShowDetails, QT_TRANSLATE_NOOP("Actions", "Details of the task"), "Ctrl+Alt+I"},
        {Id::ChartOverview, QT_TRANSLATE_NOOP("Actions", "Overview of the run"), "", {}, true},
        {Id::ChartWakeUps, QT_TRANSLATE_NOOP("Actions", "Who woke whom, of all tasks"), "", {}, true},
        {Id::ChartPath, QT_TRANSLATE_NOOP("Actions", "Critical path"), "", {}, true},
        {Id::ChartMark, QT_TRANSLATE_NOOP("Actions", "Mark this moment")},
        {Id::ChartNextMark, QT_TRANSLATE_NOOP("Actions", "Next mark")},

        {Id::LanguageChinese, "中文", "", {}, true},
        {Id::LanguageEnglish, "English", "", {}, true},
        {Id::BothExplanations, QT_TRANSLATE_NOOP("Actions", "Explanations in both languages"), "", {}, true},
        {Id::ThemeSystem, QT_TRANSLATE_NOOP("Actions", "As the system"), "", Icon::ThemeSystem, true},
        {Id::ThemeLight, QT_TRANSLATE_NOOP("Actions", "Light"), "", Icon::Sun, true},
        {Id::ThemeDark, QT_TRANSLATE_NOOP("Actions", "Dark"), "", Icon::Moon, true},
        {Id::HighContrast, QT_TRANSLATE_NOOP("Actions", "High contrast"), "", {}, true},
        {Id::Presentation, QT_TRANSLATE_NOOP("Actions", "Presentation mode"), "F11", Icon::Presentation, true},
        {Id::ShowGallery, QT_TRANSLATE_NOOP("Actions", "Gallery"), "Ctrl+Alt+G", Icon::PanelLeft, true},
        {Id::ShowExplanation, QT_TRANSLATE_NOOP("Actions", "Explanation"), "Ctrl+Alt+E", Icon::PanelRight, true},
        {Id::ShowOutput, QT_TRANSLATE_NOOP("Actions", "Output"), "Ctrl+Alt+O", {}, true},
        {Id::ShowChart, QT_TRANSLATE_NOOP("Actions", "Chart"), "Ctrl+Alt+C", Icon::PanelBottom, true},
        {Id::SideBySide, QT_TRANSLATE_NOOP("Actions", "Python and C++ side by side"), "Ctrl+Alt+B", {}, true},
        {Id::EditorLarger, QT_TRANSLATE_NOOP("Actions", "Larger letters in the editor"), "Ctrl++; Ctrl+="},
        {Id::EditorSmaller, QT_TRANSLATE_NOOP("Actions", "Smaller letters in the editor"), "Ctrl+-"},
        {Id::EditorUsualSize, QT_TRANSLATE_NOOP("Actions", "Usual letters in the editor"), "Ctrl+0"},
        {Id::NextPanel, QT_TRANSLATE_NOOP("Actions", "Next panel"), "F6"},
        {Id::PreviousPanel, QT_TRANSLATE_NOOP("Actions", "Previous panel"), "Shift+F6"},

        {Id::CommandPalette, QT_TRANSLATE_NOOP("Actions", "Find a command…"), "Ctrl+Shift+P", Icon::Command},
        {Id::Shortcuts, QT_TRANSLATE_NOOP("Actions", "Keyboard and mouse"), "F1", Icon::Keyboard},
        {Id::About, QT_TRANSLATE_NOOP("Actions", "About Async Playground"), "", Icon::Info},
    };
    return all;
}

const Spec &specOf(Id id)
{
    return specs()[std::size_t(id)];
}

/// A line of a menu.
struct Entry {
    enum class Kind { Action, Choice, RecentFiles, Separator };
    Kind kind = Kind::Action;
    Id id{}; ///< of a choice: its first
    Id last{}; ///< of a choice
    const char *title = nullptr; ///< of a choice
};

struct MenuSpec {
    const char *title;
    std::vector<Entry> entries;
};

Entry choice(const char *title, Id first, Id last)
{
    return {Entry::Kind::Choice, first, last, title};
}

const std::vector<MenuSpec> &menus()
{
    const auto action = [](Id id) { return Entry{Entry::Kind::Action, id}; };
    const Entry separator{Entry::Kind::Separator};
    static const std::vector<MenuSpec> all{
        {QT_TRANSLATE_NOOP("Actions", "&Program"),
         {action(Id::New), action(Id::NewCpp), action(Id::Open), Entry{Entry::Kind::RecentFiles},
          action(Id::FindExample), separator, action(Id::Save), action(Id::SaveAs), action(Id::Revert), separator,
          action(Id::SaveRun), action(Id::ExportRun), action(Id::CopyChart), separator, action(Id::Quit)}},
        {QT_TRANSLATE_NOOP("Actions", "&Edit"),
         {action(Id::Undo),
          action(Id::Redo),
          separator,
          action(Id::Cut),
          action(Id::Copy),
          action(Id::Paste),
          action(Id::SelectAll),
          separator,
          action(Id::Find),
          action(Id::Replace),
          action(Id::FindNext),
          action(Id::FindPrevious),
          separator,
          action(Id::ToggleComment),
          action(Id::DuplicateLine),
          action(Id::MoveLineUp),
          action(Id::MoveLineDown),
          separator,
          action(Id::ExplainLine),
          action(Id::SelectLine),
          action(Id::MendPunctuation),
          action(Id::FormatProgram),
          separator,
          action(Id::NextProblem),
          action(Id::PreviousProblem)}},
        {QT_TRANSLATE_NOOP("Actions", "&Run"),
         {action(Id::Run), action(Id::Stop), separator,
          choice(QT_TRANSLATE_NOOP("Actions", "Speed"), Id::SpeedTenth, Id::SpeedInstant),
          choice(QT_TRANSLATE_NOOP("Actions", "Network"), Id::NetworkSimulated, Id::NetworkReal),
          choice(QT_TRANSLATE_NOOP("Actions", "Program in"), Id::ProgramPython, Id::ProgramCpp), separator,
          action(Id::Sanitize), separator, action(Id::ReplayPlay), action(Id::ReplayBack), action(Id::ReplayForward)}},
        {QT_TRANSLATE_NOOP("Actions", "C&ompare"),
         {action(Id::ComparePartner), action(Id::CompareLanguages), action(Id::CompareAtOnce), separator,
          action(Id::PinRun), action(Id::ShowComparison), separator, action(Id::SaveComparison),
          action(Id::CopyComparison)}},
        {QT_TRANSLATE_NOOP("Actions", "&Chart"),
         {action(Id::ChartFit), action(Id::ChartZoomIn), action(Id::ChartZoomOut), separator, action(Id::ChartFollow),
          action(Id::ChartBack), action(Id::ChartForward), separator, action(Id::ChartFilter),
          action(Id::ChartFoldDone), action(Id::ChartCollapseAll), action(Id::ChartExpandAll), separator,
          action(Id::ShowTasks), action(Id::ShowDetails), separator,
          action(Id::ChartOverview), action(Id::ChartWakeUps), action(Id::ChartPath), separator, action(Id::ChartMark),
          action(Id::ChartNextMark)}},
        {QT_TRANSLATE_NOOP("Actions", "&View"),
         {choice(QT_TRANSLATE_NOOP("Actions", "Language"), Id::LanguageChinese, Id::LanguageEnglish),
          action(Id::BothExplanations), choice(QT_TRANSLATE_NOOP("Actions", "Theme"), Id::ThemeSystem, Id::ThemeDark),
          action(Id::HighContrast), separator, action(Id::Presentation), separator, action(Id::ShowGallery),
          action(Id::ShowExplanation), action(Id::ShowOutput), action(Id::ShowChart), action(Id::SideBySide), separator,
          action(Id::EditorLarger), action(Id::EditorSmaller), action(Id::EditorUsualSize), separator,
          action(Id::NextPanel), action(Id::PreviousPanel)}},
        {QT_TRANSLATE_NOOP("Actions", "&Help"),
         {action(Id::CommandPalette), action(Id::Shortcuts), separator, action(Id::About)}},
    };
    return all;
}

constexpr char RecentFilesTitle[] = QT_TRANSLATE_NOOP("Actions", "Recent files");

QString translated(const char *text)
{
    return QCoreApplication::translate(Context, text);
}

/// A menu's mnemonic is of no use outside of it.
QString withoutMnemonic(QString text)
{
    return text.remove(QRegularExpression(u"\\(&\\w\\)|&"_s));
}

} // namespace

Actions::Actions(Appearance *appearance, QWidget *window)
    : QObject(window)
    , m_appearance(appearance)
    , m_window(window)
{
    make();
}

void Actions::make()
{
    for (const Spec &spec : specs()) {
        Q_ASSERT(&spec == &specOf(spec.id));
        auto *action = new QAction(m_window);
        action->setObjectName(QString::fromLatin1(QMetaEnum::fromType<Id>().valueToKey(int(spec.id))));
        action->setShortcuts(QKeySequence::listFromString(QString::fromLatin1(spec.shortcuts)));
        action->setCheckable(spec.isCheckable);
        action->setIconVisibleInMenu(!spec.isCheckable); // in its place stands the mark of what is chosen
        if (spec.icon)
            action->setIcon(themedIcon(*spec.icon, m_appearance));
        m_window->addAction(action); // so that it can be reached without its menu
        m_actions[spec.id] = action;
    }
}

void Actions::fill(QMenuBar *bar)
{
    for (const MenuSpec &spec : menus()) {
        QMenu *menu = bar->addMenu(QString());
        m_titles.emplace_back(menu, spec.title);
        for (const Entry &entry : spec.entries) {
            switch (entry.kind) {
            case Entry::Kind::Action:
                menu->addAction(m_actions.at(entry.id));
                m_groups[entry.id] = spec.title;
                break;
            case Entry::Kind::Choice:
                menu->addMenu(makeChoice(entry.title, entry.id, entry.last));
                break;
            case Entry::Kind::RecentFiles:
                m_recentFiles = menu->addMenu(QString());
                m_titles.emplace_back(m_recentFiles, RecentFilesTitle);
                break;
            case Entry::Kind::Separator:
                menu->addSeparator();
                break;
            }
        }
    }
    retranslate();
}

QMenu *Actions::makeChoice(const char *title, Id first, Id last)
{
    auto *menu = new QMenu(m_window);
    auto *group = new QActionGroup(menu);
    for (int id = int(first); id <= int(last); ++id) {
        QAction *action = m_actions.at(Id(id));
        group->addAction(action);
        menu->addAction(action);
        m_groups[Id(id)] = title;
    }
    m_titles.emplace_back(menu, title);
    m_choices[first] = menu;
    return menu;
}

void Actions::retranslate()
{
    for (const Spec &spec : specs())
        m_actions.at(spec.id)->setText(translated(spec.text));
    for (const auto &[menu, title] : m_titles)
        menu->setTitle(translated(title));
}

std::vector<PaletteCommand> Actions::commands() const
{
    std::vector<PaletteCommand> commands;
    for (const Spec &spec : specs()) {
        if (spec.id == Id::CommandPalette)
            continue;
        const auto textIn = [&](QStringView language) {
            const QString group = withoutMnemonic(translatedIn(language, Context, m_groups.at(spec.id)));
            //: %1 is a menu, %2 a line of it
            const char *pattern = QT_TRANSLATE_NOOP("Actions", "%1: %2");
            return translatedIn(language, Context, pattern).arg(group, translatedIn(language, Context, spec.text));
        };
        commands.push_back({m_actions.at(spec.id), textIn(u"zh_CN"), textIn(u"en")});
    }
    return commands;
}

} // namespace Playground
