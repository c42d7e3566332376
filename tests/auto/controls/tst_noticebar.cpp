// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/controls/elidedlabel.h"
#include "ui/controls/noticebar.h"
#include "ui/theme/appearance.h"
#include "ui/theme/systemtheme.h"

#include <QAccessible>
#include <QTest>
#include <QToolButton>

using namespace Playground;
using namespace Qt::StringLiterals;

class NoticeBarTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_appearance = std::make_unique<Appearance>(std::make_unique<SystemTheme>());
        m_window = std::make_unique<QWidget>();
        m_window->resize(600, 400);
        m_bar = new NoticeBar(m_appearance.get(), m_window.get());
        m_bar->resize(600, 40);
        m_window->show();
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    }

    void cleanup() { m_window.reset(); }

    void itTakesNoRoomWithoutNotices()
    {
        QVERIFY(!m_bar->isVisible());
        m_bar->show(notice(u"a"_s));
        QVERIFY(m_bar->isVisible());
        m_bar->dismiss(u"a"_s);
        QVERIFY(!m_bar->isVisible());
        m_bar->dismiss(u"a"_s);
    }

    void oneTakesThePlaceOfAnotherWithItsId()
    {
        m_bar->show(notice(u"a"_s, u"first"_s));
        m_bar->show(notice(u"b"_s, u"other"_s));
        m_bar->show(notice(u"a"_s, u"second"_s));
        QCOMPARE(texts(), QStringList({u"other"_s, u"second"_s}));
    }

    void theCloseButtonCloses()
    {
        m_bar->show(notice(u"a"_s));
        QTest::mouseClick(button(u"noticeClose"_s), Qt::LeftButton);
        QVERIFY(!m_bar->isShown(u"a"_s));
    }

    void escapeCloses()
    {
        m_bar->show(notice(u"a"_s));
        m_bar->show(notice(u"b"_s));
        button(u"noticeClose"_s)->setFocus();
        QTest::keyClick(m_window->focusWidget(), Qt::Key_Escape);
        QVERIFY(!m_bar->isShown(u"a"_s));
        QVERIFY(m_bar->isShown(u"b"_s));
    }

    void anActionIsDoneWhenTheNoticeIsGone()
    {
        int done = 0;
        bool wasShown = true;
        Notice with = notice(u"a"_s);
        with.actions.push_back({[] { return u"Do it"_s; },
                                [&] {
                                    ++done;
                                    wasShown = m_bar->isShown(u"a"_s);
                                }});
        m_bar->show(std::move(with));
        QToolButton *action = button(u"noticeAction"_s);
        QCOMPARE(action->text(), u"Do it"_s);
        action->setFocus();
        QTest::keyClick(action, Qt::Key_Space);
        QCOMPARE(done, 1);
        QVERIFY(!wasShown);
    }

    void anActionMayShowAnotherNotice()
    {
        Notice with = notice(u"a"_s);
        with.actions.push_back({[] { return u"Again"_s; }, [&] { m_bar->show(notice(u"a"_s, u"again"_s)); }});
        m_bar->show(std::move(with));
        QTest::mouseClick(button(u"noticeAction"_s), Qt::LeftButton);
        QCOMPARE(texts(), QStringList{u"again"_s});
    }

    void aLongTextTakesThreeLinesAndIsWholeInItsToolTip()
    {
        m_bar->show(notice(u"a"_s, u"words "_s.repeated(100)));
        m_bar->show(notice(u"b"_s, u"words "_s.repeated(25)));
        m_bar->show(notice(u"c"_s, u"<b> two\nlines"_s));
        m_bar->resize(600, m_bar->heightForWidth(600));
        QTRY_VERIFY(labels().at(0)->isElided());
        QVERIFY(labels().at(0)->toolTip().contains(u"words words"_s));
        for (const int whole : {1, 2}) {
            QVERIFY(!labels().at(whole)->isElided());
            QVERIFY(labels().at(whole)->toolTip().isEmpty());
        }
        const int line = labels().at(2)->heightForWidth(labels().at(2)->width());
        QTRY_VERIFY(labels().at(0)->height() >= 3 * line);
        QVERIFY(labels().at(1)->height() >= 2 * line);
        QVERIFY(labels().at(1)->height() < labels().at(0)->height());
    }

    void aWordThatIsTooLongIsParted()
    {
        m_bar->show(notice(u"a"_s, u"/folder"_s.repeated(30)));
        m_bar->resize(600, m_bar->heightForWidth(600));
        QTRY_VERIFY(!labels().at(0)->isElided());
        QVERIFY(m_bar->minimumSizeHint().width() < 300);
    }

    void anotherLanguageIsSpokenAtOnce()
    {
        QString language = u"en"_s;
        m_bar->show({u"a"_s,
                     Notice::Level::Error,
                     [&] { return language + u" text"_s; },
                     {{[&] { return language + u" action"_s; }, [] {}}}});
        language = u"zh"_s;
        QEvent change(QEvent::LanguageChange);
        QApplication::sendEvent(m_bar, &change);
        QCOMPARE(texts(), QStringList{u"zh text"_s});
        QCOMPARE(button(u"noticeAction"_s)->text(), u"zh action"_s);
    }

    void aScreenReaderCanReadIt()
    {
        m_bar->show(notice(u"a"_s, u"the disk is full"_s));
        QAccessibleInterface *bar = QAccessible::queryAccessibleInterface(m_bar);
        QCOMPARE(bar->childCount(), 1);
        QCOMPARE(bar->child(0)->text(QAccessible::Name), u"the disk is full"_s);
        const QAccessibleInterface *close = QAccessible::queryAccessibleInterface(button(u"noticeClose"_s));
        QVERIFY(!close->text(QAccessible::Name).isEmpty());
    }

private:
    static Notice notice(const QString &id, const QString &text = u"text"_s)
    {
        return {id, Notice::Level::Information, [text] { return text; }, {}};
    }

    QList<ElidedLabel *> labels() const
    {
        QList<ElidedLabel *> shown;
        for (ElidedLabel *label : m_bar->findChildren<ElidedLabel *>()) {
            if (label->isVisible())
                shown << label;
        }
        return shown;
    }

    QStringList texts() const
    {
        QStringList texts;
        for (const ElidedLabel *label : labels())
            texts << label->text();
        return texts;
    }

    QToolButton *button(const QString &name) const
    {
        for (QToolButton *one : m_bar->findChildren<QToolButton *>(name)) {
            if (one->isVisible())
                return one;
        }
        return nullptr;
    }

    std::unique_ptr<Appearance> m_appearance;
    std::unique_ptr<QWidget> m_window;
    NoticeBar *m_bar = nullptr;
};

QTEST_MAIN(NoticeBarTest)
#include "tst_noticebar.moc"
