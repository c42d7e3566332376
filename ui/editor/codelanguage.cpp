// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editor/codelanguage.h"
#include "ui/editor/cppediting.h"
#include "ui/editor/pythonediting.h"

using namespace Qt::StringLiterals;

namespace Playground {

const CodeLanguage &codeLanguage(const QString &name)
{
    static const CodeLanguage python{u"#"_s, pythonIndentationAfter, nullptr, pythonDefinitionLines};
    static const CodeLanguage cpp{u"//"_s, cppIndentationAfter, cppClosingIndentation, cppDefinitionLines};
    return name == u"cpp" ? cpp : python;
}

} // namespace Playground
