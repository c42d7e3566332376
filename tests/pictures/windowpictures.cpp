// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Takes pictures of the real window in the states in which people see it, to be looked at: each lesson after its run,
// in both languages, light and dark; a live run; presentation mode; small windows; what goes wrong.
#include "core/catalog/example.h"
#include "translations/translations.h"
#include "ui/gallery/gallerypanel.h"
#include "ui/run/currentrun.h"
#include "ui/theme/fonts.h"
#include "ui/window/mainwindow.h"

#include <QAction>
#include <QApplication>
#include <QCommandLineParser>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <cstdio>

using namespace Playground;
using namespace Qt::StringLiterals;

namespace {

constexpr QSize UsualSize{1280, 800};
constexpr QSize SmallSize{1024, 720};
constexpr int Patience = 30'000;

/// A window with nothing remembered.
class Studio {
public:
    explicit Studio(const QString &folder)
        : m_folder(folder)
        , m_window({examplesFolder(), m_home.path(), m_home.filePath(u"settings.ini"_s)})
    {
    }

    void begin(const OpeningRequest &request, const QString &theme)
    {
        m_window.begin(request);
        trigger(theme == u"dark" ? "ThemeDark" : "ThemeLight");
        m_window.resize(UsualSize);
        m_window.show();
        settle();
    }

    MainWindow &window() { return m_window; }

    void trigger(const char *action) { m_window.findChild<QAction *>(QLatin1StringView(action))->trigger(); }

    void open(const QString &example)
    {
        Q_EMIT m_window.findChild<GalleryPanel *>()->exampleActivated(example);
        settle();
    }

    void runToEnd()
    {
        trigger("Run");
        if (!QTest::qWaitFor([this] { return !stopAction()->isEnabled(); }, Patience))
            std::fputs("a run did not end\n", stderr);
        settle();
    }

    void settle() { QTest::qWait(400); } // also what glides has come to rest

    void take(const QString &name)
    {
        const QString file = QDir(m_folder).filePath(name + u".png"_s);
        if (!m_window.grab().save(file))
            std::fprintf(stderr, "%s could not be written\n", qPrintable(file));
        std::puts(qPrintable(file));
    }

private:
    QAction *stopAction() { return m_window.findChild<QAction *>(u"Stop"_s); }

    QTemporaryDir m_home;
    QString m_folder;
    MainWindow m_window;
};

/// Programs of which something is to be seen that no lesson shows.
constexpr auto Failing = R"(import asyncio


async def boil(minutes):
    await asyncio.sleep(minutes)
    if minutes > 1:
        raise ValueError("no gas")


async def main():
    await asyncio.gather(boil(1), boil(2), boil(3))


asyncio.run(main())
)";
constexpr auto Crowd = R"(import asyncio


async def guest(number):
    await asyncio.sleep(number % 7 / 10 + 0.1)
    await asyncio.sleep(0.3)


async def main():
    await asyncio.gather(*(guest(number) for number in range(60)))


asyncio.run(main())
)";
constexpr auto Plain = R"(import time

print("no event loop here")
time.sleep(0.1)
)";
constexpr auto Mistaken = R"(import asyncio


async def main()
    await asyncio.sleep(1)
    print（“你好”）


asyncio.run(main())
)";
constexpr auto Asking = R"(import asyncio


async def main():
    name = await asyncio.to_thread(input, "Your name? ")
    print("Hello,", name)


asyncio.run(main())
)";

QString pictureName(const QString &what, const QString &language, const QString &theme)
{
    return u"%1.%2.%3"_s.arg(what, language, theme);
}

void takeLessons(const QString &folder, const QString &language, const QString &theme)
{
    Studio studio(folder);
    studio.begin({{}, u"create_task"_s, language}, theme);
    studio.take(pictureName(u"first-start"_s, language, theme));
    studio.trigger("SpeedInstant");
    const ExampleList list = readExamples(examplesFolder());
    for (const Example &example : list.examples) {
        studio.open(example.id);
        studio.runToEnd();
        studio.take(pictureName(example.id, language, theme));
    }
    studio.open(u"create_task"_s);
    studio.trigger("SpeedNormal");
    studio.trigger("Run");
    QTest::qWait(2500);
    studio.take(pictureName(u"live"_s, language, theme));
    studio.trigger("Stop");
    studio.settle();
}

void takeModes(const QString &folder, const QString &language, const QString &theme)
{
    Studio studio(folder);
    studio.begin({{}, u"create_task"_s, language}, theme);
    studio.trigger("SpeedInstant");
    studio.runToEnd();
    studio.trigger("ShowTasks");
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Down);
    studio.trigger("ShowDetails");
    studio.settle();
    studio.take(pictureName(u"tasks"_s, language, theme));
    studio.trigger("ShowDetails");
    studio.trigger("ShowTasks");
    studio.trigger("BothExplanations");
    studio.settle();
    studio.take(pictureName(u"both"_s, language, theme));
    studio.trigger("BothExplanations");
    studio.trigger("CommandPalette");
    studio.settle();
    studio.take(pictureName(u"palette"_s, language, theme));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    studio.window().resize(SmallSize);
    studio.settle();
    studio.take(pictureName(u"small"_s, language, theme));
    studio.window().resize(UsualSize);
    studio.trigger("Presentation");
    studio.settle();
    studio.take(pictureName(u"presentation"_s, language, theme));
    studio.trigger("Presentation");
    studio.trigger("HighContrast");
    studio.settle();
    studio.take(pictureName(u"high-contrast"_s, language, theme));
}

void takeProgram(const QString &folder, const QString &language, const QString &theme, const QString &name,
                 const char *text, void (*act)(Studio &))
{
    QTemporaryDir home;
    const QString path = home.filePath(name + u".py"_s);
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(text) < 0)
        std::fprintf(stderr, "%s could not be written\n", qPrintable(path));
    file.close();
    Studio studio(folder);
    studio.begin({path, {}, language}, theme);
    act(studio);
    studio.take(pictureName(name, language, theme));
}

void takePrograms(const QString &folder, const QString &language, const QString &theme)
{
    const auto run = [](Studio &studio) {
        studio.trigger("SpeedInstant");
        studio.runToEnd();
    };
    takeProgram(folder, language, theme, u"failing"_s, Failing, run);
    takeProgram(folder, language, theme, u"crowd"_s, Crowd, run);
    takeProgram(folder, language, theme, u"plain"_s, Plain, run);
    takeProgram(folder, language, theme, u"mistaken"_s, Mistaken, [](Studio &) { QTest::qWait(2500); });
    takeProgram(folder, language, theme, u"asking"_s, Asking, [](Studio &studio) {
        studio.trigger("Run");
        QTest::qWait(1500);
    });
    takeProgram(folder, language, theme, u"finding"_s, Crowd, [](Studio &studio) {
        studio.trigger("Replace");
        QTest::keyClicks(QApplication::focusWidget(), u"guest"_s);
        studio.settle();
    });
}

} // namespace

int main(int count, char **arguments)
{
    QApplication application(count, arguments);
    QCommandLineParser parser;
    parser.addPositionalArgument(u"folder"_s, u"where the pictures go"_s);
    parser.process(application);
    const QString folder = parser.positionalArguments().value(0);
    if (folder.isEmpty() || !QDir().mkpath(folder))
        parser.showHelp(2);
    for (const QString &language : {u"zh_CN"_s, u"en"_s}) {
        for (const QString &theme : {u"light"_s, u"dark"_s}) {
            takeLessons(folder, language, theme);
            takeModes(folder, language, theme);
            takePrograms(folder, language, theme);
        }
    }
    return 0;
}
