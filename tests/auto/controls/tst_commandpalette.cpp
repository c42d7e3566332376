// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "translations/translations.h"
#include "ui/controls/commandlistmodel.h"
#include "ui/controls/commandpalette.h"
#include "ui/theme/appearance.h"
#include "ui/theme/style.h"
#include "ui/theme/systemtheme.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QApplication>
#include <QLineEdit>
#include <QListView>
#include <QSignalSpy>
#include <QTest>
#include <QVBoxLayout>

using namespace Playground;
using namespace Qt::StringLiterals;

class CommandPaletteTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        installLanguage(u"en");
        m_appearance = std::make_unique<Appearance>(std::make_unique<SystemTheme>());
        applyStyle(*qApp, *m_appearance);
        m_window = std::make_unique<QWidget>();
        m_window->resize(900, 600);
        auto *layout = new QVBoxLayout(m_window.get());
        m_editor = new QLineEdit;
        layout->addWidget(m_editor);
        m_palette = new CommandPalette(m_appearance.get(), m_window.get());
        m_run = action(u"F5"_s);
        m_stop = action(u"Shift+F5"_s);
        m_save = action({});
        m_window->show();
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        m_editor->setFocus();
    }

    void cleanup() { m_window.reset(); }

    void typingAndEnterRuns()
    {
        open();
        const QSignalSpy stopped(m_stop, &QAction::triggered);
        QTest::keyClicks(field(), u"stop"_s);
        QTest::keyClick(field(), Qt::Key_Return);
        QCOMPARE(stopped.size(), 1);
        QVERIFY(!m_palette->isVisible());
    }

    void theCommandFindsTheFocusWhereItWas()
    {
        const QWidget *focus = nullptr;
        connect(m_run, &QAction::triggered, this, [&] { focus = QApplication::focusWidget(); });
        open();
        QTest::keyClicks(field(), u"run"_s);
        QTest::keyClick(field(), Qt::Key_Return);
        QCOMPARE(focus, m_editor);
    }

    void theOtherLanguageFindsAndIsShown()
    {
        open();
        QTest::keyClicks(field(), u"stop"_s);
        QCOMPARE(rows(), QStringList{u"Run: Stop"_s});
        QVERIFY(otherName(0).isEmpty());
        field()->setText(u"停止"_s);
        QCOMPARE(rows(), QStringList{u"Run: Stop"_s});
        QCOMPARE(otherName(0), u"运行：停止"_s);
    }

    void aSwitchOfLanguageRenamesWhatIsListed()
    {
        open();
        installLanguage(u"zh_CN");
        QTRY_VERIFY(rows().contains(u"运行：停止"_s));
        field()->setText(u"stop"_s);
        QCOMPARE(otherName(0), u"Run: Stop"_s);
    }

    void theArrowsGoRoundAmongWhatCanBeDone()
    {
        m_save->setEnabled(false);
        open();
        QCOMPARE(rows(), QStringList({u"Run: Run"_s, u"Run: Stop"_s, u"File: Save"_s}));
        QCOMPARE(current(), 0);
        QTest::keyClick(field(), Qt::Key_Down);
        QCOMPARE(current(), 1);
        QTest::keyClick(field(), Qt::Key_Down);
        QCOMPARE(current(), 0);
        QTest::keyClick(field(), Qt::Key_Up);
        QCOMPARE(current(), 1);
        QTest::keyClick(field(), Qt::Key_PageUp);
        QCOMPARE(current(), 0);
    }

    void whatIsDisabledCannotBeRun()
    {
        m_save->setEnabled(false);
        const QSignalSpy saved(m_save, &QAction::triggered);
        open();
        field()->setText(u"save"_s);
        QCOMPARE(rows(), QStringList{u"File: Save"_s});
        QTest::keyClick(field(), Qt::Key_Return);
        click(0);
        QVERIFY(saved.isEmpty());
        QVERIFY(m_palette->isVisible());
    }

    void aClickRuns()
    {
        const QSignalSpy saved(m_save, &QAction::triggered);
        open();
        click(rows().indexOf(u"File: Save"_s));
        QCOMPARE(saved.size(), 1);
        QVERIFY(!m_palette->isVisible());
    }

    void escapeGoesBack()
    {
        open();
        QTest::keyClick(field(), Qt::Key_Escape);
        QVERIFY(!m_palette->isVisible());
        QVERIFY(m_editor->hasFocus());
    }

    void aClickBesideItGoesBack()
    {
        open();
        QTest::mouseClick(m_palette, Qt::LeftButton, {}, QPoint(5, m_palette->height() - 5));
        QVERIFY(!m_palette->isVisible());
        QVERIFY(m_editor->hasFocus());
    }

    void itIsGoneWhenTheFocusIs()
    {
        open();
        m_editor->setFocus(Qt::MouseFocusReason);
        QVERIFY(!m_palette->isVisible());
        QVERIFY(m_editor->hasFocus());
    }

    void tabStaysWithin()
    {
        open();
        QTest::keyClick(field(), Qt::Key_Tab);
        QVERIFY(field()->hasFocus());
    }

    void whatWasUsedIsOfferedFirst()
    {
        open();
        QTest::keyClicks(field(), u"save"_s);
        QTest::keyClick(field(), Qt::Key_Return);
        open();
        QCOMPARE(rows().first(), u"File: Save"_s);
        QCOMPARE(m_palette->used(), QStringList{u"File: Save"_s});
    }

    void nothingFoundIsSaid()
    {
        open();
        QTest::keyClicks(field(), u"zzz"_s);
        QVERIFY(rows().isEmpty());
        QVERIFY(!list()->isVisible());
        QTest::keyClick(field(), Qt::Key_Return);
        QVERIFY(m_palette->isVisible());
    }

    void itStaysWithinASmallWindow()
    {
        m_window->setMinimumSize(200, 150);
        m_window->resize(320, 200);
        open();
        const QWidget *box = m_palette->findChild<QWidget *>(u"commandPaletteBox"_s);
        QVERIFY(m_window->rect().contains(box->geometry()));
    }

    void theModelKeepsItsPromises()
    {
        CommandListModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setRows({{m_run, u"Run"_s, {}}, {m_stop, u"Stop"_s, u"停止"_s}});
        QCOMPARE(model.index(0).data(CommandListModel::Shortcut).toString(), u"F5"_s);
        model.setRows({});
        QCOMPARE(model.rowCount(), 0);
    }

