"""How jobs and who is on them are said in the window. Knows no widget."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication

from presencemap.domain.job import Job
from presencemap.domain.person import Person

NAMED = 3
"""So many people are named; of the others, how many."""

translate = QCoreApplication.translate


def crew_words(job: Job, person: Callable[[str], Person | None], me: str) -> str:
    """Who is on a job, me last; that it rests where nobody is."""
    if job.rests:
        return translate("Jobs", "Nobody is on it: it rests")
    others = [each.name for who in job.people if who != me and (each := person(who))]
    names = [*sorted(others), *([translate("Jobs", "you")] if me in job.people else [])]
    if len(names) <= NAMED + 1:
        return ", ".join(names)
    more = translate("Jobs", "{names} and {count} more")
    return more.format(names=", ".join(names[:NAMED]), count=len(names) - NAMED)


def topic_words(job: Job) -> str:
    """Its topics."""
    return " ".join(f"#{topic}" for topic in job.topics)


def mine_words(jobs: Sequence[Job]) -> str:
    """The jobs that I am on, in a word or two."""
    if not jobs:
        return translate("Jobs", "No job")
    if len(jobs) == 1:
        return jobs[0].name
    return translate("Jobs", "{count} jobs").format(count=len(jobs))
