// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

QT_FORWARD_DECLARE_CLASS(QFileDialog)
QT_FORWARD_DECLARE_CLASS(QWidget)

namespace Playground {

/// A dialog that asks for a file, and deletes itself when it is closed. The filters are for files of some kinds; all
/// files can be shown as well. It tells files by their names: Qt's own icons look into them, and some files, as in
/// /proc, take for ever to be read.
QFileDialog *makeFileDialog(const QString &title, const QStringList &filters, QWidget *parent);

} // namespace Playground
