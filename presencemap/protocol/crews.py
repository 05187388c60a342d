"""Crews: the jobs of the team, and who is on each.

An index over what the replica holds, kept as records come and go; judges nothing.
"""

from collections import defaultdict

from presencemap.domain.job import Job, in_order
from presencemap.protocol.bodies import job_of
from presencemap.protocol.job import JobBody, WorkBody
from presencemap.protocol.shelf import Held


class Crews:
    """Ids in, jobs out. A job that somebody is on, and that nobody here knows (any more), is none.

    ``worked_on``: the ids of all that somebody is on.
    """

    def __init__(self) -> None:
        self._jobs: dict[str, JobBody] = {}
        self._by: dict[str, tuple[str, ...]] = {}
        self._on: defaultdict[str, set[str]] = defaultdict(set)

    def put(self, held: Held) -> None:
        """A record is held."""
        match held.record.body if held.kind in ("job", "work") else None:
            case JobBody() as body:
                self._jobs[body.key] = body
            case WorkBody(jobs=jobs):
                self._by[held.author] = jobs
                for job in jobs:
                    self._on[job].add(held.author)

    def take_off(self, held: Held) -> None:
        """It is no more; what replaces it comes after."""
        match held.record.body if held.kind in ("job", "work") else None:
            case JobBody(key=key):
                del self._jobs[key]
            case WorkBody(jobs=jobs):
                del self._by[held.author]
                for job in jobs:
                    self._on[job].discard(held.author)
                    if not self._on[job]:
                        del self._on[job]

    @property
    def worked_on(self) -> frozenset[str]:
        """The ids of the jobs that somebody is on."""
        return frozenset(self._on)

    def jobs(self) -> list[Job]:
        """All that are known: those that somebody is on first."""
        return in_order(job for key in self._jobs if (job := self.job(key)))

    def job(self, key: str) -> Job | None:
        """One of them."""
        body = self._jobs.get(key)
        return None if body is None else job_of(body, tuple(sorted(self._on.get(key, ()))))

    def of(self, person: str) -> tuple[Job, ...]:
        """Those that a person is on, in the order in which they joined."""
        known = (self.job(key) for key in self._by.get(person, ()))
        return tuple(job for job in known if job is not None)
