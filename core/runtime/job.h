// SPDX-FileCopyrightText: 2026 The Async Playground authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace Playground {

class Job;

/// Where an item stands in its list: between two others.
class JobLink {
public:
    bool isLinked() const noexcept { return m_next != nullptr; }
    /// Takes it out of the list that it is in, if it is in one.
    void unlink() noexcept
    {
        if (!m_next)
            return;
        m_previous->m_next = m_next;
        m_next->m_previous = m_previous;
        m_previous = m_next = nullptr;
    }

protected:
    JobLink() noexcept = default;
    ~JobLink() { unlink(); }
    Q_DISABLE_COPY_MOVE(JobLink)

private:
    friend class JobList;
    JobLink *m_previous = nullptr;
    JobLink *m_next = nullptr;
};

/// Something that a loop does in its turn. It is in one list at most: among the loop's ready ones, or with whatever
/// it waits for. Costs no allocation, and leaves its list when it is destroyed. Belongs to one thread.
class Job : public JobLink {
public:
    /// Called by the loop, which has taken it out of the list before; it may destroy itself.
    virtual void run() = 0;
    /// Called when what it waits for has happened: has the calling thread's loop run it in its turn.
    virtual void wake();

protected:
    Job() noexcept = default;
    virtual ~Job() = default;
};

/// Jobs in order of arrival. Does not own them; what is in it when it is destroyed is in no list then.
class JobList {
public:
    JobList() noexcept { m_end.m_previous = m_end.m_next = &m_end; }
    ~JobList()
    {
        while (Job *job = first())
            job->unlink();
        m_end.m_previous = m_end.m_next = nullptr;
    }
    Q_DISABLE_COPY_MOVE(JobList)

    bool isEmpty() const noexcept { return m_end.m_next == &m_end; }
    Job *first() const noexcept { return at(m_end.m_next); }
    Job *after(const Job &job) const noexcept { return at(job.m_next); }

    /// The job must be in no list.
    void append(Job &job) noexcept
    {
        job.m_previous = m_end.m_previous;
        job.m_next = &m_end;
        m_end.m_previous->m_next = &job;
        m_end.m_previous = &job;
    }

private:
    struct End : JobLink { };
    Job *at(JobLink *link) const noexcept { return link == &m_end ? nullptr : static_cast<Job *>(link); }

    End m_end;
};

} // namespace Playground
