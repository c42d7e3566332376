// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/supervisor.h"

#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <optional>
#include <string_view>

#include <fcntl.h>

namespace {

constexpr int UsageError = 2;

int usage()
{
    std::fputs("Usage: async-playground-supervisor --control FD --report FD [--pass FD]… [--memory BYTES]\n"
               "         [--processes N] [--open-files N] [--own-session] [--any-addresses]\n"
               "         -- PROGRAM [ARGUMENT]…\n"
               "\n"
               "Runs a program for Async Playground and leaves nothing of it running.\n",
               stderr);
    return UsageError;
}

std::optional<unsigned long long> number(const char *text)
{
    if (text == nullptr || *text < '0' || *text > '9')
        return std::nullopt;
    char *end = nullptr;
    const unsigned long long value = std::strtoull(text, &end, 10);
    return *end == '\0' ? std::optional(value) : std::nullopt;
}

/// False when the option is none of the supervisor's.
bool apply(std::string_view name, unsigned long long value, Playground::SupervisorOptions &options)
{
    if (name == "--control")
        options.control = static_cast<int>(value);
    else if (name == "--report")
        options.report = static_cast<int>(value);
    else if (name == "--pass")
        options.passed.push_back(static_cast<int>(value));
    else if (name == "--memory")
        options.memory = value;
    else if (name == "--processes")
        options.processes = static_cast<int>(value);
    else if (name == "--open-files")
        options.openFiles = static_cast<int>(value);
    else
        return false;
    return true;
}

bool parse(char **arguments, Playground::SupervisorOptions &options)
{
    for (char **at = arguments + 1; *at != nullptr; ++at) {
        const std::string_view name = *at;
        if (name == "--") {
            options.command = at + 1;
            break;
        }
        if (name == "--own-session") {
            options.ownSession = true;
            continue;
        }
        if (name == "--any-addresses") {
            options.anyAddresses = true;
            continue;
        }
        const auto value = number(at[1]);
        if (!value || !apply(name, *value, options))
            return false;
        ++at;
    }
    return options.command != nullptr && *options.command != nullptr && options.control > 2 && options.report > 2;
}

} // namespace

int main(int, char **arguments)
{
    Playground::SupervisorOptions options;
    if (!parse(arguments, options))
        return usage();
    return Playground::supervise(options);
}
