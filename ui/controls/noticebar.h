// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QWidget>

#include <functional>
#include <vector>

class QVBoxLayout;

namespace Playground {

class Appearance;

struct NoticeAction {
    std::function<QString()> text; ///< asked again when the language changes
    std::function<void()> act; ///< the notice is gone when it is called
};

/// Few words that tell a person something and may offer something to do about it. It blocks nothing.
struct Notice {
    enum class Level { Information, Warning, Error };

    QString id; ///< a notice takes the place of one with the same id
    Level level = Level::Information;
    std::function<QString()> text; ///< asked again when the language changes
    std::vector<NoticeAction> actions;
};

/// The notices above the editor, the latest at the bottom; takes no room when there are none. Each can be closed, by
/// keyboard too, and is announced to screen readers.
class NoticeBar : public QWidget {
    Q_OBJECT
public:
    explicit NoticeBar(Appearance *appearance, QWidget *parent = nullptr);
    Q_DISABLE_COPY_MOVE(NoticeBar)

    void show(Notice notice);
    /// Does nothing where there is none with that id.
    void dismiss(const QString &id);
    bool isShown(const QString &id) const;

protected:
    void changeEvent(QEvent *event) override;

private:
    class Line;

    void remove(Line *line);

    Appearance *m_appearance;
    QVBoxLayout *m_layout;
    std::vector<Line *> m_lines;
};

} // namespace Playground
