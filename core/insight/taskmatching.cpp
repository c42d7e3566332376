// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/insight/taskmatching.h"

#include <QHash>

#include <algorithm>
#include <deque>
#include <functional>
#include <optional>

namespace Playground {

using namespace Qt::StringLiterals;
using namespace Trace;

namespace {

constexpr qsizetype None = -1;

/// What a task is known by in one pass of the matching; nothing where the pass does not speak of it.
using Key = std::optional<QString>;
using KeyOf = std::function<Key(const RunFacts &, const TaskRecord &)>;

Key nameAndCoroutine(const RunFacts &, const TaskRecord &task)
{
    return isNamed(task) ? Key(task.name + u'\n' + task.coroutine) : Key();
}

Key givenName(const RunFacts &, const TaskRecord &task)
{
    return isNamed(task) ? Key(task.name) : Key();
}

Key call(const RunFacts &facts, const TaskRecord &task)
{
    const QString call = facts.callOf(task);
    return call.isEmpty() ? Key() : Key(call);
}

Key coroutine(const RunFacts &, const TaskRecord &task)
{
    return task.coroutine.isEmpty() ? Key() : Key(task.coroutine);
}

Key root(const RunFacts &, const TaskRecord &task)
{
    return task.depth == 0 ? Key(QString()) : Key();
}

/// Tasks with names of their own are something else by that, also where they run the same coroutine.
bool mayBeTheSame(const TaskRecord &first, const TaskRecord &second)
{
    return !isNamed(first) || !isNamed(second) || first.name == second.name;
}

/// The tasks of one run, in the order of its lanes.
struct Column {
    const RunFacts *facts = nullptr;
    std::vector<qsizetype> lanes; ///< without the loop's own
    std::vector<qsizetype> rowOf; ///< by index of the task

    const TaskRecord &task(qsizetype index) const { return facts->timeline().tasks()[std::size_t(index)]; }
};

Column columnOf(const RunFacts &facts)
{
    Column column;
    column.facts = &facts;
    column.rowOf.assign(facts.timeline().tasks().size(), None);
    for (const qsizetype index : facts.timeline().treeOrder()) {
        if (!isHousekeeping(column.task(index)))
            column.lanes.push_back(index);
    }
    return column;
}

/// A row under construction: the task that stands for it is the one of the first run that has it.
struct Row {
    TaskMatch match;
    std::size_t speaker = 0;
};

class Matcher {
public:
    explicit Matcher(std::span<const RunFacts *const> runs)
    {
        for (const RunFacts *facts : runs)
            m_columns.push_back(columnOf(*facts));
    }
    Q_DISABLE_COPY_MOVE(Matcher)

    std::vector<TaskMatch> match()
    {
        for (std::size_t run = 0; run < m_columns.size(); ++run) {
            for (const KeyOf &key :
                 {KeyOf(nameAndCoroutine), KeyOf(givenName), KeyOf(call), KeyOf(coroutine), KeyOf(root)})
                matchBy(key, run);
            addRest(run);
        }
        std::vector<TaskMatch> matches;
        for (qsizetype row = m_first; row != None; row = m_next[std::size_t(row)])
            matches.push_back(m_rows[std::size_t(row)].match);
        return matches;
    }

private:
    /// In order of creation, which is the order of the indices.
    void matchBy(const KeyOf &keyOf, std::size_t run)
    {
        QHash<QString, std::deque<qsizetype>> waiting;
        std::vector<qsizetype> open;
        for (std::size_t row = 0; row < m_rows.size(); ++row) {
            if (!m_rows[row].match.isIn(run))
                open.push_back(qsizetype(row));
        }
        std::stable_sort(open.begin(), open.end(), [this](qsizetype a, qsizetype b) { return order(a) < order(b); });
        for (const qsizetype row : open) {
            const Column &column = m_columns[m_rows[std::size_t(row)].speaker];
            if (const Key key = keyOf(*column.facts, speaker(row)))
                waiting[*key].push_back(row);
        }
        Column &own = m_columns[run];
        for (qsizetype index = 0; index < qsizetype(own.rowOf.size()); ++index) {
            const TaskRecord &task = own.task(index);
            if (own.rowOf[std::size_t(index)] != None || isHousekeeping(task))
                continue;
            const Key key = keyOf(*own.facts, task);
            const auto found = key ? waiting.find(*key) : waiting.end();
            if (found == waiting.end())
                continue;
            take(*found, run, index);
        }
    }

    void take(std::deque<qsizetype> &rows, std::size_t run, qsizetype index)
    {
        // The first that it may be: only names can forbid it, and few that are alike have different ones.
        constexpr qsizetype Looked = 16;
        const auto end = rows.begin() + std::min<qsizetype>(Looked, qsizetype(rows.size()));
        const auto row = std::find_if(rows.begin(), end, [&](qsizetype candidate) {
            return mayBeTheSame(speaker(candidate), m_columns[run].task(index));
        });
        if (row == end)
            return;
        m_rows[std::size_t(*row)].match.tasks[run] = index;
        m_columns[run].rowOf[std::size_t(index)] = *row;
        rows.erase(row);
    }

    /// Rows of their own, each behind the row of the lane above it.
    void addRest(std::size_t run)
    {
        Column &column = m_columns[run];
        qsizetype above = None;
        for (const qsizetype index : column.lanes) {
            qsizetype &row = column.rowOf[std::size_t(index)];
            if (row == None) {
                row = qsizetype(m_rows.size());
                m_rows.push_back({{std::vector<qsizetype>(m_columns.size(), None)}, run});
                m_rows.back().match.tasks[run] = index;
                insertBehind(above, row, run);
            }
            above = row;
        }
    }

