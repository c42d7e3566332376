// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cpp/cppadvice.h"

#include <QHash>
#include <QRegularExpression>

#include <array>

namespace Playground {
namespace {

using namespace Qt::StringLiterals;

/// One kind of mistake. What `message` captures takes the places %1 and %2 in the sentences. The patterns for the rest
/// of the text and for the source line may be empty.
struct Rule {
    const char16_t *id;
    const char16_t *message;
    const char16_t *fullText;
    const char16_t *sourceLine;
    const char16_t *zhCN;
    const char16_t *en;
};

/// The first that fits is taken. Quotation marks of g++ are made those of clang before.
constexpr Rule Rules[] = {
    {u"await-outside-coroutine",
     u"^this function cannot be a coroutine: 'std::(?:experimental::)?coroutine_traits<int, int, char \\*\\*>'", u"",
     u"",
     u"main() 自己不能是协程。把等待的代码放进一个 Task<> asyncMain()，main 里只写 return run(argc, argv, asyncMain);",
     u"main() itself cannot be a coroutine. Put what waits into a Task<> asyncMain(), and let main do nothing but "
     u"return run(argc, argv, asyncMain);"},
    {u"await-outside-coroutine",
     u"^this function cannot be a coroutine: 'std::(?:experimental::)?coroutine_traits<(void|[^,>]+)", u"", u"",
     u"用到 co_await 或 co_return 的函数是协程，返回类型要写成 Task<…>，这里却是 %1。不返回值就写 Task<>。",
     u"A function with co_await or co_return in it is a coroutine and must return a Task, but this one returns %1. "
     u"Write Task<> where it returns nothing."},
    {u"await-outside-coroutine", u"^unable to find the promise type for this coroutine", u"", u"",
     u"用到 co_await 或 co_return 的函数是协程，返回类型要写成 Task<…>。不返回值就写 Task<>。",
     u"A function with co_await or co_return in it is a coroutine and must return a Task. Write Task<> where it "
     u"returns "
     u"nothing."},
    {u"await-outside-coroutine", u"'co_await' cannot be used outside a function", u"", u"",
     u"co_await 只能写在协程里，也就是返回 Task<…> 的函数里。",
     u"co_await can only stand in a coroutine, a function that returns a Task."},
    {u"await-in-lambda", u"'co_(?:await|return)' cannot be used in a function with a deduced return type", u"", u"",
     u"协程的返回类型要写明：lambda 写成 [] () -> Task<> { … }，函数把 auto 换成 Task<…>。",
     u"A coroutine says what it returns: write a lambda as []() -> Task<> { … }, and Task<…> for a function's auto."},
    {u"return-in-coroutine",
     u"return statement not allowed in coroutine|'return' statement is not allowed in coroutine", u"", u"",
     u"协程里用 co_return，不用 return。", u"In a coroutine, write co_return for return."},
    {u"return-needs-co-return",
     u"no viable conversion from returned value of type '(.+)' to function return type '(?:QCoro::)?Task<", u"", u"",
     u"这个函数返回 Task<…>，但它不是协程：里面没有 co_await，也没有 co_return。把 return 换成 co_return。",
     u"This function returns a Task and is no coroutine, since there is neither co_await nor co_return in it. Write "
     u"co_return for return."},
    {u"return-needs-co-return", u"could not convert '.*' from '(.+)' to '(?:QCoro::)?Task<", u"", u"\\breturn\\b",
     u"这个函数返回 Task<…>，但它不是协程：里面没有 co_await，也没有 co_return。把 return 换成 co_return。",
     u"This function returns a Task and is no coroutine, since there is neither co_await nor co_return in it. Write "
     u"co_return for return."},
    {u"no-value-expected",
     u"no member named 'return_value' in '.*TaskPromise<void>'|has no member named 'return_value'", u"", u"",
     u"Task<> 不带回任何值。要带回值，就把返回类型写成 Task<值的类型>，例如 Task<int>。",
     u"A Task<> brings back no value. Name the value's type to return one, for example Task<int>."},
    {u"wrong-return-type",
     u"no matching (?:member )?function for call to '(?:\\S*::)?return_value|no member named 'return_void'|has no "
     u"member named 'return_void'",
     u"", u"", u"co_return 后面的值和返回类型 Task<…> 里写的类型对不上。改值，或者改 Task<…> 里的类型。",
     u"The value behind co_return is not of the type that the function's Task<…> names. Change the one or the other."},
    {u"missing-co-await",
     u"^no viable conversion from '(?:QCoro::|Playground::)?((?:Task|TaskHandle)<.*>)' to '(.*)'|"
     u"^no viable conversion from '(?:const )?(?:QCoro::|Playground::)?(Task|TaskHandle|Future)<",
     u"", u"", u"少了 co_await：还没等它做完，手里拿到的是任务，不是结果。写成 co_await …。",
     u"co_await is missing: without it you hold the task, not its result. Write co_await before it."},
    {u"missing-co-await", u"^cannot convert '(?:QCoro::|Playground::)?(?:Task|TaskHandle|Future)<", u"", u"",
     u"少了 co_await：还没等它做完，手里拿到的是任务，不是结果。写成 co_await …。",
     u"co_await is missing: without it you hold the task, not its result. Write co_await before it."},
    {u"missing-co-await",
     u"^conversion from '(?:QCoro::|Playground::)?(?:Task|TaskHandle|Future)<.*>' to non-scalar type", u"", u"",
     u"少了 co_await：还没等它做完，手里拿到的是任务，不是结果。写成 co_await …。",
     u"co_await is missing: without it you hold the task, not its result. Write co_await before it."},
    {u"missing-co-await",
     u"^invalid operands to binary expression \\(.*'(?:QCoro::|Playground::)?(?:Task|TaskHandle|Future)<|"
     u"^no match for 'operator.*(?:Task|TaskHandle|Future)<",
     u"", u"", u"少了 co_await：任务还没做完，不能拿来计算。先 co_await 取得结果。",
     u"co_await is missing: a task is no number to calculate with. Await it first, for its result."},
    {u"missing-co-await", u"fallback_formatter|cannot format|static assertion failed: Cannot format",
     u"(?:fallback_formatter|basic_format_string|formatter|format_arg)\\S*.*(?:Task|TaskHandle|Future)<", u"",
     u"打印的是任务，不是它的结果。先 co_await 取得结果再打印。",
     u"This would print a task, not its result. Await it first: print(\"{}\", co_await …)."},
    {u"not-awaited", u"^ignoring return value of function declared with 'nodiscard'|^ignoring return(?:ed)? value", u"",
     u"\\b(?:sleep|gather|wait|waitFor|timeout|shield|fetch|toThread|runProcess|openConnection|traced|get|put|acquire|"
     u"join|"
     u"hold|drain)\\s*\\(",
     u"前面少了 co_await：这样什么也不等，程序直接往下走。",
     u"co_await is missing before it: like this nothing is waited for, and the program goes straight on."},
    {u"sleep-needs-unit", u"await_transform|^cannot convert 'int'|^could not convert", u"",
     u"\\bsleep\\s*\\(\\s*[\\d.]+\\s*\\)", u"sleep 要写明时间单位：sleep(1s)、sleep(0.5s)、sleep(200ms)。",
     u"sleep wants a unit of time: sleep(1s), sleep(0.5s), sleep(200ms)."},
    {u"create-task-takes-function", u"^createTask\\(function, arguments\\.\\.\\.\\) takes", u"", u"",
     u"createTask 接受协程函数和它的参数：写 createTask(brew, 3s)，不写 "
     u"createTask(brew(3s))。参数的个数和类型也要对得上。",
     u"createTask takes a coroutine function and its arguments: write createTask(brew, 3s), not createTask(brew(3s)). "
     u"The arguments have to fit the function, too."},
    {u"create-task-takes-function",
     u"^no matching function for call to 'createTask|^no type named 'type' in 'std::invoke_result<", u"createTask", u"",
     u"createTask 接受协程函数和它的参数：写 createTask(brew, 3s)，不写 "
     u"createTask(brew(3s))。参数的个数和类型也要对得上。",
     u"createTask takes a coroutine function and its arguments: write createTask(brew, 3s), not createTask(brew(3s)). "
     u"The arguments have to fit the function, too."},
    {u"takes-tasks", u"^This takes tasks and futures", u"", u"",
     u"这里要的是任务。直接调用的协程会立刻在当前任务里开始；先用 createTask 把它变成任务：gather(createTask(brew, "
     u"3s), …)。",
     u"Tasks are wanted here. A coroutine that is merely called starts at once within the calling task: make a task of "
     u"it "
     u"first, gather(createTask(brew, 3s), …)."},
    {u"not-awaitable", u"await_transform'|^awaiting .* is not|^'operator co_await' is not|does not have .*await_ready",
     u"\\[with T = ([^\\]]+)\\]", u"",
     u"co_await 后面的东西不能等待：它的类型是 %1。能等待的是协程、任务、sleep(…) 之类。",
     u"What stands behind co_await cannot be awaited: it is of type %1. Coroutines, tasks, sleep(…) and the like can."},
    {u"python-word", u"'(await)'", u"", u"\\bawait\\b", u"C++ 里写 co_await，不写 await。",
     u"C++ says co_await where Python says await."},
    {u"python-word",
     u"unknown type name '(async|def|None|True|False)'|use of undeclared identifier '(None|True|False|self)'", u"", u"",
     u"%1 是 Python 的写法。C++ 里协程写成返回 Task<…> 的函数，真假和空写 true、false、nullptr。",
     u"%1 is Python. In C++ a coroutine is a function that returns a Task, and there are true, false and nullptr."},
    {u"misspelled", u"'([^']+)'; did you mean '([^']+)'\\?", u"", u"", u"没有 %1 这个名字。是不是想写 %2？",
     u"There is no name %1. Is %2 meant?"},
    {u"file-not-found", u"^'([^']+)' file not found|^([^:]+): No such file or directory", u"", u"",
     u"找不到要包含的文件 %1。检查拼写；自己的文件要放在同一个文件夹里。",
     u"The file %1 that is to be included is not there. Look at its spelling; a file of your own lies in the same "
     u"folder."},
    {u"missing-semicolon", u"expected ';'|expected ',' or ';'", u"", u"", u"这里少了一个分号 ;。",
     u"A semicolon ; is missing here."},
    {u"missing-brace",
     u"expected '\\}'|function definition is not allowed here|a function-definition is not allowed here", u"", u"",
     u"前面有一个 { 没有对应的 }。", u"An opening brace { before this has no closing } to it."},
    {u"unterminated-text", u"missing terminating (?:'\"'|\") character", u"", u"",
     u"字符串没有结束：这一行少了一个引号 \"。",
     u"The text does not end: a quotation mark \" is missing in this line."},
    {u"missing-main", u"undefined (?:reference to [`']|symbol: )main\\b", u"", u"",
     u"程序没有 main()。在末尾加上：int main(int argc, char *argv[]) { return run(argc, argv, asyncMain); }",
     u"The program has no main(). Add at its end: int main(int argc, char *argv[]) { return run(argc, argv, "
     u"asyncMain); }"},
    {u"missing-definition", u"undefined (?:reference to [`']|symbol: )([^'`]+)", u"", u"",
     u"%1 只有声明，没有写出它的内容。", u"%1 is declared, but its body is nowhere to be found."},
    {u"defined-twice", u"multiple definition of|duplicate symbol|^redefinition of '([^']+)'", u"", u"",
     u"同一个名字定义了两次。删去一个，或者给其中一个改名。",
     u"The same name is defined twice. Remove one of the two, or rename it."},
};

/// The standard names that scenarios use and that the vocabulary's header does not promise.
constexpr std::array<std::array<const char16_t *, 2>, 26> Headers{{
    {u"cout", u"<iostream>"},
    {u"cin", u"<iostream>"},
    {u"cerr", u"<iostream>"},
    {u"endl", u"<iostream>"},
    {u"map", u"<map>"},
    {u"unordered_map", u"<unordered_map>"},
    {u"set", u"<set>"},
    {u"unordered_set", u"<unordered_set>"},
    {u"deque", u"<deque>"},
    {u"list", u"<list>"},
    {u"queue", u"<queue>"},
    {u"stack", u"<stack>"},
    {u"array", u"<array>"},
    {u"optional", u"<optional>"},
    {u"variant", u"<variant>"},
    {u"thread", u"<thread>"},
    {u"mutex", u"<mutex>"},
    {u"random_device", u"<random>"},
    {u"mt19937", u"<random>"},
    {u"uniform_int_distribution", u"<random>"},
    {u"accumulate", u"<numeric>"},
    {u"iota", u"<numeric>"},
    {u"ifstream", u"<fstream>"},
    {u"ofstream", u"<fstream>"},
    {u"stringstream", u"<sstream>"},
    {u"sort", u"<algorithm>"},
}};

/// The vocabulary's own names: where they are unknown, its header is.
constexpr const char16_t *Vocabulary =
    u"Task|TaskHandle|createTask|gather|asCompleted|waitFor|shield|TaskGroup|Future|Queue|"
    u"Named|Playground|print|fetch|toThread|runProcess|openConnection";

CppAdvice includeAdvice(const QString &name, const QString &header)
{
    return {u"missing-include"_s, u"不认识 %1：在文件开头加上 #include %2。"_s.arg(name, header),
            u"%1 is unknown here: add #include %2 at the top of the file."_s.arg(name, header)};
}

std::optional<CppAdvice> missingInclude(const QString &message, const QString &sourceLine)
{
    if (message == "expected namespace name"_L1 && sourceLine.contains("Playground"_L1))
        return includeAdvice(u"Playground"_s, u"<playground/asyncio.h>"_s);
    static const QRegularExpression unknown(
        u"^(?:no (?:template|member|type) named|use of undeclared identifier|unknown type name|unknown class name|"
        u"implicit instantiation of undefined template) '(?:std::)?(\\w+)[^']*'|"
        u"^'(\\w+)' (?:is not a member of 'std'|was not declared|is not a namespace-name|does not name a type)"_s);
    const auto match = unknown.match(message);
    if (!match.hasMatch() || message.contains("did you mean"_L1))
        return std::nullopt;
    const QString name = match.captured(1).isEmpty() ? match.captured(2) : match.captured(1);
    for (const auto &[known, header] : Headers) {
        if (name == QStringView(known) && sourceLine.contains(u"std::"_s + name))
            return includeAdvice(u"std::"_s + name, QString::fromUtf16(header));
    }
    static const QRegularExpression own(u"^(?:%1)$"_s.arg(QStringView(Vocabulary)));
    if (own.match(name).hasMatch())
        return includeAdvice(name, u"<playground/asyncio.h>"_s);
    return std::nullopt;
}

/// Those of clang, whatever the compiler.
QString withPlainQuotes(QString text)
{
    return text.replace(u'‘', u'\'').replace(u'’', u'\'');
}

bool matches(const char16_t *pattern, const QString &text)
{
    return *pattern == 0 || QRegularExpression(QString::fromUtf16(pattern)).match(text).hasMatch();
}

/// What the pattern has captured, of its alternatives those that took part.
QStringList captured(const char16_t *pattern, const QString &text)
{
    QStringList parts = QRegularExpression(QString::fromUtf16(pattern)).match(text).capturedTexts();
    parts.removeFirst();
    parts.removeAll(QString());
    return parts;
}

QString filled(const char16_t *sentence, const QStringList &parts)
{
    QString text = QString::fromUtf16(sentence);
    if (text.contains("%2"_L1))
        return text.arg(parts.value(0), parts.value(1));
    return text.contains("%1"_L1) ? text.arg(parts.value(0)) : text;
}

} // namespace

std::optional<CppAdvice> adviceFor(const QString &message, const QString &fullText, const QString &sourceLine)
{
    const QString plain = withPlainQuotes(message);
    const QString full = withPlainQuotes(fullText);
    if (const auto include = missingInclude(plain, sourceLine))
        return include;
    for (const Rule &rule : Rules) {
        if (!matches(rule.message, plain) || !matches(rule.fullText, full) || !matches(rule.sourceLine, sourceLine))
            continue;
        QStringList parts = captured(rule.message, plain);
        if (parts.isEmpty() && *rule.fullText != 0)
            parts = captured(rule.fullText, full);
        return CppAdvice{QString::fromUtf16(rule.id), filled(rule.zhCN, parts), filled(rule.en, parts)};
    }
    return std::nullopt;
}

} // namespace Playground
