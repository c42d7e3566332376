// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/asyncio/typenames.h"

#include <QFile>

#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <vector>

#include <cxxabi.h>
#include <elf.h>
#include <link.h>

using namespace Qt::StringLiterals;

namespace Playground {

namespace {

QString demangled(const char *name)
{
    int status = 0;
    char *text = abi::__cxa_demangle(name, nullptr, nullptr, &status);
    const QString result = QString::fromUtf8(status == 0 ? text : name);
    std::free(text);
    return result;
}

/// "brew" for "(anonymous namespace)::brew(QString, int) [clone .actor]".
QString withoutParameters(QString name)
{
    name.remove("(anonymous namespace)::"_L1);
    int depth = 0;
    for (qsizetype i = 0; i < name.size(); ++i) {
        const QChar letter = name.at(i);
        if (letter == u'(' && depth == 0)
            return name.first(i).trimmed();
        if (letter == u'<')
            ++depth;
        else if (letter == u'>')
            --depth;
    }
    return name;
}

/// The functions of the program's own file, by address.
class FunctionTable {
public:
    static const FunctionTable &instance()
    {
        static const FunctionTable table;
        return table;
    }

    QString nameAt(const void *address) const
    {
        const auto value = reinterpret_cast<ElfW(Addr)>(address) - m_base;
        const auto found = std::lower_bound(m_functions.begin(), m_functions.end(), value,
                                            [](const Function &function, auto at) { return function.address < at; });
        if (found == m_functions.end() || found->address != value)
            return {};
        return withoutParameters(demangled(found->name.constData()));
    }

private:
    struct Function {
        ElfW(Addr) address;
        QByteArray name;
    };

    FunctionTable()
    {
        ::dl_iterate_phdr(
            [](dl_phdr_info *program, size_t, void *base) {
                *static_cast<ElfW(Addr) *>(base) = program->dlpi_addr;
                return 1; // the program itself comes first
            },
            &m_base);
        QFile file(u"/proc/self/exe"_s);
        if (file.open(QIODevice::ReadOnly))
            read(file);
        std::sort(m_functions.begin(), m_functions.end(),
                  [](const Function &one, const Function &other) { return one.address < other.address; });
    }

    template <typename Structure>
    static std::vector<Structure> readArray(QFile &file, quint64 offset, quint64 count)
    {
        std::vector<Structure> result;
        if (offset + count * sizeof(Structure) > quint64(file.size()) || !file.seek(qint64(offset)))
            return result;
        result.resize(count);
        const auto size = qint64(count * sizeof(Structure));
        if (file.read(reinterpret_cast<char *>(result.data()), size) != size)
            result.clear();
        return result;
    }

    void read(QFile &file)
    {
        const auto header = readArray<ElfW(Ehdr)>(file, 0, 1);
        if (header.empty() || std::memcmp(header[0].e_ident, ELFMAG, SELFMAG) != 0)
            return;
        const auto sections = readArray<ElfW(Shdr)>(file, header[0].e_shoff, header[0].e_shnum);
        for (const auto &section : sections) {
            if (section.sh_type == SHT_SYMTAB && section.sh_link < sections.size())
                readSymbols(file, section, sections[section.sh_link]);
        }
    }

    void readSymbols(QFile &file, const ElfW(Shdr) & symbols, const ElfW(Shdr) & strings)
    {
        const auto names = readArray<char>(file, strings.sh_offset, strings.sh_size);
        for (const auto &symbol : readArray<ElfW(Sym)>(file, symbols.sh_offset, symbols.sh_size / sizeof(ElfW(Sym)))) {
            if (ELF64_ST_TYPE(symbol.st_info) == STT_FUNC && symbol.st_value != 0 && symbol.st_name < names.size())
                m_functions.push_back({symbol.st_value, QByteArray(names.data() + symbol.st_name)});
        }
    }

    ElfW(Addr) m_base = 0;
    std::vector<Function> m_functions;
};

} // namespace

QString readableTypeName(const std::type_info &type)
{
    QString name = demangled(type.name());
    name.remove("(anonymous namespace)::"_L1);
    name.remove("__cxx11::"_L1);
    if (name.startsWith("Playground::"_L1))
        name = name.sliced(qsizetype(std::strlen("Playground::")));
    return name;
}

QString functionName(const void *address)
{
    return FunctionTable::instance().nameAt(address);
}

QString callableName(const std::type_info &type)
{
    const QString name = readableTypeName(type);
    // A lambda's type is named for the function that it stands in: "main::{lambda(int)#1}" or "main::$_0".
    for (const auto mark : {"::{lambda"_L1, "::$_"_L1}) {
        if (const qsizetype at = name.indexOf(mark); at > 0)
            return withoutParameters(name.first(at)) + ": lambda"_L1;
    }
    return name;
}

} // namespace Playground