private:
    QAction *action(const QString &shortcut)
    {
        auto *made = new QAction(m_window.get());
        made->setShortcut(QKeySequence(shortcut));
        return made;
    }

    void open()
    {
        m_palette->open({{m_run, u"运行：运行"_s, u"Run: Run"_s},
                         {m_stop, u"运行：停止"_s, u"Run: Stop"_s},
                         {m_save, u"文件：保存"_s, u"File: Save"_s}});
        QVERIFY(field()->hasFocus());
    }

    QLineEdit *field() const { return m_palette->findChild<QLineEdit *>(u"commandPaletteField"_s); }
    QListView *list() const { return m_palette->findChild<QListView *>(u"commandPaletteList"_s); }
    int current() const { return list()->currentIndex().row(); }

    QStringList rows() const
    {
        QStringList names;
        for (int row = 0; row < list()->model()->rowCount(); ++row)
            names << list()->model()->index(row, 0).data().toString();
        return names;
    }

    QString otherName(int row) const
    {
        return list()->model()->index(row, 0).data(CommandListModel::OtherName).toString();
    }

    void click(qsizetype row)
    {
        const QRect rect = list()->visualRect(list()->model()->index(int(row), 0));
        QTest::mouseClick(list()->viewport(), Qt::LeftButton, {}, rect.center());
    }

    std::unique_ptr<Appearance> m_appearance;
    std::unique_ptr<QWidget> m_window;
    QLineEdit *m_editor = nullptr;
    CommandPalette *m_palette = nullptr;
    QAction *m_run = nullptr;
    QAction *m_stop = nullptr;
    QAction *m_save = nullptr;
};

QTEST_MAIN(CommandPaletteTest)
#include "tst_commandpalette.moc"
