// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/appearance.h"
#include "ui/theme/style.h"
#include "ui/theme/systemtheme.h"

#include <QApplication>
#include <QCheckBox>
#include <QLineEdit>
#include <QTest>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Playground;
using namespace Qt::StringLiterals;

namespace {

QColor pixelOf(QWidget &widget, QPoint at)
{
    return widget.grab().toImage().pixelColor(at);
}

/// A little to the right of the left border, half-way down.
QColor fillOf(QWidget &button)
{
    return pixelOf(button, QPoint(5, button.height() / 2));
}

} // namespace

class StyleTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        auto owned = std::make_unique<SystemTheme>();
        m_system = owned.get();
        m_appearance = std::make_unique<Appearance>(std::move(owned));
        connect(m_appearance.get(), &Appearance::changed, qApp, [this] { applyStyle(*qApp, *m_appearance); });
        applyStyle(*qApp, *m_appearance);
    }

    void everyNameOfTheSheetIsFilledIn()
    {
        const QString sheet = styleSheetOf(*m_appearance);
        QVERIFY(sheet.contains(m_appearance->color(ColorRole::Accent).name()));
        QVERIFY(!sheet.contains(u'@'));
        const QString rules = sheet.sliced(sheet.indexOf("*/"_L1));
        QVERIFY(!rules.contains("dp"_L1));
    }

    void qtUnderstandsTheSheet()
    {
        QTest::failOnWarning(QRegularExpression(u"."_s));
        QWidget window;
        QVBoxLayout layout(&window);
        QToolButton button;
        QLineEdit field;
        layout.addWidget(&button);
        layout.addWidget(&field);
        window.ensurePolished();
        button.ensurePolished();
        field.ensurePolished();
        QVERIFY(!field.grab().isNull());
    }

    void aLiveWindowFollowsTheTheme()
    {
        QWidget window;
        QToolButton plain(&window);
        QToolButton primary(&window);
        primary.setProperty("kind", u"primary"_s);
        window.resize(300, 200);
        plain.move(150, 30); // not below the pointer
        primary.move(150, 100);
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        for (const Theme theme : {Theme::Dark, Theme::Light}) {
            m_system->set(theme, false);
            plain.adjustSize();
            primary.adjustSize();
            QCOMPARE(pixelOf(window, QPoint(window.width() - 1, window.height() - 1)),
                     themeColor(theme, ColorRole::Surface));
            QCOMPARE(fillOf(plain), themeColor(theme, ColorRole::Surface));
            QCOMPARE(fillOf(primary), themeColor(theme, ColorRole::Accent));
        }
    }

    void aLiveWindowGrowsWithTheScale()
    {
        QToolButton button;
        button.setText(u"运行"_s);
        button.setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        QCheckBox box(u"Check"_s);
        button.show();
        box.show();
        QVERIFY(QTest::qWaitForWindowExposed(&button));
        const int height = button.sizeHint().height();
        const int fontSize = button.font().pixelSize();
        const int boxHeight = box.sizeHint().height();
        m_appearance->setScale(1.6);
        QCOMPARE(button.font().pixelSize(), m_appearance->font(TextRole::Body).pixelSize());
        QVERIFY(button.font().pixelSize() > fontSize);
        QVERIFY(button.sizeHint().height() >= int(height * 1.5));
        QCOMPARE(button.iconSize().height(), m_appearance->px(16));
        QVERIFY(box.sizeHint().height() >= int(boxHeight * 1.4));
        m_appearance->setScale(1);
        QCOMPARE(button.sizeHint().height(), height);
    }

    void theFocusCanBeSeen()
    {
        QWidget window;
        QVBoxLayout layout(&window);
        QToolButton first;
        QToolButton second;
        layout.addWidget(&first);
        layout.addWidget(&second);
        window.show();
        window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        const QPoint border(first.width() / 2, 0);
        first.setFocus(Qt::TabFocusReason);
        const QSize focused = first.sizeHint();
        QCOMPARE(pixelOf(first, border), m_appearance->color(ColorRole::Accent));
        QTest::keyClick(&window, Qt::Key_Tab);
        QVERIFY(second.hasFocus());
        QVERIFY(pixelOf(first, border) != m_appearance->color(ColorRole::Accent));
        QCOMPARE(first.sizeHint(), focused); // nothing moves
    }

    void thePlaceholderIsNoPalerThanMutedWords()
    {
        QLineEdit field;
        field.setPlaceholderText(u"Search"_s);
        field.ensurePolished();
        QCOMPARE(field.palette().color(QPalette::PlaceholderText), m_appearance->color(ColorRole::Muted));
    }

private:
    SystemTheme *m_system = nullptr;
    std::unique_ptr<Appearance> m_appearance;
};

QTEST_MAIN(StyleTest)
#include "tst_style.moc"
