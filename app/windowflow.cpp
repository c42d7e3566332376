// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/windowflow.h"
#include "app/message.h"
#include "app/terminationsignals.h"
#include "ui/theme/icons.h"
#include "ui/window/mainwindow.h"

#include <QApplication>

namespace Playground {
namespace {

using namespace Qt::StringLiterals;

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(WindowCommand)
};

} // namespace

bool hasDisplay()
{
    for (const char *variable : {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}) {
        if (!qEnvironmentVariableIsEmpty(variable))
            return true;
    }
    return false;
}

int openWindow(const OpeningRequest &request)
{
    if (!hasDisplay()) {
        say(Texts::tr("There is no screen to open a window on. Without one, “async-playground run FILE” works."));
        return EXIT_FAILURE;
    }
    QApplication::setWindowIcon(applicationIcon());
    QApplication::setDesktopFileName(u"async-playground"_s);
    MainWindow window(WindowPlaces::ofUser());
    TerminationSignals signals;
    for (const auto signal : {&TerminationSignals::interrupted, &TerminationSignals::terminated})
        QObject::connect(&signals, signal, &window, &QWidget::close);
    window.begin(request);
    window.show();
    return QApplication::exec();
}

} // namespace Playground