    /// Behind the lane above, and behind what only others have there.
    void insertBehind(qsizetype above, qsizetype row, std::size_t run)
    {
        qsizetype following = above == None ? m_first : m_next[std::size_t(above)];
        while (following != None && !m_rows[std::size_t(following)].match.isIn(run)) {
            above = following;
            following = m_next[std::size_t(above)];
        }
        (above == None ? m_first : m_next[std::size_t(above)]) = row;
        m_next.push_back(following);
    }

    const TaskRecord &speaker(qsizetype row) const
    {
        const Row &r = m_rows[std::size_t(row)];
        return m_columns[r.speaker].task(r.match.tasks[r.speaker]);
    }

    std::pair<std::size_t, qsizetype> order(qsizetype row) const
    {
        const Row &r = m_rows[std::size_t(row)];
        return {r.speaker, r.match.tasks[r.speaker]};
    }

    std::vector<Column> m_columns;
    std::vector<Row> m_rows;
    qsizetype m_first = None; ///< the rows are a chain
    std::vector<qsizetype> m_next;
};

/// A wait that is to be matched, with what it is known by.
struct Candidate {
    WaitPlace place;
    qsizetype row = None; ///< of its task
    QString function; ///< and the kind of the wait
    QString text;
    Time duration{};
};

std::vector<Candidate> candidatesOf(const Timeline &timeline, const std::vector<TaskMatch> &tasks, std::size_t run)
{
    std::vector<Candidate> candidates;
    for (std::size_t row = 0; row < tasks.size(); ++row) {
        const qsizetype task = tasks[row].tasks[run];
        if (task == None)
            continue;
        const std::vector<Wait> &waits = timeline.tasks()[std::size_t(task)].waits;
        for (std::size_t i = 0; i < waits.size(); ++i) {
            if (!waitsForTheWorld(waits[i].kind) || lasted(waits[i]) <= Time{})
                continue;
            const CallSite site = timeline.innermost(waits[i].site);
            candidates.push_back({{task, qsizetype(i)},
                                  qsizetype(row),
                                  QChar(u'0' + int(waits[i].kind)) + site.function,
                                  site.text,
                                  lasted(waits[i])});
        }
    }
    return candidates;
}

/// Matches what has the same key, in order, and leaves in both lists what has not.
template <typename KeyOfCandidate>
void matchCandidates(std::vector<Candidate> &first, std::vector<Candidate> &second, std::vector<WaitMatch> &matched,
                     bool isSameTask, const KeyOfCandidate &keyOf)
{
    QHash<QString, std::deque<std::size_t>> waiting;
    for (std::size_t i = 0; i < first.size(); ++i)
        waiting[keyOf(first[i])].push_back(i);
    std::vector<bool> isTaken(first.size());
    std::erase_if(second, [&](const Candidate &candidate) {
        const auto found = waiting.find(keyOf(candidate));
        if (found == waiting.end() || found->empty())
            return false;
        isTaken[found->front()] = true;
        matched.push_back({first[found->front()].place, candidate.place, isSameTask});
        found->pop_front();
        return true;
    });
    std::size_t at = 0;
    std::erase_if(first, [&](const Candidate &) { return isTaken[at++]; });
}

bool isBefore(WaitPlace a, WaitPlace b)
{
    return std::pair(a.task, a.wait) < std::pair(b.task, b.wait);
}

std::vector<WaitPlace> placesOf(const std::vector<Candidate> &candidates)
{
    std::vector<WaitPlace> places;
    for (const Candidate &candidate : candidates)
        places.push_back(candidate.place);
    std::sort(places.begin(), places.end(), isBefore);
    return places;
}

} // namespace

std::vector<TaskMatch> matchTasks(std::span<const RunFacts *const> runs)
{
    return Matcher(runs).match();
}

WaitMatching matchWaits(const RunFacts &first, const RunFacts &second, const std::vector<TaskMatch> &tasks,
                        std::size_t a, std::size_t b)
{
    std::vector<Candidate> left = candidatesOf(first.timeline(), tasks, a);
    std::vector<Candidate> right = candidatesOf(second.timeline(), tasks, b);
    WaitMatching result;
    const auto inRow = [](const Candidate &c) { return QString::number(c.row) + u'\n' + c.function; };
    const auto anywhere = [](const Candidate &c) { return c.function + u'\n' + c.text; };
    matchCandidates(left, right, result.matched, true, [&](const Candidate &c) { return inRow(c) + u'\n' + c.text; });
    matchCandidates(left, right, result.matched, true, inRow);
    matchCandidates(left, right, result.matched, false,
                    [&](const Candidate &c) { return anywhere(c) + u'\n' + QString::number(c.duration.count()); });
    matchCandidates(left, right, result.matched, false, anywhere);
    matchCandidates(left, right, result.matched, false, [](const Candidate &c) { return c.function; });
    std::sort(result.matched.begin(), result.matched.end(),
              [](const WaitMatch &x, const WaitMatch &y) { return isBefore(x.first, y.first); });
    result.onlyFirst = placesOf(left);
    result.onlySecond = placesOf(right);
    return result;
}

} // namespace Playground
