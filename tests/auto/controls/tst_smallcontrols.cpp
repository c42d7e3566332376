// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/controls/searchfield.h"
#include "ui/controls/segmentedcontrol.h"
#include "ui/theme/appearance.h"
#include "ui/theme/style.h"
#include "ui/theme/systemtheme.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QApplication>
#include <QSignalSpy>
#include <QTest>
#include <QVBoxLayout>

using namespace Playground;
using namespace Qt::StringLiterals;

class SmallControlsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_appearance = std::make_unique<Appearance>(std::make_unique<SystemTheme>());
        applyStyle(*qApp, *m_appearance);
        m_window = std::make_unique<QWidget>();
        auto *layout = new QVBoxLayout(m_window.get());
        m_segments = new SegmentedControl(m_appearance.get());
        m_segments->addSegment(u"中文"_s);
        m_segments->addSegment(u"EN"_s, u"English"_s);
        m_field = new SearchField(m_appearance.get());
        layout->addWidget(m_segments);
        layout->addWidget(m_field);
        m_window->show();
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        m_field->setFocus();
    }

    void cleanup() { m_window.reset(); }

    void aClickChooses()
    {
        const QSignalSpy chosen(m_segments, &SegmentedControl::chosen);
        QTest::mouseClick(segment(1), Qt::LeftButton);
        QCOMPARE(m_segments->current(), 1);
        QCOMPARE(chosen, QList<QVariantList>{{1}});
        QTest::mouseClick(segment(1), Qt::LeftButton); // it holds already
        QCOMPARE(chosen.size(), 1);
        QVERIFY(m_field->hasFocus()); // whoever types goes on typing
    }

    void theArrowsChoose()
    {
        const QSignalSpy chosen(m_segments, &SegmentedControl::chosen);
        QTest::keyClick(m_field, Qt::Key_Backtab, Qt::ShiftModifier);
        QVERIFY(segment(0)->hasFocus());
        QTest::keyClick(segment(0), Qt::Key_Right);
        QVERIFY(segment(1)->hasFocus());
        QCOMPARE(m_segments->current(), 1);
        QTest::keyClick(segment(1), Qt::Key_Left);
        QCOMPARE(m_segments->current(), 0);
        QCOMPARE(chosen, QList<QVariantList>({{1}, {0}}));
        QTest::keyClick(segment(0), Qt::Key_Tab); // one stop for the whole control
        QVERIFY(m_field->hasFocus());
    }

    void theProgramsChoiceIsNotAPersons()
    {
        const QSignalSpy chosen(m_segments, &SegmentedControl::chosen);
        m_segments->setCurrent(1);
        QCOMPARE(m_segments->current(), 1);
        QVERIFY(chosen.isEmpty());
        QTest::mouseClick(segment(0), Qt::LeftButton);
        QCOMPARE(chosen.size(), 1);
    }

    void aScreenReaderIsToldWhatItIs()
    {
        QAccessibleInterface *interface = QAccessible::queryAccessibleInterface(segment(1));
        QCOMPARE(interface->role(), QAccessible::RadioButton);
        QCOMPARE(interface->text(QAccessible::Name), u"English"_s);
    }

    void theChosenOneIsMarked()
    {
        const QPoint corner(segment(1)->x() + 6, m_segments->height() / 2);
        const QColor before = m_segments->grab().toImage().pixelColor(corner);
        m_segments->setCurrent(1);
        QCOMPARE(m_segments->grab().toImage().pixelColor(corner), m_appearance->color(ColorRole::Selection));
        QVERIFY(before != m_appearance->color(ColorRole::Selection));
    }

    void withoutRoomForWordsThereAreIcons()
    {
        SegmentedControl control(m_appearance.get());
        control.addSegment(u"A long word"_s, u"In full"_s, Icon::Chart);
        control.addSegment(u"No icon"_s);
        const auto all = control.findChildren<QAbstractButton *>();
        const int before = all[0]->sizeHint().width();
        const int plain = all[1]->sizeHint().width();
        control.setCompact(true);
        QVERIFY(all[0]->sizeHint().width() < before / 2);
        QCOMPARE(all[1]->sizeHint().width(), plain);
        QCOMPARE(all[0]->toolTip(), u"In full"_s);
        control.setCompact(false);
        QCOMPARE(all[0]->sizeHint().width(), before);
    }

    void escapeEmptiesTheField()
    {
        QTest::keyClicks(m_field, u"abc"_s);
        QTest::keyClick(m_field, Qt::Key_Escape);
        QVERIFY(m_field->text().isEmpty());
    }

    void escapeInAnEmptyFieldIsForOthers()
    {
        QKeyEvent escape(QEvent::KeyPress, Qt::Key_Escape, Qt::NoModifier);
        QApplication::sendEvent(m_field, &escape);
        QVERIFY(!escape.isAccepted());
    }

    void theShortcutIsShownUntilSomebodyIsThere()
    {
        m_field->setFixedWidth(240);
        segment(0)->setFocus();
        const QImage without = m_field->grab().toImage();
        m_field->setShortcutHint(QKeySequence(u"Ctrl+P"_s));
        QVERIFY(m_field->grab().toImage() != without);
        m_field->setText(u"x"_s);
        const QImage typed = m_field->grab().toImage();
        m_field->setShortcutHint({});
        QCOMPARE(m_field->grab().toImage(), typed);
    }

private:
    QAbstractButton *segment(int index) const { return m_segments->findChildren<QAbstractButton *>().at(index); }

    std::unique_ptr<Appearance> m_appearance;
    std::unique_ptr<QWidget> m_window;
    SegmentedControl *m_segments = nullptr;
    SearchField *m_field = nullptr;
};

QTEST_MAIN(SmallControlsTest)
#include "tst_smallcontrols.moc"
