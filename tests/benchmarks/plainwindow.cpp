// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The smallest window of Qt that one can type in: what the start of our own is measured against.
#include <QApplication>
#include <QMainWindow>
#include <QPlainTextEdit>

int main(int count, char **arguments)
{
    QApplication application(count, arguments);
    QMainWindow window;
    auto *editor = new QPlainTextEdit(&window);
    window.setCentralWidget(editor);
    window.setWindowTitle(QStringLiteral("plain[*]"));
    window.resize(1280, 800);
    QObject::connect(editor, &QPlainTextEdit::textChanged, &window, [&window] { window.setWindowModified(true); });
    window.show();
    editor->setFocus();
    return QApplication::exec();
}
