// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/document.h"

#include <optional>

namespace Playground {

class Workspace;

/// The two programs that are to be compared, as documents to be run; the first is the baseline.
struct PartnerPrograms {
    struct Program {
        Document document;
        QString title; ///< an example's id, with a number for its experiment
    };

    Program first;
    Program second;
};

/// The open document's program as it stands, with that of the example that it names as its partner, or with its own
/// experiment where it names one. In the open document's language. Of two examples the one that comes first in the
/// list is the baseline; an experiment comes behind its example. Nothing where the document is no example, has no
/// partner, or the partner cannot be had in that language.
std::optional<PartnerPrograms> partnerPrograms(const Workspace &workspace);

/// The open example in both its languages, Python first, each as it stands. Nothing where the document is no example,
/// or there in one language only.
std::optional<PartnerPrograms> languagePrograms(const Workspace &workspace);

} // namespace Playground
