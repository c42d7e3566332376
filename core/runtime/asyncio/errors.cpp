// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/asyncio/errors.h"

#include "core/runtime/asyncio/typenames.h"

#include <QStringList>

using namespace Qt::StringLiterals;

namespace Playground {

namespace {

QString textOf(const std::exception &error)
{
    const QString type = readableTypeName(typeid(error));
    const QString message = QString::fromUtf8(error.what());
    return message.isEmpty() ? type : type + u": "_s + message;
}

} // namespace

TimeoutError::TimeoutError()
    : std::runtime_error("the time is over")
{
}

QueueEmpty::QueueEmpty()
    : std::runtime_error("the queue is empty")
{
}

QueueFull::QueueFull()
    : std::runtime_error("the queue is full")
{
}

ExceptionGroup::ExceptionGroup(const std::string &message, std::vector<std::exception_ptr> errors)
    : std::runtime_error(message + " (" + std::to_string(errors.size()) + (errors.size() == 1 ? " error)" : " errors)"))
    , m_errors(std::move(errors))
{
}

QString errorText(const std::exception_ptr &error)
{
    if (!error)
        return {};
    try {
        std::rethrow_exception(error);
    } catch (const ExceptionGroup &group) {
        QStringList members;
        for (const auto &member : group.errors())
            members << errorText(member);
        return textOf(group) + u" ["_s + members.join(u"; "_s) + u']';
    } catch (const std::exception &exception) {
        return textOf(exception);
    } catch (const Cancelled &) {
        return u"Cancelled"_s;
    } catch (...) {
        return u"an error that is no std::exception"_s;
    }
}

} // namespace Playground
