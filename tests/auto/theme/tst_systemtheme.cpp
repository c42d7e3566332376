// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/appearance.h"
#include "ui/theme/systemtheme.h"

#include <QDBusConnection>
#include <QDBusError>
#include <QDBusMessage>
#include <QDBusServer>
#include <QDBusVariant>
#include <QDBusVirtualObject>
#include <QPalette>
#include <QSignalSpy>
#include <QTest>

using namespace Playground;
using namespace Qt::StringLiterals;

namespace {

const QString PortalPath = u"/org/freedesktop/portal/desktop"_s;
const QString Settings = u"org.freedesktop.portal.Settings"_s;
const QString Space = u"org.freedesktop.appearance"_s;

/// A desktop portal of this test, at the other end of a connection without a bus.
class Portal : public QDBusVirtualObject {
    Q_OBJECT
public:
    Portal()
        : m_server(u"unix:tmpdir=/tmp"_s)
    {
        m_server.setAnonymousAuthenticationAllowed(true);
        connect(&m_server, &QDBusServer::newConnection, this, [this](QDBusConnection connection) {
            connection.registerVirtualObject(PortalPath, this);
            m_connection = connection;
        });
    }

    QString address() const { return m_server.address(); }
    bool isConnected() const { return m_connection.isConnected(); }
    int questions() const { return m_questions; }

    QHash<QString, uint> values; ///< by key; what is missing here is unknown

    void change(const QString &space, const QString &key, uint value)
    {
        QDBusMessage signal = QDBusMessage::createSignal(PortalPath, Settings, u"SettingChanged"_s);
        signal << space << key << QVariant::fromValue(QDBusVariant(value));
        m_connection.send(signal);
    }

    QString introspect(const QString &) const override { return {}; }

    bool handleMessage(const QDBusMessage &message, const QDBusConnection &connection) override
    {
        ++m_questions;
        const QString key = message.arguments().value(1).toString();
        if (message.member() != "Read"_L1 || message.arguments().value(0) != Space || !values.contains(key))
            return connection.send(message.createErrorReply(u"org.freedesktop.portal.Error.NotFound"_s, u"none"_s));
        const QVariant inner = QVariant::fromValue(QDBusVariant(values.value(key)));
        return connection.send(message.createReply(QVariant::fromValue(QDBusVariant(inner))));
    }

private:
    QDBusServer m_server;
    QDBusConnection m_connection{QString()};
    int m_questions = 0;
};

class Connected {
public:
    explicit Connected(Portal &portal)
        : bus(QDBusConnection::connectToPeer(portal.address(), u"peer"_s))
    {
    }
    ~Connected() { QDBusConnection::disconnectFromPeer(u"peer"_s); }
    Q_DISABLE_COPY_MOVE(Connected)

    QDBusConnection bus;
};

QPalette paletteOf(QColor window, QColor text, QColor button)
{
    QPalette palette;
    palette.setColor(QPalette::Window, window);
    palette.setColor(QPalette::WindowText, text);
    palette.setColor(QPalette::Button, button);
    return palette;
}

} // namespace

class SystemThemeTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void thePortalsAnswerIsTaken()
    {
        Portal portal;
        portal.values = {{u"color-scheme"_s, 1}, {u"contrast"_s, 1}};
        const Connected peer(portal);
        QTRY_VERIFY(portal.isConnected());
        PortalTheme theme(peer.bus, {});
        QCOMPARE(theme.theme(), Theme::Light); // nothing is waited for
        QTRY_COMPARE(theme.theme(), Theme::Dark);
        QTRY_VERIFY(theme.isHighContrast());
    }

    void thePortalsChangesAreFollowed()
    {
        Portal portal;
        portal.values = {{u"color-scheme"_s, 2}};
        const Connected peer(portal);
        QTRY_VERIFY(portal.isConnected());
        PortalTheme theme(peer.bus, {});
        QTRY_COMPARE(portal.questions(), 2);
        const QSignalSpy changes(&theme, &SystemTheme::changed);
        portal.change(Space, u"color-scheme"_s, 1);
        QTRY_COMPARE(theme.theme(), Theme::Dark);
        portal.change(Space, u"accent-color"_s, 1);
        portal.change(u"org.gnome.desktop.interface"_s, u"color-scheme"_s, 2);
        portal.change(Space, u"contrast"_s, 1);
        QTRY_VERIFY(theme.isHighContrast());
        QCOMPARE(theme.theme(), Theme::Dark);
        portal.change(Space, u"color-scheme"_s, 0); // no preference: as the palette is
        QTRY_COMPARE(theme.theme(), Theme::Light);
        QCOMPARE(changes.size(), 3);
    }

    void aPortalThatKnowsNothingChangesNothing()
    {
        Portal portal;
        const Connected peer(portal);
        QTRY_VERIFY(portal.isConnected());
        PortalTheme theme(peer.bus, {});
        const QSignalSpy changes(&theme, &SystemTheme::changed);
        QTRY_COMPARE(portal.questions(), 2);
        portal.change(Space, u"color-scheme"_s, 1);
        QTRY_COMPARE(changes.size(), 1);
    }

    void thePaletteTellsLightFromDark()
    {
        QCOMPARE(themeOf(paletteOf(0xF0F0F0, Qt::black, 0xE0E0E0)), Theme::Light);
        QCOMPARE(themeOf(paletteOf(0x202326, 0xFCFCFC, 0x292C30)), Theme::Dark);
        QVERIFY(!isHighContrast(paletteOf(0xF0F0F0, Qt::black, 0xE0E0E0)));
        QVERIFY(!isHighContrast(paletteOf(Qt::white, Qt::black, 0xE0E0E0)));
        QVERIFY(isHighContrast(paletteOf(Qt::black, Qt::white, Qt::black)));
        QVERIFY(isHighContrast(paletteOf(Qt::white, Qt::black, Qt::white)));
    }

    void theAppearanceFollowsTheSystemUntilAPersonChooses()
    {
        auto owned = std::make_unique<SystemTheme>();
        SystemTheme *system = owned.get();
        Appearance appearance(std::move(owned));
        const QSignalSpy changes(&appearance, &Appearance::changed);
        system->set(Theme::Dark, false);
        QCOMPARE(appearance.theme(), Theme::Dark);
        QCOMPARE(changes.size(), 1);
        appearance.setThemeChoice(ThemeChoice::Light);
        QCOMPARE(appearance.theme(), Theme::Light);
        QCOMPARE(changes.size(), 2);
        system->set(Theme::Light, false);
        system->set(Theme::Dark, false);
        QCOMPARE(appearance.theme(), Theme::Light);
        QCOMPARE(changes.size(), 2);
        appearance.setThemeChoice(ThemeChoice::System);
        QCOMPARE(appearance.theme(), Theme::Dark);
        QCOMPARE(changes.size(), 3);
    }

    void highContrastIsThePersonsOrTheSystemsWish()
    {
        auto owned = std::make_unique<SystemTheme>();
        SystemTheme *system = owned.get();
        Appearance appearance(std::move(owned));
        const QColor usual = appearance.color(ColorRole::Border);
        appearance.setHighContrast(true);
        QVERIFY(appearance.isHighContrast());
        QVERIFY(appearance.color(ColorRole::Border) != usual);
        appearance.setHighContrast(false);
        QCOMPARE(appearance.color(ColorRole::Border), usual);
        const QSignalSpy changes(&appearance, &Appearance::changed);
        system->set(Theme::Light, true);
        QVERIFY(appearance.isHighContrast());
        QCOMPARE(changes.size(), 1);
    }
};

QTEST_MAIN(SystemThemeTest)
#include "tst_systemtheme.moc"
