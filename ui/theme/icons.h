// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/palette.h"

#include <QIcon>
#include <QObject>

namespace Playground {

/// The icons of the house: each is the file of the same name, in lower case, in the folder `icons`.
class Icons {
    Q_GADGET
public:
    enum class Icon : quint8 {
        ArrowRight,
        Cancelled,
        Chart,
        Check,
        ChevronDown,
        ChevronLeft,
        ChevronRight,
        Close,
        Command,
        Compare,
        Copy,
        Cross,
        Error,
        Filter,
        Fit,
        Flask, ///< an experiment
        Follow,
        Help,
        Info,
        Keyboard,
        Language,
        Link,
        Moon,
        More,
        Network, ///< the simulated one
        NetworkReal,
        New,
        Open,
        PanelBottom,
        PanelLeft,
        PanelRight,
        Pause,
        Pin,
        Presentation,
        Revert,
        Run,
        Save,
        Search,
        Speed,
        Step,
        StepBack,
        Stop,
        Sun,
        Table,
        ThemeSystem,
        ToEnd,
        Warning,
        ZoomIn,
        ZoomOut
    };
    Q_ENUM(Icon)
};

using Icon = Icons::Icon;

class Appearance;

/// An icon in the role's colour, sharp at any size. It is drawn in the colour of the moment: it need not be set again
/// when the appearance changes, only painted again. Paler when disabled; in the accent colour when it is on, where the
/// role is Text or Muted. `appearance` must outlive all icons.
QIcon themedIcon(Icon icon, const Appearance *appearance, ColorRole role = ColorRole::Text);

/// For paint events: draws the icon, centred in the rectangle, as large as fits. The colour
/// is taken as opaque.
void paintIcon(QPainter &painter, Icon icon, const QRectF &rect, const QColor &color);

/// The application's own.
QIcon applicationIcon();

} // namespace Playground
