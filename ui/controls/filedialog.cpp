// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/controls/filedialog.h"

#include <QCoreApplication>
#include <QFileDialog>
#include <QFileIconProvider>
#include <QFileInfo>

namespace Playground {

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(FileDialog)
};

class FileIconsByName : public QFileIconProvider {
public:
    using QFileIconProvider::icon;
    QIcon icon(const QFileInfo &info) const override { return icon(info.isDir() ? Folder : File); }
    QString type(const QFileInfo &info) const override { return info.isDir() ? Texts::tr("folder") : info.suffix(); }
};

} // namespace

QFileDialog *makeFileDialog(const QString &title, const QStringList &filters, QWidget *parent)
{
    static FileIconsByName icons;
    auto *dialog = new QFileDialog(parent, title);
    dialog->setNameFilters(filters + QStringList{Texts::tr("All files (*)")});
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setIconProvider(&icons);
    return dialog;
}

} // namespace Playground
