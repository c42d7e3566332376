// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/trace/timeline.h"

#include <QObject>
#include <QStringList>

namespace Playground {

struct CppBuildResult;

/// A run, as a panel looks at it: its timeline, and how far it has come. Who started it, and how, is no matter here.
class RunView : public QObject {
    Q_OBJECT
public:
    enum class Phase {
        None, ///< nothing has run
        Starting, ///< the run's process has said nothing yet
        Live,
        Ended
    };
    Q_ENUM(Phase)

    /// What is going on in Phase::Starting.
    enum class StartStep {
        PreparingHeader, ///< once for all programs in C++
        Compiling,
        Linking,
        Launching ///< of the run's process
    };
    Q_ENUM(StartStep)

    using QObject::QObject;

    virtual Phase phase() const = 0;
    /// True from the wish to stop until the run has ended.
    virtual bool isStopping() const = 0;
    /// Empty in Phase::None. The object is another one after each reset().
    virtual const Timeline &timeline() const = 0;
    /// The moment up to which a live run has come, as far as can be told: never before the timeline's own. What is open
    /// in the timeline lasts at least until then.
    virtual Trace::Time now() const = 0;
    /// For people, of a run that has ended; see runMessages().
    virtual QStringList messages() const = 0;
    /// True for a run that never came to the program's first line, because it could not be started.
    virtual bool couldNotStart() const = 0;
    virtual StartStep startStep() const { return StartStep::Launching; }
    /// What the compiler had to say of a program that was built for this run, of one that runs as well: from
    /// buildEnded() until the next reset(). Otherwise null.
    virtual const CppBuildResult *build() const { return nullptr; }

Q_SIGNALS:
    /// Another run is shown, or none: all that was known of the former one is void.
    void reset();
    void phaseChanged();
    void startStepChanged();
    void buildEnded();
    /// The timeline has grown or time has gone on. Comes at most 60 times a second, and once more at the end.
    void advanced();
};

} // namespace Playground
